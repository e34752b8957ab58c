package dev.roi.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.IndicatorId;
import dev.roi.core.Reading;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.governance.scenario.Scenarios;
import dev.roi.rules.Engine;
import dev.roi.rules.assessment.Assessment;
import dev.roi.rules.drools.CompiledRules;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.PolicyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A rule file means what Drools takes it to mean: its text as it is, compiled by Drools, finds what the engine finds. */
class DroolsReadsRulesTest {

    private static final int SCORECARDS = 400;
    private static final Path EXAMPLES = Path.of("..", "roi-examples", "data");

    /** Rules that have nothing to find where all is certain. */
    private static final Set<String> OF_UNCERTAINTY = Set.of(
            "limit-undetermined",
            "alarm-not-excluded",
            "comparison-undetermined",
            "comparison-leans-worse",
            "hidden-cost-undetermined",
            "open-work-undetermined",
            "answers-undetermined");

    @TestFactory
    Stream<DynamicTest> rules_find_in_generated_months_and_scenarios_what_drools_finds_by_their_text() {
        return PolicyFiles.builtIns().stream()
                .map(id -> DynamicTest.dynamicTest(id, () -> {
                    Both both = new Both(id);
                    ScorecardGenerator generator =
                            ScorecardArbitraries.of(both.policy).generator();
                    Random random = new Random(20_261_130);
                    for (int i = 0; i < SCORECARDS; i++) {
                        Scorecard scorecard = certain(generator.next(random));
                        List<YearMonth> complete = scorecard.completeMonths();
                        both.hold(scorecard, complete.get(complete.size() - 1));
                    }
                    Scenarios.of(both.files, both.engine).list().stream()
                            .map(scenario -> certain(scenario.scorecard()))
                            .filter(scorecard -> !scorecard.completeMonths().isEmpty())
                            .forEach(scorecard -> both.hold(
                                    scorecard,
                                    scorecard
                                            .completeMonths()
                                            .get(scorecard.completeMonths().size() - 1)));

                    assertThat(both.policy.rules().keySet())
                            .as("rules that never spoke")
                            .allMatch(rule ->
                                    both.matched.contains(rule.value()) || OF_UNCERTAINTY.contains(rule.value()));
                }));
    }

    @TestFactory
    Stream<DynamicTest> rules_find_in_the_months_of_the_examples_what_drools_finds_by_their_text() throws IOException {
        List<Path> examples;
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            examples = files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.toString().contains("exports"))
                    .sorted()
                    .toList();
        }
        assertThat(examples).isNotEmpty();
        Both assistant = new Both("assistant");
        Both codingAgent = new Both("coding-agent");
        return examples.stream()
                .map(file -> DynamicTest.dynamicTest(EXAMPLES.relativize(file).toString(), () -> {
                    String folder = EXAMPLES.relativize(file).getName(0).toString();
                    Both both = folder.equals("assistant") ? assistant : codingAgent;
                    both.engine
                            .read(file)
                            .scorecards()
                            .forEach(scorecard ->
                                    scorecard.completeMonths().forEach(month -> both.hold(certain(scorecard), month)));
                }));
    }

    /** A policy, read by the engine and by Drools. */
    private static final class Both {

        private final PolicyFiles files;
        private final Engine engine;
        private final Policy policy;
        private final CompiledRules rules;
        private final TextRules text;
        private final Set<String> matched = new HashSet<>();

        Both(String id) {
            this.files = PolicyFiles.builtIn(id).orElseThrow();
            this.engine = Engine.of(Engine.read(files, Map.of()));
            this.policy = engine.policy();
            this.rules = CompiledRules.of(policy);
            this.text = TextRules.of(files.paths().stream()
                    .filter(path -> path.endsWith(".drl"))
                    .map(path -> new String(files.find(path).orElseThrow(), UTF_8))
                    .toList());
        }

        void hold(Scorecard scorecard, YearMonth month) {
            List<Fact> facts =
                    rules.complete(Assessment.of(policy, scorecard, month).facts());
            List<TextRules.Match> expected = text.run(policy, facts);
            assertThat(rules.run(facts).stream()
                            .map(found -> TextRules.Match.of(found.rule().id().value(), found.facts())))
                    .as("%s of %s", month, scorecard)
                    .containsExactlyInAnyOrderElementsOf(expected);
            expected.forEach(match -> matched.add(match.rule()));
        }
    }

    private static Scorecard certain(Scorecard scorecard) {
        return Edit.months(scorecard, snapshot -> {
            Map<IndicatorId, Reading> readings = new TreeMap<>(snapshot.readings());
            readings.replaceAll((id, reading) ->
                    reading.known().<Reading>map(DroolsReadsRulesTest::certain).orElse(reading));
            return new Snapshot(snapshot.month(), snapshot.completeness(), readings);
        });
    }

    private static Reading.Known certain(Reading.Known known) {
        return new Reading.Known(
                known.value(),
                known.rate(),
                known.by(),
                known.definition(),
                known.unit(),
                known.source(),
                Optional.empty(),
                Optional.empty(),
                Reading.Status.FINAL,
                Reading.Bound.EXACT,
                Optional.empty(),
                known.correction(),
                known.note());
    }
}
