package dev.roi.governance.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.governance.scenario.Coverage.Covered;
import dev.roi.rules.Engine;
import dev.roi.rules.policy.PolicyFiles;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that count, join, calculate and have alternatives are tested as thoroughly as any by a policy's scenarios. */
class NestedRulesTest {

    private static final PolicyFiles FILES = PolicyFiles.builtIn("coding-agent").orElseThrow();
    private static final String RULE = """
        rule "board"
        when
            Threshold( id == "board.two", $two : value )
            Threshold( id == "board.limit", $limit : value )
            accumulate( History( indicator == "incidents", $v : value ); $n : count(), $sum : sum( $v ); $n >= $two )
            ( Reading( indicator == "lead-time", value > $limit + $limit ) or not Reading( indicator == "lead-time" ) )
        then
            findings.note();
        end
        """;

    private static PolicyFiles with(String scenarios) {
        return FILES.with("rules/board.drl", RULE)
                .with("policy.yaml", text("policy.yaml").replace("reasons:\n", "reasons:\n  - board\n"))
                .with("thresholds.yaml", text("thresholds.yaml") + """

                    board.two: { value: 2, unit: count, range: { least: 1 }, because: the board says so }
                    board.limit: { value: 5, unit: days, range: { least: 1 }, because: the board says so }
                    """)
                .with("texts/en.yaml", worded("texts/en.yaml"))
                .with("texts/fr.yaml", worded("texts/fr.yaml"))
                .with("scenarios/board.yaml", scenarios);
    }

    private static String text(String path) {
        return new String(FILES.find(path).orElseThrow(), UTF_8);
    }

    private static String worded(String path) {
        return text(path).replaceFirst("(?m)^rules:\n", "rules:\n  board: { headline: board, text: Board. }\n");
    }

    private static final String SCENARIOS = """
        cases:
          two-months:
            scope: { level: team, id: a, name: A }
            month: 2026-06
            months: 2
            readings: { incidents: 3, lead-time: 11 }
        scenarios:
          - scenario: board, above twice the limit
            case: two-months
            because: board
            saw: { board: { or: 1, $n: 2, $sum: 6 } }
          - scenario: board, at twice the limit
            case: two-months
            now: { lead-time: 10 }
            not-because: board
          - scenario: board, nothing measured
            case: two-months
            now: { lead-time: unknown, incidents: 4 }
            saw: { board: { or: 2, $sum: 7 } }
          - scenario: board, one month
            case: two-months
            months: 1
            not-because: board
        """;

    private static PolicyTest test(String scenarios) {
        return PolicyTest.of(with(scenarios)).only("board, ");
    }

