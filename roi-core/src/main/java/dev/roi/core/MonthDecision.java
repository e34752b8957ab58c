package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;

/**
 * What is recommended for a month.
 *
 * @param month the month, which is complete
 * @param decision the decision
 */
public record MonthDecision(YearMonth month, Decision decision) {

    /** Checks that both are there. {@inheritDoc} */
    public MonthDecision {
        requireNonNull(month, "month");
        requireNonNull(decision, "decision");
    }
}
