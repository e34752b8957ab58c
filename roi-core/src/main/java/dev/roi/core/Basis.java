package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What a committee had before it when it decided, as it was: enough to review the same scorecard again and to compare.
 *
 * @param scope what was reviewed; when it was first used is in the scorecard
 * @param month the month that was reviewed
 * @param language the language of the review
 * @param policy the policy that it was reviewed with
 * @param library the version of the library that reviewed
 * @param recommended what was recommended
 * @param headline the recommendation and its first reason
 * @param review the whole review, a document {@code roi-review/1} on one line
 * @param scorecard the scorecard, a document {@code roi-scorecard/1} on one line
 */
public record Basis(
        Scope scope,
        YearMonth month,
        Language language,
        PolicyRef policy,
        String library,
        Decision recommended,
        String headline,
        String review,
        String scorecard) {

    /** Leaves the first use to the scorecard, and checks that everything is there. {@inheritDoc} */
    public Basis {
        scope = scope.usedSince(Optional.empty());
        requireNonNull(month, "month");
        requireNonNull(language, "language");
        requireNonNull(policy, "policy");
        Names.requireText("library", library);
        requireNonNull(recommended, "recommended");
        requireNonNull(headline, "headline");
        Names.requireText("review", review);
        Names.requireText("scorecard", scorecard);
    }

    /**
     * Returns the same, its scope without ids that it had before: as a ledger keeps it, which has them in the scorecard.
     *
     * @return what the committee had before it
     */
    public Basis underOneId() {
        return new Basis(
                scope.formerly(List.of()), month, language, policy, library, recommended, headline, review, scorecard);
    }
}
