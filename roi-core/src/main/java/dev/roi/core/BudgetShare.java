package dev.roi.core;

import static java.util.Objects.requireNonNull;

/**
 * How an indicator follows from a scorecard's budget: cost to date, in percent of it.
 *
 * @param cost the indicator whose months add up to the cost
 * @param of what the cost is held against
 */
public record BudgetShare(IndicatorId cost, Of of) {

    /** Checks that everything is there. {@inheritDoc} */
    public BudgetShare {
        requireNonNull(cost, "cost");
        requireNonNull(of, "of");
    }

    /** What cost to date is held against. */
    public enum Of implements Keyword {
        /** The whole budget. */
        WHOLE,
        /** The part of it that has passed, of a budget for more than one month. */
        PASSED
    }
}
