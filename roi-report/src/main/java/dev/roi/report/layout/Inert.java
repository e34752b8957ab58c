package dev.roi.report.layout;

import java.util.regex.Pattern;

/** Makes a text that somebody wrote safe to show: what is left can be seen, and does nothing. */
public final class Inert {

    private static final int REPLACEMENT = 0xFFFD;
    private static final int NO_BREAK_SPACE = 0x00A0;
    private static final int NARROW_NO_BREAK_SPACE = 0x202F;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final char LEFT_TO_RIGHT_ISOLATE = '\u2066';
    private static final char POP_ISOLATE = '\u2069';

    // what makes a list, a rule or a heading of a line that begins with it, and is no character that is escaped anyway
    private static final Pattern BLOCK_MARK = Pattern.compile("^(?:(?=[-=]|[+](?: |$))|([0-9]{1,9})(?=[.)](?: |$)))");

    private Inert() {}

    /**
     * Puts a text on one line of visible characters: line ends, tabs and runs of spaces become one space, other control
     * characters a replacement character, and invisible format characters (bidirectional overrides among them) are left
     * out. No-break spaces and the joiners that emoji and scripts need stay.
     *
     * @param text any text
     * @return the same on one line, without spaces at its ends
     */
    public static String line(String text) {
        if (isOrdinary(text)) {
            return text;
        }
        StringBuilder line = new StringBuilder(text.length());
        boolean spaced = true;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            int shown = shown(point);
            if (shown == ' ') {
                if (!spaced) {
                    line.append(' ');
                }
                spaced = true;
            } else if (shown >= 0) {
                line.appendCodePoint(shown);
                spaced = false;
            }
        }
        return withoutSpaceAtEnds(line);
    }

    private static boolean isOrdinary(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean loneSpace = c == ' ' && i > 0 && i < text.length() - 1 && text.charAt(i - 1) != ' ';
            if (!loneSpace && (c <= ' ' || c >= 0x7f)) {
                return false;
            }
        }
        return true;
    }

    /** What stands for a code point: itself, a space, the replacement character, or -1 for nothing. */
    private static int shown(int point) {
        if (point == NO_BREAK_SPACE
                || point == NARROW_NO_BREAK_SPACE
                || point == ZERO_WIDTH_JOINER
                || point == ZERO_WIDTH_NON_JOINER) {
            return point;
        }
        if (Character.isWhitespace(point) || point == 0x85) {
            return ' ';
        }
        boolean noCharacter = (point & 0xFFFE) == 0xFFFE;
        return switch (Character.getType(point)) {
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            case Character.CONTROL, Character.SURROGATE -> REPLACEMENT;
            case Character.FORMAT -> -1;
            default -> noCharacter ? REPLACEMENT : point;
        };
    }

    private static String withoutSpaceAtEnds(CharSequence text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.subSequence(start, end).toString();
    }

    /**
     * Tells whether a character is a space that a line may have.
     *
     * @param c the character
     * @return whether it is a space, or a no-break one
     */
    public static boolean isSpace(char c) {
        return c == ' ' || c == NO_BREAK_SPACE || c == NARROW_NO_BREAK_SPACE;
    }

    /**
     * Keeps right-to-left writing from reordering what stands beside it: a text with any is laid out from left to right,
     * in an isolate of its own. A text without any is returned as it is.
     *
     * @param line a text on one line
     * @return the text, in an isolate where it needs one
     */
    public static String isolated(String line) {
        return line.codePoints().anyMatch(Inert::isRightToLeft) ? LEFT_TO_RIGHT_ISOLATE + line + POP_ISOLATE : line;
    }

    private static boolean isRightToLeft(int point) {
        if (point < 0x590) {
            return false;
        }
        return switch (Character.getDirectionality(point)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
                    Character.DIRECTIONALITY_ARABIC_NUMBER -> true;
            default -> false;
        };
    }

    /**
     * Makes a text mean nothing to Markdown, and to the HTML that comes of it, where a line has begun already.
     *
     * @param text any text
     * @return the text on one line, every character of it a character
     */
    public static String markdown(String text) {
        return isolated(escaped(line(text)));
    }

    /**
     * Makes a text mean nothing to Markdown, and to the HTML that comes of it, where it begins a paragraph or an item.
     *
     * @param text any text
     * @return the text on one line, every character of it a character
     */
    public static String markdownBlock(String text) {
        return isolated(BLOCK_MARK.matcher(escaped(line(text))).replaceFirst("$1\\\\"));
    }

    private static String escaped(String line) {
        StringBuilder escaped = new StringBuilder(line.length() + 16);
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append(beginsEntity(line, i) ? "&amp;" : "&");
                case '\\', '`', '*', '_', '[', ']', '|', '~', '#', '$' ->
                    escaped.append('\\').append(c);
                case '!' -> escaped.append(line.startsWith("![", i) ? "\\!" : "!");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static boolean beginsEntity(String line, int ampersand) {
        int i = ampersand + 1;
        while (i < line.length() && (isAsciiLetterOrDigit(line.charAt(i)) || line.charAt(i) == '#')) {
            i++;
        }
        return i > ampersand + 1 && i < line.length() && line.charAt(i) == ';';
    }

    private static boolean isAsciiLetterOrDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
