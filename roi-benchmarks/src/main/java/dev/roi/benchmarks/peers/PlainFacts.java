package dev.roi.benchmarks.peers;

import dev.roi.core.Exact;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.Field;
import dev.roi.rules.facts.Figure;
import dev.roi.rules.policy.Policy;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the library's facts are as {@linkplain PlainFact plain ones}: the one place that knows both. */
public final class PlainFacts {

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
    private static final Map<FactType, Plain> PLAIN = new EnumMap<>(FactType.class);

    static {
        for (FactType type : FactType.values()) {
            PLAIN.put(type, Plain.of(type));
        }
    }

    private PlainFacts() {}

    /** The record for a type of facts. */
    private record Plain(
            Class<? extends PlainFact> record,
            Constructor<? extends PlainFact> constructor,
            Map<String, Function<PlainFact, Object>> fields) {

        static Plain of(FactType type) {
            Class<? extends PlainFact> record = Arrays.stream(PlainFact.class.getDeclaredClasses())
                    .filter(nested ->
                            nested.isRecord() && nested.getSimpleName().equals(type.word()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no plain fact for (%s)".formatted(type.word())))
                    .asSubclass(PlainFact.class);
            RecordComponent[] components = record.getRecordComponents();
            Map<String, Function<PlainFact, Object>> fields = new LinkedHashMap<>();
            for (RecordComponent component : components) {
                fields.put(component.getName(), getter(component));
            }
            if (!List.copyOf(fields.keySet()).equals(List.copyOf(type.fields().keySet()))) {
                throw new IllegalStateException("plain fact (%s) has other fields than (%s)"
                        .formatted(type.word(), type.fields().keySet()));
            }
            try {
                Class<?>[] types =
                        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
                return new Plain(record, record.getDeclaredConstructor(types), fields);
            } catch (NoSuchMethodException impossible) {
                throw new IllegalStateException("every record has this constructor", impossible);
            }
        }
    }

    /** An accessor as a function, as fast as one that is written out. */
    @SuppressWarnings("unchecked") // what is made takes a fact and returns what the component holds
    private static Function<PlainFact, Object> getter(RecordComponent component) {
        try {
            MethodHandle accessor = LOOKUP.unreflect(component.getAccessor());
            return (Function<PlainFact, Object>) LambdaMetafactory.metafactory(
                            LOOKUP,
                            "apply",
                            MethodType.methodType(Function.class),
                            MethodType.methodType(Object.class, Object.class),
                            accessor,
                            MethodType.methodType(Object.class, component.getDeclaringRecord()))
                    .getTarget()
                    .invoke();
        } catch (Throwable impossible) {
            throw new IllegalStateException("the components of plain facts are public", impossible);
        }
    }

    private static Plain plain(FactType type) {
        Plain plain = PLAIN.get(type);
        if (plain == null) {
            throw new IllegalArgumentException("no plain fact for (%s)".formatted(type.word()));
        }
        return plain;
    }

    static Class<? extends PlainFact> record(FactType type) {
        return plain(type).record();
    }

    /** Returns a function that reads a field of the facts of a type. */
    static Function<PlainFact, Object> field(FactType type, String name) {
        Function<PlainFact, Object> field = plain(type).fields().get(name);
        if (field == null) {
            throw new IllegalArgumentException("no field (%s) of (%s)".formatted(name, type.word()));
        }
        return field;
    }

    /**
     * Makes plain facts.
     *
     * @param facts facts
     * @return the same, plain
     */
    public static List<PlainFact> of(List<Fact> facts) {
        return facts.stream().map(PlainFacts::of).toList();
    }

    /**
     * Makes plain facts of thresholds.
     *
     * @param policy the policy
     * @return its thresholds
     */
    public static List<PlainFact> thresholds(Policy policy) {
        return policy.thresholds().values().stream()
                .map(threshold -> of(new Fact.Threshold(threshold.id(), Figure.of(policy.limit(threshold.id())))))
                .toList();
    }

    private static PlainFact of(Fact fact) {
        Object[] held = fact.type().fields().values().stream()
                .map(field -> held(field, fact))
                .toArray();
        try {
            return plain(fact.type()).constructor().newInstance(held);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("the constructors of plain facts are public", impossible);
        }
    }

    private static Object held(Field field, Fact fact) {
        return switch (field.kind()) {
            case NUMBER ->
                field.number(fact)
                        .map(Figure::estimate)
                        .orElse(Exact.ZERO)
                        .comparable(); // none asks for what may be missing
            case FLAG -> field.of(fact);
            case THRESHOLD, INDICATOR, BLOCK, MONTH_KIND, WORD, NAME -> field.text(fact);
        };
    }
}
