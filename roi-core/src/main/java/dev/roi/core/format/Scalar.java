package dev.roi.core.format;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** A value of one kind that is read as it stands. */
final class Scalar<T> extends Shape<T> {

    private final Kind kind;
    private final Set<Kind> kinds;
    private final Function<? super Cursor, Optional<T>> read;
    private final BiConsumer<? super Sink, ? super T> write;
    private final Function<? super Definitions, Map<String, Object>> schema;

    Scalar(
            Kind kind,
            Function<? super Cursor, Optional<T>> read,
            BiConsumer<? super Sink, ? super T> write,
            Function<? super Definitions, Map<String, Object>> schema) {
        this.kind = kind;
        this.kinds = Set.of(kind);
        this.read = read;
        this.write = write;
        this.schema = schema;
    }

    /** A value of a kind that JSON Schema has a type for. */
    static <T> Scalar<T> typed(
            Kind kind,
            String type,
            Function<? super Cursor, Optional<T>> read,
            BiConsumer<? super Sink, ? super T> write) {
        return new Scalar<>(kind, read, write, any -> Definitions.ordered("type", type));
    }

    @Override
    public void write(T value, Sink to) {
        write.accept(to, value);
    }

    @Override
    public Set<Kind> kinds() {
        return kinds;
    }

    @Override
    boolean fits(Cursor value) {
        return value.kind() == kind;
    }

    @Override
    Optional<T> decode(Cursor value, Objections to) {
        return read.apply(value);
    }

    @Override
    Map<String, Object> schema(Definitions definitions) {
        return schema.apply(definitions);
    }
}
