package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * One reason of a recommendation. Equal by value, so that the reasons of two months can be compared.
 *
 * @param rule the rule that gives the reason
 * @param effect what it does to the decision
 * @param lever what an adjustment acts on; there exactly when the effect is an adjustment
 * @param block the block it is about
 * @param headline the reason in a few words, as a headline has it
 * @param text the reason in full, for people; do not parse it
 * @param evidence what it rests on, in the rule's order; what is not known is there too
 */
public record Justification(
        RuleId rule,
        Effect effect,
        Optional<Lever> lever,
        BlockId block,
        String headline,
        String text,
        List<Evidence> evidence) {

    /** Copies the evidence and checks that an adjustment, and nothing else, has a lever. {@inheritDoc} */
    public Justification {
        requireNonNull(rule, "rule");
        requireNonNull(block, "block");
        if ((effect == Effect.ADJUST) != lever.isPresent()) {
            throw new IllegalArgumentException(
                    "effect (%s) and lever (%s) of %s do not agree".formatted(effect, lever, rule));
        }
        evidence = List.copyOf(evidence);
    }
}
