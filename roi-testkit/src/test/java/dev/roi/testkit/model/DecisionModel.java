package dev.roi.testkit.model;

import dev.roi.core.Baseline;
import dev.roi.core.Decision;
import dev.roi.core.Direction;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.IndicatorSet;
import dev.roi.core.LeverId;
import dev.roi.core.Scorecard;
import dev.roi.core.ThresholdId;
import dev.roi.rules.Engine;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * How the built-in policies come to a decision, in plain Java, written from the laws and the tables of indicators and
 * thresholds: an oracle for the rules. Numbers are the policy's own.
 */
abstract class DecisionModel {

    private final Engine policy;
    private final IndicatorSet indicators;

    DecisionModel(Engine policy) {
        this.policy = policy;
        this.indicators = policy.indicators();
    }

    static DecisionModel of(Engine engine) {
        String policy = engine.policy().ref().id().value();
        return switch (policy) {
            case "coding-agent" -> new CodingAgentModel(engine);
            case "assistant" -> new AssistantModel(engine);
            default -> throw new IllegalArgumentException("no model of policy (%s)".formatted(policy));
        };
    }

    static IndicatorId id(String name) {
        return new IndicatorId(name);
    }

    final Exact limit(String threshold) {
        return policy.policy().limit(new ThresholdId(threshold));
    }

    final int months(String threshold) {
        return limit(threshold).comparable().intValueExact();
    }

    final Answer answer(Scorecard scorecard, YearMonth month) {
        Month reviewed = month(new Sheet(scorecard, indicators, cases()), month);
        reviewed.judge();
        return reviewed.answer();
    }

    /** Of what an indicator is a share or the cost, where the policy measures that. */
    abstract Map<IndicatorId, IndicatorId> cases();

    abstract Month month(Sheet sheet, YearMonth month);

    /**
     * How a figure compares with its baseline.
     *
     * @param better it is better, beyond tolerance
     * @param worse it is worse, beyond tolerance
     */
    record Comparison(Told better, Told worse) {
        static final Comparison UNKNOWN = new Comparison(Told.UNKNOWN, Told.UNKNOWN);
    }

    /** What a run of months comes to: as many as surely belong to it, and as many as may. */
    record Run(int sure, int possible) {}

    /** The reviewed month, and the reasons found so far. */
    abstract class Month {

        final Sheet sheet;
        final YearMonth month;
        private final Set<LeverId> levers = new TreeSet<>();
        private final Map<Obstacle, Set<IndicatorId>> obstacles = new EnumMap<>(Obstacle.class);
        private boolean stops;

        Month(Sheet sheet, YearMonth month) {
            this.sheet = sheet;
            this.month = month;
        }

        /** The blocks whose months stop a scope. */
        abstract List<String> judgedBlocks();

        /** The block that has to improve before a scope is extended. */
        abstract String leadingBlock();

        abstract void judgeByThePolicy();

        void judge() {
            judgeNeeds();
            judgeByThePolicy();
            judgeBadMonths();
            judgeGoodMonths();
        }

        Answer answer() {
            Decision decision = stops
                    ? Decision.STOP
                    : !levers.isEmpty() ? Decision.ADJUST : obstacles.isEmpty() ? Decision.EXTEND : Decision.MAINTAIN;
            return new Answer(decision, levers, obstacles);
        }

        void stop(Obstacle obstacle, IndicatorId... about) {
            stops = true;
            block(obstacle, about);
        }

        void adjust(String lever, Obstacle obstacle, IndicatorId... about) {
            levers.add(new LeverId(lever));
            block(obstacle, about);
        }

        void block(Obstacle obstacle, IndicatorId... about) {
            obstacles.computeIfAbsent(obstacle, none -> new TreeSet<>()).addAll(List.of(about));
        }

        /** Blocks where something bad is so, as the figures are given, or may be so. */
        void block(Told bad, Obstacle obstacle, IndicatorId about) {
            if (bad.possible()) {
                block(bad.apparent() ? obstacle : Obstacle.UNDETERMINED, about);
            }
        }

        // --- laws 3 and 5: what extending depends on

        private void judgeNeeds() {
            for (Indicator indicator : indicators.indicators()) {
                if (indicator.extendNeed() == Indicator.ExtendNeed.NEEDED) {
                    judgeNeed(indicator.id());
                }
                if (indicator.baselineNeed() == Indicator.BaselineNeed.NEEDED) {
                    judgeComparison(indicator.id());
                }
            }
        }

