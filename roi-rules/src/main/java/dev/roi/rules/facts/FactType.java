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
    THRESHOLD(Topic.POLICY, Fact.Threshold.class),
    /** An indicator that is known in the reviewed month. */
    READING(Topic.INDICATOR, Fact.Reading.class),
    /** The last known reading of an indicator. */
    LATEST(Topic.INDICATOR, Fact.Latest.class),
    /** An indicator in a month up to the reviewed one. */
    HISTORY(Topic.INDICATOR, Fact.History.class),
    /** What an indicator is compared with. */
    BASELINE(Topic.INDICATOR, Fact.Baseline.class),
    /** An indicator that is not known in the reviewed month, and why. */
    UNKNOWN(Topic.INDICATOR, Fact.Unknown.class),
    /** An indicator whose effects are not due yet in the reviewed month. */
    NOT_DUE(Topic.INDICATOR, Fact.NotDue.class),
    /** An indicator's last known reading, held against its baseline. */
    COMPARISON(Topic.INDICATOR, Fact.Comparison.class),
    /** A reading that lies on both sides of a limit. */
    UNDETERMINED_AT_LIMIT(Topic.INDICATOR, Fact.UndeterminedAtLimit.class),
    /** A block in the reviewed month. */
    BLOCK(Topic.BLOCK, Fact.Block.class),
    /** Successive months of a kind, up to the reviewed one. */
    RUN(Topic.MONTHS, Fact.Run.class),
    /** A part of an amount in the reviewed month. */
    PART(Topic.INDICATOR, Fact.Part.class),
    /** How much an indicator changes over what it is held against. */
    CHANGE(Topic.INDICATOR, Fact.Change.class),
    /** Where an indicator is going over the scope's history. */
    TREND(Topic.INDICATOR, Fact.Trend.class),
    /** The scope and its history. */
    SCOPE(Topic.SCOPE, Fact.Scope.class),
    /** The reviewed month. */
    REVIEW_MONTH(Topic.CALENDAR, Fact.ReviewMonth.class),
    /** A month that the scorecard names. */
    DATE(Topic.CALENDAR, Fact.Date.class),
    /** A decision on record. */
    DECIDED(Topic.RECORD, Fact.Decided.class),
    /** An action on record. */
    ACTION(Topic.RECORD, Fact.Action.class),
    /** A scope of a portfolio, and what is recommended for it. */
    SCOPE_REVIEW(Topic.PORTFOLIO, Fact.ScopeReview.class),
    /** An indicator that is known for a scope of a portfolio. */
    SCOPE_READING(Topic.PORTFOLIO, Fact.ScopeReading.class),
    /** A scope of a portfolio whose register authorises a workflow. */
    SCOPE_AUTHORISES(Topic.PORTFOLIO, Fact.ScopeAuthorises.class),
    /** A scope of a portfolio that holds another one. */
    SCOPE_HOLDS(Topic.PORTFOLIO, Fact.ScopeHolds.class);

    private static final ClassValue<FactType> BY_RECORD = new ClassValue<>() {
        @Override
        protected FactType computeValue(Class<?> record) {
            return Arrays.stream(values())
                    .filter(type -> type.record == record)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no type of facts (%s)".formatted(record)));
        }
    };

    private final Topic topic;
    private final Class<? extends Fact> record;

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, of immutable fields
    private final Map<String, Field> fields;

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, of immutable fields
    private final List<Field> numbers;

    FactType(Topic topic, Class<? extends Fact> record) {
        this.topic = topic;
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
     * Returns what facts of this type are about.
     *
     * @return the topic
     */
    public Topic topic() {
        return topic;
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
        return topic == Topic.RECORD;
    }

    /**
     * Tells whether rules about a subject can ask for such facts.
     *
     * @param subject what the rules are about
     * @return whether there are such facts for them
     */
    public boolean isFor(RuleSubject subject) {
        return switch (topic) {
            case POLICY -> true;
            case CALENDAR -> this == REVIEW_MONTH || subject == RuleSubject.SCOPE;
            case PORTFOLIO -> subject == RuleSubject.PORTFOLIO;
            case INDICATOR, BLOCK, MONTHS, SCOPE, RECORD -> subject == RuleSubject.SCOPE;
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

    /** What a fact is about. */
    public enum Topic {
        /** The policy itself. */
        POLICY,
        /** An indicator of one scope. */
        INDICATOR,
        /** A block of one scope. */
        BLOCK,
        /** Successive months of one scope. */
        MONTHS,
        /** One scope. */
        SCOPE,
        /** The reviewed month, and how far others are from it. */
        CALENDAR,
        /** What was decided and done for one scope. */
        RECORD,
        /** The scopes of a portfolio. */
        PORTFOLIO
    }
}
