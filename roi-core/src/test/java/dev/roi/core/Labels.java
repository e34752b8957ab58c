package dev.roi.core;

/** Names for tests, out of any text. */
public final class Labels {

    private Labels() {}

    /**
     * Returns what is left of a text when it becomes a name.
     *
     * @param text any text
     * @return the text on one line, without control characters and halves of characters, as long as a name may be
     */
    public static String of(String text) {
        StringBuilder label = new StringBuilder();
        text.codePoints()
                .filter(point -> Character.getType(point) != Character.SURROGATE)
                .map(point ->
                        Character.isISOControl(point) || !Names.isOneLine(Character.toString(point)) ? ' ' : point)
                .takeWhile(point -> label.length() + Character.charCount(point) <= Names.MOST_LABEL_CHARACTERS)
                .forEachOrdered(label::appendCodePoint);
        return label.toString().isBlank() ? "x" : label.toString();
    }
}
