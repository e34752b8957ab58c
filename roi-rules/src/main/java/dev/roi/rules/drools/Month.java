package dev.roi.rules.drools;

import dev.roi.rules.facts.Combinations;
import dev.roi.rules.facts.Combinations.OfRule;
import dev.roi.rules.facts.Finding;
import dev.roi.rules.facts.Met;
import java.util.ArrayList;
import java.util.List;

/**
 * What Drools knows of one scope and month: which conditions are met. It takes what rules say of that, in whatever order
 * they say it. For use by one thread at a time.
 */
final class Month {

    private final Combinations combinations;
    private final Met nothing;
    private Met met;
    private List<Finding> findings = List.of();
    private long count;

    Month(Combinations combinations) {
        this.combinations = combinations;
        this.nothing = combinations.metBy(List.of());
        this.met = nothing;
    }

    void begin(Met begun) {
        met = begun;
        findings = new ArrayList<>();
        count = 0;
    }

    boolean meets(int condition) {
        return met.count(condition) > 0;
    }

    void add(OfRule rule) {
        count += rule.count(met);
        if (count <= Combinations.MOST) {
            rule.addTo(findings, met);
        }
    }

    List<Finding> end() {
        if (count > Combinations.MOST) {
            throw combinations.refusal(met);
        }
        List<Finding> found = findings;
        met = nothing;
        findings = List.of();
        return found;
    }
}
