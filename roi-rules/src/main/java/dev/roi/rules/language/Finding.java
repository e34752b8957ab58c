package dev.roi.rules.language;

import dev.roi.rules.facts.Fact;
import java.util.List;

/**
 * A rule whose conditions all held, and the facts that made them hold.
 *
 * @param rule the rule
 * @param facts one fact for each condition that asks for a fact, in the rule's order
 */
public record Finding(Rule rule, List<Fact> facts) {

    /** Copies the facts. {@inheritDoc} */
    public Finding {
        facts = List.copyOf(facts);
    }
}
