package dev.roi.rules;

import dev.roi.core.Review;
import dev.roi.core.Scorecard;
import dev.roi.rules.policy.Policy;

/** A scope of a portfolio, and what its policy says of it. */
record Scored(Engine engine, Scorecard scorecard, Review review) {

    Policy policy() {
        return engine.policy();
    }
}
