package dev.roi.ledger;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roi.core.ActionId;
import dev.roi.core.Answer;
import dev.roi.core.Basis;
import dev.roi.core.Closing;
import dev.roi.core.Decision;
import dev.roi.core.DecisionRecord;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.InvalidInput;
import dev.roi.core.Language;
import dev.roi.core.Level;
import dev.roi.core.LeverId;
import dev.roi.core.MonthAction;
import dev.roi.core.Reading;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.json.Json;
import dev.roi.ledger.Replay.Result;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.policy.PolicyFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private static final Engine ENGINE = Engine.builtIn("coding-agent");
    private static final YearMonth MAY = YearMonth.of(2026, 5);
    private static final ReviewRequest FRENCH = ReviewRequest.LATEST.in(Language.FRENCH);
    private static final Scorecard SCORECARD = Scorecard.of(
                    new Scope(Level.WORKFLOW, "api-tests", "Équipe <b>", Optional.empty()))
            .snapshot(Snapshot.complete(
                    MAY,
                    Map.of(
                            new IndicatorId("lead-time"),
                            Reading.of(Exact.ratio(Exact.of(25), Exact.of(3))),
                            new IndicatorId("rework-rate"),
                            Reading.rate(Exact.of(14), Exact.of(120)))))
            .build();

    private static final Closing TRAINING = new Closing.Adjustment(List.of(new LeverId("training")));

    private static DecisionRecord record(Basis basis) {
        return DecisionRecord.on(basis, TRAINING, Instant.parse("2026-06-05T09:30:00Z"), "Ana")
                .asking(new MonthAction("Measure", "Jo", MAY.plusMonths(2), List.of(new IndicatorId("lead-time"))))
                .build();
    }

    private static Basis basis() {
        return Records.basis(ENGINE, SCORECARD, FRENCH);
    }

    private static Basis with(Basis basis, String library, String review, String scorecard) {
        return new Basis(
                basis.scope(),
                basis.month(),
                basis.language(),
                basis.policy(),
                library,
                basis.recommended(),
                basis.headline(),
                review,
                scorecard);
    }

    private static Replay replayed(Basis basis) {
        MemoryLedger ledger = new MemoryLedger();
        Records.in(ledger).append(record(basis), ENGINE);
        List<Replay> replays = new ArrayList<>();
        Records.in(ledger).replay(replays::add);
        assertThat(replays).hasSize(1);
        return replays.get(0);
    }

    @Test
    void a_recorded_scorecard_gives_the_recorded_review_also_where_it_was_built_of_numbers_without_an_end() {
        Replay replay = replayed(basis());

        assertThat(replay.detail()).isEmpty();
        assertThat(replay.result()).isEqualTo(Result.SAME);
        assertThat(basis().scorecard()).contains("8.333333");
    }

    @Test
    void the_policy_is_the_one_of_the_ledger_and_not_the_one_of_the_library() {
        Engine stricter = otherVersion();
        MemoryLedger ledger = new MemoryLedger();
        Records.in(ledger).append(record(Records.basis(stricter, SCORECARD, FRENCH)), stricter);
        Records.in(ledger).append(record(basis()), ENGINE);
        List<Replay> replays = new ArrayList<>();

        Records.in(ledger).replay(replays::add);

        assertThat(replays).extracting(Replay::result).containsExactly(Result.SAME, Result.SAME);
        assertThat(Records.in(ledger).verify(Optional.empty()).entries()).isEqualTo(4);
    }

    @Test
    void a_review_that_the_same_version_does_not_write_is_different() {
        Basis basis = basis();
        String other = basis.review().replaceFirst("\"headline\":\"Ajuster", "\"headline\":\"Étendre");
        Replay replay = replayed(with(basis, basis.library(), other, basis.scorecard()));

        assertThat(replay.result()).isEqualTo(Result.DIFFERENT);
        assertThat(replay.detail().orElseThrow().toString())
                .startsWith("the review differs from character ")
                .contains("`adjust\",\"headline\":\"Ajuster", " was `adjust\",\"headline\":\"Étendre");
    }

    @Test
    void a_review_that_another_version_wrote_is_reported_as_that() {
        Basis basis = basis();
        String other = basis.review().replaceFirst("\"headline\":\"Ajuster", "\"headline\":\"Étendre");
        Replay replay = replayed(with(basis, "0.0.1", other, basis.scorecard()));

        assertThat(replay.result()).isEqualTo(Result.OTHER_VERSION);
        assertThat(replay.library()).isEqualTo("0.0.1");
        assertThat(replayed(with(basis, "0.0.1", basis.review(), basis.scorecard()))
                        .result())
                .isEqualTo(Result.SAME);
    }

    @Test
    void another_scorecard_under_the_same_review_is_different() {
        Basis basis = basis();
        Replay replay = replayed(
                with(basis, basis.library(), basis.review(), basis.scorecard().replace("8.333333", "9.333333")));

        assertThat(replay.result()).isEqualTo(Result.DIFFERENT);
    }

    @Test
    void a_scorecard_that_is_refused_now_is_different_and_says_why() {
        Basis basis = basis();
        Replay replay = replayed(
                with(basis, basis.library(), basis.review(), basis.scorecard().replace("lead-time", "led-time")));

        assertThat(replay.result()).isEqualTo(Result.DIFFERENT);
        assertThat(replay.detail().orElseThrow().toString())
                .startsWith("what was recorded is refused now: ROI-S06 the recorded scorecard:1:");
    }

    @Test
    void a_ledger_whose_policy_calls_things_by_former_names_is_replayed_and_says_what_is_different_now()
            throws IOException {
        MemoryLedger ledger = new MemoryLedger();
        try (InputStream lines = ReplayTest.class.getResourceAsStream("former-names.jsonl")) {
            String text = new String(requireNonNull(lines).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text)
                    .contains("Straddling(", "Growth(", "needed ==", "dark ==", "leaning ==", "atWorst ==", "{dark}");
            text.lines().forEach(line -> ledger.lines.add(line.getBytes(StandardCharsets.UTF_8)));
        }
        List<Replay> replays = new ArrayList<>();

        Records.in(ledger).replay(replays::add);

        assertThat(replays).singleElement().satisfies(replay -> {
            assertThat(replay.decision().decision()).isEqualTo(Decision.MAINTAIN);
            assertThat(replay.detail().orElseThrow().toString())
                    .startsWith("the policy has the fingerprint sha256:")
                    .endsWith(" now, and still recommends to adjust");
        });
    }

    @Test
    void an_altered_ledger_is_not_replayed() {
        MemoryLedger ledger = new MemoryLedger();
        Records.in(ledger).append(record(basis()), ENGINE);
        ledger.lines.get(1)[500] ^= 1;

        assertThatThrownBy(() -> Records.in(ledger).replay(replay -> {}))
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessageContaining("ROI-L01");
    }

    @Test
    void a_record_is_kept_with_its_own_policy_and_aims_at_what_that_measures() {
        Engine other = otherVersion();
        Records records = Records.in(new MemoryLedger());
        DecisionRecord astray = DecisionRecord.on(basis(), TRAINING, Instant.parse("2026-06-05T09:30:00Z"), "Ana")
                .asking(new MonthAction("Measure", "Jo", MAY.plusMonths(2), List.of(new IndicatorId("leadtime"))))
                .build();

        assertThatThrownBy(() -> records.append(record(basis()), other))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("ROI-R09");
        assertThatThrownBy(() -> records.append(astray, ENGINE))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("ROI-R07 the record: the action aims at `leadtime`, which the policy does not measure. "
                        + "Did you mean `lead-time`?");
        assertThatThrownBy(() -> records.append(record(basis()), Engine.of(ENGINE.policy())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(records.decisions()).isEmpty();
    }

    @Test
    void a_month_of_decisions_comes_back_in_the_next_review() {
        Records records = Records.in(new MemoryLedger());
        long asked = records.append(record(basis()), ENGINE).entry();
        Scorecard next = Scorecard.of(SCORECARD.scope())
                .snapshot(SCORECARD.snapshots().get(0))
                .snapshot(Snapshot.complete(MAY.plusMonths(1), Map.of(new IndicatorId("lead-time"), Reading.of("6"))))
                .build();

        var review = ENGINE.review(next, ReviewRequest.LATEST.after(records.decisions()));

        assertThat(review.followUps().get(0).decision().entry()).isEqualTo(asked);
        assertThat(review.followUps().get(0).movements().get(0).course())
                .isEqualTo(dev.roi.core.FollowUp.Course.IMPROVED);
        Basis june = Records.basis(ENGINE, next, ReviewRequest.LATEST.after(records.decisions()));
        assertThat(june.review()).isEqualTo(Json.line(ENGINE.review(next)));
        records.append(
                DecisionRecord.on(june, TRAINING, Instant.parse("2026-07-05T09:30:00Z"), "Ana")
                        .asking(new MonthAction("More", "Jo", MAY.plusMonths(3), List.of()))
                        .answering(Answer.of(ActionId.of(asked), Answer.Outcome.DONE, "Measured."))
                        .build(),
                ENGINE);
        assertThat(records.decisions().get(0).isOpen()).isFalse();
    }

    private static Engine otherVersion() {
        PolicyFiles files = PolicyFiles.builtIn("coding-agent").orElseThrow();
        String policy = Objects.requireNonNull(files.texts().get("policy.yaml"));
        return Engine.of(files.with("policy.yaml", policy.replaceFirst("version: \\S+", "version: 9.9.9")));
    }
}
