package dev.roi.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roi.core.Fault;
import dev.roi.core.Fingerprint;
import dev.roi.core.InvalidInput;
import dev.roi.rules.policy.PolicyFiles;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Computed indicators, listed definitions and views as a policy's files have them: what is refused, and what counts. */
class PolicyDataTest {

    private static final PolicyFiles FILES = PolicyFiles.builtIn("assistant").orElseThrow();

    private static PolicyFiles with(String path, String before, String after) {
        String text = new String(FILES.find(path).orElseThrow(), StandardCharsets.UTF_8);
        assertThat(text).contains(before);
        return FILES.with(path, text.replace(before, after));
    }

    private static String faults(String path, String before, String after) {
        InvalidInput refused =
                catchThrowableOfType(InvalidInput.class, () -> Engine.read(with(path, before, after), Map.of()));
        return refused.faults().stream().map(Fault::toString).collect(Collectors.joining("\n"));
    }

    private static String fault(String before, String after) {
        return faults("indicators.yaml", before, after);
    }

    @Test
    void a_share_is_of_a_part_that_the_whole_has() {
        assertThat(fault("computed: { part: automated,", "computed: { part: automatic,"))
                .contains("unknown part `automatic`. Did you mean `automated`?");
        assertThat(fault("part: automated, of: request-volume", "part: automated, of: hours-saved"))
                .contains("a share needs `hours-saved` to have parts that add up, with `breakdown` and their names.");
        assertThat(fault("part: automated, of: request-volume", "part: automated, of: request-volum"))
                .contains("unknown indicator `request-volum`. Did you mean `request-volume`?");
        assertThat(fault("part: automated, of: request-volume", "part: automated, over: request-volume"))
                .contains("key `of` is missing.");
    }

    @Test
    void a_gain_and_its_cost_are_in_one_unit_and_given_themselves() {
        assertThat(fault("gain: avoided-cost, cost: monthly-cost", "gain: hours-saved, cost: monthly-cost"))
                .contains("`hours-saved` and `monthly-cost` are not in the same unit.");
        assertThat(fault("gain: avoided-cost, cost: monthly-cost", "gain: automation-rate, cost: csat"))
                .contains("`automation-rate` is computed itself, and nothing may be computed from it.");
        assertThat(fault("gain: avoided-cost, cost: monthly-cost", "gain: avoided-cost"))
                .contains("key `cost` is missing.");
    }

    @Test
    void what_is_computed_is_a_percentage() {
        assertThat(fault("definitions: [mean, median, p95]", "computed: { part: automated, of: request-volume }"))
                .contains("what is computed is a percentage, and the unit of `response-time` is `seconds`.");
    }

    @Test
    void a_definition_is_listed_once_and_has_its_words() {
        assertThat(fault("[mean, median, p95]", "[mean, median, mean]")).contains("definition `mean` is there twice.");
        assertThat(faults("indicators.yaml", "[mean, median, p95]", "[mean, median, p95, p99]"))
                .contains("the words for definition `p99` are missing.");
    }

    @Test
    void a_view_has_rows_of_indicators_parts_by_a_dimension_and_words() {
        assertThat(faults("views.yaml", "rows: [[cost-per-interaction]", "rows: [[cost-per-interactions]"))
                .contains("unknown indicator `cost-per-interactions`. Did you mean `cost-per-interaction`?");
        assertThat(faults("views.yaml", "parts: [department, profile]", "parts: [departement, profile]"))
                .contains("unknown value `departement`. Did you mean `department`?");
        assertThat(faults("views.yaml", "  finance:\n", "  finances:\n"))
                .contains("texts/en.yaml", "texts/fr.yaml", "unknown view `finance`. Did you mean `finances`?");
        assertThat(faults("texts/en.yaml", "\"Uptime: {uptime}.\"", "\"Uptime: {uptme}.\""))
                .contains("nothing is called `{uptme}`. Did you mean `uptime`?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "indicators.yaml | definitions: [mean, median, p95] | definitions: [median, mean, p95]",
                "indicators.yaml | computed: { gain: avoided-cost, cost: monthly-cost } | definitions: []",
                "views.yaml | parts: [department, profile] | parts: [department]",
                "views.yaml | rows: [[request-volume], [uptime], [response-time]] | rows: [[uptime], [response-time]]",
                "texts/en.yaml | title: Real time | title: Now",
                "texts/fr.yaml | p95: 95e centile | p95: centile 95"
            })
    void each_of_them_counts_in_the_fingerprint(String path, String before, String after) {
        Fingerprint usual = Engine.read(FILES, Map.of()).ref().fingerprint();

        assertThat(Engine.read(with(path, before, after), Map.of()).ref().fingerprint())
                .isNotEqualTo(usual);
    }
}
