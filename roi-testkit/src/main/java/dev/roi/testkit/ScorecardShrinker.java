package dev.roi.testkit;

import dev.roi.core.Baseline;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.IndicatorSet;
import dev.roi.core.Level;
import dev.roi.core.Portfolio;
import dev.roi.core.Reading;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.ScorecardCheck;
import dev.roi.core.Snapshot;
import dev.roi.core.UnknownReason;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Smaller and simpler scorecards, the boldest first: what a failing case is shrunk to. Each is valid. Immutable. */
final class ScorecardShrinker {

    private final IndicatorSet indicators;

    ScorecardShrinker(IndicatorSet indicators) {
        this.indicators = indicators;
    }

    /** Returns scorecards that are smaller than another by {@link #size}. */
    Stream<Scorecard> than(Scorecard scorecard) {
        long size = size(scorecard);
        return Stream.of(
                        fewerMonths(scorecard),
                        fewerIndicators(scorecard),
                        plainer(scorecard),
                        fewerBaselines(scorecard),
                        fewerWorkflows(scorecard),
                        fewerReadings(scorecard),
                        plainerReadings(scorecard))
                .flatMap(candidates -> candidates)
                .filter(candidate -> size(candidate) < size)
                .filter(this::isValid);
    }

    Stream<Portfolio> than(Portfolio portfolio) {
        List<Scorecard> scorecards = portfolio.scorecards();
        Stream<Portfolio> fewer = range(scorecards.size())
                .filter(index -> scorecards.size() > 1)
                .map(index -> new Portfolio(without(scorecards, index)));
        Stream<Portfolio> smaller = range(scorecards.size())
                .flatMap(index -> than(scorecards.get(index))
                        .filter(candidate -> isFree(candidate.scope(), without(scorecards, index)))
                        .map(candidate -> {
                            List<Scorecard> changed = without(scorecards, index);
                            changed.add(candidate);
                            return new Portfolio(changed);
                        }));
        return Stream.concat(fewer, smaller);
    }

    Stream<Reading> than(Indicator indicator, Reading reading) {
        return plainer(indicator, reading).filter(candidate -> size(candidate) < size(reading));
    }

    private static boolean isFree(Scope scope, List<Scorecard> others) {
        return others.stream().noneMatch(other -> other.scope().compareTo(scope) == 0);
    }

    private boolean isValid(Scorecard candidate) {
        return !candidate.completeMonths().isEmpty()
                && ScorecardCheck.faults(candidate, indicators).isEmpty();
    }

    private static Stream<Integer> range(int size) {
        return Stream.iterate(0, index -> index < size, index -> index + 1);
    }

    private static <T> List<T> without(List<T> list, int index) {
        List<T> copy = new ArrayList<>(list);
        copy.remove(index);
        return copy;
    }

    // --- how large a scorecard is

    static long size(Scorecard scorecard) {
        long size = 200L * scorecard.snapshots().size()
                + 20L * scorecard.workflows().size();
        size += scorecard.scope().firstUse().isPresent() ? 5 : 0;
        size += scorecard.currency().isPresent() ? 5 : 0;
        size += scorecard.scope().level() == Level.WORKFLOW ? 0 : 1;
        for (Snapshot snapshot : scorecard.snapshots()) {
            size += snapshot.isComplete() ? 0 : 5;
            for (Reading reading : snapshot.readings().values()) {
                size += size(reading);
            }
        }
        for (Baseline baseline : scorecard.baselines().values()) {
            size += baseline.<Integer>fold(
                    defined -> 10
                            + digits(defined.value())
                            + defined.definition().map(text -> 5).orElse(0),
                    undefined -> 9 + undefined.note().map(text -> 1).orElse(0));
        }
        return size;
    }

    static long size(Portfolio portfolio) {
        return portfolio.scorecards().stream()
                .mapToLong(scorecard -> 100 + size(scorecard))
                .sum();
    }

    static long size(Reading reading) {
        return reading.<Long>fold(
                known -> {
                    long size = 20L + digits(known.value());
                    size += known.definition().isPresent() ? 5 : 0;
                    size += known.unit().isPresent() ? 5 : 0;
                    size += known.rate().isPresent() ? 3 : 0;
                    size += known.uncertainty().map(doubt -> 5 + digits(doubt)).orElse(0);
                    for (Map<String, Reading.Part> parts : known.by().values()) {
                        size += 5;
                        for (Reading.Part part : parts.values()) {
                            size += 5 + digits(part.value());
                        }
                    }
                    return size;
                },
                unknown -> 10L
                        + (unknown.reason() == UnknownReason.NOT_REPORTED ? 0 : 1)
                        + unknown.note().map(text -> 1).orElse(0));
    }

    /** How much there is to read of a number: each digit, and each that is not 0 once more. */
    private static int digits(Exact number) {
        String text = number.toString();
        return text.length()
                + (int) text.chars()
                        .filter(digit -> digit >= '1' && digit <= '9')
                        .count();
    }

    // --- less of it

    private static Stream<Scorecard> fewerMonths(Scorecard scorecard) {
        List<Snapshot> all = scorecard.snapshots();
        List<List<Snapshot>> fewer = new ArrayList<>();
        for (int half = all.size() / 2; half > 0; half /= 2) {
            fewer.add(all.subList(half, all.size()));
            fewer.add(all.subList(0, all.size() - half));
        }
        range(all.size()).forEach(index -> fewer.add(without(all, index)));
        return fewer.stream().filter(list -> !list.isEmpty()).map(list -> Edit.snapshots(scorecard, list));
    }

