package dev.roi.testkit.model;

import static dev.roi.testkit.model.Cases.about;
import static dev.roi.testkit.model.Cases.all;
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
import dev.roi.core.Breakdown;
import dev.roi.core.Decision;
import dev.roi.core.Dimension;
import dev.roi.core.Effect;
import dev.roi.core.Evidence;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.InvalidInput;
import dev.roi.core.Justification;
import dev.roi.core.Language;
import dev.roi.core.Level;
import dev.roi.core.Reading;
import dev.roi.core.Review;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.UnknownReason;
import dev.roi.core.json.Json;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Scorecards of a coding agent in which a law was found broken, with the right answer; and others of each kind. */
class FoundByAttackTest {

    private static final Cases CASES = Cases.of("coding-agent", "attack");

    // --- hours without a destination

    @Test
    void hours_without_a_destination_do_not_avoid_a_stop_whatever_baseline_they_have() {
        Scorecard avoided = CASES.read("hours-no-destination-stop-avoided");
        Scorecard reference = CASES.read("hours-no-destination-stop-reference");

        assertStops(avoided);
        assertStops(reference);
        assertStops(baseline(all(avoided, "reallocated-hours", hours("500", "0")), "reallocated-hours", "10"));
        assertStops(all(all(avoided, "incidents", Reading.of("10")), "review-load", Reading.of("80")));
        assertStops(later(all(avoided, "reallocated-hours", hours("300", "40")), 5));
    }

    @Test
    void hours_with_a_destination_are_an_improvement() {
        Scorecard avoided = CASES.read("hours-no-destination-stop-avoided");

        assertThat(CASES.review(all(avoided, "reallocated-hours", hours("0", "100")))
                        .decision())
                .isEqualTo(Decision.MAINTAIN);
    }

    private static void assertStops(Scorecard scorecard) {
        Review review = CASES.review(scorecard);

        assertThat(review.decision()).isEqualTo(Decision.STOP);
        assertThat(review.headline()).startsWith("Stop: ");
    }

    private static Reading.Known hours(String rest, String named) {
        Exact without = Exact.of(rest);
        Exact with = Exact.of(named);
        return Reading.of(without.plus(with))
                .by(
                        Dimension.DESTINATION,
                        Map.of("debt-reduced", Reading.Part.of(with), Breakdown.UNASSIGNED, Reading.Part.of(without)));
    }

    private static Scorecard baseline(Scorecard scorecard, String indicator, String value) {
        Map<IndicatorId, Baseline> baselines = new TreeMap<>(scorecard.baselines());
        baselines.put(id(indicator), Baseline.of(value));
        return Change.baselines(scorecard, baselines);
    }

    // --- first use

    @Test
    void a_first_use_that_was_taken_from_the_earliest_month_is_said() {
        Scorecard eight = CASES.read("rolling-8-maintain");
        Scorecard nine = CASES.read("rolling-9-stop");

        assertSaysFirstUse(eight, Decision.MAINTAIN, "2025-02", "February 2025");
        assertSaysFirstUse(nine, Decision.STOP, "2025-01", "January 2025");
        assertSaysFirstUse(later(nine, 14), Decision.STOP, "2026-03", "March 2026");
        assertSaysFirstUse(
                all(all(eight, "incidents", Reading.of("10")), "review-load", Reading.of("70")),
                Decision.MAINTAIN,
                "2025-02",
                "February 2025");
    }

    @Test
    void a_first_use_that_is_given_counts_and_is_not_remarked_upon() {
        Scorecard eight = firstUse(CASES.read("rolling-8-maintain"), Optional.of(YearMonth.of(2025, 1)));
        Review review = CASES.review(eight);

        assertThat(review.decision()).isEqualTo(Decision.STOP);
        assertThat(said(review)).doesNotContain("first use");
    }

    private static void assertSaysFirstUse(Scorecard scorecard, Decision decision, String month, String inWords) {
        Review review = CASES.review(scorecard);

        assertThat(review.decision()).isEqualTo(decision);
        assertThat(said(review)).contains("first use");
        assertThat(said(review)).containsAnyOf(month, inWords.toLowerCase(Locale.ROOT));
    }

    private static String said(Review review) {
        return Json.write(review).toLowerCase(Locale.ROOT);
    }

    // --- undetermined months

    @Test
    void months_that_cannot_be_told_ask_for_instruments_and_stop_nothing() {
        Scorecard unknown = CASES.read("unknown-blocks-stop");

        assertCannotBeTold(unknown);
        assertCannotBeTold(later(all(all(unknown, "incidents", Reading.of("10")), "review-load", Reading.of("90")), 3));
        assertCannotBeTold(all(
                all(
                        all(unknown, "incidents", Reading.unknown(UnknownReason.SCATTERED)),
                        "time-to-market",
                        Reading.of("60")),
                "rework-rate",
                Reading.of("20")));
        assertCannotBeTold(all(
                all(unknown, "lead-time", Reading.of("10")),
                "rework-rate",
                Reading.unknown(UnknownReason.NOT_INSTRUMENTED)));
    }

