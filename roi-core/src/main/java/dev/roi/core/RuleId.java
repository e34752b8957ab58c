package dev.roi.core;

/**
 * The name of a rule within its policy; what a justification cites, in kebab-case such as {@code low-adoption}.
 *
 * @param value the name itself: small letters, digits and single hyphens, beginning with a letter
 */
public record RuleId(String value) implements Comparable<RuleId> {

    /** Checks the name. {@inheritDoc} */
    public RuleId {
        Names.requireKebab("rule", value);
    }

    @Override
    public int compareTo(RuleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
