package dev.roi.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionRecordTest {

    private static final YearMonth MAY = YearMonth.of(2026, 5);
    private static final Instant AT = Instant.parse("2026-06-05T09:30:00Z");
    private static final MonthAction ACTION =
            new MonthAction("Tie every use to a ticket", "Platform lead", YearMonth.of(2026, 7), List.of());

    private static Basis basis(Decision recommended) {
        return new Basis(
                new Scope(Level.TEAM, "payments", "Payments", Optional.of(YearMonth.of(2026, 1))),
                MAY,
                Language.ENGLISH,
                new PolicyRef(new PolicyId("small"), "1.0.0", new Fingerprint("sha256:" + "0".repeat(64))),
                "0.1.0",
                recommended,
                "Headline",
                "{}",
                "{}");
    }

    private static List<String> codes(DecisionRecord.Builder record) {
        return catchThrowableOfType(InvalidInput.class, record::build).faults().stream()
                .map(Fault::code)
                .toList();
    }

    @Test
    void what_was_recommended_needs_neither_a_reason_nor_a_second_person() {
        DecisionRecord record = DecisionRecord.on(basis(Decision.MAINTAIN), Decision.MAINTAIN, AT, "Ana")
                .build();

        assertThat(record.reason()).isEmpty();
        assertThat(record.second()).isEmpty();
    }

    @Test
    void another_decision_needs_both_and_both_are_asked_for_at_once() {
        var record = DecisionRecord.on(basis(Decision.ADJUST), Decision.EXTEND, AT, "Ana");

        assertThat(codes(record)).containsExactly("ROI-R02", "ROI-R03");
        assertThatThrownBy(record::build)
                .hasMessageContaining("the decision is extend where adjust was recommended, and no reason is given. "
                        + "Give the committee's reason.");
        assertThat(codes(record.because("The pilot ends."))).containsExactly("ROI-R03");
        assertThat(record.secondedBy("Jo").build().second()).contains("Jo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ana Silva", " ana  silva ", "ANA\tSILVA", "Ａna Silva"})
    void the_second_person_is_another_however_the_name_is_written(String second) {
        assertThat(codes(DecisionRecord.on(basis(Decision.ADJUST), Decision.EXTEND, AT, "Ana Silva")
                        .because("The pilot ends.")
                        .secondedBy(second)))
                .containsExactly("ROI-R04");
    }

    @Test
    void an_adjustment_names_its_action() {
        assertThat(codes(DecisionRecord.on(basis(Decision.ADJUST), Decision.ADJUST, AT, "Ana")))
                .containsExactly("ROI-R05");
        assertThat(DecisionRecord.on(basis(Decision.ADJUST), Decision.ADJUST, AT, "Ana")
                        .asking(ACTION)
                        .build()
                        .action())
                .contains(ACTION);
    }

    @Test
    void an_action_is_due_after_the_reviewed_month() {
        MonthAction late = new MonthAction("Do it", "Jo", MAY, List.of());

        assertThat(codes(DecisionRecord.on(basis(Decision.ADJUST), Decision.ADJUST, AT, "Ana")
                        .asking(late)))
                .containsExactly("ROI-R06");
    }

    @Test
    void an_action_is_answered_once() {
        Answer answer = new Answer(2, Answer.Outcome.DONE, "Every use has its ticket.");

        assertThat(codes(DecisionRecord.on(basis(Decision.MAINTAIN), Decision.MAINTAIN, AT, "Ana")
                        .answering(answer)
                        .answering(new Answer(2, Answer.Outcome.DROPPED, "Or not."))))
                .containsExactly("ROI-R08");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n", "a\u0000b", "\u001b[31m", "half \ud83d"})
    void a_text_that_could_not_be_kept_is_refused(String text) {
        assertThat(codes(DecisionRecord.on(basis(Decision.MAINTAIN), Decision.MAINTAIN, AT, text)
                        .because(text)
                        .secondedBy(text)))
                .startsWith("ROI-R01", "ROI-R01", "ROI-R01");
        assertThatThrownBy(() -> new MonthAction(text, text, MAY, List.of()))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.faults()).hasSize(2));
        assertThatThrownBy(() -> new Answer(1, Answer.Outcome.DONE, text)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void a_text_is_as_long_as_it_may_be_and_no_longer() {
        String name = "n".repeat(DecisionRecord.MOST_NAME_CHARACTERS);

        assertThat(DecisionRecord.on(basis(Decision.MAINTAIN), Decision.MAINTAIN, AT, name)
                        .build()
                        .by())
                .isEqualTo(name);
        assertThat(codes(DecisionRecord.on(basis(Decision.MAINTAIN), Decision.MAINTAIN, AT, name + "n")))
                .containsExactly("ROI-R01");
    }

    @Test
    void an_answer_counts_only_for_reviews_of_months_after_the_one_that_gave_it() {
        PastDecision past = PastDecision.of(
                        2,
                        DecisionRecord.on(basis(Decision.ADJUST), Decision.ADJUST, AT, "Ana")
                                .asking(ACTION)
                                .build())
                .answered(new PastDecision.Answered(4, YearMonth.of(2026, 6), Answer.Outcome.DONE, "Done."));

        assertThat(past.asKnownBefore(YearMonth.of(2026, 6)).isOpen()).isTrue();
        assertThat(past.asKnownBefore(YearMonth.of(2026, 7)).isOpen()).isFalse();
    }
}
