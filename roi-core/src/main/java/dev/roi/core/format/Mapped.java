package dev.roi.core.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A value that is made from another one, unless there is something wrong with that. */
final class Mapped<T, U> extends Shape<U> {

    private final Shape<T> shape;
    private final BiFunction<? super T, Spot, Optional<Objection>> objection;
    private final Function<? super T, ? extends U> made;
    private final Function<? super U, ? extends T> from;

    Mapped(
            Shape<T> shape,
            BiFunction<? super T, Spot, Optional<Objection>> objection,
            Function<? super T, ? extends U> made,
            Function<? super U, ? extends T> from) {
        this.shape = shape;
        this.objection = objection;
        this.made = made;
        this.from = from;
    }

    @Override
    public void write(U value, Sink to) {
        shape.write(from.apply(value), to);
    }

    @Override
    public Set<Kind> kinds() {
        return shape.kinds();
    }

    @Override
    public Optional<String> example() {
        return shape.example();
    }

    @Override
    public List<String> keys() {
        return shape.keys();
    }

    @Override
    boolean fits(Cursor value) {
        return shape.fits(value);
    }

    @Override
    Optional<U> decode(Cursor value, Objections to) {
        return shape.decode(value, to).flatMap(read -> {
            Optional<Objection> wrong = objection.apply(read, value.spot());
            wrong.ifPresent(known -> to.at(value.spot(), known));
            return wrong.isPresent() ? Optional.empty() : Optional.of(made.apply(read));
        });
    }

    @Override
    Map<String, Object> schema(Definitions definitions) {
        return shape.schema(definitions);
    }
}
