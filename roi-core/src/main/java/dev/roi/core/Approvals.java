package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The approvals on record, in the order in which they were recorded: who approved which version of which policy, and which
 * version applies to a month.
 *
 * @param all every approval
 */
public record Approvals(List<Recorded> all) {

    /** Copies the list. {@inheritDoc} */
    public Approvals {
        all = List.copyOf(all);
    }

    /**
     * An approval on record.
     *
     * @param entry its number in the ledger
     * @param approval the approval
     */
    public record Recorded(long entry, Approval approval) {

        /** Checks that it is there. {@inheritDoc} */
        public Recorded {
            requireNonNull(approval, "approval");
        }
    }

    /**
     * A version of a policy, with the approvals that it got in a row.
     *
     * @param policy the version
     * @param approvals those approvals, at least one
     */
    public record Version(PolicyRef policy, List<Recorded> approvals) {

        /** Copies the list. {@inheritDoc} */
        public Version {
            requireNonNull(policy, "policy");
            approvals = List.copyOf(approvals);
        }
    }

    /**
     * Keeps the approvals of one policy.
     *
     * @param id the policy
     * @return its approvals
     */
    public Approvals ofPolicy(PolicyId id) {
        return new Approvals(all.stream()
                .filter(one -> one.approval().policy().id().equals(id))
                .toList());
    }

    /**
     * Returns the policies that have an approval.
     *
     * @return their names, in alphabetical order
     */
    public List<PolicyId> policies() {
        return all.stream()
                .map(one -> one.approval().policy().id())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Returns who approved exactly this policy.
     *
     * @param fingerprint what the policy decides
     * @return their names, each once, in the order of approval; two names that differ only in case or in the space around
     *     them are one person
     */
    public List<String> approvers(Fingerprint fingerprint) {
        Map<String, String> names = new LinkedHashMap<>();
        all.stream()
                .map(Recorded::approval)
                .filter(one -> one.policy().fingerprint().equals(fingerprint))
                .forEach(one -> names.putIfAbsent(person(one), one.by().strip()));
        return List.copyOf(names.values());
    }

    /**
     * Names who approved exactly this policy.
     *
     * @param fingerprint what the policy decides
     * @return the {@link #approvers} in one line, such as {@code Ana Silva and Jo Berg}; nothing where there is none
     */
    public Optional<Message> names(Fingerprint fingerprint) {
        List<Message> names = approvers(fingerprint).stream()
                .map(name -> Message.verbatim(Quoted.visible(name, DecisionRecord.MOST_NAME_CHARACTERS)))
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(Message.all(names));
    }

    /**
     * Returns the version that applies to a month: of those that apply from that month or an earlier one, the one that
     * applies from the latest; of two from the same month, the one that was approved last.
     *
     * @param id the policy
     * @param month the month
     * @return the version; nothing where none was approved for a month as early
     */
    public Optional<PolicyRef> appliesTo(PolicyId id, YearMonth month) {
        return appliesTo(id, month, 1);
    }

    /**
     * Returns the version that applies to a month where several people have to approve one. It applies once enough of them
     * have, from the first month that enough of them named.
     *
     * @param id the policy
     * @param month the month
     * @param people how many different people have to approve a version, 1 or more
     * @return the version; nothing where none was approved by enough people for a month as early
     * @throws IllegalArgumentException when the number is below 1
     */
    public Optional<PolicyRef> appliesTo(PolicyId id, YearMonth month, int people) {
        requireNonNull(month, "month");
        if (people < 1) {
            throw new IllegalArgumentException("people (%s) must be 1 or more".formatted(people));
        }
        Optional<Start> latest = Optional.empty();
        Map<Fingerprint, Map<String, YearMonth>> named = new LinkedHashMap<>();
        for (Recorded one : ofPolicy(id).all()) {
            Approval approval = one.approval();
            Map<String, YearMonth> months =
                    named.computeIfAbsent(approval.policy().fingerprint(), first -> new LinkedHashMap<>());
            months.put(person(approval), approval.from());
            Optional<Start> before = latest;
            latest = start(approval, months, people)
                    .filter(start -> !start.from().isAfter(month))
                    .filter(start -> before.filter(was -> was.from().isAfter(start.from()))
                            .isEmpty())
                    .or(() -> before);
        }
        return latest.map(Start::policy);
    }

    /** From which month on an approval makes its version apply; nothing while too few people have approved it. */
    private static Optional<Start> start(Approval approval, Map<String, YearMonth> months, int people) {
        if (months.size() < people) {
            return Optional.empty();
        }
        YearMonth own = approval.from();
        YearMonth enough = months.entrySet().stream()
                .filter(named -> !named.getKey().equals(person(approval)))
                .map(Map.Entry::getValue)
                .sorted()
                .limit(people - 1L)
                .max(Comparator.naturalOrder())
                .filter(own::isBefore)
                .orElse(own);
        return Optional.of(new Start(approval.policy(), enough));
    }

    private record Start(PolicyRef policy, YearMonth from) {}

    /**
     * Returns the version of a policy that was approved last.
     *
     * @param id the policy
     * @return the version; nothing where none was approved
     */
    public Optional<PolicyRef> latest(PolicyId id) {
        return ofPolicy(id).all().stream()
                .reduce((earlier, later) -> later)
                .map(one -> one.approval().policy());
    }

    /**
     * Returns the version that was approved before another one was.
     *
     * @param policy the other one, approved already or not
     * @return the last approved version of the same policy that is not the same; nothing where there is none
     */
    public Optional<PolicyRef> before(PolicyRef policy) {
        return ofPolicy(policy.id()).all().stream()
                .map(one -> one.approval().policy())
                .filter(one -> !one.fingerprint().equals(policy.fingerprint()))
                .reduce((earlier, later) -> later);
    }

    /**
     * Returns the versions of a policy. One that was returned to is there again.
     *
     * @param id the policy
     * @return its versions, in the order of approval
     */
    public List<Version> versions(PolicyId id) {
        List<Version> versions = new ArrayList<>();
        for (Recorded one : ofPolicy(id).all()) {
            PolicyRef policy = one.approval().policy();
            int last = versions.size() - 1;
            if (last >= 0 && versions.get(last).policy().fingerprint().equals(policy.fingerprint())) {
                List<Recorded> approvals = new ArrayList<>(versions.get(last).approvals());
                approvals.add(one);
                versions.set(last, new Version(policy, approvals));
            } else {
                versions.add(new Version(policy, List.of(one)));
            }
        }
        return versions;
    }

    private static String person(Approval approval) {
        return OwnTerms.folded(approval.by());
    }
}
