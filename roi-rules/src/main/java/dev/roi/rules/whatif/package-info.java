/**
 * What would change a decision, what keeps it, how sure it is, and what to measure next. Begin with {@link
 * dev.roi.rules.whatif.WhatIf}, which {@link dev.roi.rules.Engine#whatIf} gives.
 *
 * <p>Rules are comparisons with thresholds, so along one reading a decision changes only where a comparison does. Those
 * values are derived from the conditions of the rules, and every answer is one that rules gave when they ran again.
 */
@NullMarked
package dev.roi.rules.whatif;

import org.jspecify.annotations.NullMarked;
