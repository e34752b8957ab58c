package dev.roi.rules.assessment;

import dev.roi.core.Baseline;
import dev.roi.core.Block;
import dev.roi.core.BlockId;
import dev.roi.core.Breakdown;
import dev.roi.core.Dimension;
import dev.roi.core.Exact;
import dev.roi.core.Implied;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.Reading;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.Trend;
import dev.roi.core.Unit;
import dev.roi.core.UnknownReason;
import dev.roi.core.Workflow;
import dev.roi.rules.assessment.IndicatorState.PartState;
import dev.roi.rules.facts.BlockState;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.Fact.Part.Authorised;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.Figure;
import dev.roi.rules.facts.MonthKindName;
import dev.roi.rules.policy.MonthKind;
import dev.roi.rules.policy.Policy;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * One scope and month, assessed: what each indicator, block and run of months says. Reads nothing later than the month.
 *
 * <p>For use by one thread.
 */
public final class Assessment {

    private final Policy policy;
    private final Scorecard scorecard;
    private final YearMonth month;
    private final List<Snapshot> history;
    private final Snapshot current;
    private final Unit money;
    private final Set<String> authorised;
    private final Map<IndicatorId, IndicatorState> indicators;
    private final Map<BlockId, BlockState> blocks;
    private final Map<String, Run> runs;
    private final Map<IndicatorId, Trend> trends = new HashMap<>();
    private final Map<IndicatorId, List<Reading>> readings = new HashMap<>();
    private final List<Map<BlockId, Judgement>> judgements = new ArrayList<>();

    private Assessment(Policy policy, Scorecard scorecard, YearMonth month) {
        this.policy = policy;
        this.scorecard = Implied.in(scorecard, policy.indicators());
        this.month = month;
        this.history = this.scorecard.snapshots().stream()
                .filter(snapshot -> !snapshot.month().isAfter(month))
                .toList();
        this.current = this.scorecard
                .find(month)
                .filter(Snapshot::isComplete)
                .orElseThrow(() -> new IllegalArgumentException("month (%s) is no complete month".formatted(month)));
        this.money = this.scorecard.currency().map(Unit::new).orElse(Unit.CURRENCY);
        history.forEach(snapshot -> judgements.add(new HashMap<>()));
        this.authorised = new HashSet<>();
        for (Workflow workflow : scorecard.workflows()) {
            if (workflow.authorisation() == Workflow.Authorisation.AUTHORISED) {
                authorised.add(workflow.id());
            }
        }
        Map<IndicatorId, IndicatorState> states = new LinkedHashMap<>();
        for (Indicator indicator : policy.indicators().indicators()) {
            states.put(indicator.id(), state(indicator));
        }
        this.indicators = Collections.unmodifiableMap(states);
        Map<BlockId, BlockState> blockStates = new LinkedHashMap<>();
        for (Block block : policy.indicators().blocks()) {
            blockStates.put(
                    block.id(), judgement(block.id(), history.size() - 1).state());
        }
        this.blocks = Collections.unmodifiableMap(blockStates);
        Map<String, Run> counted = new LinkedHashMap<>();
        for (MonthKind kind : policy.monthKinds()) {
            counted.put(kind.name(), run(kind));
        }
        this.runs = Collections.unmodifiableMap(counted);
    }

    /**
     * Assesses a complete month of a scorecard.
     *
     * @param policy the policy
     * @param scorecard the scorecard, without faults for the policy
     * @param month a complete month of it
     * @return what the month says
     * @throws IllegalArgumentException when the scorecard has no such complete month
     */
    public static Assessment of(Policy policy, Scorecard scorecard, YearMonth month) {
        return new Assessment(policy, scorecard, month);
    }

    /**
     * Returns the scorecard that was assessed.
     *
     * @return the scorecard with what it implies, and with months after the reviewed one
     */
    public Scorecard scorecard() {
        return scorecard;
    }

