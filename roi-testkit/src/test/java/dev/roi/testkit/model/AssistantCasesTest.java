package dev.roi.testkit.model;

import static dev.roi.testkit.model.Cases.about;
import static dev.roi.testkit.model.Cases.all;
import static dev.roi.testkit.model.Cases.and;
import static dev.roi.testkit.model.Cases.before;
import static dev.roi.testkit.model.Cases.firstUse;
import static dev.roi.testkit.model.Cases.id;
import static dev.roi.testkit.model.Cases.last;
import static dev.roi.testkit.model.Cases.later;
import static dev.roi.testkit.model.Cases.levers;
import static dev.roi.testkit.model.Cases.texts;
import static dev.roi.testkit.model.Cases.within;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Baseline;
import dev.roi.core.Decision;
import dev.roi.core.Effect;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.Justification;
import dev.roi.core.Reading;
import dev.roi.core.Review;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.UnknownReason;
import dev.roi.core.json.Json;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Scorecards of an assistant of which a review said what does not hold, with the right answer; and others of each kind. */
class AssistantCasesTest {

    private static final Cases CASES = Cases.of("assistant", "assistant");

    private static Scorecard baseline(Scorecard scorecard, String indicator, Baseline baseline) {
        Map<IndicatorId, Baseline> baselines = new TreeMap<>(scorecard.baselines());
        baselines.put(id(indicator), baseline);
        return Change.baselines(scorecard, baselines);
    }

    private static Scorecard withoutBaseline(Scorecard scorecard, String indicator) {
        Map<IndicatorId, Baseline> baselines = new TreeMap<>(scorecard.baselines());
        baselines.remove(id(indicator));
        return Change.baselines(scorecard, baselines);
    }

    private static String said(Review review) {
        return Json.write(review).toLowerCase(Locale.ROOT);
    }

    // --- a1

    @Test
    void the_reason_to_extend_names_what_improved_with_its_figures() {
        Scorecard faster = CASES.read("a1-extend-quotes-dearer-interaction");

        assertImproved(faster, "response-time", "6", "8", "4.3");
        Scorecard dear = all(faster, "response-time", Reading.of("8"));
        assertImproved(
                baseline(all(dear, "tickets-avoided", Reading.of("70")), "tickets-avoided", Baseline.of("50")),
                "tickets-avoided",
                "70",
                "50",
                "4.3");
        assertImproved(
                baseline(all(dear, "hours-saved", Reading.of("130")), "hours-saved", Baseline.of("90")),
                "hours-saved",
                "130",
                "90",
                "4.3");
    }

    private static void assertImproved(Scorecard scorecard, String indicator, String now, String base, String other) {
        Review review = CASES.review(scorecard);

        assertThat(review.decision()).isEqualTo(Decision.EXTEND);
        assertThat(about(review, Effect.SUPPORTS, indicator)).anySatisfy(reason -> {
            assertThat(reason.text()).containsPattern("\\b%s\\b".formatted(now));
            assertThat(reason.text()).containsPattern("\\b%s\\b".formatted(base));
        });
        assertThat(review.justifications(Effect.SUPPORTS))
                .extracting(Justification::text)
                .noneMatch(text -> text.contains(other));
    }

    // --- a2

    @Test
    void figures_under_two_definitions_are_named_and_nothing_is_claimed_of_their_block() {
        Scorecard other = CASES.read("a2-balance-and-maybe-backwards");

        assertNamesDefinitions(other, "response-time", "95th percentile", "mean");
        assertNamesDefinitions(
                all(other, "response-time", Reading.of("6").definedAs("median")),
                "response-time",
                "95th percentile",
                "median");
        Scorecard cost = baseline(
                all(other, "cost-per-interaction", Reading.of("4").definedAs("per ticket")),
                "cost-per-interaction",
                Baseline.of("4").definedAs("per conversation"));
        assertNamesDefinitions(cost, "cost-per-interaction", "per ticket", "per conversation");
    }

    private static void assertNamesDefinitions(Scorecard scorecard, String indicator, String one, String two) {
        Review review = CASES.review(scorecard);

        assertThat(review.decision()).isIn(Decision.ADJUST, Decision.MAINTAIN);
        assertThat(review.justifications()).anySatisfy(reason -> {
            assertThat(reason.evidence())
                    .anyMatch(evidence -> evidence.indicator().equals(id(indicator)));
            assertThat(reason.text()).contains(one, two);
        });
        assertThat(said(review))
                .doesNotContain("neither efficiency nor experience is worse")
                .doesNotContain("unchanged: efficiency");
    }

    // --- a3

    @Test
    void slower_than_before_but_inside_the_objective_is_a_note_and_no_harm() {
        Scorecard slower = CASES.read("a3-stop-with-all-objectives-met");

        assertSlowerIsANote(slower);
        assertSlowerIsANote(all(slower, "response-time", Reading.of("9.9")));
        assertSlowerIsANote(later(baseline(slower, "response-time", Baseline.of("5")), 4));
        assertThat(CASES.review(CASES.read("a3b-same-without-response-baseline"))
                        .decision())
                .isEqualTo(Decision.EXTEND);
    }

