package dev.roi.rules.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of what stands in a condition.
 *
 * @param kind what it is
 * @param text how it is written; a text without its quotes
 * @param start where it begins
 * @param end where it ends
 */
record Token(Kind kind, String text, int start, int end) {

    private static final Pattern ANY = Pattern.compile("\\s*(?:(?<name>\\$[A-Za-z]\\w*)|(?<word>[A-Za-z]\\w*)"
            + "|\"(?<text>[^\"\\\\]*)\"|(?<number>\\d+(?:\\.\\d+)?[A-Za-z]?)"
            + "|(?<sign>==|!=|<=|>=|\\|\\||[-+*/<>(),:]))\\s*");

    /** What a piece is. */
    enum Kind {
        /** A name such as {@code $cost}. */
        NAME,
        /** A word without quotes. */
        WORD,
        /** A word in quotes. */
        TEXT,
        /** A number. */
        NUMBER,
        /** A sign. */
        SIGN
    }

    /**
     * Takes an expression apart.
     *
     * @param expression the expression
     * @return its pieces; nothing where something else stands in it
     */
    static Optional<List<Token>> of(String expression) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = ANY.matcher(expression);
        int at = 0;
        while (at < expression.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                return Optional.empty();
            }
            tokens.add(of(matcher));
            at = matcher.end();
        }
        return Optional.of(tokens);
    }

    private static Token of(Matcher matcher) {
        for (Kind kind : Kind.values()) {
            String group = kind.name().toLowerCase(java.util.Locale.ROOT);
            String text = matcher.group(group);
            if (text != null) {
                int quote = kind == Kind.TEXT ? 1 : 0;
                return new Token(kind, text, matcher.start(group) - quote, matcher.end(group) + quote);
            }
        }
        throw new IllegalStateException("a piece of no kind");
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }
}
