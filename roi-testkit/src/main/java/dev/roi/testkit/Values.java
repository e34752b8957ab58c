package dev.roi.testkit;

import dev.roi.core.Baseline;
import dev.roi.core.Breakdown;
import dev.roi.core.Direction;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.Range;
import dev.roi.core.Reading;
import dev.roi.rules.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Values of an indicator that a law tries: a little better, just over the next edge, and as good as can be. */
final class Values {

    /** How many edges are tried besides a small step and the best value. */
    private static final int EDGES = 1;

    private Values() {}

    /**
     * Returns values that are better than a reading's, from the nearest to the best: a small step, the next places where
     * a threshold, the baseline or its tolerance begins or ends, with the uncertainty and without, and the best.
     */
    static List<Exact> better(
            Policy policy, Indicator indicator, Optional<Baseline.Defined> baseline, Reading.Known reading) {
        boolean up = indicator.direction() == Direction.HIGHER_IS_BETTER;
        Exact value = reading.value();
        Exact step = step(indicator, value);
        TreeSet<Exact> edges = new TreeSet<>();
        List<Exact> centres = new ArrayList<>();
        policy.limitsOn(indicator.id()).forEach(limit -> centres.add(limit.value()));
        baseline.ifPresent(base -> {
            Exact room = base.value().magnitude().times(indicator.tolerance()).dividedBy(Exact.HUNDRED);
            centres.addAll(
                    List.of(base.value(), base.value().plus(room), base.value().minus(room)));
        });
        Exact doubt = reading.uncertainty().orElse(Exact.ZERO);
        for (Exact centre : centres) {
            for (Exact edge : List.of(centre, centre.plus(doubt), centre.minus(doubt))) {
                edges.addAll(List.of(edge.minus(step), edge, edge.plus(step)));
            }
        }
        List<Exact> better = new ArrayList<>();
        better.add(up ? value.plus(step) : value.minus(step));
        (up ? edges.tailSet(value, false) : edges.headSet(value, false).descendingSet())
                .stream().limit(EDGES).forEach(better::add);
        better.add(best(indicator, value.magnitude().plus(Exact.HUNDRED)));
        return better.stream()
                .map(candidate -> whole(indicator, candidate, up))
                .filter(candidate -> indicator.range().contains(candidate))
                .filter(candidate -> up ? candidate.isAbove(value) : candidate.isBelow(value))
                .distinct()
                .toList();
    }

    static Exact step(Indicator indicator, Exact value) {
        if (indicator.counting() == Indicator.Counting.WHOLE) {
            return Exact.ONE;
        }
        return value.isZero() ? Exact.of("0.01") : value.magnitude().dividedBy(Exact.HUNDRED);
    }

    /** Returns the good end of the range, or a value that is far on the good side. */
    static Exact best(Indicator indicator, Exact scale) {
        Range range = indicator.range();
        Exact far = scale.times(Exact.of(10));
        return switch (indicator.direction()) {
            case HIGHER_IS_BETTER -> range.most().orElse(far);
            case LOWER_IS_BETTER -> range.least().orElse(far.negated());
            case TARGET_RANGE ->
                indicator
                        .target()
                        .flatMap(target -> target.least().or(target::most))
                        .orElse(Exact.ZERO);
            case CONTEXT ->
                range.contains(Exact.of(10)) ? Exact.of(10) : range.least().orElse(Exact.ZERO);
        };
    }

    private static Exact whole(Indicator indicator, Exact value, boolean up) {
        if (indicator.counting() == Indicator.Counting.MEASURED) {
            return value;
        }
        return up ? Edit.ceiling(value) : Edit.floor(value);
    }

    /** Returns a bare reading that is as good as can be, with every part where it should be. */
    static Reading.Known perfect(Indicator indicator, Exact value, String part) {
        Reading.Known reading = Reading.of(value);
        return indicator
                .breakdown()
                .map(breakdown ->
                        reading.by(breakdown.dimension(), Map.of(name(breakdown, part), Reading.Part.of(value))))
                .orElse(reading);
    }

    private static String name(Breakdown breakdown, String otherwise) {
        return breakdown.parts().stream().findFirst().orElse(otherwise);
    }
}
