package dev.roi.testkit.model;

import dev.roi.core.Decision;
import dev.roi.core.IndicatorId;
import dev.roi.core.LeverId;
import java.util.Map;
import java.util.Set;

/**
 * What the laws ask of a month.
 *
 * @param decision the decision
 * @param levers what adjustments that are asked for act on, also where the scope is stopped
 * @param obstacles what stands between the scope and extending, with the indicators that it is about; empty exactly when
 *     the decision is to extend
 */
record Answer(Decision decision, Set<LeverId> levers, Map<Obstacle, Set<IndicatorId>> obstacles) {}
