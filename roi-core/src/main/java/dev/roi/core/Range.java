package dev.roi.core;

import java.util.Optional;

/**
 * The values that are possible or wanted: from a least to a most value, both included, each of which may be open.
 *
 * @param least the least value, or none
 * @param most the greatest value, or none
 */
public record Range(Optional<Exact> least, Optional<Exact> most) {

    /** Every number. */
    public static final Range ANY = new Range(Optional.empty(), Optional.empty());

    /** Checks that the ends are in order. {@inheritDoc} */
    public Range {
        if (least.isPresent() && most.isPresent() && least.get().isAbove(most.get())) {
            throw new IllegalArgumentException("range from (%s) to (%s) is empty".formatted(least.get(), most.get()));
        }
    }

    /**
     * Returns a range with two ends.
     *
     * @param least the least value
     * @param most the greatest value
     * @return the range, both ends included
     */
    public static Range between(Exact least, Exact most) {
        return new Range(Optional.of(least), Optional.of(most));
    }

    /**
     * Tells whether a value lies in the range.
     *
     * @param value the value
     * @return whether it does, ends included
     */
    public boolean contains(Exact value) {
        return (least.isEmpty() || !value.isBelow(least.get())) && (most.isEmpty() || !value.isAbove(most.get()));
    }

    @Override
    public String toString() {
        if (least.isPresent() && most.isPresent()) {
            return least.get() + " to " + most.get();
        }
        return least.map(end -> end + " or more")
                .or(() -> most.map(end -> end + " or less"))
                .orElse("any number");
    }
}
