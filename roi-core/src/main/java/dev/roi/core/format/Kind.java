package dev.roi.core.format;

import dev.roi.core.Language;
import dev.roi.core.Localized;
import dev.roi.core.Message;

/** What a value of a document is, before anyone asks what it means. */
public enum Kind implements Localized {
    /** Values by key. */
    OBJECT,
    /** Values in a row. */
    ARRAY,
    /** Characters. */
    TEXT,
    /** A decimal number. */
    NUMBER,
    /** True or false. */
    BOOLEAN,
    /** Nothing. */
    NULL;

    /**
     * Returns what a message calls it.
     *
     * @param language the language of the message
     * @return the kind in words, such as {@code a number}
     */
    @Override
    public String in(Language language) {
        return words().in(language);
    }

    private Message words() {
        return switch (this) {
            case OBJECT -> Message.of("an object");
            case ARRAY -> Message.of("a list");
            case TEXT -> Message.of("a text");
            case NUMBER -> Message.of("a number");
            case BOOLEAN -> Message.of("true or false");
            case NULL -> Message.of("null");
        };
    }
}
