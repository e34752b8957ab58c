package dev.roi.rules.assessment;

import dev.roi.core.Block;
import dev.roi.core.BlockId;
import dev.roi.core.DerivedReadings;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.PastDecision;
import dev.roi.core.Reading;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.Trend;
import dev.roi.core.Unit;
import dev.roi.core.trend.ControlChart;
import dev.roi.rules.facts.BlockState;
import dev.roi.rules.facts.Caveat;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.policy.MonthKind;
import dev.roi.rules.policy.Policy;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One scope and month, assessed: what each indicator, block and run of months says. It rests on nothing later than the
 * month.
 *
 * <p>For use by one thread.
 */
public final class Assessment {

    private final Policy policy;
    private final Months months;
    private final List<PastDecision> onRecord;
    private final Map<IndicatorId, IndicatorState> indicators;
    private final Map<BlockId, BlockState> blocks;
    private final Map<String, Run> runs;
    private final Runs counted;
    private final Map<IndicatorId, Trend> trends = new HashMap<>();
    private final IdentityHashMap<IndicatorState, List<Fact>> facts = new IdentityHashMap<>();

    private Assessment(Policy policy, Scorecard scorecard, YearMonth month, List<PastDecision> decided) {
        this(
                policy,
                new Months(
                        policy.indicators(),
                        scorecard,
                        DerivedReadings.complete(scorecard, policy.indicators()),
                        month),
                decided.stream()
                        .filter(past -> scorecard.scope().goesOnFrom(past.scope()))
                        .filter(past -> past.month().isBefore(month))
                        .map(past -> past.asKnownBefore(month))
                        .sorted(Comparator.comparing(PastDecision::month).thenComparing(PastDecision::entry))
                        .toList());
    }

    private Assessment(Policy policy, Months months, List<PastDecision> onRecord) {
        this(
                policy,
                months,
                onRecord,
                new IndicatorStates(policy.indicators(), months).all(),
                new Runs(policy.indicators(), months));
    }

    private Assessment(
            Policy policy,
            Months months,
            List<PastDecision> onRecord,
            Map<IndicatorId, IndicatorState> indicators,
            Runs counted) {
        this.policy = policy;
        this.onRecord = onRecord;
        this.months = months;
        this.indicators = indicators;
        this.counted = counted;
        Map<BlockId, BlockState> states = new LinkedHashMap<>();
        for (Block block : policy.indicators().blocks()) {
            states.put(block.id(), counted.outcome(block.id()).state());
        }
        this.blocks = Collections.unmodifiableMap(states);
        Map<String, Run> byName = new LinkedHashMap<>();
        for (MonthKind kind : policy.monthKinds()) {
            byName.put(kind.name(), counted.count(kind));
        }
        this.runs = Collections.unmodifiableMap(byName);
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
        return new Assessment(policy, scorecard, month, List.of());
    }

    /**
     * Assesses a complete month of a scorecard, after what was decided before.
     *
     * @param policy the policy
     * @param scorecard the scorecard, without faults for the policy
     * @param month a complete month of it
     * @param decided what was decided before, on this scope and others
     * @return what the month says
     * @throws IllegalArgumentException when the scorecard has no such complete month
     */
    public static Assessment after(Policy policy, Scorecard scorecard, YearMonth month, List<PastDecision> decided) {
        return new Assessment(policy, scorecard, month, decided);
    }

    /** Assesses months that nothing was decided on, without looking at anything before. */
    static Assessment of(Policy policy, Months months) {
        return new Assessment(policy, months, List.of());
    }

    /** Assesses months of which the first are the same here, as are all that have the same readings. */
    Assessment alike(Months other, int number) {
        Runs runs = new Runs(policy.indicators(), other);
        runs.takeOver(counted, number);
        Map<IndicatorId, IndicatorState> states =
                new IndicatorStates(policy.indicators(), other).all(months, number, indicators);
        Assessment alike = new Assessment(policy, other, List.of(), states, runs);
        alike.facts.putAll(facts);
        return alike;
    }

    /**
     * Returns what was decided on this scope for earlier months; nothing that was recorded later counts.
     *
     * @return the decisions, by month and entry
     */
    public List<PastDecision> onRecord() {
        return onRecord;
    }

