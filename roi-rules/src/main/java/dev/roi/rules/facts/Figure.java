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
 * @param kind whether the estimate is one
 */
public record Figure(Exact estimate, Exact least, Exact most, Kind kind) {

    /** Checks the order. {@inheritDoc} */
    public Figure {
        requireNonNull(estimate, "estimate");
        requireNonNull(kind, "kind");
        if (estimate.isBelow(least) || estimate.isAbove(most)) {
            throw new IllegalArgumentException(
                    "estimate (%s) is not between (%s) and (%s)".formatted(estimate, least, most));
        }
    }

    /**
     * Makes a number that was measured.
     *
     * @param estimate what was measured
     * @param least the least that it may be
     * @param most the most that it may be
     */
    public Figure(Exact estimate, Exact least, Exact most) {
        this(estimate, least, most, Kind.MEASURED);
    }

    /** What the estimate of a number is worth. */
    public enum Kind {
        /** It is what was measured, and may be acted on. */
        MEASURED,
        /** It is the end of an interval, and no estimate: only what is surely so is acted on. */
        BOUND
    }

    /**
     * Tells whether its estimate is none.
     *
     * @return whether only a bound of it is known
     */
    public boolean isBound() {
        return kind == Kind.BOUND;
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
