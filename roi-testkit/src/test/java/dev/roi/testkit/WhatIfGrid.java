package dev.roi.testkit;

import dev.roi.core.Baseline;
import dev.roi.core.Direction;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.Nature;
import dev.roi.core.Range;
import dev.roi.core.Reading;
import dev.roi.core.Unit;
import dev.roi.rules.policy.Policy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Every value of a reading that something may be held against, and those just beside it: limits, ends of ranges, targets
 * and objectives, the baseline and its tolerance, each shifted by the uncertainty, and some in between. Knows nothing of
 * how answers are found.
 */
final class WhatIfGrid {

    private static final int EVENLY = 2;

    private final Policy policy;
    private final WhatIfTrials trials;
    private final Map<IndicatorId, List<Exact>> better = new LinkedHashMap<>();
    private final Map<IndicatorId, List<Exact>> worse = new LinkedHashMap<>();

    WhatIfGrid(Policy policy, WhatIfTrials trials) {
        this.policy = policy;
        this.trials = trials;
        for (Indicator indicator : policy.indicators().indicators()) {
            List<Exact> values = isItsOwn(indicator) ? around(indicator) : List.of();
            Optional<Reading.Known> known = trials.known(indicator.id());
            better.put(
                    indicator.id(),
                    values.stream()
                            .filter(value -> known.isEmpty()
                                    || isImproved(indicator, known.get().value(), value))
                            .toList());
            worse.put(
                    indicator.id(),
                    values.stream()
                            .filter(value -> known.isPresent()
                                    && isWorse(indicator, known.get().value(), value))
                            .toList());
        }
        better.values().removeIf(List::isEmpty);
        worse.values().removeIf(List::isEmpty);
    }

    /** What may be proposed, by indicator: better values of what is known, any of what is not. */
    Map<IndicatorId, List<Exact>> better() {
        return better;
    }

    /** Worse values of what is known, by indicator. */
    Map<IndicatorId, List<Exact>> worse() {
        return worse;
    }

    private static boolean isItsOwn(Indicator indicator) {
        return indicator.computed().isEmpty();
    }

    /** Activity and perception prove nothing, and context is neither good nor bad. */
    static boolean isImproved(Indicator indicator, Exact from, Exact to) {
        boolean isResult = indicator.nature() == Nature.OUTCOME || indicator.nature() == Nature.RESOURCE;
        return isResult && isBetter(indicator, from, to);
    }

    static boolean isWorse(Indicator indicator, Exact from, Exact to) {
        return indicator.direction() != Direction.CONTEXT
                && !to.equals(from)
                && !isBetter(indicator, from, to)
                && (indicator.direction() != Direction.TARGET_RANGE || isFurther(indicator, from, to));
    }

    private static boolean isBetter(Indicator indicator, Exact from, Exact to) {
        return switch (indicator.direction()) {
            case HIGHER_IS_BETTER -> to.isAbove(from);
            case LOWER_IS_BETTER -> to.isBelow(from);
            case CONTEXT -> false;
            case TARGET_RANGE -> {
                Range target = indicator.target().orElseThrow();
                boolean isUp = target.least().filter(from::isBelow).isPresent()
                        && to.isAbove(from)
                        && target.most().filter(to::isAbove).isEmpty();
                boolean isDown = target.most().filter(from::isAbove).isPresent()
                        && to.isBelow(from)
                        && target.least().filter(to::isBelow).isEmpty();
                yield isUp || isDown;
            }
        };
    }

    /** Away from the target, or out of it. */
    private static boolean isFurther(Indicator indicator, Exact from, Exact to) {
        Range target = indicator.target().orElseThrow();
        if (target.least().filter(from::isBelow).isPresent()) {
            return to.isBelow(from);
        }
        return target.most().filter(from::isAbove).isEmpty() || to.isAbove(from);
    }

