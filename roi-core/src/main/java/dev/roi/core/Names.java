package dev.roi.core;

import static java.util.Objects.requireNonNull;

/** The one place that says what a name may look like. */
public final class Names {

    /** The most characters a name may have. */
    public static final int MOST_CHARACTERS = 100;

    private Names() {}

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

    static String requireText(String what, String text) {
        requireNonNull(text, what);
        if (text.isBlank()) {
            throw new IllegalArgumentException("%s must not be blank".formatted(what));
        }
        return text;
    }
}
