package dev.roi.governance.approval;

import static java.util.Objects.requireNonNull;

import dev.roi.core.Approval;
import dev.roi.core.Approvals;
import dev.roi.core.Approvals.Recorded;
import dev.roi.core.IndicatorSet;
import dev.roi.core.InvalidInput;
import dev.roi.core.Language;
import dev.roi.core.PolicyDiff;
import dev.roi.core.PolicyId;
import dev.roi.core.PolicyLog;
import dev.roi.core.PolicyRef;
import dev.roi.core.Scorecard;
import dev.roi.governance.diff.PolicyComparison;
import dev.roi.rules.Engine;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.PolicyFiles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** The approved versions of one policy, each held against the one before. Reads no clock and no file. */
public final class PolicyHistory {

    private final PolicyId policy;
    private final List<Approvals.Version> versions;
    private final List<PolicyFiles> files;

    private PolicyHistory(PolicyId policy, List<Approvals.Version> versions, List<PolicyFiles> files) {
        this.policy = policy;
        this.versions = versions;
        this.files = files;
    }

    /**
     * Begins with the approvals on record.
     *
     * @param policy the policy
     * @param approvals the approvals
     * @param files finds the files of an approved version, as {@code Records.files} of the module of ledgers does
     * @return its history; without versions where none was approved
     * @throws IllegalArgumentException when the files of an approved version are not found
     */
    public static PolicyHistory of(
            PolicyId policy, Approvals approvals, Function<PolicyRef, Optional<PolicyFiles>> files) {
        requireNonNull(files, "files");
        List<Approvals.Version> versions = approvals.versions(requireNonNull(policy, "policy"));
        return new PolicyHistory(
                policy,
                versions,
                versions.stream()
                        .map(Approvals.Version::policy)
                        .map(version -> files.apply(version)
                                .orElseThrow(() -> new IllegalArgumentException(
                                        "the files of policy (%s) are not kept".formatted(version))))
                        .toList());
    }

    /**
     * Returns what a history of scorecards may report: what any of the versions knows.
     *
     * @return the indicators of all of them; where several have one, as the latest has it
     * @throws IllegalStateException when there is no version
     */
    public IndicatorSet indicators() {
        return policies().stream()
                .map(Policy::indicators)
                .reduce((earlier, later) -> later.and(earlier))
                .orElseThrow(() -> new IllegalStateException("policy (%s) has no approved version".formatted(policy)));
    }

    /**
     * Returns the languages that every version speaks.
     *
     * @return the languages, in the order of the latest version; those of none where there is no version
     */
    public List<Language> languages() {
        List<Policy> all = policies();
        return all.isEmpty()
                ? List.of()
                : all.get(all.size() - 1).languages().stream()
                        .filter(language ->
                                all.stream().allMatch(each -> each.languages().contains(language)))
                        .toList();
    }

    private List<Policy> policies() {
        return files.stream().map(each -> Engine.read(each, Map.of())).toList();
    }

    /**
     * Says what each version changed, without a look at the past.
     *
     * @param language one of the {@link #languages()}
     * @return the log
     * @throws InvalidInput when this version of the library does not read an approved version any more
     */
    public PolicyLog log(Language language) {
        return log(language, comparison -> comparison.diff(language));
    }

    /**
     * Says what each version changed, and which past decisions it changes.
     *
     * @param language one of the {@link #languages()}
     * @param history the scorecards; each scope once
     * @param progress is told after each month how many are done for the version at hand
     * @return the log
     * @throws InvalidInput when this version of the library does not read an approved version any more
     */
    public PolicyLog log(Language language, Collection<Scorecard> history, IntConsumer progress) {
        return log(language, comparison -> comparison.diff(language, history, progress));
    }

    private PolicyLog log(Language language, Function<PolicyComparison, PolicyDiff> comparing) {
        requireNonNull(language, "language");
        List<PolicyLog.Version> logged = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            Approvals.Version version = versions.get(i);
            if (i == 0) {
                logged.add(new PolicyLog.Version(version.policy(), version.approvals(), Optional.empty(), List.of()));
            } else {
                PolicyComparison comparison = PolicyComparison.of(files.get(i - 1), files.get(i));
                logged.add(new PolicyLog.Version(
                        version.policy(),
                        version.approvals(),
                        Optional.of(comparing.apply(comparison)),
                        unlike(version, comparison.change())));
            }
        }
        return new PolicyLog(policy, language, logged);
    }

    /** The approvals of another comparison than the one that is made today; one with another policy is not made again. */
    private static List<Long> unlike(Approvals.Version version, Approval.Change today) {
        return version.approvals().stream()
                .filter(one -> one.approval()
                        .change()
                        .filter(then -> then.before()
                                        .fingerprint()
                                        .equals(today.before().fingerprint())
                                && !then.digest().equals(today.digest()))
                        .isPresent())
                .map(Recorded::entry)
                .toList();
    }
}
