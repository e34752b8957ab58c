package dev.roi.core.json;

import dev.roi.core.Message;
import dev.roi.core.Quoted;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The slips that people make in YAML, whose effect a parser meets on a later line. */
final class YamlSlips {

    private static final Pattern NO_SPACE = Pattern.compile("(\\s*(?:- )?[A-Za-z0-9_.-]+:)([^\\s:/].*)");
    private static final Pattern EQUALS = Pattern.compile("(\\s*(?:- )?[A-Za-z0-9_.-]+)\\s*=\\s*([^\\s=].*)");
    private static final Pattern DASH = Pattern.compile("(\\s*-)([^\\s-].*)");
    private static final Pattern WIDE_COLON =
            Pattern.compile("(\\s*(?:- )?[A-Za-z0-9_.-]+)\\s*[\uff1a\ua789\ufe55]\\s*(.*)");
    private static final Pattern BULLET = Pattern.compile(
            "(\\s*)((?:[\u2022\u00b7\u25aa\u2023\u25e6\u2013\u2014*]|[0-9]{1,2}[.)]))\\s*(\\S.*)|(\\s*)(-)([^\\s-].*)");
    private static final Pattern AFTER_QUOTE = Pattern.compile(".*?:\\s+\"[^\"]*\"\\s*([^\\s,#}\\]]).*");
    private static final Pattern AFTER_BRACE = Pattern.compile(".*?:\\s+\\{[^}]*}\\s*([^\\s,#}\\]]).*");
    private static final Pattern ROUND = Pattern.compile("\\s*[A-Za-z0-9_.-]+:\\s+\\(.*");
    private static final Pattern PERCENT = Pattern.compile("\\s*[A-Za-z0-9_.-]+:\\s+%\\s*");
    private static final Pattern NO_BREAK = Pattern.compile("\\s*(?:- +)?(?:[A-Za-z0-9_.-]+:)?[\u00a0\u2007\u202f]");
    private static final int MOST_SHOWN = 40;

    private final List<String> lines;

    YamlSlips(String text) {
        this.lines = text.lines().toList();
    }

    /** Finds a key that was not taken for one, in the last line before one. */
    Optional<Slip> before(int line) {
        int before = lastBefore(line);
        String text = line(before);
        Optional<Slip> noBreak = noBreakSpace(before).or(() -> noBreakSpace(line));
        if (noBreak.isPresent()) {
            return noBreak;
        }
        Matcher noSpace = NO_SPACE.matcher(text);
        if (noSpace.matches()) {
            return Optional.of(new Slip(
                    before,
                    noSpace.end(1) + 1,
                    Message.of("a key whose `:` no space follows"),
                    Message.of("Write `%s %s`.", noSpace.group(1).strip(), shown(noSpace.group(2)))));
        }
        Matcher wide = WIDE_COLON.matcher(text);
        if (wide.matches()) {
            return Optional.of(new Slip(
                    before,
                    wide.end(1) + 1,
                    Message.of("a colon of another width (%s)", Quoted.codePoint(text.charAt(wide.end(1)))),
                    Message.of("Write `%s: %s`.", wide.group(1).strip(), shown(wide.group(2)))));
        }
        Matcher equals = EQUALS.matcher(text);
        if (equals.matches()) {
            return Optional.of(new Slip(
                    before,
                    equals.end(1) + 1,
                    Message.of("a key without `:`"),
                    Message.of("Write `%s: %s`.", equals.group(1).strip(), shown(equals.group(2)))));
        }
        return Optional.empty();
    }

    private int lastBefore(int line) {
        int before = line - 1;
        while (before > 0 && isEmpty(line(before))) {
            before--;
        }
        return before;
    }

    /** Finds a no-break space where YAML asks for a space: in the indentation, or after the colon of a key. */
    Optional<Slip> noBreakSpace(int line) {
        Matcher slip = NO_BREAK.matcher(line(line));
        return slip.lookingAt()
                ? Optional.of(new Slip(
                        line,
                        slip.end(),
                        Message.of(
                                "a no-break space (%s)",
                                Quoted.codePoint(line(line).charAt(slip.end() - 1))),
                        Message.of("Write a space instead; the two look alike.")))
                : Optional.empty();
    }

    /** Says that a space before a colon is one that YAML takes for a part of the key. */
    Slip noBreakSpace(int line, int column) {
        return new Slip(
                line,
                column,
                Message.of(
                        "a no-break space (%s)",
                        Quoted.codePoint(
                                line(line).charAt(Math.min(column, line(line).length()) - 1))),
                Message.of("Write the colon right after the key."));
    }