    /**
     * Returns the reviewed month.
     *
     * @return the month
     */
    public YearMonth month() {
        return month;
    }

    /**
     * Returns the months that the review may read.
     *
     * @return every month given up to the reviewed one, in order
     */
    public List<Snapshot> history() {
        return history;
    }

    /**
     * Looks up what the month says of an indicator.
     *
     * @param id an indicator
     * @return what it says, if the policy has it
     */
    public Optional<IndicatorState> find(IndicatorId id) {
        return Optional.ofNullable(indicators.get(id));
    }

    /**
     * Returns what the month says of an indicator.
     *
     * @param id an indicator of the policy
     * @return what it says
     */
    public IndicatorState indicator(IndicatorId id) {
        IndicatorState state = indicators.get(id);
        if (state == null) {
            throw new IllegalArgumentException("no indicator (%s)".formatted(id));
        }
        return state;
    }

    /**
     * Returns what the month says of every indicator.
     *
     * @return the states, in the policy's order
     */
    public List<IndicatorState> indicators() {
        return List.copyOf(indicators.values());
    }

    /**
     * Returns what the blocks did this month.
     *
     * @return every block's state, in the policy's order
     */
    public Map<BlockId, BlockState> blocks() {
        return blocks;
    }

    /**
     * Returns the runs of months.
     *
     * @return every run by the name of its kind, in the policy's order
     */
    public Map<String, Run> runs() {
        return runs;
    }

    /**
     * Returns where an indicator is going.
     *
     * @param id an indicator of the policy
     * @return its trend up to the reviewed month
     */
    public Trend trend(IndicatorId id) {
        return trends.computeIfAbsent(id, key -> HistoryTrend.of(this, indicator(key), policy.trend()));
    }

    /**
     * Returns the unit that an indicator's numbers are in.
     *
     * @param indicator the indicator
     * @return its unit; for money the scorecard's currency, where that is said
     */
    public Unit unit(Indicator indicator) {
        return indicator.unit().equals(Unit.CURRENCY) ? money : indicator.unit();
    }

    /**
     * Returns an indicator's reading for a month as rules may see it.
     *
     * @param indicator the indicator
     * @param snapshot the month
     * @return the reading; unknown where it is in another unit, and not due only where the policy or first use agrees
     */
    public Reading reading(Indicator indicator, Snapshot snapshot) {
        return snapshot.reading(indicator.id())
                .fold(
                        known -> known.unit().isEmpty()
                                        || known.unit().get().equals(indicator.unit())
                                        || known.unit().get().equals(unit(indicator))
                                ? known
                                : new Reading.Unknown(UnknownReason.OTHER_UNIT, known.note()),
                        unknown -> unknown.reason() == UnknownReason.NOT_DUE && isDue(indicator, snapshot.month())
                                ? new Reading.Unknown(UnknownReason.NOT_REPORTED, unknown.note())
                                : unknown);
    }

    /**
     * Returns an indicator's readings as rules may see them.
     *
     * @param indicator an indicator of the policy
     * @return the reading of each month of the {@link #history()}
     */
    public List<Reading> readings(Indicator indicator) {
        return readings.computeIfAbsent(indicator.id(), id -> {
            List<Reading> all = new ArrayList<>(history.size());
            for (Snapshot snapshot : history) {
                all.add(reading(indicator, snapshot));
            }
            return Collections.unmodifiableList(all);
        });
    }

    private boolean isDue(Indicator indicator, YearMonth at) {
        return monthsOfUse(at) >= indicator.lagMonths();
    }

    private long monthsOfUse(YearMonth at) {
        return ChronoUnit.MONTHS.between(scorecard.firstUse(), at);
    }

