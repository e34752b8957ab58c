package dev.roi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Portfolio;
import dev.roi.rules.Engine;
import dev.roi.rules.policy.PolicyFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The coding-agent policy, broken on purpose: the law that a slip breaks has to notice it, and at the right clause. */
class BrokenPoliciesTest {

    private static final int TRIES = 1_500;
    private static final PolicyFiles SOUND = PolicyFiles.builtIn("coding-agent").orElseThrow();

    private record Slip(String what, Law law, String clause, PolicyFiles files) {}

    private static Slip removed(String rule, Law law, String clause) {
        return new Slip("no rule " + rule, law, clause, without(SOUND, rule));
    }

    private static PolicyFiles without(PolicyFiles files, String rule) {
        Pattern text = Pattern.compile("rule \"%s\".*?\\nend\\n".formatted(rule), Pattern.DOTALL);
        for (String path : files.rulePaths()) {
            String before = text(files, path);
            String after = text.matcher(before).replaceFirst("");
            if (!after.equals(before)) {
                PolicyFiles fewer = files.with(path, after);
                fewer = fewer.with(
                        PolicyFiles.POLICY, text(files, PolicyFiles.POLICY).replace("  - " + rule + "\n", ""));
                for (String language : List.of("en", "fr")) {
                    String words = "texts/%s.yaml".formatted(language);
                    fewer = fewer.with(
                            words, text(files, words).replaceFirst("  %s:\n(    .*\n)+".formatted(rule), ""));
                }
                return fewer;
            }
        }
        throw new IllegalArgumentException("no rule " + rule);
    }

    private static Slip changed(String what, String path, String from, String to, Law law, String clause) {
        String before = text(SOUND, path);
        assertThat(before).as(what).contains(from);
        return new Slip(what, law, clause, SOUND.with(path, before.replace(from, to)));
    }

    /** Turns one rule's text around, and no other's. */
    private static Slip rule(String rule, String path, String from, String to, Law law, String clause) {
        String before = text(SOUND, path);
        int begin = before.indexOf("rule \"%s\"".formatted(rule));
        int end = before.indexOf("\nend\n", begin);
        String of = before.substring(begin, end);
        assertThat(of).as(rule).contains(from);
        String after = before.substring(0, begin) + of.replace(from, to) + before.substring(end);
        return new Slip("%s with %s".formatted(rule, to), law, clause, SOUND.with(path, after));
    }

