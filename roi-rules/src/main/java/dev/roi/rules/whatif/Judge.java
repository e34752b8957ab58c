package dev.roi.rules.whatif;

import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.Review;
import dev.roi.core.Scorecard;
import dev.roi.core.ThresholdId;
import dev.roi.rules.language.Finding;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** What an engine makes of what its rules find, for those who try what would be otherwise. */
public interface Judge {

    /**
     * Settles the decision.
     *
     * @param findings what the rules found
     * @return the decision
     */
    Decision decide(List<Finding> findings);

    /**
     * Reviews a month, in the language that was asked for.
     *
     * @param scorecard the scope, without faults
     * @param month a complete month of it
     * @return the review
     */
    Review review(Scorecard scorecard, YearMonth month);

    /**
     * Reviews a month as if a threshold had another value.
     *
     * @param scorecard the scope, without faults
     * @param month a complete month of it
     * @param threshold the threshold
     * @param value its value
     * @return the review; nothing where the policy would not be allowed, or was read without its files
     */
    Optional<Review> reviewAssuming(Scorecard scorecard, YearMonth month, ThresholdId threshold, Exact value);
}
