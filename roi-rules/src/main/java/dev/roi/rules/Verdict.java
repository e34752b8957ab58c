package dev.roi.rules;

import dev.roi.core.Decision;
import dev.roi.core.LeverId;
import dev.roi.core.RuleId;
import dev.roi.rules.language.Finding;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a review comes to, without its sentences.
 *
 * @param decision what is recommended
 * @param levers what its adjusting rules act on, in the policy's order
 * @param findings what the rules found, in no particular order
 */
public record Verdict(Decision decision, List<LeverId> levers, List<Finding> findings) {

    /** Copies the lists. {@inheritDoc} */
    public Verdict {
        levers = List.copyOf(levers);
        findings = List.copyOf(findings);
    }

    /**
     * Returns the rules that fired.
     *
     * @return their names, in the order of the alphabet; may be none
     */
    public Set<RuleId> fired() {
        Set<RuleId> fired = new TreeSet<>();
        findings.forEach(finding -> fired.add(finding.rule().id()));
        return Collections.unmodifiableSet(fired);
    }
}
