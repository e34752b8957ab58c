package dev.roi.rules;

import dev.roi.rules.drools.CompiledRules;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.policy.Policy;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What an engine does between the facts of a month and its decision, and nothing else. */
public final class DecisionLogic {

    private final Policy policy;
    private final CompiledRules rules;

    /**
     * Compiles the rules of a policy.
     *
     * @param policy the policy
     */
    public DecisionLogic(Policy policy) {
        this.policy = policy;
        this.rules = CompiledRules.of(policy);
    }

    /**
     * Returns an engine with the same compiled rules.
     *
     * @return the engine
     */
    public Engine engine() {
        return new Engine(policy, rules, Optional.empty(), UnaryOperator.identity());
    }

    /**
     * Completes the facts of a month.
     *
     * @param facts the facts of one scope and month
     * @return all that rules see
     */
    public List<Fact> complete(List<Fact> facts) {
        return rules.complete(facts);
    }

    /**
     * Decides, just as {@link Engine#verdict} does once it has the facts.
     *
     * @param facts the facts of one scope and month
     * @return what comes of them
     */
    public Verdict decide(List<Fact> facts) {
        return Recommender.verdict(policy, rules.run(complete(facts)));
    }
}
