package dev.roi.core.format;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A value of which the kind tells which shape it has. */
final class Either<T> extends Shape<T> {

    private final String means;
    private final Function<? super T, Shape<T>> written;
    private final List<Shape<T>> alternatives;
    private final Map<Kind, Shape<T>> byKind = new EnumMap<>(Kind.class);
    private final Set<Kind> kinds = new LinkedHashSet<>();

    Either(String means, Function<? super T, Shape<T>> written, List<Shape<T>> alternatives) {
        this.means = means;
        this.written = written;
        this.alternatives = alternatives;
        alternatives.forEach(shape -> {
            kinds.addAll(shape.kinds());
            shape.kinds().forEach(kind -> byKind.putIfAbsent(kind, shape));
        });
    }

    @Override
    public void write(T value, Sink to) {
        written.apply(value).write(value, to);
    }

    @Override
    public Set<Kind> kinds() {
        return kinds;
    }

    @Override
    boolean fits(Cursor value) {
        return byKind.containsKey(value.kind());
    }

    @Override
    Optional<T> decode(Cursor value, Objections to) {
        Shape<T> alternative = byKind.get(value.kind());
        if (alternative == null) {
            throw new IllegalStateException("no shape for " + value.kind());
        }
        return alternative.read(value, to);
    }

    @Override
    Map<String, Object> schema(Definitions definitions) {
        List<Object> schemas = new ArrayList<>();
        for (Shape<T> alternative : alternatives) {
            Map<String, Object> schema = alternative.schema(definitions);
            if (schema.get("oneOf") instanceof List<?> forms) {
                schemas.addAll(forms);
            } else {
                schemas.add(schema);
            }
        }
        return Definitions.ordered("description", means, "oneOf", schemas);
    }
}
