package dev.roi.core.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A list, of which those items are read that can be understood. */
final class Items<T> extends Shape<List<T>> {

    private static final Set<Kind> KINDS = Set.of(Kind.ARRAY);

    private final Shape<T> item;
    private final Optional<BiFunction<? super T, Spot, Objection>> repeated;
    private final Optional<Function<Spot, Objection>> none;
    private final boolean allOrNone;

    Items(
            Shape<T> item,
            Optional<BiFunction<? super T, Spot, Objection>> repeated,
            Optional<Function<Spot, Objection>> none,
            boolean allOrNone) {
        this.item = item;
        this.repeated = repeated;
        this.none = none;
        this.allOrNone = allOrNone;
    }

    @Override
    public void write(List<T> value, Sink to) {
        to.beginList();
        for (T one : value) {
            item.write(one, to);
        }
        to.endList();
    }

    @Override
    public Set<Kind> kinds() {
        return KINDS;
    }

    @Override
    boolean fits(Cursor value) {
        return value.kind() == Kind.ARRAY;
    }

    @Override
    Optional<List<T>> decode(Cursor value, Objections to) {
        List<T> items = new ArrayList<>();
        Set<T> seen = new HashSet<>();
        int[] written = {0};
        value.eachItem(one -> {
            written[0]++;
            item.read(one, to).ifPresent(read -> {
                if (repeated.isEmpty() || seen.add(read)) {
                    items.add(read);
                } else {
                    to.at(one.spot(), repeated.get().apply(read, one.spot()));
                }
            });
        });
        if (written[0] == 0) {
            none.ifPresent(known -> to.at(value.spot(), known.apply(value.spot())));
        }
        return allOrNone && items.size() < written[0] ? Optional.empty() : Optional.of(items);
    }

    @Override
    Map<String, Object> schema(Definitions definitions) {
        Map<String, Object> schema = Definitions.ordered("type", "array", "items", item.schema(definitions));
        none.ifPresent(known -> schema.put("minItems", 1));
        return schema;
    }
}
