package dev.roi.rules.facts;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a rule can ask about: the whole vocabulary of a rule file's conditions, read off the records of {@link Fact}. The
 * word of a type is the name of its record, and its fields are the record's components.
 *
 * <p>Every number that a condition sees is known: what is unknown is a fact of its own, so that no comparison is
 * silently true or false for want of a value.
 */
public enum FactType {
    /** A number that the policy's owners may change. */
    THRESHOLD(Fact.Threshold.class),
    /** An indicator that is known in the reviewed month. */
    READING(Fact.Reading.class),
    /** The last known reading of an indicator. */
    LATEST(Fact.Latest.class),
    /** An indicator in a month up to the reviewed one. */
    HISTORY(Fact.History.class),
    /** What an indicator is compared with. */
    BASELINE(Fact.Baseline.class),
    /** An indicator that is not known in the reviewed month, and why. */
    UNKNOWN(Fact.Unknown.class),
    /** An indicator whose effects are not due yet in the reviewed month. */
    NOT_DUE(Fact.NotDue.class),
    /** An indicator's last known reading, held against its baseline. */
    COMPARISON(Fact.Comparison.class),
    /** A reading that lies on both sides of a limit. */
    UNDETERMINED_AT_LIMIT(Fact.UndeterminedAtLimit.class),
    /** A block in the reviewed month. */
    BLOCK(Fact.Block.class),
    /** Successive months of a kind, up to the reviewed one. */
    RUN(Fact.Run.class),
    /** A part of an amount in the reviewed month. */
    PART(Fact.Part.class),
    /** How much an indicator changes over what it is held against. */
    CHANGE(Fact.Change.class),
    /** Where an indicator is going over the scope's history. */
    TREND(Fact.Trend.class),
    /** The scope and its history. */
    SCOPE(Fact.Scope.class),
    /** The reviewed month. */
    REVIEW_MONTH(Fact.ReviewMonth.class),
    /** A month that the scorecard names. */
    DATE(Fact.Date.class),
    /** A decision on record. */
    DECIDED(Fact.Decided.class),
    /** An action on record. */
    ACTION(Fact.Action.class),
    /** A scope of a portfolio, and what is recommended for it. */
    SCOPE_REVIEW(Fact.ScopeReview.class),
    /** An indicator that is known for a scope of a portfolio. */
    SCOPE_READING(Fact.ScopeReading.class),
    /** A scope of a portfolio whose register authorises a workflow. */
    SCOPE_AUTHORISES(Fact.ScopeAuthorises.class),
    /** A scope of a portfolio that holds another one. */
    SCOPE_HOLDS(Fact.ScopeHolds.class);

    private static final ClassValue<FactType> BY_RECORD = new ClassValue<>() {
        @Override
        protected FactType computeValue(Class<?> record) {
            return Arrays.stream(values())
                    .filter(type -> type.record == record)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no type of facts (%s)".formatted(record)));
        }
    };

    private final Class<? extends Fact> record;

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, of immutable fields
    private final Map<String, Field> fields;

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, of immutable fields
    private final List<Field> numbers;

    FactType(Class<? extends Fact> record) {
        this.record = record;
        Map<String, Field> byName = new LinkedHashMap<>();
        for (RecordComponent component : record.getRecordComponents()) {
            if (!component.isAnnotationPresent(Behind.class)) {
                byName.put(component.getName(), Field.of(component));
            }
        }
        this.fields = Collections.unmodifiableMap(byName);
        this.numbers = byName.values().stream()
                .filter(field -> field.kind() == FieldKind.NUMBER)
                .toList();
    }

    static FactType of(Fact fact) {
        return BY_RECORD.get(fact.getClass());
    }

    /**
     * Looks a type up by the word that rule files use.
     *
     * @param word the word, such as {@code Reading}
     * @return the type, if there is one
     */
    public static Optional<FactType> find(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }

    /**
     * Returns the words of the types that rules about a subject can ask for.
     *
     * @param subject what the rules are about
     * @return the words, in order
     */
    public static List<String> words(RuleSubject subject) {
        return Arrays.stream(values())
                .filter(type -> type.isFor(subject))
                .map(FactType::word)
                .toList();
    }

    /**
     * Returns the word that rule files use.
     *
     * @return the word, such as {@code Reading}
     */
    public String word() {
        return record.getSimpleName();
    }

    /**
     * Returns the class of the facts of this type.
     *
     * @return the record
     */
    public Class<? extends Fact> record() {
        return record;
    }

    /**
     * Returns what can be asked of a fact of this type.
     *
     * @return the fields by name, in order
     */
    public Map<String, Field> fields() {
        return fields;
    }

    /**
     * Tells whether such facts come from a ledger, so that nothing can be said of them without one.
     *
     * @return whether they are about what was recorded
     */
    public boolean isOnRecord() {
        return this == DECIDED || this == ACTION;
    }

    /**
     * Tells whether rules about a subject can ask for such facts.
     *
     * @param subject what the rules are about
     * @return whether there are such facts for them
     */
    public boolean isFor(RuleSubject subject) {
        return switch (this) {
            case THRESHOLD, REVIEW_MONTH -> true;
            case SCOPE_REVIEW, SCOPE_READING, SCOPE_AUTHORISES, SCOPE_HOLDS -> subject == RuleSubject.PORTFOLIO;
            case READING,
                    LATEST,
                    HISTORY,
                    BASELINE,
                    UNKNOWN,
                    NOT_DUE,
                    COMPARISON,
                    UNDETERMINED_AT_LIMIT,
                    BLOCK,
                    RUN,
                    PART,
                    CHANGE,
                    TREND,
                    SCOPE,
                    DATE,
                    DECIDED,
                    ACTION -> subject == RuleSubject.SCOPE;
        };
    }

    /**
     * Tells whether facts of an earlier month are there only for conditions that say so by naming {@code stale}.
     *
     * @return whether a condition that does not name it means this month's
     */
    public boolean isFreshUnlessNamed() {
        return this == PART || this == CHANGE;
    }

    /**
     * Tells whether a number of a fact is uncertain.
     *
     * @param fact a fact of this type
     * @return whether any is
     */
    public boolean isUncertain(Fact fact) {
        for (Field number : numbers) {
            if (number.number(fact).filter(figure -> !figure.isCertain()).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns a field.
     *
     * @param name its name
     * @return the field
     * @throws IllegalArgumentException when the type has no such field
     */
    public Field field(String name) {
        Field field = fields.get(requireNonNull(name, "name"));
        if (field == null) {
            throw new IllegalArgumentException("no field (%s) of (%s)".formatted(name, word()));
        }
        return field;
    }
}
