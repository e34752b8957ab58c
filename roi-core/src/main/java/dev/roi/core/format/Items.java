package dev.roi.core.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A list, of which those items are read that can be understood. */
final class Items<T> extends Shape<List<T>> {

    private final Shape<T> item;
    private final BiFunction<? super T, Spot, Optional<Objection>> repeated;
    private final Optional<Function<Spot, Objection>> none;
    private final boolean allOrNone;

    Items(
            Shape<T> item,
            BiFunction<? super T, Spot, Optional<Objection>> repeated,
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
        return Set.of(Kind.ARRAY);
    }

    @Override
    Optional<List<T>> decode(Cursor value, Objections to) {
        List<T> items = new ArrayList<>();
        int[] written = {0};
        value.eachItem(one -> {
            written[0]++;
            item.read(one, to).ifPresent(read -> add(read, one.spot(), items, to));
        });
        if (written[0] == 0) {
            none.ifPresent(known -> to.at(value.spot(), known.apply(value.spot())));
        }
        return allOrNone && items.size() < written[0] ? Optional.empty() : Optional.of(items);
    }

    private void add(T read, Spot at, List<T> items, Objections to) {
        Optional<Objection> wrong = items.contains(read) ? repeated.apply(read, at) : Optional.empty();
        wrong.ifPresentOrElse(known -> to.at(at, known), () -> items.add(read));
    }

    @Override
    Map<String, Object> schema(Definitions definitions) {
        Map<String, Object> schema = Definitions.ordered("type", "array", "items", item.schema(definitions));
        none.ifPresent(known -> schema.put("minItems", 1));
        return schema;
    }
}
