package dev.roi.ledger;

import dev.roi.core.Answer;
import dev.roi.core.Basis;
import dev.roi.core.Decision;
import dev.roi.core.DecisionRecord;
import dev.roi.core.Fingerprint;
import dev.roi.core.IndicatorId;
import dev.roi.core.Language;
import dev.roi.core.Level;
import dev.roi.core.MonthAction;
import dev.roi.core.PolicyId;
import dev.roi.core.PolicyRef;
import dev.roi.core.Scope;
import dev.roi.core.json.LedgerEntry.OfPolicy;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small records, for tests to which it does not matter what was reviewed. */
final class Sample {

    static final YearMonth MAY = YearMonth.of(2026, 5);
    static final OfPolicy POLICY = policy("0");

    private Sample() {}

    static OfPolicy policy(String digit) {
        return OfPolicy.of(
                new PolicyRef(new PolicyId("small"), "1.0.0", new Fingerprint("sha256:" + digit.repeat(64))),
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
        return new DecisionRecord(
                basis,
                Decision.ADJUST,
                Instant.parse("2026-06-05T09:30:00Z"),
                by,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new MonthAction("Do it", "Jo", month.plusMonths(2), List.of(new IndicatorId("lead-time")))),
                answer.stream().toList());
    }
}
