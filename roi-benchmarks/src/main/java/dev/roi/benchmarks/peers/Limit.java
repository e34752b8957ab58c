package dev.roi.benchmarks.peers;

import dev.roi.rules.policy.Policy;
import java.math.BigDecimal;
import java.util.List;

/**
 * A threshold as a fact, for engines whose manuals teach that.
 *
 * @param id its name
 * @param value its value
 */
public record Limit(String id, BigDecimal value) {

    /**
     * Returns the thresholds of a policy.
     *
     * @param policy the policy
     * @return all of them, as numbers that facts compare with
     */
    public static List<Limit> all(Policy policy) {
        return policy.thresholds().keySet().stream()
                .map(id -> new Limit(id.value(), policy.limit(id).comparable()))
                .toList();
    }
}
