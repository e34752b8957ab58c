package dev.roi.rules.drools;

import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.Field;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Constraint;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The facts that some condition may be about, by type and, where all conditions of a type name one of the same property
 * such as the indicator, by that. No other is given to Drools, which would keep it for nothing. Immutable.
 */
final class AskedFacts {

    private final Map<Class<?>, Asked> byRecord = new HashMap<>();

    AskedFacts(Collection<Condition> conditions) {
        Map<FactType, List<Condition>> byType = conditions.stream().collect(Collectors.groupingBy(Condition::type));
        byType.forEach((type, about) -> byRecord.put(type.record(), Asked.of(type, about)));
    }

    /**
     * What is asked of one type.
     *
     * @param property the property that all conditions name; nothing where they do not name the same
     * @param values what they name
     */
    private record Asked(Optional<Field> property, Set<Object> values) {

        static Asked of(FactType type, List<Condition> conditions) {
            return type.fields().values().stream()
                    .sorted(Comparator.comparing(Field::kind)) // what a fact is about, before what is said of it
                    .flatMap(field -> of(field, conditions).stream())
                    .findFirst()
                    .orElseGet(() -> new Asked(Optional.empty(), Set.of()));
        }

        private static Optional<Asked> of(Field field, List<Condition> conditions) {
            Set<Object> values = new HashSet<>();
            for (Condition condition : conditions) {
                Optional<Set<Object>> named = condition.constraints().stream()
                        .filter(constraint -> constraint.field() == field)
                        .map(Constraint::among)
                        .flatMap(Optional::stream)
                        .findFirst();
                if (named.isEmpty()) {
                    return Optional.empty();
                }
                values.addAll(named.get());
            }
            return Optional.of(new Asked(Optional.of(field), values));
        }

        boolean includes(Fact fact) {
            return property.isEmpty() || values.contains(property.get().of(fact));
        }
    }

    boolean include(Fact fact) {
        Asked asked = byRecord.get(fact.getClass());
        return asked != null && asked.includes(fact);
    }
}
