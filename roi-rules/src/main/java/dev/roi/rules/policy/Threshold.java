package dev.roi.rules.policy;

import dev.roi.core.Exact;
import dev.roi.core.Range;
import dev.roi.core.Scope;
import dev.roi.core.ThresholdId;
import dev.roi.core.Unit;
import java.time.YearMonth;
import java.util.List;
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
 * @param exceptions other values, for some scopes or from a month on
 * @param counted the exception whose value it has, where it stands for a scope and month that one is for
 */
public record Threshold(
        ThresholdId id,
        Exact value,
        Unit unit,
        Range range,
        Exact step,
        Optional<ThresholdId> atMost,
        String because,
        List<ThresholdException> exceptions,
        Optional<ThresholdException> counted) {

    /** Checks that the value is one of those allowed. {@inheritDoc} */
    public Threshold {
        exceptions = List.copyOf(exceptions);
        if (!range.contains(value)) {
            throw new IllegalArgumentException("threshold %s (%s) is outside %s".formatted(id, value, range));
        }
        if (step.signum() <= 0) {
            throw new IllegalArgumentException("step (%s) of %s must be above 0".formatted(step, id));
        }
    }

    /**
     * Returns the threshold with another value, its exceptions as they are.
     *
     * @param other the value, within the range
     * @return the threshold
     */
    public Threshold with(Exact other) {
        return new Threshold(id, other, unit, range, step, atMost, because, exceptions, counted);
    }

    /**
     * Returns the threshold with other exceptions.
     *
     * @param others the exceptions
     * @return the threshold
     */
    public Threshold with(List<ThresholdException> others) {
        return new Threshold(id, value, unit, range, step, atMost, because, others, counted);
    }

    /**
     * Returns the threshold as it stands for a scope and month.
     *
     * @param scope the scope
     * @param month the month
     * @return the threshold with the value of the exception that counts, or this one where none does
     */
    public Threshold of(Scope scope, YearMonth month) {
        return ThresholdException.counting(exceptions, scope, month)
                .map(one -> new Threshold(
                        id, one.value(), unit, range, step, atMost, one.because(), exceptions, Optional.of(one)))
                .orElse(this);
    }
}
