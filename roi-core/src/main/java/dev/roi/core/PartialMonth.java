package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.List;

/**
 * A month after the reviewed one that is not complete: shown, and counted for nothing.
 *
 * @param month the month
 * @param readings what is known of it so far, of the indicators of the policy's main view and in its order; may be empty
 */
public record PartialMonth(YearMonth month, List<Reading> readings) {

    /** Copies the readings. {@inheritDoc} */
    public PartialMonth {
        requireNonNull(month, "month");
        readings = List.copyOf(readings);
    }

    /**
     * What is known of an indicator so far.
     *
     * @param indicator the indicator
     * @param name what people call it
     * @param value its value so far
     * @param unit the unit of the value
     * @param text the value in words
     */
    public record Reading(IndicatorId indicator, String name, Exact value, Unit unit, String text) {}
}