    @Test
    void a_scenario_says_which_alternative_held_and_what_was_counted() {
        assertThat(test(SCENARIOS).run().failures()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ or: 1, $n: 2, $sum: 6 } | { or: 2 }   | board: or 2   | $n 2, $sum 6, or 1",
                "{ or: 1, $n: 2, $sum: 6 } | { $n: 3 }   | board: $n 3   | $n 2, $sum 6, or 1",
                "{ or: 1, $n: 2, $sum: 6 } | { $sum: 5 } | board: $sum 5 | $n 2, $sum 6, or 1",
                "{ or: 1, $n: 2, $sum: 6 } | { $m: 2 }   | board: $m 2   | $n 2, $sum 6, or 1",
            })
    void what_a_rule_saw_otherwise_is_said_beside_what_was_expected(
            String right, String wrong, String expected, String actual) {
        assertThat(test(SCENARIOS.replace(right, wrong)).run().failures())
                .singleElement()
                .satisfies(failed -> {
                    assertThat(failed.differences()).singleElement().satisfies(difference -> {
                        assertThat(difference.key()).isEqualTo("saw");
                        assertThat(difference.expected()).hasToString(expected);
                        assertThat(difference.actual()).hasToString(actual);
                    });
                    assertThat(failed.text()).contains("saw");
                });
    }

    @Test
    void a_rule_that_stays_silent_saw_nothing() {
        assertThat(test(SCENARIOS.replaceFirst("not-because: board", "saw: { board: { or: 1 } }"))
                        .run()
                        .failures())
                .flatExtracting(Outcome::differences)
                .extracting(difference -> difference.actual().toString())
                .containsExactly("stayed silent");
    }

    @Test
    void each_construct_has_mutants_that_scenarios_at_its_boundaries_notice() {
        PolicyFiles files = with(SCENARIOS);
        Engine engine = Engine.of(files);
        List<Mutant> nested = Mutants.of(files, engine.policy()).stream()
                .filter(mutant -> mutant.name().startsWith("nested/board/"))
                .toList();
        Scenarios all = Scenarios.of(files, engine).only("board, ");

        assertThat(nested)
                .extracting(mutant -> mutant.change().toString())
                .containsExactlyInAnyOrder(
                        "rule board: `$sum : sum( $v )` turned into `$sum : average( $v )`",
                        "rule board: `$n >= board.two` turned into `$n < board.two`",
                        "rule board: `$n >= board.two` turned into `$n > board.two`",
                        "rule board: `or Reading( indicator == \"lead-time\", value > ( board.limit + board.limit ) )`"
                                + " turned into ``",
                        "rule board: `or not Reading( indicator == \"lead-time\" )` turned into ``",
                        "rule board: `not Reading( indicator == \"lead-time\" )` turned into `Reading( indicator =="
                                + " \"lead-time\" )`",
                        "rule board: `( board.limit + board.limit )` turned into `( board.limit - board.limit )`");
        assertThat(Mutation.of(nested, engine, all, percent -> {}).survivors()).isEmpty();
        Scenarios one = all.only("one month");
        assertThat(Mutation.of(nested, engine, one, percent -> {}).survivors()).isNotEmpty();
    }

    @Test
    void coverage_asks_for_each_alternative_and_for_either_side_of_what_is_counted() {
        PolicyFiles files = with(SCENARIOS);
        Engine engine = Engine.of(files);
        Scenarios all = Scenarios.of(files, engine).only("board, ");

        assertThat(Coverage.of(engine, all).items())
                .filteredOn(item -> item.key().subject().startsWith("board: "))
                .hasSize(6)
                .allMatch(item -> item.covered() == Covered.YES);
        assertThat(Coverage.of(engine, all.only("above twice")).missing())
                .extracting(item -> item.toString())
                .filteredOn(item -> item.contains("board: "))
                .hasSize(3)
                .anyMatch(item -> item.equals("condition board: or not Reading( indicator == \"lead-time\" ) (true)"));
    }

    @Test
    void what_is_counted_is_to_be_tried_at_its_threshold_and_on_either_side_of_it() {
        PolicyFiles files = with(SCENARIOS);
        Engine engine = Engine.of(files);
        Scenarios all = Scenarios.of(files, engine).only("board, ");

        assertThat(Coverage.of(engine, all).items())
                .filteredOn(item -> item.key().subject().equals("board.two"))
                .extracting(item -> item.key().aspect().toString() + " " + item.covered())
                .containsExactly("just below YES", "at YES", "just above NO");
        assertThat(Coverage.of(
                                engine,
                                Scenarios.of(with(SCENARIOS.replaceFirst("months: 2", "months: 3")), engine)
                                        .only("board, "))
                        .missing())
                .extracting(item -> item.toString())
                .filteredOn(item -> item.contains("board.two"))
                .containsExactly("threshold board.two (at)");
    }

    @Test
    void an_explanation_says_what_was_worked_out_and_each_fact_that_was_counted() {
        Outcome first = test(SCENARIOS).run().outcomes().get(0);

        assertThat(first.explanation()
                        .rule(new dev.roi.core.RuleId("board"))
                        .others()
                        .get(0)
                        .because())
                .containsExactly(
                        "$n 2",
                        "$sum 6",
                        "History: indicator incidents, monthsAgo 0, value 3",
                        "History: indicator incidents, monthsAgo 1, value 3");
    }
}
