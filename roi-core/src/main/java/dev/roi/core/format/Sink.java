package dev.roi.core.format;

import dev.roi.core.Exact;

/** What a document is written to, one value after the other. */
public interface Sink {

    /** Begins an object; keys and values follow in turn. */
    void beginObject();

    /**
     * Writes a key; its value follows.
     *
     * @param key the key
     */
    void key(String key);

    /** Ends the object begun last. */
    void endObject();

    /** Begins a list; its items follow. */
    void beginList();

    /** Ends the list begun last. */
    void endList();

    /**
     * Writes a text.
     *
     * @param text the text
     */
    void text(String text);

    /**
     * Writes a number.
     *
     * @param number the number
     */
    void number(Exact number);

    /**
     * Writes true or false.
     *
     * @param flag which of the two
     */
    void flag(boolean flag);

    /** Writes null. */
    void nothing();

    /**
     * Writes a document that is written already.
     *
     * @param document a JSON text on one line
     */
    void document(String document);

    /**
     * Writes a value as it stands in another document.
     *
     * @param value the value
     */
    default void copy(Cursor value) {
        switch (value.kind()) {
            case OBJECT -> {
                beginObject();
                value.eachField((key, inner) -> {
                    key(key);
                    copy(inner);
                });
                endObject();
            }
            case ARRAY -> {
                beginList();
                value.eachItem(this::copy);
                endList();
            }
            case TEXT -> text(value.text());
            case NUMBER -> number(value.number());
            case BOOLEAN -> flag(value.isTrue());
            case NULL -> nothing();
        }
    }
}
