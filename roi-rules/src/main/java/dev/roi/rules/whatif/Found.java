package dev.roi.rules.whatif;

import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A way to another decision.
 *
 * @param steps what is otherwise, by indicator
 * @param months how many months pass
 */
record Found(Map<IndicatorId, Step> steps, int months) {

    Found {
        steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
    }

    Found with(Step step) {
        Map<IndicatorId, Step> more = new LinkedHashMap<>(steps);
        more.put(step.axis().id(), step);
        return new Found(more, months);
    }

    Found after(int number) {
        return new Found(steps, number);
    }

    Exact movement() {
        return steps.values().stream().map(Step::movement).reduce(Exact.ZERO, Exact::plus);
    }

    Variation variation() {
        Variation variation = Variation.NONE.after(months);
        for (Step step : steps.values()) {
            variation = variation.with(step.axis().id(), step.axis().reading(step.to()));
        }
        return variation;
    }

    /** Tells whether it asks for nothing that another one does not ask for too, and for less. */
    boolean isLessThan(Found other) {
        boolean isWithin = other.steps.keySet().containsAll(steps.keySet()) && months <= other.months;
        return isWithin && (steps.size() < other.steps.size() || months < other.months);
    }
}
