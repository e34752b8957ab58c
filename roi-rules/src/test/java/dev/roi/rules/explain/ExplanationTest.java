package dev.roi.rules.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roi.core.Baseline;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.Level;
import dev.roi.core.Reading;
import dev.roi.core.RuleId;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.ThresholdId;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.explain.Explanation.OfComparison;
import dev.roi.rules.explain.Explanation.OfRule;
import dev.roi.rules.explain.Explanation.Outcome;
import java.time.YearMonth;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final Engine ENGINE = Engine.builtIn("coding-agent");

    private static Explanation of(String indicator, String value, String baseline) {
        IndicatorId id = new IndicatorId(indicator);
        return ENGINE.explain(
                Scorecard.of(Scope.of(Level.TEAM, "checkout"))
                        .baseline(id, Baseline.of(Exact.of(baseline)))
                        .snapshot(Snapshot.complete(YearMonth.of(2026, 5), Map.of(id, Reading.of(value))))
                        .build(),
                ReviewRequest.LATEST);
    }

    private static OfComparison only(OfRule rule) {
        return rule.conditions().get(0).facts().get(0).comparisons().get(0);
    }

    @Test
    void a_silent_rule_tells_the_value_the_threshold_and_the_distance() {
        OfRule rule = of("adoption-rate", "34.5", "40").rule(new RuleId("low-adoption"));

        assertThat(rule.outcome()).isEqualTo(Outcome.SILENT);
        OfComparison comparison = only(rule);
        assertThat(comparison.actual()).isEqualTo("34.5");
        assertThat(comparison.threshold()).contains(new ThresholdId("adoption.low"));
        assertThat(comparison.limit()).contains(Exact.of(30));
        assertThat(comparison.distance()).contains(Exact.of("4.5"));
        assertThat(comparison.holds()).isFalse();
        assertThat(rule.nearness()).contains(Exact.of("0.15"));
    }

    @Test
    void a_reading_against_its_baseline_tells_how_far_it_is_from_the_end_of_the_tolerance() {
        OfRule silent = of("lead-time", "10.9", "10").rule(new RuleId("lead-time-worse"));
        assertThat(only(silent).limit()).contains(Exact.of(11));
        assertThat(only(silent).distance()).contains(Exact.of("-0.1"));
        assertThat(silent.conditions()
                        .get(0)
                        .facts()
                        .get(0)
                        .measured()
                        .orElseThrow()
                        .change())
                .contains(Exact.of(9));

        OfRule fired = of("lead-time", "12", "10").rule(new RuleId("lead-time-worse"));
        assertThat(fired.outcome()).isEqualTo(Outcome.FIRED);
        assertThat(only(fired).distance()).contains(Exact.ONE);
        assertThat(fired.nearness()).isEmpty();
    }

    @Test
    void rules_nearly_fired_where_one_number_within_a_third_of_its_limit_kept_them_silent() {
        RuleId rule = new RuleId("low-adoption");
        assertThat(of("adoption-rate", "40", "40").nearlyFired())
                .extracting(OfRule::rule)
                .contains(rule);
        assertThat(of("adoption-rate", "40.1", "40").nearlyFired())
                .extracting(OfRule::rule)
                .doesNotContain(rule);
        assertThat(of("adoption-rate", "29", "40").nearlyFired())
                .extracting(OfRule::rule)
                .doesNotContain(rule);
    }

    @Test
    void the_nearest_rule_comes_first() {
        assertThat(of("adoption-rate", "31", "40").nearlyFired())
                .extracting(rule -> rule.nearness().orElseThrow())
                .isSorted();
    }

    @Test
    void every_rule_is_explained_and_no_other() {
        Explanation explanation = of("adoption-rate", "31", "40");
        assertThat(explanation.rules())
                .extracting(OfRule::rule)
                .containsExactlyElementsOf(ENGINE.policy().rules().keySet());
        assertThatThrownBy(() -> explanation.rule(new RuleId("no-such-rule")))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void a_limit_without_its_unit_is_refused() {
        OfComparison whole = only(of("adoption-rate", "31", "40").rule(new RuleId("low-adoption")));
        assertThatThrownBy(() -> new OfComparison(
                        whole.field(),
                        whole.operator(),
                        whole.expected(),
                        whole.actual(),
                        whole.threshold(),
                        whole.limit(),
                        whole.distance(),
                        Optional.empty(),
                        true))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
