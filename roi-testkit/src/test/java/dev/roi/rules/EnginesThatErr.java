package dev.roi.rules;

import dev.roi.rules.facts.Finding;
import dev.roi.rules.facts.RuleRunner;
import dev.roi.rules.policy.Policy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Engines that do what an engine must not do, so that the laws about engines can be seen to fail. */
public final class EnginesThatErr {

    private EnginesThatErr() {}

    /** An engine that every other time forgets the first thing that its rules found. */
    public static Engine forgetful(Policy policy, RuleRunner runner) {
        AtomicInteger runs = new AtomicInteger();
        return new Engine(policy, facts -> {
            List<Finding> findings = runner.run(facts);
            boolean forgets = runs.incrementAndGet() % 2 == 0 && !findings.isEmpty();
            return forgets ? findings.subList(1, findings.size()) : findings;
        });
    }
}
