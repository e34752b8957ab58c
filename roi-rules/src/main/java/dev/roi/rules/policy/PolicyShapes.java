package dev.roi.rules.policy;

import static dev.roi.core.format.Field.maybe;
import static dev.roi.core.format.Shape.object;
import static dev.roi.core.format.Shape.set;
import static dev.roi.core.format.Shape.text;
import static dev.roi.rules.policy.PolicyObjections.objection;

import dev.roi.core.Exact;
import dev.roi.core.Keyword;
import dev.roi.core.Message;
import dev.roi.core.Names;
import dev.roi.core.Nearest;
import dev.roi.core.Quoted;
import dev.roi.core.Range;
import dev.roi.core.Unit;
import dev.roi.core.format.Field;
import dev.roi.core.format.Kind;
import dev.roi.core.format.Objection;
import dev.roi.core.format.Read;
import dev.roi.core.format.Shape;
import dev.roi.core.format.Text;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** How what several files of a policy have is written. */
public final class PolicyShapes {

    /** How the name of a threshold is written. */
    static final String DOTTED = "^[a-z][a-z0-9]*(-[a-z0-9]+)*[.][a-z][a-z0-9]*(-[a-z0-9]+)*$";

    /** How a name in kebab-case is written. */
    public static final String KEBAB = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";

    /** Names with a semicolon between them, or three and more with spaces. */
    private static final Pattern SEVERAL =
            Pattern.compile("[a-z][a-z0-9-]*(?:\\s*;\\s*[a-z][a-z0-9-]*)+|[a-z][a-z0-9-]*(?:\\s+[a-z][a-z0-9-]*){2,}");

    private static final Field<Range, Optional<Exact>> LEAST =
            maybe("least", "The least of them; any where there is none.", number("0"));
    private static final Field<Range, Optional<Exact>> MOST =
            maybe("most", "The greatest of them; any where there is none.", number("100"));

    private PolicyShapes() {}

    /** A number whose unit stands under a key of its own. */
    static Shape<Exact> number(String example) {
        return Shape.number()
                .unlessFit(value -> value.kind() == Kind.TEXT
                        ? Optional.of(PolicyObjections.unfit(
                                Message.of("a number"), value, Optional.of(SyntaxHints.likeNumber(value.text()))))
                        : Optional.empty())
                .suchAs(example);
    }

    /** From a least to a most number. */
    static Shape<Range> range() {
        return object("Both ends are included.", PolicyShapes::range, LEAST, MOST)
                .suchAs("{ least: 0, most: 100 }");
    }

    private static Optional<Range> range(Read<Range> read) {
        Optional<Exact> least = read.get(LEAST);
        Optional<Exact> most = read.get(MOST);
        if (least.isPresent() && most.isPresent() && least.get().isAbove(most.get())) {
            read.object(objection(
                    PolicyCode.WRONG_VALUE,
                    Message.of("`least` is above `most`."),
                    Message.of("Did you mean `{ least: %s, most: %s }`?", most.get(), least.get())));
            return Optional.empty();
        }
        return Optional.of(new Range(least, most));
    }

    /** A word of a closed set. */
    static <E extends Enum<E> & Keyword> Text<E> word(Class<E> words) {
        return Shape.word(words).notBlank();
    }

    /** A name in kebab-case. */
    static Text<String> kebab(Message what) {
        return Text.of(name -> Optional.of(name).filter(Names::isKebab), Function.<String>identity())
                .notBlank()
                .refusing((name, at) -> new Objection(
                        PolicyCode.WRONG_VALUE.id(),
                        Message.of(
                                "`%s` is not written as the name of %s is: in small letters, digits and hyphens.",
                                name, what),
                        likely(name)))
                .also("maxLength", Names.MOST_CHARACTERS)
                .also("pattern", KEBAB);
    }

    /** A key in kebab-case, which names what stands under it; faults call it such as {@code the name `%s` of a view}. */
    static <I> Text<I> kebabKey(Function<String, Message> what, Function<String, I> id, Function<I, String> name) {
        return Text.of(text -> Optional.of(text).filter(Names::isKebab).map(id), name)
                .refusing((text, at) -> new Objection(
                        PolicyCode.WRONG_VALUE.id(),
                        Message.of("%s is not small letters, digits and hyphens.", what.apply(text)),
                        likely(text)))
                .also("maxLength", Names.MOST_CHARACTERS)
                .also("pattern", KEBAB);
    }

