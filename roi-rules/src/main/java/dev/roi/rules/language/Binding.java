package dev.roi.rules.language;

import dev.roi.rules.facts.Field;

/**
 * A name that a condition gives to what a property holds.
 *
 * @param name the name, such as {@code $cost}
 * @param field the property
 */
public record Binding(String name, Field field) {

    @Override
    public String toString() {
        return "%s : %s".formatted(name, field);
    }
}
