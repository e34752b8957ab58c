package dev.roi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Scorecard;
import dev.roi.rules.Engine;
import dev.roi.rules.EnginesThatErr;
import dev.roi.rules.assessment.Assessment;
import dev.roi.rules.drools.CompiledRules;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.policy.Policy;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What laws 1 and 16 ask of the engine rather than of a policy. */
class EngineLawsTest {

    private static final Engine ENGINE = Engine.builtIn("coding-agent");
    private static final Policy POLICY = ENGINE.policy();
    private static final CompiledRules RULES = CompiledRules.of(POLICY);

    @Provide
    Arbitrary<Scorecard> scorecards() {
        return ScorecardArbitraries.of(POLICY).scorecards();
    }

    @Property(tries = 300, seed = "201")
    void the_order_of_facts_does_not_matter(@ForAll("scorecards") Scorecard scorecard, @ForAll long seed) {
        List<Fact> facts = facts(scorecard);
        List<Fact> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(RULES.run(shuffled)).containsExactlyInAnyOrderElementsOf(RULES.run(facts));
    }

    @Property(tries = 300, seed = "202")
    void rules_find_what_somebody_finds_who_holds_every_fact_against_every_condition(
            @ForAll("scorecards") Scorecard scorecard) {
        List<Fact> facts = facts(scorecard);

        assertThat(RULES.run(facts)).containsExactlyInAnyOrderElementsOf(PlainRules.run(POLICY, facts));
    }

    private static List<Fact> facts(Scorecard scorecard) {
        List<YearMonth> complete = scorecard.completeMonths();
        return RULES.complete(Assessment.of(POLICY, scorecard, complete.get(complete.size() - 1))
                .facts());
    }

    @Test
    void an_engine_that_forgets_breaks_the_law_of_one_decision() {
        assertThat(breachOf(Law.ONE_DECISION)).contains("the same bytes when it is reviewed again");
    }

    @Test
    void an_engine_that_forgets_breaks_the_law_of_portfolios() {
        assertThat(breachOf(Law.PORTFOLIO_IS_ITS_SCOPES)).contains("as if it were alone");
    }

    private static String breachOf(Law law) {
        LawCheck laws = LawCheck.of(EnginesThatErr.forgetful(POLICY));
        Scorecard scorecard = ScorecardArbitraries.of(POLICY).generator().next(new Random(1));
        return laws.breach(law, scorecard).orElseThrow().text();
    }
}
