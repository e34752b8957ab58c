/**
 * Policy directories: blocks and indicators, thresholds, rules as people write them, views and texts, and everything
 * that can be wrong with them.
 *
 * <p>A {@link dev.roi.rules.policy.Policy} is what a directory means; {@link dev.roi.rules.policy.PolicyFiles} is what
 * it holds. Nothing here knows how rules are run.
 */
@NullMarked
package dev.roi.rules.policy;

import org.jspecify.annotations.NullMarked;
