package dev.roi.core;

/**
 * The name of a policy, in kebab-case such as {@code coding-agent}.
 *
 * @param value the name itself: small letters, digits and single hyphens, beginning with a letter
 */
public record PolicyId(String value) implements Comparable<PolicyId> {

    /** Checks the name. {@inheritDoc} */
    public PolicyId {
        Names.requireKebab("policy", value);
    }

    @Override
    public int compareTo(PolicyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
