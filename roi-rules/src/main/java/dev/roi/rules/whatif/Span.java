package dev.roi.rules.whatif;

import dev.roi.core.Exact;
import java.util.Optional;

/**
 * The numbers between two ends, each of which may be open, or not be there at all.
 *
 * @param least the lower end; nothing where there is none
 * @param leastIncluded whether it belongs to the span
 * @param most the upper end; nothing where there is none
 * @param mostIncluded whether it belongs to the span
 */
public record Span(Optional<Exact> least, boolean leastIncluded, Optional<Exact> most, boolean mostIncluded) {

    /** Every number. */
    public static final Span ANY = between(Optional.empty(), Optional.empty());

    static Span of(Exact only) {
        return new Span(Optional.of(only), true, Optional.of(only), true);
    }

    static Span between(Optional<Exact> least, Optional<Exact> most) {
        return new Span(least, false, most, false);
    }

    /**
     * Tells whether a number lies in the span.
     *
     * @param number the number
     * @return whether it does
     */
    public boolean contains(Exact number) {
        boolean isAbove = least.map(end -> leastIncluded ? !number.isBelow(end) : number.isAbove(end))
                .orElse(true);
        boolean isBelow = most.map(end -> mostIncluded ? !number.isAbove(end) : number.isBelow(end))
                .orElse(true);
        return isAbove && isBelow;
    }

    /** What lies in both; nothing where that is nothing. */
    Optional<Span> within(Exact from, Exact to) {
        boolean cutsLeast = least.filter(end -> !end.isBelow(from)).isEmpty();
        boolean cutsMost = most.filter(end -> !end.isAbove(to)).isEmpty();
        Span both = new Span(
                cutsLeast ? Optional.of(from) : least,
                cutsLeast || leastIncluded,
                cutsMost ? Optional.of(to) : most,
                cutsMost || mostIncluded);
        int order = both.least.orElseThrow().compareTo(both.most.orElseThrow());
        boolean isThere = order < 0 || (order == 0 && both.leastIncluded && both.mostIncluded);
        return isThere && contains(both.middle()) ? Optional.of(both) : Optional.empty();
    }

    /** The number halfway between two ends. */
    Exact middle() {
        return least.orElseThrow().plus(most.orElseThrow()).dividedBy(Exact.of(2));
    }

    /** The span from the beginning of this one to the end of another. */
    Span upTo(Span other) {
        return new Span(least, leastIncluded, other.most, other.mostIncluded);
    }
}
