package dev.roi.testkit;

import static dev.roi.core.Decision.ADJUST;
import static dev.roi.core.Decision.EXTEND;
import static dev.roi.core.Decision.MAINTAIN;
import static dev.roi.testkit.Expectation.because;
import static dev.roi.testkit.Expectation.headline;
import static dev.roi.testkit.Expectation.notBecause;
import static dev.roi.testkit.Expectation.pulling;
import static dev.roi.testkit.Expectation.saw;
import static dev.roi.testkit.Given.baseline;
import static dev.roi.testkit.Given.reading;
import static dev.roi.testkit.Given.threshold;
import static dev.roi.testkit.Given.unknown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.roi.core.InvalidInput;
import dev.roi.core.Level;
import java.time.YearMonth;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PolicyVerifierTest {

    private static final PolicyVerifier POLICY = PolicyVerifier.builtIn("coding-agent");

    private static Given.OfReading adoption(String percent) {
        return reading("adoption-rate", percent);
    }

    private static Given.OfThreshold floor(String percent) {
        return threshold("adoption.low", percent);
    }

    private static String failure(ThrowingCallable check) {
        Throwable thrown = catchThrowable(check);
        assertThat(thrown).isInstanceOf(AssertionError.class);
        return Objects.requireNonNullElse(thrown.getMessage(), "");
    }

    @Test
    void a_rule_fires_just_below_its_floor_and_cites_the_reading() {
        POLICY.verify("low-adoption")
                .given(adoption("39.9"))
                .with(floor("40"))
                .justifiesExactly(adoption("39.9"), floor("40"));
    }

    @Test
    void a_rule_stays_silent_exactly_at_its_floor() {
        POLICY.verify("low-adoption").given(adoption("40")).with(floor("40")).isSilent();
        POLICY.verify("low-adoption").given(adoption("39")).with(floor("40")).fires();
    }

    @Test
    void a_moved_threshold_moves_for_one_check_alone() {
        RuleCheck check = POLICY.verify("low-adoption").given(adoption("39"));
        check.with(floor("40")).fires();
        check.isSilent();
    }

    @Test
    void a_threshold_that_the_policy_has_not_is_refused() {
        RuleCheck check = POLICY.verify("low-adoption").given(adoption("20")).with(threshold("adoption.lo", "10"));
        assertThatIllegalArgumentException()
                .isThrownBy(check::isSilent)
                .withMessage("no threshold (adoption.lo). Did you mean `adoption.low`?");
    }

    @Test
    void baselines_are_compared_where_one_is_expected() {
        RuleCheck check =
                POLICY.verify("lead-time-worse").given(baseline("lead-time", "10"), reading("lead-time", "11.1"));
        check.justifiesExactly(reading("lead-time", "11.1"));
        check.justifiesExactly(reading("lead-time", "11.1"), baseline("lead-time", "10"));
        assertThat(failure(() -> check.justifiesExactly(reading("lead-time", "11.1"), baseline("lead-time", "9"))))
                .contains(
                        "cites", "lead-time 11.1, baseline of lead-time 9", "lead-time 11.1, baseline of lead-time 10");
    }

    @Test
    void what_is_unknown_is_cited_as_unknown() {
        POLICY.verify("needed-indicator-unknown")
                .on("healthy")
                .given(unknown("incidents"))
                .justifiesExactly(unknown("incidents"));
    }

    @Test
    void a_silent_rule_that_was_to_fire_shows_each_condition_with_its_value_and_distance() {
        assertThat(failure(() -> POLICY.verify("high-adoption-dispersed-usage")
                        .given(adoption("69"), reading("traceability-rate", "40"))
                        .fires()))
                .isEqualTo("""
                    rule high-adoption-dispersed-usage of coding-agent 1.0.0

                            expected  actual
                      rule  fires     stays silent

                    Rules in question
                      high-adoption-dispersed-usage: silent
                        no   Latest adoption-rate
                          no   value 69%, needs >= 70% (adoption.high): 1 point below it
                        yes  Latest traceability-rate or priority-usage-share
                          yes  traceability-rate: value 40%, needs < 50% (usage.dispersed):
                                 10 points below it

                    Other rules that fired
                      too-few-good-months: fired
                        yes  Run delivery-improved
                          yes  possible 1 month, needs < 3 months (extend.months): 2 months below it
                      needed-indicator-unknown: fired
                        yes  Unknown
                          yes  monthly-cost: neededToExtend true, needs == true
                          yes  monthly-cost: reason not-reported, needs not in not-due, no-cases
                          yes  budget-consumed: neededToExtend true, needs == true
                          yes  budget-consumed: reason not-reported, needs not in not-due, no-cases
                          yes  cost-by-workflow: neededToExtend true, needs == true
                          yes  cost-by-workflow: reason not-reported, needs not in not-due, no-cases
                               and 38 more
                      effects-not-due: fired
                        yes  NotDue
                          yes  rework-rate: neededToExtend true, needs == true
                          yes  escaped-defects: neededToExtend true, needs == true
                          yes  incidents: neededToExtend true, needs == true
                               and 2 more
                      first-use-assumed: fired
                        yes  Scope
                          yes  firstUseAssumed true, needs == true

                    Rules that nearly fired, the nearest first
                      dispersion-unknown: silent
                        no   Latest adoption-rate
                          no   value 69%, needs >= 70% (adoption.high): 1 point below it
                        yes  Unknown traceability-rate or priority-usage-share
                          yes  priority-usage-share: reason not-reported, needs != no-cases

                    49 more rules stayed silent.
                    """);
    }

    @Test
    void a_rule_that_was_to_stay_silent_and_fired_says_why() {
        assertThat(failure(() ->
                        POLICY.verify("low-adoption").given(adoption("29")).isSilent()))
                .contains(
                        "rule  stays silent  fires", "  low-adoption: fired", "value 29%, needs < 30% (adoption.low)");
    }

    @Test
    void a_distance_from_the_end_of_a_tolerance_is_shown_too() {
        assertThat(failure(() -> POLICY.verify("lead-time-worse")
                        .on("healthy")
                        .given(reading("lead-time", "10.9"))
                        .fires()))
                .contains("      no   result same, needs == worse:\n"
                        + "             10.9 days against 10 days (+9%), 0.1 days below 11 days\n");
    }

    @Test
    void the_whole_policy_is_verified_on_top_of_a_case() {
        POLICY.verify()
                .on("healthy")
                .given(adoption("12"))
                .decides(
                        ADJUST,
                        pulling("training"),
                        because("low-adoption"),
                        notBecause("high-adoption-dispersed-usage"),
                        headline("Adjust: low adoption"));
        POLICY.verify().on("healthy").decides(EXTEND, pulling());
    }

    @Test
    void earlier_months_and_the_beginning_can_be_given() {
        POLICY.verify().on("healthy").before(2, reading("lead-time", "10")).decides(MAINTAIN);
        POLICY.verify().on("healthy").months(2).decides(MAINTAIN, because("too-few-good-months"));
        POLICY.verify()
                .on("healthy")
                .months(3)
                .firstUse(YearMonth.of(2026, 5))
                .decides(MAINTAIN, because("effects-not-due"));
        POLICY.verify("delivery-improved-in-a-row")
                .given(baseline("lead-time", "10"), reading("lead-time", "8"))
                .months(3)
                .fires();
        POLICY.verify("delivery-improved-in-a-row")
                .given(baseline("lead-time", "10"), reading("lead-time", "8"))
                .months(3)
                .before(1, reading("lead-time", "10"))
                .isSilent();
    }

    @Test
    void everything_that_came_otherwise_is_shown_side_by_side() {
        assertThat(failure(() -> POLICY.verify()
                        .on("healthy")
                        .given(adoption("30"))
                        .decides(
                                ADJUST,
                                pulling("training"),
                                because("low-adoption"),
                                notBecause("capacity-reallocated"))))
                .startsWith("""
                    policy coding-agent 1.0.0

                                   expected                           actual
                      decision     adjust                             extend
                      levers       training                           none
                      because      low-adoption fires                 stayed silent
                      not-because  capacity-reallocated stays silent  fired

                    Came to `Extend: delivery improved for 6 months in a row`

                    Rules in question
                      low-adoption: silent
                        no   Latest adoption-rate
                          no   value 30%, needs < 30% (adoption.low): exactly at it
                    """);
    }

    @Test
    void a_portfolio_rule_is_given_whole_scopes_and_notes_which_of_them_it_means() {
        PortfolioCheck conflict = POLICY.verifyPortfolio("extends-a-stopped-scope")
                .scope(Level.TEAM, "payments", "healthy", reading("sensitive-data-alerts", "500"));
        conflict.isSilent();
        conflict.scope(Level.PORTFOLIO, "all", "healthy").fires();
        conflict.scope(Level.PORTFOLIO, "all", "healthy").notes("payments", "all");
        assertThat(failure(
                        () -> conflict.scope(Level.PORTFOLIO, "all", "healthy").notes("payments")))
                .startsWith("""
                    portfolio rule extends-a-stopped-scope of coding-agent 1.0.0

                              expected  actual
                      scopes  payments  all, payments

                    Scopes
                      team payments: stop
                      portfolio all: extend

                    Notes
                      extends-a-stopped-scope: \
                    """);
        assertThat(failure(() -> conflict.fires())).contains("Notes\n  none");
        assertThatThrownBy(() -> POLICY.verifyPortfolio("extends-a-stoped-scope"))
                .hasMessage("no portfolio rule (extends-a-stoped-scope). Did you mean `extends-a-stopped-scope`?");
    }

    @Test
    void what_a_rule_worked_out_is_expected_by_the_name_that_the_rule_gives_it() {
        assertThat(failure(() -> POLICY.verify()
                        .on("healthy")
                        .given(adoption("12"))
                        .decides(ADJUST, saw("low-adoption", "$n", "2"))))
                .contains("saw", "low-adoption: $n 2");
        assertThatThrownBy(() -> POLICY.verify().on("healthy").decides(EXTEND, saw("low-adopton", "$n", "2")))
                .hasMessage("no rule (low-adopton). Did you mean `low-adoption`?");
    }

    @Test
    void names_that_the_policy_does_not_have_are_refused_with_what_was_meant() {
        assertThatThrownBy(() -> POLICY.verify("low-adopton"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no rule (low-adopton). Did you mean `low-adoption`?");
        assertThatThrownBy(() -> POLICY.verify().on("helthy")).hasMessage("no case (helthy). Did you mean `healthy`?");
        assertThatThrownBy(() -> POLICY.verify().on("healthy").decides(EXTEND, notBecause("low-adopton")))
                .hasMessage("no rule (low-adopton). Did you mean `low-adoption`?");
        assertThatThrownBy(() -> POLICY.verify().on("healthy").decides(EXTEND, pulling("trainin")))
                .hasMessage("no lever (trainin). Did you mean `training`?");
        assertThatThrownBy(() -> POLICY.verify("low-adoption").given(floor("40")))
                .hasMessageContaining("move it with `with`");
        assertThatThrownBy(() -> POLICY.verify("low-adoption")
                        .given(reading("adoptoin", "3"))
                        .fires())
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(
                        () -> POLICY.verify("low-adoption").with(floor("400")).isSilent())
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> PolicyVerifier.builtIn("coding-agnt")).isInstanceOf(InvalidInput.class);
    }
}
