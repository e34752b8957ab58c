package dev.roi.governance.scenario;

import dev.roi.core.Message;
import dev.roi.core.RuleId;
import dev.roi.core.ThresholdId;
import dev.roi.rules.policy.Policy;
import java.util.List;
import java.util.Optional;

/**
 * A policy with one small change, which some scenario should notice.
 *
 * @param name a stable name, such as {@code threshold/adoption.low/up}
 * @param change what was changed, in words
 * @param title what the policy says instead, in a few words: the name of a scenario that would notice the change
 * @param policy the changed policy
 * @param threshold the threshold that was moved, if one was
 * @param rules the rules that the change is about
 */
public record Mutant(
        String name,
        Message change,
        Message title,
        Policy policy,
        Optional<ThresholdId> threshold,
        List<RuleId> rules) {

    /** Copies the list. {@inheritDoc} */
    public Mutant {
        rules = List.copyOf(rules);
    }
}
