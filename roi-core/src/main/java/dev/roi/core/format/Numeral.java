package dev.roi.core.format;

import dev.roi.core.Exact;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A number that is what was written; one beyond the limits is reported already and not read. */
final class Numeral<N> extends Shape<N> {

    private final String type;
    private final Function<Exact, N> made;
    private final Function<N, Exact> from;

    Numeral(String type, Function<Exact, N> made, Function<N, Exact> from) {
        this.type = type;
        this.made = made;
        this.from = from;
    }

    @Override
    public void write(N value, Sink to) {
        to.number(from.apply(value));
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.NUMBER);
    }

    @Override
    Optional<N> decode(Cursor value, Objections to) {
        return value.isUsable() ? Optional.of(made.apply(value.number())) : Optional.empty();
    }

    @Override
    Map<String, Object> schema(Definitions definitions) {
        return Definitions.ordered("type", type);
    }
}
