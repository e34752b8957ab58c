/**
 * The nouns of a monthly review: what is measured, what it is compared with, and what is recommended.
 *
 * <p>Start with {@link dev.roi.core.Scorecard}: one scope, its baselines and its monthly snapshots. A review of it is a
 * {@link dev.roi.core.Review}. Every type here is immutable, cannot hold an invalid value, may be shared between
 * threads, and says "not known" with a type of its own, never with null, zero or NaN.
 */
@NullMarked
package dev.roi.core;

import org.jspecify.annotations.NullMarked;
