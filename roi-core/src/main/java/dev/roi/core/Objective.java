package dev.roi.core;

import static java.util.Objects.requireNonNull;

/**
 * What an indicator should reach, whatever it was before: inside its objective an outcome is not worse, however much
 * slower or dearer it became.
 *
 * @param range where it should be
 * @param ends whether the ends of the range are inside it
 */
public record Objective(Range range, Ends ends) {

    /** Checks that nothing is missing. {@inheritDoc} */
    public Objective {
        requireNonNull(range, "range");
        requireNonNull(ends, "ends");
    }

    /**
     * Tells whether a value meets the objective.
     *
     * @param value the value
     * @return whether it lies inside
     */
    public boolean isMetBy(Exact value) {
        return range.contains(value)
                && (ends == Ends.INSIDE
                        || (range.least().filter(value::equals).isEmpty()
                                && range.most().filter(value::equals).isEmpty()));
    }

    /** Whether the ends of an objective meet it. */
    public enum Ends implements Keyword {
        /** They do. */
        INSIDE,
        /** They do not. */
        OUTSIDE
    }
}
