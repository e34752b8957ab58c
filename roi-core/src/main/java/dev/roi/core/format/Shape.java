package dev.roi.core.format;

import dev.roi.core.Exact;
import dev.roi.core.Keyword;
import dev.roi.core.Message;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How a value is written in a document: read from it, written to it, and told to an editor by the same description.
 *
 * <p>Immutable, and safe for use by several threads as far as the functions are that it was made with.
 *
 * @param <T> the type of the value
 */
public abstract class Shape<T> {

    Shape() {}

    /**
     * Reads a value.
     *
     * @param value what stands there
     * @param to takes everything that is wrong with it
     * @return the value; nothing where it could not be understood, which was objected to, or where it says nothing
     */
    public final Optional<T> read(Cursor value, Objections to) {
        if (!fits(value)) {
            to.at(value.spot(), unfit(value).orElseGet(() -> to.unfit(value, this)));
            return Optional.empty();
        }
        return decode(value, to);
    }

    /** What this shape says of a value that does not fit; nothing where it says what all do. */
    Optional<Objection> unfit(Cursor value) {
        return Optional.empty();
    }

    /**
     * Writes a value.
     *
     * @param value the value
     * @param to where to
     */
    public abstract void write(T value, Sink to);

    /**
     * Returns the kinds of values that may stand there.
     *
     * @return at least one, in the order in which people name them
     */
    public abstract Set<Kind> kinds();

    /**
     * Returns how such a value may look.
     *
     * @return an example, as it is written in a document; nothing where none was given
     */
    public Optional<String> example() {
        return Optional.empty();
    }

    /**
     * Returns the keys that may stand there.
     *
     * @return the keys of an object, in order; none of anything else
     */
    public List<String> keys() {
        return List.of();
    }

    /**
     * Returns the words that may stand there.
     *
     * @return the words of a closed set, in order; none where the set is open
     */
    public List<String> words() {
        return List.of();
    }

    boolean fits(Cursor value) {
        return kinds().contains(value.kind());
    }

    abstract Optional<T> decode(Cursor value, Objections to);

    abstract Map<String, Object> schema(Definitions definitions);

    /**
     * Returns this shape, with an example.
     *
     * @param example how such a value may look, as it is written in a document
     * @return the shape
     */
    public final Shape<T> suchAs(String example) {
        return new Annotated<>(this, Optional.of(example), Optional.empty(), Map.of(), any -> Optional.empty());
    }

    /**
     * Returns this shape, by a name that the schema refers to instead of repeating it.
     *
     * @param name a name that no other shape of the document has
     * @return the shape
     */
    public final Shape<T> named(String name) {
        return new Annotated<>(this, Optional.empty(), Optional.of(name), Map.of(), any -> Optional.empty());
    }

    /**
     * Returns this shape, with one more thing that the schema says of it.
     *
     * @param keyword a keyword of JSON Schema
     * @param value its value
     * @return the shape
     */
    public Shape<T> also(String keyword, Object value) {
        return new Annotated<>(
                this, Optional.empty(), Optional.empty(), Map.of(keyword, value), any -> Optional.empty());
    }

    /**
     * Returns the shape of a value that is made from another one.
     *
     * @param made makes the value
     * @param from gives what is written of it
     * @param <U> the type of the value
     * @return the shape
     */
    public final <U> Shape<U> as(Function<? super T, ? extends U> made, Function<? super U, ? extends T> from) {
        return new Mapped<>(this, (value, at, to) -> Optional.of(made.apply(value)), from);
    }

    /**
     * Returns the shape of a value that is understood from another one.
     *
     * @param understood understands the value
     * @param from gives what is written of it
     * @param <U> the type of the value
     * @return the shape
     */
    public final <U> Shape<U> taken(Understanding<? super T, U> understood, Function<? super U, ? extends T> from) {
        return new Mapped<>(this, understood, from);
    }

    /**
     * Returns the shape of a value that is understood from another one, in a document that is only read.
     *
     * @param understood understands the value
     * @param <U> the type of the value
     * @return the shape
     */
    public final <U> Shape<U> taken(Understanding<? super T, U> understood) {
        return taken(understood, any -> {
            throw new IllegalStateException("such a value is only read");
        });
    }

    /**
     * Returns this shape without some of its values.
     *
     * @param objection what is wrong with a value at its spot; nothing where it may stand there
     * @return the shape
     */
    public final Shape<T> unless(BiFunction<? super T, Spot, Optional<Objection>> objection) {
        return new Mapped<>(
                this,
                (value, at, to) -> {
                    Optional<Objection> wrong = objection.apply(value, at);
                    wrong.ifPresent(known -> to.at(at, known));
                    return wrong.isPresent() ? Optional.empty() : Optional.of(value);
                },
                Function.identity());
    }

    /**
     * Returns this shape, with what is said of a value that is of another kind.
     *
     * @param objection what is wrong with such a value; nothing where that is said as usual
     * @return the shape
     */
    public final Shape<T> unlessFit(Function<? super Cursor, Optional<Objection>> objection) {
        return new Annotated<>(this, Optional.empty(), Optional.empty(), Map.of(), objection);
    }

