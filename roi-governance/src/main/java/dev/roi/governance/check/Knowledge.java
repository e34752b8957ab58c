package dev.roi.governance.check;

import dev.roi.core.Block;
import dev.roi.core.BlockId;
import dev.roi.core.Breakdown;
import dev.roi.core.Dimension;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
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
import java.util.HashMap;
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

    static final String KNOWN = "known";
    static final String EVER = "ever known";
    static final String COMPARED = "compared";
    static final String GROWN = "grown";
    static final String VALUE = "value";
    static final String STALE = "stale";
    private static final String AT_LIMIT = "undetermined at a limit";
    static final String DUE = "due";
    private static final String REASON = "reason";
    private static final String RESULT = "result";
    private static final String ESTIMATE = "estimate";
    private static final String WORST_CASE = "worstCase";
    static final String AFTER_UNKNOWN = "afterUnknown";
    private static final String JUDGES = "judges";
    private static final String BASELINE = "baseline";
    private static final String ONE_SIDED = "oneSided";
    private static final String MONTHS = "months";
    private static final String POSSIBLE = "possible";
    private static final List<String> OTHERS =
            List.of(Fact.Change.BASELINE, Fact.Change.PREVIOUS_MONTH, Fact.Change.YEAR_BEFORE);

    /** Fields of which no range is known. */
    private static final Set<String> UNJUDGED = Set.of("sample", "age", "amount", "priority");

    private static final String AUTHORISED = "authorised";
    private static final String WORSE = "worse";
    private static final String SAME = "same";
    private static final String WITHIN_OBJECTIVE = "within-objective";
    private static final String UNDETERMINED = "undetermined";
    private static final String NOT_COMPARABLE = "not-comparable";

    /** How many worlds of rules are held against other rules; of what comes later, nothing is said. */
    static final int MOST_STEPS = 50_000;

    /** Where a condition is looked at by itself, and not in its rule. */
    static final int ANY_POSITION = -1;

    private final PolicyDraft.Sound policy;
    private long steps;
    private final Map<Subject, State> initial = new HashMap<>();
    private final IdentityHashMap<Condition, List<Way>> ways = new IdentityHashMap<>();

    Knowledge(PolicyDraft.Sound policy) {
        this.policy = policy;
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
        return rule.isPlain()
                && rule.conditions().stream().allMatch(Knowledge::judges)
                && rule.thresholds().stream()
                        .map(policy.thresholds()::get)
                        .allMatch(threshold ->
                                threshold == null || threshold.exceptions().isEmpty());
    }

    private static boolean judges(Condition condition) {
        boolean isOfPast = switch (condition.type()) {
            case HISTORY,
                    BASELINE,
                    REVIEW_MONTH,
                    DATE,
                    DECIDED,
                    ACTION,
                    SCOPE_REVIEW,
                    SCOPE_READING,
                    SCOPE_AUTHORISES,
                    SCOPE_HOLDS -> true;
            case CHANGE -> !isGrowth(condition) || condition.names(STALE);
            case PART -> condition.names(STALE);
            case THRESHOLD,
                    READING,
                    LATEST,
                    UNKNOWN,
                    NOT_DUE,
                    COMPARISON,
                    UNDETERMINED_AT_LIMIT,
                    BLOCK,
                    RUN,
                    TREND,
                    SCOPE -> false;
        };
        return !isOfPast
                && condition.constraints().stream()
                        .map(Constraint::field)
                        .noneMatch(field -> UNJUDGED.contains(field.name()) || field == FactType.SCOPE.field("id"));
    }

    private static boolean isGrowth(Condition condition) {
        return OTHERS.stream()
                .noneMatch(over -> condition.constraints().stream()
                        .filter(constraint -> constraint.field().name().equals("over"))
                        .allMatch(constraint -> admits(constraint, over)));
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
        return policy.indicators().indicator(new IndicatorId(name));
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
        switch (condition.type()) {
            case READING, UNKNOWN, NOT_DUE, COMPARISON, UNDETERMINED_AT_LIMIT, CHANGE, TREND ->
                indicators().filter(indicator -> admits(condition, indicator)).forEach(indicator -> {
                    Subject subject = Subject.indicator(indicator.id().value());
                    ways.add(new Way(subject, Map.of(subject, asked(condition))));
                });
            case PART ->
                indicators().filter(indicator -> admits(condition, indicator)).forEach(indicator -> {
                    String name = indicator.id().value();
                    Subject part = new Subject(Subject.Kind.PART, name, position);
                    ways.add(new Way(
                            part,
                            both(
                                    part,
                                    asked(condition),
                                    Subject.indicator(name),
                                    List.of(new Asked(KNOWN, Words.TRUE)))));
                });
            case LATEST ->
                indicators().filter(indicator -> admits(condition, indicator)).forEach(indicator -> {
                    String name = indicator.id().value();
                    List<Asked> ofFact = new ArrayList<>();
                    List<Asked> ofIndicator = new ArrayList<>(List.of(new Asked(EVER, Words.TRUE)));
                    asked(condition).forEach(asked -> (asked.field().equals(DUE) ? ofIndicator : ofFact).add(asked));
                    Subject latest = new Subject(Subject.Kind.LATEST, name, position);
                    ways.add(new Way(latest, both(latest, ofFact, Subject.indicator(name), ofIndicator)));
                });
            case BLOCK ->
                policy.indicators().blocks().stream()
                        .map(block -> block.id().value())
                        .filter(name -> admits(condition, FieldKind.BLOCK, name))
                        .map(Subject::block)
                        .forEach(subject -> ways.add(new Way(subject, Map.of(subject, asked(condition)))));
            case RUN ->
                policy.monthKinds().stream()
                        .map(MonthKind::name)
                        .filter(name -> admits(condition, FieldKind.MONTH_KIND, name))
                        .map(Subject::run)
                        .forEach(subject -> ways.add(new Way(subject, Map.of(subject, asked(condition)))));
            case SCOPE -> ways.add(new Way(Subject.SCOPE, Map.of(Subject.SCOPE, asked(condition))));
            case THRESHOLD,
                    HISTORY,
                    BASELINE,
                    REVIEW_MONTH,
                    DATE,
                    DECIDED,
                    ACTION,
                    SCOPE_REVIEW,
                    SCOPE_READING,
                    SCOPE_AUTHORISES,
                    SCOPE_HOLDS ->
                throw new IllegalStateException("nothing is known of conditions such as " + condition);
        }
        return ways;
    }

    private static Map<Subject, List<Asked>> both(Subject one, List<Asked> ofOne, Subject other, List<Asked> ofOther) {
        Map<Subject, List<Asked>> both = new LinkedHashMap<>();
        both.put(one, ofOne);
        both.put(other, ofOther);
        return both;
    }

    private static boolean admits(Condition condition, Indicator indicator) {
        return admits(condition, FieldKind.INDICATOR, indicator.id().value())
                && admits(condition, FieldKind.BLOCK, indicator.block().value())
                && condition.constraints().stream()
                        .filter(constraint -> constraint.field().name().equals("neededToExtend"))
                        .allMatch(constraint -> admits(constraint, Boolean.toString(isNeeded(condition, indicator))));
    }

    private static boolean isNeeded(Condition condition, Indicator indicator) {
        return condition.type() == FactType.COMPARISON
                ? indicator.baselineNeed() == Indicator.BaselineNeed.NEEDED
                : indicator.extendNeed() == Indicator.ExtendNeed.NEEDED;
    }

    private static boolean admits(Condition condition, FieldKind kind, String name) {
        return condition.constraints().stream()
                .filter(constraint -> constraint.field().kind() == kind)
                .allMatch(constraint -> admits(constraint, name));
    }

    private static boolean admits(Constraint constraint, String word) {
        return constraint.words().contains(word) == isPositive(constraint.operator());
    }

    private static boolean isPositive(Operator operator) {
        return operator != Operator.NOT_EQUAL && operator != Operator.NOT_IN;
    }

    private List<Asked> asked(Condition condition) {
        List<Asked> asked = new ArrayList<>();
        switch (condition.type()) {
            case READING -> asked.add(new Asked(KNOWN, Words.TRUE));
            case UNKNOWN -> asked.add(new Asked(KNOWN, Words.FALSE));
            case NOT_DUE -> asked.add(new Asked(DUE, Words.FALSE));
            case COMPARISON -> asked.add(new Asked(COMPARED, Words.TRUE));
            case CHANGE -> asked.add(new Asked(GROWN, Words.TRUE));
            case UNDETERMINED_AT_LIMIT -> asked.add(new Asked(AT_LIMIT, Words.TRUE));
            case LATEST,
                    TREND,
                    PART,
                    BLOCK,
                    RUN,
                    SCOPE,
                    THRESHOLD,
                    HISTORY,
                    BASELINE,
                    REVIEW_MONTH,
                    DATE,
                    DECIDED,
                    ACTION,
                    SCOPE_REVIEW,
                    SCOPE_READING,
                    SCOPE_AUTHORISES,
                    SCOPE_HOLDS -> {
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
                        condition.type() == FactType.COMPARISON && field.name().equals(STALE);
                Domain domain = isStale ? opposite(words(constraint)) : domain(constraint);
                asked.add(new Asked(isStale ? KNOWN : field.name(), domain));
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

    /** Returns what may be true of a thing of which nothing is asked. */
    State initial(Subject subject) {
        State state = initial.get(subject);
        if (state == null) {
            state = close(subject, make(subject));
            initial.put(subject, state);
        }
        return state;
    }

    private State make(Subject subject) {
        return switch (subject.kind()) {
            case INDICATOR -> ofIndicator(indicator(subject.name()));
            case BLOCK -> ofBlock(subject.name());
            case RUN -> ofRun(subject.name());
            case SCOPE ->
                new State(Map.of(
                        "level", all(FactType.SCOPE, "level"),
                        "monthsOfUse", Numbers.ANY,
                        "firstUseAssumed", Words.EITHER,
                        "gap", Words.EITHER,
                        "budget", all(FactType.SCOPE, "budget")));
            case LATEST ->
                new State(Map.of(
                        VALUE,
                        Numbers.of(Interval.of(indicator(subject.name()).range())),
                        STALE,
                        Words.EITHER,
                        AFTER_UNKNOWN,
                        Words.EITHER,
                        "status",
                        all(FactType.LATEST, "status"),
                        "partial",
                        Words.EITHER,
                        "bound",
                        all(FactType.LATEST, "bound")));
            case PART ->
                new State(Map.of(
                        "dimension",
                        all(FactType.PART, "dimension"),
                        "name",
                        Names.ANY,
                        VALUE,
                        Numbers.ANY,
                        "share",
                        Numbers.ANY,
                        "outside",
                        Numbers.ANY,
                        AUTHORISED,
                        all(FactType.PART, AUTHORISED)));
        };
    }

    private static Words all(FactType type, String field) {
        Field found = type.fields().get(field);
        if (found == null) {
            throw new IllegalArgumentException("no field (%s) of (%s)".formatted(field, type));
        }
        return new Words(new LinkedHashSet<>(universe(found)));
    }

    private boolean judges(Indicator indicator) {
        return policy.indicators().blocks().stream()
                .anyMatch(block -> block.judgedBy().contains(indicator.id()));
    }

    private State ofIndicator(Indicator indicator) {
        Map<String, Domain> fields = new LinkedHashMap<>();
        fields.put(KNOWN, Words.EITHER);
        fields.put(EVER, Words.EITHER);
        Interval range = Interval.of(indicator.range());
        fields.put(VALUE, Numbers.of(indicator.counting() == Indicator.Counting.WHOLE ? range.whole() : range));
        fields.put(DUE, Words.EITHER);
        fields.put(REASON, all(FactType.UNKNOWN, REASON));
        fields.put(MONTHS, Numbers.of(Interval.of(Operator.AT_LEAST, Exact.ONE)));
        fields.put(COMPARED, indicator.hasBetterSide() ? Words.EITHER : Words.FALSE);
        fields.put(RESULT, compared(indicator, RESULT));
        fields.put(ESTIMATE, compared(indicator, ESTIMATE));
        fields.put(WORST_CASE, compared(indicator, WORST_CASE));
        fields.put(ONE_SIDED, Words.EITHER);
        fields.put(JUDGES, judges(indicator) ? Words.TRUE : Words.FALSE);
        fields.put(BASELINE, all(FactType.COMPARISON, BASELINE));
        fields.put(AFTER_UNKNOWN, Words.EITHER);
        fields.put(
                "over",
                indicator.growsOver().map(over -> Names.only(over.value())).orElse(Names.ANY));
        fields.put(GROWN, indicator.growsOver().isPresent() ? Words.EITHER : Words.FALSE);
        fields.put("percent", Numbers.ANY);
        fields.put("obstacle", all(FactType.CHANGE, "obstacle"));
        fields.put("caveat", all(FactType.COMPARISON, "caveat"));
        fields.put("status", all(FactType.READING, "status"));
        fields.put("partial", Words.EITHER);
        fields.put("bound", all(FactType.READING, "bound"));
        fields.put(AT_LIMIT, Words.EITHER);
        fields.put("course", all(FactType.TREND, "course"));
        return new State(fields);
    }

    private static Words compared(Indicator indicator, String field) {
        Words words = all(FactType.COMPARISON, field);
        return indicator.objective().isPresent() ? words : without(words, WITHIN_OBJECTIVE);
    }

    private State ofBlock(String name) {
        return new State(Map.of("state", canBeJudged(name) ? all(FactType.BLOCK, "state") : Words.of(UNDETERMINED)));
    }

    /** Tells whether anything judges a block that can be better or worse than its baseline. */
    boolean canBeJudged(String block) {
        return policy.indicators().blocks().stream()
                .filter(candidate -> candidate.id().value().equals(block))
                .map(Block::judgedBy)
                .flatMap(List::stream)
                .anyMatch(id -> policy.indicators().indicator(id).hasBetterSide());
    }

    private State ofRun(String name) {
        Interval atLeastNone = Interval.of(Operator.AT_LEAST, Exact.ZERO);
        boolean canBe = policy.monthKinds().stream()
                .filter(kind -> kind.name().equals(name))
                .allMatch(this::canBe);
        return new State(Map.of(
                MONTHS, Numbers.of(canBe ? atLeastNone : Interval.of(Operator.EQUAL, Exact.ZERO)),
                POSSIBLE, Numbers.of(atLeastNone)));
    }

    private boolean canBe(MonthKind kind) {
        return kind.improved().stream().map(BlockId::value).allMatch(this::canBeJudged)
                && kind.improved().stream().noneMatch(kind.noneImproved()::contains)
                && (kind.oneWorse().isEmpty()
                        || kind.oneWorse().stream().map(BlockId::value).anyMatch(this::canBeJudged));
    }

    /** Draws the conclusions from what is known of a thing; where they exclude each other, a field has no value left. */
    State close(Subject subject, State state) {
        return switch (subject.kind()) {
            case INDICATOR -> closeIndicator(subject, closeIndicator(subject, state));
            case RUN -> closeRun(state);
            case PART -> closePart(state);
            case BLOCK, LATEST -> state;
            case SCOPE -> state.with("monthsOfUse", whole((Numbers) state.field("monthsOfUse")));
        };
    }

    private static Numbers whole(Numbers numbers) {
        return new Numbers(numbers.interval().whole(), numbers.without());
    }

    private State closeIndicator(Subject subject, State before) {
        State state = before;
        Indicator indicator = indicator(subject.name());
        if (indicator.counting() == Indicator.Counting.WHOLE) {
            state = state.with(VALUE, whole((Numbers) state.field(VALUE)));
        }
        if (state.is(COMPARED, Words.TRUE)) {
            state = state.and(EVER, Words.TRUE);
        }
        if (state.is(GROWN, Words.TRUE)) {
            state = state.and(KNOWN, Words.TRUE);
        }
        if (state.is(KNOWN, Words.TRUE)) {
            state = state.and(EVER, Words.TRUE);
            if (indicator.hasBetterSide()) {
                state = state.and(COMPARED, Words.TRUE);
            }
        }
        if (state.is(EVER, Words.FALSE)) {
            state = state.and(KNOWN, Words.FALSE).and(COMPARED, Words.FALSE);
        }
        if (state.is(KNOWN, Words.FALSE)) {
            state = state.and(GROWN, Words.FALSE);
            if (state.is(DUE, Words.TRUE)) {
                state = state.with(REASON, without((Words) state.field(REASON), "not-due"));
            }
            if (state.is(REASON, Words.of("not-due"))) {
                state = state.and(DUE, Words.FALSE);
            }
        }
        return state.is(COMPARED, Words.TRUE) ? closeComparison(closeBaseline(state)) : state;
    }

    /** Only with a baseline that is known does anything come of a comparison. */
    private static State closeBaseline(State state) {
        Words none = Words.of(NOT_COMPARABLE);
        Words defined = Words.of("defined");
        if (state.field(BASELINE).and(defined).isEmpty()) {
            return state.and(RESULT, none);
        }
        return state.field(RESULT).and(none).isEmpty() ? state.and(BASELINE, defined) : state;
    }

    private static Words without(Words words, String word) {
        Set<String> fewer = new LinkedHashSet<>(words.words());
        fewer.remove(word);
        return new Words(fewer);
    }

    /** Keeps the words that can go together in one comparison. */
    private static State closeComparison(State state) {
        Set<String> results = new LinkedHashSet<>();
        Set<String> estimates = new LinkedHashSet<>();
        Set<String> ends = new LinkedHashSet<>();
        Set<String> sides = new LinkedHashSet<>();
        Set<String> known = new LinkedHashSet<>();
        for (String result : words(state, RESULT)) {
            for (String estimate : words(state, ESTIMATE)) {
                for (String end : words(state, WORST_CASE)) {
                    for (String side : words(state, ONE_SIDED)) {
                        for (String now : words(state, KNOWN)) {
                            if (goTogether(result, estimate, end)
                                    && !(result.equals(NOT_COMPARABLE) && side.equals("true"))
                                    && (now.equals("true") || estimate.equals(WORSE))) {
                                results.add(result);
                                estimates.add(estimate);
                                ends.add(end);
                                sides.add(side);
                                known.add(now);
                            }
                        }
                    }
                }
            }
        }
        return state.with(RESULT, new Words(results))
                .with(ESTIMATE, new Words(estimates))
                .with(WORST_CASE, new Words(ends))
                .with(ONE_SIDED, new Words(sides))
                .with(KNOWN, new Words(known));
    }

    private static boolean goTogether(String result, String estimate, String worstCase) {
        return switch (result) {
            case NOT_COMPARABLE -> estimate.equals("none") && worstCase.equals("none");
            case UNDETERMINED ->
                switch (worstCase) {
                    case WORSE -> !estimate.equals("none");
                    case SAME -> estimate.equals(SAME) || estimate.equals("better");
                    case WITHIN_OBJECTIVE -> !estimate.equals("none"); // an objective may have two ends
                    default -> false;
                };
            case SAME, WITHIN_OBJECTIVE ->
                estimate.equals(result) && (worstCase.equals(SAME) || worstCase.equals(WITHIN_OBJECTIVE));
            default -> estimate.equals(result) && worstCase.equals(result);
        };
    }

    private static Set<String> words(State state, String field) {
        return ((Words) state.field(field)).words();
    }

    /** What surely was of a kind may have been. */
    private static State closeRun(State before) {
        Numbers months = whole((Numbers) before.field(MONTHS));
        Numbers possible = whole((Numbers) before.field(POSSIBLE));
        Interval least = new Interval(months.interval().lower(), Optional.empty());
        Interval most = new Interval(Optional.empty(), possible.interval().upper());
        return before.with(MONTHS, months.and(Numbers.of(most))).with(POSSIBLE, possible.and(Numbers.of(least)));
    }

    /** The register knows workflows alone, and what is tied to none is in no register. */
    private static State closePart(State before) {
        State state = before;
        Names unassigned = Names.only(Breakdown.UNASSIGNED);
        boolean isWorkflow = !state.field("dimension")
                .and(Words.of(Dimension.WORKFLOW.word()))
                .isEmpty();
        if (!isWorkflow || state.field("name").within(unassigned)) {
            state = state.and(AUTHORISED, Words.of("not-applicable"));
        }
        if (state.field(AUTHORISED).within(Words.of("yes", "no"))) {
            state = state.and("dimension", Words.of(Dimension.WORKFLOW.word()))
                    .and("name", Names.allBut(Breakdown.UNASSIGNED));
        }
        boolean mayBeOutside = !state.field(AUTHORISED).and(Words.of("no")).isEmpty()
                || !state.field("name").and(unassigned).isEmpty();
        return mayBeOutside ? state : state.and("outside", Numbers.of(Interval.of(Operator.EQUAL, Exact.ZERO)));
    }
}
