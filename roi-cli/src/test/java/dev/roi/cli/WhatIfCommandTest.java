package dev.roi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import dev.roi.core.json.Schema;
import dev.roi.report.layout.Columns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatIfCommandTest {

    private static final String MOBILE = "../roi-examples/data/rollout/mobile.json";

    @ParameterizedTest
    @CsvSource({
        "whatif ../roi-examples/data/rollout/mobile.json --format json, WHATIF",
        "whatif ../roi-examples/data/rollout/paiements.json --format json --lang fr, WHATIF",
        "whatif ../roi-examples/data/rollout/documentation.json --policy-changes --format json, WHATIF",
        "whatif ../roi-examples/data/assistant/scorecard.json --format json, WHATIF",
        "whatif ../roi-examples/data/rollout/mobile.json ../roi-examples/data/first/scorecard.json --format json, PORTFOLIO_WHATIF",
        "sweep coding-agent --threshold extend.months --history ../roi-examples/data/rollout/mobile.json --format json, SWEEP"
    })
    void what_programs_get_keeps_to_its_schema(String line, Schema schema) {
        assertThat(TestCommandTest.schema(schema)
                        .validate(Ran.of(line.split(" ")).done(), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void no_line_is_wider_than_a_terminal(String language) {
        assertThat(Ran.of("whatif", MOBILE, "--lang", language).done().lines())
                .allMatch(line -> Columns.width(line) <= Columns.TERMINAL);
    }

    @Test
    void a_review_says_right_after_its_reason_what_would_change_it() {
        assertThat(Ran.of("review", MOBILE).done().replaceAll("\\s+", " "))
                .containsSubsequence(
                        "Why:",
                        "What would change it: To extend: one more month with lead time below 12.42 days.",
                        "Dashboard",
                        "Committee agenda");
    }

    @Test
    void a_review_under_another_threshold_says_so_in_every_form() {
        assertThat(Ran.of("review", MOBILE, "--set", "extend.months=2").done())
                .startsWith("Extend: ")
                .contains("Assumed:", "extend.months = 2");
        assertThat(Ran.of("review", MOBILE, "--set", "extend.months=2", "--format", "markdown")
                        .done())
                .contains("Assumed:");
        assertThat(Ran.of("review", MOBILE, "--set", "extend.months=2", "--format", "html")
                        .done())
                .contains("extend.months = 2");
        assertThat(Ran.of("review", MOBILE, "--set", "extend.months=2", "--format", "json")
                        .done())
                .contains("\"assumed\": {");
        assertThat(Ran.of("review", MOBILE, "--format", "json").done()).doesNotContain("assumed");
    }

    @ParameterizedTest
    @CsvSource({
        "whatif MOBILE --to stop, no decision is worse",
        "whatif MOBILE --most 4, --most is from 1 to 3",
        "review MOBILE --set extend.months, gives no threshold a value",
        "review MOBILE --set extend.months=99, its allowed range is 2 to 12",
        "review MOBILE --set extend.month=2, Did you mean `extend.months`?",
        "review MOBILE --set extend.months=2 --explain, --set shows a whole review",
        "sweep coding-agent --threshold extend --history MOBILE, is no threshold",
        "diff coding-agent coding-agent --fail-on worse, needs a `--history`"
    })
    void what_cannot_be_meant_is_refused(String line, String because) {
        assertThat(Ran.of(line.replace("MOBILE", MOBILE).split(" ")).refused()).contains(because);
    }
}
