package dev.roi.rules.facts;

import java.util.Comparator;
import java.util.Optional;

/** Orders facts by their type and then by what rules can ask of them, whatever order they came in. Stateless. */
public enum FactOrder implements Comparator<Fact> {
    /** The order. */
    BY_FIELDS;

    @Override
    public int compare(Fact one, Fact other) {
        int order = one.type().compareTo(other.type());
        if (order != 0 || one.equals(other)) {
            return order;
        }
        for (Field field : one.type().fields().values()) {
            int byField = compare(field, one, other);
            if (byField != 0) {
                return byField;
            }
        }
        return one.toString().compareTo(other.toString()); // they differ in what no rule asks for
    }

    @SuppressWarnings("EnumOrdinal") // both are words of one set, in whose order they stand
    private static int compare(Field field, Fact one, Fact other) {
        if (field.kind() == FieldKind.NUMBER) {
            return compare(field.number(one), field.number(other));
        }
        Object left = field.of(one);
        Object right = field.of(other);
        return left instanceof Enum<?> word && right instanceof Enum<?> another
                ? Integer.compare(word.ordinal(), another.ordinal())
                : left.toString().compareTo(right.toString());
    }

    /** What is not given comes first. */
    private static int compare(Optional<Figure> one, Optional<Figure> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(one.isPresent(), other.isPresent());
        }
        int byEstimate = one.get().estimate().compareTo(other.get().estimate());
        int byLeast = byEstimate != 0
                ? byEstimate
                : one.get().least().compareTo(other.get().least());
        return byLeast != 0 ? byLeast : one.get().most().compareTo(other.get().most());
    }
}
