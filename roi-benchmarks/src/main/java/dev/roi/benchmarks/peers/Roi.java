package dev.roi.benchmarks.peers;

import dev.roi.rules.DecisionLogic;
import dev.roi.rules.Verdict;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.policy.Policy;
import java.util.List;
import java.util.function.Supplier;

/** This library; it also says which facts made each rule fire. */
final class Roi implements Peer {

    private final DecisionLogic logic;

    Roi(Policy policy) {
        logic = new DecisionLogic(policy);
    }

    @Override
    public Supplier<Answer> decide(List<Fact> facts) {
        Verdict verdict = logic.decide(facts);
        return () -> new Answer(verdict.decision(), verdict.levers(), verdict.fired());
    }
}
