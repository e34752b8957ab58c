package dev.roi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.ActionId;
import dev.roi.core.Answer;
import dev.roi.core.Closing;
import dev.roi.core.DecisionRecord;
import dev.roi.core.IndicatorId;
import dev.roi.core.Language;
import dev.roi.core.Level;
import dev.roi.core.LeverId;
import dev.roi.core.MonthAction;
import dev.roi.core.PastScorecard;
import dev.roi.core.Reading;
import dev.roi.core.Remark;
import dev.roi.core.Review;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.UnknownReason;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the ledger had of a past month, and what today's scorecard says of it. */
class PastScorecardsTest {

    private static final Engine ENGINE = Engine.builtIn("coding-agent");
    private static final Scope SCOPE = Scope.of(Level.TEAM, "payments");
    private static final IndicatorId LEAD_TIME = new IndicatorId("lead-time");
    private static final YearMonth APRIL = YearMonth.of(2026, 4);
    private static final YearMonth MAY = YearMonth.of(2026, 5);
    private static final YearMonth JUNE = YearMonth.of(2026, 6);
    private static final Instant AT = Instant.parse("2026-07-05T09:30:00Z");

    private final MemoryLedger ledger = new MemoryLedger();

    private static Scorecard card(Scope scope, Map<YearMonth, Reading> leadTimes) {
        Scorecard.Builder card = Scorecard.of(scope);
        leadTimes.forEach((month, reading) -> card.snapshot(Snapshot.complete(month, Map.of(LEAD_TIME, reading))));
        return card.build();
    }

    private void decide(Scorecard scorecard) {
        DecisionRecord record = DecisionRecord.on(
                        Records.basis(ENGINE, scorecard, ReviewRequest.LATEST),
                        new Closing.Adjustment(List.of(new LeverId("training"))),
                        AT,
                        "Ana")
                .asking(new MonthAction("Measure", "Jo", JUNE, List.of(LEAD_TIME)))
                .build();
        Records.in(ledger).append(record, ENGINE);
    }

    private List<String> remarks(Scorecard today, Language language) {
        Records records = Records.in(ledger);
        Review review = ENGINE.review(
                today,
                ReviewRequest.LATEST
                        .in(language)
                        .after(records.decisions())
                        .heldAgainst(records.scorecards(List.of(today), Optional.empty())));
        return review.remarks().stream().map(Remark::text).toList();
    }

    @Test
    void a_past_figure_that_is_another_today_is_named_with_the_entry_and_both_figures() {
        decide(card(SCOPE, Map.of(APRIL, Reading.of("9"), MAY, Reading.of("8"))));

        Scorecard today = card(SCOPE, Map.of(APRIL, Reading.of("9.5"), MAY, Reading.of("52"), JUNE, Reading.of("7")));

        assertThat(remarks(today, Language.ENGLISH))
                .containsExactly(
                        "Lead time: revised since entry 2 was decided on (April 2026: 9.5 days instead of 9 days"
                                + " and May 2026: 52 days instead of 8 days).");
        assertThat(remarks(today, Language.FRENCH))
                .singleElement()
                .asString()
                .startsWith("Lead time\u00a0: chiffres révisés depuis la décision de l’entrée 2 (avril 2026\u00a0: 9,5")
                .contains("au lieu de");
    }

    @Test
    void a_past_figure_that_is_withdrawn_is_named_and_one_that_arrives_late_or_stays_is_not() {
        decide(card(SCOPE, Map.of(APRIL, Reading.unknown(UnknownReason.NOT_REPORTED), MAY, Reading.of("8"))));

        assertThat(remarks(
                        card(SCOPE, Map.of(APRIL, Reading.of("3"), MAY, Reading.of("8.0"), JUNE, Reading.of("7"))),
                        Language.ENGLISH))
                .isEmpty();
        assertThat(remarks(card(SCOPE, Map.of(APRIL, Reading.of("3"), JUNE, Reading.of("7"))), Language.ENGLISH))
                .containsExactly(
                        "Lead time: revised since entry 2 was decided on (May 2026: unknown instead of 8 days).");
    }

    @Test
    void what_the_last_decision_saw_already_is_not_said_again_nor_is_what_was_decided_later() {
        decide(card(SCOPE, Map.of(APRIL, Reading.of("9"))));
        decide(card(SCOPE, Map.of(APRIL, Reading.of("3"), MAY, Reading.of("8"))));

        assertThat(remarks(
                        card(SCOPE, Map.of(APRIL, Reading.of("3"), MAY, Reading.of("8"), JUNE, Reading.of("7"))),
                        Language.ENGLISH))
                .isEmpty();
        assertThat(remarks(card(SCOPE, Map.of(APRIL, Reading.of("5"), MAY, Reading.of("8"))), Language.ENGLISH))
                .as("May is reviewed, which entry 3 decided on")
                .containsExactly(
                        "Lead time: revised since entry 2 was decided on (April 2026: 5 days instead of 9 days).");
    }

    @Test
    void only_the_last_decision_on_each_of_the_scopes_is_read() {
        decide(card(Scope.of(Level.TEAM, "search"), Map.of(MAY, Reading.of("8"))));
        decide(card(SCOPE, Map.of(APRIL, Reading.of("9"))));
        decide(card(SCOPE, Map.of(APRIL, Reading.of("9"), MAY, Reading.of("8"))));
        Scorecard today = card(SCOPE, Map.of(JUNE, Reading.of("7")));

        assertThat(Records.in(ledger).scorecards(List.of(today), Optional.empty()))
                .extracting(PastScorecard::entry)
                .containsExactly(4L);
        assertThat(Records.in(ledger).scorecards(List.of(today), Optional.of(MAY)))
                .extracting(PastScorecard::entry)
                .containsExactly(3L);
        assertThat(Records.in(ledger).scorecards(List.of(today), Optional.of(APRIL)))
                .isEmpty();
    }

    @Test
    void a_rename_undoes_nothing_that_is_on_record() {
        decide(card(SCOPE, Map.of(MAY, Reading.of("8"))));
        Scope renamed = Scope.of(Level.TEAM, "checkout").formerly(List.of("payments"));
        Scorecard today = card(renamed, Map.of(MAY, Reading.of("9"), JUNE, Reading.of("7")));
        Records records = Records.in(ledger);

        assertThat(remarks(today, Language.ENGLISH))
                .containsExactly(
                        "Lead time: revised since entry 2 was decided on (May 2026: 9 days instead of 8 days).");
        assertThat(ENGINE.review(today, ReviewRequest.LATEST.after(records.decisions()))
                        .followUps())
                .singleElement()
                .satisfies(asked -> assertThat(asked.decision().entry()).isEqualTo(2));

        records.append(
                DecisionRecord.on(
                                Records.basis(ENGINE, today, ReviewRequest.LATEST.after(records.decisions())),
                                new Closing.Adjustment(List.of(new LeverId("training"))),
                                AT,
                                "Ana")
                        .asking(new MonthAction("Measure", "Jo", JUNE.plusMonths(2), List.of(LEAD_TIME)))
                        .answering(Answer.of(ActionId.of(2), Answer.Outcome.DONE, "Measured."))
                        .build(),
                ENGINE);

        assertThat(records.decisions().get(0).isOpen()).isFalse();
        records.replay(replay -> assertThat(replay.result()).isEqualTo(Replay.Result.SAME));
    }
}
