package dev.roi.rules.policy;

import dev.roi.core.Language;

/** What a language asks of the spaces in a sentence, so that whoever writes one need not. */
final class Typography {

    private static final String NO_BREAK = "\u00a0";

    private Typography() {}

    /**
     * Sets a sentence. In French a space before a colon, a semicolon, a question or exclamation mark and within quotation
     * marks joins what it stands between, so that no line begins with the mark.
     *
     * @param language the language of the sentence
     * @param sentence the sentence with plain spaces
     * @return the sentence as it is to be shown
     */
    static String set(Language language, String sentence) {
        return language.equals(Language.FRENCH)
                ? sentence.replaceAll(" (?=[:;?!»])", NO_BREAK).replaceAll("(?<=«) ", NO_BREAK)
                : sentence;
    }
}
