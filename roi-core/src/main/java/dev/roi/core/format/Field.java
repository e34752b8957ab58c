package dev.roi.core.format;

import dev.roi.core.Exact;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One field of an object: its key, what it means, how its value is written, and where the value comes from.
 *
 * @param <R> what the object stands for
 * @param <T> the type of the field's value
 */
public final class Field<R, T> {

    private final String key;
    private final String means;
    private final Shape<T> shape;
    private final Function<? super R, ? extends T> value;
    private final Optional<T> otherwise;
    private final boolean isRequired;
    private final Predicate<? super T> isLeftOut;

    private Field(
            String key,
            String means,
            Shape<T> shape,
            Function<? super R, ? extends T> value,
            Optional<T> otherwise,
            boolean isRequired,
            Predicate<? super T> isLeftOut) {
        this.key = key;
        this.means = means;
        this.shape = shape;
        this.value = value;
        this.otherwise = otherwise;
        this.isRequired = isRequired;
        this.isLeftOut = isLeftOut;
    }

    /**
     * Returns a field that is always there.
     *
     * @param key its key
     * @param means what it means, in a sentence
     * @param shape how its value is written
     * @param value where its value comes from
     * @param <R> what the object stands for
     * @param <T> the type of its value
     * @return the field
     */
    public static <R, T> Field<R, T> field(
            String key, String means, Shape<T> shape, Function<? super R, ? extends T> value) {
        return new Field<>(key, means, shape, value, Optional.empty(), true, any -> false);
    }

    /**
     * Returns a field that is always there, of a document that is only read.
     *
     * @param key its key
     * @param means what it means, in a sentence
     * @param shape how its value is written
     * @param <R> what the object stands for
     * @param <T> the type of its value
     * @return the field
     */
    public static <R, T> Field<R, T> field(String key, String means, Shape<T> shape) {
        return field(key, means, shape, unwritten(key));
    }

    /**
     * Returns a field that is left out where there is nothing to say.
     *
     * @param key its key
     * @param means what it means, in a sentence
     * @param shape how its value is written
     * @param value where its value comes from
     * @param <R> what the object stands for
     * @param <T> the type of its value
     * @return the field
     */
    public static <R, T> Field<R, Optional<T>> maybe(
            String key, String means, Shape<T> shape, Function<? super R, Optional<T>> value) {
        return new Field<>(
                key, means, new Maybe<>(shape, false), value, Optional.of(Optional.empty()), false, Optional::isEmpty);
    }

    /**
     * Returns a field that is left out where there is nothing to say, of a document that is only read.
     *
     * @param key its key
     * @param means what it means, in a sentence
     * @param shape how its value is written
     * @param <R> what the object stands for
     * @param <T> the type of its value
     * @return the field
     */
    public static <R, T> Field<R, Optional<T>> maybe(String key, String means, Shape<T> shape) {
        return maybe(key, means, shape, unwritten(key));
    }

    /**
     * Returns a field with a usual value, which it has where it is left out. It is written all the same, unless it is empty.
     *
     * @param key its key
     * @param means what it means, in a sentence
     * @param shape how its value is written
     * @param otherwise its usual value
     * @param value where its value comes from
     * @param <R> what the object stands for
     * @param <T> the type of its value
     * @return the field
     */
    public static <R, T> Field<R, T> usually(
            String key, String means, Shape<T> shape, T otherwise, Function<? super R, ? extends T> value) {
        return new Field<>(key, means, shape, value, Optional.of(otherwise), false, Field::isEmpty);
    }

    /**
     * Returns a field with a usual value, of a document that is only read.
     *
     * @param key its key
     * @param means what it means, in a sentence
     * @param shape how its value is written
     * @param otherwise its usual value
     * @param <R> what the object stands for
     * @param <T> the type of its value
     * @return the field
     */
    public static <R, T> Field<R, T> usually(String key, String means, Shape<T> shape, T otherwise) {
        return usually(key, means, shape, otherwise, unwritten(key));
    }

    private static <R, T> Function<R, T> unwritten(String key) {
        return any -> {
            throw new IllegalStateException("a document with `%s` is only read".formatted(key));
        };
    }

    private static boolean isEmpty(Object value) {
        return (value instanceof Collection<?> items && items.isEmpty())
                || (value instanceof Map<?, ?> entries && entries.isEmpty());
    }

    /**
     * Returns the key.
     *
     * @return the key that it stands under
     */
    public String key() {
        return key;
    }

    /**
     * Returns how its value is written.
     *
     * @return the shape
     */
    public Shape<T> shape() {
        return shape;
    }

    String means() {
        return means;
    }

    /**
     * Tells whether it is always there.
     *
     * @return whether a document without it is refused
     */
    public boolean isRequired() {
        return isRequired;
    }

    Optional<T> otherwise() {
        return otherwise;
    }

    void write(R from, Sink to) {
        T written = value.apply(from);
        if (!isLeftOut.test(written)) {
            to.key(key);
            shape.write(written, to);
        }
    }

    Map<String, Object> schema(Definitions definitions) {
        Map<String, Object> schema = shape.schema(definitions);
        schema.put("description", means);
        otherwise.filter(Boolean.class::isInstance).ifPresent(usual -> schema.put("default", usual));
        shape.example().flatMap(this::plain).ifPresent(example -> schema.put("examples", List.of(example)));
        return schema;
    }

    /** Editors insert examples as they are, and lists and objects are written in another way in YAML than in JSON. */
    private Optional<Object> plain(String example) {
        if (shape.kinds().equals(Set.of(Kind.NUMBER))) {
            return Optional.of(Exact.of(example));
        }
        return shape.kinds().equals(Set.of(Kind.TEXT)) ? Optional.of(example) : Optional.empty();
    }
}
