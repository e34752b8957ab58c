/**
 * How fast the library is: measured beside its peers and plain Java, on decisions that are compared first.
 */
@NullMarked
package dev.roi.benchmarks;

import org.jspecify.annotations.NullMarked;
