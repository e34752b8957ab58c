package dev.roi.report.page;

import dev.roi.core.Exact;
import dev.roi.core.text.Quantities;
import dev.roi.rules.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far a value is from what it is held against: a bar for the value, its uncertainty as whiskers, the baseline with its
 * tolerance, and a line for each limit. In whole pixels.
 *
 * @param label the same in words
 * @param value how far right the value is
 * @param from how far right the lower end of its uncertainty is
 * @param to how far right the upper end of its uncertainty is
 * @param baseline how far right the baseline is
 * @param band the ends of what counts as the same as the baseline
 * @param limits how far right each limit is
 */
record Bullet(
        String label,
        int value,
        int from,
        int to,
        Optional<Integer> baseline,
        Optional<Band> band,
        List<Integer> limits)
        implements Picture {

    static final int WIDTH = 220;
    static final int HEIGHT = 20;

    Bullet {
        limits = List.copyOf(limits);
    }

    /**
     * Two ends.
     *
     * @param from the first
     * @param to the last
     */
    record Band(int from, int to) {

        int width() {
            return Math.max(1, to - from);
        }
    }

    static Optional<Bullet> of(Series series, Words words) {
        return series.cell().value().map(value -> of(series, value, words));
    }

    private static Bullet of(Series series, Exact value, Words words) {
        Exact doubt = Plot.reviewed(series)
                .flatMap(month -> Optional.ofNullable(series.uncertainty().get(month)))
                .orElse(Exact.ZERO);
        List<Exact> drawn = new ArrayList<>(List.of(value.minus(doubt), value.plus(doubt), Exact.ZERO));
        Optional<Exact> baseline = series.cell().baseline();
        baseline.ifPresent(base -> {
            drawn.add(base.minus(series.tolerance().orElse(Exact.ZERO)));
            drawn.add(base.plus(series.tolerance().orElse(Exact.ZERO)));
        });
        drawn.addAll(series.cell().limits());
        Scale scale = Scale.of(drawn);
        return new Bullet(
                label(series, words),
                scale.at(value, WIDTH),
                scale.at(value.minus(doubt), WIDTH),
                scale.at(value.plus(doubt), WIDTH),
                baseline.map(base -> scale.at(base, WIDTH)),
                baseline.flatMap(base -> series.tolerance()
                        .map(tolerance -> new Band(
                                scale.at(base.minus(tolerance), WIDTH), scale.at(base.plus(tolerance), WIDTH)))),
                series.cell().limits().stream()
                        .map(limit -> scale.at(limit, WIDTH))
                        .distinct()
                        .toList());
    }

    private static String label(Series series, Words words) {
        Quantities quantities = words.quantities();
        List<String> told = new ArrayList<>(List.of(series.cell().valueText()));
        series.cell()
                .baseline()
                .ifPresent(base -> told.add(words.fill(
                        "plot.baseline-at",
                        Map.of("value", quantities.format(base, series.cell().unit())))));
        series.cell()
                .limits()
                .forEach(limit -> told.add(words.fill(
                        "plot.limit-at",
                        Map.of("value", quantities.limit(limit, series.cell().unit())))));
        return words.label(series.cell().name()) + " " + String.join(", ", told);
    }
}
