package dev.roi.rules;

import dev.roi.core.Decision;
import dev.roi.rules.facts.Finding;
import java.util.List;

/**
 * A decision before it is put into words.
 *
 * @param decision the decision
 * @param findings what the rules found, in no particular order
 */
public record Verdict(Decision decision, List<Finding> findings) {

    /** Copies the list. {@inheritDoc} */
    public Verdict {
        findings = List.copyOf(findings);
    }
}
