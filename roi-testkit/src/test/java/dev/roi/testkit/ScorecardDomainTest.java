package dev.roi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Portfolio;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.rules.Engine;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

@Domain(ScorecardDomainTest.CodingAgent.class)
class ScorecardDomainTest {

    private static final Engine ENGINE = Engine.builtIn("coding-agent");
    private static final LawCheck LAWS = LawCheck.of(ENGINE);

    static class CodingAgent extends ScorecardDomain {
        CodingAgent() {
            super(ENGINE);
        }
    }

    @Property(tries = 50, seed = "1")
    void a_law_is_one_line(@ForAll Scorecard scorecard) {
        LAWS.check(Law.HIDDEN_COST_BLOCKS, scorecard);
    }

    @Property(tries = 20, seed = "2")
    void portfolios_are_provided_too(@ForAll Portfolio portfolio) {
        LAWS.check(Law.PORTFOLIO_IS_ITS_SCOPES, portfolio);
    }

    @Property(tries = 20, seed = "3")
    void and_months(@ForAll Snapshot month) {
        assertThat(ENGINE.indicators().indicators())
                .extracting(indicator -> indicator.id())
                .containsAll(month.readings().keySet());
    }
}
