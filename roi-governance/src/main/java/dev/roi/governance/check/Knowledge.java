package dev.roi.governance.check;

import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.ThresholdId;
import dev.roi.governance.check.Domain.Names;
import dev.roi.governance.check.Domain.Numbers;
import dev.roi.governance.check.Domain.Words;
import dev.roi.governance.check.State.Asked;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.Field;
import dev.roi.rules.facts.FieldKind;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Constraint;
import dev.roi.rules.language.Operator;
import dev.roi.rules.language.Rule;
import dev.roi.rules.policy.MonthKind;
import dev.roi.rules.policy.PolicyDraft;
import dev.roi.rules.policy.Threshold;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of every input before one is seen: the ranges of indicators, which of them are judged, and how the fields
 * of facts hang together. All facts of one indicator are seen as one state; so are those of a block, of a kind of month
 * and of the scope. There may be any number of parts, and of latest readings, of which one may be held beside another.
 */
final class Knowledge {

    private static final List<String> OTHERS =
            List.of(Fact.Change.BASELINE, Fact.Change.PREVIOUS_MONTH, Fact.Change.YEAR_BEFORE);

    /** Fields of which no range is known. */
    private static final Set<String> UNJUDGED = Set.of("sample", "age", "amount", "priority");

    /** How many worlds of rules are held against other rules; of what comes later, nothing is said. */
    static final int MOST_STEPS = 50_000;

    /** Where a condition is looked at by itself, and not in its rule. */
    static final int ANY_POSITION = -1;

    private final PolicyDraft.Sound policy;
    private long steps;
    private final States states;
    private final IdentityHashMap<Condition, List<Way>> ways = new IdentityHashMap<>();

    Knowledge(PolicyDraft.Sound policy) {
        this.policy = policy;
        this.states = new States(policy);
    }

    /** Tells whether so many worlds more can be looked at; if so, they are counted. */
    boolean affords(long worlds) {
        if (steps + worlds > MOST_STEPS) {
            return false;
        }
        steps += worlds;
        return true;
    }

    /** Tells whether everything that a rule names could be read, and is in order. */
    boolean covers(Rule rule) {
        return rule.thresholds().stream().allMatch(id -> policy.thresholds().containsKey(id) && !isOutOfOrder(id))
                && rule.allConstraints().allMatch(this::covers);
    }

    /** Tells whether it can be told when a rule holds: not where it counts, joins facts or has alternatives. */
    boolean judges(Rule rule) {
        return rule.isPlain() && rule.conditions().stream().allMatch(this::judges);
    }

    /** Tells whether it can be told when a condition is met by itself, whatever it is joined to. */
    boolean judges(Condition condition) {
        return isJudged(condition)
                && condition.constraints().stream()
                        .map(Constraint::field)
                        .noneMatch(field -> UNJUDGED.contains(field.name()) || field == FactType.SCOPE.field("id"))
                && condition.constraints().stream()
                        .flatMap(constraint -> constraint.limit().stream())
                        .allMatch(this::isOneNumber);
    }

    private static boolean isJudged(Condition condition) {
        FactType type = condition.type();
        return switch (type.topic()) {
            case BLOCK, MONTHS, SCOPE, PORTFOLIO -> true;
            case CALENDAR -> type == FactType.REVIEW_MONTH;
            case POLICY, RECORD -> false;
            case INDICATOR ->
                switch (type) {
                    case HISTORY, BASELINE -> false;
                    case CHANGE -> isGrowth(condition) && !condition.names(States.STALE);
                    case PART -> !condition.names(States.STALE);
                    default -> true;
                };
        };
    }

    private boolean isOneNumber(ThresholdId id) {
        Threshold threshold = policy.thresholds().get(id);
        return threshold == null || threshold.exceptions().isEmpty();
    }

    private static boolean isGrowth(Condition condition) {
        return OTHERS.stream()
                .noneMatch(over -> condition.constraints().stream()
                        .filter(constraint -> constraint.field().name().equals("over"))
                        .allMatch(constraint -> constraint.admits(over)));
    }

