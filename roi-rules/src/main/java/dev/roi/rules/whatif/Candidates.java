package dev.roi.rules.whatif;

import dev.roi.core.Direction;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.IndicatorSet;
import dev.roi.core.Nature;
import dev.roi.core.Range;
import dev.roi.rules.whatif.Axis.Side;
import dev.roi.rules.whatif.WhatIf.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What may be otherwise in one reading. For use by one thread. */
final class Candidates {

    private final IndicatorSet indicators;
    private final Reach reach;
    private final Axes axes;
    private final Map<Asked, Optional<Axis>> known = new HashMap<>();

    Candidates(IndicatorSet indicators, Reach reach, Axes axes) {
        this.indicators = indicators;
        this.reach = reach;
        this.axes = axes;
    }

    private record Asked(IndicatorId id, Variation at) {}

    /** The axis of a reading; nothing where it is computed from others, or cannot have a part in a decision. */
    Optional<Axis> axis(IndicatorId id, Variation at) {
        Variation linked = isLinked(id, at.readings().keySet()) ? at.after(0) : Variation.NONE;
        Optional<Axis> axis = known.get(new Asked(id, linked));
        if (axis == null) {
            axis = reach.matters(id) ? axes.moving(id, linked) : Optional.empty();
            known.put(new Asked(id, linked), axis);
        }
        return axis;
    }

    /** Where a value is held against that of another reading, what it may be depends on the other. */
    private boolean isLinked(IndicatorId id, Set<IndicatorId> others) {
        return others.stream().anyMatch(other -> reach.areLinked(id, other));
    }

    /** What makes a reading better, or known, the least first. */
    List<Step> better(IndicatorId id, Variation at) {
        Indicator indicator = indicators.indicator(id);
        return axis(id, at)
                .map(axis -> axis.from().isEmpty() ? measured(axis) : improved(axis, indicator))
                .orElse(List.of());
    }

    /** What makes a known reading worse, the least first. */
    List<Step> worse(IndicatorId id) {
        Indicator indicator = indicators.indicator(id);
        List<Step> steps = new ArrayList<>();
        axis(id, Variation.NONE).filter(axis -> axis.at().isPresent()).ifPresent(axis -> {
            for (Side side : worseSides(indicator, axis.from().orElseThrow())) {
                axis.towards(side).forEach(zone -> steps.add(step(axis, Kind.WORSEN, zone)));
            }
        });
        return steps;
    }

    private static List<Step> measured(Axis axis) {
        return axis.zones().stream()
                .map(zone -> new Step(axis, Kind.MEASURE, zone.span(), zone.sample()))
                .toList();
    }

    private static List<Step> improved(Axis axis, Indicator indicator) {
        boolean isResult = indicator.nature() == Nature.OUTCOME || indicator.nature() == Nature.RESOURCE;
        if (!isResult || axis.at().isEmpty()) {
            return List.of();
        }
        return betterSide(indicator, axis.from().orElseThrow())
                .map(side -> axis.towards(side).stream()
                        .map(zone -> step(axis, Kind.IMPROVE, zone))
                        .filter(step -> isNotBeyond(indicator.target(), side, step.to()))
                        .toList())
                .orElse(List.of());
    }

    private static Step step(Axis axis, Kind kind, Zone zone) {
        return new Step(axis, kind, zone.span(), axis.entry(zone));
    }

    /** Past the target is no better. */
    private static boolean isNotBeyond(Optional<Range> target, Side side, Exact value) {
        return target.map(range -> side == Side.UP
                        ? range.most().filter(value::isAbove).isEmpty()
                        : range.least().filter(value::isBelow).isEmpty())
                .orElse(true);
    }

    static Optional<Side> betterSide(Indicator indicator, Exact value) {
        return switch (indicator.direction()) {
            case HIGHER_IS_BETTER -> Optional.of(Side.UP);
            case LOWER_IS_BETTER -> Optional.of(Side.DOWN);
            case TARGET_RANGE -> towards(indicator.target().orElseThrow(), value);
            case CONTEXT -> Optional.empty();
        };
    }

    private static Optional<Side> towards(Range target, Exact value) {
        if (target.least().filter(value::isBelow).isPresent()) {
            return Optional.of(Side.UP);
        }
        return target.most().filter(value::isAbove).isPresent() ? Optional.of(Side.DOWN) : Optional.empty();
    }

    private static List<Side> worseSides(Indicator indicator, Exact value) {
        if (indicator.direction() == Direction.CONTEXT) {
            return List.of();
        }
        return betterSide(indicator, value).map(Side::opposite).map(List::of).orElse(List.of(Side.DOWN, Side.UP));
    }
}