    private IndicatorState state(Indicator indicator) {
        Reading reading = reading(indicator, current);
        Optional<Reading.Known> latest = lastKnown(indicator, known -> true);
        Optional<Reading.Known> held = latest.filter(known -> !tells(indicator, known))
                .flatMap(known -> lastKnown(indicator, earlier -> tells(indicator, earlier)));
        Optional<Baseline> baseline = Optional.ofNullable(scorecard.baselines().get(indicator.id()));
        Optional<Comparison> comparison = latest.map(known -> Comparison.of(indicator, known, baseline));
        List<PartState> parts =
                reading.known().map(known -> parts(indicator, known)).orElse(List.of());
        return new IndicatorState(
                indicator,
                reading,
                latest,
                held,
                baseline,
                comparison,
                isDue(indicator, month),
                parts,
                growth(indicator, reading, Doubt.NONE)
                        .map(estimate -> new Figure(
                                estimate,
                                growth(indicator, reading, Doubt.LEAST).orElseThrow(),
                                growth(indicator, reading, Doubt.MOST).orElseThrow())));
    }

    /** Tells whether a reading lies wholly on one side of every limit that the latest reading is held against. */
    private boolean tells(Indicator indicator, Reading.Known known) {
        return known.uncertainty().isEmpty()
                || policy.limitsOn(indicator.id()).stream()
                        .allMatch(limit -> isMet(limit, Doubt.LEAST.end(known)) == isMet(limit, Doubt.MOST.end(known)));
    }

    private static boolean isMet(Policy.Limit limit, Exact value) {
        return limit.operator().isMetBy(value.compareTo(limit.value()));
    }

    private Optional<Reading.Known> lastKnown(Indicator indicator, Predicate<Reading.Known> counts) {
        for (int i = history.size() - 1; i >= 0; i--) {
            Snapshot snapshot = history.get(i);
            if (snapshot.isComplete()) {
                Optional<Reading.Known> known =
                        reading(indicator, snapshot).known().filter(counts);
                if (known.isPresent()) {
                    return known;
                }
            }
        }
        return Optional.empty();
    }

    private List<PartState> parts(Indicator indicator, Reading.Known reading) {
        Exact whole = indicator
                .partOf()
                .flatMap(id ->
                        reading(policy.indicators().indicator(id), current).known())
                .map(Reading.Known::value)
                .orElse(reading.value());
        Map<Dimension, Map<String, Exact>> values = new TreeMap<>();
        reading.by().forEach((dimension, parts) -> {
            Map<String, Exact> copy = new TreeMap<>();
            parts.forEach((name, part) -> copy.put(name, part.value()));
            values.put(dimension, copy);
        });
        indicator.breakdown().map(Breakdown::dimension).ifPresent(dimension -> {
            Map<String, Exact> named = values.computeIfAbsent(
                    dimension, missing -> new TreeMap<>(Map.of(Breakdown.UNASSIGNED, reading.value())));
            Exact rest = whole.minus(reading.value());
            if (rest.signum() > 0) {
                named.merge(Breakdown.UNASSIGNED, rest, Exact::plus);
            }
        });
        List<PartState> states = new ArrayList<>();
        values.forEach((dimension, named) -> named.forEach((name, value) -> states.add(
                new PartState(dimension, name, value, share(indicator, value, whole), authorised(dimension, name)))));
        return states;
    }

    private static Exact share(Indicator indicator, Exact value, Exact whole) {
        if (indicator.additivity() == Indicator.Additivity.ENCLOSES) {
            return value;
        }
        return whole.isZero() ? Exact.ZERO : value.times(Exact.HUNDRED).dividedBy(whole);
    }

    private Authorised authorised(Dimension dimension, String name) {
        if (dimension != Dimension.WORKFLOW || name.equals(Breakdown.UNASSIGNED)) {
            return Authorised.NOT_APPLICABLE;
        }
        return authorised.contains(name) ? Authorised.YES : Authorised.NO;
    }

