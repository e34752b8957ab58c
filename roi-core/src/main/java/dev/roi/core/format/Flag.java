package dev.roi.core.format;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** True or false. */
final class Flag extends Shape<Boolean> {

    @Override
    public void write(Boolean value, Sink to) {
        to.flag(value);
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.BOOLEAN);
    }

    @Override
    Optional<Boolean> decode(Cursor value, Objections to) {
        return Optional.of(value.isTrue());
    }

    @Override
    Map<String, Object> schema(Definitions definitions) {
        return Definitions.ordered("type", "boolean");
    }
}
