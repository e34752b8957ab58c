package dev.roi.core.json;

import dev.roi.core.Exact;
import dev.roi.core.Fault;
import dev.roi.core.InputFault;
import dev.roi.core.Message;
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
import java.util.function.BiFunction;

/** What is said of documents for programs, such as scorecards, that are not in their form. */
class DocumentObjections extends Objections {

    static final Message LEFT_OUT = Message.of("What there is nothing to say of is left out.");

    DocumentObjections(Faults faults) {
        super(faults::add);
    }

    static Objection objection(InputFault fault, Message message) {
        return new Objection(fault.code(), message);
    }

    static Objection objection(InputFault fault, Message message, Message help) {
        return new Objection(fault.code(), message, help);
    }

    /** What a message calls a value: its key, or its place in the list, or the document. */
    static Message name(Spot at) {
        if (!at.key().isEmpty()) {
            return Message.verbatim(Quoted.of(at.key()));
        }
        return at.place().pointer().isEmpty() ? Message.of("the document") : Message.of("the item");
    }

    /** Says of a word that it is none of those there are. */
    static BiFunction<String, Spot, Objection> unknown(InputFault fault, Message what, List<String> words) {
        return (text, at) -> objection(
                fault,
                Message.of("%s %s", what, Quoted.of(text)),
                Nearest.didYouMean(text, words).orElseGet(() -> Message.of("It is one of %s.", Quoted.list(words))));
    }

    /** Says of something that it is there before already. */
    static Objection repeated(InputFault fault, Spot at, Object what, Fault.Place first) {
        return repeated(fault, at.place(), what, first);
    }

    /** Says of something that it is there before already. */
    static Objection repeated(InputFault fault, Fault.Place place, Object what, Fault.Place first) {
        boolean same = first.source().equals(place.source());
        boolean again = same && first.line() == place.line() && first.column() == place.column();
        return objection(
                fault,
                again
                        ? Message.of("%s is repeated: the same input is given twice", what)
                        : same
                                ? Message.of(
                                        "%s is repeated; it stands first on line %s, column %s",
                                        what, first.line(), first.column())
                                : Message.of(
                                        "%s is repeated; it stands first in %s on line %s, column %s",
                                        what, Quoted.of(first.source()), first.line(), first.column()));
    }

    @Override
    protected Objection unfit(Cursor value, Shape<?> wanted) {
        if (value.kind() == Kind.TEXT && wanted.kinds().contains(Kind.TEXT)) {
            return objection(InputFault.WRONG_NAME, Message.of("%s is blank", name(value.spot())), LEFT_OUT);
        }
        List<Kind> kinds =
                wanted.kinds().stream().filter(kind -> kind != Kind.NULL).toList();
        return new Objection(
                InputFault.WRONG_TYPE.code(),
                Message.of("%s is %s; it has to be %s", name(value.spot()), value.kind(), Message.either(kinds)),
                help(value.kind(), kinds));
    }

    private static Optional<Message> help(Kind found, List<Kind> wanted) {
        return switch (found) {
            case TEXT ->
                wanted.contains(Kind.NUMBER)
                        ? Optional.of(Message.of("A number stands without quotes."))
                        : Optional.empty();
            case NUMBER ->
                wanted.contains(Kind.TEXT)
                        ? Optional.of(Message.of("A text stands in double quotes."))
                        : Optional.empty();
            case NULL -> wanted.size() == 1 ? Optional.of(LEFT_OUT) : Optional.empty();
            case OBJECT, ARRAY, BOOLEAN -> Optional.empty();
        };
    }

    @Override
    protected Objection unlike(String text, Spot at, Text<?> wanted) {
        return wanted.words().isEmpty()
                ? objection(
                        InputFault.WRONG_MONTH,
                        Message.of("%s is %s; a month is written as year and month", name(at), Quoted.of(text)),
                        Message.of("Such as `2026-05`."))
                : new Objection(
                        InputFault.WRONG_FORMAT.code(),
                        Message.of("unknown %s %s", at.key(), Quoted.of(text)),
                        only(wanted));
    }

    @Override
    protected Objection outside(Exact number, Spot at, Message wanted) {
        return objection(InputFault.WRONG_TYPE, Message.of("%s is %s; it has to be %s", name(at), number, wanted));
    }

    @Override
    protected Optional<Objection> unknownKey(String key, List<String> known) {
        return Optional.of(new Objection(
                InputFault.UNKNOWN_FIELD.code(),
                Message.of("unknown field %s", Quoted.of(key)),
                Nearest.didYouMean(key, known)));
    }

    @Override
    protected Optional<Objection> missing(Field<?, ?> field, boolean isMisspelt) {
        return Optional.of(new Objection(
                InputFault.MISSING_FIELD.code(),
                Message.of("%s is missing", Quoted.of(field.key())),
                only(field.shape())));
    }

    /** Says what stands there, where it can be one thing only. */
    private static Optional<Message> only(Shape<?> shape) {
        return Optional.of(shape.words())
                .filter(words -> words.size() == 1)
                .map(words -> Message.of("It has to be %s.", Quoted.list(words)));
    }
}
