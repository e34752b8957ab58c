package dev.roi.rules;

import static java.util.Objects.requireNonNull;

import dev.roi.core.Dashboard;
import dev.roi.core.Dimension;
import dev.roi.core.Direction;
import dev.roi.core.Exact;
import dev.roi.core.Range;
import dev.roi.core.trend.ControlChart;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An indicator's months with all that they are held against, to be drawn.
 *
 * @param cell its value, baseline, limits and months
 * @param brief what it is called within a sentence
 * @param direction which way it is good
 * @param aim where it should be, whatever it was before; nothing where nobody says
 * @param tolerance how far from its baseline it may be and still count as the same, in its unit
 * @param chart what its trend was told by; nothing where that is not at hand
 * @param uncertainty how far the true value of a month may be away, by month
 * @param parts this month's parts, in the policy's order; may be empty
 */
public record Series(
        Dashboard.Cell cell,
        String brief,
        Direction direction,
        Optional<Range> aim,
        Optional<Exact> tolerance,
        Optional<ControlChart> chart,
        Map<YearMonth, Exact> uncertainty,
        List<Part> parts) {

    /** Copies the lists. {@inheritDoc} */
    public Series {
        requireNonNull(cell, "cell");
        requireNonNull(direction, "direction");
        uncertainty = Collections.unmodifiableMap(new TreeMap<>(uncertainty));
        parts = List.copyOf(parts);
    }

    /**
     * Makes a series of what a review knows alone.
     *
     * @param cell its value, baseline, limits and months
     * @return the series, without what only an engine knows
     */
    public static Series of(Dashboard.Cell cell) {
        return new Series(
                cell,
                cell.name(),
                Direction.CONTEXT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of());
    }

    /**
     * A part of this month's value.
     *
     * @param dimension what the parts are
     * @param name what people call it
     * @param value its value
     * @param before what it was in the first month that gives such parts, measured in the same way; nothing where it was not
     *     there
     * @param since that month
     */
    public record Part(
            Dimension dimension, String name, Exact value, Optional<Exact> before, Optional<YearMonth> since) {}
}
