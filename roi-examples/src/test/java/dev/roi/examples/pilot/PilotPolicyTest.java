package dev.roi.examples.pilot;

import static dev.roi.core.Decision.ADJUST;
import static dev.roi.core.Decision.EXTEND;
import static dev.roi.testkit.Expectation.because;
import static dev.roi.testkit.Expectation.pulling;
import static dev.roi.testkit.Given.reading;
import static dev.roi.testkit.Given.threshold;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Scorecard;
import dev.roi.governance.check.PolicyCheck;
import dev.roi.rules.Engine;
import dev.roi.testkit.Law;
import dev.roi.testkit.LawCheck;
import dev.roi.testkit.PolicyScenarios;
import dev.roi.testkit.PolicyVerifier;
import dev.roi.testkit.ScorecardDomain;
import java.nio.file.Path;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A team's tests of its own policy: everything in {@code policies/pilot}, and nothing else, is needed to run them. */
class PilotPolicyTest {

    private static final Path DIRECTORY = Path.of("policies/pilot");

    // 1 the scenarios, one test for each

    private static final PolicyScenarios SCENARIOS = PolicyScenarios.of(DIRECTORY);

    @TestFactory
    Stream<DynamicNode> the_policy_decides_as_its_scenarios_say() {
        return SCENARIOS.tests();
    }

    @TestFactory
    Stream<DynamicTest> the_scenarios_would_notice_any_small_change() {
        return SCENARIOS.completeness();
    }

    @Test
    void nothing_is_wrong_with_it() {
        assertThat(PolicyCheck.of(DIRECTORY).findings()).isEmpty();
    }

    // 2 what is easier to say in Java: one rule, and the whole policy

    private static final PolicyVerifier PILOT = PolicyVerifier.load(DIRECTORY);

    @Test
    void few_users_fires_just_below_its_threshold_and_cites_the_reading() {
        PILOT.verify("few-users")
                .given(reading("adoption", "39.9"))
                .justifiesExactly(reading("adoption", "39.9"), threshold("adoption.low", "40"));
    }

    @Test
    void few_users_stays_silent_exactly_at_its_threshold() {
        PILOT.verify("few-users")
                .given(reading("adoption", "50"))
                .with(threshold("adoption.low", "50"))
                .isSilent();
    }

    @Test
    void a_leak_that_was_closed_is_forgotten() {
        PILOT.verify().on("good").before(1, reading("leaks", "3")).decides(EXTEND, because("faster"));
        PILOT.verify().on("good").given(reading("leaks", "3")).decides(ADJUST, pulling("security"));
    }

    // 3 a law, over whatever scorecards there may be

    private static final LawCheck LAWS = LawCheck.of(Engine.load(DIRECTORY));

    static class Pilot extends ScorecardDomain {
        Pilot() {
            super(Engine.load(DIRECTORY));
        }
    }

    @Property(tries = 100, seed = "42")
    @Domain(Pilot.class)
    void a_better_reading_never_makes_the_decision_worse(@ForAll Scorecard scorecard) {
        LAWS.check(Law.BETTER_IS_NEVER_WORSE, scorecard);
    }

    @Property(tries = 100, seed = "41")
    @Domain(Pilot.class)
    void nothing_is_extended_over_what_is_not_known(@ForAll Scorecard scorecard) {
        LAWS.check(Law.UNKNOWN_BLOCKS, scorecard);
    }
}
