package dev.roi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roi.core.InvalidInput;
import dev.roi.governance.scenario.Outcome;
import dev.roi.governance.scenario.Scenarios;
import dev.roi.rules.Engine;
import dev.roi.rules.policy.PolicyFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Slips that people make when they edit a policy, each planted into the built-in one. Those that make it no policy are
 * named when it is loaded; the others are caught by a scenario, named here, or by a law where the scenarios went with the
 * rule.
 */
class PlantedFaultsTest {

    private static final PolicyFiles SOUND = PolicyFiles.builtIn("coding-agent").orElseThrow();

    private static final Engine ENGINE = Engine.of(Engine.read(SOUND, Map.of()));

    private record Slip(String what, PolicyFiles files, String caughtBy) {}

    private static Slip slip(String what, String path, String from, String to, String caughtBy) {
        String before = new String(SOUND.find(path).orElseThrow(), StandardCharsets.UTF_8);
        assertThat(before).as(what).contains(from);
        return new Slip(what, SOUND.with(path, before.replace(from, to)), caughtBy);
    }

    /** A slip within one rule, and no other. */
    private static Slip rule(String what, String rule, String path, String from, String to, String caughtBy) {
        String before = new String(SOUND.find(path).orElseThrow(), StandardCharsets.UTF_8);
        int begin = before.indexOf("rule \"%s\"".formatted(rule));
        int end = before.indexOf("\nend\n", begin);
        String of = before.substring(begin, end);
        assertThat(of).as(what).contains(from);
        return new Slip(
                what,
                SOUND.with(path, before.substring(0, begin) + of.replace(from, to) + before.substring(end)),
                caughtBy);
    }

    private static Slip threshold(String what, String id, String from, String to, String caughtBy) {
        String key = id + ":\n  value: ";
        return slip(what, PolicyFiles.THRESHOLDS, key + from + "\n", key + to + "\n", caughtBy);
    }

    private static List<Slip> caughtByScenarios() {
        return List.of(
                rule(
                        "a comparison that is turned round",
                        "low-adoption",
                        "rules/usage.drl",
                        "value < $low",
                        "value > $low",
                        "adoption around its floor: adoption-rate 12"),
                rule(
                        "a comparison that lost its limit",
                        "budget-without-results",
                        "rules/finance.drl",
                        "value >= $",
                        "value > $",
                        "budget without results: budget-consumed 80"),
                rule(
                        "a comparison that gained its limit",
                        "low-adoption",
                        "rules/usage.drl",
                        "value < $low",
                        "value <= $low",
                        "adoption around its floor: adoption-rate 30"),
                threshold(
                        "a threshold ten times too large",
                        "risk.sensitive-data-critical",
                        "100",
                        "1000",
                        "sensitive data alerts: sensitive-data-alerts 100"),
                threshold(
                        "a threshold ten times too small",
                        "risk.off-policy-critical",
                        "200",
                        "20",
                        "uses outside policy: off-policy-usage 199"),
                threshold(
                        "a threshold that is off by one step",
                        "adoption.high",
                        "70",
                        "71",
                        "adoption around its ceiling, with dispersed usage: adoption-rate 70"),
                threshold(
                        "a share written as a fraction, though it is in percent",
                        "forecast.growth",
                        "15",
                        "0.15",
                        "forecast: forecast-next-month 11400"),
                threshold(
                        "days in place of months",
                        "stop.months",
                        "6",
                        "24",
                        "six months backwards after the ramp-up stop"),
                rule(
                        "a rule that lost its guard",
                        "budget-without-results",
                        "rules/finance.drl",
                        "    not Block( id in ( \"delivery\", \"quality\", \"value\" ), state == \"improved\" )\n",
                        "",
                        "budget with results: budget-consumed 80"),
                rule(
                        "a guard that forgot one of its blocks",
                        "budget-without-results",
                        "rules/finance.drl",
                        "( \"delivery\", \"quality\", \"value\" )",
                        "( \"delivery\", \"quality\" )",
                        "a budget is fine while value improves"),
                new Slip(
                        "two levers that are swapped",
                        swapped("rules/usage.drl", "\"workflow\"", "\"training\""),
                        "adoption around its floor: adoption-rate 29"),
                new Slip(
                        "two thresholds that are swapped",
                        swapped("rules/risk.drl", "risk.sensitive-data\"", "risk.off-policy\""),
                        "sensitive data alerts: sensitive-data-alerts 1"),
                rule(
                        "a rule about the wrong indicator",
                        "review-time-worse",
                        "rules/delivery.drl",
                        "review-time\"",
                        "review-load\"",
                        "review time: review-time 22.1"),
                rule(
                        "an alarm that forgets what it last saw",
                        "sensitive-data-alerts",
                        "rules/risk.drl",
                        "Latest(",
                        "Reading(",
                        "a few alerts that go dark stay alerts"),
                rule(
                        "a list that lost a name",
                        "high-adoption-dispersed-usage",
                        "rules/usage.drl",
                        "( \"traceability-rate\", \"priority-usage-share\" )",
                        "( \"traceability-rate\" )",
                        "how much goes to what matters most, with high adoption: priority-usage-share 49"),
                rule(
                        "a veto that became a note",
                        "forecast-grows",
                        "rules/finance.drl",
                        "findings.blockExtend()",
                        "findings.note()",
                        "forecast: forecast-next-month 11600"),
                rule(
                        "a reason that became a stop",
                        "low-adoption",
                        "rules/usage.drl",
                        "findings.adjust( \"training\" )",
                        "findings.stop()",
                        "adoption around its floor: adoption-rate 29.9"),
                rule(
                        "better taken for worse",
                        "hidden-cost",
                        "rules/quality.drl",
                        "\"worse\"",
                        "\"better\"",
                        "incidents: incidents 12"),
                slip(
                        "an order of decisions that adjusts what should stop",
                        PolicyFiles.POLICY,
                        "[stop, adjust, extend, maintain]",
                        "[adjust, stop, extend, maintain]",
                        "sensitive data alerts: sensitive-data-alerts 100"),
                slip(
                        "a ramp-up that counts",
                        PolicyFiles.POLICY,
                        "    after: ramp-up.months\n",
                        "",
                        "the ramp-up does not count against a scope"),
                slip(
                        "an unknown month that ends no run",
                        PolicyFiles.POLICY,
                        "unknown-months: ends ",
                        "unknown-months: skips ",
                        "an unknown month ends a good run, and says so"),
                slip(
                        "a block judged by the local gain",
                        PolicyFiles.INDICATORS,
                        "judged-by: [lead-time]",
                        "judged-by: [cycle-time]",
                        "lead time: lead-time 9"),
                slip(
                        "a headline that says something else",
                        "texts/en.yaml",
                        "headline: cost without workflow",
                        "headline: money without workflow",
                        "money without workflow blocks"));
    }

