package dev.roi.ledger;

import dev.roi.core.ActionId;
import dev.roi.core.ActionUpdate;
import dev.roi.core.Answer;
import dev.roi.core.Approval;
import dev.roi.core.Basis;
import dev.roi.core.Closing;
import dev.roi.core.Decision;
import dev.roi.core.DecisionRecord;
import dev.roi.core.Dissent;
import dev.roi.core.Exact;
import dev.roi.core.Fingerprint;
import dev.roi.core.FollowUp;
import dev.roi.core.IndicatorId;
import dev.roi.core.Language;
import dev.roi.core.Level;
import dev.roi.core.LeverId;
import dev.roi.core.MonthAction;
import dev.roi.core.PolicyId;
import dev.roi.core.PolicyRef;
import dev.roi.core.Scope;
import dev.roi.core.Unit;
import dev.roi.core.json.LedgerEntry.OfPolicy;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small records, for tests to which it does not matter what was reviewed. */
final class Sample {

    private static final Instant AT = Instant.parse("2026-06-05T09:30:00Z");

    static final YearMonth MAY = YearMonth.of(2026, 5);
    static final OfPolicy POLICY = policy("0");

    private Sample() {}

    static OfPolicy policy(String digit) {
        return policy(digit, "1.0.0");
    }

    static OfPolicy policy(String digit, String version) {
        return OfPolicy.of(
                new PolicyRef(new PolicyId("small"), version, new Fingerprint("sha256:" + digit.repeat(64))),
                Map.of("policy.yaml", "id: small\n"));
    }

    static DecisionRecord record(String by) {
        return record("api-tests", MAY, by, Optional.empty());
    }

    static DecisionRecord record(String scope, YearMonth month, String by, Optional<Answer> answer) {
        return record(POLICY, scope, month, by, answer);
    }

    static DecisionRecord record(OfPolicy policy, String scope, YearMonth month, String by, Optional<Answer> answer) {
        Basis basis = new Basis(
                Scope.of(Level.WORKFLOW, scope),
                month,
                Language.ENGLISH,
                policy.policy(),
                "0.1.0",
                Decision.ADJUST,
                "Adjust",
                "{\"format\":\"roi-review/1\"}",
                "{\"format\":\"roi-scorecard/1\"}");
        DecisionRecord.Builder record = DecisionRecord.on(
                        basis, new Closing.Adjustment(List.of(new LeverId("training"))), AT, by)
                .of("Committee")
                .inPresenceOf(by)
                .against(new Dissent(by, "Too early"))
                .asking(new MonthAction("Do it", "Jo", month.plusMonths(2), List.of(new IndicatorId("lead-time"))));
        answer.ifPresent(record::answering);
        return record.build();
    }

    /** What became of the action of a sample record: it was moved, and says so with everything there is to say. */
    static ActionUpdate moved(long entry, String by) {
        return new ActionUpdate(
                Scope.of(Level.WORKFLOW, "api-tests"),
                AT,
                by,
                new Answer(
                        ActionId.of(entry),
                        Answer.Outcome.MOVED,
                        Optional.of("Holidays"),
                        Optional.of(MAY.plusMonths(4)),
                        List.of(new FollowUp.Movement(
                                new IndicatorId("lead-time"),
                                "Lead time",
                                FollowUp.Course.SAME,
                                Optional.of(Exact.of("8")),
                                Optional.of(Exact.of("8.1")),
                                Optional.of(new Unit("days")),
                                "8 days",
                                "8.1 days",
                                Optional.empty()))));
    }

    static Approval approval(PolicyRef policy, String by, YearMonth from) {
        return new Approval(policy, AT, by, "Agreed", from, "0.1.0", Optional.empty());
    }

    static ActionUpdate done(long entry, String by) {
        return new ActionUpdate(
                Scope.of(Level.WORKFLOW, "api-tests"),
                AT,
                by,
                Answer.of(ActionId.of(entry), Answer.Outcome.DONE, "Every use has its ticket."));
    }
}
