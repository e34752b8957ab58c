package dev.roi.core;

import static java.util.Objects.requireNonNull;

/**
 * Somebody's disagreement with a decision, which stands all the same.
 *
 * @param name who disagrees; {@value DecisionRecord#MOST_NAME_CHARACTERS} characters at the most
 * @param text why; {@value DecisionRecord#MOST_TEXT_CHARACTERS} characters at the most
 */
public record Dissent(String name, String text) {

    /** Checks that both are there. {@inheritDoc} */
    public Dissent {
        requireNonNull(name, "name");
        requireNonNull(text, "text");
    }
}
