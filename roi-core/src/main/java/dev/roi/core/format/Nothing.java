package dev.roi.core.format;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Null, which is as if nothing stood there. */
final class Nothing<T> extends Shape<T> {

    @Override
    public void write(T value, Sink to) {
        to.nothing();
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.NULL);
    }

    @Override
    Optional<T> decode(Cursor value, Objections to) {
        return Optional.empty();
    }

    @Override
    Map<String, Object> schema(Definitions definitions) {
        return Definitions.ordered("type", "null");
    }
}
