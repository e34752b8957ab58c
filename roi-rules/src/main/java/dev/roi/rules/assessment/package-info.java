/**
 * What a scorecard says of one month: how readings compare with their baselines, what blocks did, how many months of a
 * kind there were in a row. {@link dev.roi.rules.assessment.Assessment} makes facts of that, which rules ask about.
 */
@NullMarked
package dev.roi.rules.assessment;

import org.jspecify.annotations.NullMarked;
