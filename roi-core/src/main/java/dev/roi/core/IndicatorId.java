package dev.roi.core;

/**
 * The name of an indicator within its policy, in kebab-case such as {@code adoption-rate}.
 *
 * @param value the name itself: small letters, digits and single hyphens, beginning with a letter
 */
public record IndicatorId(String value) implements Comparable<IndicatorId> {

    /** Checks the name. {@inheritDoc} */
    public IndicatorId {
        Names.requireKebab("indicator", value);
    }

    @Override
    public int compareTo(IndicatorId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
