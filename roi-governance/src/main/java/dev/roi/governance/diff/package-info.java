/**
 * What one policy changes over another: {@link dev.roi.governance.diff.PolicyComparison} says it in words, decides the past
 * under both, and finds for each decision that changes what did it, by making one change at a time.
 */
@NullMarked
package dev.roi.governance.diff;

import org.jspecify.annotations.NullMarked;
