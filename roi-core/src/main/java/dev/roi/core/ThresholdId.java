package dev.roi.core;

/**
 * The name of a threshold within its policy, a group and a name such as {@code adoption.high}.
 *
 * @param value the name itself: two names in kebab-case with a full stop between them
 */
public record ThresholdId(String value) implements Comparable<ThresholdId> {

    /** Checks the name. {@inheritDoc} */
    public ThresholdId {
        Names.requireDotted("threshold", value);
    }

    @Override
    public int compareTo(ThresholdId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
