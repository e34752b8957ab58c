package dev.roi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roi.core.IndicatorId;
import dev.roi.core.InvalidInput;
import dev.roi.core.Level;
import dev.roi.core.Reading;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.rules.Engine;
import dev.roi.rules.policy.PolicyFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LawCheckTest {

    private static final Engine ENGINE = Engine.builtIn("coding-agent");

    private static Scorecard alerts(int number) {
        return Scorecard.of(Scope.of(Level.TEAM, "checkout"))
                .snapshot(Snapshot.complete(
                        YearMonth.of(2026, 5),
                        Map.of(new IndicatorId("sensitive-data-alerts"), Reading.of(String.valueOf(number)))))
                .build();
    }

    @Test
    void there_are_seventeen_laws_in_order_each_with_a_sentence_and_clauses() {
        assertThat(Law.values()).hasSize(17);
        assertThat(Arrays.stream(Law.values()).map(Law::number))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17);
        assertThat(Law.values()).allSatisfy(law -> {
            assertThat(law.sentence()).isNotBlank().doesNotEndWith(".");
            assertThat(law.clauses()).isNotEmpty().doesNotHaveDuplicates();
        });
    }

    @Test
    void the_coding_agent_policy_has_all_that_the_laws_speak_of() {
        LawCheck laws = LawCheck.of(ENGINE);
        for (Law law : Law.values()) {
            assertThat(laws.missing(law)).as(law.toString()).isEmpty();
            assertThat(laws.clauses(law)).isEqualTo(law.clauses());
        }
    }

    @Test
    void a_breach_says_what_was_expected_and_what_came_with_all_reasons_and_the_scorecard() {
        PolicyFiles files = PolicyFiles.builtIn("coding-agent").orElseThrow();
        String rules = new String(files.find("rules/risk.drl").orElseThrow(), StandardCharsets.UTF_8);
        String blind = rules.replace("value > $limit", "value < $limit");
        Engine engine = Engine.of(Engine.read(files.with("rules/risk.drl", blind), Map.of()));

        Breach breach =
                LawCheck.of(engine).breach(Law.RISK_BLOCKS_AND_STOPS, alerts(2)).orElseThrow();

        assertThat(breach.text()).startsWith("""
                        law 6: a risk over its threshold blocks extending and adjusts the data policy; a critical one stops at once
                        clause    a risk over its threshold blocks extending and adjusts
                        expected  a reason against extending that names sensitive-data-alerts: sensitive-data-alerts was 2 at the last count, over 0
                        came      adjust for 2026-05: Adjust: total cost unknown
                          adjust instrumentation  needed-indicator-unknown: Extend blocked: total cost unknown (not reported).
                        """).endsWith("""
                        scorecard
                        {
                          "format": "roi-scorecard/1",
                          "scope": {
                            "level": "team",
                            "id": "checkout",
                            "name": "checkout"
                          },
                          "snapshots": [
                            {
                              "month": "2026-05",
                              "complete": true,
                              "readings": {
                                "sensitive-data-alerts": 2
                              }
                            }
                          ]
                        }
                        """);
        assertThatThrownBy(() -> LawCheck.of(engine).check(Law.RISK_BLOCKS_AND_STOPS, alerts(2)))
                .isInstanceOf(AssertionError.class)
                .hasMessage(breach.text());
    }

    @Test
    void a_law_that_is_kept_says_nothing() {
        for (Law law : Law.values()) {
            assertThatCode(() -> LawCheck.of(ENGINE).check(law, alerts(2))).doesNotThrowAnyException();
        }
    }

    @Test
    void a_law_says_nothing_of_a_policy_that_has_not_what_it_speaks_of() {
        LawCheck laws = LawCheck.of(Engine.of(Engine.read(small(), Map.of())));

        assertThat(laws.clauses(Law.RISK_BLOCKS_AND_STOPS)).isEmpty();
        assertThat(laws.missing(Law.RISK_BLOCKS_AND_STOPS))
                .contains("indicator sensitive-data-alerts", "threshold risk.off-policy-critical", "lever data-policy");
        assertThat(PolicyLaws.of(laws).laws())
                .contains(Law.ONE_DECISION, Law.DECISIONS_ARE_COMPLETE, Law.BETTER_IS_NEVER_WORSE)
                .doesNotContain(
                        Law.RISK_BLOCKS_AND_STOPS, Law.ADOPTION_NEEDS_DIRECTION, Law.NEITHER_ENTHUSIASM_NOR_REJECTION);
    }

    @Test
    void a_policy_can_be_held_to_the_laws_by_names_of_its_own(@TempDir Path directory) throws IOException {
        Path names = directory.resolve("laws.yaml");
        Files.writeString(names, """
                alarms:
                  - { indicator: leaks, limit: leaks.limit, critical: leaks.limit, lever: stop-and-think }
                """);
        LawCheck laws = LawCheck.of(Engine.of(Engine.read(small(), Map.of())), LawTerms.read(names));
        Scorecard leaking = Scorecard.of(Scope.of(Level.TEAM, "checkout"))
                .snapshot(Snapshot.complete(YearMonth.of(2026, 5), Map.of(new IndicatorId("leaks"), Reading.of("9"))))
                .build();

        assertThat(laws.missing(Law.RISK_BLOCKS_AND_STOPS)).isEmpty();
        assertThat(laws.breach(Law.RISK_BLOCKS_AND_STOPS, leaking))
                .get()
                .extracting(Breach::expected)
                .isEqualTo("stop: leaks is critical");
    }

    @Test
    void names_that_cannot_be_read_are_refused_with_their_place(@TempDir Path directory) throws IOException {
        Path names = directory.resolve("laws.yaml");
        Files.writeString(names, "alarms:\n  - { indicator: leaks }\n");
        LawTerms terms = LawTerms.read(names);
        assertThatThrownBy(() -> LawCheck.of(ENGINE, terms))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("laws.yaml:2:5")
                .hasMessageContaining("`limit`");
        Files.writeString(names, "[]");
        assertThatThrownBy(() -> LawTerms.read(names)).isInstanceOf(InvalidInput.class);
    }

    /** A policy with one indicator, one lever and one rule. */
    private static PolicyFiles small() {
        PolicyFiles sound = PolicyFiles.builtIn("coding-agent").orElseThrow();
        Map<String, String> files = new TreeMap<>();
        files.put(PolicyFiles.POLICY, """
                id: small
                version: 1.0.0
                owner: nobody
                languages: [en]
                levers: [stop-and-think]
                trend:
                  signal-points: trend.signal-points
                  stable-points: trend.stable-points
                  run-length: trend.run-length
                  steady-length: trend.steady-length
                precedence: [stop, adjust, extend, maintain]
                reasons: [leaks]
                """);
        files.put(PolicyFiles.INDICATORS, """
                tolerance: comparison.tolerance
                blocks:
                  safety: {}
                indicators:
                  leaks:
                    block: safety
                    unit: count
                    range: { least: 0 }
                    counting: whole
                    direction: lower-is-better
                    nature: outcome
                """);
        String thresholds = new String(sound.find(PolicyFiles.THRESHOLDS).orElseThrow(), StandardCharsets.UTF_8);
        files.put(PolicyFiles.THRESHOLDS, """
                leaks.limit:
                  value: 3
                  unit: count
                  range: { least: 0, most: 10 }
                  because: three leaks are mended, more are a habit

                comparison.tolerance:
                  value: 3
                  unit: percent
                  range: { least: 0, most: 10 }
                  because: less is noise

                """ + thresholds.substring(thresholds.indexOf("trend.signal-points:")));
        files.put("rules/safety.drl", """
                rule "leaks"
                when
                    Threshold( id == "leaks.limit", $limit : value )
                    Latest( indicator == "leaks", value > $limit )
                then
                    findings.adjust( "stop-and-think" );
                end
                """);
        files.put(
                PolicyFiles.VIEWS,
                "dashboard:\n  - [leaks]\nagenda:\n  - topic: safety\n    indicators: [leaks]\n  - topic: decision\n    shows: decision\n");
        files.put("texts/en.yaml", """
                title: Small
                blocks:
                  safety: { name: Safety, question: "Is it safe?" }
                indicators:
                  leaks: { name: Leaks, brief: leaks }
                levers:
                  stop-and-think: { name: stopping and thinking, action: stop and think }
                rules:
                  leaks: { headline: leaks, text: "{value} leaks." }
                topics: { safety: Safety, decision: Decision }
                questions: { financed: Nothing., obtained: Nothing., risked: Leaks., decided: "{headline}." }
                needs:
                  extend: [a scope]
                  adjust: [an owner]
                  maintain: [a reason]
                  stop: [a lesson]
                units:
                  points: { one: point, other: points }
                """);
        return PolicyFiles.of("small", files);
    }
}
