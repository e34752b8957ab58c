package dev.roi.rules.policy;

/**
 * The names of a policy that its rules may use.
 *
 * @param indicators the indicators
 * @param blocks the blocks
 * @param thresholds the thresholds
 * @param monthKinds the kinds of months
 * @param levers the levers
 * @param units what the numbers count that rules calculate with
 */
public record RuleNames(
        DeclaredNames indicators,
        DeclaredNames blocks,
        DeclaredNames thresholds,
        DeclaredNames monthKinds,
        DeclaredNames levers,
        RuleUnits units) {}
