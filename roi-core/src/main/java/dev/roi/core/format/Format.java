package dev.roi.core.format;

import java.util.Map;
import java.util.Optional;

/**
 * The shape of a whole document.
 *
 * @param <T> what the document stands for
 */
public final class Format<T> extends Wrapped<T, T> {

    private final String name;
    private final String title;
    private final boolean mayGrow;

    private Format(String name, String title, Shape<T> shape, boolean mayGrow) {
        super(shape);
        this.name = name;
        this.title = title;
        this.mayGrow = mayGrow;
    }

    /**
     * Returns the format of a document that has no keys but those known.
     *
     * @param name its name and version, such as {@code roi-scorecard/1}
     * @param title what people call it
     * @param shape its shape, an object's
     * @param <T> what the document stands for
     * @return the format
     */
    public static <T> Format<T> strict(String name, String title, Shape<T> shape) {
        return new Format<>(name, title, shape, false);
    }

    /**
     * Returns the format of a document that later versions may add keys to.
     *
     * @param name its name and version, such as {@code roi-review/1}
     * @param title what people call it
     * @param shape its shape, an object's
     * @param <T> what the document stands for
     * @return the format
     */
    public static <T> Format<T> growing(String name, String title, Shape<T> shape) {
        return new Format<>(name, title, shape, true);
    }

    /**
     * Returns the field by which a document says which format it has.
     *
     * @param name the format's name and version
     * @param <R> what the document stands for
     * @return the field
     */
    public static <R> Field<R, String> says(String name) {
        return Field.field("format", "What the document is, and of which version.", Text.constant(name), any -> name);
    }

    /**
     * Returns the address that its schema goes by. Nothing is ever fetched from there.
     *
     * @return its {@code $id}
     */
    public String id() {
        return "https://roi.dev/schema/%s.json".formatted(name.replace('/', '-'));
    }

    /**
     * Describes the document for an editor.
     *
     * @return a JSON Schema (draft 2020-12), complete in itself: maps, lists, texts, numbers and flags
     */
    public Map<String, Object> schema() {
        Definitions definitions = new Definitions(mayGrow);
        Map<String, Object> schema = Definitions.ordered(
                "$schema", "https://json-schema.org/draft/2020-12/schema", "$id", id(), "title", title);
        schema.putAll(shape.schema(definitions));
        if (!definitions.all().isEmpty()) {
            schema.put("$defs", definitions.all());
        }
        return schema;
    }

    @Override
    public void write(T value, Sink to) {
        shape.write(value, to);
    }

    @Override
    Optional<T> decode(Cursor value, Objections to) {
        return shape.decode(value, to);
    }

    /** A document within another one is whole there, too. */
    @Override
    Map<String, Object> schema(Definitions definitions) {
        definitions.define(name.replaceFirst("roi-(.*)/.*", "$1"), this::schema);
        return Definitions.ordered("$ref", id());
    }
}
