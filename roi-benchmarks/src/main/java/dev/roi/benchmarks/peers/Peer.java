package dev.roi.benchmarks.peers;

import dev.roi.rules.facts.Fact;
import java.util.List;
import java.util.function.Supplier;

/** An engine with the rules of a policy. What it maps facts to, it maps when it decides. */
@FunctionalInterface
public interface Peer {

    /**
     * Decides on one scope and month. This is what is timed.
     *
     * @param facts the facts, as they were made; what a peer makes of them it makes here
     * @return the answer, which is put into one form only when it is asked for
     */
    Supplier<Answer> decide(List<Fact> facts);
}
