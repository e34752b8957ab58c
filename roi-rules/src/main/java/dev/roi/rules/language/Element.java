package dev.roi.rules.language;

import dev.roi.core.Fault.Place;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** One thing that must hold for a rule to speak. */
public sealed interface Element permits Condition, Not, Exists, Either, ForAll, Accumulate {

    /**
     * Returns where it stands.
     *
     * @return the place in the rule file
     */
    Place place();

    /**
     * Returns the conditions that it is made of.
     *
     * @return the conditions, however deep they stand, in order
     */
    Stream<Condition> conditions();

    /**
     * Returns everything that it asks of facts and numbers.
     *
     * @return the items, however deep they stand, in order
     */
    Stream<Item> allItems();

    /**
     * Returns the names that it looks at and does not give itself.
     *
     * @return the names, such as {@code $cost}
     */
    Set<String> names();

    /**
     * Returns the names that it gives to what comes after it.
     *
     * @return the names
     */
    Set<String> given();

    /**
     * Returns in how many ways it can hold.
     *
     * @return the number of combinations of what stands on either side of {@code or}; 1 without
     */
    long combinations();

    /**
     * Returns the same with other conditions.
     *
     * @param change what to put in the place of each condition
     * @return the element
     */
    Element with(UnaryOperator<Condition> change);

    /**
     * Tells whether it asks for the same as another, wherever they stand.
     *
     * @param other the other
     * @return whether both hold for the same facts
     */
    default boolean asksTheSameAs(Element other) {
        return toString().equals(other.toString());
    }

    /**
     * Tells whether a rule that it stands in has something to rest on.
     *
     * @return whether it holds because of facts, and not for want of them
     */
    boolean isEvidence();

    /**
     * Tells whether the answer may hang on how uncertain a number is.
     *
     * @return whether it compares numbers
     */
    default boolean comparesNumbers() {
        return allItems().anyMatch(Item::comparesNumbers);
    }

    /**
     * Returns the same elements with other conditions.
     *
     * @param elements the elements
     * @param change what to put in the place of each condition
     * @return the elements
     */
    static List<Element> with(List<? extends Element> elements, UnaryOperator<Condition> change) {
        return elements.stream().map(element -> element.with(change)).toList();
    }
}
