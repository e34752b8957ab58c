package dev.roi.rules.language;

import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.Question;
import java.util.Set;
import java.util.stream.Stream;

/** Something that a condition asks of the fact it is about. Equal where it asks for the same, wherever it stands. */
public sealed interface Item permits Constraint, Relation, AnyOf, NotAllOf {

    /**
     * Tells whether a fact is as asked.
     *
     * @param fact a fact of the condition's type
     * @param bindings the values of thresholds and names
     * @param question what is asked where a number is not certain
     * @return whether it is; never where a number cannot be worked out
     */
    boolean test(Fact fact, Bindings bindings, Question question);

    /**
     * Returns the names that it looks at.
     *
     * @return the names, such as {@code $cost}; not those of thresholds
     */
    Set<String> names();

    /**
     * Returns the expressions that numbers are compared with, and those that are compared.
     *
     * @return the expressions, in order
     */
    Stream<Expression> expressions();

    /**
     * Returns the comparisons of the fact's own properties.
     *
     * @return the comparisons, those of which one is enough among them, in order
     */
    Stream<Constraint> constraints();

    /**
     * Tells whether the answer may hang on how uncertain a number is.
     *
     * @return whether it compares numbers
     */
    default boolean comparesNumbers() {
        return expressions().findAny().isPresent();
    }
}
