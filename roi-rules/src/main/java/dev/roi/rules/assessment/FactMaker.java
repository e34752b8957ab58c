package dev.roi.rules.assessment;

import static java.util.Objects.requireNonNull;

import dev.roi.core.Block;
import dev.roi.core.BlockId;
import dev.roi.core.Breakdown;
import dev.roi.core.Dimension;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.Reading;
import dev.roi.core.Scope;
import dev.roi.core.Workflow;
import dev.roi.rules.assessment.IndicatorState.PartState;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.Fact.Comparison.BaselineState;
import dev.roi.rules.facts.Fact.Comparison.Estimate;
import dev.roi.rules.facts.Fact.Part.Authorised;
import dev.roi.rules.facts.Fact.Part.Priority;
import dev.roi.rules.facts.Fact.Scope.BudgetPeriod;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.Figure;
import dev.roi.rules.facts.MonthKindName;
import dev.roi.rules.policy.Policy;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes facts of what a month says. For use by one thread. */
final class FactMaker {

    private final Policy policy;
    private final Assessment assessment;
    private final boolean isStalePartAsked;
    private final Set<IndicatorId> judging = new HashSet<>();
    private final Set<String> priorities = new HashSet<>();
    private final Map<IndicatorState, List<Fact>> known;
    private List<Fact> facts = new ArrayList<>();

    /** Facts of a state that are known are not made again; those that are made are known from then on. */
    FactMaker(Policy policy, Assessment assessment, Map<IndicatorState, List<Fact>> known) {
        this.policy = policy;
        this.assessment = assessment;
        this.known = known;
        this.isStalePartAsked = policy.asksForStale(FactType.PART);
        for (Block block : policy.indicators().blocks()) {
            judging.addAll(block.judgedBy());
        }
        for (Workflow workflow : assessment.scorecard().workflows()) {
            if (workflow.priority() == Workflow.Priority.PRIORITY) {
                priorities.add(workflow.id());
            }
        }
    }

    List<Fact> facts() {
        Scope scope = assessment.scorecard().scope();
        facts.add(new Fact.Scope(
                scope.level(),
                scope.id(),
                months(assessment.monthsOfUse()),
                scope.firstUse().isEmpty(),
                !assessment.missingMonths().isEmpty(),
                budget()));
        if (policy.asksFor(FactType.REVIEW_MONTH)) {
            facts.add(Fact.ReviewMonth.of(assessment.month()));
        }
        if (policy.asksFor(FactType.DATE)) {
            assessment
                    .scorecard()
                    .dates()
                    .forEach((name, month) -> facts.add(
                            new Fact.Date(name, months(ChronoUnit.MONTHS.between(assessment.month(), month)))));
        }
        facts.addAll(new RecordedFacts(assessment.month()).of(assessment.onRecord()));
        PastFacts past = new PastFacts(policy, assessment);
        assessment.blocks().forEach((id, state) -> facts.add(new Fact.Block(id, state)));
        assessment
                .runs()
                .values()
                .forEach(run -> facts.add(new Fact.Run(
                        new MonthKindName(run.kind().name()), months(run.months()), months(run.possible()))));
        List<Fact> all = facts;
        for (IndicatorState state : assessment.indicators()) {
            all.addAll(known.computeIfAbsent(state, none -> of(state, past)));
        }
        return all;
    }

    private List<Fact> of(IndicatorState state, PastFacts past) {
        facts = new ArrayList<>();
        add(state);
        facts.addAll(past.of(state));
        if (policy.asksFor(FactType.TREND)) {
            Indicator indicator = state.indicator();
            facts.add(new Fact.Trend(
                    indicator.id(),
                    indicator.block(),
                    assessment.trend(indicator.id()).course(),
                    isNeeded(indicator)));
        }
        return facts;
    }

    private static Figure months(long number) {
        return Figure.of(Exact.of(number));
    }

    private static boolean isNeeded(Indicator indicator) {
        return indicator.extendNeed() == Indicator.ExtendNeed.NEEDED;
    }

