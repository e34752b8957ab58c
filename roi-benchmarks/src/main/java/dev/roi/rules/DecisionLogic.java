package dev.roi.rules;

import dev.roi.rules.drools.RuleBase;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.RuleRunner;
import dev.roi.rules.policy.Policy;
import java.util.List;

/** What an engine does between the facts of a month and its decision, and nothing else. */
public final class DecisionLogic {

    private final Policy policy;
    private final RuleRunner rules;

    /**
     * Compiles the rules of a policy.
     *
     * @param policy the policy
     */
    public DecisionLogic(Policy policy) {
        this.policy = policy;
        this.rules = RuleBase.compile(policy);
    }

    /**
     * Returns an engine with the same compiled rules.
     *
     * @return the engine
     */
    public Engine engine() {
        return new Engine(policy, rules);
    }

    /**
     * Decides, just as {@link Engine#verdict} does once it has the facts.
     *
     * @param facts the facts of one scope and month
     * @return what comes of them
     */
    public Verdict decide(List<Fact> facts) {
        return Recommender.verdict(policy, rules.run(facts));
    }
}
