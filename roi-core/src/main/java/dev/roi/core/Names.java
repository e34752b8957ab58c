package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The one place that says what a name may look like. */
public final class Names {

    /** The most characters a name may have. */
    public static final int MOST_CHARACTERS = 100;

    /** The most characters of what people call something. */
    public static final int MOST_LABEL_CHARACTERS = 300;

    private static final char LINE_SEPARATOR = '\u2028';
    private static final char PARAGRAPH_SEPARATOR = '\u2029';
    private static final Pattern ALMOST = Pattern.compile("[A-Za-z0-9 _.-]+");

    private Names() {}

    /**
     * Returns the name that a text was most likely meant to be, such as {@code lead-time} for {@code Lead_time}.
     *
     * @param text what was written instead of a name in small letters, digits and hyphens
     * @return the name, without accents; nothing where the text has other characters than names, spaces, full stops and
     *     underscores have
     */
    public static Optional<String> likely(String text) {
        return Optional.of(text)
                .map(FrenchWords::withoutAccents)
                .filter(written -> ALMOST.matcher(written).matches())
                .map(written -> written.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^[-0-9]+|-+$", ""))
                .filter(Names::isKebab);
    }

    /**
     * Tells whether a text is in kebab-case: small letters, digits and single hyphens, beginning with a letter.
     *
     * @param name the text
     * @return whether it may name an indicator, block, rule, lever, policy or view
     */
    public static boolean isKebab(String name) {
        return name.length() <= MOST_CHARACTERS && isKebab(name, 0, name.length());
    }

    /**
     * Tells whether a text is a group and a name in kebab-case with a full stop between them.
     *
     * @param name the text
     * @return whether it may name a threshold
     */
    public static boolean isDotted(String name) {
        int stop = name.indexOf('.');
        return stop >= 0
                && name.length() <= MOST_CHARACTERS
                && isKebab(name, 0, stop)
                && isKebab(name, stop + 1, name.length());
    }

    /** Names are checked wherever one is made, which is too often for a regular expression. */
    private static boolean isKebab(String name, int from, int to) {
        if (from == to || !isLetter(name.charAt(from))) {
            return false;
        }
        for (int i = from + 1; i < to; i++) {
            char character = name.charAt(i);
            boolean joins = character == '-' && name.charAt(i - 1) != '-' && i + 1 < to;
            if (!joins && !isLetter(character) && !(character >= '0' && character <= '9')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char character) {
        return character >= 'a' && character <= 'z';
    }

    static void requireKebab(String what, String name) {
        requireNonNull(name, what);
        if (!isKebab(name)) {
            throw new IllegalArgumentException(
                    "%s name (%s) must be small letters, digits and single hyphens, such as low-adoption"
                            .formatted(what, name));
        }
    }

    static void requireDotted(String what, String name) {
        requireNonNull(name, what);
        if (!isDotted(name)) {
            throw new IllegalArgumentException(
                    "%s name (%s) must be a group and a name, such as adoption.high".formatted(what, name));
        }
    }

    /**
     * Tells whether a text stands on one line.
     *
     * @param text the text
     * @return whether it has no line break, tab or other control character, nor half of a character
     */
    public static boolean isOneLine(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean isPair = Character.isHighSurrogate(character)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (isPair) {
                i++;
            } else if (Character.isISOControl(character)
                    || Character.isSurrogate(character)
                    || character == LINE_SEPARATOR
                    || character == PARAGRAPH_SEPARATOR) {
                return false;
            }
        }
        return true;
    }

    /**
     * Tells whether two texts say the same to a reader.
     *
     * @param one a text
     * @param other another
     * @return whether they differ in case and white space only
     */
    public static boolean areAlike(String one, String other) {
        return OwnTerms.folded(one).equals(OwnTerms.folded(other));
    }

    /**
     * Counts the characters of a text as a limit does: by code points, so that a character that needs two of Java's is one.
     *
     * @param text the text
     * @return how many there are
     */
    public static int characters(String text) {
        return text.codePointCount(0, text.length());
    }

    /** What people call something: on one line, and not too long for it. */
    static void requireLabel(String what, String text) {
        requireText(what, text);
        if (characters(text) > MOST_LABEL_CHARACTERS) {
            throw new IllegalArgumentException(
                    "%s is longer than the limit of %s characters".formatted(what, MOST_LABEL_CHARACTERS));
        }
        if (!isOneLine(text)) {
            throw new IllegalArgumentException(
                    "%s (%s) must stand on one line, without control characters and halves of characters"
                            .formatted(what, Quoted.of(text)));
        }
    }

    static String requireText(String what, String text) {
        requireNonNull(text, what);
        if (text.isBlank()) {
            throw new IllegalArgumentException("%s must not be blank".formatted(what));
        }
        return text;
    }
}
