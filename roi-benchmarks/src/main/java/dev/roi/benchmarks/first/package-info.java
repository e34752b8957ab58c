/**
 * Programs that make one decision and end, to be timed as a whole.
 */
@NullMarked
package dev.roi.benchmarks.first;

import org.jspecify.annotations.NullMarked;
