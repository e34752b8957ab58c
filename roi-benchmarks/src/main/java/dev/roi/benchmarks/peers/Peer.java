package dev.roi.benchmarks.peers;

import java.util.function.Supplier;

/** An engine with the rules of a policy. What it maps plain facts to, it maps when it decides. */
@FunctionalInterface
public interface Peer {

    /**
     * Decides on one scope and month. This is what is timed.
     *
     * @param month the facts, as they were made; what a peer makes of them it makes here
     * @return the answer, which is put into one form only when it is asked for
     */
    Supplier<Answer> decide(MonthFacts month);
}
