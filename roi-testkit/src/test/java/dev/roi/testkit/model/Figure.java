package dev.roi.testkit.model;

import dev.roi.core.Exact;
import dev.roi.core.Range;
import java.util.Optional;

/**
 * A known reading in its indicator's unit.
 *
 * @param value the value as it is given
 * @param least the least that it may be
 * @param most the most that it may be
 * @param definition how it was measured, where that is said
 */
record Figure(Exact value, Exact least, Exact most, Optional<String> definition) {

    /** Returns a figure that may be so far away on either side, inside what is possible. */
    static Figure within(Exact value, Exact doubt, Range possible, Optional<String> definition) {
        Exact least = value.minus(doubt);
        Exact most = value.plus(doubt);
        return new Figure(
                value,
                possible.least().filter(least::isBelow).orElse(least),
                possible.most().filter(most::isAbove).orElse(most),
                definition);
    }

    boolean isCertain() {
        return least.equals(most);
    }

    Told isAbove(Exact limit) {
        return new Told(least.isAbove(limit), value.isAbove(limit), most.isAbove(limit));
    }

    Told isBelow(Exact limit) {
        return new Told(most.isBelow(limit), value.isBelow(limit), least.isBelow(limit));
    }

    Told isAtLeast(Exact limit) {
        return new Told(!least.isBelow(limit), !value.isBelow(limit), !most.isBelow(limit));
    }

    Told isAtMost(Exact limit) {
        return new Told(!most.isAbove(limit), !value.isAbove(limit), !least.isAbove(limit));
    }
}
