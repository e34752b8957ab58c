package dev.roi.report.layout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures and breaks text in the columns of a terminal: two for East Asian wide characters and emoji, none for
 * combining marks, one for the rest. Safe for use by several threads.
 */
public final class Columns {

    /** The columns that a text for a terminal keeps to. */
    public static final int TERMINAL = 80;

    private static final Pattern CLUSTER = Pattern.compile("\\X");
    private static final Pattern JOINING_SPACE = Pattern.compile("[ \u00a0]");
    private static final int EMOJI_STYLE = 0xFE0F;
    private static final int JOINER = 0x200D;
    private static final int LONGEST_UNIT = 8;
    private static final String NUMBER_MARKS = ".,+\u2212\u00a0\u202f";

    // pairs of first and last: East Asian Width W and F of Unicode 17, with unassigned gaps closed, and regional
    // indicators
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x231A, 0x231B, 0x2329, 0x232A, 0x23E9, 0x23EC, 0x23F0, 0x23F0, 0x23F3, 0x23F3, 0x25FD, 0x25FE,
        0x2614, 0x2615, 0x2630, 0x2637, 0x2648, 0x2653, 0x267F, 0x267F, 0x268A, 0x268F, 0x2693, 0x2693, 0x26A1, 0x26A1,
        0x26AA, 0x26AB, 0x26BD, 0x26BE, 0x26C4, 0x26C5, 0x26CE, 0x26CE, 0x26D4, 0x26D4, 0x26EA, 0x26EA, 0x26F2, 0x26F3,
        0x26F5, 0x26F5, 0x26FA, 0x26FA, 0x26FD, 0x26FD, 0x2705, 0x2705, 0x270A, 0x270B, 0x2728, 0x2728, 0x274C, 0x274C,
        0x274E, 0x274E, 0x2753, 0x2755, 0x2757, 0x2757, 0x2795, 0x2797, 0x27B0, 0x27B0, 0x27BF, 0x27BF, 0x2B1B, 0x2B1C,
        0x2B50, 0x2B50, 0x2B55, 0x2B55, 0x2E80, 0x303E, 0x3041, 0x3247, 0x3250, 0xA4C6, 0xA960, 0xA97C, 0xAC00, 0xD7A3,
        0xF900, 0xFAFF, 0xFE10, 0xFE19, 0xFE30, 0xFE6B, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6, 0x16FE0, 0x16FE3, 0x16FF2,
        0x1B2FB, 0x1D300, 0x1D376, 0x1F004, 0x1F004, 0x1F0CF, 0x1F0CF, 0x1F18E, 0x1F18E, 0x1F191, 0x1F19A, 0x1F1E6,
        0x1F320, 0x1F32D, 0x1F335, 0x1F337, 0x1F37C, 0x1F37E, 0x1F393, 0x1F3A0, 0x1F3CA, 0x1F3CF, 0x1F3D3, 0x1F3E0,
        0x1F3F0, 0x1F3F4, 0x1F3F4, 0x1F3F8, 0x1F43E, 0x1F440, 0x1F440, 0x1F442, 0x1F4FC, 0x1F4FF, 0x1F53D, 0x1F54B,
        0x1F54E, 0x1F550, 0x1F567, 0x1F57A, 0x1F57A, 0x1F595, 0x1F596, 0x1F5A4, 0x1F5A4, 0x1F5FB, 0x1F64F, 0x1F680,
        0x1F6C5, 0x1F6CC, 0x1F6CC, 0x1F6D0, 0x1F6D2, 0x1F6D5, 0x1F6DF, 0x1F6EB, 0x1F6EC, 0x1F6F4, 0x1F6FC, 0x1F7E0,
        0x1F7F0, 0x1F90C, 0x1F93A, 0x1F93C, 0x1F945, 0x1F947, 0x1F9FF, 0x1FA70, 0x1FAF8, 0x20000, 0x3FFFD
    };

    private Columns() {}

    /**
     * Measures a text.
     *
     * @param text a text on one line
     * @return the columns that it takes
     */
    public static int width(String text) {
        if (isNarrow(text)) {
            return text.length();
        }
        int width = 0;
        Matcher clusters = CLUSTER.matcher(text);
        while (clusters.find()) {
            width += clusterWidth(clusters.group());
        }
        return width;
    }

    private static boolean isNarrow(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x300 || (c >= 0x7f && c < 0xa0) || c == 0xad || c < ' ') {
                return false;
            }
        }
        return true;
    }

    /** The columns of one character as people see it; a flag, a skin tone and a family are one picture. */
    private static int clusterWidth(String cluster) {
        int width = 0;
        int before = 0;
        int widthBefore = 0;
        for (int point : cluster.codePoints().toArray()) {
            int own = pointWidth(point);
            if (point == EMOJI_STYLE) {
                own = widthBefore == 1 ? 1 : 0;
            } else if ((before == JOINER && width > 1)
                    || (isSkinTone(point) && widthBefore == 2 && !isSkinTone(before) && !Character.isLetter(before))
                    || (isFlagLetter(point) && isFlagLetter(before))) {
                own = 0;
            }
            width += own;
            before = point;
            widthBefore = own;
        }
        return width;
    }

    private static boolean isSkinTone(int point) {
        return point >= 0x1F3FB && point <= 0x1F3FF;
    }

    private static boolean isFlagLetter(int point) {
        return point >= 0x1F1E6 && point <= 0x1F1FF;
    }

    private static int pointWidth(int point) {
        int type = Character.getType(point);
        boolean laterLetterOfSyllable = point >= 0x1160 && point <= 0x11FF; // Hangul, shown within the first one
        if (laterLetterOfSyllable
                || type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT) {
            return 0;
        }
        int low = 0;
        int high = WIDE.length / 2 - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (point < WIDE[2 * middle]) {
                high = middle - 1;
            } else if (point > WIDE[2 * middle + 1]) {
                low = middle + 1;
            } else {
                return 2;
            }
        }
        return 1;
    }

    /**
     * Breaks a text into lines: at its spaces, those that join only where what they join does not fit a line by itself; and
     * within a word that does not, where it has a hyphen or the like if it can be, otherwise anywhere between two
     * characters.
     *
     * @param text a text on one line
     * @param width the columns that no line exceeds; 2 or more
     * @return its lines; at least one
     */
    public static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int filled = 0;
        Deque<String> words = new ArrayDeque<>(words(text));
        while (!words.isEmpty()) {
            String word = words.pop();
            int wide = width(word);
            if (wide > width && JOINING_SPACE.matcher(word).find()) {
                List<String> parts = parts(word);
                for (int i = parts.size() - 1; i >= 0; i--) {
                    words.push(parts.get(i));
                }
                continue;
            }
            if (line.length() > 0 && filled + 1 + wide <= width) {
                line.append(' ').append(word);
                filled += 1 + wide;
                continue;
            }
            if (line.length() > 0) {
                lines.add(line.toString());
                line.setLength(0);
            }
            if (wide > width) {
                List<String> pieces = pieces(word, width);
                lines.addAll(pieces.subList(0, pieces.size() - 1));
                line.append(pieces.get(pieces.size() - 1));
                wide = width(line.toString());
            } else {
                line.append(word);
            }
            filled = wide;
        }
        if (line.length() > 0 || lines.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /**
     * Writes a text of which no line exceeds {@value #TERMINAL} columns.
     *
     * @param first what its first line begins with
     * @param rest what its other lines begin with, much narrower than a line
     * @param text a text on one line
     * @return its lines, each ended by a line feed; at least one
     */
    public static String paragraph(String first, String rest, String text) {
        if (width(first) + width(text) <= TERMINAL) {
            return first + text + '\n';
        }
        StringBuilder lines = new StringBuilder();
        List<String> wrapped = wrap(text, TERMINAL - Math.max(width(first), width(rest)));
        for (int i = 0; i < wrapped.size(); i++) {
            lines.append(i == 0 ? first : rest).append(wrapped.get(i)).append('\n');
        }
        return lines.toString();
    }

    /**
     * Splits a text at its spaces, but for the space between a number and the short word that it counts.
     *
     * @param text a text on one line
     * @return its words, in order; at least one
     */
    public static List<String> words(String text) {
        List<String> words = new ArrayList<>(Arrays.asList(text.split(" ", -1)));
        for (int i = words.size() - 2; i >= 0; i--) {
            String next = words.get(i + 1);
            if (isNumber(words.get(i))
                    && !next.isEmpty()
                    && next.length() <= LONGEST_UNIT
                    && Character.isLetter(next.charAt(0))) {
                words.set(i, words.get(i) + " " + words.remove(i + 1));
            }
        }
        return words;
    }

    /**
     * Splits a text where even the spaces that join give way.
     *
     * @param text a text on one line
     * @return its words, in order; at least one
     */
    public static List<String> parts(String text) {
        return List.of(JOINING_SPACE.split(text, -1));
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty()
                && word.chars().anyMatch(c -> c >= '0' && c <= '9')
                && word.chars().allMatch(c -> (c >= '0' && c <= '9') || NUMBER_MARKS.indexOf(c) >= 0);
    }

    /** The pieces of a word that is too long. What belongs together may depend on what stands before it. */
    private static List<String> pieces(String word, int width) {
        List<String> pieces = characters(word, width);
        return pieces.stream().allMatch(piece -> width(piece) <= width) ? pieces : codePoints(word, width);
    }

    /** The pieces between characters: each ends after a hyphen or the like, if that is not much shorter. */
    private static List<String> characters(String word, int width) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        int filled = 0;
        int mark = 0;
        int filledAtMark = 0;
        Matcher clusters = CLUSTER.matcher(word);
        while (clusters.find()) {
            int wide = clusterWidth(clusters.group());
            if (wide > width) {
                return codePoints(word, width);
            }
            if (filled + wide > width) {
                int end = mark > start ? mark : clusters.start();
                filled = mark > start ? filled - filledAtMark : 0;
                pieces.add(word.substring(start, end));
                start = end;
            }
            filled += wide;
            char last = word.charAt(clusters.end() - 1);
            if (filled * 2 >= width && (last == '-' || last == '/' || last == '_' || last == '.')) {
                mark = clusters.end();
                filledAtMark = filled;
            }
        }
        pieces.add(word.substring(start));
        return pieces;
    }

    /** The pieces of a word with a character of so many marks that it does not fit a line by itself. */
    private static List<String> codePoints(String word, int width) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        int filled = 0;
        for (int at = 0; at < word.length(); at += Character.charCount(word.codePointAt(at))) {
            int wide = Math.max(1, pointWidth(word.codePointAt(at)));
            if (filled + wide > width) {
                pieces.add(word.substring(start, at));
                start = at;
                filled = 0;
            }
            filled += wide;
        }
        pieces.add(word.substring(start));
        return pieces;
    }

    /**
     * Fills a line up with spaces.
     *
     * @param line a line
     * @param width the columns to fill
     * @return the line and as many spaces as it takes; isolated where it is written from right to left
     */
    public static String padded(String line, int width) {
        return Inert.isolated(line) + " ".repeat(Math.max(0, width - width(line)));
    }
}
