package dev.roi.rules.whatif;

import dev.roi.core.Exact;
import java.util.BitSet;
import java.util.List;

/**
 * Values of a reading that rules cannot tell apart.
 *
 * @param span the values
 * @param sample one of them
 * @param seen what conditions see there
 * @param judged how the reading compares with its baseline there, where it judges a block
 */
record Zone(Span span, Exact sample, BitSet seen, List<Object> judged) {

    boolean isLike(Zone other) {
        return seen.equals(other.seen) && judged.equals(other.judged);
    }

    /** This zone and the one that follows it, which is alike. */
    Zone with(Zone next) {
        return new Zone(span.upTo(next.span), sample, seen, judged);
    }
}
