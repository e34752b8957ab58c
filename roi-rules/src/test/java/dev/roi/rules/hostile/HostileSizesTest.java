package dev.roi.rules.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roi.core.InvalidInput;
import dev.roi.core.Scorecard;
import dev.roi.rules.BuiltInMonths;
import dev.roi.rules.Engine;
import dev.roi.rules.policy.PolicyFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies that are small to write and large to read: each ends soon, and says which limit it met. */
class HostileSizesTest {

    private static final PolicyFiles POLICY =
            PolicyFiles.builtIn("coding-agent").orElseThrow();
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Path SCORECARD = Path.of("../roi-examples/data/first/scorecard.json");

    private static String refused(PolicyFiles files) {
        return Assertions.assertTimeout(
                SOON,
                () -> catchThrowableOfType(InvalidInput.class, () -> Engine.of(files))
                        .getMessage());
    }

    private static String rules(int count) {
        return IntStream.range(0, count)
                .mapToObj("rule \"x%s\" when Latest() then findings.note(); end"::formatted)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void a_list_of_very_many_words_is_read_without_recursion() {
        String words = "\"a\", ".repeat(100_000) + "\"b\"";
        assertThat(refused(POLICY.with(
                        "rules/x.drl",
                        "rule \"x\" when Part( name in ( %s ) ) then findings.note(); end".formatted(words))))
                .startsWith("ROI-P");
    }

    @Test
    void a_policy_with_too_many_rules_is_refused() {
        assertThat(refused(POLICY.with("rules/x.drl", rules(2_000))))
                .isEqualTo("ROI-P03 coding-agent/rules/x.drl:1:1: a policy has 500 rules at the most.");
    }

    @Test
    void too_many_rules_in_several_files_are_refused_as_well() {
        assertThat(refused(POLICY.with("rules/x.drl", rules(300))
                        .with("rules/y.drl", rules(600).substring(rules(300).length()))))
                .contains("ROI-P03 coding-agent/rules: a policy has 500 rules at the most.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not ",
                "exists ",
                "( ",
                "(",
                "[",
                "forall( ",
                "! ",
                "- ",
                "a.",
                "a!.",
                "a#b.",
                "aend() ",
                "a && ",
                "rule \"x\" when ",
                "/* ",
                "\"",
                "'",
                "end ",
                "@law( ",
                "->",
                "Latest( "
            })
    void very_long_repetitions_end_soon(String repeated) {
        assertThat(refused(POLICY.with(
                        "rules/x.drl",
                        "rule \"x\" when Latest( " + repeated.repeat(100_000 / repeated.length())
                                + " ) then findings.note(); end")))
                .startsWith("ROI-P");
    }

    @ParameterizedTest
    @CsvSource({
        "'(', ')', 8",
        "'[', ']', 8",
        "'not( ', ' )', 8",
        "'exists( ', ' )', 8",
        "'( Latest() or ', ' )', 8",
        "'( a && ( b || ', ') )', 4"
    })
    void nesting_as_deep_as_is_allowed_is_read_soon(String open, String close, int depth) {
        String nested = open.repeat(depth - 1) + " Latest() " + close.repeat(depth - 1);
        assertThat(refused(POLICY.with("rules/x.drl", "rule \"x\" when " + nested + " then findings.note(); end")))
                .startsWith("ROI-P");
        String within = open.repeat(depth - 1) + "value" + close.repeat(depth - 1);
        assertThat(refused(POLICY.with(
                        "rules/x.drl", "rule \"x\" when Latest( " + within + " > 1 ) then findings.note(); end")))
                .startsWith("ROI-P");
    }

    @Test
    void a_rule_that_tries_every_combination_of_facts_is_stopped_before_it_does() {
        Engine engine = Engine.of(BuiltInMonths.noting("    Reading()\n".repeat(12)));
        Scorecard scorecard = engine.read(SCORECARD).scorecards().get(0);
        String message =
                "ROI-P03 coding-agent/rules/history.drl:73:1: rule `months-missing` asks for so many facts that the rules hold for more"
                        + " than 100000 combinations of them, which is the most. Name the indicator that each condition is"
                        + " about.";
        Assertions.assertTimeout(
                SOON,
                () -> assertThatThrownBy(() -> engine.review(scorecard))
                        .isInstanceOf(InvalidInput.class)
                        .hasMessage(message));
        assertThatThrownBy(() -> Engine.of(engine.policy()).review(scorecard)).hasMessage(message);
        assertThatThrownBy(() -> engine.review(scorecard)).hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"    not Scope()\n", "    Scope( level == \"team\", level == \"portfolio\" )\n"})
    void a_rule_that_does_not_hold_is_not_stopped_and_tries_nothing(String neverMet) {
        Engine engine = Engine.of(BuiltInMonths.noting("    Reading()\n".repeat(11) + neverMet));
        Scorecard scorecard = engine.read(SCORECARD).scorecards().get(0);
        assertThat(engine.review(scorecard))
                .isEqualTo(Engine.of(engine.policy()).review(scorecard));
    }

    @Test
    void a_rule_that_asks_for_several_things_by_name_holds_for_few() {
        Engine engine = Engine.of(BuiltInMonths.noting("    Reading( indicator == \"lead-time\" )\n".repeat(12)));
        assertThat(engine.review(engine.read(SCORECARD).scorecards().get(0)).justifications())
                .anyMatch(reason -> reason.rule().value().equals("months-missing"));
    }
}
