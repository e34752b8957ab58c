package dev.roi.rules.policy;

import dev.roi.core.Decision;
import dev.roi.core.Exact;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a wrong decision costs beside the right one, in a unit of its own: what measuring is worth is counted in it. It
 * changes no decision.
 *
 * @param costs the cost, 0 or more, by the decision that is taken and the one that would be right
 */
public record WrongDecisions(Map<Decision, Map<Decision, Exact>> costs) {

    /**
     * For each step that a decision is better than the right one 2, for each that it is worse 1: what is extended wrongly
     * costs more than what is maintained wrongly.
     */
    public static final WrongDecisions USUAL = new WrongDecisions(Map.of());

    /** Takes the usual cost where none is given, and nothing for the right decision. {@inheritDoc} */
    public WrongDecisions {
        Map<Decision, Map<Decision, Exact>> all = new EnumMap<>(Decision.class);
        for (Decision taken : Decision.values()) {
            Map<Decision, Exact> row = new EnumMap<>(Decision.class);
            for (Decision right : Decision.values()) {
                Exact given = costs.getOrDefault(taken, Map.of()).getOrDefault(right, usual(taken, right));
                row.put(right, taken == right ? Exact.ZERO : given);
            }
            all.put(taken, Collections.unmodifiableMap(row));
        }
        costs = Collections.unmodifiableMap(all);
    }

    private static Exact usual(Decision taken, Decision right) {
        List<Decision> order = List.of(Decision.values());
        int steps = order.indexOf(taken) - order.indexOf(right);
        return Exact.of(steps > 0 ? 2L * steps : -steps);
    }

    /**
     * Returns the cost of a decision.
     *
     * @param taken the decision that is taken
     * @param right the one that would be right
     * @return its cost, 0 or more
     */
    public Exact of(Decision taken, Decision right) {
        return Objects.requireNonNull(Objects.requireNonNull(costs.get(taken)).get(right));
    }
}