    private static void assertSlowerIsANote(Scorecard scorecard) {
        Review review = CASES.review(scorecard);

        assertThat(review.decision()).isEqualTo(Decision.EXTEND);
        assertThat(about(review, Effect.NOTE, "response-time")).isNotEmpty();
    }

    @Test
    void slower_than_before_and_outside_the_objective_is_worse() {
        Scorecard slow = all(CASES.read("a3-stop-with-all-objectives-met"), "response-time", Reading.of("10"));

        assertThat(CASES.review(all(slow, "cost-per-interaction", Reading.of("4")))
                        .decision())
                .isEqualTo(Decision.STOP);
        assertThat(CASES.review(slow).decision()).isEqualTo(Decision.STOP);
    }

    // --- a4

    @Test
    void a_baseline_that_is_given_as_unknown_blocks_extending_and_is_named() {
        Scorecard scattered = CASES.read("a4b-precision-50-baseline-undefined");

        assertBaselineBlocks(scattered, "answer-precision");
        assertBaselineBlocks(
                all(scattered, "answer-precision", Reading.unknown(UnknownReason.NOT_INSTRUMENTED)),
                "answer-precision");
        assertBaselineBlocks(later(all(scattered, "answer-precision", Reading.of("99")), 2), "answer-precision");
    }

    private static void assertBaselineBlocks(Scorecard scorecard, String indicator) {
        Review review = CASES.review(scorecard);

        assertThat(review.decision()).isEqualTo(Decision.MAINTAIN);
        assertThat(review.headline()).startsWith("Extend blocked: ");
        assertThat(about(review, Effect.BLOCKS_EXTEND, indicator)).hasSize(1);
        assertThat(levers(review)).isEmpty();
    }

    @Test
    void an_outcome_without_a_baseline_judges_nothing_and_is_named() {
        Scorecard without = withoutBaseline(CASES.read("a4b-precision-50-baseline-undefined"), "answer-precision");
        Review review = CASES.review(without);

        assertThat(review.decision()).isEqualTo(Decision.EXTEND);
        assertThat(about(review, Effect.NOTE, "answer-precision")).isNotEmpty();
    }

    // --- a5

    @Test
    void a_stop_says_that_the_first_use_was_taken_from_the_earliest_month() {
        Scorecard assumed = CASES.read("a5-stop-first-use-not-given");

        assertSaysFirstUse(assumed, "2026-01", "january 2026");
        assertSaysFirstUse(later(assumed, 5), "2026-06", "june 2026");
        assertSaysFirstUse(
                all(all(assumed, "response-time", Reading.of("9")), "cost-per-interaction", Reading.of("5")),
                "2026-01",
                "january 2026");
    }

    private static void assertSaysFirstUse(Scorecard scorecard, String month, String inWords) {
        Review review = CASES.review(scorecard);

        assertThat(review.decision()).isEqualTo(Decision.STOP);
        assertThat(said(review)).contains("first use").containsAnyOf(month, inWords);
        assertThat(said(CASES.review(firstUse(scorecard, Optional.of(scorecard.firstUse())))))
                .doesNotContain("first use");
    }

    // --- a6

    @Test
    void a_return_without_what_it_comes_from_is_given_and_not_used_and_that_is_said() {
        Scorecard given = CASES.read("a6-roi-given-and-dropped");

        assertReturnIsSaid(given, "50");
        assertReturnIsSaid(all(given, "return-on-investment", Reading.of("120")), "120");
        assertReturnIsSaid(
                all(
                        all(given, "monthly-cost", Reading.unknown(UnknownReason.SCATTERED)),
                        "avoided-cost",
                        Reading.of("9000")),
                "50");
    }

    private static void assertReturnIsSaid(Scorecard scorecard, String percent) {
        Review review = CASES.review(scorecard);

        assertThat(review.decision()).isEqualTo(Decision.EXTEND);
        assertThat(review.unknown())
                .noneMatch(unknown -> unknown.indicator().equals(id("return-on-investment"))
                        && unknown.reason() == UnknownReason.NOT_REPORTED);
        assertThat(said(review)).containsPattern("return[^\"]*\\b%s\\b".formatted(percent));
    }

    // --- a8

    @Test
    void a_newer_partial_month_is_shown_and_marked() {
        Scorecard newer = CASES.read("a8-newer-partial-month-not-shown");

        assertPartialIsShown(newer, "2026-04");
        assertPartialIsShown(later(newer, 8), "2026-12");
        assertPartialIsShown(
                and(newer, Snapshot.partial(YearMonth.of(2026, 5), Map.of(id("csat"), Reading.of("10")))),
                "2026-04",
                "2026-05");
    }

