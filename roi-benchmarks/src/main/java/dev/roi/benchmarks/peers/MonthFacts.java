package dev.roi.benchmarks.peers;

import dev.roi.rules.facts.Fact;
import java.util.List;

/**
 * The facts of one scope and month, in the form that each peer would ask for, made before anything is timed.
 *
 * @param facts the facts as the engine makes them; it still has to find which readings lie on both sides of a limit
 * @param plain what its rules see of them, plain and without thresholds
 */
public record MonthFacts(List<Fact> facts, List<PlainFact> plain) {

    /** Copies the lists. {@inheritDoc} */
    public MonthFacts {
        facts = List.copyOf(facts);
        plain = List.copyOf(plain);
    }
}
