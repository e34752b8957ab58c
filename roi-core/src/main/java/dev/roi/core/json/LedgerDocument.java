package dev.roi.core.json;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.roi.core.Answer;
import dev.roi.core.Basis;
import dev.roi.core.DecisionRecord;
import dev.roi.core.Hash;
import dev.roi.core.IndicatorId;
import dev.roi.core.MonthAction;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The entries of a ledger as their documents have them: components in the order of the keys. */
final class LedgerDocument {

    static final String DECISION = "roi-decision/1";
    static final String POLICY = "roi-decision-policy/1";
    static final String TORN = "roi-decision-torn/1";

    private LedgerDocument() {}

    static Object of(LedgerEntry entry) {
        Optional<String> previous = entry.previous().map(Hash::value);
        return entry.content()
                .<Object>fold(
                        decision -> Decided.of(entry.number(), previous, decision),
                        policy -> new Policy(
                                POLICY,
                                entry.number(),
                                previous,
                                ReviewDocument.Policy.of(policy.policy()),
                                policy.files()),
                        torn -> new Torn(
                                TORN, entry.number(), previous, torn.hash().value(), torn.bytes()));
    }

    record Decided(
            String format,
            long entry,
            Optional<String> previous,
            ReviewDocument.ScopeOf scope,
            YearMonth month,
            String recommended,
            String headline,
            String decision,
            Instant at,
            String by,
            Optional<String> reason,
            Optional<String> second,
            Optional<ActionOf> action,
            List<AnswerOf> answers,
            String library,
            String language,
            ReviewDocument.Policy policy,
            long policyEntry,
            @JsonRawValue String review,
            @JsonRawValue String scorecard) {
        static Decided of(long number, Optional<String> previous, LedgerEntry.OfDecision content) {
            DecisionRecord record = content.record();
            Basis basis = record.basis();
            return new Decided(
                    DECISION,
                    number,
                    previous,
                    ReviewDocument.ScopeOf.of(basis.scope()),
                    basis.month(),
                    basis.recommended().word(),
                    basis.headline(),
                    record.decision().word(),
                    record.at(),
                    record.by(),
                    record.reason(),
                    record.second(),
                    record.action().map(ActionOf::of),
                    record.answers().stream().map(AnswerOf::of).toList(),
                    basis.library(),
                    basis.language().tag(),
                    ReviewDocument.Policy.of(basis.policy()),
                    content.policyEntry(),
                    basis.review(),
                    basis.scorecard());
        }
    }

    record ActionOf(String text, String owner, YearMonth due, List<String> aimsAt) {
        static ActionOf of(MonthAction action) {
            return new ActionOf(
                    action.text(),
                    action.owner(),
                    action.due(),
                    action.aimsAt().stream().map(IndicatorId::value).toList());
        }
    }

    record AnswerOf(long entry, String outcome, String text) {
        static AnswerOf of(Answer answer) {
            return new AnswerOf(answer.entry(), answer.outcome().word(), answer.text());
        }
    }

    record Policy(
            String format,
            long entry,
            Optional<String> previous,
            ReviewDocument.Policy policy,
            Map<String, String> files) {}

    record Torn(String format, long entry, Optional<String> previous, String torn, long bytes) {}
}