    private static String text(PolicyFiles files, String path) {
        return new String(files.find(path).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static List<Slip> slips() {
        return List.of(
                rule(
                        "low-adoption",
                        "rules/usage.drl",
                        "findings.adjust( \"training\" );",
                        "findings.support();",
                        Law.ADOPTION_NEEDS_DIRECTION,
                        "low adoption asks for training"),
                rule(
                        "low-adoption",
                        "rules/usage.drl",
                        "adoption.low",
                        "adoption.high",
                        Law.SECONDARY_SIGNALS_PROVE_NOTHING,
                        "raising one"),
                rule(
                        "hours-not-reallocated",
                        "rules/value.drl",
                        "Reading( indicator == \"reallocated-hours\", value <= $least )",
                        "Reading( indicator == \"prompts\", value <= $least )",
                        Law.SECONDARY_SIGNALS_PROVE_NOTHING,
                        "raising one"),
                removed("needed-indicator-unknown", Law.UNKNOWN_BLOCKS, "that extending depends on"),
                removed("needed-comparison-unknown", Law.UNKNOWN_BLOCKS, "nothing to be compared with"),
                removed("dispersion-unknown", Law.UNKNOWN_BLOCKS, "hiding a reading"),
                removed("effects-not-due", Law.UNKNOWN_BLOCKS, "truly not due"),
                rule(
                        "needed-indicator-unknown",
                        "rules/unknown.drl",
                        ", reason != \"not-due\"",
                        "",
                        Law.UNKNOWN_BLOCKS,
                        "truly not due"),
                rule("sensitive-data-alerts", "rules/risk.drl", "Latest(", "Reading(", Law.UNKNOWN_BLOCKS, "goes dark"),
                removed("lead-time-worse", Law.SYSTEM_NOT_TOOL, "absorbs the gain"),
                removed("review-time-worse", Law.SYSTEM_NOT_TOOL, "absorbs the gain"),
                removed("rework-worse", Law.SYSTEM_NOT_TOOL, "absorbs the gain"),
                rule(
                        "review-time-worse",
                        "rules/delivery.drl",
                        "findings.adjust( \"review\" )",
                        "findings.adjust( \"training\" )",
                        Law.SYSTEM_NOT_TOOL,
                        "absorbs the gain"),
                changed(
                        "delivery judged by the local gain",
                        PolicyFiles.INDICATORS,
                        "judged-by: [lead-time]",
                        "judged-by: [cycle-time]",
                        Law.SYSTEM_NOT_TOOL,
                        "counts for nothing"),
                changed(
                        "a text that does not say where the gain went",
                        "texts/en.yaml",
                        "[[ The time went above all to {lead-time.grown-part}.]]",
                        "",
                        Law.SYSTEM_NOT_TOOL,
                        "by stage"),
                removed("hidden-cost", Law.HIDDEN_COST_BLOCKS, "worse blocks"),
                removed("comparison-undetermined", Law.HIDDEN_COST_BLOCKS, "not shown"),
                removed("effects-not-due", Law.HIDDEN_COST_BLOCKS, "late effects"),
                removed("sensitive-data-alerts", Law.RISK_BLOCKS_AND_STOPS, "over its threshold"),
                removed("off-policy-usage", Law.RISK_BLOCKS_AND_STOPS, "over its threshold"),
                removed("critical-sensitive-data", Law.RISK_BLOCKS_AND_STOPS, "critical risk stops"),
                removed("critical-off-policy-usage", Law.RISK_BLOCKS_AND_STOPS, "critical risk stops"),
                rule(
                        "sensitive-data-alerts",
                        "rules/risk.drl",
                        "value > $limit",
                        "value >= $limit",
                        Law.RISK_BLOCKS_AND_STOPS,
                        "within its threshold"),
                changed(
                        "adjusting before stopping",
                        PolicyFiles.POLICY,
                        "precedence: [stop, adjust, extend, maintain]",
                        "precedence: [adjust, stop, extend, maintain]",
                        Law.RISK_BLOCKS_AND_STOPS,
                        "critical risk stops"),
                removed("high-adoption-dispersed-usage", Law.ADOPTION_NEEDS_DIRECTION, "tightens the frame"),
                removed("low-adoption", Law.ADOPTION_NEEDS_DIRECTION, "asks for training"),
                rule(
                        "low-adoption",
                        "rules/usage.drl",
                        "findings.adjust( \"training\" )",
                        "findings.stop()",
                        Law.ADOPTION_NEEDS_DIRECTION,
                        "asks for training"),
                removed("budget-without-results", Law.BUDGET_NEEDS_RESULTS, "without observable improvement"),
                rule(
                        "budget-without-results",
                        "rules/finance.drl",
                        "not Block( id in ( \"delivery\", \"quality\", \"value\" ), state == \"improved\" )",
                        "",
                        Law.BUDGET_NEEDS_RESULTS,
                        "fine while something improves"),
                removed("forecast-grows", Law.BUDGET_NEEDS_RESULTS, "grows beyond"),
                rule(
                        "uneven-cost-by-team",
                        "rules/finance.drl",
                        "findings.note()",
                        "findings.adjust( \"budget\" )",
                        Law.BUDGET_NEEDS_RESULTS,
                        "a note and nothing else"),
                removed("hours-not-reallocated", Law.HOURS_NEED_DESTINATIONS, "not reallocated"),
                removed("hours-without-destination", Law.HOURS_NEED_DESTINATIONS, "without an observed destination"),
                removed("cost-without-workflow", Law.MONEY_NEEDS_WORKFLOWS, "tied to no authorised workflow"),
                removed("cost-not-authorised", Law.MONEY_NEEDS_WORKFLOWS, "tied to no authorised workflow"),
                changed(
                        "an unknown month that does not end a good run",
                        PolicyFiles.POLICY,
                        "unknown-months: ends ",
                        "unknown-months: skips ",
                        Law.NEITHER_ENTHUSIASM_NOR_REJECTION,
                        "extending follows enough"),
                changed(
                        "an unknown month that ends a bad run",
                        PolicyFiles.POLICY,
                        "unknown-months: skips ",
                        "unknown-months: ends ",
                        Law.NEITHER_ENTHUSIASM_NOR_REJECTION,
                        "bad"),
                changed(
                        "a ramp-up that counts",
                        PolicyFiles.POLICY,
                        "    after: ramp-up.months\n",
                        "",
                        Law.NEITHER_ENTHUSIASM_NOR_REJECTION,
                        "past the ramp-up|stopping follows"),
                removed("going-backwards-too-long", Law.NEITHER_ENTHUSIASM_NOR_REJECTION, "surely were bad stop"),
                removed("time-to-market-worse", Law.BETTER_IS_NEVER_WORSE, "a better outcome"),
                rule(
                        "hidden-cost",
                        "rules/quality.drl",
                        "result == \"worse\"",
                        "result == \"better\"",
                        Law.BETTER_IS_NEVER_WORSE,
                        "a better outcome"),
                rule(
                        "comparison-undetermined",
                        "rules/unknown.drl",
                        ", atWorst == \"worse\"",
                        "",
                        Law.BETTER_IS_NEVER_WORSE,
                        "a better outcome"),
                rule(
                        "forecast-grows",
                        "rules/finance.drl",
                        "percent > $limit",
                        "percent < $limit",
                        Law.BETTER_IS_NEVER_WORSE,
                        "less spent"),
                removed("too-few-good-months", Law.DECISIONS_ARE_COMPLETE, "why not to extend"),
                changed(
                        "a decision that needs no owner",
                        "texts/en.yaml",
                        "    - name the owner of the month's action\n",
                        "    - go on\n",
                        Law.DECISIONS_ARE_COMPLETE,
                        "still needs"),
                removed("perception-above-measurement", Law.PERCEPTION_IS_SAID_NOT_COUNTED, "measures contradict"),
                removed("gain-not-felt", Law.PERCEPTION_IS_SAID_NOT_COUNTED, "do not feel"),
                rule(
                        "gain-not-felt",
                        "rules/perception.drl",
                        "findings.note()",
                        "findings.blockExtend()",
                        Law.PERCEPTION_IS_SAID_NOT_COUNTED,
                        "changes no decision|do not feel"),
                removed("comparison-undetermined", Law.FEW_POINTS_HAVE_NO_POWER, "may be worse"),
                removed("limit-undetermined", Law.FEW_POINTS_HAVE_NO_POWER, "may be"),
                rule(
                        "hidden-cost",
                        "rules/quality.drl",
                        "result == \"worse\" )",
                        "result == \"worse\" )\n    not Block( id == \"delivery\", state == \"improved\" )",
                        Law.GUARDRAILS_ARE_VETOES,
                        "still forbids"),
                removed("cost-not-authorised", Law.GUARDRAILS_ARE_VETOES, "still forbids"));
    }

    @TestFactory
    Stream<DynamicTest> a_slip_is_noticed_by_the_law_that_it_breaks() {
        return slips().stream()
                .map(slip -> DynamicTest.dynamicTest(
                        "%s, by law %d".formatted(slip.what(), slip.law().number()), () -> assertNoticed(slip)));
    }

    private static void assertNoticed(Slip slip) {
        Engine engine = Engine.interpreting(Engine.read(slip.files(), Map.of()));
        LawCheck laws = LawCheck.of(engine);
        ScorecardGenerator generator = ScorecardArbitraries.of(engine.policy()).generator();
        Random random = new Random(42);
        Optional<Breach> breach = Optional.empty();
        for (int i = 0; i < TRIES && breach.isEmpty(); i++) {
            breach = laws.breach(slip.law(), new Portfolio(List.of(generator.next(random))));
        }
        assertThat(breach).as("%s, noticed within %d tries", slip.what(), TRIES).isPresent();
        assertThat(breach.orElseThrow().clause()).containsPattern(slip.clause());
    }
}