    private static Optional<Message> likely(String name) {
        if (SEVERAL.matcher(name.strip()).matches()) {
            return Optional.of(Message.of(
                    "Write a comma between two names: `%s`.", name.strip().replaceAll("[ ;,]+", ", ")));
        }
        return Names.likely(name).map(Nearest::meant);
    }

    /**
     * Returns the shape of a name that is declared somewhere.
     *
     * @param what what it is the name of
     * @param names the names there are
     * @return the shape
     */
    public static Shape<String> known(Message what, DeclaredNames names) {
        return text().unless((name, at) -> unknown(what, names, name));
    }

    /**
     * Returns the shape of a key that is declared somewhere.
     *
     * @param what what it is the name of
     * @param names the names there are
     * @return the shape
     */
    public static Text<String> knownKey(Message what, DeclaredNames names) {
        return Text.of(name -> Optional.of(name).filter(names::has), Function.<String>identity())
                .refusing((name, at) -> names.objection(what, name).orElseThrow());
    }

    /** Says what is wrong with a name that is declared nowhere. */
    static Optional<Objection> unknown(Message what, DeclaredNames names, String name) {
        return names.objection(what, name)
                .map(wrong -> name.contains(" - ")
                        ? new Objection(
                                wrong.code(),
                                wrong.message(),
                                Message.of("A line of the list is indented further than the one "
                                        + "before it; let all begin in one column."))
                        : wrong);
    }

    /** What a declared name stands for; nothing where it is not written as its likes are, which its own place says. */
    static <I> Shape<I> known(Message what, DeclaredNames names, Predicate<String> isOne, Function<String, I> id) {
        return known(what, names)
                .taken((name, at, to) -> Optional.of(name).filter(isOne).map(id));
    }

    /** Names that are declared somewhere, each once. */
    static <I> Shape<List<I>> knownList(Message what, DeclaredNames names, Function<String, I> id) {
        return set(known(what, names), (name, at) -> twice(Message.of("%s %s", what, Quoted.of(name))))
                .taken((known, at, to) -> Optional.of(
                        known.stream().filter(Names::isKebab).map(id).toList()));
    }

    /**
     * Says of something that it is there twice.
     *
     * @param what what it is
     * @return what is wrong
     */
    public static Objection twice(Message what) {
        return objection(
                PolicyCode.REPEATED_NAME,
                Message.of("%s is there twice.", what),
                Message.of("Take one of the two out."));
    }

    /** A unit; where its name is misspelt, the one that was meant, so that nothing else is blamed for it. */
    static Shape<Unit> unit(DeclaredNames known) {
        return text().<Unit>taken((name, at, to) -> {
                    if (known.has(name)) {
                        return Optional.of(name).filter(Names::isKebab).map(Unit::new);
                    }
                    Optional<String> meant = SyntaxHints.unit(name, known.names());
                    if (meant.isEmpty() && Names.isKebab(name)) {
                        return Optional.of(new Unit(name)); // a unit of the policy's own, which is written by its name
                    }
                    Message help = meant.map(unit -> Message.of(
                                    "Did you mean `%s`? A unit of your own has its words under `units` in texts/.",
                                    unit))
                            .orElseGet(() -> Nearest.thereAre(known.names()));
                    to.at(
                            at,
                            objection(PolicyCode.UNKNOWN_NAME, Message.of("unknown unit %s.", Quoted.of(name)), help));
                    return meant.map(Unit::new);
                })
                .suchAs("percent");
    }

    /**
     * Returns the shape of a month.
     *
     * @return the shape; what is no month is answered with the one that was most likely meant
     */
    public static Shape<YearMonth> month() {
        Message example = Message.of("Write it such as `2026-06`.");
        return Shape.month()
                .refusing((text, at) -> objection(
                        PolicyCode.WRONG_VALUE,
                        Message.of("a month is year and month, and there is the text %s.", Quoted.of(text)),
                        WrittenMonths.meant(text).map(Nearest::meant).orElse(example)))
                .unlessFit(value ->
                        Optional.of(PolicyObjections.unfit(Message.of("a month"), value, Optional.of(example))))
                .suchAs("2026-06");
    }
}
