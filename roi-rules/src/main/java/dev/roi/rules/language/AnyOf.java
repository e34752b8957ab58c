package dev.roi.rules.language;

import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.Question;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Comparisons of which one is enough.
 *
 * @param items the comparisons, at least two
 */
public record AnyOf(List<Item> items) implements Item {

    /** Copies the comparisons. {@inheritDoc} */
    public AnyOf {
        items = List.copyOf(items);
    }

    @Override
    public boolean test(Fact fact, Bindings bindings, Question question) {
        return items.stream().anyMatch(item -> item.test(fact, bindings, question));
    }

    @Override
    public Set<String> names() {
        return items.stream().flatMap(item -> item.names().stream()).collect(Collectors.toSet());
    }

    @Override
    public Stream<Expression> expressions() {
        return items.stream().flatMap(Item::expressions);
    }

    @Override
    public Stream<Constraint> constraints() {
        return items.stream().flatMap(Item::constraints);
    }

    @Override
    public String toString() {
        return items.stream().map(Item::toString).collect(Collectors.joining(" || "));
    }
}
