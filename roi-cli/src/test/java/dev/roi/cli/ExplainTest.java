package dev.roi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import dev.roi.core.json.Schema;
import dev.roi.report.layout.Columns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainTest {

    @Test
    void every_rule_is_explained_the_fired_ones_first() {
        String text = Ran.reading(Cards.card("a"), "review", "-", "--explain").done();
        assertThat(text)
                .startsWith("""
                        Périmètre a, May 2026
                        =====================
                        """)
                .containsSubsequence(
                        "\nRules that fired\n",
                        "\nRules that nearly fired, the nearest first\n",
                        "\nRules that stayed silent\n");
        Cards.ENGINE.policy().rules().keySet().forEach(rule -> assertThat(text).contains("\n  " + rule + ": "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "review - --explain low-adoption",
                "review --explain low-adoption -",
                "review --explain=low-adoption -"
            })
    void one_rule_is_explained_in_full_also_where_it_did_not_fire(String line) {
        assertThat(Ran.reading(Cards.card("a"), line.split(" ")).done()).endsWith("""

                          low-adoption: silent
                            no   Latest adoption-rate
                              no   value 82%, needs < 30% (adoption.low): 52 points above it
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "review ../roi-examples/data/rollout --explain",
                "review ../roi-examples/data/konflux --explain",
                "review ../roi-examples/data/assistant --explain",
                "review ../roi-examples/data/assistant --explain efficiency-without-adoption"
            })
    void no_line_is_wider_than_a_terminal_and_numbers_are_those_of_reviews(String line) {
        assertThat(Ran.of(line.split(" ")).done().lines())
                .allMatch(each -> Columns.width(each) <= Columns.TERMINAL)
                .noneMatch(each -> each.matches(".*(\\d\\.\\d{3}|[ (]-\\d).*"));
    }

    @Test
    void the_explanation_of_a_policy_of_ones_own_fits_a_terminal_too() {
        String card =
                Ran.of("template", "--policy", "../roi-examples/policies/pilot").done();
        assertThat(Ran.reading(card, "review", "-", "--explain", "--policy", "../roi-examples/policies/pilot")
                        .done()
                        .lines())
                .hasSizeGreaterThan(20)
                .allMatch(each -> Columns.width(each) <= Columns.TERMINAL);
    }

    @Test
    void an_input_after_it_is_no_rule() {
        assertThat(Ran.reading(Cards.card("a"), "review", "--explain", "-").done())
                .isEqualTo(
                        Ran.reading(Cards.card("a"), "review", "-", "--explain").done());
    }

    @Test
    void a_rule_that_there_is_not_is_refused_with_the_one_that_was_meant() {
        assertThat(Ran.reading(Cards.card("a"), "review", "-", "--explain", "low-adopton")
                        .refused())
                .isEqualTo("roi: unknown rule `low-adopton`. Did you mean `low-adoption`?\n");
    }

    @Test
    void every_scope_of_a_portfolio_is_explained_in_the_order_of_its_reviews() {
        assertThat(Ran.reading(Cards.portfolio("b", "a"), "review", "-", "--explain", "low-adoption")
                        .done())
                .containsSubsequence("Périmètre a, May 2026\n", "\n\nPérimètre b, May 2026\n");
    }

    @Test
    void programs_read_it_as_json() {
        String json = Ran.reading(Cards.card("a"), "review", "-", "--explain", "--format", "json")
                .done();
        assertThat(TestCommandTest.schema(Schema.EXPLANATION).validate(json, InputFormat.JSON))
                .isEmpty();
        assertThat(json).contains("\"threshold\": \"adoption.low\"", "\"distance\": 52", "\"limit\": 30");
    }
}
