package dev.roi.rules.whatif;

import dev.roi.core.Decision;
import dev.roi.core.Effect;
import dev.roi.core.IndicatorId;
import dev.roi.rules.language.Finding;
import dev.roi.rules.language.Rule;
import dev.roi.rules.policy.Policy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What stands between an outcome and another decision. */
final class Obstacles {

    private final Policy policy;
    private final Reach reach;

    Obstacles(Policy policy, Reach reach) {
        this.policy = policy;
        this.reach = reach;
    }

    /**
     * Something that has to go.
     *
     * @param behind the indicators of which at least one has to be otherwise
     * @param isTimed whether it may go as months pass
     */
    record Obstacle(Set<IndicatorId> behind, boolean isTimed) {}

    /** Every one of them has to go before the decision is that one. */
    List<Obstacle> between(Outcome outcome, Decision wanted) {
        List<Obstacle> obstacles = new ArrayList<>();
        for (Finding finding : outcome.findings()) {
            if (speaksAgainst(finding.rule().consequence().effect(), wanted)) {
                obstacles.add(new Obstacle(reach.behind(finding), Reach.isTimed(finding.rule())));
            }
        }
        boolean isSupported = outcome.findings().stream()
                .anyMatch(finding -> finding.rule().consequence().effect() == Effect.SUPPORTS);
        if (wanted == Decision.EXTEND && !isSupported) {
            obstacles.add(support());
        }
        return obstacles;
    }

    private boolean speaksAgainst(Effect effect, Decision wanted) {
        return switch (effect) {
            case STOP -> isBefore(Decision.STOP, wanted) || wanted == Decision.EXTEND;
            case ADJUST -> isBefore(Decision.ADJUST, wanted) || wanted == Decision.EXTEND;
            case BLOCKS_EXTEND -> wanted == Decision.EXTEND;
            case SUPPORTS, NOTE -> false;
        };
    }

    private boolean isBefore(Decision one, Decision other) {
        return policy.precedence().indexOf(one) < policy.precedence().indexOf(other);
    }

    private Obstacle support() {
        Set<IndicatorId> behind = new LinkedHashSet<>();
        boolean isTimed = false;
        for (Rule rule : reach.rules()) {
            if (rule.consequence().effect() == Effect.SUPPORTS) {
                behind.addAll(reach.readBy(rule));
                isTimed |= Reach.isTimed(rule);
            }
        }
        return new Obstacle(behind, isTimed);
    }
}
