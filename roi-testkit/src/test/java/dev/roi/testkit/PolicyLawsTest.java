package dev.roi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roi.core.Decision;
import dev.roi.rules.Engine;
import dev.roi.rules.policy.PolicyFiles;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

class PolicyLawsTest {

    private static final Engine ENGINE = Engine.builtIn("coding-agent");

    private static Engine changed(String path, String from, String to) {
        PolicyFiles files = PolicyFiles.builtIn("coding-agent").orElseThrow();
        String text = new String(files.find(path).orElseThrow(), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        return Engine.of(Engine.read(files.with(path, text.replace(from, to)), Map.of()));
    }

    @Test
    void there_is_one_test_for_each_law_that_applies_named_by_its_sentence() {
        assertThat(PolicyLaws.of(ENGINE).tests().map(DynamicTest::getDisplayName))
                .hasSize(17)
                .first()
                .asString()
                .startsWith("law 1: there is exactly one decision");
    }

    @Test
    void laws_can_be_chosen_and_left_out() {
        assertThat(PolicyLaws.of(ENGINE)
                        .only(Law.HIDDEN_COST_BLOCKS, Law.ONE_DECISION)
                        .tests()
                        .map(DynamicTest::getDisplayName))
                .containsExactly(Law.ONE_DECISION.toString(), Law.HIDDEN_COST_BLOCKS.toString());
        assertThat(PolicyLaws.of(ENGINE).except(Law.ONE_DECISION).laws())
                .hasSize(16)
                .doesNotContain(Law.ONE_DECISION);
        assertThat(PolicyLaws.of(ENGINE)
                        .only(Law.ONE_DECISION)
                        .tries(7)
                        .seed(1)
                        .leastShare(0)
                        .laws())
                .containsExactly(Law.ONE_DECISION);
    }

    @Test
    void choosing_no_law_is_refused() {
        assertThatThrownBy(() -> PolicyLaws.of(ENGINE).only(Law.ONE_DECISION).except(Law.ONE_DECISION))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_law_that_is_kept_says_what_it_was_put_to_the_test_with() {
        Tally tally = PolicyLaws.of(ENGINE).tries(300).seed(8).check(Law.RISK_BLOCKS_AND_STOPS);

        assertThat(tally.tries()).isEqualTo(300);
        assertThat(tally.decisions()).containsOnlyKeys(Decision.values());
        assertThat(tally.decisions().values()).allMatch(number -> number >= 15);
        assertThat(tally.share(Decision.ADJUST) + tally.share(Decision.STOP)).isBetween(30.0, 90.0);
        assertThat(tally.clauses()).containsOnlyKeys(Law.RISK_BLOCKS_AND_STOPS.clauses());
        assertThat(tally.clauses().values()).allMatch(times -> times > 0);
    }

    @Test
    void the_same_seed_gives_the_same_cases_and_another_one_others() {
        PolicyLaws laws = PolicyLaws.of(ENGINE).tries(60).leastShare(0);
        Tally once = laws.seed(3).check(Law.HIDDEN_COST_BLOCKS);

        assertThat(laws.seed(3).check(Law.HIDDEN_COST_BLOCKS)).isEqualTo(once);
        assertThat(laws.seed(4).check(Law.HIDDEN_COST_BLOCKS).clauses()).isNotEqualTo(once.clauses());
    }

    @Test
    void a_breach_is_shown_with_a_small_scorecard_and_the_seed() {
        Engine engine = changed("rules/risk.drl", "value >= $limit", "value < $limit");

        assertThatThrownBy(() -> PolicyLaws.of(engine).seed(5).check(Law.RISK_BLOCKS_AND_STOPS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected  adjust, were ")
                .hasMessageContaining("seed 5, try ")
                .extracting(Throwable::getMessage)
                .asString()
                .satisfies(message -> assertThat(message.substring(message.indexOf("scorecard\n")))
                        .as("one month with one reading")
                        .hasLineCount(20));
    }

    @Test
    void a_law_does_not_hold_for_want_of_decisions() {
        Engine hardlyExtending =
                changed(PolicyFiles.THRESHOLDS, "extend.months:\n  value: 3", "extend.months:\n  value: 12");

        assertThatThrownBy(() -> PolicyLaws.of(hardlyExtending).tries(200).check(Law.HOURS_NEED_DESTINATIONS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("came to extend, less than 5 %");
        assertThat(PolicyLaws.of(hardlyExtending)
                        .tries(100)
                        .leastShare(0)
                        .check(Law.HOURS_NEED_DESTINATIONS)
                        .tries())
                .isEqualTo(100);
    }

    @Test
    void a_law_does_not_hold_for_want_of_cases_of_a_clause() {
        assertThatThrownBy(() -> PolicyLaws.of(ENGINE).tries(1).leastShare(1).check(Law.RISK_BLOCKS_AND_STOPS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("for want of cases");
    }

    @Test
    void numbers_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> PolicyLaws.of(ENGINE).tries(0)).hasMessage("tries (0) must be 1 or more");
        assertThatThrownBy(() -> PolicyLaws.of(ENGINE).leastShare(26)).hasMessage("share (26) must be from 0 to 25");
    }
}
