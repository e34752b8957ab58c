package dev.roi.rules.facts;

import static java.util.Objects.requireNonNull;

import dev.roi.core.Exact;

/**
 * A number as a rule sees it: what was measured, and between which two numbers it surely lies, ends included. The three
 * are the same where nothing is uncertain.
 *
 * @param estimate what was measured
 * @param least the least that it may be
 * @param most the most that it may be
 */
public record Figure(Exact estimate, Exact least, Exact most) {

    /** Checks the order. {@inheritDoc} */
    public Figure {
        requireNonNull(estimate, "estimate");
        if (estimate.isBelow(least) || estimate.isAbove(most)) {
            throw new IllegalArgumentException(
                    "estimate (%s) is not between (%s) and (%s)".formatted(estimate, least, most));
        }
    }

    /**
     * Returns a number that is certain.
     *
     * @param value the number
     * @return the figure
     */
    public static Figure of(Exact value) {
        return new Figure(value, value, value);
    }

    /**
     * Tells whether there is only one number that it can be.
     *
     * @return whether nothing is uncertain
     */
    public boolean isCertain() {
        return least.equals(most);
    }

    @Override
    public String toString() {
        return estimate.toString();
    }
}