    // a base below 1 counts as 1, so that growth from nothing is large and not undefined
    private Optional<Exact> growth(Indicator indicator, Reading reading, Doubt doubt) {
        Optional<Reading.Known> base = indicator
                .growsOver()
                .flatMap(id ->
                        reading(policy.indicators().indicator(id), current).known());
        if (base.isEmpty() || reading.known().isEmpty()) {
            return Optional.empty();
        }
        Exact value = doubt.end(reading.known().get());
        Exact over = doubt.opposite().end(base.get());
        Exact divisor = over.isBelow(Exact.ONE) ? Exact.ONE : over;
        return Optional.of(value.minus(over).times(Exact.HUNDRED).dividedBy(divisor));
    }

    /** Judges a block in a month of the history, once. */
    private Judgement judgement(BlockId id, int at) {
        return judgements
                .get(at)
                .computeIfAbsent(
                        id,
                        key -> policy.indicators().blocks().stream()
                                .filter(block -> block.id().equals(key))
                                .findFirst()
                                .map(block -> judgement(block, history.get(at)))
                                .orElse(Judgement.NONE));
    }

    /** What is not known may be anything, so that hiding it does not help; without a baseline it can be neither. */
    private Judgement judgement(Block block, Snapshot snapshot) {
        Judgement judgement = Judgement.NONE;
        for (IndicatorId id : block.judgedBy()) {
            Indicator indicator = policy.indicators().indicator(id);
            Optional<Baseline> baseline =
                    Optional.ofNullable(scorecard.baselines().get(id));
            Optional<Comparison> comparison = reading(indicator, snapshot)
                    .known()
                    .map(known -> Comparison.of(indicator, known, baseline))
                    .filter(compared -> compared.result() != Fact.Comparison.Result.NOT_COMPARABLE);
            boolean hasBaseline = baseline.flatMap(
                            given -> given.fold(Optional::of, undefined -> Optional.<Baseline.Defined>empty()))
                    .isPresent();
            if (comparison.isPresent()) {
                judgement = judgement.and(comparison.get());
            } else if (hasBaseline && indicator.hasBetterSide()) {
                judgement = judgement.andUnknown();
            }
        }
        return judgement;
    }

    private Run run(MonthKind kind) {
        int months = 0;
        int possible = 0;
        boolean counting = true;
        YearMonth earliest = history.get(0).month();
        int index = history.size() - 1;
        for (YearMonth at = month; !at.isBefore(earliest); at = at.minusMonths(1)) {
            while (history.get(index).month().isAfter(at)) {
                index--;
            }
            Told told = tell(kind, at, index);
            if (told == Told.NO) {
                break;
            }
            possible++;
            if (told == Told.YES && counting) {
                months++;
            } else if (told == Told.CANNOT_BE_TOLD && kind.untold() == MonthKind.Untold.ENDS) {
                counting = false;
            }
        }
        return new Run(kind, months, possible);
    }

    /** The index is that of the month in the history or, where it is not there, of the one before. */
    private Told tell(MonthKind kind, YearMonth at, int index) {
        if (monthsOfUse(at) < kind.afterMonths()) {
            return Told.NO;
        }
        Snapshot snapshot = history.get(index);
        if (!snapshot.month().equals(at) || !snapshot.isComplete()) {
            return Told.CANNOT_BE_TOLD;
        }
        Told told = Told.YES;
        for (BlockId id : kind.improved()) {
            told = told.and(judgement(id, index).improved());
        }
        for (BlockId id : kind.noneImproved()) {
            told = told.and(judgement(id, index).notImproved());
        }
        if (!kind.oneWorse().isEmpty()) {
            Told worse = Told.NO;
            for (BlockId id : kind.oneWorse()) {
                worse = worse.or(judgement(id, index).becameWorse());
            }
            told = told.and(worse);
        }
        return told;
    }

