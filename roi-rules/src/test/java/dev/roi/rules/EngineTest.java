package dev.roi.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Baseline;
import dev.roi.core.Decision;
import dev.roi.core.Dimension;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.Justification;
import dev.roi.core.Level;
import dev.roi.core.Reading;
import dev.roi.core.Review;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.Unit;
import dev.roi.core.UnknownReason;
import dev.roi.core.Workflow;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EngineTest {

    @Test
    void nothing_measured_never_passes() {
        Engine engine = Engine.builtIn("coding-agent");
        var review = engine.review(Scorecard.of(Scope.of(Level.WORKFLOW, "api-tests"))
                .snapshot(
                        Snapshot.complete(YearMonth.of(2026, 1), Map.of(new IndicatorId("lead-time"), Reading.of("3"))))
                .build());
        assertThat(review.decision()).isEqualTo(Decision.ADJUST);
    }

    @Test
    void a_reading_in_another_unit_is_not_compared_and_what_was_given_is_said() {
        IndicatorId leadTime = new IndicatorId("lead-time");
        var review = Engine.builtIn("coding-agent")
                .review(Scorecard.of(Scope.of(Level.WORKFLOW, "api-tests"))
                        .baseline(leadTime, Baseline.of("10"))
                        .snapshot(Snapshot.complete(
                                YearMonth.of(2026, 1),
                                Map.of(
                                        leadTime,
                                        Reading.of("90").in(new Unit("percent")).noted("from the new tool"))))
                        .build());
        assertThat(review.unknown())
                .filteredOn(unknown -> unknown.indicator().equals(leadTime))
                .singleElement()
                .satisfies(unknown -> {
                    assertThat(unknown.reason()).isEqualTo(UnknownReason.OTHER_UNIT);
                    assertThat(unknown.note()).contains("90%. from the new tool");
                });
        assertThat(review.justifications())
                .anySatisfy(each -> assertThat(each.text()).contains("given in another unit, 90%"));
    }

    private static final YearMonth JANUARY = YearMonth.of(2026, 1);

    private static Review review(Map<String, Reading> january, Map<String, Reading> february) {
        return Engine.builtIn("coding-agent")
                .review(Scorecard.of(Scope.of(Level.WORKFLOW, "api-tests"))
                        .currency("EUR")
                        .workflow(new Workflow(
                                "w1",
                                "Tests",
                                Workflow.Authorisation.AUTHORISED,
                                Workflow.Priority.ORDINARY,
                                Optional.empty()))
                        .snapshot(Snapshot.complete(JANUARY, ids(january)))
                        .snapshot(Snapshot.complete(JANUARY.plusMonths(1), ids(february)))
                        .build());
    }

    private static Map<IndicatorId, Reading> ids(Map<String, Reading> readings) {
        Map<IndicatorId, Reading> ids = new HashMap<>();
        readings.forEach((id, reading) -> ids.put(new IndicatorId(id), reading));
        return ids;
    }

    private static Justification reason(Review review, String rule) {
        return review.justifications().stream()
                .filter(each -> each.rule().value().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_value_of_an_earlier_month_is_said_to_be_one_and_is_not_this_months_evidence() {
        Review review = review(
                Map.of("adoption-rate", Reading.of("82"), "traceability-rate", Reading.of("30")),
                Map.of("priority-usage-share", Reading.of("80")));

        Justification dispersed = reason(review, "high-adoption-dispersed-usage");
        assertThat(dispersed.text())
                .contains(
                        "82% (last count: January 2026)",
                        "30% (last count: January 2026)", "80% are on priority workflows");
        assertThat(dispersed.evidence())
                .filteredOn(evidence -> evidence.indicator().value().equals("traceability-rate"))
                .singleElement()
                .satisfies(evidence -> {
                    assertThat(evidence.value()).isEmpty();
                    assertThat(evidence.latest()).contains(Exact.of(30));
                });
    }

    @Test
    void a_value_is_told_from_the_limit_that_it_misses() {
        Review review = review(Map.of(), Map.of("adoption-rate", Reading.of("29.99")));

        assertThat(reason(review, "low-adoption").text()).startsWith("Adoption is 29.99%, below 30%.");
    }

    @Test
    void what_is_financed_names_all_of_the_money_the_largest_part_first() {
        Map<String, Reading.Part> parts = Map.of(
                "w1", Reading.Part.of(Exact.of(700)),
                "w2", Reading.Part.of(Exact.of(200)),
                "w3", Reading.Part.of(Exact.ZERO),
                "unassigned", Reading.Part.of(Exact.of(100)));
        Review review = review(
                Map.of(),
                Map.of(
                        "monthly-cost", Reading.of("1000"),
                        "cost-by-workflow", Reading.of("1000").by(Dimension.WORKFLOW, parts)));

        assertThat(review.questions().financed())
                .isEqualTo("€1,000 this month: Tests (€700), w2 (€200, not authorised) and without workflow (€100).");
    }

    @Test
    void a_row_says_that_its_indicator_is_measured_otherwise_than_before() {
        Review review = review(
                Map.of("lead-time", Reading.of("5").definedAs("from the first commit")),
                Map.of("lead-time", Reading.of("3").definedAs("from the ticket")));

        assertThat(review.dashboard().rows())
                .filteredOn(row -> row.cells().get(0).indicator().value().equals("lead-time"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.note()).endsWith("; lead time measured otherwise than in January 2026");
                    assertThat(row.cells().get(0).definition()).contains("from the ticket");
                });
    }
}