    /**
     * Returns the scorecard that was assessed.
     *
     * @return the scorecard with what it implies, and with months after the reviewed one
     */
    public Scorecard scorecard() {
        return months.scorecard();
    }

    /**
     * Returns the scorecard as it was given.
     *
     * @return the scorecard without what it implies
     */
    public Scorecard givenScorecard() {
        return months.givenScorecard();
    }

    /**
     * Returns what was given of an indicator for the reviewed month.
     *
     * @param id an indicator
     * @return its reading as it was given; not reported, where it was left out
     */
    public Reading givenReading(IndicatorId id) {
        return months.givenReading(id);
    }

    /**
     * Returns the reviewed month.
     *
     * @return the month
     */
    public YearMonth month() {
        return months.month();
    }

    /**
     * Returns the months that the review may read.
     *
     * @return every month given up to the reviewed one, in order
     */
    public List<Snapshot> history() {
        return months.history();
    }

    /**
     * Returns what is shown after the reviewed month, and counts for nothing.
     *
     * @return the partial months after it, in order; none where a complete month follows it
     */
    public List<Snapshot> newerPartial() {
        return months.newerPartial();
    }

    /**
     * Looks up what was given of an indicator for the reviewed month, also where it is not used.
     *
     * @param id an indicator
     * @return the reading as it was given, if there is one
     */
    public Optional<Reading.Known> given(IndicatorId id) {
        return months.given(id);
    }

    /**
     * Returns how long the tool had been used for.
     *
     * @return the months from the first use to the reviewed one; negative before the first use
     */
    public long monthsOfUse() {
        return months.monthsOfUse(months.month());
    }

    /**
     * Returns the months that are missing.
     *
     * @return those between the first and the reviewed one that are not given, in order
     */
    public List<YearMonth> missingMonths() {
        return months.missing();
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
     * Says why a run may be longer than it surely is.
     *
     * @param run one of the runs
     * @return what leaves its newest undetermined month open; nothing where there is no such month
     */
    public Optional<Doubt> doubt(Run run) {
        return counted.doubt(run.kind());
    }

    /**
     * Returns where an indicator is going.
     *
     * @param id an indicator of the policy
     * @return its trend up to the reviewed month
     */
    public Trend trend(IndicatorId id) {
        return trends.computeIfAbsent(id, key -> TrendHistory.trend(months, indicator(key), policy.trend()));
    }

    /**
     * Tells why a reading may be another number than the one that it gives.
     *
     * @param indicator its indicator
     * @param reading the reading
     * @return the gravest reason
     */
    public Caveat caveat(Indicator indicator, Reading.Known reading) {
        return Uncertainty.caveat(indicator, reading);
    }

    /**
     * Returns what a trend is told by, to be drawn.
     *
     * @param id an indicator of the policy
     * @return its control chart up to the reviewed month
     */
    public ControlChart chart(IndicatorId id) {
        return TrendHistory.chart(months, indicator(id), policy.trend());
    }

    /**
     * Returns the unit that an indicator's numbers are in.
     *
     * @param indicator the indicator
     * @return its unit; for money the scorecard's currency, where that is said
     */
    public Unit unit(Indicator indicator) {
        return months.unit(indicator);
    }

    /**
     * Returns an indicator's reading for a month as rules may see it.
     *
     * @param indicator the indicator
     * @param snapshot the month
     * @return the reading; unknown where it is in another unit, and not due only where the policy or first use agrees
     */
    public Reading reading(Indicator indicator, Snapshot snapshot) {
        return months.reading(indicator, snapshot);
    }

    /**
     * Returns an indicator's readings as rules may see them.
     *
     * @param indicator an indicator of the policy
     * @return the reading of each month of the {@link #history()}
     */
    public List<Reading> readings(Indicator indicator) {
        return months.readings(indicator);
    }

    /**
     * Returns what rules can ask about, but for what only the rules can tell: which readings lie on both sides of a limit.
     *
     * @return the facts, in a stable order
     */
    public List<Fact> facts() {
        return new FactMaker(policy, this, facts).facts();
    }
}
