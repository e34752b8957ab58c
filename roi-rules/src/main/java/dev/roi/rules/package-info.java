/**
 * The engine: load a policy, review a scorecard or a portfolio. With the nouns of {@code dev.roi.core}, that is all that a
 * review needs. What else there is stands beside it: {@code dev.roi.core.json} reads and writes documents,
 * {@code dev.roi.report} writes for people, {@code dev.roi.governance.live} takes up changed policies,
 * {@code dev.roi.ledger} keeps decisions.
 *
 * <p>Begin with {@link dev.roi.rules.Engine}. An engine and everything it returns is immutable and may be shared between
 * any number of threads; each review runs by itself and keeps nothing. There is nothing to close. The first engine of a
 * process starts two daemon threads of the rule compiler, which stay.
 */
@NullMarked
package dev.roi.rules;

import org.jspecify.annotations.NullMarked;
