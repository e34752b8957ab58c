package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;

/**
 * A sentence for the person who can mend something. The English sentence stands where it is said and is the key of its
 * translations, as with gettext; they stand together in {@code messages_fr.po} beside this class.
 *
 * @param english the sentence, with {@code %s} where a value belongs
 * @param values what is put in, in the order of the English sentence; what is {@link Localized} in the same language
 */
public record Message(String english, List<Object> values) implements Localized {

    /** Keeps the values. {@inheritDoc} */
    public Message {
        requireNonNull(english, "english");
        values = List.copyOf(values);
    }

    /**
     * Says something.
     *
     * @param english the sentence, written out where it is said, with {@code %s} where a value belongs
     * @param values what is put in, in this order
     * @return the message
     */
    public static Message of(String english, Object... values) {
        return new Message(english, List.of(values));
    }

    /**
     * Says what has been put into words by somebody else, such as the operating system.
     *
     * @param words the words, which are the same in every language
     * @return the message
     */
    public static Message verbatim(String words) {
        return of("%s", words);
    }

    /**
     * Writes a number with its thousands apart: {@code 10,000}, and in French {@code 10 000}.
     *
     * @param number the number
     * @return the number
     */
    public static Message grouped(long number) {
        return of("%s", new Grouped(number));
    }

    /**
     * Says one thing after the other.
     *
     * @param sentences whole sentences
     * @return the message, with a space between them
     */
    public static Message sentences(List<Message> sentences) {
        return joined(" ", sentences);
    }

    /**
     * Names things of which one is meant: {@code a, b or c}.
     *
     * @param things the things; at least one
     * @return the list
     */
    public static Message either(List<? extends Localized> things) {
        int end = things.size() - 1;
        return end == 0
                ? of("%s", things.get(0))
                : Message.of("%s or %s", joined(", ", things.subList(0, end)), things.get(end));
    }

    /**
     * Names things that are all meant: {@code a, b and c}.
     *
     * @param things the things; at least one
     * @return the list
     */
    public static Message all(List<? extends Localized> things) {
        int end = things.size() - 1;
        return end == 0
                ? of("%s", things.get(0))
                : Message.of("%s and %s", joined(", ", things.subList(0, end)), things.get(end));
    }

    /**
     * Says several things with something between them.
     *
     * @param between what stands between two, in every language
     * @param things the things
     * @return the message
     */
    public static Message joined(String between, List<? extends Localized> things) {
        List<String> places = new ArrayList<>();
        things.forEach(thing -> places.add("%s"));
        return new Message(String.join(between, places), List.copyOf(things));
    }

    @Override
    public String in(Language language) {
        Object[] words = values.stream()
                .map(value -> value instanceof Localized localized ? localized.in(language) : value)
                .toArray();
        return Translations.of(english, language).formatted(words);
    }

    /** Puts it into English. */
    @Override
    public String toString() {
        return in(Language.ENGLISH);
    }

    private record Grouped(long number) implements Localized {

        @Override
        public String in(Language language) {
            return NumberFormat.getIntegerInstance(language.locale()).format(number);
        }
    }
}
