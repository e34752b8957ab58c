package dev.roi.rules.language;

import dev.roi.core.Fault.Place;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * That several things do not hold together. That there is no fact of a kind is a {@link Condition} of its own.
 *
 * @param elements what does not hold together
 * @param place where it stands
 */
public record Not(List<Element> elements, Place place) implements Element {

    /** Copies the elements. {@inheritDoc} */
    public Not {
        elements = List.copyOf(elements);
    }

    @Override
    public Stream<Condition> conditions() {
        return elements.stream().flatMap(Element::conditions);
    }

    @Override
    public Stream<Item> allItems() {
        return elements.stream().flatMap(Element::allItems);
    }

    @Override
    public Set<String> names() {
        return Group.names(elements);
    }

    @Override
    public Set<String> given() {
        return Set.of();
    }

    @Override
    public long combinations() {
        return Group.combinations(elements);
    }

    @Override
    public Not with(UnaryOperator<Condition> change) {
        return new Not(Element.with(elements, change), place);
    }

    @Override
    public boolean isEvidence() {
        return false;
    }

    @Override
    public String toString() {
        return "not " + Group.written(elements);
    }
}
