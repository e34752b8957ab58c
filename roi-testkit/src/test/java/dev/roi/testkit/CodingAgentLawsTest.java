package dev.roi.testkit;

import dev.roi.core.Decision;
import dev.roi.core.Portfolio;
import dev.roi.core.Scorecard;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/**
 * The laws over the {@code coding-agent} policy, each on sixty scorecards, of which each decision makes up a
 * twentieth at least. The seed is fixed, so that a build is repeatable; {@link LawsSoakTest} draws 20,000 others.
 */
@PropertyDefaults(tries = 60)
class CodingAgentLawsTest {

    private static final Engine ENGINE = Engine.builtIn("coding-agent");
    private static final LawCheck LAWS = LawCheck.of(ENGINE);
    private static final ScorecardArbitraries ARBITRARIES = ScorecardArbitraries.of(ENGINE.policy());

    @Provide
    Arbitrary<Scorecard> scorecards() {
        return ARBITRARIES.scorecards();
    }

    @Provide
    Arbitrary<Portfolio> portfolios() {
        return ARBITRARIES.portfolios();
    }

    private static void check(Law law, Scorecard scorecard) {
        count(ENGINE.decide(scorecard, ReviewRequest.LATEST));
        LAWS.check(law, scorecard);
    }

    private static void count(Decision decision) {
        Statistics.label("decision").collect(decision).coverage(coverage -> {
            for (Decision each : Decision.values()) {
                coverage.check(each).percentage(share -> share >= 5);
            }
        });
    }

    @Property(seed = "1")
    @Label("law 1: one decision with a reason, the same bytes for the same input, and no look ahead")
    void one_decision(@ForAll("scorecards") Scorecard scorecard) {
        check(Law.ONE_DECISION, scorecard);
    }

    @Property(seed = "2")
    @Label("law 2: more activity or a better perception alone makes no decision better")
    void secondary_signals_prove_nothing(@ForAll("scorecards") Scorecard scorecard) {
        check(Law.SECONDARY_SIGNALS_PROVE_NOTHING, scorecard);
    }

    @Property(seed = "3")
    @Label("law 3: unknown blocks, hiding never helps, and a dark alarm stays an alarm")
    void unknown_blocks(@ForAll("scorecards") Scorecard scorecard) {
        check(Law.UNKNOWN_BLOCKS, scorecard);
    }

    @Property(seed = "4")
    @Label("law 4: the system, not the tool")
    void system_not_tool(@ForAll("scorecards") Scorecard scorecard) {
        check(Law.SYSTEM_NOT_TOOL, scorecard);
    }

    @Property(seed = "5")
    @Label("law 5: a hidden cost blocks whatever the speed, and late effects count")
    void hidden_cost_blocks(@ForAll("scorecards") Scorecard scorecard) {
        check(Law.HIDDEN_COST_BLOCKS, scorecard);
    }

    @Property(seed = "6")
    @Label("law 6: risk blocks and adjusts, and stops where it is critical")
    void risk_blocks_and_stops(@ForAll("scorecards") Scorecard scorecard) {
        check(Law.RISK_BLOCKS_AND_STOPS, scorecard);
    }

    @Property(seed = "7")
    @Label("law 7: high adoption needs direction, low adoption needs training")
    void adoption_needs_direction(@ForAll("scorecards") Scorecard scorecard) {
        check(Law.ADOPTION_NEEDS_DIRECTION, scorecard);
    }

    @Property(seed = "8")
    @Label("law 8: a budget is read with results")
    void budget_needs_results(@ForAll("scorecards") Scorecard scorecard) {
        check(Law.BUDGET_NEEDS_RESULTS, scorecard);
    }

    @Property(seed = "9")
    @Label("law 9: hours count only with their destinations")
    void hours_need_destinations(@ForAll("scorecards") Scorecard scorecard) {
        check(Law.HOURS_NEED_DESTINATIONS, scorecard);
    }

    @Property(seed = "10")
    @Label("law 10: money is tied to authorised workflows")
    void money_needs_workflows(@ForAll("scorecards") Scorecard scorecard) {
        check(Law.MONEY_NEEDS_WORKFLOWS, scorecard);
    }

    @Property(seed = "11")
    @Label("law 11: neither enthusiasm nor rejection")
    void neither_enthusiasm_nor_rejection(@ForAll("scorecards") Scorecard scorecard) {
        check(Law.NEITHER_ENTHUSIASM_NOR_REJECTION, scorecard);
    }

    @Property(seed = "12")
    @Label("law 12: a better reading never makes the decision worse")
    void better_is_never_worse(@ForAll("scorecards") Scorecard scorecard) {
        check(Law.BETTER_IS_NEVER_WORSE, scorecard);
    }

    @Property(seed = "13")
    @Label("law 13: every decision is complete")
    void decisions_are_complete(@ForAll("scorecards") Scorecard scorecard) {
        check(Law.DECISIONS_ARE_COMPLETE, scorecard);
    }

    @Property(seed = "14")
    @Label("law 14: what people feel is said, and changes nothing")
    void perception_is_said_not_counted(@ForAll("scorecards") Scorecard scorecard) {
        check(Law.PERCEPTION_IS_SAID_NOT_COUNTED, scorecard);
    }

    @Property(seed = "15")
    @Label("law 15: few points and wide intervals have no power")
    void few_points_have_no_power(@ForAll("scorecards") Scorecard scorecard) {
        check(Law.FEW_POINTS_HAVE_NO_POWER, scorecard);
    }

    @Property(seed = "16")
    @Label("law 16: a portfolio is read from its scopes")
    void portfolio_is_its_scopes(@ForAll("portfolios") Portfolio portfolio) {
        portfolio.scorecards().forEach(scorecard -> count(ENGINE.decide(scorecard, ReviewRequest.LATEST)));
        LAWS.check(Law.PORTFOLIO_IS_ITS_SCOPES, portfolio);
    }

    @Property(seed = "17")
    @Label("law 17: guardrails are vetoes")
    void guardrails_are_vetoes(@ForAll("scorecards") Scorecard scorecard) {
        check(Law.GUARDRAILS_ARE_VETOES, scorecard);
    }
}
