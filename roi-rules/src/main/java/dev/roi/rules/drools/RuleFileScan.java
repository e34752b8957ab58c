package dev.roi.rules.drools;

import dev.roi.core.Message;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What can be said of a rule file before it is parsed: where it holds a character written as an escape, which some
 * readers would take for the character, and where a parser would take long, or not come to an end at all.
 *
 * @param escape where the first escape begins
 * @param limit the first limit that is met
 * @param at where it is met
 */
record RuleFileScan(Optional<Integer> escape, Optional<Limit> limit, int at) {

    /** What a rule may have at the most, since a parser's time or depth grows with it. */
    enum Limit {
        /** Brackets within each other; a condition needs two. */
        NESTING(8),
        /** Names in a chain; a consequence needs two. */
        NAMES(20),
        /** Characters up to its end. */
        CHARACTERS(10_000);

        private final int most;

        Limit(int most) {
            this.most = most;
        }

        boolean isMetBy(int count) {
            return count > most;
        }

        Message words() {
            return switch (this) {
                case NESTING -> Message.of("brackets are nested more than %s deep, which is the most.", most);
                case NAMES ->
                    Message.of("more than %s names in a chain such as `a.b` stand here, which is the most.", most);
                case CHARACTERS ->
                    Message.of(
                            "more than %s characters stand here without an `end`, which is the most that a rule may have.",
                            most);
            };
        }
    }

    private static final Pattern ESCAPE = Pattern.compile("\\\\u");
    private static final String END = "end";

    /** How much of an escape is shown. */
    static final int ESCAPE_CHARACTERS = 2;

    static RuleFileScan of(String text) {
        Matcher escape = ESCAPE.matcher(text);
        Optional<Limit> limit = Optional.empty();
        int depth = 0;
        int names = 1;
        int since = 0;
        int i = 0;
        // what stands in texts and comments does not count; a quote that is not closed ends with its line
        for (; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '(', '[', '{' -> depth++;
                case ')', ']', '}' -> depth = Math.max(0, depth - 1);
                case '.' -> names++;
                case ',', ';' -> names = 1;
                case 'e' -> since = isEnd(text, i) ? i : since;
                case '"', '\'' -> i = endOfText(text, i);
                case '/' -> {
                    int end = endOfComment(text, i);
                    since += end - i;
                    i = end;
                }
                default -> {}
            }
            limit = met(depth, names, i - since);
            if (limit.isPresent()) {
                break;
            }
        }
        return new RuleFileScan(escape.find() ? Optional.of(escape.start()) : Optional.empty(), limit, i);
    }

    private static Optional<Limit> met(int depth, int names, int characters) {
        if (Limit.NESTING.isMetBy(depth)) {
            return Optional.of(Limit.NESTING);
        }
        if (Limit.NAMES.isMetBy(names)) {
            return Optional.of(Limit.NAMES);
        }
        return Limit.CHARACTERS.isMetBy(characters) ? Optional.of(Limit.CHARACTERS) : Optional.empty();
    }

    private static boolean isEnd(String text, int start) {
        int after = start + END.length();
        return text.startsWith(END, start)
                && (start == 0 || !Character.isJavaIdentifierPart(text.charAt(start - 1)))
                && (after == text.length() || !Character.isJavaIdentifierPart(text.charAt(after)));
    }

    private static int endOfText(String text, int start) {
        char quote = text.charAt(start);
        int i = start + 1;
        while (i < text.length() && text.charAt(i) != quote && text.charAt(i) != '\n') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return i;
    }

    private static int endOfComment(String text, int start) {
        int end = -1;
        if (text.startsWith("//", start)) {
            end = text.indexOf('\n', start);
        } else if (text.startsWith("/*", start)) {
            end = text.indexOf("*/", start + 2) + 1;
        } else {
            return start;
        }
        return end <= 0 ? text.length() : end;
    }
}
