package dev.roi.rules.policy;

import dev.roi.core.Exact;
import dev.roi.core.Range;
import dev.roi.core.ThresholdId;
import dev.roi.core.Unit;
import java.util.Optional;

/**
 * A number that the policy's owners may change.
 *
 * @param id its name
 * @param value its value
 * @param unit what it counts
 * @param range the values that its owners may choose
 * @param step by how much it is usually moved, above 0
 * @param atMost the threshold that it must not be above, if there is one
 * @param because why it is what it is
 */
public record Threshold(
        ThresholdId id, Exact value, Unit unit, Range range, Exact step, Optional<ThresholdId> atMost, String because) {

    /** Checks that the value is one of those allowed. {@inheritDoc} */
    public Threshold {
        if (!range.contains(value)) {
            throw new IllegalArgumentException("threshold %s (%s) is outside %s".formatted(id, value, range));
        }
        if (step.signum() <= 0) {
            throw new IllegalArgumentException("step (%s) of %s must be above 0".formatted(step, id));
        }
    }
}
