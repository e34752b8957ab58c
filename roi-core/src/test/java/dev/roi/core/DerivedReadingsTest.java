package dev.roi.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a scorecard says without writing it down. */
class DerivedReadingsTest {

    private static final IndicatorId REQUESTS = new IndicatorId("requests");
    private static final IndicatorId AUTOMATED = new IndicatorId("automated-share");
    private static final IndicatorId HANDED_OVER = new IndicatorId("handed-over-share");
    private static final IndicatorId RETURN = new IndicatorId("return");
    private static final IndicatorId AVOIDED = new IndicatorId("avoided-cost");
    private static final IndicatorId COST = new IndicatorId("monthly-cost");
    private static final IndicatorId TIME = new IndicatorId("answer-time");

    private static Scorecard scorecard(Map<IndicatorId, Reading> readings) {
        return Scorecard.of(Scope.of(Level.TEAM, "a"))
                .currency("EUR")
                .snapshot(Snapshot.complete(YearMonth.of(2026, 1), readings))
                .build();
    }

    private static Reading implied(IndicatorId id, Map<IndicatorId, Reading> readings) {
        return DerivedReadings.complete(scorecard(readings), SmallPolicy.indicators())
                .snapshots()
                .get(0)
                .reading(id);
    }

    private static boolean isRefused(Map<IndicatorId, Reading> readings) {
        return !ScorecardCheck.faults(scorecard(readings), SmallPolicy.indicators())
                .isEmpty();
    }

