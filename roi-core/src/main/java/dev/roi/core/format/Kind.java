package dev.roi.core.format;

/** What a value of a document is, before anyone asks what it means. */
public enum Kind {
    /** Values by key. */
    OBJECT("an object"),
    /** Values in a row. */
    ARRAY("a list"),
    /** Characters. */
    TEXT("a text"),
    /** A decimal number. */
    NUMBER("a number"),
    /** True or false. */
    BOOLEAN("true or false"),
    /** Nothing. */
    NULL("null");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    /**
     * Returns what a message calls it.
     *
     * @return the kind in words, such as {@code a number}
     */
    public String words() {
        return words;
    }
}
