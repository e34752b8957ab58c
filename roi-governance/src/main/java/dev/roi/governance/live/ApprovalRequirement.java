package dev.roi.governance.live;

import dev.roi.core.Approvals;
import dev.roi.core.Fault;
import dev.roi.core.Localized;
import dev.roi.core.Message;
import dev.roi.core.PolicyRef;
import dev.roi.rules.Engine;
import dev.roi.rules.policy.PolicyFiles;
import java.util.List;
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
        PolicyRef policy = candidate.policy().ref();
        List<String> names;
        try {
            names = approvals.get().approvers(policy.fingerprint());
        } catch (RuntimeException unreadable) {
            return ReloadFault.NOT_APPROVED.of(
                    files.name(),
                    Message.of("the approvals cannot be read: %s", String.valueOf(unreadable.getMessage())),
                    Message.of("Make the ledger readable for the application, then load the policy again."));
        }
        int missing = people - names.size();
        return missing <= 0
                ? List.of()
                : ReloadFault.NOT_APPROVED.of(files.name(), lacking(policy, names, missing), help(names, missing));
    }

    private static Message lacking(PolicyRef policy, List<String> names, int missing) {
        Message more = missing == 1
                ? Message.of("1 more person has to approve it")
                : Message.of("%s more people have to approve it", missing);
        return names.isEmpty()
                ? Message.of(
                        "nobody has approved version %s of policy %s (%s); %s",
                        policy.version(),
                        policy.id(),
                        policy.fingerprint(),
                        missing == 1
                                ? Message.of("1 person has to approve it")
                                : Message.of("%s people have to approve it", missing))
                : Message.of(
                        "version %s of policy %s (%s) is approved by %s; %s",
                        policy.version(),
                        policy.id(),
                        policy.fingerprint(),
                        Message.all(
                                names.stream().<Localized>map(Message::verbatim).toList()),
                        more);
    }

    private static Message help(List<String> names, int missing) {
        if (missing > 1) {
            return Message.of("Let them approve it with `roi approve`, then load it again.");
        }
        return names.isEmpty()
                ? Message.of("Let somebody approve it with `roi approve`, then load it again.")
                : Message.of("Let somebody else approve it with `roi approve`, then load it again.");
    }
}
