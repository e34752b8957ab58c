package dev.roi.core.format;

import dev.roi.core.Message;
import java.util.Optional;

/**
 * What is wrong with a value, apart from where it stands.
 *
 * @param code a stable code
 * @param message what is wrong, in one line
 * @param help the likely fix, where one can be guessed
 */
public record Objection(String code, Message message, Optional<Message> help) {

    /**
     * Objects without knowing a fix.
     *
     * @param code a stable code
     * @param message what is wrong, in one line
     */
    public Objection(String code, Message message) {
        this(code, message, Optional.empty());
    }

    /**
     * Objects, and says how it is mended.
     *
     * @param code a stable code
     * @param message what is wrong, in one line
     * @param help the likely fix
     */
    public Objection(String code, Message message, Message help) {
        this(code, message, Optional.of(help));
    }
}