    /** Tells whether a threshold is above one that it must not be above, or below one that must not be above it. */
    private boolean isOutOfOrder(ThresholdId id) {
        return policy.thresholds().values().stream()
                .filter(low -> low.atMost().isPresent())
                .filter(low -> low.id().equals(id) || low.atMost().get().equals(id))
                .anyMatch(low -> Optional.ofNullable(
                                policy.thresholds().get(low.atMost().get()))
                        .filter(high -> low.value().isAbove(high.value()))
                        .isPresent());
    }

    private boolean covers(Constraint constraint) {
        return switch (constraint.field().kind()) {
            case INDICATOR ->
                constraint.words().stream().allMatch(name -> indicators().anyMatch(is(name)));
            case BLOCK ->
                constraint.words().stream()
                        .allMatch(name -> policy.indicators().blocks().stream()
                                .anyMatch(block -> block.id().value().equals(name)));
            case MONTH_KIND ->
                constraint.words().stream()
                        .allMatch(name -> policy.monthKinds().stream()
                                .anyMatch(kind -> kind.name().equals(name)));
            case THRESHOLD, WORD, NAME, NUMBER, FLAG -> true;
        };
    }

    private java.util.stream.Stream<Indicator> indicators() {
        return policy.indicators().indicators().stream();
    }

    private static java.util.function.Predicate<Indicator> is(String name) {
        return indicator -> indicator.id().value().equals(name);
    }

    Indicator indicator(String name) {
        return states.indicator(name);
    }

    /** One way for a condition to be met: what has to be true of which things. */
    record Way(Subject subject, Map<Subject, List<Asked>> asked) {

        /** Returns what is asked of the thing that the condition is about. */
        List<Asked> ofSubject() {
            return asked.getOrDefault(subject, List.of());
        }
    }

    /**
     * Returns the ways in which a condition can be met by one fact.
     *
     * @param condition the condition
     * @param position its place in the rule, which tells apart the parts that conditions ask for
     */
    List<Way> ways(Condition condition, int position) {
        return position == ANY_POSITION
                ? ways.computeIfAbsent(condition, known -> make(known, ANY_POSITION))
                : make(condition, position);
    }

    private List<Way> make(Condition condition, int position) {
        List<Way> ways = new ArrayList<>();
        switch (condition.type().topic()) {
            case INDICATOR ->
                indicators()
                        .filter(condition::mayBeAbout)
                        .map(indicator -> way(condition, indicator, position))
                        .forEach(ways::add);
            case BLOCK ->
                policy.indicators().blocks().stream()
                        .map(block -> block.id().value())
                        .filter(name -> condition.mayBeAbout(FieldKind.BLOCK, name))
                        .forEach(name -> ways.add(way(Subject.block(name), condition)));
            case MONTHS ->
                policy.monthKinds().stream()
                        .map(MonthKind::name)
                        .filter(name -> condition.mayBeAbout(FieldKind.MONTH_KIND, name))
                        .forEach(name -> ways.add(way(Subject.run(name), condition)));
            case SCOPE -> ways.add(way(Subject.SCOPE, condition));
            case CALENDAR -> ways.add(way(Subject.MONTH, condition));
            case PORTFOLIO -> {
                if (condition.type() == FactType.SCOPE_READING) {
                    indicators()
                            .filter(condition::mayBeAbout)
                            .map(indicator -> Subject.ofScopes(indicator.id().value(), position))
                            .forEach(subject -> ways.add(way(subject, condition)));
                } else {
                    ways.add(way(Subject.ofScopes(condition.type().word(), position), condition));
                }
            }
            case POLICY, RECORD ->
                throw new IllegalStateException("nothing is known of conditions such as " + condition);
        }
        return ways;
    }

    private Way way(Subject subject, Condition condition) {
        return new Way(subject, Map.of(subject, asked(condition)));
    }

    /** What is known of an indicator is one thing; its parts, and what was known of it last, are others. */
    private Way way(Condition condition, Indicator indicator, int position) {
        String name = indicator.id().value();
        Subject known = Subject.indicator(name);
        if (condition.type() == FactType.PART) {
            Subject part = new Subject(Subject.Kind.PART, name, position);
            return new Way(part, both(part, asked(condition), known, List.of(new Asked(States.KNOWN, Words.TRUE))));
        }
        if (condition.type() == FactType.LATEST) {
            List<Asked> ofFact = new ArrayList<>();
            List<Asked> ofIndicator = new ArrayList<>(List.of(new Asked(States.EVER, Words.TRUE)));
            asked(condition).forEach(asked -> (asked.field().equals(States.DUE) ? ofIndicator : ofFact).add(asked));
            Subject latest = new Subject(Subject.Kind.LATEST, name, position);
            return new Way(latest, both(latest, ofFact, known, ofIndicator));
        }
        return way(known, condition);
    }

