package dev.roi.core.format;

import dev.roi.core.Exact;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A value of a document while it is read. Shapes ask for nothing else, so that a tree may stand behind it, or tokens that
 * are gone once they were read: what is within a value is asked for once, in the document's order.
 */
public interface Cursor {

    /**
     * Returns what the value is.
     *
     * @return its kind
     */
    Kind kind();

    /**
     * Returns a text.
     *
     * @return the text
     * @throws IllegalStateException when this is no text
     */
    String text();

    /**
     * Returns a number.
     *
     * @return the number; where it was beyond the limits, which is a fault already reported, the nearest that is not
     * @throws IllegalStateException when this is no number
     */
    Exact number();

    /**
     * Returns a number as it is written, with every digit.
     *
     * @return its digits, such as {@code 1.0}; of one beyond the limits, those of the number that stands for it
     * @throws IllegalStateException when this is no number
     */
    String digits();

    /**
     * Tells whether a number is what was written.
     *
     * @return whether it is; otherwise it is beyond the limits, which is a fault already reported
     */
    boolean isUsable();

    /**
     * Tells which of the two a boolean is.
     *
     * @return whether it is true
     * @throws IllegalStateException when this is no boolean
     */
    boolean isTrue();

    /**
     * Goes through the items of a list.
     *
     * @param read takes each item, which it may use until it returns
     * @throws IllegalStateException when this is no list
     */
    void eachItem(Consumer<? super Cursor> read);

    /**
     * Goes through the fields of an object.
     *
     * @param read takes each key and its value, which it may use until it returns; of a repeated key the first
     * @throws IllegalStateException when this is no object
     */
    void eachField(BiConsumer<String, ? super Cursor> read);

    /**
     * Returns where the value stands.
     *
     * @return its spot, which can be kept
     */
    Spot spot();
}