    private List<Exact> around(Indicator indicator) {
        Optional<Reading.Known> known = trials.known(indicator.id());
        boolean isWhole = indicator.counting() == Indicator.Counting.WHOLE;
        Exact unit = isWhole ? Exact.ONE : Exact.of(BigDecimal.valueOf(1, decimals(known)));
        NavigableSet<Exact> values = new TreeSet<>();
        for (Exact cut : cuts(indicator)) {
            values.add(cut);
            values.add(Exact.of(cut.minus(unit).rounded(6)));
            values.add(Exact.of(cut.plus(unit).rounded(6)));
        }
        return values.stream()
                .filter(indicator.range()::contains)
                .filter(value -> !isWhole || value.isWhole())
                .toList();
    }

    private static int decimals(Optional<Reading.Known> known) {
        return known.map(reading -> reading.value().rounded(6).scale())
                .filter(scale -> scale > 0 && scale < 6)
                .orElse(1);
    }

    /** Tells whether values can be written with the decimals of their readings: no others are proposed. */
    boolean isAsFine(Map<IndicatorId, Exact> values) {
        return values.entrySet().stream()
                .allMatch(value -> trials.known(value.getKey())
                        .filter(known -> decimals(value.getValue()) > ownDecimals(known.value()))
                        .isEmpty());
    }

    /** A rate whose decimals do not end is written with one of them. */
    private static int ownDecimals(Exact value) {
        return Exact.of(value.comparable()).equals(value) ? decimals(value) : 1;
    }

    static int decimals(Exact value) {
        return Math.max(0, value.rounded(12).scale());
    }

    /** How far a value is from another, in usual steps of its indicator. */
    Exact movement(IndicatorId id, Exact from, Exact to) {
        Indicator indicator = trials.indicator(id);
        Exact step = Exact.ONE;
        if (indicator.counting() != Indicator.Counting.WHOLE
                && !indicator.unit().equals(Unit.PERCENT)) {
            step = baseline(indicator)
                    .filter(value -> !value.isZero())
                    .or(() -> Optional.of(from).filter(value -> !value.isZero()))
                    .map(value -> value.magnitude().dividedBy(Exact.HUNDRED))
                    .orElse(Exact.ONE);
        }
        return to.minus(from).magnitude().dividedBy(step);
    }

    private Optional<Exact> baseline(Indicator indicator) {
        return Optional.ofNullable(trials.assessment().scorecard().baselines().get(indicator.id()))
                .flatMap(given -> given.fold(Optional::of, undefined -> Optional.<Baseline.Defined>empty()))
                .map(Baseline.Defined::value);
    }

    /** Where something may turn. */
    NavigableSet<Exact> cuts(Indicator indicator) {
        NavigableSet<Exact> plain = new TreeSet<>(List.of(Exact.ZERO));
        policy.limitsOn(indicator.id()).forEach(limit -> plain.add(limit.value()));
        indicator.range().most().ifPresent(plain::add);
        indicator.target().ifPresent(target -> addEnds(target, plain));
        indicator.objective().ifPresent(objective -> addEnds(objective.range(), plain));
        baseline(indicator).ifPresent(value -> {
            Exact tolerated = value.magnitude().times(indicator.tolerance()).dividedBy(Exact.HUNDRED);
            plain.addAll(List.of(value.minus(tolerated), value, value.plus(tolerated)));
        });
        Optional<Reading.Known> known = trials.known(indicator.id());
        known.ifPresent(reading -> plain.addAll(between(reading.value())));
        NavigableSet<Exact> cuts = new TreeSet<>(plain);
        known.flatMap(Reading.Known::uncertainty)
                .ifPresent(
                        doubt -> plain.forEach(value -> cuts.addAll(List.of(value.minus(doubt), value.plus(doubt)))));
        return cuts;
    }

    private static void addEnds(Range range, NavigableSet<Exact> to) {
        range.least().ifPresent(to::add);
        range.most().ifPresent(to::add);
    }

    private static List<Exact> between(Exact value) {
        List<Exact> between = new ArrayList<>();
        for (int i = 1; i < EVENLY; i++) {
            for (int share : List.of(i, EVENLY + i)) {
                between.add(Exact.of(
                        value.times(Exact.of(share)).dividedBy(Exact.of(EVENLY)).rounded(1)));
            }
        }
        return between;
    }
}
