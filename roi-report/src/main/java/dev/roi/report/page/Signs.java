package dev.roi.report.page;

import dev.roi.core.Dashboard;
import dev.roi.core.Direction;
import dev.roi.core.Exact;
import dev.roi.core.Keyword;
import dev.roi.core.Range;
import dev.roi.core.Trend;
import dev.roi.core.trend.ControlChart;
import dev.roi.rules.Series;
import java.util.Optional;

/**
 * What a control chart comes to, in two signs: whether the indicator varies more than noise does, and whether it meets its
 * target. Source: NHS England, "Making data count", whose signs for variation and assurance these are.
 *
 * @param variation whether it varies more than noise does, and to which side; nothing where that is undetermined
 * @param target whether it is where it should be; nothing where nobody says where that is
 */
record Signs(Optional<Icon> variation, Optional<Icon> target) {

    /** How a sign looks. */
    enum Tone implements Keyword {
        GOOD,
        BAD,
        NEUTRAL
    }

    /**
     * A sign: a letter in a circle.
     *
     * @param tone how it looks
     * @param letter the letter
     * @param label what it means
     */
    record Icon(Tone tone, String letter, String label) {}

    static Signs of(Series series, Words words) {
        return new Signs(variation(series, words), target(series, words));
    }

    private static Optional<Icon> variation(Series series, Words words) {
        Optional<ControlChart> chart = series.chart();
        if (chart.isEmpty()) {
            return Optional.empty();
        }
        Trend trend = series.cell().trend();
        if (chart.get().signal().isEmpty()) {
            boolean isCommon = chart.get().limits().isPresent();
            return isCommon ? Optional.of(icon(Tone.NEUTRAL, "common", words)) : Optional.empty();
        }
        return switch (trend.course()) {
            case IMPROVING ->
                Optional.of(icon(Tone.GOOD, isHigher(series, true) ? "higher" : "lower", "improving", words));
            case WORSENING ->
                Optional.of(icon(Tone.BAD, isHigher(series, false) ? "higher" : "lower", "worsening", words));
            case STABLE, UNDETERMINED -> Optional.empty();
        };
    }

    private static boolean isHigher(Series series, boolean better) {
        return (series.direction() == Direction.HIGHER_IS_BETTER) == better;
    }

    /** Held against the natural limits, where there are any, since a target within them is met or missed by chance. */
    private static Optional<Icon> target(Series series, Words words) {
        Dashboard.Cell cell = series.cell();
        Optional<Range> wanted = wanted(series);
        if (wanted.isEmpty() || cell.value().isEmpty()) {
            return Optional.empty();
        }
        Range range = wanted.get();
        Optional<ControlChart.Limits> limits = series.chart().flatMap(ControlChart::limits);
        if (limits.isPresent()
                && series.chart().map(ControlChart::signal).orElseThrow().isEmpty()) {
            boolean lower = range.contains(limits.get().lower());
            boolean upper = range.contains(limits.get().upper());
            boolean isOutside = range.least()
                            .filter(limits.get().upper()::isBelow)
                            .isPresent()
                    || range.most().filter(limits.get().lower()::isAbove).isPresent();
            if (lower && upper) {
                return Optional.of(icon(Tone.GOOD, "passes", words));
            }
            return Optional.of(isOutside ? icon(Tone.BAD, "fails", words) : icon(Tone.NEUTRAL, "chance", words));
        }
        return Optional.of(
                range.contains(cell.value().get()) ? icon(Tone.GOOD, "met", words) : icon(Tone.BAD, "missed", words));
    }

    /** Where it should be; without an aim of its own, no worse than its baseline. */
    private static Optional<Range> wanted(Series series) {
        return series.aim()
                .or(() -> series.cell().baseline().flatMap(base -> {
                    Exact tolerance = series.tolerance().orElse(Exact.ZERO);
                    return switch (series.direction()) {
                        case LOWER_IS_BETTER ->
                            Optional.of(new Range(Optional.empty(), Optional.of(base.plus(tolerance))));
                        case HIGHER_IS_BETTER ->
                            Optional.of(new Range(Optional.of(base.minus(tolerance)), Optional.empty()));
                        case TARGET_RANGE, CONTEXT -> Optional.<Range>empty();
                    };
                }));
    }

    private static Icon icon(Tone tone, String name, Words words) {
        return icon(tone, name, name, words);
    }

    private static Icon icon(Tone tone, String letter, String label, Words words) {
        return new Icon(tone, words.get("sign.letter." + letter), words.get("sign." + label));
    }
}
