package dev.roi.core;

import java.util.Optional;

/**
 * The values that are possible or wanted: from a least to a most value, both included, each of which may be open.
 *
 * @param least the least value, or none
 * @param most the greatest value, or none
 */
public record Range(Optional<Exact> least, Optional<Exact> most) implements Localized {

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

    /**
     * Says from where to where it goes.
     *
     * @param language the language of whoever reads it
     * @return a few words, such as {@code 5 to 60}
     */
    @Override
    public String in(Language language) {
        if (least.isPresent() && most.isPresent()) {
            return Message.of("%s to %s", least.get(), most.get()).in(language);
        }
        return least.map(end -> Message.of("%s or more", end))
                .or(() -> most.map(end -> Message.of("%s or less", end)))
                .orElse(Message.of("any number"))
                .in(language);
    }

    @Override
    public String toString() {
        return in(Language.ENGLISH);
    }
}
