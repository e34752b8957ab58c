/**
 * The decision logic of a policy, from facts to a decision, written for several engines and by hand.
 */
@NullMarked
package dev.roi.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
