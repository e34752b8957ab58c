package dev.roi.governance.check;

import dev.roi.core.Block;
import dev.roi.core.BlockId;
import dev.roi.core.Breakdown;
import dev.roi.core.Dimension;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.Level;
import dev.roi.governance.check.Domain.Names;
import dev.roi.governance.check.Domain.Numbers;
import dev.roi.governance.check.Domain.Words;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.Field;
import dev.roi.rules.language.Operator;
import dev.roi.rules.policy.MonthKind;
import dev.roi.rules.policy.PolicyDraft;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What may be true of a thing: the values that its fields may have, and how these hang together. */
final class States {

    static final String KNOWN = "known";
    static final String EVER = "ever known";
    static final String COMPARED = "compared";
    static final String GROWN = "grown";
    static final String VALUE = "value";
    static final String STALE = "stale";
    static final String AT_LIMIT = "undetermined at a limit";
    static final String DUE = "due";
    static final String REASON = "reason";
    static final String RESULT = "result";
    static final String ESTIMATE = "estimate";
    static final String WORST_CASE = "worstCase";
    static final String AFTER_UNKNOWN = "afterUnknown";
    static final String JUDGES = "judges";
    static final String BASELINE = "baseline";
    static final String ONE_SIDED = "oneSided";
    static final String MONTHS = "months";
    static final String POSSIBLE = "possible";
    static final String AUTHORISED = "authorised";
    static final String WORSE = "worse";
    static final String SAME = "same";
    static final String WITHIN_OBJECTIVE = "within-objective";
    static final String UNDETERMINED = "undetermined";
    private static final String LEVEL = "level";
    private static final String PART_LEVEL = "partLevel";
    static final String NOT_COMPARABLE = "not-comparable";

    private final PolicyDraft.Sound policy;
    private final Map<Subject, State> initial = new HashMap<>();

    States(PolicyDraft.Sound policy) {
        this.policy = policy;
    }

    Indicator indicator(String name) {
        return policy.indicators().indicator(new IndicatorId(name));
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
            case MONTH ->
                new State(Map.of(
                        "year", Numbers.ANY,
                        "month", between(1, 12),
                        "quarter", between(1, 4)));
            case OF_SCOPES ->
                FactType.find(subject.name())
                        .map(States::ofScopes)
                        .orElseGet(
                                () -> ofScopes(FactType.SCOPE_READING).with(VALUE, numbers(indicator(subject.name()))));
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

    private static Numbers between(int least, int most) {
        return Numbers.of(
                Interval.of(Operator.AT_LEAST, Exact.of(least)).and(Interval.of(Operator.AT_MOST, Exact.of(most))));
    }

    private static Numbers numbers(Indicator indicator) {
        Interval range = Interval.of(indicator.range());
        return Numbers.of(indicator.counting() == Indicator.Counting.WHOLE ? range.whole() : range);
    }

    /** A workflow holds no scope, and no scope holds a portfolio. */
    private static State ofScopes(FactType type) {
        Map<String, Domain> fields = new LinkedHashMap<>();
        type.fields().forEach((name, field) -> {
            switch (field.kind()) {
                case WORD, FLAG -> fields.put(name, all(type, name));
                case NAME -> fields.put(name, Names.ANY);
                case NUMBER -> fields.put(name, Numbers.ANY);
                case THRESHOLD, INDICATOR, BLOCK, MONTH_KIND -> {
                    // such a field says what the fact is about
                }
            }
        });
        if (type == FactType.SCOPE_HOLDS) {
            fields.put(LEVEL, without(all(type, LEVEL), Level.WORKFLOW.word()));
            fields.put(PART_LEVEL, without(all(type, PART_LEVEL), Level.PORTFOLIO.word()));
        }
        return new State(fields);
    }

    private static Words all(FactType type, String field) {
        Field found = type.fields().get(field);
        if (found == null) {
            throw new IllegalArgumentException("no field (%s) of (%s)".formatted(field, type));
        }
        return new Words(new LinkedHashSet<>(Knowledge.universe(found)));
    }

    private boolean judges(Indicator indicator) {
        return policy.indicators().blocks().stream()
                .anyMatch(block -> block.judgedBy().contains(indicator.id()));
    }

    private State ofIndicator(Indicator indicator) {
        Map<String, Domain> fields = new LinkedHashMap<>();
        fields.put(KNOWN, Words.EITHER);
        fields.put(EVER, Words.EITHER);
        fields.put(VALUE, numbers(indicator));
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
            case MONTH -> closeMonth(state);
            case OF_SCOPES -> closeOfScopes(subject, state);
            case SCOPE -> state.with("monthsOfUse", whole((Numbers) state.field("monthsOfUse")));
        };
    }

    private static State closeMonth(State before) {
        State state = before;
        for (String field : before.fields().keySet()) {
            state = state.with(field, whole((Numbers) state.field(field)));
        }
        return state;
    }

    /** A team holds workflows, and a portfolio alone holds teams. */
    private State closeOfScopes(Subject subject, State before) {
        State state = before;
        if (state.fields().containsKey(PART_LEVEL)) {
            if (state.is(LEVEL, Words.of(Level.TEAM.word()))) {
                state = state.and(PART_LEVEL, Words.of(Level.WORKFLOW.word()));
            }
            if (state.is(PART_LEVEL, Words.of(Level.TEAM.word()))) {
                state = state.and(LEVEL, Words.of(Level.PORTFOLIO.word()));
            }
        }
        boolean isCounted =
                state.fields().containsKey(VALUE) && indicator(subject.name()).counting() == Indicator.Counting.WHOLE;
        return isCounted ? state.with(VALUE, whole((Numbers) state.field(VALUE))) : state;
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
