package dev.roi.governance.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roi.core.InvalidInput;
import dev.roi.core.Language;
import dev.roi.core.Message;
import dev.roi.core.json.Schema;
import dev.roi.core.json.Schemas;
import dev.roi.governance.scenario.Mutation.Result;
import dev.roi.report.layout.Columns;
import dev.roi.rules.Engine;
import dev.roi.rules.policy.PolicyFiles;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class PolicyTestTest {

    private static final PolicyFiles SOUND = PolicyFiles.builtIn("coding-agent").orElseThrow();
    private static final Engine ENGINE = Engine.of(Engine.read(SOUND, Map.of()));

    private static final String TWO = """
        scenarios:
          - scenario: in order
            case: healthy
            decision: extend
            not-because: low-adoption
          - scenario: nobody uses it
            case: healthy
            now: { adoption-rate: 12 }
            decision: %s
            levers: training
        """;

    /** The built-in policy with its cases, and with these scenarios alone. */
    private static PolicyFiles with(String scenarios) {
        PolicyFiles files = SOUND;
        for (String path : SOUND.paths()) {
            if (path.startsWith("scenarios/") && !path.endsWith("cases.yaml")) {
                files = files.with(path, "about: nothing\n");
            }
        }
        return files.with("scenarios/own.yaml", scenarios);
    }

    private static PolicyTest test(String scenarios) {
        return PolicyTest.of(with(scenarios), ENGINE);
    }

    private static Document xml(TestReport report) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(report.junitXml())));
        } catch (Exception notWellFormed) {
            throw new AssertionError(report.junitXml(), notWellFormed);
        }
    }

    @Test
    void a_run_that_passes_says_what_is_covered_and_what_is_not() {
        TestReport report = test(TWO.formatted("adjust")).withoutMutation().run();

        assertThat(report.isPassed()).isTrue();
        assertThat(report.text())
                .startsWith("""
                    coding-agent 1.0.0: 2 scenarios, all passed
                    ===========================================

                    Covered by scenarios
                      decisions reached                               2 of 4    50 %
                    """)
                .contains("\nNot covered\n", "\n  rule high-adoption-dispersed-usage - fired\n")
                .contains("\nMutation was not tried.\n")
                .endsWith("\nPassed.\n");
        assertThat(report.text().lines()).allMatch(line -> Columns.width(line) <= Columns.TERMINAL);
    }

    @Test
    void what_was_demanded_and_not_reached_is_a_problem() {
        PolicyTest test = test(TWO.formatted("adjust")).withoutMutation();
        int percent = test.run().coverage().orElseThrow().percent();

        assertThat(test.failUnder(percent).run().problems()).isEmpty();
        TestReport missed = test.failUnder(percent + 1).run();
        assertThat(missed.problems())
                .containsExactly(Message.of("%s %% is covered, under %s %%", percent, percent + 1));
        assertThat(missed.text())
                .endsWith("Not passed: %s.\n".formatted(missed.problems().get(0)));
        assertThat(xml(missed).getDocumentElement().getAttribute("failures")).isEqualTo("1");
        assertThatThrownBy(() -> test.failUnder(101)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_scenario_that_fails_is_shown_with_both_sides_and_why_and_no_change_is_tried() {
        TestReport report = test(TWO.formatted("maintain")).run();

        assertThat(report.isPassed()).isFalse();
        assertThat(report.mutation()).isEmpty();
        assertThat(report.text())
                .contains("""
                    FAILED  nobody uses it
                      coding-agent/scenarios/own.yaml:6:5

                                expected  actual
                      decision  maintain  adjust

                    Came to `Adjust: low adoption`
                    """)
                .contains("\n  low-adoption: fired\n    yes  Latest adoption-rate\n"
                        + "      yes  value 12%, needs < 30% (adoption.low): 18 points below it\n")
                .contains("\nMutation was not tried: scenarios have to pass before it says anything.\n")
                .endsWith("\nNot passed: 1 of 2 scenarios failed.\n");
        assertThat(report.json()).contains("\"passed\": false", "\"expected\": \"maintain\"", "\"mutation\": null");
    }

    @Test
    void continuous_integration_sees_each_scenario_with_its_file_and_line() {
        Element suites = xml(test(TWO.formatted("maintain")).run()).getDocumentElement();

        assertThat(suites.getTagName()).isEqualTo("testsuites");
        assertThat(suites.getAttribute("tests")).isEqualTo("3");
        assertThat(suites.getAttribute("failures")).isEqualTo("1");
        Element suite = (Element) suites.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("name")).isEqualTo("coding-agent/scenarios/own.yaml");
        Element second = (Element) suite.getElementsByTagName("testcase").item(1);
        assertThat(second.getAttribute("name")).isEqualTo("nobody uses it");
        assertThat(second.getAttribute("classname")).isEqualTo("coding-agent/scenarios/own.yaml");
        assertThat(second.getAttribute("file")).isEqualTo("coding-agent/scenarios/own.yaml");
        assertThat(second.getAttribute("line")).isEqualTo("6");
        Element failure = (Element) second.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message")).isEqualTo("decision: expected maintain, actual adjust");
        assertThat(failure.getTextContent()).contains("decision  maintain  adjust", "value 12%, needs < 30%");
    }

    @Test
    void names_that_xml_cannot_hold_are_written_all_the_same() {
        String hostile = TWO.formatted("adjust").replace("in order", "\"<&>\\\" ]]> \\uFFFE \\U0001F600\"");
        Element suites = xml(test(hostile).withoutMutation().run()).getDocumentElement();
        assertThat(((Element) suites.getElementsByTagName("testcase").item(0)).getAttribute("name"))
                .isEqualTo("<&>\" ]]> \uFFFD \uD83D\uDE00");
    }

    @Test
    void some_scenarios_can_be_run_alone_and_none_is_a_problem() {
        PolicyTest test = test(TWO.formatted("adjust"));

        TestReport some = test.only("NOBODY").run();
        assertThat(some.outcomes())
                .extracting(outcome -> outcome.scenario().name())
                .containsExactly("nobody uses it");
        assertThat(some.coverage()).isEmpty();
        assertThat(some.mutation()).isEmpty();
        assertThat(some.isPassed()).isTrue();

        TestReport none = test.only("everybody").run();
        assertThat(none.isPassed()).isFalse();
        assertThat(none.text()).isEqualTo("""
            coding-agent 1.0.0: 0 scenarios, nothing tested
            ===============================================

            Not passed: no scenario has `everybody` in its name.
            """);
        assertThat(xml(none).getDocumentElement().getAttribute("failures")).isEqualTo("1");
        assertThat(test("about: nothing").run().problems())
                .containsExactly(Message.of("the policy has no scenario; write one into `scenarios/`"));
    }

    @Test
    void scenarios_that_cannot_be_read_are_refused_with_all_their_faults() {
        assertThatThrownBy(() -> test("scenarios: [ { scenario: a, case: helthy, decision: extnd } ]"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("Did you mean `healthy`?")
                .hasMessageContaining("Did you mean `extend`?");
        assertThatThrownBy(() -> test("cases: { odd: { readings: { adoption-rate: 120 } } }"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("coding-agent/scenarios/own.yaml:1:44");
    }

    /** Each suggestion is pasted as it is, passes, and makes its mutant noticed: of every twelfth mutant. */
    @Test
    void what_is_suggested_can_be_pasted_and_notices_the_change() {
        what_is_suggested_can_be_pasted_and_notices_the_change(12);
    }

    @Test
    @Tag("soak") // minutes: most of some 400 mutants survive, and hundreds of cases are tried for each
    void what_is_suggested_for_any_change_can_be_pasted_and_notices_it() {
        what_is_suggested_can_be_pasted_and_notices_the_change(1);
    }

    private static void what_is_suggested_can_be_pasted_and_notices_the_change(int every) {
        String some = "scenarios:\n  - scenario: in order\n    case: healthy\n    decision: extend\n"
                + "  - scenario: nothing better\n    case: flat\n    decision: maintain\n";
        PolicyFiles files = with(some);
        List<Integer> progress = new ArrayList<>();
        Scenarios before = Scenarios.of(files, ENGINE);
        Mutation mutation = Mutation.of(each(every, Mutants.of(files, ENGINE.policy())), ENGINE, before, progress::add);
        List<Result> suggested = mutation.survivors().stream()
                .filter(result -> result.suggested().isPresent())
                .toList();
        assertThat(progress).isSorted().last().isEqualTo(100);
        assertThat(suggested.size() * 100 / mutation.survivors().size())
                .as(
                        "percent of the survivors with a suggestion; the others need a history of their own: %s",
                        mutation.survivors().stream()
                                .filter(result -> result.suggested().isEmpty())
                                .map(Result::change)
                                .toList())
                .isGreaterThanOrEqualTo(80);

        TestReport report = new TestReport(
                ENGINE.policy().ref(),
                Optional.empty(),
                OptionalInt.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(mutation),
                List.of());
        assertThat(report.text().lines())
                .as("lines but those of suggestions, names included, fit a terminal")
                .filteredOn(line -> !line.startsWith("    "))
                .hasSizeGreaterThan(suggested.size())
                .allMatch(line -> Columns.width(line) <= Columns.TERMINAL);

        Map<Boolean, String> byScopes = suggested.stream()
                .map(result -> result.suggestion(Language.ENGLISH).orElseThrow())
                .collect(Collectors.partitioningBy(text -> text.contains("scopes:"), Collectors.joining()));
        PolicyFiles pasted = with(some + byScopes.get(false) + "portfolios:\n" + byScopes.get(true));
        Scenarios after = Scenarios.of(pasted, ENGINE);
        assertThat(after.run(ENGINE))
                .allSatisfy(outcome -> assertThat(outcome.differences()).isEmpty());
        assertThat(after.portfolios())
                .isNotEmpty()
                .allSatisfy(scenario ->
                        assertThat(scenario.run(ENGINE).differences()).isEmpty());
        assertThat(Mutation.of(each(every, Mutants.of(pasted, ENGINE.policy())), ENGINE, after, percent -> {})
                        .survivors())
                .extracting(Result::mutant)
                .doesNotContainAnyElementsOf(
                        suggested.stream().map(Result::mutant).toList());
    }

    private static List<Mutant> each(int every, List<Mutant> mutants) {
        return IntStream.range(0, mutants.size())
                .filter(index -> index % every == 0)
                .mapToObj(mutants::get)
                .toList();
    }

    @Test
    void the_same_policy_gives_the_same_report_to_the_byte() {
        PolicyFiles pilot = PolicyFiles.read(Path.of("../roi-examples/policies/pilot"));
        String scenarios = new String(pilot.find("scenarios/pilot.yaml").orElseThrow(), UTF_8);
        PolicyFiles files =
                pilot.with("scenarios/pilot.yaml", scenarios.substring(0, scenarios.indexOf("  - table: leaks")) + """
                    accepted:
                      - { mutant: threshold/adoption.low/sideways, because: it was there once }
                    """);
        int line = (int) scenarios
                        .substring(0, scenarios.indexOf("  - table: leaks"))
                        .lines()
                        .count()
                + 2;
        TestReport once = PolicyTest.of(files).run();
        TestReport again = PolicyTest.of(files).run();

        assertThat(again.text()).isEqualTo(once.text());
        assertThat(again.json()).isEqualTo(once.json());
        assertThat(again.junitXml()).isEqualTo(once.junitXml());
        assertThat(once.mutation().orElseThrow().survivors()).isNotEmpty();
        assertThat(once.problems())
                .anyMatch(problem -> problem.toString()
                        .endsWith("scenarios/pilot.yaml:%s:15: mutant `threshold/adoption.low/sideways` is"
                                        .formatted(line)
                                + " accepted with a reason, and the policy has no such mutant"));
    }

    @Test
    void the_schema_says_what_the_format_says() {
        Schemas.hold(Schema.TEST, TestFormat.FORMAT);
    }
}
