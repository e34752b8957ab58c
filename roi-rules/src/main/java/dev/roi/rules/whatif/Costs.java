package dev.roi.rules.whatif;

import dev.roi.core.Decision;
import dev.roi.core.Exact;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a wrong decision costs beside the right one, in a unit of its own.
 *
 * @param table the cost, by the decision that is taken and the one that would be right
 */
record Costs(Map<Decision, Map<Decision, Exact>> table) {

    /**
     * For each step that a decision is better than the right one 2, for each that it is worse 1: what is extended wrongly
     * costs more than what is maintained wrongly.
     */
    static final Costs USUAL = usual();

    private static Costs usual() {
        Map<Decision, Map<Decision, Exact>> table = new EnumMap<>(Decision.class);
        for (Decision taken : Decision.values()) {
            Map<Decision, Exact> row = new EnumMap<>(Decision.class);
            for (Decision right : Decision.values()) {
                int steps = taken.ordinal() - right.ordinal();
                row.put(right, Exact.of(steps > 0 ? 2L * steps : -steps));
            }
            table.put(taken, row);
        }
        return new Costs(table);
    }

    Exact of(Decision taken, Decision right) {
        return table.getOrDefault(taken, Map.of()).getOrDefault(right, Exact.ZERO);
    }
}
