package dev.roi.rules.facts;

import dev.roi.core.Exact;
import dev.roi.core.ThresholdId;

/** The values of a policy's thresholds, as rules compare with them. */
@FunctionalInterface
public interface Limits {

    /**
     * Returns the value of a threshold.
     *
     * @param id the threshold
     * @return its value
     * @throws java.util.NoSuchElementException when there is no such threshold
     */
    Exact limit(ThresholdId id);
}
