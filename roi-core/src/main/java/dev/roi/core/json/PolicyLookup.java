package dev.roi.core.json;

import static java.util.Objects.requireNonNull;

import dev.roi.core.IndicatorSet;
import dev.roi.core.PolicyId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where a reader learns what the policy of a scorecard measures. Asked once for each scorecard, and twice for one with which
 * something is wrong.
 */
public interface PolicyLookup {

    /**
     * Finds what a policy measures.
     *
     * @param id the policy that the scorecard names; empty where it names none
     * @return its indicators; nothing where there is no such policy, or none without a name
     */
    Optional<IndicatorSet> find(Optional<PolicyId> id);

    /**
     * Returns the policies that a scorecard may name, for "did you mean".
     *
     * @return their names, in any order
     */
    Collection<String> known();

    /**
     * Returns a lookup that answers with one policy, whatever a scorecard says.
     *
     * @param indicators what that policy measures
     * @return the lookup
     */
    static PolicyLookup always(IndicatorSet indicators) {
        requireNonNull(indicators, "indicators");
        return new PolicyLookup() {
            @Override
            public Optional<IndicatorSet> find(Optional<PolicyId> id) {
                return Optional.of(indicators);
            }

            @Override
            public Collection<String> known() {
                return List.of();
            }
        };
    }
}
