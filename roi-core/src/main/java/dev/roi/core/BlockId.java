package dev.roi.core;

/**
 * The name of a block within its policy, in kebab-case such as {@code delivery}.
 *
 * @param value the name itself: small letters, digits and single hyphens, beginning with a letter
 */
public record BlockId(String value) implements Comparable<BlockId> {

    /** Checks the name. {@inheritDoc} */
    public BlockId {
        Names.requireKebab("block", value);
    }

    @Override
    public int compareTo(BlockId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
