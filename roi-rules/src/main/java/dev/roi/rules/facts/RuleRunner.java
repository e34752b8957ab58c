package dev.roi.rules.facts;

import dev.roi.core.InvalidInput;
import java.util.List;

/** Runs the rules of a policy over the facts of one scope and month. Safe for use by several threads. */
@FunctionalInterface
public interface RuleRunner {

    /**
     * Runs all rules.
     *
     * @param facts the facts
     * @return what the rules found, in no particular order
     * @throws InvalidInput when the rules hold for more combinations of the facts than {@link Combinations#MOST}
     */
    List<Finding> run(List<Fact> facts);
}
