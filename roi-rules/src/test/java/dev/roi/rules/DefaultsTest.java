package dev.roi.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Baseline;
import dev.roi.core.Decision;
import dev.roi.core.Dimension;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.Justification;
import dev.roi.core.Level;
import dev.roi.core.Lever;
import dev.roi.core.LeverId;
import dev.roi.core.Reading;
import dev.roi.core.Review;
import dev.roi.core.RuleId;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.Workflow;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the numbers that the coding-agent policy comes with are such that. Every indicator is known in every month. */
class DefaultsTest {

    private static final Engine ENGINE = Engine.builtIn("coding-agent");
    private static final YearMonth FIRST = YearMonth.of(2026, 1);
    private static final String WORKFLOW = "api-tests";

    /** Baselines of what is better when there is less of it. */
    private static final Map<String, Integer> LESS_IS_BETTER = Map.of(
            "lead-time", 20,
            "cycle-time", 10,
            "review-time", 40,
            "work-in-progress", 60,
            "rework-rate", 20,
            "escaped-defects", 40,
            "incidents", 40,
            "review-load", 200,
            "time-to-market", 80);

    /** Baselines of what is better when there is more of it. */
    private static final Map<String, Integer> MORE_IS_BETTER = Map.of(
            "bottlenecks-removed", 20,
            "debt-treated", 20,
            "strategic-debt-reduced", 40,
            "business-options-activated", 20);

    /** What stays as it is, unless a test says otherwise. */
    private static final Map<String, String> STEADY = Map.ofEntries(
            Map.entry("monthly-cost", "10000"),
            Map.entry("forecast-next-month", "10000"),
            Map.entry("budget-consumed", "72"),
            Map.entry("active-authorised-workflows", "1"),
            Map.entry("teams-in-frame", "3"),
            Map.entry("traceability-rate", "80"),
            Map.entry("priority-usage-share", "70"),
            Map.entry("adoption-rate", "65"),
            Map.entry("active-users", "40"),
            Map.entry("prompts", "9000"),
            Map.entry("accepted-suggestions", "3000"),
            Map.entry("generated-lines", "40000"),
            Map.entry("user-satisfaction", "70"),
            Map.entry("perceived-speedup", "5"),
            Map.entry("deployments", "30"),
            Map.entry("change-failure-rate", "5"),
            Map.entry("off-policy-usage", "0"),
            Map.entry("sensitive-data-alerts", "0"),
            Map.entry("reallocated-hours", "120"));

    /** Months whose outcomes go evenly from their baselines to a change, in percent; better is above 0. */
    private static Review review(int months, int change, Map<String, String> otherwise) {
        Scorecard.Builder scorecard = Scorecard.of(Scope.of(Level.WORKFLOW, WORKFLOW))
                .currency("EUR")
                .workflow(new Workflow(
                        WORKFLOW,
                        "API test generation",
                        Workflow.Authorisation.AUTHORISED,
                        Workflow.Priority.PRIORITY,
                        Optional.empty()));
        LESS_IS_BETTER.forEach((id, base) -> scorecard.baseline(new IndicatorId(id), Baseline.of(Exact.of(base))));
        MORE_IS_BETTER.forEach((id, base) -> scorecard.baseline(new IndicatorId(id), Baseline.of(Exact.of(base))));
        for (int month = 1; month <= months; month++) {
            Exact gain = Exact.of((long) change * month).dividedBy(Exact.of(100L * months));
            scorecard.snapshot(Snapshot.complete(FIRST.plusMonths(month - 1L), readings(gain, otherwise)));
        }
        Review review = ENGINE.review(scorecard.build());
        assertThat(review.unknown()).as("every indicator is known").isEmpty();
        return review;
    }

    private static Map<IndicatorId, Reading> readings(Exact gain, Map<String, String> otherwise) {
        Map<String, Exact> values = new TreeMap<>();
        STEADY.forEach((id, value) -> values.put(id, Exact.of(value)));
        LESS_IS_BETTER.forEach((id, base) -> values.put(id, changed(id, base, gain.negated())));
        MORE_IS_BETTER.forEach((id, base) -> values.put(id, changed(id, base, gain)));
        otherwise.forEach((id, value) -> values.put(id, Exact.of(value)));
        Exact cost = values.getOrDefault("monthly-cost", Exact.ZERO);
        values.put("cost-by-workflow", cost);
        values.put("cost-by-team", cost);
        Map<IndicatorId, Reading> readings = new TreeMap<>();
        values.forEach((id, value) -> readings.put(new IndicatorId(id), reading(id, value)));
        return readings;
    }

