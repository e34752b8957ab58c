package dev.roi.core;

import static java.util.Objects.requireNonNull;

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
 */
public record PortfolioContext(Map<Scope, List<MonthDecision>> decisions, List<Conflict> conflicts) {

    /** Nothing is known. */
    public static final PortfolioContext NONE = new PortfolioContext(Map.of(), List.of());

    /** Copies the map and the lists. {@inheritDoc} */
    public PortfolioContext {
        Map<Scope, List<MonthDecision>> copy = new LinkedHashMap<>();
        decisions.forEach((scope, months) -> copy.put(scope, List.copyOf(months)));
        decisions = java.util.Collections.unmodifiableMap(copy);
        conflicts = List.copyOf(conflicts);
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
