package dev.roi.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Dimension;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.Language;
import dev.roi.core.Level;
import dev.roi.core.Reading;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.rules.Reasons.Reason;
import dev.roi.rules.assessment.Assessment;
import dev.roi.rules.drools.CompiledRules;
import dev.roi.rules.language.Finding;
import dev.roi.rules.policy.Policy;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReasonsTest {

    private static final YearMonth MAY = YearMonth.of(2026, 5);
    private static final Policy POLICY = Engine.builtIn("coding-agent").policy();
    private static final CompiledRules RULES = CompiledRules.of(POLICY);

    private static Assessment assess(Map<String, Reading> april, Map<String, Reading> may) {
        return Assessment.of(
                POLICY,
                Scorecard.of(Scope.of(Level.TEAM, "payments"))
                        .currency("EUR")
                        .snapshot(Snapshot.complete(MAY.minusMonths(1), ids(april)))
                        .snapshot(Snapshot.complete(MAY, ids(may)))
                        .build(),
                MAY);
    }

    private static Map<IndicatorId, Reading> ids(Map<String, Reading> readings) {
        Map<IndicatorId, Reading> ids = new HashMap<>();
        readings.forEach((id, reading) -> ids.put(new IndicatorId(id), reading));
        return ids;
    }

    private static List<Finding> findings(Assessment assessment) {
        return RULES.run(RULES.complete(assessment.facts()));
    }

    private static List<Reason> reasons(Assessment assessment, List<Finding> findings, String language) {
        Sentences sentences = new Sentences(POLICY, assessment, POLICY.texts(new Language(language)));
        return new Reasons(POLICY, assessment, sentences).inOrder(findings);
    }

    private static Reading costs(String total, String... parts) {
        Map<String, Reading.Part> by = new HashMap<>();
        for (int i = 0; i < parts.length; i += 2) {
            by.put(parts[i], Reading.Part.of(Exact.of(parts[i + 1])));
        }
        return Reading.of(total).by(Dimension.WORKFLOW, by);
    }

    private static Assessment troubled() {
        return assess(
                Map.of("sensitive-data-alerts", Reading.of("400")),
                Map.of(
                        "adoption-rate", Reading.of("82"),
                        "traceability-rate", Reading.of("38"),
                        "priority-usage-share", Reading.of("41"),
                        "monthly-cost", Reading.of("1000"),
                        "cost-by-workflow", costs("1000", "unheard-of", "300", "elsewhere", "300", "unassigned", "400"),
                        "off-policy-usage", Reading.of("7")));
    }

    @Test
    void reasons_stand_in_the_policys_order_whatever_fired_first() {
        Assessment troubled = troubled();
        List<Finding> findings = new ArrayList<>(findings(troubled));
        List<Reason> expected = reasons(troubled, findings, "en");
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(findings, random);
            assertThat(reasons(troubled, findings, "en")).isEqualTo(expected);
        }
        assertThat(expected)
                .extracting(reason -> POLICY.position(reason.rule().id()))
                .isSorted();
    }

    @Test
    void every_language_has_the_same_reasons_in_the_same_order() {
        Assessment troubled = troubled();
        List<Finding> findings = findings(troubled);
        List<Reason> english = reasons(troubled, findings, "en");
        List<Reason> french = reasons(troubled, findings, "fr");
        assertThat(french)
                .extracting(Reason::rule)
                .isEqualTo(english.stream().map(Reason::rule).toList());
        assertThat(french)
                .extracting(Reason::evidence)
                .isEqualTo(english.stream().map(Reason::evidence).toList());
        assertThat(french)
                .extracting(Reason::text)
                .doesNotContainAnyElementsOf(english.stream().map(Reason::text).toList());
    }

    @Test
    void no_reason_is_given_twice() {
        Assessment troubled = troubled();
        List<Reason> reasons = reasons(troubled, findings(troubled), "en");
        assertThat(new HashSet<>(reasons.stream().map(Reason::text).toList())).hasSameSizeAs(reasons);
    }

    @Test
    void a_reason_rests_on_what_its_rule_saw() {
        Assessment troubled = troubled();
        Reason dispersed = reasons(troubled, findings(troubled), "en").stream()
                .filter(reason -> reason.rule().id().value().equals("high-adoption-dispersed-usage"))
                .findFirst()
                .orElseThrow();
        assertThat(dispersed.evidence())
                .extracting(evidence -> evidence.indicator().value())
                .contains("adoption-rate", "traceability-rate");
        assertThat(dispersed.block().value()).isEqualTo("usage");
    }

    @Test
    void an_alarm_that_went_dark_says_when_it_was_counted() {
        Assessment troubled = troubled();
        assertThat(reasons(troubled, findings(troubled), "en"))
                .filteredOn(reason -> reason.rule().id().value().equals("critical-sensitive-data"))
                .singleElement()
                .satisfies(reason -> assertThat(reason.text()).contains("400").contains("April 2026"));
    }
}
