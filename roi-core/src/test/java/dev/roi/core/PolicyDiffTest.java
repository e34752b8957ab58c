package dev.roi.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.roi.core.PolicyDiff.Aspect;
import dev.roi.core.PolicyDiff.Kind;
import dev.roi.core.PolicyDiff.Move;
import dev.roi.core.PolicyDiff.Stay;
import dev.roi.core.PolicyDiff.Subject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyDiffTest {

    private static final PolicyDiff FULL = SampleDiff.full(Language.ENGLISH);

    @Test
    void without_a_history_any_change_is_a_find_and_with_one_only_decisions_are() {
        assertThat(SampleDiff.same().isFound()).isFalse();
        assertThat(SampleDiff.changesOnly().isFound()).isTrue();
        assertThat(SampleDiff.harmless().isFound()).isFalse();
        assertThat(FULL.isFound()).isTrue();
    }

    @Test
    void decisions_are_counted_by_what_they_change_from_and_to_in_the_order_of_decisions() {
        assertThat(FULL.past().orElseThrow().moves())
                .containsExactly(
                        Map.entry(new Move(Decision.STOP, Decision.MAINTAIN), 1),
                        Map.entry(new Move(Decision.MAINTAIN, Decision.ADJUST), 1),
                        Map.entry(new Move(Decision.EXTEND, Decision.ADJUST), 2));
    }

    @Test
    void decisions_are_counted_by_what_did_it_the_most_frequent_first() {
        Subject high = new Subject(Kind.THRESHOLD, "adoption.high");
        assertThat(FULL.past().orElseThrow().causes())
                .containsExactly(
                        Map.entry(Set.of(high), 2),
                        Map.entry(Set.of(new Subject(Kind.RULE, "low-adoption")), 1),
                        Map.entry(Set.of(high, new Subject(Kind.THRESHOLD, "usage.dispersed")), 1));
    }

    @Test
    void a_decision_that_stays_changes_levers_where_one_came_or_went() {
        assertThat(FULL.past().orElseThrow().stays())
                .extracting(Stay::changesLevers)
                .containsExactly(true, false);
    }

    @Test
    void a_subject_is_called_by_its_kind_and_name() {
        assertThat(new Subject(Kind.THRESHOLD, "adoption.high")).hasToString("threshold/adoption.high");
        assertThat(new Subject(Kind.PRECEDENCE, "")).hasToString("precedence");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FULL.change(new Subject(Kind.TREND, "")))
                .withMessage("no change of (trend)");
    }

    @Test
    void an_aspect_is_on_one_side_at_least() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Aspect("value", Optional.empty(), Optional.empty()))
                .withMessage("aspect (value) is on neither side");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Aspect("value", Optional.of("1"), Optional.of("2"), Optional.of("one"), Optional.empty()))
                .withMessage("aspect (value) has words for one side only");
    }
}
