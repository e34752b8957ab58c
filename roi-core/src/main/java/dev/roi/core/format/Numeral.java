package dev.roi.core.format;

import dev.roi.core.Exact;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A number that is what was written; one beyond the limits is reported already and not read. */
final class Numeral extends Shape<Exact> {

    @Override
    public void write(Exact value, Sink to) {
        to.number(value);
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.NUMBER);
    }

    @Override
    Optional<Exact> decode(Cursor value, Objections to) {
        return value.isUsable() ? Optional.of(value.number()) : Optional.empty();
    }

    @Override
    Map<String, Object> schema(Definitions definitions) {
        return Definitions.ordered("type", "number");
    }
}
