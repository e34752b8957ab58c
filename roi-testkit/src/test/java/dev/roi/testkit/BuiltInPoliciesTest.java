package dev.roi.testkit;

import dev.roi.rules.Engine;
import dev.roi.rules.policy.PolicyFiles;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class BuiltInPoliciesTest {

    /** Laws that hold for every built-in policy in all of their clauses. */
    private static final Set<Law> HELD = EnumSet.of(
            Law.ONE_DECISION,
            Law.SECONDARY_SIGNALS_PROVE_NOTHING,
            Law.SYSTEM_NOT_TOOL,
            Law.HIDDEN_COST_BLOCKS,
            Law.RISK_BLOCKS_AND_STOPS,
            Law.ADOPTION_NEEDS_DIRECTION,
            Law.HOURS_NEED_DESTINATIONS,
            Law.MONEY_NEEDS_WORKFLOWS,
            Law.BETTER_IS_NEVER_WORSE,
            Law.DECISIONS_ARE_COMPLETE,
            Law.PORTFOLIO_IS_ITS_SCOPES);

    @TestFactory
    Stream<DynamicContainer> built_in_policies_keep_the_laws() {
        return PolicyFiles.builtIns().stream().map(id -> {
            PolicyLaws laws = PolicyLaws.of(Engine.builtIn(id));
            return DynamicContainer.dynamicContainer(
                    id,
                    laws.laws().stream()
                            .filter(HELD::contains)
                            .map(law -> DynamicTest.dynamicTest(law.toString(), () -> laws.check(law))));
        });
    }
}
