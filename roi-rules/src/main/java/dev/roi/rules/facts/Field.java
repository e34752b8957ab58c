package dev.roi.rules.facts;

import dev.roi.core.BlockId;
import dev.roi.core.IndicatorId;
import dev.roi.core.Keyword;
import dev.roi.core.Names;
import dev.roi.core.ThresholdId;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Something that can be asked of a fact: a component of its record. Immutable and safe for use by several threads. */
public final class Field {

    private static final Map<Class<?>, FieldKind> KINDS = Map.of(
            ThresholdId.class, FieldKind.THRESHOLD,
            IndicatorId.class, FieldKind.INDICATOR,
            BlockId.class, FieldKind.BLOCK,
            MonthKindName.class, FieldKind.MONTH_KIND,
            String.class, FieldKind.NAME,
            Figure.class, FieldKind.NUMBER,
            Optional.class, FieldKind.NUMBER,
            boolean.class, FieldKind.FLAG);

    private final String name;
    private final FieldKind kind;
    private final Map<String, Object> constants;
    private final List<String> words;
    private final Optional<Measure> measure;
    private final Function<Fact, Object> getter;

    private Field(
            String name,
            FieldKind kind,
            Map<String, Object> constants,
            Optional<Measure> measure,
            Function<Fact, Object> getter) {
        this.name = name;
        this.kind = kind;
        this.constants = constants;
        this.words = kind == FieldKind.WORD ? List.copyOf(constants.keySet()) : List.of();
        this.measure = measure;
        this.getter = getter;
    }

    static Field of(RecordComponent component) {
        Class<?> type = component.getType();
        Map<String, Object> constants = new LinkedHashMap<>();
        if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                constants.put(((Keyword) constant).word(), constant);
            }
        } else if (type == boolean.class) {
            constants.put("true", true);
            constants.put("false", false);
        }
        FieldKind kind = type.isEnum() ? FieldKind.WORD : KINDS.get(type);
        Optional<Measure> measure =
                Optional.ofNullable(component.getAnnotation(In.class)).map(In::value);
        if (kind == null || (kind == FieldKind.NUMBER) != measure.isPresent()) {
            throw new IllegalStateException("nothing that a rule can ask about: " + component);
        }
        return new Field(component.getName(), kind, constants, measure, getter(component));
    }

    /** A component's accessor as a function, which is as fast as calling it. */
    @SuppressWarnings("unchecked") // what is made takes a fact and returns what the component holds
    private static Function<Fact, Object> getter(RecordComponent component) {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        try {
            MethodHandle accessor = lookup.unreflect(component.getAccessor());
            return (Function<Fact, Object>) LambdaMetafactory.metafactory(
                            lookup,
                            "apply",
                            MethodType.methodType(Function.class),
                            MethodType.methodType(Object.class, Object.class),
                            accessor,
                            MethodType.methodType(Object.class, component.getDeclaringRecord()))
                    .getTarget()
                    .invoke();
        } catch (Throwable hidden) { // none that a record of this package has
            throw new IllegalStateException("a fact hides what a rule can ask about: " + component, hidden);
        }
    }

    /**
     * Returns the field's name.
     *
     * @return the name that rule files use
     */
    public String name() {
        return name;
    }

    /**
     * Returns what the field holds.
     *
     * @return the kind, which says what it may be compared with
     */
    public FieldKind kind() {
        return kind;
    }

    /**
     * Returns the words that the field may hold.
     *
     * @return the words, where it holds one of a few; otherwise none
     */
    public List<String> words() {
        return words;
    }

    /**
     * Returns what a number counts.
     *
     * @return the measure; there exactly when the field holds a number
     */
    public Optional<Measure> measure() {
        return measure;
    }

    /**
     * Reads the field.
     *
     * @param fact a fact of its type
     * @return what it holds
     * @throws ClassCastException when the fact is of another type
     */
    public Object of(Fact fact) {
        return getter.apply(fact);
    }

    /**
     * Reads the number of a field.
     *
     * @param fact a fact of its type
     * @return the number; nothing where it is not given
     * @throws ClassCastException when the fact is of another type, or the field holds no number
     */
    public Optional<Figure> number(Fact fact) {
        Object held = of(fact);
        return held instanceof Optional<?> given ? given.map(Figure.class::cast) : Optional.of((Figure) held);
    }

    /**
     * Writes what a fact holds in this field as a rule file would.
     *
     * @param fact a fact of its type
     * @return a word, a name, a decimal as {@link dev.roi.core.Exact#comparable()} has it, {@code true} or {@code false};
     *     empty where a number is not given
     */
    public String text(Fact fact) {
        Object held = of(fact);
        if (kind == FieldKind.NUMBER) {
            return number(fact)
                    .map(figure -> figure.estimate().comparable().toPlainString())
                    .orElse("");
        }
        return held instanceof Keyword constant ? constant.word() : held.toString();
    }

    /**
     * Returns what the field holds where a rule file writes a word for it.
     *
     * @param word the word
     * @return an equal value; nothing where the field can hold no such thing
     */
    public Optional<Object> value(String word) {
        return switch (kind) {
            case WORD, FLAG -> Optional.ofNullable(constants.get(word));
            case INDICATOR -> named(word).map(IndicatorId::new);
            case BLOCK -> named(word).map(BlockId::new);
            case MONTH_KIND -> named(word).map(MonthKindName::new);
            case THRESHOLD -> Optional.of(word).filter(Names::isDotted).map(ThresholdId::new);
            case NAME -> Optional.of(word);
            case NUMBER -> Optional.empty();
        };
    }

    private static Optional<String> named(String word) {
        return Optional.of(word).filter(Names::isKebab);
    }

    @Override
    public String toString() {
        return name;
    }
}