    private static PolicyFiles swapped(String path, String one, String other) {
        String text = new String(SOUND.find(path).orElseThrow(), StandardCharsets.UTF_8);
        assertThat(text).contains(one, other);
        return SOUND.with(path, text.replace(one, "\u0000").replace(other, one).replace("\u0000", other));
    }

    private static List<Slip> caughtByLoading() {
        return List.of(
                threshold(
                        "a share written as a fraction, outside what is allowed",
                        "adoption.low",
                        "30",
                        "0.3",
                        "ROI-P10 coding-agent/thresholds.yaml:"),
                threshold(
                        "a threshold ten times too large",
                        "adoption.low",
                        "30",
                        "300",
                        "ROI-P10 coding-agent/thresholds.yaml:"),
                threshold(
                        "a threshold that is no number",
                        "adoption.low",
                        "30",
                        "30%",
                        "ROI-P07 coding-agent/thresholds.yaml:"),
                rule(
                        "a threshold that is misspelt",
                        "low-adoption",
                        "rules/usage.drl",
                        "adoption.low",
                        "adoption.lwo",
                        "Did you mean `adoption.low`?"),
                rule(
                        "a number in a rule",
                        "low-adoption",
                        "rules/usage.drl",
                        "value < $low",
                        "value < 30",
                        "ROI-P25 coding-agent/rules/usage.drl:"),
                rule(
                        "an indicator that is misspelt",
                        "low-adoption",
                        "rules/usage.drl",
                        "adoption-rate",
                        "adoption-rat",
                        "Did you mean `adoption-rate`?"),
                rule(
                        "a lever that there is not",
                        "low-adoption",
                        "rules/usage.drl",
                        "\"training\"",
                        "\"trainings\"",
                        "Did you mean `training`?"),
                rule(
                        "a word that the fact never says",
                        "hidden-cost",
                        "rules/quality.drl",
                        "\"worse\"",
                        "\"worst\"",
                        "unknown word for `result` `worst`. Did you mean `worse`?"),
                slip("a rule that is not in the order", PolicyFiles.POLICY, "  - low-adoption\n", "", "ROI-P27"),
                slip(
                        "a sentence that is missing in a language",
                        "texts/fr.yaml",
                        "  low-adoption:\n",
                        "  low-adoptions:\n",
                        "Did you mean `low-adoption`?"),
                slip(
                        "a decision that the order forgot",
                        PolicyFiles.POLICY,
                        "[stop, adjust, extend, maintain]",
                        "[stop, adjust, maintain]",
                        "each of `stop`, `adjust`, `extend` and `maintain` has to be there once."),
                slip(
                        "a scenario about a rule that is gone",
                        "scenarios/usage.yaml",
                        "low-adoption, high-adoption-dispersed-usage]\n      - [29,",
                        "low-adopton, high-adoption-dispersed-usage]\n      - [29,",
                        "Did you mean `low-adoption`?"));
    }

