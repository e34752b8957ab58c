package dev.roi.rules.whatif;

import dev.roi.core.Exact;
import dev.roi.rules.whatif.WhatIf.Bound;
import dev.roi.rules.whatif.WhatIf.Kind;
import java.util.Optional;

/**
 * One reading that is otherwise.
 *
 * @param axis the indicator's values
 * @param kind what has to happen
 * @param span the values that do it
 * @param to one of them: the nearest, or the worst of what is to be measured
 */
record Step(Axis axis, Kind kind, Span span, Exact to) {

    Exact movement() {
        return axis.movement(to);
    }

    /** On which side of which limit it is done; nothing where any value does it. */
    Optional<Limit> limit() {
        boolean isLast = axis.grid().last(span).filter(to::equals).isPresent()
                && span.most().isPresent();
        boolean isFirst = axis.grid().first(span).filter(to::equals).isPresent()
                && span.least().isPresent();
        Axis.Side side = axis.from()
                .filter(from -> kind != Kind.WAIT)
                .map(from -> to.isAbove(from) ? Axis.Side.UP : Axis.Side.DOWN)
                .orElse(isLast ? Axis.Side.DOWN : Axis.Side.UP);
        if (side == Axis.Side.DOWN && isLast) {
            return Optional.of(limit(span.most().get(), Bound.AT_MOST, Bound.BELOW));
        }
        return isFirst ? Optional.of(limit(span.least().orElseThrow(), Bound.AT_LEAST, Bound.ABOVE)) : Optional.empty();
    }

    private Limit limit(Exact end, Bound included, Bound beyond) {
        return to.equals(end) || axis.grid().mostDecimals() == 0 ? new Limit(included, to) : new Limit(beyond, end);
    }

    /** A limit and the side of it. */
    record Limit(Bound bound, Exact value) {}
}
