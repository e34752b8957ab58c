package dev.roi.core;

import java.util.Collection;
import java.util.stream.Collectors;

/** What a person wrote, as a message cites it: in backticks, on one line, cut where it is long. */
public final class Quoted {

    /** The most characters of the input that are cited. */
    public static final int MOST_CHARACTERS = 80;

    private Quoted() {}

    /**
     * Cites a text.
     *
     * @param input what was written
     * @return the text in backticks; characters that cannot be seen are written as {@code \}{@code u000A} and the like
     */
    public static String of(String input) {
        StringBuilder text = new StringBuilder("`");
        appendVisible(text, input, MOST_CHARACTERS);
        return text.append('`').toString();
    }

    /**
     * Cites several texts.
     *
     * @param inputs what was written
     * @return the texts in backticks, with commas between them
     */
    public static String list(Collection<String> inputs) {
        return inputs.stream().map(Quoted::of).collect(Collectors.joining(", "));
    }

    /**
     * Writes a text on one line, without backticks.
     *
     * @param input what was written
     * @param most the most characters to keep; what is cut off is marked with an ellipsis
     * @return the text; characters that cannot be seen are written as {@code \}{@code u000A} and the like
     */
    public static String visible(String input, int most) {
        StringBuilder text = new StringBuilder();
        appendVisible(text, input, most);
        return text.toString();
    }

    /**
     * Names a character that cannot be seen.
     *
     * @param character its code point
     * @return its number in Unicode, such as {@code U+00A0}
     */
    public static String codePoint(int character) {
        return "U+%04X".formatted(character);
    }

    private static void appendVisible(StringBuilder text, String input, int most) {
        int taken = 0;
        for (int i = 0; i < input.length(); taken++) {
            if (taken == most) {
                text.append('…');
                return;
            }
            int character = input.codePointAt(i);
            i += Character.charCount(character);
            switch (Character.getType(character)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.SURROGATE,
                        Character.UNASSIGNED -> text.append("\\u%04X".formatted(character));
                default -> text.appendCodePoint(character);
            }
        }
    }
}
