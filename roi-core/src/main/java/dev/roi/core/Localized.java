package dev.roi.core;

/** Something that is put into words when it is known who reads them. */
@FunctionalInterface
public interface Localized {

    /**
     * Puts it into words.
     *
     * @param language the language of whoever reads it
     * @return the words, for people; in English where the language has none
     */
    String in(Language language);
}
