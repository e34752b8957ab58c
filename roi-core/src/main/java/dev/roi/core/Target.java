package dev.roi.core;

import static java.util.Objects.requireNonNull;

/**
 * Where an action is to bring an indicator.
 *
 * @param indicator the indicator
 * @param value the value
 * @param side on which side of the value it is reached
 */
public record Target(IndicatorId indicator, Exact value, Side side) {

    /** Checks that everything is there. {@inheritDoc} */
    public Target {
        requireNonNull(indicator, "indicator");
        requireNonNull(value, "value");
        requireNonNull(side, "side");
    }

    /** On which side of its value a target is reached. */
    public enum Side implements Keyword {
        /** The value or more. */
        AT_LEAST,
        /** The value or less. */
        AT_MOST
    }
}
