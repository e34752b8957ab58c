package dev.roi.rules.language;

import dev.roi.core.Fault.Place;
import dev.roi.core.Keyword;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is worked out from everything that matches: how often it does, or a number of each.
 *
 * @param source what matches
 * @param results what is worked out, each under a name
 * @param asked what is asked of these
 * @param place where it stands
 */
public record Accumulate(List<Element> source, List<Result> results, List<Relation> asked, Place place)
        implements Element {

    /** Copies the lists. {@inheritDoc} */
    public Accumulate {
        source = List.copyOf(source);
        results = List.copyOf(results);
        asked = List.copyOf(asked);
    }

    @Override
    public Stream<Condition> conditions() {
        return source.stream().flatMap(Element::conditions);
    }

    @Override
    public Stream<Item> allItems() {
        return Stream.concat(source.stream().flatMap(Element::allItems), asked.stream());
    }

    @Override
    public Set<String> names() {
        Set<String> names = new HashSet<>(Group.names(source));
        asked.stream()
                .flatMap(relation -> relation.names().stream())
                .filter(name -> !given().contains(name))
                .forEach(names::add);
        return names;
    }

    @Override
    public Set<String> given() {
        return results.stream().map(Result::name).collect(Collectors.toSet());
    }

    @Override
    public long combinations() {
        return Group.combinations(source);
    }

    @Override
    public Accumulate with(UnaryOperator<Condition> change) {
        return new Accumulate(Element.with(source, change), results, asked, place);
    }

    @Override
    public boolean isEvidence() {
        return true;
    }

    @Override
    public String toString() {
        String worked = results.stream().map(Result::toString).collect(Collectors.joining(", "));
        String held = asked.stream().map(Relation::toString).collect(Collectors.joining(", "));
        return "accumulate( %s; %s%s )"
                .formatted(
                        source.stream().map(Object::toString).collect(Collectors.joining(" and ")),
                        worked,
                        held.isEmpty() ? "" : "; " + held);
    }

    /**
     * Something that is worked out.
     *
     * @param name what it is called, such as {@code $n}
     * @param function how
     * @param over the name of the number that it is worked out from; nothing where matches are counted
     */
    public record Result(String name, Function function, Optional<String> over) {

        @Override
        public String toString() {
            return "%s : %s(%s)"
                    .formatted(
                            name, function.word(), over.map(" %s "::formatted).orElse(""));
        }
    }

    /** How a number is worked out from many. */
    public enum Function implements Keyword {
        /** How many there are. */
        COUNT,
        /** What they add up to; 0 where there are none. */
        SUM,
        /** Their mean; unknown where there are none. */
        AVERAGE,
        /** The least of them; unknown where there are none. */
        MIN,
        /** The most of them; unknown where there are none. */
        MAX
    }
}
