package dev.roi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Baseline;
import dev.roi.core.Block;
import dev.roi.core.BlockId;
import dev.roi.core.Breakdown;
import dev.roi.core.Dimension;
import dev.roi.core.Direction;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.IndicatorSet;
import dev.roi.core.Level;
import dev.roi.core.Nature;
import dev.roi.core.Portfolio;
import dev.roi.core.Range;
import dev.roi.core.Reading;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.ScorecardCheck;
import dev.roi.core.Snapshot;
import dev.roi.core.Unit;
import dev.roi.core.UnknownReason;
import dev.roi.core.Workflow;
import dev.roi.rules.Engine;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

class ScorecardArbitrariesTest {

    private static final Engine ENGINE = Engine.builtIn("coding-agent");
    private static final ScorecardArbitraries ARBITRARIES = ScorecardArbitraries.of(ENGINE.policy());
    private static final IndicatorSet OTHERS = others();

    @Provide
    Arbitrary<Scorecard> scorecards() {
        return ARBITRARIES.scorecards();
    }

    @Provide
    Arbitrary<Scorecard> shaped() {
        return Arbitraries.of(Shape.class).flatMap(ARBITRARIES::scorecards);
    }

    @Provide
    Arbitrary<Scorecard> withoutLimits() {
        return ScorecardArbitraries.of(ENGINE.indicators()).scorecards();
    }

    @Provide
    Arbitrary<Scorecard> ofOthers() {
        return ScorecardArbitraries.of(OTHERS).scorecards();
    }

    @Provide
    Arbitrary<Portfolio> portfolios() {
        return ARBITRARIES.portfolios();
    }

    @Provide
    Arbitrary<Snapshot> snapshots() {
        return ARBITRARIES.snapshots();
    }

    @Property(tries = 1000, seed = "101")
    void scorecards_are_valid_and_have_what_makes_reviews_hard(@ForAll("scorecards") Scorecard scorecard) {
        assertValid(scorecard, ENGINE.indicators());
        collect("one month", scorecard.snapshots().size() == 1);
        collect("more than a year", scorecard.snapshots().size() > 12);
        collect("partial month", scorecard.snapshots().stream().anyMatch(month -> !month.isComplete()));
        collect("missing month", hasGap(scorecard));
        collect("first use before the first month", scorecard.firstUse().isBefore(first(scorecard)));
        collect("first use after the first month", scorecard.firstUse().isAfter(first(scorecard)));
        collect("nothing registered", scorecard.workflows().isEmpty());
        collect(
                "not authorised",
                scorecard.workflows().stream()
                        .anyMatch(workflow -> workflow.authorisation() == Workflow.Authorisation.NOT_AUTHORISED));
        for (UnknownReason reason : List.of(
                UnknownReason.NOT_INSTRUMENTED,
                UnknownReason.SCATTERED,
                UnknownReason.NOT_DUE,
                UnknownReason.NOT_REPORTED,
                UnknownReason.NO_CASES)) {
            collect(reason.word(), anyReading(scorecard, reading -> isUnknown(reading, reason)));
        }
        collect("uncertain", anyKnown(scorecard, known -> known.uncertainty().isPresent()));
        collect("counted", anyKnown(scorecard, known -> known.rate().isPresent()));
        collect("in another unit", anyKnown(scorecard, known -> known.unit().isPresent()));
        for (Dimension dimension :
                List.of(Dimension.WORKFLOW, Dimension.TEAM, Dimension.DESTINATION, Dimension.STAGE)) {
            collect(
                    "by " + dimension.word(),
                    anyKnown(scorecard, known -> known.by().containsKey(dimension)));
        }
        collect("with a rest", anyKnown(scorecard, ScorecardArbitrariesTest::hasRest));
        for (String id : List.of("lead-time", "sensitive-data-alerts", "monthly-cost")) {
            collect("uncertain in several months: " + id, uncertainMonths(scorecard, id) > 1);
        }
        collect(
                "uncertain after an unknown month",
                ENGINE.indicators().indicators().stream()
                        .anyMatch(indicator -> isUncertainAfterUnknown(scorecard, indicator.id())));
        collect(
                "no cases for three months",
                ENGINE.indicators().indicators().stream()
                        .anyMatch(indicator -> scorecard.snapshots().stream()
                                        .filter(month ->
                                                isUnknown(month.reading(indicator.id()), UnknownReason.NO_CASES))
                                        .count()
                                >= 3));
        collect("nothing delivered", anyReading(scorecard, "deployments", reading -> isKnown(reading, Exact.ZERO)));
        collect(
                "hours without destination",
                anyReading(
                        scorecard,
                        "reallocated-hours",
                        reading -> reading.known()
                                .filter(known -> known.by().isEmpty())
                                .isPresent()));
        collect(
                "hours with a baseline",
                scorecard.baselines().get(new IndicatorId("reallocated-hours")) instanceof Baseline.Defined);
        collect("work piles up", isAboveBaseline(scorecard, "work-in-progress"));
        collect("changes fail more often", isAboveBaseline(scorecard, "change-failure-rate"));
        collect("first use not given", scorecard.scope().firstUse().isEmpty());
        collect("definition changes", definitionChanges(scorecard));
        collect("definition on one side", definedOnOneSide(scorecard));
        collect("baseline undefined", anyBaseline(scorecard, base -> base instanceof Baseline.Undefined));
        collect("baseline of nought", anyBaseline(scorecard, base -> base.equals(Baseline.of(Exact.ZERO))));
        collect(
                "baseline missing",
                scorecard.baselines().size() < ENGINE.indicators().indicators().size());
    }

