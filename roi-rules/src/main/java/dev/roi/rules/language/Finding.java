package dev.roi.rules.language;

import dev.roi.rules.facts.Fact;
import java.util.List;

/**
 * A rule that holds, and the facts that made it hold.
 *
 * @param rule the rule
 * @param asked the conditions that ask for a fact, of those that stand in nothing else or in the branch that held
 * @param facts one fact for each of these, in their order
 * @param counted the facts that it rests on without being about each: those that were counted, or all that there are of
 *     what has to exist
 */
public record Finding(Rule rule, List<Condition> asked, List<Fact> facts, List<Fact> counted) {

    /** Copies the lists. {@inheritDoc} */
    public Finding {
        asked = List.copyOf(asked);
        facts = List.copyOf(facts);
        counted = List.copyOf(counted);
    }

    /**
     * Makes a finding of a rule that has conditions only.
     *
     * @param rule the rule
     * @param facts one fact for each condition that asks for a fact, in the rule's order
     */
    public Finding(Rule rule, List<Fact> facts) {
        this(rule, rule.present().toList(), facts, List.of());
    }
}
