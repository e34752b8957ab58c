package dev.roi.core.format;

import dev.roi.core.Language;
import dev.roi.core.Localized;
import dev.roi.core.Message;

/** What a value of a document is, before anyone asks what it means. */
public enum Kind implements Localized {
    /** Values by key. */
    OBJECT(Message.of("an object")),
    /** Values in a row. */
    ARRAY(Message.of("a list")),
    /** Characters. */
    TEXT(Message.of("a text")),
    /** A decimal number. */
    NUMBER(Message.of("a number")),
    /** True or false. */
    BOOLEAN(Message.of("true or false")),
    /** Nothing. */
    NULL(Message.of("null"));

    private final Message words;

    Kind(Message words) {
        this.words = words;
    }

    /**
     * Returns what a message calls it.
     *
     * @param language the language of the message
     * @return the kind in words, such as {@code a number}
     */
    @Override
    public String in(Language language) {
        return words.in(language);
    }
}
