package dev.roi.rules.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Baseline;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.Reading;
import dev.roi.rules.Engine;
import dev.roi.rules.facts.BlockState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a block did, of outcomes against a baseline of 10 that may be 10 % off; lower is better. */
class BlockOutcomeTest {

    private static final Indicator DAYS =
            Engine.builtIn("coding-agent").indicators().indicator(new IndicatorId("lead-time"));

    /** Takes in outcomes, written as a value, a value and its uncertainty, or a question mark. */
    private static BlockOutcome of(String outcomes) {
        BlockOutcome block = BlockOutcome.NONE;
        for (String outcome : outcomes.split(" ", -1)) {
            String[] value = outcome.split("~", -1);
            block = outcome.equals("?") ? block.andUnknown() : block.and(comparison(value));
        }
        return block;
    }

    private static Comparison comparison(String... value) {
        Reading.Known reading = Reading.of(Exact.of(value[0]));
        return Comparison.of(
                DAYS,
                value.length == 1 ? reading : reading.within(Exact.of(value[1])),
                Optional.of(Baseline.of(Exact.of(10))));
    }

    @ParameterizedTest
    @CsvSource({
        "8, IMPROVED, YES, NO",
        "10, SAME, NO, NO",
        "12, WORSE, NO, YES",
        "8 10, IMPROVED, YES, NO",
        "8 12, WORSE, NO, YES",
        "8 ?, UNDETERMINED, UNKNOWN, UNKNOWN",
        "10 ?, UNDETERMINED, UNKNOWN, UNKNOWN",
        "12 ?, WORSE, NO, YES",
        "?, UNDETERMINED, UNKNOWN, UNKNOWN",
        "8~1, UNDETERMINED, UNKNOWN, NO",
        "11~0.5, UNDETERMINED, NO, UNKNOWN",
        "8 11~0.5, UNDETERMINED, UNKNOWN, UNKNOWN"
    })
    void a_block_improves_where_something_surely_did_and_nothing_may_be_worse(
            String outcomes, BlockState state, Truth improved, Truth worse) {
        BlockOutcome block = of(outcomes);
        assertThat(block.state()).isEqualTo(state);
        assertThat(block.improved()).isEqualTo(improved);
        assertThat(block.notImproved()).isEqualTo(improved.not());
        assertThat(block.becameWorse()).isEqualTo(worse);
    }

    @Test
    void a_block_that_nothing_judges_did_not_improve_and_nobody_can_tell_that_it_did() {
        assertThat(BlockOutcome.NONE.state()).isEqualTo(BlockState.UNDETERMINED);
        assertThat(BlockOutcome.NONE.improved()).isEqualTo(Truth.UNKNOWN);
        assertThat(BlockOutcome.NONE.notImproved()).as("it does not count").isEqualTo(Truth.YES);
        assertThat(BlockOutcome.NONE.becameWorse()).isEqualTo(Truth.NO);
    }

    @Test
    void the_order_of_outcomes_changes_nothing() {
        List<String> outcomes = List.of("8", "10", "12", "?", "8~1", "11~0.5");
        for (String one : outcomes) {
            for (String other : outcomes) {
                assertThat(of(one + " " + other)).isEqualTo(of(other + " " + one));
            }
        }
    }

    @Test
    void to_know_more_never_turns_a_yes_into_a_no() {
        List<String> known = List.of("8", "10", "12", "8~1", "11~0.5");
        List<BlockOutcome> hidden = new ArrayList<>();
        for (String one : known) {
            for (String other : known) {
                BlockOutcome before = of(one + " ?");
                BlockOutcome after = of(one + " " + other);
                hidden.add(before);
                assertThat(before.improved() == Truth.YES && after.improved() == Truth.NO)
                        .isFalse();
                assertThat(before.becameWorse() == Truth.YES && after.becameWorse() == Truth.NO)
                        .isFalse();
            }
        }
        assertThat(hidden).extracting(BlockOutcome::improved).doesNotContain(Truth.YES);
    }
}
