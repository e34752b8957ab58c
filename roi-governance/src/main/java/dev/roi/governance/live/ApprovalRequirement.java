package dev.roi.governance.live;

import dev.roi.core.Approvals;
import dev.roi.core.Fault;
import dev.roi.core.Fingerprint;
import dev.roi.core.Message;
import dev.roi.core.PolicyRef;
import dev.roi.rules.Engine;
import dev.roi.rules.policy.PolicyFiles;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lets only a policy pass that enough people have approved.
 *
 * @param approvals the approvals on record, asked for anew each time
 * @param people how many different people have to approve it
 */
record ApprovalRequirement(Supplier<Approvals> approvals, int people) implements Admission {

    ApprovalRequirement {
        if (people < 1) {
            throw new IllegalArgumentException("people (%s) must be 1 or more".formatted(people));
        }
    }

    @Override
    public List<Fault> faults(PolicyFiles files, Engine candidate) {
        Fingerprint fingerprint = candidate.policy().ref().fingerprint();
        Approvals recorded;
        try {
            recorded = approvals.get();
        } catch (RuntimeException unreadable) {
            return ReloadFault.NOT_APPROVED.of(
                    files.name(),
                    Message.of("the approvals cannot be read: %s", String.valueOf(unreadable.getMessage())),
                    Message.of("Make the ledger readable for the application, then load the policy again."));
        }
        int missing = people - recorded.approvers(fingerprint).size();
        if (missing <= 0) {
            return List.of();
        }
        PolicyRef policy = candidate.policy().ref();
        Optional<Message> names = recorded.names(fingerprint);
        return ReloadFault.NOT_APPROVED.of(
                files.name(),
                names.map(approvers -> tooFew(policy, approvers, missing)).orElseGet(() -> nobody(policy, missing)),
                help(names, missing));
    }

    private static Message tooFew(PolicyRef policy, Message approvers, int missing) {
        return Message.of(
                "version %s of policy %s (%s) is approved by %s; %s",
                policy.version(),
                policy.id(),
                policy.fingerprint(),
                approvers,
                missing == 1
                        ? Message.of("1 more person has to approve it")
                        : Message.of("%s more people have to approve it", missing));
    }

    private static Message nobody(PolicyRef policy, int missing) {
        return Message.of(
                "nobody has approved version %s of policy %s (%s); %s",
                policy.version(),
                policy.id(),
                policy.fingerprint(),
                missing == 1
                        ? Message.of("1 person has to approve it")
                        : Message.of("%s people have to approve it", missing));
    }

    private static Message help(Optional<Message> approvers, int missing) {
        if (missing > 1) {
            return Message.of("Let them approve it with `roi approve`, then load it again.");
        }
        return approvers.isPresent()
                ? Message.of("Let somebody else approve it with `roi approve`, then load it again.")
                : Message.of("Let somebody approve it with `roi approve`, then load it again.");
    }
}
