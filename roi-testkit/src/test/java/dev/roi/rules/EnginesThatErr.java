package dev.roi.rules;

import dev.roi.rules.drools.CompiledRules;
import dev.roi.rules.policy.Policy;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Engines that do what an engine must not do, so that the laws about engines can be seen to fail. */
public final class EnginesThatErr {

    private EnginesThatErr() {}

    /** An engine that every other time forgets the first thing that its rules found. */
    public static Engine forgetful(Policy policy) {
        AtomicInteger runs = new AtomicInteger();
        return new Engine(policy, CompiledRules.of(policy), Optional.empty(), findings -> {
            boolean forgets = runs.incrementAndGet() % 2 == 0 && !findings.isEmpty();
            return forgets ? findings.subList(1, findings.size()) : findings;
        });
    }
}
