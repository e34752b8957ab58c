package dev.roi.benchmarks.peers;

import dev.roi.rules.DecisionLogic;
import dev.roi.rules.Verdict;
import dev.roi.rules.policy.Policy;
import java.util.function.Supplier;

/** This library; it also says which facts made each rule fire. */
final class Roi implements Peer {

    private final DecisionLogic logic;

    Roi(Policy policy) {
        logic = new DecisionLogic(policy);
    }

    @Override
    public Supplier<Answer> decide(MonthFacts month) {
        Verdict verdict = logic.decide(month.facts());
        return () -> new Answer(verdict.decision(), verdict.levers(), verdict.fired());
    }
}
