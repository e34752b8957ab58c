package dev.roi.rules.drools;

import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.Finding;
import dev.roi.rules.policy.Rule;
import java.util.ArrayList;
import java.util.List;

/** Takes what rules say, in whatever order they say it. For use by one thread. */
final class Findings {

    private final List<Finding> list = new ArrayList<>();

    void add(Rule rule, List<Fact> facts) {
        list.add(new Finding(rule, facts));
    }

    List<Finding> list() {
        return list;
    }
}
