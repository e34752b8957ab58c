package dev.roi.core.json;

import static java.util.Objects.requireNonNull;

import dev.roi.core.ActionUpdate;
import dev.roi.core.Approval;
import dev.roi.core.DecisionRecord;
import dev.roi.core.Hash;
import dev.roi.core.PolicyRef;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * One entry of a ledger, bound to the one before it.
 *
 * @param number its number, from 1, without gaps
 * @param previous the hash of the entry before it; nothing for the first
 * @param content what it keeps
 */
public record LedgerEntry(long number, Optional<Hash> previous, Content content) {

    /** Checks that all entries but the first have one before them. {@inheritDoc} */
    public LedgerEntry {
        requireNonNull(content, "content");
        if (number < 1 || (number == 1) != previous.isEmpty()) {
            throw new IllegalArgumentException(
                    "entry (%s) must be 1 with nothing before it, or more with a hash before it".formatted(number));
        }
    }

    /** What an entry keeps. */
    public sealed interface Content permits OfDecision, OfPolicy, OfAction, OfApproval, OfTorn {

        /**
         * Treats the cases apart.
         *
         * @param decision what to do with a decision
         * @param policy what to do with a policy
         * @param action what to do with what became of an action
         * @param approval what to do with the approval of a policy
         * @param torn what to do with the mark of a torn line
         * @param <T> the type of the result
         * @return the result of the case that applies
         */
        <T> T fold(
                Function<OfDecision, T> decision,
                Function<OfPolicy, T> policy,
                Function<OfAction, T> action,
                Function<OfApproval, T> approval,
                Function<OfTorn, T> torn);
    }

    /**
     * A decision, as {@code roi-decision/2}; as {@code roi-decision/1} where nothing closes it.
     *
     * @param record the decision
     * @param policyEntry the number of the entry that keeps its policy
     */
    public record OfDecision(DecisionRecord record, long policyEntry) implements Content {

        /** Leaves the former ids of the scope to the scorecard. {@inheritDoc} */
        public OfDecision {
            record = record.basis().scope().formerIds().isEmpty()
                    ? record
                    : record.withBasis(record.basis().underOneId());
        }

        @Override
        public <T> T fold(
                Function<OfDecision, T> decision,
                Function<OfPolicy, T> policy,
                Function<OfAction, T> action,
                Function<OfApproval, T> approval,
                Function<OfTorn, T> torn) {
            return decision.apply(this);
        }
    }

    /**
     * A policy, kept once for all decisions that were made with it and all its approvals, as {@code roi-decision-policy/1}.
     *
     * @param policy which policy it is
     * @param files the texts of its files by their path, its scenarios aside
     */
    public record OfPolicy(PolicyRef policy, SortedMap<String, String> files) implements Content {

        /** Copies the files. {@inheritDoc} */
        public OfPolicy {
            requireNonNull(policy, "policy");
            files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        }

        /**
         * Returns a policy.
         *
         * @param policy which policy it is
         * @param files the texts of its files by their path
         * @return the content
         */
        public static OfPolicy of(PolicyRef policy, Map<String, String> files) {
            return new OfPolicy(policy, new TreeMap<>(files));
        }

        @Override
        public <T> T fold(
                Function<OfDecision, T> decision,
                Function<OfPolicy, T> policy,
                Function<OfAction, T> action,
                Function<OfApproval, T> approval,
                Function<OfTorn, T> torn) {
            return policy.apply(this);
        }
    }

    /**
     * What became of an action, as {@code roi-decision-action/1}.
     *
     * @param update what was said of it
     */
    public record OfAction(ActionUpdate update) implements Content {

        /** Checks that it is there. {@inheritDoc} */
        public OfAction {
            requireNonNull(update, "update");
        }

        @Override
        public <T> T fold(
                Function<OfDecision, T> decision,
                Function<OfPolicy, T> policy,
                Function<OfAction, T> action,
                Function<OfApproval, T> approval,
                Function<OfTorn, T> torn) {
            return action.apply(this);
        }
    }

    /**
     * The approval of a policy, as {@code roi-approval/1}.
     *
     * @param approval who approved which version, why, and from when on it applies
     * @param policyEntry the number of the entry that keeps the policy
     */
    public record OfApproval(Approval approval, long policyEntry) implements Content {

        /** Checks that it is there. {@inheritDoc} */
        public OfApproval {
            requireNonNull(approval, "approval");
        }

        @Override
        public <T> T fold(
                Function<OfDecision, T> decision,
                Function<OfPolicy, T> policy,
                Function<OfAction, T> action,
                Function<OfApproval, T> approval,
                Function<OfTorn, T> torn) {
            return approval.apply(this);
        }
    }

    /**
     * The mark of bytes before it that are no whole entry, as they stand where somebody was stopped while writing, before
     * anything was acknowledged, or where the ledger was cut off. As {@code roi-decision-torn/1}.
     *
     * @param hash the hash of those bytes, up to and with the line feed before this entry
     * @param bytes how many there are
     */
    public record OfTorn(Hash hash, long bytes) implements Content {

        @Override
        public <T> T fold(
                Function<OfDecision, T> decision,
                Function<OfPolicy, T> policy,
                Function<OfAction, T> action,
                Function<OfApproval, T> approval,
                Function<OfTorn, T> torn) {
            return torn.apply(this);
        }
    }
}
