package dev.roi.rules.facts;

import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.Rule.Constraint;
import java.math.BigDecimal;

/** Reads the fields of facts, and holds them against what a comparison asks for. */
public final class FieldValue {

    private FieldValue() {}

    /**
     * Reads a field.
     *
     * @param fact the fact
     * @param field a field of its type
     * @return what the field holds
     * @throws IllegalArgumentException when the fact has no such field
     */
    public static Object of(Fact fact, String field) {
        int position = fact.type().position(field);
        if (position < 0) {
            throw new IllegalArgumentException("no field (%s) in (%s)".formatted(field, fact));
        }
        return fact.field(position);
    }

    /**
     * Holds a fact against a comparison.
     *
     * @param policy the policy, which knows the thresholds
     * @param fact the fact
     * @param constraint the comparison
     * @return whether it is met
     */
    public static boolean holds(Policy policy, Fact fact, Constraint constraint) {
        Object value = of(fact, constraint.field().name());
        if (constraint.limit().isPresent()) {
            BigDecimal limit = policy.comparable(constraint.limit().get());
            return constraint.operator().isMetBy(((BigDecimal) value).compareTo(limit));
        }
        boolean among = constraint.words().contains(value.toString());
        return switch (constraint.operator()) {
            case EQUAL, IN -> among;
            case NOT_EQUAL, NOT_IN -> !among;
            case BELOW, AT_MOST, ABOVE, AT_LEAST ->
                throw new IllegalStateException("words have no order: %s".formatted(constraint));
        };
    }
}