    /**
     * Returns what rules can ask about, but for what only the rules can tell: which readings lie on both sides of a limit.
     *
     * @return the facts, in a stable order
     */
    public List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact.Scope(scorecard.scope().level(), count(monthsOfUse(month)), hasGap()));
        blocks.forEach((id, state) -> facts.add(new Fact.Block(id, state)));
        runs.values()
                .forEach(run -> facts.add(new Fact.Run(
                        new MonthKindName(run.kind().name()), count(run.months()), count(run.possible()))));
        boolean trendsAreRead = policy.asksFor(FactType.TREND);
        for (IndicatorState state : indicators.values()) {
            addFacts(state, facts);
            Indicator indicator = state.indicator();
            if (trendsAreRead) {
                facts.add(new Fact.Trend(
                        indicator.id(), indicator.block(), trend(indicator.id()).course(), isNeeded(indicator)));
            }
        }
        return facts;
    }

    private static Figure count(long number) {
        return Figure.of(Exact.of(number));
    }

    private static boolean isNeeded(Indicator indicator) {
        return indicator.extendNeed() == Indicator.ExtendNeed.NEEDED;
    }

    private void addFacts(IndicatorState state, List<Fact> facts) {
        Indicator indicator = state.indicator();
        IndicatorId id = indicator.id();
        BlockId block = indicator.block();
        boolean needed = isNeeded(indicator);
        state.reading()
                .fold(
                        known -> facts.add(
                                new Fact.Reading(id, block, Doubt.figure(known), state.due(), needed)),
                        unknown -> facts.add(new Fact.Unknown(id, block, unknown.reason(), needed)));
        state.latest()
                .ifPresent(known -> facts.add(new Fact.Latest(
                        id,
                        block,
                        state.isDark() ? Figure.of(known.value()) : Doubt.figure(known),
                        state.due(),
                        needed,
                        state.isDark(),
                        known)));
        state.held()
                .ifPresent(held -> facts.add(new Fact.Latest(
                        id, block, heldFigure(state), state.due(), needed, true, held)));
        if (!state.due()) {
            facts.add(new Fact.NotDue(id, block, needed));
        }
        state.comparison()
                .filter(comparison -> indicator.hasBetterSide())
                .filter(comparison -> !state.isDark() || comparison.result() == Fact.Comparison.Result.WORSE)
                .ifPresent(comparison -> facts.add(new Fact.Comparison(
                        id,
                        block,
                        comparison.result(),
                        comparison.leaning(),
                        comparison.atWorst(),
                        indicator.baselineNeed() == Indicator.BaselineNeed.NEEDED,
                        comparison.sides() == Comparison.Sides.ONE_SIDED,
                        state.isDark())));
        for (PartState part : state.parts()) {
            Exact outside = isOutside(part) ? outside(state, part.dimension()) : Exact.ZERO;
            facts.add(new Fact.Part(
                    id,
                    block,
                    part.dimension(),
                    part.name(),
                    Figure.of(part.value()),
                    Figure.of(part.share()),
                    Figure.of(outside),
                    part.authorised()));
        }
        state.growth().ifPresent(growth -> facts.add(new Fact.Growth(id, block, growth)));
    }

    private static Figure heldFigure(IndicatorState state) {
        Exact value = state.heldValue().orElseThrow();
        if (state.isDark()) {
            return Figure.of(value);
        }
        Reading.Known now = state.latest().orElseThrow();
        return new Figure(value, Doubt.LEAST.end(now), Doubt.MOST.end(now));
    }

    private static boolean isOutside(PartState part) {
        boolean named = part.authorised() == Authorised.NO || part.name().equals(Breakdown.UNASSIGNED);
        return named && !part.value().isZero();
    }

    private static Exact outside(IndicatorState state, Dimension dimension) {
        return state.parts().stream()
                .filter(part -> part.dimension() == dimension && isOutside(part))
                .map(PartState::share)
                .reduce(Exact.ZERO, Exact::plus);
    }

    private boolean hasGap() {
        long span = ChronoUnit.MONTHS.between(history.get(0).month(), month) + 1;
        return span > history.size();
    }
}
