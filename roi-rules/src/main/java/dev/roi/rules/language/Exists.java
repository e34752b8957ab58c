package dev.roi.rules.language;

import dev.roi.core.Fault.Place;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * That something holds, however often it does.
 *
 * @param elements what holds, together
 * @param place where it stands
 */
public record Exists(List<Element> elements, Place place) implements Element {

    /** Copies the elements. {@inheritDoc} */
    public Exists {
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
    public Exists with(UnaryOperator<Condition> change) {
        return new Exists(Element.with(elements, change), place);
    }

    @Override
    public boolean isEvidence() {
        return true;
    }

    @Override
    public String toString() {
        return "exists " + Group.written(elements);
    }
}
