package dev.roi.rules.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Baseline;
import dev.roi.core.Dimension;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.Reading;
import dev.roi.rules.Engine;
import dev.roi.rules.assessment.Comparison.Obstacle;
import dev.roi.rules.assessment.Comparison.Sides;
import dev.roi.rules.facts.Fact.Comparison.Estimate;
import dev.roi.rules.facts.Fact.Comparison.Result;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Readings against baselines, of indicators whose tolerance is 10 %. */
class ComparisonTest {

    private static final Indicator DAYS = indicator("coding-agent", "lead-time"); // lower is better
    private static final Indicator HOURS = indicator("coding-agent", "reallocated-hours"); // higher, as far as assigned
    private static final Indicator SECONDS = indicator("assistant", "response-time"); // lower, objective under 10

    private static Indicator indicator(String policy, String id) {
        return Engine.builtIn(policy).indicators().indicator(new IndicatorId(id));
    }

    private static Optional<Baseline> baseline(String value) {
        return Optional.of(Baseline.of(Exact.of(value)));
    }

    private static Comparison days(String value, String uncertainty) {
        Reading.Known reading = Reading.of(Exact.of(value));
        return Comparison.of(
                DAYS, uncertainty.equals("0") ? reading : reading.within(Exact.of(uncertainty)), baseline("10"));
    }

    @ParameterizedTest
    @CsvSource({"8.9, BETTER", "9, SAME", "10, SAME", "11, SAME", "11.1, WORSE"})
    void at_the_tolerance_exactly_a_reading_is_the_same(String value, Result expected) {
        assertThat(days(value, "0").result()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "8, 0.9, BETTER, BETTER, BETTER",
        "8, 1, UNDETERMINED, SAME, BETTER",
        "10, 1, SAME, SAME, SAME",
        "11, 0.5, UNDETERMINED, WORSE, SAME",
        "12, 0.9, WORSE, WORSE, WORSE",
        "10, 5, UNDETERMINED, WORSE, BETTER"
    })
    void an_uncertain_reading_is_told_only_where_both_its_ends_say_the_same(
            String value, String uncertainty, Result result, Estimate worst, Estimate best) {
        Comparison comparison = days(value, uncertainty);
        assertThat(comparison.result()).isEqualTo(result);
        assertThat(comparison.worstCase()).isEqualTo(worst);
        assertThat(comparison.bestCase()).isEqualTo(best);
    }

    @Test
    void the_estimate_is_what_the_value_alone_would_say() {
        assertThat(days("12", "5").estimate()).isEqualTo(Estimate.WORSE);
        assertThat(days("8", "5").estimate()).isEqualTo(Estimate.BETTER);
    }

    @Test
    void a_change_is_exact_and_in_percent_of_the_baseline() {
        assertThat(days("8.5", "0").change()).contains(Exact.of(-15));
        assertThat(Comparison.of(DAYS, Reading.of(Exact.of(8)), baseline("0")).change())
                .as("nothing is a percentage of 0")
                .isEmpty();
    }

    @Test
    void without_a_baseline_nothing_is_compared() {
        Comparison none = Comparison.of(DAYS, Reading.of(Exact.of(8)), Optional.empty());
        Comparison undefined =
                Comparison.of(DAYS, Reading.of(Exact.of(8)), Optional.of(new Baseline.Undefined(Optional.empty())));
        assertThat(none.result()).isEqualTo(Result.NOT_COMPARABLE);
        assertThat(none.obstacle()).contains(Obstacle.NO_BASELINE);
        assertThat(undefined).isEqualTo(none);
    }

    @Test
    void two_definitions_are_not_compared_and_one_is_with_a_note() {
        Reading.Known median = Reading.of(Exact.of(8)).definedAs("median");
        Baseline.Defined mean = Baseline.of(Exact.of(10)).definedAs("mean");
        assertThat(Comparison.of(DAYS, median, Optional.of(mean)).obstacle()).contains(Obstacle.OTHER_DEFINITION);
        assertThat(Comparison.of(DAYS, median, baseline("10")).sides()).isEqualTo(Sides.ONE_SIDED);
        assertThat(Comparison.of(DAYS, Reading.of(Exact.of(8)), Optional.of(mean))
                        .sides())
                .isEqualTo(Sides.ONE_SIDED);
        assertThat(days("8", "0").sides()).isEqualTo(Sides.ALIKE);
    }

    @ParameterizedTest
    @CsvSource({"7, WITHIN_OBJECTIVE", "9.9, WITHIN_OBJECTIVE", "10, WORSE", "5.5, SAME", "4, BETTER"})
    void what_got_worse_inside_its_objective_is_not_worse(String value, Result expected) {
        assertThat(Comparison.of(SECONDS, Reading.of(Exact.of(value)), baseline("5"))
                        .result())
                .isEqualTo(expected);
    }

    @Test
    void hours_count_as_far_as_they_have_a_destination() {
        Reading.Known hours = Reading.of(Exact.of(120))
                .by(
                        Dimension.DESTINATION,
                        Map.of(
                                "debt-reduced", Reading.Part.of(Exact.of(40)),
                                "unassigned", Reading.Part.of(Exact.of(80))));
        Comparison comparison = Comparison.of(HOURS, hours, baseline("100"));
        assertThat(comparison.result()).isEqualTo(Result.WORSE);
        assertThat(comparison.change())
                .as("not all of the value counts, so that its change would mislead")
                .isEmpty();
    }
}
