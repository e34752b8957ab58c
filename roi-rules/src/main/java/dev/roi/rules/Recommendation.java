package dev.roi.rules;

import dev.roi.core.Decision;
import dev.roi.core.Justification;
import dev.roi.core.LeverId;
import java.util.List;

/**
 * What is recommended, and why.
 *
 * @param decision the decision
 * @param headline the decision and its first reason
 * @param levers what to adjust, in the policy's order
 * @param justifications every reason, in order
 */
record Recommendation(Decision decision, String headline, List<LeverId> levers, List<Justification> justifications) {}