    private static void assertCannotBeTold(Scorecard scorecard) {
        Review review = CASES.review(scorecard);

        assertThat(review.decision()).isEqualTo(Decision.ADJUST);
        assertThat(levers(review)).contains("instrumentation");
        assertThat(review.justifications(Effect.STOP)).isEmpty();
        assertThat(texts(review)).noneMatch(text -> text.contains("neither delivery nor quality nor value improved"));
    }

    // --- uncertainty

    @Test
    void money_that_may_have_no_workflow_blocks_extending() {
        Scorecard uncertain = CASES.read("monthly-cost-uncertain-extends");

        assertMoneyBlocks(uncertain);
        assertMoneyBlocks(last(uncertain, "monthly-cost", within("10000", "1")));
        Reading.Known parts =
                within("10000", "200").by(Dimension.WORKFLOW, Map.of("w1", Reading.Part.of(Exact.of(10_000))));
        assertMoneyBlocks(last(last(uncertain, "monthly-cost", Reading.of("10000")), "cost-by-workflow", parts));
    }

    @Test
    void money_that_is_known_to_have_a_workflow_blocks_nothing() {
        Scorecard uncertain = CASES.read("monthly-cost-uncertain-extends");

        assertThat(CASES.review(last(uncertain, "monthly-cost", Reading.of("10000")))
                        .decision())
                .isEqualTo(Decision.EXTEND);
    }

    private static void assertMoneyBlocks(Scorecard scorecard) {
        Review review = CASES.review(scorecard);

        assertThat(review.decision()).isEqualTo(Decision.MAINTAIN);
        assertThat(review.headline()).startsWith("Extend blocked: ");
        assertThat(review.justifications(Effect.BLOCKS_EXTEND))
                .hasSize(1)
                .first()
                .satisfies(reason ->
                        assertThat(indicators(reason)).containsAnyOf(id("monthly-cost"), id("cost-by-workflow")));
    }

    private static List<IndicatorId> indicators(Justification reason) {
        return reason.evidence().stream().map(Evidence::indicator).toList();
    }

    @Test
    void a_count_that_may_be_below_the_critical_limit_alarms_and_does_not_stop() {
        Scorecard uncertain = CASES.read("critical-on-uncertain");

        assertAlarms(uncertain, "sensitive-data-alerts");
        assertAlarms(last(uncertain, "sensitive-data-alerts", within("115", "16")), "sensitive-data-alerts");
        assertAlarms(
                last(
                        last(uncertain, "sensitive-data-alerts", Reading.of("0")),
                        "off-policy-usage",
                        within("230", "31")),
                "off-policy-usage");
    }

    @Test
    void a_count_that_is_surely_critical_stops() {
        Scorecard uncertain = CASES.read("critical-on-uncertain");

        assertThat(CASES.review(last(uncertain, "sensitive-data-alerts", within("120", "20")))
                        .decision())
                .isEqualTo(Decision.STOP);
    }

    private static void assertAlarms(Scorecard scorecard, String indicator) {
        Review review = CASES.review(scorecard);

        assertThat(review.decision()).isEqualTo(Decision.ADJUST);
        assertThat(levers(review)).contains("data-policy");
        assertThat(review.justifications(Effect.STOP)).isEmpty();
        assertThat(about(review, Effect.ADJUST, indicator)).hasSize(1);
    }

    // --- what was measured before

    @Test
    void an_alarm_and_a_later_count_that_is_uncertain_are_said_in_one_sentence() {
        Scorecard twice = CASES.read("last-count-twice");

        assertSaysBoth(twice, "off-policy-usage", "250", "4");
        assertSaysBoth(
                before(last(twice, "off-policy-usage", within("5", "3")), "off-policy-usage", Reading.of("40")),
                "off-policy-usage",
                "40",
                "5");
        Scorecard calm = before(last(twice, "off-policy-usage", Reading.of("0")), "off-policy-usage", Reading.of("0"));
        assertSaysBoth(
                before(
                        last(calm, "sensitive-data-alerts", within("0", "2")),
                        "sensitive-data-alerts",
                        Reading.of("37")),
                "sensitive-data-alerts",
                "37",
                "0");
    }