    @TestFactory
    Stream<DynamicTest> a_slip_that_leaves_a_policy_is_caught_by_a_scenario() {
        return caughtByScenarios().stream()
                .map(slip -> DynamicTest.dynamicTest(slip.what(), () -> {
                    Engine engine = ENGINE.adaptedTo(Engine.read(slip.files(), Map.of()));
                    List<Outcome> failures =
                            Scenarios.of(slip.files(), engine).only(slip.caughtBy()).run(engine).stream()
                                    .filter(outcome -> !outcome.isPassed())
                                    .toList();
                    assertThat(failures)
                            .extracting(outcome -> outcome.scenario().name())
                            .contains(slip.caughtBy());
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_slip_that_leaves_no_policy_is_named_when_it_is_loaded() {
        return caughtByLoading().stream()
                .map(slip -> DynamicTest.dynamicTest(
                        slip.what(),
                        () -> assertThatThrownBy(() -> {
                                    Engine engine = Engine.of(Engine.read(slip.files(), Map.of()));
                                    Scenarios.of(slip.files(), engine);
                                })
                                .isInstanceOf(InvalidInput.class)
                                .hasMessageContaining(slip.caughtBy())));
    }

    /** A rule, and everything else that speaks of it, gone from the policy. */
    private static PolicyFiles without(String rule) {
        PolicyFiles files = SOUND;
        for (String path : SOUND.paths()) {
            String text = new String(SOUND.find(path).orElseThrow(), StandardCharsets.UTF_8);
            String shorter = text.replaceFirst("(?s)rule \"%s\".*?\nend\n".formatted(rule), "")
                    .replaceFirst("\n  - %s\n".formatted(rule), "\n")
                    .replaceFirst("\n  %s:\n(    .*\n)+".formatted(rule), "\n");
            files = path.startsWith("scenarios/") ? files : files.with(path, shorter);
        }
        return files;
    }

    @org.junit.jupiter.api.Test
    @Tag("soak") // half a minute: it takes some hundred scorecards to come up
    void hours_that_count_without_a_destination_are_missed_by_a_law() {
        Engine engine = Engine.of(Engine.read(
                slip("", PolicyFiles.INDICATORS, "      counts: assigned\n", "", "")
                        .files(),
                Map.of()));

        assertThatThrownBy(() -> PolicyLaws.of(engine).leastShare(0).check(Law.HOURS_NEED_DESTINATIONS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("whatever their baseline");
    }

    /** Laws of which a breach takes hundreds of scorecards to come up. */
    private static final Set<Law> LATE =
            Set.of(Law.UNKNOWN_BLOCKS, Law.FEW_POINTS_HAVE_NO_POWER, Law.NEITHER_ENTHUSIASM_NOR_REJECTION);

    @TestFactory
    Stream<DynamicTest> a_rule_that_is_gone_with_its_scenarios_is_missed_by_a_law() {
        return gone(law -> !LATE.contains(law));
    }

    @TestFactory
    @Tag("soak") // minutes
    Stream<DynamicTest> a_rule_that_is_gone_with_its_scenarios_is_missed_by_a_law_in_the_end() {
        return gone(LATE::contains);
    }

    private static Stream<DynamicTest> gone(Predicate<Law> chosen) {
        return Map.ofEntries(
                        Map.entry("critical-off-policy-usage", Law.RISK_BLOCKS_AND_STOPS),
                        Map.entry("hidden-cost", Law.HIDDEN_COST_BLOCKS),
                        Map.entry("open-work-piles-up", Law.HIDDEN_COST_BLOCKS),
                        Map.entry("needed-indicator-unknown", Law.UNKNOWN_BLOCKS),
                        Map.entry("no-cases", Law.UNKNOWN_BLOCKS),
                        Map.entry("no-cases-for-long", Law.UNKNOWN_BLOCKS),
                        Map.entry("alarm-not-excluded", Law.UNKNOWN_BLOCKS),
                        Map.entry("outcomes-without-baseline", Law.UNKNOWN_BLOCKS),
                        Map.entry("comparison-leans-worse", Law.FEW_POINTS_HAVE_NO_POWER),
                        Map.entry("going-backwards-undetermined", Law.NEITHER_ENTHUSIASM_NOR_REJECTION),
                        Map.entry("first-use-assumed", Law.NEITHER_ENTHUSIASM_NOR_REJECTION),
                        Map.entry("low-adoption", Law.ADOPTION_NEEDS_DIRECTION),
                        Map.entry("hours-not-reallocated", Law.HOURS_NEED_DESTINATIONS),
                        Map.entry("cost-without-workflow", Law.MONEY_NEEDS_WORKFLOWS))
                .entrySet()
                .stream()
                .filter(gone -> chosen.test(gone.getValue()))
                .sorted(Map.Entry.comparingByValue())
                .map(gone -> DynamicTest.dynamicTest("no %s, %s".formatted(gone.getKey(), gone.getValue()), () -> {
                    Engine engine = ENGINE.adaptedTo(Engine.read(without(gone.getKey()), Map.of()));
                    assertThat(engine.policy().rules())
                            .hasSize(ENGINE.policy().rules().size() - 1);
                    LawRun run = new LawRun(LawCheck.of(engine), List.of(gone.getValue()), 1, PolicyLaws.TRIES);
                    assertThat(run.of(gone.getValue()).breach())
                            .as("a breach, which the sound policy has nowhere")
                            .isPresent();
                }));
    }
}
