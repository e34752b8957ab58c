package dev.roi.core.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** A list, of which those items are read that can be understood. */
final class Items<T> extends Shape<List<T>> {

    private final Shape<T> item;
    private final BiFunction<? super T, Spot, Optional<Objection>> repeated;

    Items(Shape<T> item, BiFunction<? super T, Spot, Optional<Objection>> repeated) {
        this.item = item;
        this.repeated = repeated;
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
        value.eachItem(one -> item.read(one, to).ifPresent(read -> {
            Optional<Objection> wrong = items.contains(read) ? repeated.apply(read, one.spot()) : Optional.empty();
            wrong.ifPresentOrElse(known -> to.at(one.spot(), known), () -> items.add(read));
        }));
        return Optional.of(items);
    }

    @Override
    Map<String, Object> schema(Definitions definitions) {
        return Definitions.ordered("type", "array", "items", item.schema(definitions));
    }
}
