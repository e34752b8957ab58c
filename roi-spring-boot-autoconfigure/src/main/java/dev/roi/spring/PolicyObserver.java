package dev.roi.spring;

import dev.roi.core.InvalidInput;
import dev.roi.core.PolicyRef;
import dev.roi.core.Review;
import dev.roi.governance.live.Reload;
import java.util.function.Supplier;

/** Is told what happens to a policy in use; an application may have one of its own. */
public interface PolicyObserver {

    /**
     * Observes a review.
     *
     * @param policy the policy
     * @param reviewing reviews
     * @return the review
     */
    default Review reviewed(PolicyRef policy, Supplier<Review> reviewing) {
        return reviewing.get();
    }

    /**
     * Hears of input that was refused.
     *
     * @param refused why
     */
    default void refused(InvalidInput refused) {}

    /**
     * Hears of an attempt to put another policy in use.
     *
     * @param reload what came of it
     */
    default void reloaded(Reload reload) {}
}
