package dev.roi.rules.policy;

import dev.roi.core.Fault;
import dev.roi.core.Fault.Place;
import dev.roi.core.Fault.Severity;
import dev.roi.core.Message;
import dev.roi.core.json.Faults;
import dev.roi.core.json.Node;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Characters that cannot be seen where they stand, or that change how others are seen: they can hide what a file says
 * from those who answer for it, or do something to the terminal that shows it.
 */
final class Unseen {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int LEFT_TO_RIGHT_MARK = 0x200E;
    private static final int RIGHT_TO_LEFT_MARK = 0x200F;
    private static final int ARABIC_LETTER_MARK = 0x061C;
    private static final int TEXT_STYLE = 0xFE0E;
    private static final int EMOJI_STYLE = 0xFE0F;
    /** How RTF, a Word document, an archive or Word document, and PDF begin. */
    private static final List<String> MARKS = List.of("{\\rtf", "\u00d0\u00cf\u0011\u00e0", "PK\u0003\u0004", "%PDF-");

    private static final int LONGEST_MARK = 8;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Faults faults;

    Unseen(Faults faults) {
        this.faults = faults;
    }

    /** Looks through a file as it was written, its comments too; says whether there were none. */
    boolean isClear(String path, byte[] bytes) {
        if (isOfAnotherProgram(bytes)) {
            faults.add(new Fault(
                    PolicyCode.UNSEEN_CHARACTER.id(),
                    Severity.ERROR,
                    new Place(path, 1, 1, ""),
                    Message.of("this is a document of a word processor, an archive or the like, and no plain text."),
                    Optional.of(Message.of("Save it as plain text in UTF-8, or write it with a text editor."))));
            return false;
        }
        if (isPlain(bytes)) {
            return true;
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\r') >= 0 && text.indexOf('\n') < 0) {
            faults.add(new Fault(
                    PolicyCode.UNSEEN_CHARACTER.id(),
                    Severity.ERROR,
                    new Place(path, 1, 1, ""),
                    Message.of("all of the file is one line: its lines end in U+000D alone, as on old Macs."),
                    Optional.of(Message.of("Save it with line ends of Unix (LF) or Windows (CRLF)."))));
            return false;
        }
        boolean clear = true;
        int line = 1;
        int start = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
        int column = 1;
        int before = '\n';
        boolean isProse = !path.endsWith(".drl");
        if (text.indexOf('\0') >= 0 && text.indexOf('\0') < 4) {
            return true; // another encoding, which is said once where the file is read
        }
        for (int i = start; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            boolean returns = point == '\r' && (i >= text.length() || text.charAt(i) != '\n');
            if (returns || isUnseen(before, point, isProse)) {
                clear = false;
                add(new Place(path, line, column, ""), point);
            }
            before = point;
            if (point == '\n') {
                line++;
                column = 1;
            } else {
                column++;
            }
        }
        return clear;
    }

    /**
     * Looks through a document as it was read, where an escape may stand for such a character. The reader of documents has
     * refused control characters and halves of characters already.
     */
    boolean isClear(Node node) {
        return switch (node.kind()) {
            case TEXT -> isClear(node, node.text(), true);
            case ARRAY -> {
                boolean clear = true;
                for (Node item : node.items()) {
                    clear &= isClear(item);
                }
                yield clear;
            }
            case OBJECT -> {
                boolean clear = true;
                for (var field : node.fields().entrySet()) {
                    clear &= isClear(node, field.getKey(), false);
                    clear &= isClear(field.getValue());
                }
                yield clear;
            }
            case NUMBER, BOOLEAN, NULL -> true;
        };
    }

    private static boolean isOfAnotherProgram(byte[] bytes) {
        String begin = new String(bytes, 0, Math.min(bytes.length, LONGEST_MARK), StandardCharsets.ISO_8859_1);
        return MARKS.stream().anyMatch(begin::startsWith);
    }

    /** Most files have nothing but the visible characters of ASCII, blanks and ends of lines. */
    private static boolean isPlain(byte[] bytes) {
        for (byte one : bytes) {
            if ((one < ' ' || one > '~') && one != '\n' && one != '\t') {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one < ' ' || one > '~') {
                return false;
            }
        }
        return true;
    }

    private boolean isClear(Node node, String text, boolean isProse) {
        if (isPlain(text)) {
            return true;
        }
        int before = '\n';
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            boolean isTold = Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE;
            if (!isTold && isUnseen(before, point, isProse)) {
                add(new Place(node.source(), node.line(), node.column(), ""), point);
                return false;
            }
            before = point;
        }
        return true;
    }

    private void add(Place place, int point) {
        faults.add(new Fault(
                PolicyCode.UNSEEN_CHARACTER.id(),
                Severity.ERROR,
                place,
                Message.of("the character U+%s cannot be seen, and may hide what stands here.", hexadecimal(point)),
                Optional.of(Message.of("Leave it out."))));
    }

    private static String hexadecimal(int point) {
        String digits = Integer.toHexString(point).toUpperCase(java.util.Locale.ROOT);
        return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }

    /** What has a width or a shape of its own and shows nothing: blanks that are letters, and marks without a mark. */
    private static boolean isBlankMark(int point) {
        return point == 0x3164
                || point == 0x115F
                || point == 0x1160
                || point == 0xFFA0
                || point == 0x2800
                || point == 0x034F
                || point == 0x17B4
                || point == 0x17B5
                || (point >= 0x180B && point <= 0x180F)
                || (point >= 0xFE00 && point <= 0xFE0F)
                || (point >= 0xE0100 && point <= 0xE01EF);
    }

    /** What emoji and the scripts of several languages cannot be written without, where it stands in a text. */
    private static boolean isOfScript(int before, int point) {
        return switch (point) {
            case LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK, ARABIC_LETTER_MARK -> true;
            case ZERO_WIDTH_JOINER, ZERO_WIDTH_NON_JOINER -> before > 0x7F;
            // how a symbol is drawn: as a picture or as a letter
            case TEXT_STYLE, EMOJI_STYLE -> isSymbol(before);
            default -> false;
        };
    }

    private static boolean isSymbol(int point) {
        return point == '#'
                || point == '*'
                || (point >= '0' && point <= '9')
                || (point > 0x7F
                        && switch (Character.getType(point)) {
                            case Character.OTHER_SYMBOL,
                                    Character.MATH_SYMBOL,
                                    Character.MODIFIER_SYMBOL,
                                    Character.OTHER_PUNCTUATION,
                                    Character.DASH_PUNCTUATION -> true;
                            default -> false;
                        });
    }

    private static boolean isUnseen(int before, int point, boolean isProse) {
        if (isProse && isOfScript(before, point)) {
            return false;
        }
        return switch (point) {
            case '\n', '\r', '\t' -> false;
            default ->
                isBlankMark(point)
                        || switch (Character.getType(point)) {
                            case Character.CONTROL,
                                    Character.FORMAT,
                                    Character.LINE_SEPARATOR,
                                    Character.PARAGRAPH_SEPARATOR,
                                    Character.SURROGATE -> true;
                            default -> (point & 0xFFFE) == 0xFFFE;
                        };
        };
    }
}
