package dev.roi.core;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one month's readings say of an indicator that is computed from them.
 *
 * @param least the least that its value may be
 * @param most the most that it may be
 * @param value its value, where the readings settle it; without it and without bounds there was nothing to divide by
 * @param doubt how far the value may be away on either side, where what it is computed from is uncertain
 */
record Computed(Optional<Exact> least, Optional<Exact> most, Optional<Exact> value, Optional<Exact> doubt) {

    private static final Computed OF_NOTHING =
            new Computed(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Tells whether there was nothing to divide by. */
    boolean isOfNothing() {
        return least.isEmpty();
    }

    /** Tells whether a value may be what follows, but for rounding. */
    boolean allows(Exact given, Exact rounding) {
        return !isOfNothing()
                && !given.plus(rounding).isBelow(least.orElseThrow())
                && !given.minus(rounding).isAbove(most.orElseThrow());
    }

    /** Computes an indicator; nothing where what it is computed from is not known. */
    static Optional<Computed> of(
            Indicator indicator,
            Computation computation,
            Snapshot snapshot,
            IndicatorSet indicators,
            Optional<String> currency) {
        return computation.fold(
                share -> share(share, indicator.tolerance(), snapshot, indicators),
                gain -> gain(gain, snapshot, indicators, currency),
                ratio -> ratio(ratio, indicator.unit().equals(Unit.PERCENT) ? Exact.HUNDRED : Exact.ONE, snapshot));
    }

    /** Of what is uncertain or bounded no ratio is taken: nobody has to know it. */
    static Optional<Computed> ratio(Computation.Ratio ratio, Exact scale, Snapshot snapshot) {
        Optional<Exact> of = plain(snapshot, ratio.of()).map(Reading.Known::value);
        Optional<Reading.Known> over = plain(snapshot, ratio.each());
        Optional<Exact> each = switch (ratio.counting()) {
            case VALUE -> over.map(Reading.Known::value);
            case NUMERATOR -> over.flatMap(Reading.Known::rate).map(Reading.Rate::numerator);
        };
        if (of.isEmpty() || each.isEmpty()) {
            return Optional.empty();
        }
        if (each.get().isZero()) {
            return Optional.of(OF_NOTHING);
        }
        Optional<Exact> value = Optional.of(of.get().times(scale).dividedBy(each.get()));
        return Optional.of(new Computed(value, value, value, Optional.empty()));
    }

    private static Optional<Reading.Known> plain(Snapshot snapshot, IndicatorId id) {
        return snapshot.reading(id)
                .known()
                .filter(known -> known.uncertainty().isEmpty()
                        && known.bound() == Reading.Bound.EXACT
                        && known.covers().isEmpty()
                        && known.unit().isEmpty());
    }

    /** A small rest that belongs to no part leaves the share between two values; a large one says nothing of it. */
    private static Optional<Computed> share(
            Computation.Share share, Exact tolerance, Snapshot snapshot, IndicatorSet indicators) {
        Optional<Reading.Known> whole = snapshot.reading(share.whole()).known();
        Optional<Map<String, Reading.Part>> parts = whole.map(Reading.Known::by)
                .map(by -> by.get(indicators
                        .indicator(share.whole())
                        .breakdown()
                        .orElseThrow()
                        .dimension()));
        if (parts.isEmpty() || whole.get().bound() != Reading.Bound.EXACT) {
            return Optional.empty();
        }
        Exact all = whole.get().value();
        if (all.isZero()) {
            return Optional.of(OF_NOTHING);
        }
        Exact part = value(parts.get(), share.part());
        Exact rest = value(parts.get(), Breakdown.UNASSIGNED);
        Exact least = part.times(Exact.HUNDRED).dividedBy(all);
        Exact most = part.plus(rest).times(Exact.HUNDRED).dividedBy(all);
        Exact half = most.minus(least).dividedBy(Exact.of(2));
        boolean isSmall = !rest.times(Exact.HUNDRED).isAbove(all.times(tolerance));
        return Optional.of(new Computed(
                Optional.of(least),
                Optional.of(most),
                Optional.of(least.plus(half)).filter(middle -> isSmall),
                Optional.of(half).filter(doubt -> isSmall && !doubt.isZero())));
    }

    private static Exact value(Map<String, Reading.Part> parts, String name) {
        return Optional.ofNullable(parts.get(name)).map(Reading.Part::value).orElse(Exact.ZERO);
    }

    private static Optional<Computed> gain(
            Computation.Gain computation, Snapshot snapshot, IndicatorSet indicators, Optional<String> currency) {
        Optional<Reading.Known> gain = snapshot.reading(computation.gain()).known();
        Optional<Reading.Known> cost = snapshot.reading(computation.cost()).known();
        boolean isBounded =
                Stream.of(gain, cost).flatMap(Optional::stream).anyMatch(known -> known.bound() != Reading.Bound.EXACT);
        if (gain.isEmpty() || cost.isEmpty() || isBounded) {
            return Optional.empty();
        }
        Unit gained = unit(indicators.indicator(computation.gain()), gain.get(), currency);
        if (!gained.equals(unit(indicators.indicator(computation.cost()), cost.get(), currency))) {
            return Optional.empty();
        }
        Exact gainDoubt = gain.get().uncertainty().orElse(Exact.ZERO);
        Exact costDoubt = cost.get().uncertainty().orElse(Exact.ZERO);
        Exact over = cost.get().value();
        if (over.isZero() && costDoubt.isZero()) {
            return Optional.of(OF_NOTHING);
        }
        if (over.minus(costDoubt).signum() <= 0) {
            return Optional.empty();
        }
        Exact value = percent(gain.get().value(), over);
        Exact least = percent(gain.get().value().minus(gainDoubt), over.plus(costDoubt));
        Exact most = percent(gain.get().value().plus(gainDoubt), over.minus(costDoubt));
        Exact below = value.minus(least);
        Exact above = most.minus(value);
        Exact doubt = below.isAbove(above) ? below : above;
        return Optional.of(new Computed(
                Optional.of(least.isAbove(most) ? most : least),
                Optional.of(least.isAbove(most) ? least : most),
                Optional.of(value),
                Optional.of(doubt.magnitude()).filter(distance -> !distance.isZero())));
    }

    private static Exact percent(Exact gain, Exact cost) {
        return gain.minus(cost).times(Exact.HUNDRED).dividedBy(cost);
    }

    private static Unit unit(Indicator indicator, Reading.Known reading, Optional<String> currency) {
        Unit unit = reading.unit().orElse(indicator.unit());
        return unit.equals(Unit.CURRENCY) ? currency.map(Unit::new).orElse(unit) : unit;
    }
}
