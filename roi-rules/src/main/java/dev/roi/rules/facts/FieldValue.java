package dev.roi.rules.facts;

import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.Rule.Constraint;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** Reads the fields of facts, and holds them against what a comparison asks for. */
public final class FieldValue {

    private static final Map<Class<?>, Map<String, MethodHandle>> ACCESSORS = accessors();

    private FieldValue() {}

    private static Map<Class<?>, Map<String, MethodHandle>> accessors() {
        Map<Class<?>, Map<String, MethodHandle>> accessors = new HashMap<>();
        for (Class<?> type : Fact.class.getPermittedSubclasses()) {
            add(type, accessors);
        }
        return Map.copyOf(accessors);
    }

    private static void add(Class<?> type, Map<Class<?>, Map<String, MethodHandle>> accessors) {
        if (!type.isRecord()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                add(permitted, accessors);
            }
            return;
        }
        Map<String, MethodHandle> fields = new HashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            try {
                fields.put(
                        component.getName(),
                        MethodHandles.lookup()
                                .unreflect(component.getAccessor())
                                .asType(java.lang.invoke.MethodType.methodType(Object.class, Object.class)));
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException("the components of facts are public", impossible);
            }
        }
        accessors.put(type, Map.copyOf(fields));
    }

    /**
     * Reads a field.
     *
     * @param fact the fact
     * @param field a field of its type
     * @return what the field holds
     * @throws IllegalArgumentException when the fact has no such field
     */
    public static Object of(Fact fact, String field) {
        MethodHandle accessor =
                ACCESSORS.getOrDefault(fact.getClass(), Map.of()).get(field);
        if (accessor == null) {
            throw new IllegalArgumentException("no field (%s) in (%s)".formatted(field, fact));
        }
        try {
            return (Object) accessor.invokeExact((Object) fact);
        } catch (RuntimeException | Error unchecked) {
            throw unchecked;
        } catch (Throwable impossible) {
            throw new IllegalStateException("accessors of records throw nothing", impossible);
        }
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
            BigDecimal limit = policy.limit(constraint.limit().get()).comparable();
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
