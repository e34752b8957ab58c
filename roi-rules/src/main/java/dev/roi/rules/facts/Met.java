package dev.roi.rules.facts;

import java.util.ArrayList;
import java.util.List;

/**
 * What the facts of one scope and month meet of the conditions of a policy's rules. It does not change once
 * {@link Conditions#metBy} has returned it.
 */
public final class Met {

    private final int[] counts;
    private final List<Pair> pairs = new ArrayList<>();

    Met(int conditions) {
        this.counts = new int[conditions];
    }

    void add(int condition, Fact fact) {
        counts[condition]++;
        pairs.add(new Pair(condition, fact));
    }

    /**
     * Returns how many facts meet a condition.
     *
     * @param condition the condition's {@linkplain Conditions#number number}
     * @return how many; 0 where none does
     */
    public int count(int condition) {
        return counts[condition];
    }

    /**
     * Returns the facts that meet a condition.
     *
     * @param condition the condition's {@linkplain Conditions#number number}
     * @return the facts, in their order
     */
    public List<Fact> facts(int condition) {
        List<Fact> facts = new ArrayList<>(counts[condition]);
        for (Pair pair : pairs) {
            if (pair.condition == condition) {
                facts.add(pair.fact);
            }
        }
        return facts;
    }

    private record Pair(int condition, Fact fact) {}
}
