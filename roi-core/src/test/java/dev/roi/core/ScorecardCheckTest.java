package dev.roi.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the check says of scorecards built in Java; what it says of files is pinned with the reader. */
class ScorecardCheckTest {

    private static final Scope SCOPE = Scope.of(Level.TEAM, "a");

    private static String faults(Scorecard scorecard) {
        return ScorecardCheck.faults(scorecard, SmallPolicy.indicators()).stream()
                .map(Fault::toString)
                .collect(Collectors.joining("\n"));
    }

    private static String faults(String indicator, Reading reading) {
        return faults(Map.of(new IndicatorId(indicator), reading));
    }

    private static String faults(Map<IndicatorId, Reading> readings) {
        return faults(Scorecard.of(SCOPE)
                .currency("EUR")
                .snapshot(Snapshot.complete(YearMonth.of(2026, 1), readings))
                .build());
    }

    private static Reading.Known rate(int numerator, int denominator) {
        return Reading.rate(Exact.of(numerator), Exact.of(denominator)).known().orElseThrow();
    }

    private static Reading.Part part(String value) {
        return Reading.Part.of(Exact.of(value));
    }

    private static Reading.Part part(int numerator, int denominator) {
        return Reading.Part.of(new Reading.Rate(Exact.of(numerator), Exact.of(denominator)));
    }

    @Test
    void what_the_policy_allows_has_no_fault() {
        assertThat(faults(Map.of(
                        new IndicatorId("lead-time"),
                        Reading.of("0"),
                        new IndicatorId("adoption-rate"),
                        Reading.of("100"),
                        new IndicatorId("nps"),
                        Reading.of("-100"),
                        new IndicatorId("escaped-defects"),
                        Reading.unknown(UnknownReason.NOT_DUE))))
                .isEmpty();
    }

    @Test
    void faults_name_their_place_by_pointer_with_months_in_order_of_time() {
        Scorecard scorecard = Scorecard.of(SCOPE)
                .baseline(new IndicatorId("lead-tme"), Baseline.of("1"))
                .snapshot(Snapshot.partial(
                        YearMonth.of(2026, 2), Map.of(new IndicatorId("escaped-defects"), Reading.of("0.5"))))
                .snapshot(Snapshot.complete(
                        YearMonth.of(2026, 1), Map.of(new IndicatorId("adoption-rate"), Reading.of("101"))))
                .build();

        assertThat(faults(scorecard)).isEqualTo("""
                ROI-S06 /baselines/lead-tme: unknown indicator `lead-tme`. Did you mean `lead-time`?
                ROI-S21 /snapshots/0/readings/adoption-rate/value: value 101 is outside the range of `adoption-rate`,\
                 0 to 100
                ROI-S22 /snapshots/1/readings/escaped-defects/value: value 0.5 is not whole; `escaped-defects` counts\
                 whole things. Give the whole number that was counted.""");
    }

