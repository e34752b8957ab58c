package dev.roi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.rules.Engine;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The laws over the {@code coding-agent} policy, each on a thousand scorecards, of which each decision makes up a
 * twentieth at least. The seed is fixed, so that a build is repeatable; {@link LawsSoakTest} draws others.
 */
class CodingAgentLawsTest {

    private static final PolicyLaws LAWS = PolicyLaws.of(Engine.builtIn("coding-agent"));

    @TestFactory
    Stream<DynamicTest> keeps_every_law() {
        return LAWS.tests();
    }

    @Test
    void every_law_speaks_of_it_and_every_clause() {
        assertThat(LAWS.laws()).containsExactly(Law.values());
        LawCheck check = LawCheck.of(Engine.builtIn("coding-agent"));
        for (Law law : Law.values()) {
            assertThat(check.clauses(law)).as(law.toString()).isEqualTo(law.clauses());
        }
    }

    @Test
    void a_law_is_tried_on_a_thousand_scorecards_of_which_each_decision_makes_up_a_twentieth() {
        assertThat(PolicyLaws.TRIES).isEqualTo(1_000);
        assertThat(PolicyLaws.LEAST_SHARE).isEqualTo(5);
    }
}