    private static void collect(String what, boolean found) {
        Statistics.label(what)
                .collect(found)
                .coverage(coverage -> coverage.check(true).percentage(share -> share >= 0.3));
    }

    private static YearMonth first(Scorecard scorecard) {
        return scorecard.snapshots().get(0).month();
    }

    private static boolean hasGap(Scorecard scorecard) {
        List<Snapshot> months = scorecard.snapshots();
        YearMonth last = months.get(months.size() - 1).month();
        return first(scorecard).plusMonths(months.size() - 1L).isBefore(last);
    }

    private static boolean anyReading(Scorecard scorecard, Predicate<Reading> kind) {
        return scorecard.snapshots().stream()
                .flatMap(month -> month.readings().values().stream())
                .anyMatch(kind);
    }

    private static boolean anyReading(Scorecard scorecard, String id, Predicate<Reading> kind) {
        return scorecard.snapshots().stream()
                .map(month -> month.reading(new IndicatorId(id)))
                .anyMatch(kind);
    }

    private static boolean isKnown(Reading reading, Exact value) {
        return reading.known().filter(known -> known.value().equals(value)).isPresent();
    }

    private static boolean isUncertain(Reading reading) {
        return reading.known().flatMap(Reading.Known::uncertainty).isPresent();
    }

    private static long uncertainMonths(Scorecard scorecard, String id) {
        return scorecard.snapshots().stream()
                .filter(month -> isUncertain(month.reading(new IndicatorId(id))))
                .count();
    }

    private static boolean isUncertainAfterUnknown(Scorecard scorecard, IndicatorId id) {
        List<Reading> readings =
                scorecard.snapshots().stream().map(month -> month.reading(id)).toList();
        return isUncertain(readings.get(readings.size() - 1))
                && readings.stream().anyMatch(reading -> reading.known().isEmpty());
    }

    private static boolean isAboveBaseline(Scorecard scorecard, String id) {
        return scorecard.baselines().get(new IndicatorId(id)) instanceof Baseline.Defined base
                && anyReading(
                        scorecard,
                        id,
                        reading -> reading.known()
                                .filter(known -> known.value().isAbove(base.value()))
                                .isPresent());
    }

    private static boolean anyKnown(Scorecard scorecard, Predicate<Reading.Known> kind) {
        return anyReading(scorecard, reading -> reading.known().filter(kind).isPresent());
    }

    private static boolean isUnknown(Reading reading, UnknownReason reason) {
        return reading.fold(known -> false, unknown -> unknown.reason() == reason);
    }

    private static boolean hasRest(Reading.Known known) {
        return known.by().values().stream().anyMatch(parts -> parts.containsKey(Breakdown.UNASSIGNED));
    }

    private static boolean anyBaseline(Scorecard scorecard, Predicate<Baseline> kind) {
        return scorecard.baselines().values().stream().anyMatch(kind);
    }

