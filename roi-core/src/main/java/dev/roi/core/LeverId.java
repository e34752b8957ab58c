package dev.roi.core;

/**
 * The name of a lever within its policy: what an adjustment acts on, in kebab-case such as {@code data-policy}.
 *
 * @param value the name itself: small letters, digits and single hyphens, beginning with a letter
 */
public record LeverId(String value) implements Comparable<LeverId> {

    /** Checks the name. {@inheritDoc} */
    public LeverId {
        Names.requireKebab("lever", value);
    }

    @Override
    public int compareTo(LeverId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
