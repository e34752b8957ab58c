package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the reviews of a portfolio do not say by themselves: what was recommended for each scope month by month, and which
 * scopes pull against each other.
 *
 * @param decisions the decisions of each scope's complete months, in order, up to the one that is reviewed; a scope that
 *     is not there has no past that is known
 * @param conflicts scopes with opposite decisions of which one holds the other, in the order of the scopes
 * @param decided what the committee decided for earlier months of each scope, in order; a scope that is not there has no
 *     decision on record
 * @param money what the reviewed month of each scope costs; a scope that is not there says nothing of money
 * @param owners who answers for each scope, where the register of workflows says so
 */
public record PortfolioContext(
        Map<Scope, List<MonthDecision>> decisions,
        List<Conflict> conflicts,
        Map<Scope, List<MonthDecision>> decided,
        Map<Scope, Money> money,
        Map<Scope, String> owners) {

    /** Nothing is known. */
    public static final PortfolioContext NONE = new PortfolioContext(Map.of(), List.of());

    /** Copies the map and the lists. {@inheritDoc} */
    public PortfolioContext {
        decisions = copy(decisions);
        decided = copy(decided);
        money = Collections.unmodifiableMap(new LinkedHashMap<>(money));
        owners = Collections.unmodifiableMap(new LinkedHashMap<>(owners));
        conflicts = List.copyOf(conflicts);
    }

    /**
     * Says nothing of money, owners and what was decided.
     *
     * @param decisions what is recommended for each scope's complete months, in order
     * @param conflicts scopes with opposite decisions of which one holds the other
     */
    public PortfolioContext(Map<Scope, List<MonthDecision>> decisions, List<Conflict> conflicts) {
        this(decisions, conflicts, Map.of(), Map.of(), Map.of());
    }

    private static Map<Scope, List<MonthDecision>> copy(Map<Scope, List<MonthDecision>> months) {
        Map<Scope, List<MonthDecision>> copy = new LinkedHashMap<>();
        months.forEach((scope, decisions) -> copy.put(scope, List.copyOf(decisions)));
        return Collections.unmodifiableMap(copy);
    }

    /**
     * Two scopes whose decisions cannot both be carried out as they stand.
     *
     * @param holder the wider scope
     * @param held the scope within it
     * @param kind how they pull against each other
     */
    public record Conflict(Scope holder, Scope held, Kind kind) {

        /** Checks that both are there. {@inheritDoc} */
        public Conflict {
            requireNonNull(holder, "holder");
            requireNonNull(held, "held");
            requireNonNull(kind, "kind");
        }
    }

    /** How two scopes pull against each other. */
    public enum Kind implements Keyword {
        /** The wider one is to be extended, and the one within it stopped. */
        EXTENDS_A_STOPPED_SCOPE,
        /** The wider one is to be stopped, and the one within it extended. */
        STOPS_AN_EXTENDED_SCOPE,
        /** The wider one goes on, and its register authorises a workflow that is to be stopped. */
        AUTHORISES_A_STOPPED_SCOPE
    }
}
