package dev.roi.rules.language;

import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.Question;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Comparisons of which at least one does not hold: what {@link ForAll} asks that there be no fact for. No rule file writes
 * it.
 *
 * @param items the comparisons
 */
public record NotAllOf(List<Item> items) implements Item {

    /** Copies the comparisons. {@inheritDoc} */
    public NotAllOf {
        items = List.copyOf(items);
    }

    @Override
    public boolean test(Fact fact, Bindings bindings, Question question) {
        return !items.stream().allMatch(item -> item.test(fact, bindings, question.negated()));
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
        return items.stream().map(Item::toString).collect(Collectors.joining(", ", "!( ", " )"));
    }
}
