package dev.roi.core.format;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A value that is understood from another one. */
final class Mapped<T, U> extends Wrapped<T, U> {

    private final Understanding<? super T, U> understood;
    private final Function<? super U, ? extends T> from;

    Mapped(Shape<T> shape, Understanding<? super T, U> understood, Function<? super U, ? extends T> from) {
        super(shape);
        this.understood = understood;
        this.from = from;
    }

    @Override
    public void write(U value, Sink to) {
        shape.write(from.apply(value), to);
    }

    @Override
    Optional<U> decode(Cursor value, Objections to) {
        return shape.decode(value, to).flatMap(read -> understood.of(read, value.spot(), to));
    }

    @Override
    Map<String, Object> schema(Definitions definitions) {
        return shape.schema(definitions);
    }
}
