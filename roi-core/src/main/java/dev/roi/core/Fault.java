package dev.roi.core;

import java.util.Comparator;
import java.util.Optional;

/**
 * Something wrong with what a person wrote: where, what, and what to do about it.
 *
 * @param code a stable code such as {@code ROI-S12}, to look up and to filter by
 * @param severity whether it has to be mended
 * @param place where it is
 * @param what what is wrong, in the words of the file
 * @param fix the likely fix, where one can be guessed
 */
public record Fault(String code, Severity severity, Place place, Message what, Optional<Message> fix)
        implements Localized, Comparable<Fault> {

    private static final Comparator<Fault> ORDER =
            Comparator.comparing(Fault::place).thenComparing(Fault::code).thenComparing(fault -> fault.message());

    /**
     * Tells a fault in words of its own, which are the same in every language.
     *
     * @param code a stable code
     * @param severity whether it has to be mended
     * @param place where it is
     * @param message what is wrong, in one line
     * @param help the likely fix, where one can be guessed
     */
    public Fault(String code, Severity severity, Place place, String message, Optional<String> help) {
        this(code, severity, place, Message.verbatim(message), help.map(Message::verbatim));
    }

    /**
     * Says what is wrong, in English.
     *
     * @return one line; characters that cannot be seen are written as escapes such as {@code \}{@code u001B}
     */
    public String message() {
        return message(Language.ENGLISH);
    }

    /**
     * Says what is wrong.
     *
     * @param language the language of whoever reads it
     * @return one line; characters that cannot be seen are written as escapes such as {@code \}{@code u001B}
     */
    public String message(Language language) {
        return Quoted.visible(what.in(language), Integer.MAX_VALUE);
    }

    /**
     * Says how it is likely mended, in English.
     *
     * @return the fix, where one can be guessed; as visible
     */
    public Optional<String> help() {
        return help(Language.ENGLISH);
    }

    /**
     * Says how it is likely mended.
     *
     * @param language the language of whoever reads it
     * @return the fix, where one can be guessed; as visible
     */
    public Optional<String> help(Language language) {
        return fix.map(message -> Quoted.visible(message.in(language), Integer.MAX_VALUE));
    }

    @Override
    public int compareTo(Fault other) {
        return ORDER.compare(this, other);
    }

    /**
     * Writes the fault in one line: code, place, fault, fix.
     *
     * @param language the language of whoever reads it
     * @return the line, for people; do not parse it
     */
    @Override
    public String in(Language language) {
        String message = message(language);
        String end = message.endsWith(".") ? " " : ". ";
        String told = message + help(language).map(text -> end + text).orElse("");
        return place.source().equals(RecordFault.WHERE)
                ? "%s %s".formatted(code, Message.of("the record: %s", told).in(language))
                : "%s %s: %s".formatted(code, place, told);
    }

    /**
     * Writes the fault in one line, in English.
     *
     * @return the line, for people; do not parse it
     */
    @Override
    public String toString() {
        return in(Language.ENGLISH);
    }

    /** Whether a fault has to be mended. */
    public enum Severity implements Keyword {
        /** It has to be. */
        ERROR,
        /** It is worth a look. */
        WARNING
    }

    /**
     * Where a fault is.
     *
     * @param source the file, or what stands for it; empty for objects built in Java
     * @param line the line, from 1; 0 where there is none
     * @param column the column, from 1; 0 where there is none
     * @param pointer the JSON pointer (RFC 6901) within the document; empty for its root or where there is none
     */
    public record Place(String source, int line, int column, String pointer) implements Comparable<Place> {

        private static final Comparator<Place> ORDER = Comparator.comparing(Place::source)
                .thenComparingInt(Place::line)
                .thenComparingInt(Place::column)
                .thenComparing(Place::pointer);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(source);
            if (line > 0) {
                text.append(':').append(line).append(':').append(column);
            }
            if (!pointer.isEmpty()) {
                text.append(text.length() > 0 ? ": " : "").append(pointer);
            }
            return text.length() > 0 ? text.toString() : "(input)";
        }
    }
}