        private void judgeNeed(IndicatorId id) {
            Optional<Absence> absence = sheet.absence(month, id);
            if (absence.isPresent()) {
                miss(id, absence.get());
            } else if (!sheet.isDue(month, id)) {
                block(Obstacle.NOT_DUE, id);
            }
        }

        /** Says that a figure is missing which might have spoken against extending. */
        void miss(IndicatorId id, Absence absence) {
            switch (absence) {
                case UNKNOWN -> adjust("instrumentation", Obstacle.UNKNOWN, id);
                case NOT_DUE -> block(Obstacle.NOT_DUE, id);
                case NO_CASES -> {
                    block(Obstacle.NO_CASES, id);
                    if (sheet.hasLongHadNoCases(month, id)) {
                        adjust("instrumentation", Obstacle.NO_CASES, id);
                    }
                }
            }
        }

        private void judgeComparison(IndicatorId id) {
            Optional<Figure> figure = sheet.figure(month, id);
            if (figure.isEmpty()) {
                return;
            }
            if (baseline(id).isPresent() && isComparable(figure.get(), id)) {
                block(compare(month, id).orElseThrow().worse(), Obstacle.WORSE_THAN_BASELINE, id);
            } else {
                adjust("instrumentation", Obstacle.NO_COMPARABLE_BASELINE, id);
            }
        }

        // --- comparisons

        Optional<Baseline.Defined> baseline(IndicatorId id) {
            return Optional.ofNullable(sheet.scorecard().baselines().get(id))
                    .flatMap(baseline ->
                            baseline.<Optional<Baseline.Defined>>fold(Optional::of, undefined -> Optional.empty()));
        }

        boolean isBaselineGivenAsUnknown(IndicatorId id) {
            return sheet.scorecard().baselines().containsKey(id) && baseline(id).isEmpty();
        }

        private boolean isComparable(Figure figure, IndicatorId id) {
            Optional<String> definition =
                    baseline(id).orElseThrow().definition().or(() -> sheet.usualDefinition(id));
            return definition.isEmpty() || figure.definition().isEmpty() || definition.equals(figure.definition());
        }

        /** Compares a month's figure; nothing where there is no baseline to compare with. */
        Optional<Comparison> compare(YearMonth at, IndicatorId id) {
            return baseline(id)
                    .map(baseline -> Optional.of(at)
                            .filter(sheet::isComplete)
                            .flatMap(complete -> comparable(complete, id))
                            .filter(figure -> isComparable(figure, id))
                            .map(figure -> compare(figure, baseline.value(), sheet.indicator(id)))
                            .orElse(Comparison.UNKNOWN));
        }

        /** Returns the figure that counts when a month is compared with a baseline. */
        Optional<Figure> comparable(YearMonth at, IndicatorId id) {
            return sheet.figure(at, id);
        }

        private static Comparison compare(Figure figure, Exact baseline, Indicator indicator) {
            Exact room = baseline.magnitude().times(indicator.tolerance()).dividedBy(Exact.HUNDRED);
            Told above = figure.isAbove(baseline.plus(room));
            Told below = figure.isBelow(baseline.minus(room));
            return indicator.direction() == Direction.HIGHER_IS_BETTER
                    ? new Comparison(above, below)
                    : new Comparison(below, above);
        }

        /** Tells whether the last figure was worse than its baseline: an alarm that went dark stays one. */
        Told latestWorse(IndicatorId id) {
            return sheet.latestMonth(month, id)
                    .flatMap(at -> compare(at, id))
                    .map(Comparison::worse)
                    .orElse(Told.NO);
        }

        Told latest(IndicatorId id, Function<Figure, Told> question) {
            return sheet.latest(month, id).map(question).orElse(Told.NO);
        }

        // --- limits

        /** Adjusts where a figure is over a limit, or one of before may still be; blocks where it may be. */
        void alarm(String lever, Obstacle obstacle, IndicatorId id, Function<Figure, Told> isOver) {
            Sheet.Alarm alarm = sheet.alarm(month, id, isOver);
            if (alarm.told().apparent()) {
                adjust(lever, obstacle, id);
            } else if (alarm.told().possible() && alarm.mayBeHidden()) {
                adjust("instrumentation", Obstacle.UNDETERMINED, id);
            } else {
                block(alarm.told(), obstacle, id);
            }
        }

        // --- blocks

        /** Tells whether an outcome misses its objective; nothing where it has none. */
        Optional<Told> missesObjective(YearMonth at, IndicatorId id) {
            return Optional.empty();
        }

