package dev.roi.imports.table;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A cell as it was written.
 *
 * @param kind what it is
 * @param text what it shows; of a number its digits
 * @param date the moment, of a date
 */
public record Cell(Kind kind, String text, Optional<LocalDateTime> date) {

    /** A cell with nothing in it. */
    public static final Cell EMPTY = new Cell(Kind.TEXT, "", Optional.empty());

    /**
     * Returns a cell of text.
     *
     * @param text the text
     * @return the cell
     */
    public static Cell text(String text) {
        String shown = strip(text);
        return new Cell(shown.startsWith("=") ? Kind.FORMULA : Kind.TEXT, shown, Optional.empty());
    }

    /** Spreadsheets put spaces around that do not break and that no {@code strip} takes away. */
    private static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    /**
     * Tells whether there is nothing in it.
     *
     * @return whether it is empty
     */
    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** What a cell is. */
    public enum Kind {
        /** What somebody typed, or another program wrote. */
        TEXT,
        /** A number of a workbook or of JSON: its digits are those of a decimal number with a point. */
        NUMBER,
        /** A number that is shown as a percentage; its text is in points. */
        PERCENTAGE,
        /** A date of a workbook. */
        DATE,
        /** A formula. */
        FORMULA
    }
}
