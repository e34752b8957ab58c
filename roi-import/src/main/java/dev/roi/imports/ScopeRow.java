package dev.roi.imports;

import dev.roi.core.PolicyId;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What is said of a scope: a row of its table.
 *
 * @param scope the scope
 * @param name what people call it; nothing for its id
 * @param firstUse the month in which use began
 * @param currency the ISO 4217 code of its money
 * @param policy the policy it is reviewed with
 * @param formerIds ids that it had before
 * @param origin where the row comes from
 */
public record ScopeRow(
        ScopeKey scope,
        Optional<String> name,
        Optional<YearMonth> firstUse,
        Optional<String> currency,
        Optional<PolicyId> policy,
        List<String> formerIds,
        Origin origin) {

    /** Copies the list. {@inheritDoc} */
    public ScopeRow {
        formerIds = List.copyOf(formerIds);
    }

    /**
     * Returns a row that says nothing else of a scope.
     *
     * @param scope the scope
     * @return the row
     */
    public static ScopeRow of(ScopeKey scope) {
        return new ScopeRow(
                scope,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Origin.of("", 0));
    }
}
