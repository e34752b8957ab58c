package dev.roi.core.format;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A value that need not be there; null may stand in its place, or nothing at all. */
final class Maybe<T> extends Wrapped<T, Optional<T>> {

    private final boolean orNull;
    private final Set<Kind> kinds;

    Maybe(Shape<T> shape, boolean orNull) {
        super(shape);
        this.orNull = orNull;
        this.kinds = new LinkedHashSet<>(shape.kinds());
        if (orNull) {
            kinds.add(Kind.NULL);
        }
    }

    @Override
    public void write(Optional<T> value, Sink to) {
        value.ifPresentOrElse(there -> shape.write(there, to), to::nothing);
    }

    @Override
    public Set<Kind> kinds() {
        return kinds;
    }

    @Override
    boolean fits(Cursor value) {
        return (orNull && value.kind() == Kind.NULL) || shape.fits(value);
    }

    @Override
    Optional<Optional<T>> decode(Cursor value, Objections to) {
        if (orNull && value.kind() == Kind.NULL) {
            return Optional.of(Optional.empty());
        }
        Optional<T> read = shape.decode(value, to);
        return read.isPresent() ? Optional.of(read) : Optional.empty();
    }

    @Override
    Map<String, Object> schema(Definitions definitions) {
        Map<String, Object> schema = shape.schema(definitions);
        if (!orNull) {
            return schema;
        }
        if (schema.get("type") instanceof String type) {
            schema.put("type", List.of(type, "null"));
            return schema;
        }
        if (schema.get("enum") instanceof List<?> words) {
            List<Optional<Object>> orNothing = new ArrayList<>();
            words.forEach(word -> orNothing.add(Optional.of(word)));
            orNothing.add(Optional.empty());
            schema.put("enum", orNothing);
            return schema;
        }
        return Definitions.ordered("oneOf", List.of(Map.of("type", "null"), schema));
    }
}
