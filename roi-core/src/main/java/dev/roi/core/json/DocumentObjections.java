package dev.roi.core.json;

import dev.roi.core.Exact;
import dev.roi.core.Fault;
import dev.roi.core.InputFault;
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
import java.util.stream.Collectors;

/** What is said of documents for programs, such as scorecards, that are not in their form. */
class DocumentObjections extends Objections {

    static final String LEFT_OUT = "What there is nothing to say of is left out.";

    DocumentObjections(Faults faults) {
        super(faults::add);
    }

    static Objection objection(InputFault fault, String message) {
        return new Objection(fault.code(), message);
    }

    static Objection objection(InputFault fault, String message, String help) {
        return new Objection(fault.code(), message, help);
    }

    /** What a message calls a value: its key, or its place in the list, or the document. */
    static String name(Spot at) {
        if (!at.key().isEmpty()) {
            return Quoted.of(at.key());
        }
        return at.place().pointer().isEmpty() ? "the document" : "the item";
    }

    /** Says of a word that it is none of those there are. */
    static BiFunction<String, Spot, Objection> unknown(InputFault fault, String what, List<String> words) {
        return (text, at) -> objection(
                fault,
                "unknown %s %s".formatted(what, Quoted.of(text)),
                Nearest.didYouMean(text, words).orElseGet(() -> "It is one of %s.".formatted(Quoted.list(words))));
    }

    /** Says of something that it is there before already. */
    static Objection repeated(InputFault fault, Spot at, String what, Fault.Place first) {
        Fault.Place place = at.place();
        boolean same = first.source().equals(place.source());
        String where = same ? "" : " in " + Quoted.of(first.source());
        boolean again = same && first.line() == place.line() && first.column() == place.column();
        return objection(
                fault,
                again
                        ? "%s is repeated: the same input is given twice".formatted(what)
                        : "%s is repeated; it stands first%s on line %s, column %s"
                                .formatted(what, where, first.line(), first.column()));
    }

    @Override
    protected Objection unfit(Cursor value, Shape<?> wanted) {
        if (value.kind() == Kind.TEXT && wanted.kinds().contains(Kind.TEXT)) {
            return objection(InputFault.WRONG_NAME, "%s is blank".formatted(name(value.spot())), LEFT_OUT);
        }
        List<Kind> kinds =
                wanted.kinds().stream().filter(kind -> kind != Kind.NULL).toList();
        return new Objection(
                InputFault.WRONG_TYPE.code(),
                "%s is %s; it has to be %s"
                        .formatted(
                                name(value.spot()),
                                value.kind().words(),
                                kinds.stream().map(Kind::words).collect(Collectors.joining(" or "))),
                help(value.kind(), kinds));
    }

    private static Optional<String> help(Kind found, List<Kind> wanted) {
        return switch (found) {
            case TEXT ->
                wanted.contains(Kind.NUMBER) ? Optional.of("A number stands without quotes.") : Optional.empty();
            case NUMBER ->
                wanted.contains(Kind.TEXT) ? Optional.of("A text stands in double quotes.") : Optional.empty();
            case NULL -> wanted.size() == 1 ? Optional.of(LEFT_OUT) : Optional.empty();
            case OBJECT, ARRAY, BOOLEAN -> Optional.empty();
        };
    }

    @Override
    protected Objection unlike(String text, Spot at, Text<?> wanted) {
        return wanted.words().isEmpty()
                ? objection(
                        InputFault.WRONG_MONTH,
                        "%s is %s; a month is written as year and month".formatted(name(at), Quoted.of(text)),
                        "Such as `2026-05`.")
                : new Objection(
                        InputFault.WRONG_FORMAT.code(),
                        "unknown %s %s".formatted(at.key(), Quoted.of(text)),
                        only(wanted));
    }

    @Override
    protected Objection outside(Exact number, Spot at, String wanted) {
        return objection(InputFault.WRONG_TYPE, "%s is %s; it has to be %s".formatted(name(at), number, wanted));
    }

    @Override
    protected Optional<Objection> unknownKey(String key, List<String> known) {
        return Optional.of(new Objection(
                InputFault.UNKNOWN_FIELD.code(),
                "unknown field %s".formatted(Quoted.of(key)),
                Nearest.didYouMean(key, known)));
    }

    @Override
    protected Optional<Objection> missing(Field<?, ?> field, boolean isMisspelt) {
        return Optional.of(new Objection(
                InputFault.MISSING_FIELD.code(),
                "%s is missing".formatted(Quoted.of(field.key())),
                only(field.shape())));
    }

    /** Says what stands there, where it can be one thing only. */
    private static Optional<String> only(Shape<?> shape) {
        return Optional.of(shape.words())
                .filter(words -> words.size() == 1)
                .map(words -> "It has to be %s.".formatted(Quoted.list(words)));
    }
}
