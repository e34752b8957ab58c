package dev.roi.rules.language;

import dev.roi.core.Fault.Place;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.Question;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A comparison of two numbers, neither of which is a property of the fact that the condition is about.
 *
 * @param left the one
 * @param operator how they are compared
 * @param right the other
 * @param place where the comparison stands
 */
public record Relation(Expression left, Operator operator, Expression right, Place place) implements Item {

    @Override
    public boolean test(Fact fact, Bindings bindings, Question question) {
        return test(bindings, question);
    }

    /**
     * Tells whether it holds.
     *
     * @param bindings the values of thresholds and names
     * @param question what is asked where a number is not certain
     * @return whether it does; never where a number cannot be worked out
     */
    public boolean test(Bindings bindings, Question question) {
        return left.value(bindings, question)
                .flatMap(one -> right.value(bindings, question).filter(other -> one.test(operator, other, question)))
                .isPresent();
    }

    @Override
    public Set<String> names() {
        Set<String> names = new HashSet<>();
        expressions().flatMap(Expression::parts).forEach(part -> {
            if (part instanceof Expression.Named named) {
                names.add(named.name());
            }
        });
        return names;
    }

    @Override
    public Stream<Expression> expressions() {
        return Stream.of(left, right);
    }

    @Override
    public Stream<Constraint> constraints() {
        return Stream.of();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Relation that
                && left.equals(that.left)
                && operator == that.operator
                && right.equals(that.right);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * left.hashCode() + operator.hashCode()) + right.hashCode();
    }

    @Override
    public String toString() {
        return "%s %s %s".formatted(left, operator.sign(), right);
    }
}