    /** Says why a colon is in the way: as part of a text, or as that of a key which stands further in or out. */
    Slip unexpectedColon(int line, int column) {
        String before = line(line).substring(0, Math.min(line(line).length(), Math.max(0, column - 1)));
        boolean isKey = before.matches("\\s*(?:- )?[A-Za-z0-9_.-]+");
        return new Slip(
                line,
                column,
                Message.of("unexpected `:`"),
                ROUND.matcher(line(line)).matches()
                        ? Message.of("Keys and values on one line stand in braces: `{ }`.")
                        : isKey
                                ? Message.of("Keys that belong together begin in the same column; this line or the one"
                                        + " before it is indented otherwise, or the text before it is not closed.")
                                : Message.of(
                                        "A text with `: ` in it stands in double quotes; a key stands on a line of its"
                                                + " own, or several in `{ }`."));
    }

    /** Finds what was typed instead of the `-` of a list, on a line or on the last one before it. */
    Optional<Slip> bullet(int line) {
        for (int at : new int[] {line, lastBefore(line)}) {
            Matcher bullet = BULLET.matcher(line(at));
            if (bullet.matches()) {
                boolean isSign = bullet.group(2) != null;
                return Optional.of(new Slip(
                        at,
                        bullet.start(isSign ? 2 : 5) + 1,
                        isSign
                                ? Message.of("an item of a list that begins with %s", Quoted.of(bullet.group(2)))
                                : Message.of("an item of a list whose `-` no space follows"),
                        Message.of("Write `- %s`.", shown(bullet.group(isSign ? 3 : 6)))));
            }
        }
        return Optional.empty();
    }

    /** Finds a text that begins with a sign of YAML, and goes on after what that sign begins has ended. */
    Optional<Slip> afterTheEnd(int line) {
        Matcher quote = AFTER_QUOTE.matcher(line(line));
        if (quote.matches()) {
            return Optional.of(new Slip(
                    line,
                    quote.start(1) + 1,
                    Message.of("text after the quote that ends it"),
                    Message.of("A text that begins with a quote stands in single quotes as a whole: `'\"one\" and"
                            + " more'`.")));
        }
        Matcher brace = AFTER_BRACE.matcher(line(line));
        return brace.matches()
                ? Optional.of(new Slip(
                        line,
                        brace.start(1) + 1,
                        Message.of("text after the closing brace"),
                        Message.of("A text that begins with `{` stands in double quotes as a whole.")))
                : Optional.empty();
    }

    /** Says what is done about a sign that no value begins with. */
    Message sign(int line, int character) {
        return PERCENT.matcher(line(line)).matches()
                ? Message.of("Write `percent`, or another word.")
                : character == '\t'
                        ? Message.of("Indent with spaces.")
                        : Message.of("A text that begins with a sign stands in double quotes.");
    }

    /** Says what a line lacks on which a key should stand. */
    Slip keyWithoutColon(int line) {
        Optional<Slip> noBreak = noBreakSpace(line);
        if (noBreak.isPresent()) {
            return noBreak.get();
        }
        String text = line(line);
        int column = text.length() - text.stripLeading().length() + 1;
        Matcher dash = DASH.matcher(text);
        if (dash.matches()) {
            return new Slip(
                    line,
                    column,
                    Message.of("an item of a list whose `-` no space follows"),
                    Message.of("Write `- %s`.", shown(dash.group(2))));
        }
        boolean isName = text.strip().matches("[A-Za-z0-9_.-]{1,40}");
        return new Slip(
                line,
                column,
                Message.of("a key without `:`"),
                isName
                        ? Message.of("Write `%s:`.", text.strip())
                        : Message.of("A key ends in `:`, and its value follows."));
    }

    /** Says what may be wrong within brackets. */
    Message inBrackets(int begins, int line) {
        return begins < line
                ? Message.of(
                        "A comma or a closing bracket may be missing before it; the bracket opens on line %s. A text"
                                + " with `: ` or `, ` in it stands in double quotes.",
                        begins)
                : Message.of(
                        "A comma or a closing bracket may be missing before it. A text with `: ` or `, ` in it stands"
                                + " in double quotes.");
    }

    private String line(int number) {
        return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
    }

    private static boolean isEmpty(String line) {
        return line.isBlank() || line.stripLeading().startsWith("#");
    }

    private static String shown(String text) {
        String end = text.strip();
        return end.length() > MOST_SHOWN ? end.substring(0, MOST_SHOWN) + "…" : end;
    }

    /** What is wrong, where, and how it is mended. */
    record Slip(int line, int column, Message message, Message help) {}
}
