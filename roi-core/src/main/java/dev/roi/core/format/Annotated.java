package dev.roi.core.format;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A shape of which more is said than how its values are written. */
final class Annotated<T> extends Wrapped<T, T> {

    private final Optional<String> example;
    private final Optional<String> name;
    private final Map<String, Object> facts;
    private final Function<? super Cursor, Optional<Objection>> unfit;

    Annotated(
            Shape<T> shape,
            Optional<String> example,
            Optional<String> name,
            Map<String, Object> facts,
            Function<? super Cursor, Optional<Objection>> unfit) {
        super(shape);
        this.example = example;
        this.name = name;
        this.facts = facts;
        this.unfit = unfit;
    }

    @Override
    public void write(T value, Sink to) {
        shape.write(value, to);
    }

    @Override
    public Optional<String> example() {
        return example.or(shape::example);
    }

    @Override
    Optional<Objection> unfit(Cursor value) {
        return unfit.apply(value).or(() -> super.unfit(value));
    }

    @Override
    Optional<T> decode(Cursor value, Objections to) {
        return shape.decode(value, to);
    }

    @Override
    Map<String, Object> schema(Definitions definitions) {
        return name.map(known -> definitions.reference(known, () -> described(definitions)))
                .orElseGet(() -> described(definitions));
    }

    private Map<String, Object> described(Definitions definitions) {
        Map<String, Object> schema = shape.schema(definitions);
        schema.putAll(facts);
        return schema;
    }
}