    private static Reading requests(String all, String... namesAndValues) {
        Map<String, Reading.Part> parts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parts.put(namesAndValues[i], Reading.Part.of(Exact.of(namesAndValues[i + 1])));
        }
        return Reading.of(all).by(Dimension.OUTCOME, parts);
    }

    private static Exact value(Reading reading) {
        return reading.known().orElseThrow().value();
    }

    @Test
    void a_share_is_computed_exactly_where_the_whole_is_broken_down() {
        Map<IndicatorId, Reading> readings = Map.of(REQUESTS, requests("3", "automated", "2", "abandoned", "1"));

        assertThat(value(implied(AUTOMATED, readings))).isEqualTo(Exact.ratio(Exact.of(200), Exact.of(3)));
        assertThat(value(implied(HANDED_OVER, readings))).isEqualTo(Exact.ZERO);
    }

    @Test
    void a_whole_without_parts_gives_no_share() {
        Map<IndicatorId, Reading> readings = Map.of(REQUESTS, Reading.of("3"));

        assertThat(implied(AUTOMATED, readings)).isEqualTo(Reading.unknown(UnknownReason.NOT_REPORTED));
    }

    @Test
    void of_nothing_there_is_no_share() {
        Map<IndicatorId, Reading> readings = Map.of(REQUESTS, requests("0", "automated", "0"));

        assertThat(implied(AUTOMATED, readings)).isEqualTo(Reading.unknown(UnknownReason.NO_CASES));
    }

    @Test
    void a_rest_that_may_be_anything_settles_no_share_and_bounds_the_one_that_is_given() {
        Reading rest = requests("100", "automated", "60", "handed-over", "10", "unassigned", "30");

        assertThat(implied(AUTOMATED, Map.of(REQUESTS, rest))).isEqualTo(Reading.unknown(UnknownReason.NOT_REPORTED));
        assertThat(value(implied(AUTOMATED, Map.of(REQUESTS, rest, AUTOMATED, Reading.of("75")))))
                .isEqualTo(Exact.of(75));
        assertThat(isRefused(Map.of(REQUESTS, rest, AUTOMATED, Reading.of("60"))))
                .isFalse();
        assertThat(isRefused(Map.of(REQUESTS, rest, AUTOMATED, Reading.of("90"))))
                .isFalse();
        assertThat(isRefused(Map.of(REQUESTS, rest, AUTOMATED, Reading.of("59.4"))))
                .isTrue();
        assertThat(isRefused(Map.of(REQUESTS, rest, AUTOMATED, Reading.of("90.6"))))
                .isTrue();
    }

    @Test
    void a_given_value_may_be_rounded_by_half_a_unit_of_its_last_decimal_and_no_more() {
        Reading two = requests("3", "automated", "2", "abandoned", "1");

        assertThat(isRefused(Map.of(REQUESTS, two, AUTOMATED, Reading.of("67"))))
                .isFalse();
        assertThat(isRefused(Map.of(REQUESTS, two, AUTOMATED, Reading.of("66.7"))))
                .isFalse();
        assertThat(isRefused(Map.of(REQUESTS, two, AUTOMATED, Reading.of("66.6"))))
                .isTrue();
        assertThat(isRefused(Map.of(REQUESTS, two, AUTOMATED, Reading.of("66"))))
                .isTrue();
        assertThat(isRefused(Map.of(REQUESTS, two, AUTOMATED, Reading.rate(Exact.of(667), Exact.of(1000)))))
                .isTrue();
    }

    @Test
    void a_computed_value_takes_the_place_of_a_rounded_one_and_keeps_what_else_is_said_of_it() {
        Reading.Known given = Reading.of("67").noted("from the log").within(Exact.ONE);

        Reading.Known implied = implied(
                        AUTOMATED,
                        Map.of(REQUESTS, requests("3", "automated", "2", "abandoned", "1"), AUTOMATED, given))
                .known()
                .orElseThrow();

        assertThat(implied.value()).isEqualTo(Exact.ratio(Exact.of(200), Exact.of(3)));
        assertThat(implied.note()).contains("from the log");
        assertThat(implied.uncertainty()).contains(Exact.ONE);
    }

    @Test
    void what_can_be_computed_is_known_whatever_is_said_of_it() {
        Map<IndicatorId, Reading> readings = Map.of(
                REQUESTS,
                requests("4", "automated", "1", "abandoned", "3"),
                AUTOMATED,
                new Reading.Unknown(UnknownReason.NOT_INSTRUMENTED, Optional.of("no dashboard")));

        Reading.Known implied = implied(AUTOMATED, readings).known().orElseThrow();

        assertThat(implied.value()).isEqualTo(Exact.of(25));
        assertThat(implied.note()).contains("no dashboard");
    }

    @Test
    void a_gain_over_a_cost_is_known_where_both_are() {
        assertThat(value(implied(RETURN, Map.of(AVOIDED, Reading.of("9000"), COST, Reading.of("5000")))))
                .isEqualTo(Exact.of(80));
        assertThat(value(implied(RETURN, Map.of(AVOIDED, Reading.of("0"), COST, Reading.of("3")))))
                .isEqualTo(Exact.of(-100));
        assertThat(value(implied(RETURN, Map.of(AVOIDED, Reading.of("4"), COST, Reading.of("3")))))
                .isEqualTo(Exact.ratio(Exact.of(100), Exact.of(3)));
        assertThat(implied(RETURN, Map.of(AVOIDED, Reading.of("9000"))))
                .isEqualTo(Reading.unknown(UnknownReason.NOT_REPORTED));
        assertThat(implied(RETURN, Map.of(COST, Reading.of("9000"))))
                .isEqualTo(Reading.unknown(UnknownReason.NOT_REPORTED));
    }

    @Test
    void a_return_that_is_given_without_what_it_is_computed_from_is_not_known() {
        assertThat(implied(RETURN, Map.of(RETURN, Reading.of("300"))))
                .isEqualTo(Reading.unknown(UnknownReason.WITHOUT_BASIS));
        assertThat(implied(RETURN, Map.of(RETURN, Reading.of("300"), COST, Reading.of("10"))))
                .isEqualTo(Reading.unknown(UnknownReason.WITHOUT_BASIS));
    }

    @Test
    void what_costs_nothing_has_no_return() {
        Map<IndicatorId, Reading> readings = Map.of(AVOIDED, Reading.of("9000"), COST, Reading.of("0"));

        assertThat(implied(RETURN, readings)).isEqualTo(Reading.unknown(UnknownReason.NO_CASES));
    }

    @Test
    void a_gain_in_another_currency_than_its_cost_gives_no_return() {
        Map<IndicatorId, Reading> readings =
                Map.of(AVOIDED, Reading.of("9000").in(new Unit("USD")), COST, Reading.of("5000"));

        assertThat(implied(RETURN, readings)).isEqualTo(Reading.unknown(UnknownReason.NOT_REPORTED));
        assertThat(value(implied(
                        RETURN, Map.of(AVOIDED, Reading.of("9000").in(new Unit("EUR")), COST, Reading.of("5000")))))
                .isEqualTo(Exact.of(80));
    }

    @Test
    void a_return_is_as_uncertain_as_what_it_is_computed_from() {
        Map<IndicatorId, Reading> readings =
                Map.of(AVOIDED, Reading.of("9000").within(Exact.of(500)), COST, Reading.of("5000"));

        Reading.Known implied = implied(RETURN, readings).known().orElseThrow();

        assertThat(implied.value()).isEqualTo(Exact.of(80));
        assertThat(implied.uncertainty()).contains(Exact.of(10));
        Map<IndicatorId, Reading> costsNothingPerhaps =
                Map.of(AVOIDED, Reading.of("9000"), COST, Reading.of("5000").within(Exact.of(5000)));
        assertThat(implied(RETURN, costsNothingPerhaps)).isEqualTo(Reading.unknown(UnknownReason.NOT_REPORTED));
    }

    @Test
    void a_definition_that_is_not_given_is_the_usual_one() {
        Scorecard scorecard = Scorecard.of(Scope.of(Level.TEAM, "a"))
                .baseline(TIME, Baseline.of("9"))
                .snapshot(Snapshot.complete(
                        YearMonth.of(2026, 1), Map.of(TIME, Reading.of("8"), AUTOMATED, Reading.of("50"))))
                .snapshot(Snapshot.complete(
                        YearMonth.of(2026, 2), Map.of(TIME, Reading.of("8").definedAs("p95"))))
                .build();

        Scorecard implied = DerivedReadings.complete(scorecard, SmallPolicy.indicators());

        assertThat(implied.baselines()).containsEntry(TIME, Baseline.of("9").definedAs("mean"));
        assertThat(implied.snapshots().get(0).reading(TIME))
                .isEqualTo(Reading.of("8").definedAs("mean"));
        assertThat(implied.snapshots().get(0).reading(AUTOMATED)).isEqualTo(Reading.of("50"));
        assertThat(implied.snapshots().get(1).reading(TIME))
                .isEqualTo(Reading.of("8").definedAs("p95"));
    }

    @Test
    void shares_of_one_whole_may_be_everything_together_and_no_more() {
        assertThat(isRefused(Map.of(AUTOMATED, Reading.of("80"), HANDED_OVER, Reading.of("20"))))
                .isFalse();
        assertThat(isRefused(Map.of(AUTOMATED, Reading.of("80"), HANDED_OVER, Reading.of("20.1"))))
                .isTrue();
    }
}