        private List<IndicatorId> outcomes(String block) {
            return indicators.blocks().stream()
                    .filter(candidate -> candidate.id().value().equals(block))
                    .flatMap(candidate -> candidate.judgedBy().stream())
                    .toList();
        }

        /** Compares each outcome of a block that has a baseline. */
        private List<Comparison> comparisons(YearMonth at, String block) {
            List<Comparison> comparisons = new ArrayList<>();
            for (IndicatorId id : outcomes(block)) {
                compare(at, id)
                        .map(compared -> missesObjective(at, id)
                                .map(missed -> new Comparison(
                                        compared.better(), compared.worse().and(missed)))
                                .orElse(compared))
                        .ifPresent(comparisons::add);
            }
            return comparisons;
        }

        final Told improved(YearMonth at, String block) {
            List<Comparison> all = comparisons(at, block);
            List<Told> better = all.stream().map(Comparison::better).toList();
            List<Told> worse = all.stream().map(Comparison::worse).toList();
            return new Told(
                    Told.any(better, Told::sure) && !Told.any(worse, Told::possible),
                    Told.any(better, Told::apparent) && !Told.any(worse, Told::apparent),
                    Told.any(better, Told::possible) && !Told.any(worse, Told::sure));
        }

        final Told worse(YearMonth at, String block) {
            return comparisons(at, block).stream().map(Comparison::worse).reduce(Told.NO, Told::or);
        }

        /** Tells whether this month shows that some block improved: what might have improved is no observation. */
        final boolean hasResults() {
            return judgedBlocks().stream()
                    .anyMatch(block -> improved(month, block).sure());
        }

        /** Says which baselines are given as unknown, of outcomes that may not be worse when a scope is extended. */
        final void judgeUnknownBaselines(String block) {
            for (IndicatorId id : outcomes(block)) {
                if (isBaselineGivenAsUnknown(id)) {
                    block(Obstacle.BASELINE_UNKNOWN, id);
                }
            }
        }

        // --- months in a row

        /**
         * Counts back over months, as far as the scorecard goes, in which something bad was so. A month that is missing or
         * partial is one of which nothing is known; an undetermined one neither ends a run nor surely lengthens it.
         */
        final Run run(int from, Function<YearMonth, Told> bad) {
            int sure = 0;
            int possible = 0;
            for (YearMonth at = month;
                    sheet.age(at) >= from && !at.isBefore(sheet.firstMonth());
                    at = at.minusMonths(1)) {
                Told told = bad.apply(at);
                if (!told.possible()) {
                    break;
                }
                sure += told.sure() ? 1 : 0;
                possible++;
            }
            return new Run(sure, possible);
        }

        private Told isBackwards(YearMonth at) {
            List<Told> improved =
                    judgedBlocks().stream().map(block -> improved(at, block)).toList();
            Told worse = judgedBlocks().stream().map(block -> worse(at, block)).reduce(Told.NO, Told::or);
            return new Told(
                    worse.sure() && !Told.any(improved, Told::possible),
                    worse.apparent() && !Told.any(improved, Told::apparent),
                    worse.possible() && !Told.any(improved, Told::sure));
        }

        private void judgeBadMonths() {
            Run run = run(months("ramp-up.months"), this::isBackwards);
            if (run.sure() >= months("stop.months")) {
                stop(Obstacle.GOING_BACKWARDS);
            } else if (run.possible() >= months("stop.months")) {
                adjust("instrumentation", Obstacle.GOING_BACKWARDS);
            }
        }

        private void judgeGoodMonths() {
            for (int back = 0; back < months("extend.months"); back++) {
                YearMonth at = month.minusMonths(back);
                if (!sheet.isWhole(at) || !improved(at, leadingBlock()).sure()) {
                    block(Obstacle.TOO_FEW_GOOD_MONTHS);
                }
            }
        }

        // --- law 8

        /** Judges a budget; tells whether it may yet be too much of it. */
        final void judgeBudget() {
            IndicatorId budget = id("budget-consumed");
            if (hasResults()) {
                return;
            }
            alarm(
                    "budget",
                    Obstacle.BUDGET_AHEAD_OF_PLAN,
                    id("budget-pace"),
                    figure -> figure.isAbove(limit("budget.pace")));
            alarm(
                    "budget",
                    Obstacle.BUDGET_WITHOUT_RESULTS,
                    budget,
                    figure -> figure.isAtLeast(limit("budget.consumed")));
            sheet.absence(month, budget)
                    .filter(absence -> absence != Absence.NO_CASES)
                    .ifPresent(absence -> miss(budget, absence));
        }
    }
}
