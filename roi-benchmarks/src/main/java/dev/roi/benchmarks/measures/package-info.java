/**
 * What is measured with JMH.
 */
@NullMarked
package dev.roi.benchmarks.measures;

import org.jspecify.annotations.NullMarked;
