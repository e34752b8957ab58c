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

    private static DecisionRecord.Builder maintained(String by) {
        return DecisionRecord.on(basis(Decision.MAINTAIN), new Closing.Maintenance(), AT, by)
                .because("Two months of gains are not three");
    }

    private static DecisionRecord.Builder adjusted() {
        return DecisionRecord.on(
                basis(Decision.ADJUST), new Closing.Adjustment(List.of(new LeverId("workflow"))), AT, "Ana");
    }

    private static DecisionRecord.Builder extended(String by) {
        return DecisionRecord.on(
                basis(Decision.ADJUST),
                new Closing.Extension("The payments teams", "Jo Berg", List.of("Rework under 10 %")),
                AT,
                by);
    }

    @Test
    void what_was_recommended_needs_no_second_person() {
        DecisionRecord record = maintained("Ana").build();

        assertThat(record.resolution().second()).isEmpty();
        assertThat(record.decision()).isEqualTo(Decision.MAINTAIN);
    }

    @Test
    void another_decision_needs_both_and_both_are_asked_for_at_once() {
        var record = extended("Ana");

        assertThat(codes(record)).containsExactly("ROI-R02", "ROI-R03");
        assertThatThrownBy(record::build)
                .hasMessageContaining("the decision is extend where adjust was recommended, and no reason is given. "
                        + "Give the committee's reason.");
        assertThat(codes(record.because("The pilot ends."))).containsExactly("ROI-R03");
        assertThat(record.secondedBy("Jo").build().resolution().second()).contains("Jo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ana Silva", " ana  silva ", "ANA\tSILVA", "Ａna Silva"})
    void the_second_person_is_another_however_the_name_is_written(String second) {
        assertThat(codes(extended("Ana Silva").because("The pilot ends.").secondedBy(second)))
                .containsExactly("ROI-R04");
    }

    @Test
    void what_is_maintained_says_why_it_is_not_extended() {
        assertThatThrownBy(() -> DecisionRecord.on(basis(Decision.MAINTAIN), new Closing.Maintenance(), AT, "Ana")
                        .build())
                .hasMessage("ROI-R02 the record: the decision is maintain, and no reason is given. "
                        + "Say why it is not to extend.");
    }

    @Test
    void an_adjustment_names_its_levers_and_its_actions() {
        assertThat(codes(adjusted())).containsExactly("ROI-R05");
        assertThat(codes(DecisionRecord.on(basis(Decision.ADJUST), new Closing.Adjustment(List.of()), AT, "Ana")
                        .asking(ACTION)))
                .containsExactly("ROI-R11");
        assertThat(adjusted().asking(ACTION).asking(ACTION).build().actions()).containsExactly(ACTION, ACTION);
    }

    @Test
    void an_extension_names_what_it_covers_who_answers_for_it_and_what_has_to_hold() {
        assertThat(codes(DecisionRecord.on(
                        basis(Decision.EXTEND), new Closing.Extension(" ", " ", List.of()), AT, "Ana")))
                .containsExactly("ROI-R01", "ROI-R01", "ROI-R11");
        assertThat(codes(DecisionRecord.on(
                        basis(Decision.EXTEND), new Closing.Extension("All", "Jo", List.of(" ")), AT, "Ana")))
                .containsExactly("ROI-R01");
    }

    @Test
    void what_stops_and_what_was_learned_is_said() {
        assertThat(codes(DecisionRecord.on(basis(Decision.STOP), new Closing.Ending(" ", " "), AT, "Ana")))
                .containsExactly("ROI-R01", "ROI-R01");
    }

    @Test
    void everybody_who_was_there_attended_once() {
        assertThat(extended("Ana")
                        .because("The pilot ends.")
                        .secondedBy("Jo")
                        .inPresenceOf("Zoé")
                        .inPresenceOf("Jo")
                        .against(new Dissent("Max", "Too early"))
                        .build()
                        .resolution()
                        .attendees())
                .containsExactly("Ana", "Jo", "Zoé", "Max");
    }

    @Test
    void an_action_is_due_after_the_reviewed_month() {
        MonthAction late = new MonthAction("Do it", "Jo", MAY, List.of());

        assertThat(codes(adjusted().asking(ACTION).asking(late))).containsExactly("ROI-R06");
    }

    @Test
    void an_action_is_answered_once() {
        Answer answer = Answer.of(ActionId.of(2), Answer.Outcome.DONE, "Every use has its ticket.");

        assertThat(codes(maintained("Ana")
                        .answering(answer)
                        .answering(Answer.of(ActionId.of(2), Answer.Outcome.DROPPED, "Or not."))))
                .containsExactly("ROI-R08");
        assertThat(maintained("Ana")
                        .answering(answer)
                        .answering(Answer.of(new ActionId(2, 2), Answer.Outcome.DROPPED, "Or not."))
                        .build()
                        .answers())
                .hasSize(2);
    }

    @Test
    void what_is_given_up_or_moved_says_why_and_what_is_done_need_not() {
        for (Answer.Outcome outcome : List.of(Answer.Outcome.DROPPED, Answer.Outcome.MOVED)) {
            Optional<YearMonth> due =
                    outcome == Answer.Outcome.MOVED ? Optional.of(MAY.plusMonths(4)) : Optional.empty();

            assertThatThrownBy(() -> new Answer(ActionId.of(2), outcome, Optional.empty(), due, List.of()))
                    .hasMessage("ROI-R02 the record: action 2 is %s, and no reason is given. Say why."
                            .formatted(outcome.word()));
        }
        assertThat(new Answer(ActionId.of(2), Answer.Outcome.DONE, Optional.empty(), Optional.empty(), List.of())
                        .text())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n", "a\u0000b", "\u001b[31m", "half \ud83d"})
    void a_text_that_could_not_be_kept_is_refused(String text) {
        assertThat(codes(maintained(text)
                        .because(text)
                        .secondedBy(text)
                        .of(text)
                        .inPresenceOf(text)
                        .against(new Dissent(text, text))))
                .filteredOn("ROI-R01"::equals)
                .hasSize(7);
        assertThatThrownBy(() -> new MonthAction(text, text, MAY, List.of()))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.faults()).hasSize(2));
        assertThatThrownBy(() -> Answer.of(ActionId.of(1), Answer.Outcome.DONE, text))
                .isInstanceOf(InvalidInput.class);
        Answer done = Answer.of(ActionId.of(1), Answer.Outcome.DONE, "Done");
        assertThatThrownBy(() -> new ActionUpdate(Scope.of(Level.TEAM, "payments"), AT, text, done))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void a_text_is_as_long_as_it_may_be_and_no_longer() {
        String name = "n".repeat(DecisionRecord.MOST_NAME_CHARACTERS);

        assertThat(maintained(name).build().resolution().by()).isEqualTo(name);
        assertThat(codes(maintained(name + "n"))).containsExactly("ROI-R01");
    }

    private static PastAction.Answered answered(long entry, int month, Answer answer) {
        return new PastAction.Answered(entry, YearMonth.of(2026, month), AT, "Ana", answer);
    }

    @Test
    void an_answer_counts_only_for_reviews_of_months_after_the_one_that_gave_it() {
        PastDecision past = PastDecision.of(2, adjusted().asking(ACTION).build())
                .answered(answered(4, 6, Answer.of(ActionId.of(2), Answer.Outcome.DONE, "Done.")));

        assertThat(past.asKnownBefore(YearMonth.of(2026, 6)).isOpen()).isTrue();
        assertThat(past.asKnownBefore(YearMonth.of(2026, 7)).isOpen()).isFalse();
    }

    @Test
    void an_action_that_is_moved_is_open_and_due_when_it_was_moved_to_last() {
        PastDecision past =
                PastDecision.of(2, adjusted().asking(ACTION).asking(ACTION).build());
        for (int month : List.of(9, 8)) {
            past = past.answered(answered(
                    3,
                    5,
                    new Answer(
                            new ActionId(2, 2),
                            Answer.Outcome.MOVED,
                            Optional.of("Holidays"),
                            Optional.of(YearMonth.of(2026, month)),
                            List.of())));
        }

        assertThat(past.open()).extracting(PastAction::due).containsExactly(ACTION.due(), YearMonth.of(2026, 8));
        assertThat(past.asKnownBefore(MAY).open()).extracting(PastAction::due).containsOnly(ACTION.due());
    }

    @Test
    void an_action_goes_by_its_decision_and_by_its_place_where_there_are_several() {
        assertThat(new ActionId(7, 1)).hasToString("7");
        assertThat(new ActionId(7, 2))
                .hasToString("7.2")
                .isGreaterThan(ActionId.of(7))
                .isLessThan(ActionId.of(8));
    }
}
