package dev.roi.cli;

import dev.roi.core.Approvals;
import dev.roi.core.Language;
import dev.roi.core.Message;
import dev.roi.core.PolicyId;
import dev.roi.core.PolicyRef;
import dev.roi.ledger.Records;
import dev.roi.rules.Engine;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The versions of policies that applied to a month, by their approvals in a ledger. */
final class ApprovedVersions {

    private final Records records;
    private final Approvals approvals;
    private final YearMonth month;
    private final Language language;
    private final Map<PolicyId, Engine> used = new TreeMap<>();

    ApprovedVersions(Records records, YearMonth month, Language language) {
        this.records = records;
        this.approvals = records.approvals();
        this.month = month;
        this.language = language;
    }

    List<PolicyId> policies() {
        return approvals.policies();
    }

    /**
     * Finds the version of a policy that applied.
     *
     * @param named the policy; nothing for the only one that has approvals
     * @return its engine; nothing where no version of such a policy was ever approved
     * @throws Refusal when versions were approved, and none for a month as early, or it does not speak the language
     */
    Optional<Engine> find(Optional<PolicyId> named) {
        return named.or(() -> policies().size() == 1 ? Optional.of(policies().get(0)) : Optional.empty())
                .filter(policies()::contains)
                .map(id -> used.computeIfAbsent(id, this::applied));
    }

    private Engine applied(PolicyId id) {
        Engine engine = records.engine(id, month).orElseThrow(() -> {
            YearMonth first = approvals.ofPolicy(id).all().stream()
                    .map(one -> one.approval().from())
                    .min(YearMonth::compareTo)
                    .orElseThrow();
            return new Refusal(Message.of(
                    "no version of policy %s was approved for %s; the first applies from %s on", id, month, first));
        });
        Policies.requireSpeaking(language, engine.policy());
        return engine;
    }

    /** Says which versions were reviewed with, and who approved them. */
    List<Message> used() {
        List<Message> lines = new ArrayList<>();
        for (Map.Entry<PolicyId, Engine> each : used.entrySet()) {
            PolicyRef version = approvals.appliesTo(each.getKey(), month).orElseThrow();
            lines.add(Message.of(
                    "Reviewed with version %s of policy %s, which applied in %s; approved by %s.",
                    version.version(),
                    version.id(),
                    Confirmation.month(month),
                    approvals.names(version.fingerprint()).orElseThrow()));
            PolicyRef today = each.getValue().policy().ref();
            if (!today.fingerprint().equals(version.fingerprint())) {
                lines.add(Message.of(
                        "This version of the library reads it otherwise: approved was %s, reviewed with %s.",
                        version.fingerprint(), today.fingerprint()));
            }
        }
        return lines;
    }
}
