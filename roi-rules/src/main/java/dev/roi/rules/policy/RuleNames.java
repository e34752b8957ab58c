package dev.roi.rules.policy;

import java.util.List;

/**
 * The names of a policy that its rules may use.
 *
 * @param indicators the indicators
 * @param blocks the blocks
 * @param thresholds the thresholds
 * @param monthKinds the kinds of months
 * @param levers the levers
 */
public record RuleNames(
        List<String> indicators,
        List<String> blocks,
        List<String> thresholds,
        List<String> monthKinds,
        List<String> levers) {

    /** Copies the lists. {@inheritDoc} */
    public RuleNames {
        indicators = List.copyOf(indicators);
        blocks = List.copyOf(blocks);
        thresholds = List.copyOf(thresholds);
        monthKinds = List.copyOf(monthKinds);
        levers = List.copyOf(levers);
    }
}