    private void add(IndicatorState state) {
        Indicator indicator = state.indicator();
        IndicatorId id = indicator.id();
        BlockId block = indicator.block();
        boolean needed = isNeeded(indicator);
        state.reading()
                .fold(
                        known -> facts.add(new Fact.Reading(
                                id,
                                block,
                                Uncertainty.of(indicator, known),
                                state.due(),
                                needed,
                                sample(known),
                                known.status(),
                                known.covers().isPresent(),
                                known.bound())),
                        unknown -> facts.add(new Fact.Unknown(
                                id,
                                block,
                                unknown.reason(),
                                months(state.unknownMonths()),
                                needed,
                                baseline(state),
                                judging.contains(id))));
        state.lastCount().ifPresent(count -> addLatest(state, count));
        if (!state.due()) {
            facts.add(new Fact.NotDue(id, block, needed));
        }
        state.comparison()
                .filter(comparison -> indicator.hasBetterSide())
                .filter(comparison -> !state.isStale() || comparison.estimate() == Estimate.WORSE)
                .ifPresent(comparison -> facts.add(comparison(
                        state, comparison, state.lastCount().orElseThrow().reading(), state.isStale())));
        state.earlier()
                .filter(earlier ->
                        indicator.hasBetterSide() && earlier.comparison().estimate() == Estimate.WORSE)
                .ifPresent(earlier -> facts.add(comparison(state, earlier.comparison(), earlier.reading(), true)));
        addParts(indicator, state.parts(), false);
        if (isStalePartAsked) {
            addParts(indicator, state.lastParts(), true);
        }
    }

    private void addParts(Indicator indicator, List<PartState> parts, boolean isStale) {
        Map<Dimension, Figure> outside = outside(parts);
        for (PartState part : parts) {
            facts.add(new Fact.Part(
                    indicator.id(),
                    indicator.block(),
                    part.dimension(),
                    part.name(),
                    part.figure(),
                    part.share(),
                    isOutside(part) ? requireNonNull(outside.get(part.dimension())) : Figure.of(Exact.ZERO),
                    part.authorised(),
                    priority(part),
                    isStale));
        }
    }

    private Fact comparison(IndicatorState state, Comparison comparison, Reading.Known reading, boolean stale) {
        Indicator indicator = state.indicator();
        return new Fact.Comparison(
                indicator.id(),
                indicator.block(),
                comparison.result(),
                comparison.estimate(),
                comparison.worstCase(),
                indicator.baselineNeed() == Indicator.BaselineNeed.NEEDED,
                judging.contains(indicator.id()),
                baseline(state),
                comparison.sides() == Comparison.Sides.ONE_SIDED,
                stale,
                Uncertainty.caveat(indicator, reading));
    }

    private BudgetPeriod budget() {
        return assessment
                .scorecard()
                .budget()
                .filter(given -> given.isFor(assessment.month()))
                .map(given -> given.months() == 1 ? BudgetPeriod.MONTH : BudgetPeriod.MONTHS)
                .orElse(BudgetPeriod.NOT_GIVEN);
    }

    private static Optional<Figure> sample(Reading.Known known) {
        return known.sample().map(Figure::of);
    }

    private Priority priority(PartState part) {
        if (part.authorised() == Authorised.NOT_APPLICABLE) {
            return Priority.NOT_APPLICABLE;
        }
        return priorities.contains(part.name()) ? Priority.YES : Priority.NO;
    }

    private Figure age(YearMonth month) {
        return months(ChronoUnit.MONTHS.between(month, assessment.month()));
    }

    /** What still stands of an earlier reading is as uncertain as the one that does not exclude it. */
    private void addLatest(IndicatorState state, LastCount count) {
        Indicator indicator = state.indicator();
        boolean needed = isNeeded(indicator);
        Figure last = Uncertainty.of(indicator, count.reading());
        facts.add(new Fact.Latest(
                indicator.id(),
                indicator.block(),
                last,
                state.due(),
                needed,
                state.isStale(),
                count.afterUnknown(),
                sample(count.reading()),
                age(count.month()),
                count.reading().status(),
                count.reading().covers().isPresent(),
                count.reading().bound(),
                count.reading(),
                count.month()));
        count.standing()
                .forEach(standing -> facts.add(new Fact.Latest(
                        indicator.id(),
                        indicator.block(),
                        new Figure(standing.value(), last.least(), last.most()),
                        state.due(),
                        needed,
                        true,
                        count.afterUnknown(),
                        sample(standing.from()),
                        age(standing.month()),
                        standing.from().status(),
                        standing.from().covers().isPresent(),
                        standing.from().bound(),
                        standing.from(),
                        standing.month())));
    }

    private static BaselineState baseline(IndicatorState state) {
        return state.baseline()
                .map(given -> given.fold(defined -> BaselineState.DEFINED, undefined -> BaselineState.UNDEFINED))
                .orElse(BaselineState.NOT_GIVEN);
    }

    private static boolean isOutside(PartState part) {
        boolean named = part.authorised() == Authorised.NO || part.name().equals(Breakdown.UNASSIGNED);
        return named && part.figure().most().signum() > 0;
    }

    /** What is outside together, by dimension. */
    private static Map<Dimension, Figure> outside(List<PartState> parts) {
        Map<Dimension, Figure> together = new EnumMap<>(Dimension.class);
        for (PartState part : parts) {
            if (isOutside(part)) {
                together.merge(part.dimension(), part.share(), Uncertainty::plus);
            }
        }
        return together;
    }
}
