package dev.roi.core.json;

import dev.roi.core.Answer;
import dev.roi.core.Basis;
import dev.roi.core.Decision;
import dev.roi.core.DecisionRecord;
import dev.roi.core.Hash;
import dev.roi.core.IndicatorId;
import dev.roi.core.Labels;
import dev.roi.core.Language;
import dev.roi.core.MonthAction;
import dev.roi.core.Review;
import dev.roi.core.Scope;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Entries of a ledger that are put together by hand. */
final class Entries {

    static final Hash BEFORE = new Hash("sha256:" + "ab".repeat(32));

    private Entries() {}

    /** A decision with everything in it, where every text that people write is the one given. */
    static LedgerEntry decision(String text) {
        Review review = JsonTest.review();
        Scope scope = new Scope(review.scope().level(), review.scope().id(), Labels.of(text), Optional.empty());
        Basis basis = new Basis(
                scope,
                review.month(),
                Language.ENGLISH,
                review.policy(),
                "0.1.0",
                Decision.ADJUST,
                text,
                Json.line(review),
                "{\"format\":\"roi-scorecard/1\",\"scope\":{\"level\":\"workflow\",\"id\":\"api-tests\"},"
                        + "\"snapshots\":[{\"month\":\"2026-05\",\"complete\":true,\"readings\":{\"lead-time\":8.25}}]}");
        return new LedgerEntry(
                2,
                Optional.of(BEFORE),
                new LedgerEntry.OfDecision(
                        new DecisionRecord(
                                basis,
                                Decision.EXTEND,
                                Instant.parse("2026-06-05T09:30:00.125Z"),
                                text,
                                Optional.of(text),
                                Optional.of(text + " II"),
                                Optional.of(new MonthAction(
                                        text, text, YearMonth.of(2026, 7), List.of(new IndicatorId("lead-time")))),
                                List.of(new Answer(1, Answer.Outcome.DROPPED, text))),
                        1));
    }

    static LedgerEntry policy(String text) {
        return new LedgerEntry(
                1,
                Optional.empty(),
                LedgerEntry.OfPolicy.of(JsonTest.review().policy(), Map.of("policy.yaml", text, "rules/a.drl", "")));
    }

    static LedgerEntry torn() {
        return new LedgerEntry(3, Optional.of(BEFORE), new LedgerEntry.OfTorn(BEFORE, 312));
    }
}