    private static void assertSaysBoth(Scorecard scorecard, String indicator, String earlier, String now) {
        Review review = CASES.review(scorecard);
        List<String> texts = review.justifications().stream()
                .filter(reason -> indicators(reason).contains(id(indicator)))
                .map(Justification::text)
                .distinct()
                .toList();

        assertThat(texts).hasSize(1);
        assertThat(texts.get(0))
                .containsPattern("\\b%s\\b".formatted(earlier))
                .containsPattern("\\b%s\\b".formatted(now))
                .containsAnyOf("February", "2025-02")
                .containsAnyOf("March", "2025-03");
    }

    @Test
    void hiding_an_earlier_alarm_does_not_help_while_the_month_is_uncertain() {
        Scorecard known = CASES.read("past-alarm-orig-adjust");
        Scorecard hidden = CASES.read("past-alarm-hidden-maintain");

        assertHidingDoesNotHelp(known, hidden);
        Scorecard strays = before(
                last(all(known, "sensitive-data-alerts", Reading.of("0")), "off-policy-usage", within("4", "2")),
                "off-policy-usage",
                Reading.of("60"));
        assertHidingDoesNotHelp(
                strays, before(strays, "off-policy-usage", Reading.unknown(UnknownReason.NOT_INSTRUMENTED)));
        Scorecard adopted = before(
                last(all(known, "sensitive-data-alerts", Reading.of("0")), "adoption-rate", within("31", "4")),
                "adoption-rate",
                Reading.of("12"));
        assertHidingDoesNotHelp(adopted, before(adopted, "adoption-rate", Reading.unknown(UnknownReason.SCATTERED)));
    }

    private static void assertHidingDoesNotHelp(Scorecard known, Scorecard hidden) {
        assertThat(CASES.review(hidden).decision())
                .isLessThanOrEqualTo(CASES.review(known).decision());
    }

    // --- reasons

    @Test
    void one_fact_is_one_reason() {
        Scorecard twice = CASES.read("duplicate-justifications");

        assertNothingTwice(twice);
        assertNothingTwice(last(twice, "adoption-rate", within("85", "20")));
        assertNothingTwice(
                last(last(twice, "adoption-rate", within("71", "2")), "traceability-rate", within("49", "3")));
        assertNothingTwice(before(twice, "adoption-rate", Reading.of("90")));
    }

    private static void assertNothingTwice(Scorecard scorecard) {
        Review review = CASES.review(scorecard);

        for (Effect effect : Effect.values()) {
            assertThat(review.justifications(effect))
                    .extracting(Justification::text)
                    .doesNotHaveDuplicates();
            assertThat(review.justifications(effect))
                    .extracting(reason -> List.of(reason.rule(), Set.copyOf(indicators(reason))))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void reasons_are_in_one_order_in_every_language() {
        Scorecard ordered = CASES.read("order-depends-on-language");

        assertSameOrder(ordered);
        assertSameOrder(last(ordered, "adoption-rate", within("80", "30")));
        assertSameOrder(
                last(last(ordered, "priority-usage-share", Reading.of("12")), "adoption-rate", Reading.of("90")));
        assertSameOrder(CASES.read("duplicate-justifications"));
    }

    private static void assertSameOrder(Scorecard scorecard) {
        assertThat(reasons(CASES.review(scorecard, Language.FRENCH)))
                .isEqualTo(reasons(CASES.review(scorecard, Language.ENGLISH)));
    }

    private static List<Object> reasons(Review review) {
        return review.justifications().stream()
                .<Object>map(reason -> List.of(reason.rule(), reason.effect(), reason.evidence()))
                .toList();
    }

    // --- time

    @Test
    void a_rate_of_many_denominators_takes_no_more_than_its_share_of_time() {
        assertThat(time(CASES.read("slow-fractions-100KB"))).isLessThan(Duration.ofSeconds(10));
        assertThat(time(rates("lead-time", "rework-rate", 800))).isLessThan(Duration.ofSeconds(10));
        assertThat(time(rates("adoption-rate", "traceability-rate", 1200))).isLessThan(Duration.ofSeconds(10));
    }

    /** Measures the processor's time of a review, or of refusing it. */
    private static Duration time(Scorecard scorecard) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        try {
            CASES.review(scorecard);
        } catch (InvalidInput refused) {
            assertThat(refused).hasMessageContaining("limit");
        }
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
    }

    private static Scorecard rates(String plain, String rate, int months) {
        Scorecard.Builder builder = Scorecard.of(Scope.of(Level.TEAM, "b"));
        for (int i = 0; i < months; i++) {
            builder.snapshot(Snapshot.complete(
                    YearMonth.of(1990, 1).plusMonths(i),
                    Map.of(
                            id(plain),
                            Reading.of(String.valueOf(1 + i % 7)),
                            id(rate),
                            Reading.rate(Exact.of(1 + i % 5), Exact.of(899_999_999_999L - 2L * i)))));
        }
        return builder.build();
    }
}
