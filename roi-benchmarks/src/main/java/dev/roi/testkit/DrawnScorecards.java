package dev.roi.testkit;

import dev.roi.core.Scorecard;
import dev.roi.rules.policy.Policy;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Scorecards drawn without a test engine, always the same ones for a seed. */
public final class DrawnScorecards {

    private DrawnScorecards() {}

    /**
     * Draws scorecards.
     *
     * @param policy the policy that they are valid for
     * @param seed what they depend on
     * @param count how many
     * @return the scorecards
     */
    public static List<Scorecard> of(Policy policy, long seed, int count) {
        ScorecardGenerator generator = ScorecardArbitraries.of(policy).generator();
        Random random = new Random(seed);
        return Stream.generate(() -> generator.next(random)).limit(count).toList();
    }
}
