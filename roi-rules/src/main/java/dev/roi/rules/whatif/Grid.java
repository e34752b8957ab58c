package dev.roi.rules.whatif;

import dev.roi.core.Exact;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The values that can be written down: whole numbers, or decimals as fine as those that a reading has.
 *
 * @param decimals how many decimals are usual
 * @param mostDecimals how many there may be where a span is too narrow for the usual ones; 0 for what is counted
 */
record Grid(int decimals, int mostDecimals) {

    private static final int DECIMALS = Exact.COMPARABLE_DECIMALS;

    static Grid whole() {
        return new Grid(0, 0);
    }

    static Grid decimal(int decimals) {
        return new Grid(Math.min(decimals, DECIMALS), DECIMALS);
    }

    /** How many decimals a number has; nothing where they do not end in time. */
    static Optional<Integer> decimals(Exact number) {
        BigDecimal decimal = number.comparable();
        return Exact.of(decimal).equals(number) ? Optional.of(Math.max(0, decimal.scale())) : Optional.empty();
    }

    boolean holds(Exact number) {
        return decimals(number).filter(some -> some <= mostDecimals).isPresent();
    }

    /** The least value of a span that has a lower end, or else the greatest, or else 0. */
    Optional<Exact> first(Span span) {
        return span.least().isPresent() ? end(span, span.least().get(), span.leastIncluded(), 1) : last(span);
    }

    /** The greatest value of a span that has an upper end, or else the least, or else 0. */
    Optional<Exact> last(Span span) {
        if (span.most().isPresent()) {
            return end(span, span.most().get(), span.mostIncluded(), -1);
        }
        return span.least().isPresent() ? first(span) : Optional.of(Exact.ZERO);
    }

    /** The value of a span that is nearest to a number. */
    Optional<Exact> nearest(Span span, Exact to) {
        if (span.contains(to) && holds(to)) {
            return Optional.of(to);
        }
        boolean isAbove = span.least().filter(end -> !to.isAbove(end)).isPresent();
        return isAbove ? first(span) : last(span);
    }

    /** Any value of a span, well inside where there is room. */
    Optional<Exact> inside(Span span) {
        if (span.least().isPresent() && span.most().isPresent()) {
            Exact middle = span.least().get().plus(span.most().get()).dividedBy(Exact.of(2));
            Exact usual = Exact.of(middle.rounded(decimals));
            return span.contains(usual) ? Optional.of(usual) : first(span);
        }
        return first(span);
    }

    /** The same values, with ends that can be written down where only whole numbers can. */
    Span tightened(Span span) {
        if (mostDecimals > 0) {
            return span;
        }
        Optional<Exact> least = span.least().flatMap(end -> first(span));
        Optional<Exact> most = span.most().flatMap(end -> last(span));
        return new Span(least, least.isPresent(), most, most.isPresent());
    }

    private Optional<Exact> end(Span span, Exact end, boolean included, int side) {
        if (included && holds(end)) {
            return Optional.of(end);
        }
        RoundingMode away = side > 0 ? RoundingMode.FLOOR : RoundingMode.CEILING;
        for (int d = decimals; d <= mostDecimals; d++) {
            BigDecimal step = BigDecimal.valueOf(side, d);
            Exact next = Exact.of(end.comparable().setScale(d, away).add(step));
            if (span.contains(next)) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }
}
