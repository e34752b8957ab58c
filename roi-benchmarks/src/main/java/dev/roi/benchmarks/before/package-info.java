/**
 * What runs in this build and in an earlier one alike, so it may use only what both have.
 */
@NullMarked
package dev.roi.benchmarks.before;

import org.jspecify.annotations.NullMarked;
