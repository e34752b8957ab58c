package dev.roi.rules.language;

import dev.roi.core.Fault.Place;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Several ways to hold, of which one is enough.
 *
 * @param branches the ways, each of them one or more elements that hold together
 * @param place where it stands
 */
public record Either(List<List<Element>> branches, Place place) implements Element {

    /** Copies the branches. {@inheritDoc} */
    public Either {
        branches = branches.stream().map(List::copyOf).toList();
    }

    @Override
    public Stream<Condition> conditions() {
        return branches.stream().flatMap(List::stream).flatMap(Element::conditions);
    }

    @Override
    public Stream<Item> allItems() {
        return branches.stream().flatMap(List::stream).flatMap(Element::allItems);
    }

    @Override
    public Set<String> names() {
        return branches.stream().flatMap(branch -> Group.names(branch).stream()).collect(Collectors.toSet());
    }

    @Override
    public Set<String> given() {
        return Set.of();
    }

    @Override
    public long combinations() {
        return branches.stream()
                .mapToLong(Group::combinations)
                .reduce(0, (one, other) -> Math.min(Integer.MAX_VALUE, one + other));
    }

    @Override
    public Either with(UnaryOperator<Condition> change) {
        return new Either(
                branches.stream().map(branch -> Element.with(branch, change)).toList(), place);
    }

    @Override
    public boolean isEvidence() {
        return branches.stream().allMatch(branch -> branch.stream().anyMatch(Element::isEvidence));
    }

    @Override
    public String toString() {
        return branches.stream().map(Group::written).collect(Collectors.joining(" or ", "( ", " )"));
    }
}
