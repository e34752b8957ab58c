package dev.roi.rules.policy;

import dev.roi.core.Exact;
import dev.roi.core.Fault;
import dev.roi.core.Message;
import dev.roi.core.Names;
import dev.roi.core.Nearest;
import dev.roi.core.Quoted;
import dev.roi.core.format.Cursor;
import dev.roi.core.format.Field;
import dev.roi.core.format.Kind;
import dev.roi.core.format.Objection;
import dev.roi.core.format.Objections;
import dev.roi.core.format.Shape;
import dev.roi.core.format.Spot;
import dev.roi.core.format.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What is said of a policy's files that are not in their form. */
public final class PolicyObjections extends Objections {

    private static final Pattern DIGITS = Pattern.compile("[0-9]+%?");

    /** What is said of a decimal comma that has parted a number in two. */
    static final Message AFTER_A_COMMA =
            Message.of("Decimals stand behind a full stop, such as `5.5`; after a comma another key begins.");

    /** Longer texts are not shown. */
    private static final int MOST_SHOWN = 40;

    /**
     * Begins without an objection.
     *
     * @param faults takes everything that is wrong
     */
    public PolicyObjections(Consumer<? super Fault> faults) {
        super(faults);
    }

    private static final Message OF_THRESHOLDS =
            Message.of("A threshold stands in `%s`: write it there.", PolicyFiles.THRESHOLDS);

    /** Says what is wrong with a value, and how it is mended. */
    static Objection objection(PolicyCode code, Message message, Message help) {
        return new Objection(code.id(), message, help);
    }

    void fault(PolicyCode code, Spot at, Message message, Optional<Message> help) {
        at(at, new Objection(code.id(), message, help));
    }

    @Override
    protected Objection unfit(Cursor value, Shape<?> wanted) {
        Optional<Message> example = example(value.spot().key(), wanted);
        return switch (wanted.kinds().iterator().next()) {
            case TEXT ->
                unfit(
                        Message.of("a text"),
                        value.kind() == Kind.TEXT ? Message.of("an empty one") : words(value),
                        switch (value.kind()) {
                            case NUMBER -> Optional.of(Message.of("Write it in quotes: `\"%s\"`.", value.digits()));
                            case BOOLEAN -> Optional.of(Message.of("Write it in quotes: `\"%s\"`.", value.isTrue()));
                            case ARRAY, OBJECT, TEXT, NULL -> example;
                        });
            case NUMBER ->
                unfit(
                        Message.of("a number"),
                        shown(value),
                        value.kind() == Kind.TEXT
                                ? SyntaxHints.likeNumberAlone(value.text()).or(() -> example)
                                : example);
            case ARRAY ->
                unfit(
                        Message.of("a list"),
                        shown(value),
                        value.kind() == Kind.TEXT
                                ? Optional.of(
                                        Message.of("Write it in brackets: `[%s]`.", SyntaxHints.listed(value.text())))
                                : example);
            case OBJECT ->
                unfit(
                        Message.of("keys with values"),
                        shown(value),
                        example.or(() -> Optional.of(wanted.keys())
                                .filter(keys -> !keys.isEmpty())
                                .map(Nearest::thereAre)));
            case BOOLEAN, NULL -> throw new IllegalStateException("a policy has no such value");
        };
    }

    /**
     * Says that something else should stand there.
     *
     * @param wanted what should, such as {@code a month}
     * @param found what does
     * @param help how it is mended
     * @return what is wrong
     */
    public static Objection unfit(Message wanted, Cursor found, Optional<Message> help) {
        return unfit(wanted, shown(found), help);
    }

    /**
     * Says that a number is written as a text.
     *
     * @param text the text
     * @return what is wrong; nothing where the text is not like a number
     */
    public static Optional<Objection> likeNumber(String text) {
        return SyntaxHints.likeNumberAlone(text)
                .map(help ->
                        unfit(Message.of("a number"), Message.of("the text %s", Quoted.of(text)), Optional.of(help)));
    }

    private static Objection unfit(Message wanted, Message found, Optional<Message> help) {
        return new Objection(
                PolicyCode.WRONG_VALUE.id(), Message.of("%s should stand here, and there is %s.", wanted, found), help);
    }

    /** Says how what stands under a key is written. */
    static Optional<Message> example(String key, Shape<?> wanted) {
        return wanted.example()
                .filter(example -> !key.isEmpty())
                .map(example -> Message.of("Write it such as `%s: %s`.", key, example));
    }

    /**
     * Says what stands there, and quotes it where it is a text that fits the line.
     *
     * @param value the value
     * @return a few words, such as {@code the text `six`}
     */
    public static Message shown(Cursor value) {
        boolean isShort = value.kind() == Kind.TEXT && value.text().length() <= MOST_SHOWN;
        return isShort ? Message.of("the text %s", Quoted.of(value.text())) : words(value);
    }

    private static Message words(Cursor value) {
        return value.kind() == Kind.NULL ? Message.of("nothing") : Message.of("%s", value.kind());
    }

    /** Guesses among words that may say the opposite of each other only where it begins alike, and lists them otherwise. */
    @Override
    protected Objection unlike(String text, Spot at, Text<?> wanted) {
        return objection(
                PolicyCode.WRONG_VALUE,
                Message.of("unknown value %s.", Quoted.of(text)),
                Nearest.to(text, wanted.words())
                        .filter(nearest -> nearest.charAt(0) == Character.toLowerCase(text.charAt(0))
                                || Nearest.isFrenchFor(text, nearest))
                        .map(Nearest::meant)
                        .orElseGet(() -> Nearest.thereAre(wanted.words())));
    }

    @Override
    protected Objection outside(Exact number, Spot at, Message wanted) {
        return unfit(wanted, Message.of("%s", number), Optional.empty());
    }

    @Override
    protected Optional<Objection> unknownKey(String key, List<String> known) {
        return Optional.of(objection(
                PolicyCode.UNKNOWN_KEY,
                Message.of("unknown key %s.", Quoted.of(key)),
                DIGITS.matcher(key).matches()
                        ? AFTER_A_COMMA
                        : noSpace(key, known)
                                .or(() -> Nearest.didYouMean(key, known))
                                .orElseGet(() -> Names.isDotted(key) ? OF_THRESHOLDS : Nearest.thereAre(known))));
    }

    /** Finds a key that no space parts from its value, which YAML takes for one longer key. */
    private static Optional<Message> noSpace(String key, List<String> known) {
        int colon = key.indexOf(':');
        return Optional.of(key)
                .filter(written -> colon > 0 && known.contains(key.substring(0, colon)))
                .map(written -> Message.of(
                        "Write a space after the colon: `%s: %s`.", key.substring(0, colon), key.substring(colon + 1)));
    }

    /** A key that is most likely misspelt is not missing. */
    @Override
    protected Optional<Objection> missing(Field<?, ?> field, boolean isMisspelt) {
        return isMisspelt
                ? Optional.empty()
                : Optional.of(new Objection(
                        PolicyCode.MISSING_KEY.id(),
                        Message.of("key `%s` is missing.", field.key()),
                        example(field.key(), field.shape())));
    }
}
