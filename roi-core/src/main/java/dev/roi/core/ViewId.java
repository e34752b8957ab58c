package dev.roi.core;

/**
 * The name of a view within its policy: what one reader sees, in which order, in kebab-case such as {@code dashboard}.
 *
 * @param value the name itself: small letters, digits and single hyphens, beginning with a letter
 */
public record ViewId(String value) implements Comparable<ViewId> {

    /** Checks the name. {@inheritDoc} */
    public ViewId {
        Names.requireKebab("view", value);
    }

    @Override
    public int compareTo(ViewId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