    private static boolean definitionChanges(Scorecard scorecard) {
        return ENGINE.indicators().indicators().stream().anyMatch(indicator -> {
            Set<Optional<String>> definitions = new HashSet<>();
            scorecard
                    .snapshots()
                    .forEach(month -> month.reading(indicator.id())
                            .known()
                            .ifPresent(known -> definitions.add(known.definition())));
            return definitions.size() > 1;
        });
    }

    private static boolean definedOnOneSide(Scorecard scorecard) {
        Snapshot last = scorecard.snapshots().get(scorecard.snapshots().size() - 1);
        return scorecard.baselines().entrySet().stream()
                .anyMatch(entry -> entry.getValue() instanceof Baseline.Defined baseline
                        && last.reading(entry.getKey())
                                .known()
                                .filter(known -> known.definition().isPresent()
                                        != baseline.definition().isPresent())
                                .isPresent());
    }

    private static void assertValid(Scorecard scorecard, IndicatorSet indicators) {
        assertThat(ScorecardCheck.faults(scorecard, indicators)).isEmpty();
        assertThat(scorecard.completeMonths()).isNotEmpty();
        assertThat(scorecard.snapshots()).hasSizeBetween(1, 24);
    }

    @Property(tries = 700, seed = "102")
    void scorecards_of_every_shape_are_valid(@ForAll("shaped") Scorecard scorecard) {
        assertValid(scorecard, ENGINE.indicators());
    }

    @Property(tries = 300, seed = "103")
    void scorecards_need_nothing_but_the_indicators(@ForAll("withoutLimits") Scorecard scorecard) {
        assertValid(scorecard, ENGINE.indicators());
    }

    @Property(tries = 1000, seed = "104")
    void scorecards_of_other_indicators_are_valid(@ForAll("ofOthers") Scorecard scorecard) {
        assertValid(scorecard, OTHERS);
    }

    @Property(tries = 200, seed = "105")
    void scopes_of_a_portfolio_are_valid_and_one_to_five(@ForAll("portfolios") Portfolio portfolio) {
        assertThat(portfolio.scorecards()).hasSizeBetween(1, 5);
        portfolio.scorecards().forEach(scorecard -> assertValid(scorecard, ENGINE.indicators()));
    }

    @Property(tries = 300, seed = "106")
    void months_are_valid(@ForAll("snapshots") Snapshot snapshot) {
        Scorecard alone =
                Scorecard.of(Scope.of(Level.TEAM, "any")).snapshot(snapshot).build();
        assertThat(ScorecardCheck.faults(alone, ENGINE.indicators())).isEmpty();
    }

    @Property(tries = 1000, seed = "107")
    void readings_of_every_indicator_are_valid(@ForAll("indicatorsWithReadings") Map.Entry<Indicator, Reading> pair) {
        IndicatorId id = pair.getKey().id();
        Scorecard alone = Scorecard.of(Scope.of(Level.TEAM, "any"))
                .snapshot(Snapshot.complete(YearMonth.of(2026, 1), Map.of(id, pair.getValue())))
                .build();
        assertThat(ScorecardCheck.faults(alone, OTHERS)).isEmpty();
    }

    @Provide
    Arbitrary<Map.Entry<Indicator, Reading>> indicatorsWithReadings() {
        ScorecardArbitraries arbitraries = ScorecardArbitraries.of(OTHERS);
        return Arbitraries.of(OTHERS.indicators())
                .flatMap(indicator ->
                        arbitraries.readings(indicator.id()).map(reading -> Map.entry(indicator, reading)));
    }

    @Property(tries = 100, seed = "108")
    void every_smaller_scorecard_is_smaller_and_valid(@ForAll("scorecards") Scorecard scorecard) {
        ARBITRARIES.shrinker().than(scorecard).limit(200).forEach(smaller -> {
            assertValid(smaller, ENGINE.indicators());
            assertThat(ScorecardShrinker.size(smaller)).isLessThan(ScorecardShrinker.size(scorecard));
        });
    }