    /**
     * Returns the shape of a value that may be null instead.
     *
     * @return the shape
     */
    public final Shape<Optional<T>> orNull() {
        return new Maybe<>(this, true);
    }

    /**
     * Returns the shape of such a value before it is read, of a document whose cursors can be kept.
     *
     * @return the shape; what is read is what stands there, whatever it is
     */
    public final Shape<Cursor> later() {
        return new Unread(this, false);
    }

    /**
     * Returns the shape of such a value as it is written, of a document whose cursors can be kept.
     *
     * @return the shape; what is read is what stands there, where nothing is wrong with it
     */
    public final Shape<Cursor> kept() {
        return new Unread(this, true);
    }

    /**
     * Returns the shape of any text.
     *
     * @return the shape
     */
    public static Text<String> anyText() {
        return Text.of(Optional::of, Function.identity());
    }

    /**
     * Returns the shape of a text that says something.
     *
     * @return the shape
     */
    public static Text<String> text() {
        return anyText().notBlank();
    }

    /**
     * Returns the shape of a month, such as {@code 2026-05}.
     *
     * @return the shape
     */
    public static Text<YearMonth> month() {
        return Text.MONTH;
    }

    /**
     * Returns the shape of a word of a closed set.
     *
     * @param words the words that may stand there
     * @param <E> the set
     * @return the shape
     */
    public static <E extends Enum<E> & Keyword> Text<E> word(List<E> words) {
        Map<E, String> plain = new LinkedHashMap<>();
        words.forEach(word -> plain.put(word, ""));
        return Text.word(plain);
    }

    /**
     * Returns the shape of a word of a closed set.
     *
     * @param words the set
     * @param <E> the set
     * @return the shape
     */
    public static <E extends Enum<E> & Keyword> Text<E> word(Class<E> words) {
        return word(List.of(words.getEnumConstants()));
    }

    /**
     * Returns the shape of a number.
     *
     * @return the shape; a number beyond the limits is reported already, and not read
     */
    public static Shape<Exact> number() {
        return Scalar.typed(
                Kind.NUMBER,
                "number",
                value -> value.isUsable() ? Optional.of(value.number()) : Optional.empty(),
                Sink::number);
    }

    /**
     * Returns the shape of a whole number.
     *
     * @param least the least that it may be
     * @param most the most that it may be
     * @return the shape
     */
    public static Shape<Long> whole(long least, long most) {
        boolean isOpen = most == Long.MAX_VALUE;
        Message wanted = isOpen
                ? Message.of("a whole number of %s or more", least)
                : Message.of("a whole number from %s to %s", least, most);
        Shape<Long> whole = number().<Long>taken(
                        (number, at, to) -> {
                            boolean fits = number.isWhole()
                                    && !number.isBelow(Exact.of(least))
                                    && !number.isAbove(Exact.of(most));
                            if (!fits) {
                                to.at(at, to.outside(number, at, wanted));
                            }
                            return fits ? Optional.of(number.rounded(0).longValueExact()) : Optional.empty();
                        },
                        Exact::of)
                .also("type", "integer")
                .also("minimum", least);
        return isOpen ? whole : whole.also("maximum", most);
    }

    /**
     * Returns the shape of a whole number.
     *
     * @param least the least that it may be
     * @return the shape
     */
    public static Shape<Long> whole(long least) {
        return whole(least, Long.MAX_VALUE);
    }

    /**
     * Returns the shape of a number of things.
     *
     * @return the shape
     */
    public static Shape<Integer> count() {
        return whole(0, Integer.MAX_VALUE).as(Long::intValue, Integer::longValue);
    }

    /**
     * Returns the shape of true or false.
     *
     * @return the shape
     */
    public static Shape<Boolean> flag() {
        return Scalar.typed(Kind.BOOLEAN, "boolean", value -> Optional.of(value.isTrue()), Sink::flag);
    }

    /**
     * Returns the shape of null, where it is as if nothing stood there.
     *
     * @param <T> the type of what might stand there instead
     * @return the shape
     */
    public static <T> Shape<T> nothing() {
        return Scalar.typed(Kind.NULL, "null", value -> Optional.empty(), (to, any) -> to.nothing());
    }

    /**
     * Returns the shape of a list.
     *
     * @param item how an item is written
     * @param <T> the type of an item
     * @return the shape; what is read are the items that can be understood
     */
    public static <T> Shape<List<T>> list(Shape<T> item) {
        return new Items<>(item, Optional.empty(), Optional.empty(), false);
    }

    /**
     * Returns the shape of a list whose items only count together.
     *
     * @param item how an item is written
     * @param <T> the type of an item
     * @return the shape; what is read is everything, or nothing where an item cannot be understood
     */
    public static <T> Shape<List<T>> wholeList(Shape<T> item) {
        return new Items<>(item, Optional.empty(), Optional.empty(), true);
    }

