package dev.roi.rules.scenario;

import dev.roi.core.Review;
import java.util.List;

/**
 * What came of a scenario.
 *
 * @param scenario the scenario
 * @param review the review of what it gives
 * @param differences what came otherwise than expected, in words; empty where the scenario passed
 */
public record Outcome(Scenario scenario, Review review, List<String> differences) {

    /** Copies the list. {@inheritDoc} */
    public Outcome {
        differences = List.copyOf(differences);
    }

    /**
     * Tells whether everything came as expected.
     *
     * @return whether the scenario passed
     */
    public boolean isPassed() {
        return differences.isEmpty();
    }
}