    private static Map<Subject, List<Asked>> both(Subject one, List<Asked> ofOne, Subject other, List<Asked> ofOther) {
        Map<Subject, List<Asked>> both = new LinkedHashMap<>();
        both.put(one, ofOne);
        both.put(other, ofOther);
        return both;
    }

    private static boolean isPositive(Operator operator) {
        return operator != Operator.NOT_EQUAL && operator != Operator.NOT_IN;
    }

    private List<Asked> asked(Condition condition) {
        List<Asked> asked = new ArrayList<>();
        switch (condition.type()) {
            case READING -> asked.add(new Asked(States.KNOWN, Words.TRUE));
            case UNKNOWN -> asked.add(new Asked(States.KNOWN, Words.FALSE));
            case NOT_DUE -> asked.add(new Asked(States.DUE, Words.FALSE));
            case COMPARISON -> asked.add(new Asked(States.COMPARED, Words.TRUE));
            case CHANGE -> asked.add(new Asked(States.GROWN, Words.TRUE));
            case UNDETERMINED_AT_LIMIT -> asked.add(new Asked(States.AT_LIMIT, Words.TRUE));
            default -> {
                // such a fact is always there, or has a state of its own
            }
        }
        for (Constraint constraint : condition.constraints()) {
            Field field = constraint.field();
            boolean isOfSubject = field.kind() == FieldKind.INDICATOR
                    || field.kind() == FieldKind.BLOCK
                    || field.kind() == FieldKind.MONTH_KIND
                    || field.name().equals("neededToExtend");
            if (!isOfSubject) {
                // a comparison that is stale is of a reading that is not known this month
                boolean isStale =
                        condition.type() == FactType.COMPARISON && field.name().equals(States.STALE);
                Domain domain = isStale ? opposite(words(constraint)) : domain(constraint);
                asked.add(new Asked(isStale ? States.KNOWN : field.name(), domain));
            }
        }
        return asked;
    }

    private static Words opposite(Words flags) {
        Set<String> words = new LinkedHashSet<>();
        flags.words().forEach(word -> words.add(word.equals("true") ? "false" : "true"));
        return new Words(words);
    }

    private Domain domain(Constraint constraint) {
        return switch (constraint.field().kind()) {
            case NUMBER -> numbers(constraint);
            case WORD, FLAG -> words(constraint);
            case NAME ->
                new Names(
                        new LinkedHashSet<>(constraint.words()),
                        isPositive(constraint.operator()) ? Names.Sense.ONLY : Names.Sense.ALL_BUT);
            case THRESHOLD, INDICATOR, BLOCK, MONTH_KIND ->
                throw new IllegalStateException("no field of a state: " + constraint.field());
        };
    }

    Numbers numbers(Constraint constraint) {
        Exact limit = limit(constraint.limit().orElseThrow());
        return isPositive(constraint.operator())
                ? Numbers.of(Interval.of(constraint.operator(), limit))
                : new Numbers(Interval.ANY, Set.of(limit));
    }

    Exact limit(ThresholdId id) {
        Threshold threshold = policy.thresholds().get(id);
        if (threshold == null) {
            throw new IllegalArgumentException("threshold (%s) could not be read".formatted(id));
        }
        return threshold.value();
    }

    private static Words words(Constraint constraint) {
        Set<String> words = new LinkedHashSet<>(universe(constraint.field()));
        if (isPositive(constraint.operator())) {
            words.retainAll(constraint.words());
        } else {
            words.removeAll(constraint.words());
        }
        return new Words(words);
    }

    static List<String> universe(Field field) {
        return field.kind() == FieldKind.FLAG ? List.of("true", "false") : field.words();
    }

    State initial(Subject subject) {
        return states.initial(subject);
    }

    State close(Subject subject, State state) {
        return states.close(subject, state);
    }

    boolean canBeJudged(String block) {
        return states.canBeJudged(block);
    }
}
