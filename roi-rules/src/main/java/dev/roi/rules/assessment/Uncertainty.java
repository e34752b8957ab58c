package dev.roi.rules.assessment;

import dev.roi.core.Exact;
import dev.roi.core.Reading;
import dev.roi.rules.facts.Figure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the number of a reading may lie, and what may be calculated from two such numbers. */
final class Uncertainty {

    private Uncertainty() {}

    static Figure of(Reading.Known reading) {
        return reading.uncertainty()
                .map(doubt -> new Figure(
                        reading.value(),
                        reading.value().minus(doubt),
                        reading.value().plus(doubt)))
                .orElseGet(() -> Figure.of(reading.value()));
    }

    /** A number less another. */
    static Figure less(Figure one, Figure other) {
        return new Figure(
                one.estimate().minus(other.estimate()),
                one.least().minus(other.most()),
                one.most().minus(other.least()));
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
        return Optional.of(new Figure(change(value.estimate(), base.estimate()), ends.get(0), ends.get(3)));
    }

    private static Exact change(Exact value, Exact base) {
        return value.minus(base).times(Exact.HUNDRED).dividedBy(base.magnitude());
    }

    /** A number less another; never below 0. */
    static Figure rest(Figure whole, Figure part) {
        return new Figure(
                atLeastZero(whole.estimate().minus(part.estimate())),
                atLeastZero(whole.least().minus(part.most())),
                atLeastZero(whole.most().minus(part.least())));
    }

    /** What a part of something is of the whole, in percent; nothing of nothing is 0, and something of it is all. */
    static Figure share(Figure part, Figure whole) {
        Exact estimate = share(part.estimate(), whole.estimate());
        Exact least = share(part.least(), whole.most());
        Exact most = share(part.most(), whole.least());
        return new Figure(
                estimate, least.isBelow(estimate) ? least : estimate, most.isAbove(estimate) ? most : estimate);
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
                one.most().plus(other.most()));
    }

    /** How much a number grows over another, in percent; a base below 1 counts as 1, so that growth from nothing is large. */
    static Figure growth(Figure value, Figure base) {
        return new Figure(
                growth(value.estimate(), base.estimate()),
                growth(value.least(), base.most()),
                growth(value.most(), base.least()));
    }

    private static Exact growth(Exact value, Exact base) {
        Exact divisor = base.isBelow(Exact.ONE) ? Exact.ONE : base;
        return value.minus(base).times(Exact.HUNDRED).dividedBy(divisor);
    }

    private static Exact atLeastZero(Exact number) {
        return number.signum() < 0 ? Exact.ZERO : number;
    }
}