    private static void assertPartialIsShown(Scorecard scorecard, String... months) {
        Review review = CASES.review(scorecard);

        assertThat(review.decision()).isEqualTo(Decision.EXTEND);
        assertThat(review.partial())
                .extracting(partial -> partial.month().toString())
                .containsExactly(months);
        assertThat(said(review)).contains("\"partial\": [");
    }

    @Test
    void a_partial_month_before_the_reviewed_one_is_not_shown_as_newer() {
        Scorecard newer = CASES.read("a8-newer-partial-month-not-shown");
        Snapshot first = newer.snapshots().get(0);
        Scorecard longer = and(newer, Snapshot.partial(first.month().minusMonths(1), first.readings()));

        assertThat(CASES.review(longer).partial())
                .extracting(partial -> partial.month().toString())
                .containsExactly("2026-04");
    }

    // --- a9

    @Test
    void a_month_without_cases_blocks_extending_and_pulls_no_lever() {
        Scorecard none = CASES.read("a9-no-cases-pulls-instrumentation");

        assertBlocksOnly(none, "csat");
        assertBlocksOnly(
                last(last(none, "csat", Reading.of("86")), "handover-rate", Reading.rate(Exact.ZERO, Exact.ZERO)),
                "handover-rate");
        assertBlocksOnly(before(none, "csat", Reading.rate(Exact.ZERO, Exact.ZERO)), "csat");
    }

    @Test
    void a_figure_that_is_not_reported_in_a_month_without_requests_blocks_extending_and_pulls_no_lever() {
        Scorecard none = last(
                last(CASES.read("a9-no-cases-pulls-instrumentation"), "csat", Reading.of("86")),
                "request-volume",
                Reading.of("0"));

        assertBlocksOnly(last(none, "automation-rate", Reading.unknown(UnknownReason.NOT_REPORTED)), "automation-rate");
        assertBlocksOnly(last(none, "handover-rate", Reading.unknown(UnknownReason.NOT_REPORTED)), "handover-rate");
    }

    private static void assertBlocksOnly(Scorecard scorecard, String indicator) {
        Review review = CASES.review(scorecard);

        assertThat(review.decision()).isEqualTo(Decision.MAINTAIN);
        assertThat(levers(review)).isEmpty();
        assertThat(about(review, Effect.BLOCKS_EXTEND, indicator)).hasSize(1);
    }

    @Test
    void three_months_without_cases_ask_for_instruments() {
        Scorecard none =
                all(CASES.read("a9-no-cases-pulls-instrumentation"), "csat", Reading.rate(Exact.ZERO, Exact.ZERO));

        assertThat(CASES.review(none).decision()).isEqualTo(Decision.ADJUST);
        assertThat(levers(CASES.review(none))).containsExactly("instrumentation");
    }

    // --- a10

    @Test
    void a_budget_is_one_reason_though_it_was_too_high_before() {
        Scorecard twice = CASES.read("a10-budget-said-twice");

        assertBudgetOnce(twice, "98");
        assertBudgetOnce(last(twice, "budget-consumed", within("85", "20")), "85");
        assertBudgetOnce(
                before(last(twice, "budget-consumed", within("110", "40")), "budget-consumed", Reading.of("120")),
                "110");
    }

    private static void assertBudgetOnce(Scorecard scorecard, String percent) {
        Review review = CASES.review(scorecard);

        assertThat(review.decision()).isEqualTo(Decision.ADJUST);
        assertThat(levers(review)).containsExactly("budget");
        assertThat(about(review, Effect.ADJUST, "budget-consumed"))
                .singleElement()
                .satisfies(reason -> assertThat(reason.text()).containsPattern("\\b%s\\b".formatted(percent)));
    }

    // --- a12

    @Test
    void automation_is_not_both_reached_and_missed() {
        Scorecard both = CASES.read("a12-efficiency-and-no-efficiency");

        assertOneAutomation(both, "49", "65");
        assertOneAutomation(last(both, "automation-rate", within("48", "4")), "48", "65");
        assertOneAutomation(
                before(last(both, "automation-rate", within("51", "3")), "automation-rate", Reading.of("44")),
                "51",
                "44");
    }

    private static void assertOneAutomation(Scorecard scorecard, String now, String earlier) {
        Review review = CASES.review(scorecard);
        List<String> figures = review.justifications().stream()
                .filter(reason -> reason.evidence().stream()
                        .anyMatch(evidence -> evidence.indicator().equals(id("automation-rate"))))
                .map(Justification::text)
                .map(text -> (text.contains(now) ? now : "") + (text.contains(earlier) ? earlier : ""))
                .filter(figure -> !figure.isEmpty())
                .distinct()
                .toList();

        assertThat(review.decision()).isEqualTo(Decision.ADJUST);
        assertThat(about(review, Effect.ADJUST, "weekly-active-rate")).hasSize(1);
        assertThat(figures).hasSize(1);
        assertThat(texts(review)).noneMatch(text -> text.contains("at the last count"));
    }
}