    /**
     * Returns the shape of a list that has something in it.
     *
     * @param item how an item is written
     * @param none what is wrong with a list without any item
     * @param <T> the type of an item
     * @return the shape; what is read are the items that can be understood
     */
    public static <T> Shape<List<T>> some(Shape<T> item, Function<Spot, Objection> none) {
        return new Items<>(item, Optional.empty(), Optional.of(none), false);
    }

    /**
     * Returns the shape of a list in which nothing is there twice.
     *
     * @param item how an item is written
     * @param repeated what is wrong with an item that is there before already
     * @param <T> the type of an item
     * @return the shape; what is read are the items that can be understood, each once
     */
    public static <T> Shape<List<T>> set(Shape<T> item, BiFunction<? super T, Spot, Objection> repeated) {
        return new Items<>(item, Optional.of(repeated), Optional.empty(), false);
    }

    /**
     * Returns the shape of a list that has something in it, and nothing twice.
     *
     * @param item how an item is written
     * @param repeated what is wrong with an item that is there before already
     * @param none what is wrong with a list without any item
     * @param <T> the type of an item
     * @return the shape; what is read are the items that can be understood, each once
     */
    public static <T> Shape<List<T>> someSet(
            Shape<T> item, BiFunction<? super T, Spot, Objection> repeated, Function<Spot, Objection> none) {
        return new Items<>(item, Optional.of(repeated), Optional.of(none), false);
    }

    /**
     * Returns the shape of values by name, in the document's order.
     *
     * @param name how a name is written
     * @param value how a value is written
     * @param <K> the type of a name
     * @param <V> the type of a value
     * @return the shape; what is read are the values that can be understood, by names that can
     */
    public static <K, V> Shape<Map<K, V>> map(Text<K> name, Shape<V> value) {
        return new Entries<>(name, value, false);
    }

    /**
     * Returns the shape of values by name that only count together.
     *
     * @param name how a name is written
     * @param value how a value is written
     * @param <K> the type of a name
     * @param <V> the type of a value
     * @return the shape; what is read is everything, or nothing where a name or value cannot be understood
     */
    public static <K, V> Shape<Map<K, V>> wholeMap(Text<K> name, Shape<V> value) {
        return new Entries<>(name, value, true);
    }

    /**
     * Returns the shape of an object of a document that is only written.
     *
     * @param means what it is, in a sentence
     * @param fields its fields, in order
     * @param <R> what the object stands for
     * @return the shape
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <R> Shape<R> object(String means, Field<R, ?>... fields) {
        return object(means, List.of(fields));
    }

    /**
     * Returns the shape of an object of a document that is only written.
     *
     * @param means what it is, in a sentence
     * @param fields its fields, in order
     * @param <R> what the object stands for
     * @return the shape
     */
    public static <R> Shape<R> object(String means, List<Field<R, ?>> fields) {
        return new Composite<>(means, fields, List.of(), read -> {
            throw new IllegalStateException("such an object is only written: " + means);
        });
    }

    /**
     * Returns the shape of an object.
     *
     * @param means what it is, in a sentence
     * @param made makes what the object stands for, as far as it could be read
     * @param fields its fields, in order
     * @param <R> what the object stands for
     * @return the shape
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <R> Shape<R> object(String means, Function<Read<R>, Optional<R>> made, Field<R, ?>... fields) {
        return object(means, made, List.of(fields));
    }

    /**
     * Returns the shape of an object.
     *
     * @param means what it is, in a sentence
     * @param made makes what the object stands for, as far as it could be read
     * @param fields its fields, in order
     * @param <R> what the object stands for
     * @return the shape
     */
    public static <R> Shape<R> object(String means, Function<Read<R>, Optional<R>> made, List<Field<R, ?>> fields) {
        return new Composite<>(means, fields, List.of(), made);
    }

    /**
     * Returns the shape of an object that has one of several forms. It is read whichever fields are there.
     *
     * @param means what it is, in a sentence
     * @param forms the forms
     * @param made makes what the object stands for, where its fields go together
     * @param fields the fields of all forms, in order, none of them required
     * @param <R> what the object stands for
     * @return the shape
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <R> Shape<R> object(
            String means, List<Form<R>> forms, Function<Read<R>, Optional<R>> made, Field<R, ?>... fields) {
        return new Composite<>(means, List.of(fields), List.copyOf(forms), made);
    }

    /**
     * Returns the shape of a value of which the kind tells which of several shapes it has.
     *
     * @param means what it is, in a sentence
     * @param written the shape in which a value is written
     * @param alternatives the shapes, of different kinds
     * @param <T> the type of the value
     * @return the shape
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T> Shape<T> either(String means, Function<? super T, Shape<T>> written, Shape<T>... alternatives) {
        return new Either<>(means, written, List.of(alternatives));
    }

    /**
     * Returns the shape of a whole document within another one, of which the text is kept.
     *
     * @param format the document
     * @param text writes what stands there on one line
     * @return the shape
     */
    public static Shape<String> document(Format<?> format, Function<? super Cursor, String> text) {
        return new Scalar<>(Kind.OBJECT, value -> Optional.of(text.apply(value)), Sink::document, format::schema);
    }
}
