package dev.roi.core;

/** A value of a closed set that has one word in files, in JSON and in rules. */
public interface Keyword {

    /**
     * Returns the constant's name in Java.
     *
     * @return the name, in capitals
     */
    String name();

    /**
     * Returns the word that files and documents use.
     *
     * @return the name in kebab-case, such as {@code blocks-extend}
     */
    default String word() {
        return EnumWords.word(this);
    }
}
