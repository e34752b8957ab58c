package dev.roi.testkit;

import dev.roi.core.Decision;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a law was put to the test with, so that it never holds for want of cases.
 *
 * @param law the law
 * @param seed what the scorecards were drawn with; the same seed gives the same ones
 * @param tries how many scorecards there were
 * @param decisions how many of them had each decision; every decision is there
 * @param clauses how often each clause that applies was put to the test, in order
 */
public record Tally(Law law, long seed, int tries, Map<Decision, Integer> decisions, Map<String, Integer> clauses) {

    /** Copies the counts. {@inheritDoc} */
    public Tally {
        Map<Decision, Integer> copy = new EnumMap<>(Decision.class);
        for (Decision decision : Decision.values()) {
            copy.put(decision, decisions.getOrDefault(decision, 0));
        }
        decisions = Collections.unmodifiableMap(copy);
        clauses = Collections.unmodifiableMap(new LinkedHashMap<>(clauses));
    }

    /**
     * Returns how much of the cases a decision makes up.
     *
     * @param decision the decision
     * @return its share, in percent
     */
    public double share(Decision decision) {
        int sum = decisions.values().stream().mapToInt(Integer::intValue).sum();
        return sum == 0 ? 0 : 100.0 * decisions.getOrDefault(decision, 0) / sum;
    }
}