    private static Exact changed(String id, int base, Exact share) {
        Exact value = Exact.of(base).times(Exact.ONE.plus(share));
        boolean counts =
                ENGINE.indicators().indicator(new IndicatorId(id)).counting() == dev.roi.core.Indicator.Counting.WHOLE;
        return counts ? Exact.of(value.rounded(0)) : value;
    }

    private static Reading reading(String id, Exact value) {
        return switch (id) {
            case "cost-by-workflow" -> parted(value, Dimension.WORKFLOW, WORKFLOW);
            case "cost-by-team" -> parted(value, Dimension.TEAM, "checkout");
            case "reallocated-hours" -> parted(value, Dimension.DESTINATION, "debt-reduced");
            default -> Reading.of(value);
        };
    }

    private static Reading parted(Exact value, Dimension dimension, String part) {
        return Reading.of(value).by(dimension, Map.of(part, Reading.Part.of(value)));
    }

    private static List<String> levers(Review review) {
        return review.levers().stream().map(Lever::id).map(LeverId::value).toList();
    }

    private static List<String> rules(Review review) {
        return review.justifications().stream()
                .map(Justification::rule)
                .map(RuleId::value)
                .distinct()
                .toList();
    }

    @Test
    void six_months_that_rise_evenly_to_a_quarter_over_the_baseline_are_extended() {
        Review review = review(6, 25, Map.of());
        assertThat(review.decision()).isEqualTo(Decision.EXTEND);
        assertThat(review.headline()).isEqualTo("Extend: delivery improved for 4 months in a row");
    }

    @Test
    void the_same_months_with_four_fifths_of_the_budget_consumed_are_extended_too() {
        assertThat(review(6, 25, Map.of("budget-consumed", "80")).decision()).isEqualTo(Decision.EXTEND);
    }

    @Test
    void six_flat_months_are_not_extended() {
        Review review = review(6, 0, Map.of());
        assertThat(review.decision()).isEqualTo(Decision.MAINTAIN);
    }

    @Test
    void six_flat_months_with_four_fifths_of_the_budget_consumed_adjust_the_budget() {
        Review review = review(6, 0, Map.of("budget-consumed", "80"));
        assertThat(review.decision()).isEqualTo(Decision.ADJUST);
        assertThat(levers(review)).containsExactly("budget");
    }

    @Test
    void ten_months_that_fall_evenly_over_budget_with_no_hours_reallocated_are_stopped() {
        Review review = review(10, -40, Map.of("budget-consumed", "130", "reallocated-hours", "0"));
        assertThat(review.decision()).isEqualTo(Decision.STOP);
        assertThat(review.headline()).isEqualTo("Stop: no improvement for 7 months, and results worse than before");
    }

    @Test
    void two_alerts_adjust_the_data_policy_and_four_hundred_stop() {
        Review two = review(6, 25, Map.of("sensitive-data-alerts", "2"));
        assertThat(two.decision()).isEqualTo(Decision.ADJUST);
        assertThat(levers(two)).containsExactly("data-policy");
        assertThat(review(6, 25, Map.of("sensitive-data-alerts", "400")).decision())
                .isEqualTo(Decision.STOP);
    }

    @Test
    void an_adoption_of_twelve_percent_is_low() {
        Review review = review(6, 25, Map.of("adoption-rate", "12"));
        assertThat(review.decision()).isEqualTo(Decision.ADJUST);
        assertThat(levers(review)).containsExactly("training");
    }

    @Test
    void an_adoption_of_eighty_eight_percent_is_high_and_a_share_of_twenty_two_is_dispersed() {
        for (String share : List.of("traceability-rate", "priority-usage-share")) {
            Review review = review(6, 25, Map.of("adoption-rate", "88", share, "22"));
            assertThat(review.decision()).isEqualTo(Decision.ADJUST);
            assertThat(levers(review)).containsExactly("workflow");
            assertThat(rules(review)).contains("high-adoption-dispersed-usage");
        }
        assertThat(review(6, 25, Map.of("adoption-rate", "88")).decision()).isEqualTo(Decision.EXTEND);
        assertThat(review(6, 25, Map.of("traceability-rate", "22", "priority-usage-share", "22"))
                        .decision())
                .as("dispersed usage with adoption in between")
                .isEqualTo(Decision.EXTEND);
    }
}
