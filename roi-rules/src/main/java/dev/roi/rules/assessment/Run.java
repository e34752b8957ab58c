package dev.roi.rules.assessment;

import dev.roi.rules.policy.MonthKind;

/**
 * Months of one kind in a row, up to the reviewed one.
 *
 * @param kind the kind of month
 * @param months how many surely were of the kind
 * @param possible how many may have been, counting undetermined ones
 */
public record Run(MonthKind kind, int months, int possible) {}
