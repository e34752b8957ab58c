package dev.roi.core.trend;

import static java.util.Objects.requireNonNull;

import dev.roi.core.Exact;
import dev.roi.core.Trend;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What a trend was told by, to be drawn: the limits that the latest value was held against, and the months that show a
 * move.
 *
 * @param trend the trend
 * @param points how many comparable months there are
 * @param settings how many it takes
 * @param limits the centre line and the natural process limits; nothing where there are too few months for them, and for
 *     an indicator with a target range, whose distance from it is what is charted
 * @param signal the months that show a move, in order; empty where none does
 */
public record ControlChart(
        Trend trend, int points, TrendSettings settings, Optional<Limits> limits, List<YearMonth> signal) {

    /** Copies the list. {@inheritDoc} */
    public ControlChart {
        requireNonNull(trend, "trend");
        requireNonNull(settings, "settings");
        signal = List.copyOf(signal);
    }

    /**
     * A centre line and the limits around it, in the unit of the values.
     *
     * @param centre the mean
     * @param lower the lower natural process limit, which may lie below what is possible
     * @param upper the upper natural process limit, which may lie above what is possible
     */
    public record Limits(Exact centre, Exact lower, Exact upper) {}
}
