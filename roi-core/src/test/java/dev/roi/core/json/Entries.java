package dev.roi.core.json;

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
import dev.roi.core.FollowUp;
import dev.roi.core.Hash;
import dev.roi.core.IndicatorId;
import dev.roi.core.Labels;
import dev.roi.core.Language;
import dev.roi.core.LeverId;
import dev.roi.core.MonthAction;
import dev.roi.core.PolicyRef;
import dev.roi.core.Resolution;
import dev.roi.core.Review;
import dev.roi.core.Scope;
import dev.roi.core.Target;
import dev.roi.core.Unit;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Entries of a ledger that are put together by hand. */
final class Entries {

    static final Hash BEFORE = new Hash("sha256:" + "ab".repeat(32));

    private static final IndicatorId LEAD_TIME = new IndicatorId("lead-time");
    private static final Target TARGET = new Target(LEAD_TIME, Exact.of("7.5"), Target.Side.AT_MOST);
    private static final Instant AT = Instant.parse("2026-06-05T09:30:00.125Z");

    private Entries() {}

    /** A decision with everything in it, where every text that people write is the one given. */
    static LedgerEntry decision(String text) {
        return decision(
                text,
                new Closing.Extension(text, text, List.of(text, text)),
                List.of(action(text, 1), action(text, 2)));
    }

    /** A decision to maintain, with as little in it as can be. */
    static LedgerEntry maintained(String text) {
        return new LedgerEntry(
                2,
                Optional.of(BEFORE),
                new LedgerEntry.OfDecision(
                        DecisionRecord.on(basis(text, Decision.MAINTAIN), new Closing.Maintenance(), AT, text)
                                .because(text)
                                .build(),
                        1));
    }

    static LedgerEntry adjusted(String text) {
        return decision(
                text,
                new Closing.Adjustment(List.of(new LeverId("training"), new LeverId("budget"))),
                List.of(action(text, 1)));
    }

    static LedgerEntry stopped(String text) {
        return decision(text, new Closing.Ending(text, text), List.of());
    }

    /** A decision in the format that decisions had first. */
    static LedgerEntry first(String text) {
        return new LedgerEntry(
                2,
                Optional.of(BEFORE),
                new LedgerEntry.OfDecision(
                        DecisionRecord.on(basis(text, Decision.ADJUST), new Closing.Unclosed(Decision.EXTEND), AT, text)
                                .because(text)
                                .secondedBy(text + " II")
                                .asking(action(text, 1))
                                .answering(Answer.of(ActionId.of(1), Answer.Outcome.DROPPED, text))
                                .build(),
                        1));
    }

    /** What became of an action, with everything in it. */
    static LedgerEntry action(String text) {
        return new LedgerEntry(
                3,
                Optional.of(BEFORE),
                new LedgerEntry.OfAction(new ActionUpdate(
                        basis(text, Decision.ADJUST).scope(),
                        AT,
                        text,
                        new Answer(
                                new ActionId(2, 2),
                                Answer.Outcome.MOVED,
                                Optional.of(text),
                                Optional.of(YearMonth.of(2026, 9)),
                                List.of(moved(text))))));
    }

    private static MonthAction action(String text, int months) {
        return new MonthAction(
                text,
                text,
                YearMonth.of(2026, 6).plusMonths(months),
                List.of(LEAD_TIME),
                months == 1 ? List.of() : List.of(TARGET));
    }

    private static FollowUp.Movement moved(String text) {
        return new FollowUp.Movement(
                LEAD_TIME,
                text,
                FollowUp.Course.SAME,
                Optional.of(Exact.of("8.25")),
                Optional.empty(),
                Optional.of(new Unit("days")),
                text,
                text,
                Optional.of(new FollowUp.Goal(TARGET, text, FollowUp.Attainment.UNDETERMINED)));
    }

    private static Basis basis(String text, Decision recommended) {
        Review review = JsonTest.review();
        Scope scope = new Scope(review.scope().level(), review.scope().id(), Labels.of(text), Optional.empty());
        return new Basis(
                scope,
                review.month(),
                Language.ENGLISH,
                review.policy(),
                "0.1.0",
                recommended,
                text,
                Json.line(review),
                "{\"format\":\"roi-scorecard/1\",\"scope\":{\"level\":\"workflow\",\"id\":\"api-tests\"},"
                        + "\"snapshots\":[{\"month\":\"2026-05\",\"complete\":true,\"readings\":{\"lead-time\":8.25}}]}");
    }

    private static LedgerEntry decision(String text, Closing closing, List<MonthAction> actions) {
        Basis basis = basis(text, Decision.MAINTAIN);
        return new LedgerEntry(
                2,
                Optional.of(BEFORE),
                new LedgerEntry.OfDecision(
                        new DecisionRecord(
                                basis,
                                new Resolution(
                                        closing,
                                        AT,
                                        text,
                                        Optional.of(text),
                                        Optional.of(text + " II"),
                                        Optional.of(text),
                                        List.of(text),
                                        List.of(new Dissent(text, text))),
                                actions,
                                List.of(
                                        Answer.of(ActionId.of(1), Answer.Outcome.DROPPED, text),
                                        new Answer(
                                                new ActionId(1, 2),
                                                Answer.Outcome.DONE,
                                                Optional.empty(),
                                                Optional.empty(),
                                                List.of(moved(text))))),
                        1));
    }

    static LedgerEntry policy(String text) {
        return new LedgerEntry(
                1,
                Optional.empty(),
                LedgerEntry.OfPolicy.of(JsonTest.review().policy(), Map.of("policy.yaml", text, "rules/a.drl", "")));
    }

    /** An approval, with everything in it. */
    static LedgerEntry approval(String text) {
        PolicyRef policy = JsonTest.review().policy();
        return new LedgerEntry(
                2,
                Optional.of(BEFORE),
                new LedgerEntry.OfApproval(
                        new Approval(
                                policy,
                                AT,
                                text,
                                text,
                                YearMonth.of(2026, 7),
                                "0.1.0",
                                Optional.of(new Approval.Change(policy, BEFORE))),
                        1));
    }

    /** The approval of a first version. */
    static LedgerEntry firstApproval(String text) {
        return new LedgerEntry(
                2,
                Optional.of(BEFORE),
                new LedgerEntry.OfApproval(
                        new Approval(
                                JsonTest.review().policy(),
                                AT,
                                text,
                                text,
                                YearMonth.of(2026, 7),
                                "0.1.0",
                                Optional.empty()),
                        1));
    }

    static LedgerEntry torn() {
        return new LedgerEntry(3, Optional.of(BEFORE), new LedgerEntry.OfTorn(BEFORE, 312));
    }
}
