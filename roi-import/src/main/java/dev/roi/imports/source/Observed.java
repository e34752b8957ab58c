package dev.roi.imports.source;

import dev.roi.core.Exact;
import dev.roi.imports.ReadingRow;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What was observed of one figure, for one scope and month, or for several months together. */
final class Observed {

    private long[] durations = new long[4];
    private int duration;
    private Exact sum = Exact.ZERO;
    private long hits;
    private long cases;
    private final Set<String> people = new HashSet<>(0);

    void duration(long milliseconds) {
        if (duration == durations.length) {
            durations = Arrays.copyOf(durations, 2 * duration);
        }
        durations[duration++] = milliseconds;
        cases++;
    }

    void amount(Exact amount) {
        sum = sum.plus(amount);
        cases++;
    }

    void hit(boolean hit) {
        hits += hit ? 1 : 0;
        cases++;
    }

    void person(String id) {
        people.add(id);
        cases++;
    }

    void and(Observed other) {
        for (int i = 0; i < other.duration; i++) {
            duration(other.durations[i]);
        }
        cases += other.cases - other.duration;
        sum = sum.plus(other.sum);
        hits += other.hits;
        people.addAll(other.people);
    }

    long cases() {
        return cases;
    }

    Exact sum() {
        return sum;
    }

    long people() {
        return people.size();
    }

    ReadingRow.Counts share() {
        return new ReadingRow.Counts(Exact.of(hits), Exact.of(cases));
    }

    /** The durations' median, mean or 95th percentile, in milliseconds, exactly. */
    Exact statistic(Statistic statistic) {
        long[] sorted = Arrays.copyOf(durations, duration);
        Arrays.sort(sorted);
        return switch (statistic) {
            case MEDIAN ->
                Exact.ratio(Exact.of(sorted[(duration - 1) / 2]).plus(Exact.of(sorted[duration / 2])), Exact.of(2));
            case P95 -> Exact.of(sorted[Math.max(0, (int) Math.ceil(duration * 0.95) - 1)]);
            case MEAN -> {
                Exact all = Exact.ZERO;
                for (long each : sorted) {
                    all = all.plus(Exact.of(each));
                }
                yield Exact.ratio(all, Exact.of(duration));
            }
        };
    }

    /** How durations become one. */
    enum Statistic {
        MEDIAN,
        MEAN,
        P95;

        /** The one that a definition names; the median where it names none. */
        static Statistic of(String definition) {
            String words = definition.toLowerCase(Locale.ROOT);
            if (words.contains("p95") || words.contains("95th")) {
                return P95;
            }
            boolean mean = words.matches(".*\\b(mean|average|moyenne)\\b.*") && !words.contains("median");
            return mean ? MEAN : MEDIAN;
        }
    }
}
