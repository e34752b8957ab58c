package dev.roi.core;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The language of a review's sentences.
 *
 * @param tag two small letters of ISO 639, such as {@code fr}
 */
public record Language(String tag) {

    private static final Pattern FORM = Pattern.compile("[a-z]{2}");

    /** English. */
    public static final Language ENGLISH = new Language("en");

    /** French. */
    public static final Language FRENCH = new Language("fr");

    /** Checks the form. {@inheritDoc} */
    public Language {
        if (!FORM.matcher(tag).matches()) {
            throw new IllegalArgumentException("language (%s) must be two small letters, such as fr".formatted(tag));
        }
    }

    /**
     * Returns the locale that its numbers and months are written in.
     *
     * @return the locale, independent of the machine's
     */
    public Locale locale() {
        return switch (tag) {
            case "en" -> Locale.UK;
            case "fr" -> Locale.FRANCE;
            default -> Locale.forLanguageTag(tag);
        };
    }

    @Override
    public String toString() {
        return tag;
    }
}
