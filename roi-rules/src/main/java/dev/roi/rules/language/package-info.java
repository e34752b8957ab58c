/**
 * The language of rule files: {@link dev.roi.rules.language.Rule} is a rule as its authors wrote it, and
 * {@link dev.roi.rules.language.Constraint} the one place that holds a fact against a comparison.
 */
@NullMarked
package dev.roi.rules.language;

import org.jspecify.annotations.NullMarked;
