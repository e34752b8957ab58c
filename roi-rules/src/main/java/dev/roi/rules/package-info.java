/**
 * The engine: load a policy, review a scorecard or a portfolio. The only package that an application imports besides the
 * nouns of {@code dev.roi.core}.
 *
 * <p>Begin with {@link dev.roi.rules.Engine}. An engine and everything it returns is immutable and may be shared between
 * any number of threads; each review runs by itself and keeps nothing. There is nothing to close. The first engine of a
 * process starts two daemon threads of the rule compiler, which stay.
 */
@NullMarked
package dev.roi.rules;

import org.jspecify.annotations.NullMarked;