    private Stream<Scorecard> fewerIndicators(Scorecard scorecard) {
        Set<IndicatorId> reported = new TreeSet<>(scorecard.baselines().keySet());
        scorecard
                .snapshots()
                .forEach(snapshot -> reported.addAll(snapshot.readings().keySet()));
        List<Set<IndicatorId>> dropped = new ArrayList<>();
        List<IndicatorId> all = List.copyOf(reported);
        for (int half = all.size() / 2; half > 1; half /= 2) {
            for (int i = 0; i < all.size(); i += half) {
                dropped.add(new LinkedHashSet<>(all.subList(i, Math.min(all.size(), i + half))));
            }
        }
        all.forEach(id -> dropped.add(Set.of(id)));
        return dropped.stream().map(ids -> {
            Scorecard fewer = Edit.months(scorecard, snapshot -> {
                Map<IndicatorId, Reading> readings = new TreeMap<>(snapshot.readings());
                readings.keySet().removeAll(ids);
                return new Snapshot(snapshot.month(), snapshot.completeness(), readings);
            });
            Map<IndicatorId, Baseline> baselines = new TreeMap<>(scorecard.baselines());
            baselines.keySet().removeAll(ids);
            return Edit.baselines(fewer, baselines);
        });
    }

    private static Stream<Scorecard> plainer(Scorecard scorecard) {
        Scope scope = scorecard.scope();
        Scorecard noCurrency = new Scorecard(
                scorecard.policy(),
                scope,
                Optional.empty(),
                scorecard.workflows(),
                scorecard.baselines(),
                scorecard.dates(),
                scorecard.budget(),
                scorecard.snapshots());
        Scorecard noFirstUse =
                Edit.scope(scorecard, new Scope(scope.level(), scope.id(), scope.name(), Optional.empty()));
        Scorecard workflow =
                Edit.scope(scorecard, new Scope(Level.WORKFLOW, scope.id(), scope.name(), scope.firstUse()));
        Scorecard complete =
                Edit.months(scorecard, snapshot -> Edit.completeness(snapshot, Snapshot.Completeness.COMPLETE));
        return Stream.of(noCurrency, noFirstUse, workflow, complete);
    }

    private static Stream<Scorecard> fewerBaselines(Scorecard scorecard) {
        return scorecard.baselines().entrySet().stream().flatMap(entry -> {
            Map<IndicatorId, Baseline> fewer = new TreeMap<>(scorecard.baselines());
            fewer.remove(entry.getKey());
            Stream<Baseline> plainer = entry.getValue()
                    .fold(
                            defined -> Stream.concat(
                                    Stream.of(Baseline.of(defined.value())),
                                    simpler(defined.value()).map(Baseline::of)),
                            undefined -> Stream.of(new Baseline.Undefined(Optional.empty())));
            return Stream.concat(Stream.of(Edit.baselines(scorecard, fewer)), plainer.map(baseline -> {
                Map<IndicatorId, Baseline> changed = new TreeMap<>(scorecard.baselines());
                changed.put(entry.getKey(), baseline);
                return Edit.baselines(scorecard, changed);
            }));
        });
    }

    private static Stream<Scorecard> fewerWorkflows(Scorecard scorecard) {
        return range(scorecard.workflows().size())
                .map(index -> Edit.workflows(scorecard, without(scorecard.workflows(), index)));
    }

    private static Stream<Scorecard> fewerReadings(Scorecard scorecard) {
        return scorecard.snapshots().stream()
                .flatMap(snapshot -> snapshot.readings().keySet().stream()
                        .map(id -> Edit.month(scorecard, snapshot.month(), row -> Edit.without(row, id))));
    }

    private Stream<Scorecard> plainerReadings(Scorecard scorecard) {
        return scorecard.snapshots().stream()
                .flatMap(snapshot -> snapshot.readings().entrySet().stream()
                        .flatMap(entry -> indicators.find(entry.getKey()).stream()
                                .flatMap(indicator -> plainer(indicator, entry.getValue()))
                                .map(reading -> Edit.month(
                                        scorecard,
                                        snapshot.month(),
                                        row -> Edit.reading(row, entry.getKey(), reading)))));
    }

    private static Stream<Reading> plainer(Indicator indicator, Reading reading) {
        return reading.fold(
                known -> {
                    Reading.Known bare = Reading.of(known.value());
                    Reading.Known parted = known.by().entrySet().stream()
                            .reduce(bare, (made, by) -> made.by(by.getKey(), by.getValue()), (one, other) -> one);
                    Reading.Known unrated = Edit.value(indicator, known, known.value());
                    Stream<Reading> dressed = Stream.of(bare, parted, unrated, withoutDoubt(unrated));
                    return Stream.concat(
                            dressed, simpler(known.value()).map(value -> Edit.value(indicator, known, value)));
                },
                unknown -> Stream.of(
                        Reading.unknown(UnknownReason.NOT_REPORTED),
                        new Reading.Unknown(unknown.reason(), Optional.empty())));
    }

    private static Reading.Known withoutDoubt(Reading.Known known) {
        return known.certain();
    }

    /** Returns numbers near one that are easier to read. */
    private static Stream<Exact> simpler(Exact number) {
        Exact ten = Exact.of(10);
        Exact whole = Exact.of(number.rounded(0));
        Exact tens = Exact.of(number.dividedBy(ten).rounded(0)).times(ten);
        return Stream.of(Exact.ZERO, Exact.ONE, ten, tens, whole, Exact.of(number.rounded(1)));
    }
}
