package dev.roi.rules.facts;

import dev.roi.core.Names;

/**
 * The name of a kind of month, of which successive ones are counted.
 *
 * @param value the name in kebab-case
 */
public record MonthKindName(String value) {

    /** Checks the name. {@inheritDoc} */
    public MonthKindName {
        if (!Names.isKebab(value)) {
            throw new IllegalArgumentException("kind of month (%s) must be in kebab-case".formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