    @Test
    void a_scorecard_has_no_currency_that_there_is_not() {
        Scorecard.Builder scorecard =
                Scorecard.of(SCOPE).currency("EURO").snapshot(Snapshot.complete(YearMonth.of(2026, 1), Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(scorecard::build)
                .withMessageStartingWith("currency (EURO) of (")
                .withMessageEndingWith(") is no code of ISO 4217, such as EUR");
    }

    @Test
    void a_first_use_after_every_month_is_a_fault() {
        Scorecard scorecard = Scorecard.of(new Scope(Level.TEAM, "a", "a", Optional.of(YearMonth.of(2026, 2))))
                .snapshot(Snapshot.complete(YearMonth.of(2026, 1), Map.of()))
                .build();

        assertThat(faults(scorecard))
                .isEqualTo("ROI-S29 /scope/firstUse: first use `2026-02` is after the newest month, `2026-01`."
                        + " It is the month in which the tool was first used.");
    }

    @Test
    void a_month_that_is_absent_or_partial_or_before_the_first_use_cannot_be_reviewed() {
        Scorecard scorecard = Scorecard.of(new Scope(Level.TEAM, "a", "a", Optional.of(YearMonth.of(2026, 2))))
                .snapshot(Snapshot.complete(YearMonth.of(2026, 1), Map.of()))
                .snapshot(Snapshot.complete(YearMonth.of(2026, 2), Map.of()))
                .snapshot(Snapshot.complete(YearMonth.of(2026, 4), Map.of()))
                .snapshot(Snapshot.partial(YearMonth.of(2026, 5), Map.of()))
                .snapshot(Snapshot.complete(YearMonth.of(2026, 6), Map.of()))
                .snapshot(Snapshot.complete(YearMonth.of(2026, 7), Map.of()))
                .snapshot(Snapshot.complete(YearMonth.of(2026, 8), Map.of()))
                .build();

        assertThat(ScorecardCheck.monthFault(scorecard, Optional.empty())).isEmpty();
        assertThat(ScorecardCheck.monthFault(scorecard, Optional.of(YearMonth.of(2026, 2))))
                .isEmpty();
        assertThat(refused(scorecard, YearMonth.of(2026, 1)))
                .isEqualTo("scope `a`: month `2026-01` is before the first use, `2026-02`."
                        + " The months that can be reviewed: 2026-02, 2026-04, 2026-06 to 2026-08.");
        assertThat(refused(scorecard, YearMonth.of(2026, 3)))
                .isEqualTo(
                        "scope `a`: month `2026-03` is not there. The months that can be reviewed: 2026-02, 2026-04, 2026-06 to 2026-08.");
        assertThat(refused(scorecard, YearMonth.of(2026, 5)))
                .isEqualTo(
                        "scope `a`: month `2026-05` is partial. The months that can be reviewed: 2026-02, 2026-04, 2026-06 to 2026-08.");
    }

    private static String refused(Scorecard scorecard, YearMonth month) {
        Fault fault = ScorecardCheck.monthFault(scorecard, Optional.of(month)).orElseThrow();
        assertThat(fault.place().pointer()).isEqualTo("/snapshots");
        return fault.message() + ". " + fault.help().orElseThrow();
    }

    @Test
    void an_unknown_reading_of_an_unknown_indicator_is_a_fault_too() {
        assertThat(faults("nope", Reading.unknown(UnknownReason.SCATTERED)))
                .isEqualTo("ROI-S06 /snapshots/0/readings/nope: unknown indicator `nope`");
    }

    @Test
    void a_baseline_of_a_count_may_be_a_mean() {
        Scorecard scorecard = Scorecard.of(SCOPE)
                .baseline(new IndicatorId("escaped-defects"), Baseline.of("2.5"))
                .snapshot(Snapshot.complete(YearMonth.of(2026, 1), Map.of()))
                .build();

        assertThat(faults(scorecard)).isEmpty();
    }

    @Test
    void a_value_in_another_unit_is_held_against_the_sign_only() {
        assertThat(faults("adoption-rate", Reading.of("450").in(Unit.COUNT))).isEmpty();
        assertThat(faults("escaped-defects", Reading.of("0.5").in(Unit.PERCENT)))
                .isEmpty();
        assertThat(faults("nps", Reading.of("-450").in(Unit.COUNT))).isEmpty();
        assertThat(faults("lead-time", Reading.of("-1").in(new Unit("hours")))).contains("ROI-S21");
    }

    @Test
    void a_number_has_no_more_digits_than_a_document_may_hold() {
        assertThat(faults("monthly-cost", Reading.of("999999999999999.5"))).isEmpty();
        assertThat(faults("monthly-cost", Reading.of("1e400")))
                .isEqualTo("ROI-D10 /snapshots/0/readings/monthly-cost/value: value is beyond the limit of 15 digits"
                        + " before the point");
        assertThat(faults("monthly-cost", Reading.of("3").within(Exact.of("1e15"))))
                .contains("/uncertainty: uncertainty is beyond");
        Exact many = Exact.of("1e15");
        assertThat(faults("rework-rate", Reading.rate(many, many)))
                .contains("/numerator: numerator is beyond", "/denominator: denominator is beyond");
    }

    @Test
    void money_in_any_currency_is_held_against_the_range() {
        assertThat(faults("monthly-cost", Reading.of("1").in(new Unit("EUR")))).isEmpty();
        assertThat(faults("monthly-cost", Reading.of("1").in(new Unit("USD")))).isEmpty();
        assertThat(faults("monthly-cost", Reading.of("-1").in(new Unit("USD")))).contains("ROI-S21");
        assertThat(faults("monthly-cost", Reading.of("1").in(new Unit("XQZ")))).contains("ROI-S10");
    }

    @Test
    void parts_of_an_amount_add_up_to_the_last_decimal() {
        Reading.Known hours = Reading.of("0.3");

        assertThat(faults("reallocated-hours", hours.by(Dimension.TEAM, Map.of("x", part("0.1"), "y", part("0.2")))))
                .isEmpty();
        assertThat(faults(
                        "reallocated-hours",
                        hours.by(Dimension.TEAM, Map.of("x", part("0.1"), "y", part("0.200000000001")))))
                .contains("add up to 0.300000000001, not to the value 0.3");
    }

    @Test
    void what_belongs_to_no_part_may_always_be_said() {
        assertThat(faults(
                        "reallocated-hours",
                        Reading.of("3").by(Dimension.DESTINATION, Map.of("unassigned", part("3")))))
                .isEmpty();
    }

    @Test
    void bare_parts_of_a_rate_enclose_it_to_half_a_unit_of_its_last_decimal() {
        Map<String, Reading.Part> parts = Map.of("x", part(1, 3), "y", part(1, 3));

        assertThat(faults("adoption-rate", Reading.of("33.3").by(Dimension.TEAM, parts)))
                .isEmpty();
        assertThat(faults("adoption-rate", Reading.of("33").by(Dimension.TEAM, parts)))
                .isEmpty();
        assertThat(faults("adoption-rate", Reading.of("33.2").by(Dimension.TEAM, parts)))
                .contains("ROI-S26");
        assertThat(faults("adoption-rate", Reading.of("34").by(Dimension.TEAM, parts)))
                .contains("ROI-S26");
        assertThat(faults("adoption-rate", rate(1, 3).by(Dimension.TEAM, parts)))
                .contains("ROI-S26");
    }

    @Test
    void parts_with_cases_have_the_cases_of_the_whole() {
        assertThat(faults("adoption-rate", rate(5, 10).by(Dimension.TEAM, Map.of("x", part(1, 4), "y", part(4, 6)))))
                .isEmpty();
        assertThat(faults("adoption-rate", rate(5, 10).by(Dimension.TEAM, Map.of("x", part(1, 4), "y", part(4, 5)))))
                .contains("5 of 9 together, not 5 of 10");
    }

    @Test
    void parts_with_cases_have_the_value_of_the_whole_together() {
        Map<String, Reading.Part> parts = Map.of("x", part(10, 100), "y", part(9, 10));
        assertThat(faults("adoption-rate", Reading.of("17.3").by(Dimension.TEAM, parts)))
                .isEmpty();
        assertThat(faults("adoption-rate", Reading.of("50").by(Dimension.TEAM, parts)))
                .contains("ROI-S26", "19 of 110 together, which is 17.272727 and not 50");
        assertThat(faults(
                        "adoption-rate",
                        Reading.of("50").by(Dimension.TEAM, Map.of("x", part(10, 100), "y", part("90")))))
                .isEmpty();
    }

    @Test
    void a_part_of_another_indicator_may_be_all_of_it_and_is_compared_in_one_unit_only() {
        IndicatorId whole = new IndicatorId("monthly-cost");
        IndicatorId part = new IndicatorId("cost-by-workflow");

        assertThat(faults(Map.of(whole, Reading.of("10"), part, Reading.of("10"))))
                .isEmpty();
        assertThat(faults(Map.of(whole, Reading.of("10"), part, Reading.of("10.01"))))
                .isEmpty();
        assertThat(faults(Map.of(whole, Reading.of("10"), part, Reading.of("10.02"))))
                .contains("ROI-S27");
        assertThat(faults(Map.of(whole, Reading.of("10"), part, Reading.of("11").in(new Unit("USD")))))
                .isEmpty();
        assertThat(faults(Map.of(whole, Reading.of("10"), part, Reading.of("11").in(new Unit("EUR")))))
                .contains("ROI-S27");
        assertThat(faults(Map.of(part, Reading.of("11")))).isEmpty();
    }

    @Test
    void a_part_with_a_name_that_is_hard_to_point_at_is_pointed_at() {
        assertThat(faults("reallocated-hours", Reading.of("3").by(Dimension.DESTINATION, Map.of("a/b~\n", part("3")))))
                .startsWith("ROI-S12 /snapshots/0/readings/reallocated-hours/by/destination/a~1b~0\\u000A: ");
    }

    @Test
    void currencies_and_units_are_listed_in_order() {
        assertThat(ScorecardCheck.currencies()).contains("EUR", "USD").doesNotContain("EURO");
        assertThat(ScorecardCheck.units(SmallPolicy.indicators()))
                .containsExactly(
                        "cents",
                        "count",
                        "currency",
                        "days",
                        "fraction",
                        "hours",
                        "milliseconds",
                        "minutes",
                        "percent",
                        "points",
                        "seconds");
    }
}
