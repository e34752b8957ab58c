package dev.roi.rules.assessment;

import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.Reading;
import dev.roi.rules.facts.Caveat;
import dev.roi.rules.facts.Figure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the number of a reading may lie, and what may be calculated from two such numbers. */
final class Uncertainty {

    private Uncertainty() {}

    /** No number of a scorecard lies beyond. */
    private static final Exact FAR = Exact.of("1e15");

    /** Where the number of a reading may lie. */
    static Figure of(Indicator indicator, Reading.Known reading) {
        Exact value = reading.value();
        Caveat caveat = caveat(indicator, reading);
        if (caveat == Caveat.CERTAIN) {
            return Figure.of(value);
        }
        Exact distance = reading.uncertainty().orElse(Exact.ZERO);
        Exact least = value.minus(distance);
        Exact most = value.plus(distance);
        return switch (caveat) {
            case CERTAIN, UNCERTAIN -> new Figure(value, least, most);
            case BOUND ->
                reading.bound() == Reading.Bound.AT_LEAST
                        ? figure(reading, least, lastOf(indicator))
                        : figure(reading, firstOf(indicator), most);
            case FEW_CASES, PROVISIONAL -> figure(reading, firstOf(indicator), lastOf(indicator));
            // what was counted in some days of a month is not less in all of them
            case PARTIAL -> figure(reading, isCounted(indicator) ? least : firstOf(indicator), lastOf(indicator));
        };
    }

    private static Figure figure(Reading.Known reading, Exact least, Exact most) {
        Exact value = reading.value();
        return new Figure(
                value,
                least.isAbove(value) ? value : least,
                most.isBelow(value) ? value : most,
                reading.bound() == Reading.Bound.EXACT ? Figure.Kind.MEASURED : Figure.Kind.BOUND);
    }

    private static boolean isCounted(Indicator indicator) {
        return indicator.additivity() == Indicator.Additivity.ADDS_UP
                && indicator
                        .range()
                        .least()
                        .filter(least -> least.signum() >= 0)
                        .isPresent()
                && !indicator.unit().isTime();
    }

    private static Exact firstOf(Indicator indicator) {
        return indicator.range().least().orElse(FAR.negated());
    }

    private static Exact lastOf(Indicator indicator) {
        return indicator.range().most().orElse(FAR);
    }

    /** Why a reading may be another number than the one that it gives: the gravest reason. */
    static Caveat caveat(Indicator indicator, Reading.Known reading) {
        if (reading.covers().isPresent()) {
            return Caveat.PARTIAL;
        }
        if (reading.status() == Reading.Status.PROVISIONAL) {
            return Caveat.PROVISIONAL;
        }
        if (indicator.trust().isOfTooFew(reading)) {
            return Caveat.FEW_CASES;
        }
        if (reading.bound() != Reading.Bound.EXACT) {
            return Caveat.BOUND;
        }
        return reading.uncertainty().filter(distance -> !distance.isZero()).isPresent()
                ? Caveat.UNCERTAIN
                : Caveat.CERTAIN;
    }

    private static Figure.Kind kind(Figure one, Figure other) {
        return one.isBound() || other.isBound() ? Figure.Kind.BOUND : Figure.Kind.MEASURED;
    }

    /** A number less another. */
    static Figure less(Figure one, Figure other) {
        return new Figure(
                one.estimate().minus(other.estimate()),
                one.least().minus(other.most()),
                one.most().minus(other.least()),
                kind(one, other));
    }

    /** How much a number is more than another, in percent of that; nothing where that is, or may be, 0. */
    static Optional<Figure> change(Figure value, Figure base) {
        boolean isAbove = base.least().signum() > 0;
        if (!isAbove && base.most().signum() >= 0) {
            return Optional.empty();
        }
        List<Exact> ends = Stream.of(
                        change(value.least(), base.least()),
                        change(value.least(), base.most()),
                        change(value.most(), base.least()),
                        change(value.most(), base.most()))
                .sorted()
                .toList();
        return Optional.of(
                new Figure(change(value.estimate(), base.estimate()), ends.get(0), ends.get(3), kind(value, base)));
    }

    private static Exact change(Exact value, Exact base) {
        return value.minus(base).times(Exact.HUNDRED).dividedBy(base.magnitude());
    }

    /** A number less another; never below 0. */
    static Figure rest(Figure whole, Figure part) {
        return new Figure(
                atLeastZero(whole.estimate().minus(part.estimate())),
                atLeastZero(whole.least().minus(part.most())),
                atLeastZero(whole.most().minus(part.least())),
                kind(whole, part));
    }

    /** What a part of something is of the whole, in percent; nothing of nothing is 0, and something of it is all. */
    static Figure share(Figure part, Figure whole) {
        Exact estimate = share(part.estimate(), whole.estimate());
        Exact least = share(part.least(), whole.most());
        Exact most = share(part.most(), whole.least());
        return new Figure(
                estimate,
                least.isBelow(estimate) ? least : estimate,
                most.isAbove(estimate) ? most : estimate,
                kind(part, whole));
    }

    private static Exact share(Exact part, Exact whole) {
        if (whole.signum() <= 0) {
            return part.signum() > 0 ? Exact.HUNDRED : Exact.ZERO;
        }
        return part.times(Exact.HUNDRED).dividedBy(whole);
    }

    static Figure plus(Figure one, Figure other) {
        return new Figure(
                one.estimate().plus(other.estimate()),
                one.least().plus(other.least()),
                one.most().plus(other.most()),
                kind(one, other));
    }

    private static Exact atLeastZero(Exact number) {
        return number.signum() < 0 ? Exact.ZERO : number;
    }
}
