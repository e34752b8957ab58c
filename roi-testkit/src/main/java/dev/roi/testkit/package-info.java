/**
 * For people who unit-test decision policies: scorecards to try them on, and the decision laws as ready properties.
 *
 * <p>{@link dev.roi.testkit.PolicyLaws} holds a policy to the {@linkplain dev.roi.testkit.Law laws} over generated
 * scorecards; {@link dev.roi.testkit.LawCheck} does so for one scorecard, and fits into a property of jqwik whose
 * scorecards come from {@link dev.roi.testkit.ScorecardArbitraries}.
 */
@NullMarked
package dev.roi.testkit;

import org.jspecify.annotations.NullMarked;
