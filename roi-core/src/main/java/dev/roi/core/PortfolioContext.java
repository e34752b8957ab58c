package dev.roi.core;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the reviews of a portfolio do not say by themselves: what was recommended for each scope month by month, what was
 * decided, what it costs and who answers for it.
 *
 * @param decisions the decisions of each scope's complete months, in order, up to the one that is reviewed; a scope that
 *     is not there has no past that is known
 * @param decided what the committee decided for earlier months of each scope, in order; a scope that is not there has no
 *     decision on record
 * @param money what the reviewed month of each scope costs; a scope that is not there says nothing of money
 * @param owners who answers for each scope, where the register of workflows says so
 */
public record PortfolioContext(
        Map<Scope, List<MonthDecision>> decisions,
        Map<Scope, List<MonthDecision>> decided,
        Map<Scope, Money> money,
        Map<Scope, String> owners) {

    /** Nothing is known. */
    public static final PortfolioContext NONE = new PortfolioContext(Map.of());

    /** Copies the maps. {@inheritDoc} */
    public PortfolioContext {
        decisions = copy(decisions);
        decided = copy(decided);
        money = Collections.unmodifiableMap(new LinkedHashMap<>(money));
        owners = Collections.unmodifiableMap(new LinkedHashMap<>(owners));
    }

    /**
     * Says nothing of money, owners and what was decided.
     *
     * @param decisions what is recommended for each scope's complete months, in order
     */
    public PortfolioContext(Map<Scope, List<MonthDecision>> decisions) {
        this(decisions, Map.of(), Map.of(), Map.of());
    }

    private static Map<Scope, List<MonthDecision>> copy(Map<Scope, List<MonthDecision>> months) {
        Map<Scope, List<MonthDecision>> copy = new LinkedHashMap<>();
        months.forEach((scope, decisions) -> copy.put(scope, List.copyOf(decisions)));
        return Collections.unmodifiableMap(copy);
    }
}
