package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;

/**
 * What a recorded decision rested on: what today's scorecard says otherwise of a month that is past has changed since.
 *
 * @param entry the number of the decision in its ledger
 * @param month the month that was decided on
 * @param scorecard the scorecard as it was, with what the policy of that day measured
 */
public record PastScorecard(long entry, YearMonth month, Scorecard scorecard) {

    /** Checks that everything is there. {@inheritDoc} */
    public PastScorecard {
        requireNonNull(month, "month");
        requireNonNull(scorecard, "scorecard");
    }
}