    @Test
    void what_matters_is_all_that_is_left_of_a_shrunk_scorecard() {
        IndicatorId incidents = new IndicatorId("incidents");
        Predicate<Scorecard> fails = scorecard -> scorecard.snapshots().stream()
                .anyMatch(month -> month.reading(incidents)
                        .known()
                        .filter(known -> known.value().isAbove(Exact.of(7)))
                        .isPresent());
        Scorecard drawn =
                ARBITRARIES.generator().next(new java.util.Random(5), Shape.FALLING, Scope.of(Level.TEAM, "a"));
        assertThat(fails.test(drawn)).isTrue();

        Scorecard smallest = drawn;
        for (Optional<Scorecard> next = Optional.of(drawn); next.isPresent(); ) {
            smallest = next.get();
            next = ARBITRARIES.shrinker().than(smallest).filter(fails).findFirst();
        }

        assertThat(smallest)
                .isEqualTo(Scorecard.of(Scope.of(Level.WORKFLOW, "a"))
                        .snapshot(Snapshot.complete(
                                smallest.snapshots().get(0).month(), Map.of(incidents, Reading.of("10"))))
                        .build());
    }

    /** Indicators of kinds that the built-in policy has not: a target, negative values, parts of a mean, counted parts. */
    private static IndicatorSet others() {
        Range share = Range.between(Exact.ZERO, Exact.HUNDRED);
        Range counts = new Range(Optional.of(Exact.ZERO), Optional.empty());
        return new IndicatorSet(
                List.of(new Block(new BlockId("all"), List.of(new IndicatorId("mood")))),
                List.of(
                        indicator("mood", "points", Range.between(Exact.of(-1), Exact.ONE), Direction.HIGHER_IS_BETTER),
                        indicator(
                                "score",
                                "points",
                                Range.between(Exact.of(-100), Exact.HUNDRED),
                                Direction.HIGHER_IS_BETTER),
                        aimed("handover", Range.between(Exact.of(10), Exact.of(20)), share),
                        brokenDown(
                                whole("requests", counts),
                                new Breakdown(Dimension.OUTCOME, List.of("automated", "handed-over")),
                                Optional.empty()),
                        brokenDown(
                                whole("requests-by-team", counts),
                                new Breakdown(Dimension.TEAM, List.of()),
                                Optional.of(new IndicatorId("requests"))),
                        brokenDown(
                                indicator("weekly-share", "percent", share, Direction.HIGHER_IS_BETTER),
                                new Breakdown(Dimension.DEPARTMENT, List.of()),
                                Optional.empty()),
                        indicator("drift", "percent", Range.ANY, Direction.LOWER_IS_BETTER)));
    }

    private static Indicator indicator(String id, String unit, Range range, Direction direction) {
        return new Indicator(
                new IndicatorId(id),
                new BlockId("all"),
                new Unit(unit),
                range,
                Indicator.Counting.MEASURED,
                direction,
                Optional.empty(),
                Nature.OUTCOME,
                2,
                Exact.of(10),
                Indicator.BaselineNeed.NEEDED,
                Indicator.ExtendNeed.NEEDED,
                unit.equals("percent") || unit.equals("points")
                        ? Indicator.Additivity.ENCLOSES
                        : Indicator.Additivity.ADDS_UP,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Indicator aimed(String id, Range target, Range range) {
        Indicator plain = indicator(id, "percent", range, Direction.CONTEXT);
        return changed(
                plain,
                Direction.TARGET_RANGE,
                Optional.of(target),
                plain.counting(),
                Optional.empty(),
                Optional.empty());
    }

    private static Indicator whole(String id, Range range) {
        Indicator plain = indicator(id, "count", range, Direction.CONTEXT);
        return changed(
                plain,
                plain.direction(),
                Optional.empty(),
                Indicator.Counting.WHOLE,
                Optional.empty(),
                Optional.empty());
    }

    private static Indicator brokenDown(Indicator plain, Breakdown breakdown, Optional<IndicatorId> whole) {
        return changed(plain, plain.direction(), plain.target(), plain.counting(), Optional.of(breakdown), whole);
    }

    private static Indicator changed(
            Indicator plain,
            Direction direction,
            Optional<Range> target,
            Indicator.Counting counting,
            Optional<Breakdown> breakdown,
            Optional<IndicatorId> partOf) {
        return new Indicator(
                plain.id(),
                plain.block(),
                plain.unit(),
                plain.range(),
                counting,
                direction,
                target,
                plain.nature(),
                plain.lagMonths(),
                plain.tolerance(),
                plain.baselineNeed(),
                plain.extendNeed(),
                plain.additivity(),
                breakdown,
                partOf,
                plain.growsOver());
    }
}
