/**
 * For people who unit-test decision policies.
 *
 * <p>{@link dev.roi.testkit.PolicyScenarios} turns a policy's scenario files into tests of JUnit, and holds them to
 * notice every small change. {@link dev.roi.testkit.PolicyVerifier} verifies one rule, or what the whole policy decides;
 * its failures show both sides, and why. {@link dev.roi.testkit.PolicyLaws} holds a policy to the
 * {@linkplain dev.roi.testkit.Law laws} over generated scorecards; {@link dev.roi.testkit.LawCheck} does so for one
 * scorecard, in a property of jqwik whose scorecards come from {@link dev.roi.testkit.ScorecardDomain}.
 */
@NullMarked
package dev.roi.testkit;

import org.jspecify.annotations.NullMarked;
