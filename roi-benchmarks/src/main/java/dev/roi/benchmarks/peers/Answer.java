package dev.roi.benchmarks.peers;

import dev.roi.core.Decision;
import dev.roi.core.LeverId;
import dev.roi.core.RuleId;
import java.util.List;
import java.util.Set;

/**
 * What a peer says, for comparison with the others.
 *
 * @param decision the decision
 * @param levers what to act on, in the policy's order
 * @param fired the rules that fired, each once
 */
public record Answer(Decision decision, List<LeverId> levers, Set<RuleId> fired) {

    /** Copies the lists. {@inheritDoc} */
    public Answer {
        levers = List.copyOf(levers);
        fired = Set.copyOf(fired);
    }
}
