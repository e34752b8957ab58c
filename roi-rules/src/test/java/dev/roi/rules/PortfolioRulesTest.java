package dev.roi.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roi.core.Decision;
import dev.roi.core.InvalidPolicy;
import dev.roi.core.Language;
import dev.roi.core.Level;
import dev.roi.core.Portfolio;
import dev.roi.core.PortfolioReview;
import dev.roi.core.PortfolioReview.Note;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.language.Finding;
import dev.roi.rules.policy.PolicyFiles;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Portfolio rules note what scopes say together, and change no scope's decision. */
class PortfolioRulesTest {

    private static final Engine ENGINE = Engine.builtIn("coding-agent");
    private static final PolicyFiles FILES = PolicyFiles.builtIn("coding-agent").orElseThrow();
    private static final String STOPPED = "\"sensitive-data-alerts\": 500";
    private static final String ADJUSTED = "\"sensitive-data-alerts\": 0";

    private static Scorecard scope(String level, String id, String workflows, String readings) {
        String json = """
            { "format": "roi-scorecard/1", "scope": { "level": "%s", "id": "%s" }, %s
              "snapshots": [ { "month": "2025-01", "readings": { %s } } ] }
            """.formatted(level, id, workflows, readings);
        return ENGINE.read("card", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))
                .scorecards()
                .get(0);
    }

    private static String register(String id, boolean authorised) {
        return "\"workflows\": [ { \"id\": \"%s\", \"authorised\": %s } ],".formatted(id, authorised);
    }

    private static List<Note> notes(Engine engine, Scorecard... scorecards) {
        return engine.review(new Portfolio(List.of(scorecards)), ReviewRequest.LATEST)
                .notes();
    }

    @Test
    void a_team_that_authorises_a_workflow_that_is_stopped_is_in_conflict_with_it() {
        Scorecard team = scope("team", "a", register("legacy", true), ADJUSTED);
        Scorecard other = scope("team", "b", register("legacy", false), ADJUSTED);
        Scorecard stopped = scope("workflow", "legacy", "", STOPPED);

        assertThat(notes(ENGINE, team, other, stopped)).singleElement().satisfies(note -> {
            assertThat(note.rule()).hasToString("authorises-a-stopped-scope");
            assertThat(note.headline()).isEqualTo("conflict");
            assertThat(note.scopes()).containsExactly(stopped.scope(), team.scope());
            assertThat(note.text())
                    .isEqualTo("a (team) continues and still authorises legacy (workflow), which should stop.");
        });
        assertThat(notes(ENGINE, team, other, scope("workflow", "legacy", "", ADJUSTED)))
                .isEmpty();
        assertThat(notes(ENGINE, scope("team", "a", register("legacy", true), STOPPED), stopped))
                .isEmpty();
    }

    @Test
    void what_has_one_cause_is_said_once_in_the_language_that_is_asked_for() {
        Scorecard[] scorecards = Stream.concat(
                        Stream.of(scope("workflow", "legacy", "", STOPPED)),
                        IntStream.range(0, 9).mapToObj(i -> scope("team", "t" + i, register("legacy", true), ADJUSTED)))
                .toArray(Scorecard[]::new);

        assertThat(notes(ENGINE, scorecards))
                .singleElement()
                .satisfies(note -> assertThat(note.scopes()).hasSize(10))
                .extracting(Note::text)
                .isEqualTo("legacy (workflow) should stop, while 9 scopes continue and still authorise it: t0 (team), "
                        + "t1 (team), t2 (team), t3 (team), t4 (team), t5 (team) and 3 more.");
        assertThat(ENGINE.review(new Portfolio(List.of(scorecards)), ReviewRequest.LATEST.in(Language.FRENCH))
                        .notes())
                .extracting(Note::text)
                .containsExactly(
                        "legacy (workflow) est à arrêter, alors que 9 périmètres se poursuivent et l’autorisent"
                                + " encore\u00a0: t0 (équipe), t1 (équipe), t2 (équipe), t3 (équipe), t4 (équipe), t5"
                                + " (équipe) et 3 de plus.");
    }

    private static Fact.ScopeReview decided(Level level, String id, Decision decision) {
        return new Fact.ScopeReview(level, id, decision, false);
    }

    private static List<String> found(Engine engine, List<Fact> facts) {
        return engine.portfolioFindings(facts).stream()
                .map(Finding::rule)
                .map(rule -> rule.id().value())
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "EXTEND,   STOP,   extends-a-stopped-scope",
        "STOP,     EXTEND, stops-an-extended-scope",
        "MAINTAIN, STOP,   ",
        "EXTEND,   ADJUST, ",
    })
    void opposite_decisions_conflict_where_one_scope_holds_the_other(Decision whole, Decision part, String rule) {
        List<Fact> facts = List.of(
                decided(Level.PORTFOLIO, "all", whole),
                decided(Level.WORKFLOW, "part", part),
                new Fact.ScopeHolds(Level.PORTFOLIO, "all", Level.WORKFLOW, "part"));

        for (String policy : PolicyFiles.builtIns()) {
            assertThat(found(Engine.builtIn(policy), facts)).isEqualTo(rule == null ? List.of() : List.of(rule));
            assertThat(found(Engine.builtIn(policy), facts.subList(0, 2))).isEmpty();
        }
    }

    @Test
    void a_portfolio_holds_every_scope_where_it_is_the_only_one() {
        Scored whole = scored(scope("portfolio", "all", "", ADJUSTED));
        Scored second = scored(scope("portfolio", "second", "", ADJUSTED));
        Scored part = scored(scope("workflow", "part", "", ADJUSTED));
        Scored team = scored(scope("team", "team", register("part", false), ADJUSTED));

        assertThat(holding(whole, part, team))
                .containsExactlyInAnyOrder(
                        new Fact.ScopeHolds(Level.PORTFOLIO, "all", Level.WORKFLOW, "part"),
                        new Fact.ScopeHolds(Level.PORTFOLIO, "all", Level.TEAM, "team"),
                        new Fact.ScopeHolds(Level.TEAM, "team", Level.WORKFLOW, "part"));
        assertThat(holding(whole, second, part))
                .as("of two portfolios, nobody says which one holds the workflow")
                .isEmpty();
    }

    private static Scored scored(Scorecard scorecard) {
        return new Scored(ENGINE, scorecard, ENGINE.review(scorecard));
    }

    private static List<Fact> holding(Scored... scored) {
        return new PortfolioFacts(List.of(scored), scored[0].review().month())
                .askedBy(ENGINE.policy()).stream()
                        .filter(Fact.ScopeHolds.class::isInstance)
                        .toList();
    }

    /** The policy with one more portfolio rule, of these conditions and words. */
    private static PolicyFiles with(String conditions, String text) {
        return FILES.with(
                        "rules/portfolio/board.drl",
                        "rule \"board\"\nwhen\n%s\nthen\n    findings.note();\nend\n".formatted(conditions))
                .with("thresholds.yaml", text("thresholds.yaml") + """

                    board.two: { value: 2, unit: count, range: { least: 1 }, because: the board says so }
                    board.most: { value: 100, unit: currency, range: { least: 1 }, because: the board says so }
                    """)
                .with("texts/en.yaml", worded("texts/en.yaml", text))
                .with("texts/fr.yaml", worded("texts/fr.yaml", text));
    }

    private static String text(String path) {
        return new String(FILES.find(path).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static String worded(String path, String text) {
        return text(path)
                .replaceFirst("(?m)^rules:\n", "rules:\n  board: { headline: board, text: \"%s\" }\n".formatted(text));
    }

    private static final String COUNTING = """
        Threshold( id == "board.two", $two : value )
        accumulate( ScopeReview( decision == "stop" ); $n : count(); $n >= $two )\
        """;

    @Test
    void what_is_counted_over_scopes_is_named() {
        Engine engine = Engine.of(with(COUNTING, "{count} scopes stop, from {board.two} on: {scopes}."));
        Scorecard one = scope("team", "a", "", STOPPED);

        assertThat(notes(engine, one, scope("team", "b", "", STOPPED), scope("team", "c", "", ADJUSTED)))
                .extracting(Note::text)
                .containsExactly("2 scopes stop, from 2 on: a (team) and b (team).");
        assertThat(notes(engine, one, scope("team", "b", "", ADJUSTED))).isEmpty();
    }

    private static final String SUM = """
        Threshold( id == "board.most", $most : value )
        accumulate( ScopeReading( level == "team", indicator == "monthly-cost", $v : value );
            $sum : sum( $v ); $sum > $most )\
        """;

    @Test
    void money_is_added_up_within_one_currency_only() {
        Engine engine = Engine.of(with(SUM, "Above {board.most}: {scopes}."));
        String euro = "\"currency\": \"EUR\",";
        Scorecard one = scope("team", "a", euro, "\"monthly-cost\": 60");

        assertThat(notes(engine, one, scope("team", "b", euro, "\"monthly-cost\": 41")))
                .extracting(Note::text)
                .containsExactly("Above €100: a (team) and b (team).");
        assertThat(notes(engine, one, scope("team", "b", euro, "\"monthly-cost\": 40")))
                .isEmpty();
        assertThat(notes(engine, one, scope("team", "b", "\"currency\": \"USD\",", "\"monthly-cost\": 90")))
                .extracting(Note::text)
                .containsExactly("Not asked, since the scopes have several currencies: board.");
    }

    @Test
    void what_is_noted_changes_no_decision_and_hangs_on_no_order() {
        Engine engine = Engine.of(with(COUNTING, "{count} scopes stop: {scopes}."));
        List<Scorecard> scorecards = new ArrayList<>(List.of(
                scope("team", "a", register("w", true), STOPPED),
                scope("team", "b", register("w", true), ADJUSTED),
                scope("workflow", "w", "", STOPPED)));
        PortfolioReview noted = engine.review(new Portfolio(scorecards), ReviewRequest.LATEST);
        Collections.reverse(scorecards);

        assertThat(engine.review(new Portfolio(scorecards), ReviewRequest.LATEST)
                        .notes())
                .isEqualTo(noted.notes())
                .hasSize(2);
        assertThat(noted.decisions())
                .isEqualTo(ENGINE.review(new Portfolio(scorecards), ReviewRequest.LATEST)
                        .decisions());
    }

    @Test
    void each_policy_of_a_portfolio_is_asked_and_what_two_say_is_said_once() {
        Engine own = Engine.of(with(COUNTING, "{count} scopes stop: {scopes}."));
        List<Scorecard> scorecards = List.of(
                scope("team", "a", register("w", true), ADJUSTED),
                scope("team", "b", "", STOPPED),
                scope("workflow", "w", "", STOPPED));

        assertThat(Portfolios.review(
                                new Portfolio(scorecards),
                                card -> card.scope().equals(Scope.of(Level.TEAM, "b")) ? own : ENGINE,
                                ReviewRequest.LATEST)
                        .notes())
                .extracting(note -> note.rule().value())
                .containsExactlyInAnyOrder("authorises-a-stopped-scope", "board");
    }

    @Test
    void many_scopes_that_all_conflict_are_gone_through() {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            facts.add(decided(Level.WORKFLOW, "w" + i, Decision.STOP));
            facts.add(decided(Level.TEAM, "t" + i, Decision.ADJUST));
            for (int j = 0; j < 250; j++) {
                facts.add(new Fact.ScopeAuthorises(Level.TEAM, "t" + i, "w" + j));
            }
        }

        assertThat(ENGINE.portfolioFindings(facts)).hasSize(250 * 250);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rules/portfolio/board.drl | Reading( indicator == \"incidents\" ) | note() "
                        + "| `Reading` is about one scope, and this rule about a portfolio.",
                "rules/portfolio/board.drl | ScopeReview( decision == \"stop\" ) | stop() "
                        + "| a portfolio rule changes no decision, and cannot `stop`.",
                "rules/portfolio/board.drl | ScopeReviews( decision == \"stop\" ) | note() "
                        + "| nothing is called `ScopeReviews` that a rule can ask for.",
                "rules/board.drl | ScopeReview( decision == \"stop\" ) | note() "
                        + "| `ScopeReview` is about a portfolio, and this rule about one scope.",
            })
    void a_rule_in_the_wrong_place_is_refused_with_the_right_one(
            String path, String condition, String consequence, String message) {
        PolicyFiles files =
                FILES.with(path, "rule \"board\" when %s then findings.%s; end".formatted(condition, consequence));

        assertThatExceptionOfType(InvalidPolicy.class)
                .isThrownBy(() -> Engine.of(files))
                .satisfies(refused -> assertThat(refused.faults()).anySatisfy(fault -> {
                    assertThat(fault.place().source()).endsWith(path);
                    assertThat(fault.message()).isEqualTo(message);
                    assertThat(fault.help()).isPresent();
                }));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{lead-time} is long.          | nothing is called `{lead-time}`.",
                "{value} is much.              | `{value}` is never filled in for rule `board`",
                "{workflow} is much.           | `{workflow}` is never filled in for rule `board`",
            })
    void a_sentence_of_a_portfolio_rule_says_only_what_it_knows(String sentence, String message) {
        assertThatExceptionOfType(InvalidPolicy.class)
                .isThrownBy(() -> Engine.of(with(COUNTING, sentence)))
                .satisfies(refused -> assertThat(refused.faults())
                        .anySatisfy(fault -> assertThat(fault.message()).startsWith(message)));
    }
}
