package dev.roi.rules.drools;

import dev.roi.core.Fault.Place;
import dev.roi.rules.language.Accumulate;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Condition.Presence;
import dev.roi.rules.language.Either;
import dev.roi.rules.language.Element;
import dev.roi.rules.language.Exists;
import dev.roi.rules.language.ForAll;
import dev.roi.rules.language.Not;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * The ways in which elements can hold together: what stands on either side of {@code or} is taken apart, and
 * {@code forall} is said in other words, until nothing is left but what Drools knows.
 */
final class Variants {

    private Variants() {}

    /**
     * Takes elements apart.
     *
     * @param elements elements that have to hold together
     * @return the ways in which they can, in order
     */
    static List<List<Element>> of(List<? extends Element> elements) {
        List<List<Element>> variants = List.of(List.of());
        for (Element element : elements) {
            List<List<Element>> ways = of(element);
            List<List<Element>> longer = new ArrayList<>();
            for (List<Element> variant : variants) {
                for (List<Element> way : ways) {
                    List<Element> both = new ArrayList<>(variant);
                    both.addAll(way);
                    longer.add(both);
                }
            }
            variants = longer;
        }
        return variants;
    }

    /**
     * Tells which alternatives each way takes.
     *
     * @param elements the same elements
     * @return for each way, in the same order, the number of the alternative of each {@code or} that stands in nothing else,
     *     from 1 on, in the order of the elements
     */
    static List<List<Integer>> alternatives(List<? extends Element> elements) {
        List<List<Integer>> variants = List.of(List.of());
        for (Element element : elements) {
            List<List<Integer>> ways = new ArrayList<>();
            if (element instanceof Either either) {
                for (int i = 0; i < either.branches().size(); i++) {
                    ways.addAll(Collections.nCopies(of(either.branches().get(i)).size(), List.of(i + 1)));
                }
            } else {
                ways.addAll(Collections.nCopies(of(element).size(), List.of()));
            }
            variants = variants.stream()
                    .flatMap(variant -> ways.stream()
                            .map(way -> Stream.concat(variant.stream(), way.stream())
                                    .toList()))
                    .toList();
        }
        return variants;
    }

    private static List<List<Element>> of(Element element) {
        if (element instanceof Either either) {
            return either.branches().stream()
                    .flatMap(branch -> of(branch).stream())
                    .toList();
        }
        if (element instanceof Exists exists) {
            return of(exists.elements()).stream()
                    .map(way -> List.of(some(way, exists.place())))
                    .toList();
        }
        if (element instanceof Not not) {
            return List.of(of(not.elements()).stream()
                    .map(way -> none(way, not.place()))
                    .toList());
        }
        return element instanceof ForAll all ? of(all.inOthers()) : List.of(List.of(element));
    }

    /** What is there or not, however often, is there or not. */
    private static Element some(List<Element> way, Place place) {
        boolean isOther = way.size() == 1 && (isAbsent(way.get(0)) || !(way.get(0) instanceof Condition));
        return isOther && !(way.get(0) instanceof Accumulate) ? way.get(0) : new Exists(way, place);
    }

    private static Element none(List<Element> way, Place place) {
        if (way.size() == 1) {
            Element one = way.get(0);
            if (one instanceof Condition condition) {
                return isAbsent(one)
                        ? new Exists(List.of(condition.being(Presence.PRESENT)), place)
                        : condition.being(Presence.ABSENT);
            }
            if (one instanceof Exists exists) {
                return none(exists.elements(), place);
            }
            if (one instanceof Not not) {
                return some(not.elements(), place);
            }
        }
        return new Not(way, place);
    }

    private static boolean isAbsent(Element element) {
        return element instanceof Condition condition && condition.presence() == Presence.ABSENT;
    }
}
