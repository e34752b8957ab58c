package dev.roi.core;

import static java.util.Objects.requireNonNull;

import dev.roi.core.Approvals.Recorded;
import java.util.List;
import java.util.Optional;

/**
 * The approved versions of a policy: who approved each and why, and what it changed.
 *
 * @param policy the policy
 * @param language the language of words and numbers
 * @param versions its approved versions, the earliest first; one that was returned to is there again
 */
public record PolicyLog(PolicyId policy, Language language, List<Version> versions) {

    /** Copies the list. {@inheritDoc} */
    public PolicyLog {
        requireNonNull(policy, "policy");
        requireNonNull(language, "language");
        versions = List.copyOf(versions);
    }

    /**
     * An approved version.
     *
     * @param policy the version
     * @param approvals who approved it, in the order of the ledger
     * @param diff what it changed against the version before, and which past decisions where a history is given; nothing for
     *     the first
     * @param unlike the approvals, by their entries, whose comparison comes out otherwise today: another version of the
     *     library made it
     */
    public record Version(PolicyRef policy, List<Recorded> approvals, Optional<PolicyDiff> diff, List<Long> unlike) {

        /** Copies the lists. {@inheritDoc} */
        public Version {
            requireNonNull(policy, "policy");
            requireNonNull(diff, "diff");
            approvals = List.copyOf(approvals);
            unlike = List.copyOf(unlike);
        }
    }
}
