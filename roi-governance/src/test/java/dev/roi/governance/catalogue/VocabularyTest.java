package dev.roi.governance.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.ActionId;
import dev.roi.core.Closing;
import dev.roi.core.Decision;
import dev.roi.core.Language;
import dev.roi.core.Level;
import dev.roi.core.LeverId;
import dev.roi.core.MonthAction;
import dev.roi.core.PastAction;
import dev.roi.core.PastDecision;
import dev.roi.core.Pinned;
import dev.roi.core.Portfolio;
import dev.roi.core.Resolution;
import dev.roi.core.RuleId;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.text.Bundle;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.RuleSubject;
import dev.roi.rules.policy.PolicyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every fact, field, unit and word is explained in both languages, and every example is a rule that speaks. */
class VocabularyTest {

    private static final Path DOCS = Path.of("../docs");
    private static final RuleId EXAMPLE = new RuleId("months-missing");
    private static final RuleId EXAMPLE_OF_PORTFOLIO = new RuleId("authorises-a-stopped-scope");
    private static final PolicyFiles FILES = PolicyFiles.builtIn("coding-agent").orElseThrow();

    @ParameterizedTest
    @CsvSource({"en, vocabulary.md", "fr, vocabulaire.md"})
    void the_page_in_the_documentation_is_the_one_of_now(String language, String name) throws IOException {
        String page = Vocabulary.in(language.equals("fr") ? Language.FRENCH : Language.ENGLISH)
                .markdown();

        Pinned.write(DOCS.resolve(name), page);
        assertThat(Files.readString(DOCS.resolve(name))).isEqualTo(page);
    }

    @Test
    void both_languages_explain_the_same() {
        assertThat(Bundle.of(Vocabulary.class, "vocabulary", Language.FRENCH).keys())
                .isEqualTo(Bundle.of(Vocabulary.class, "vocabulary", Language.ENGLISH)
                        .keys());
    }

    @ParameterizedTest
    @EnumSource(FactType.class)
    void an_example_is_a_rule_that_speaks(FactType type) {
        Engine engine = Engine.of(noting(type, Vocabulary.example(type)));

        assertThat(Vocabulary.example(type)).contains(type.word() + "( ");
        if (type.isFor(RuleSubject.PORTFOLIO) && !type.isFor(RuleSubject.SCOPE)) {
            assertThat(engine.review(portfolio(engine), ReviewRequest.LATEST).notes())
                    .as(Vocabulary.example(type))
                    .anyMatch(note -> note.rule().equals(EXAMPLE_OF_PORTFOLIO));
            return;
        }
        assertThat(scorecards(engine)
                        .anyMatch(scorecard -> scorecard.completeMonths().stream()
                                .anyMatch(month -> engine.verdict(
                                                scorecard,
                                                ReviewRequest.LATEST
                                                        .forMonth(month)
                                                        .after(decided(scorecard, month)))
                                        .fired()
                                        .contains(EXAMPLE))))
                .as(Vocabulary.example(type))
                .isTrue();
    }

    private static Stream<Scorecard> scorecards(Engine engine) {
        Scorecard made = engine.read("made", new java.io.ByteArrayInputStream(MADE.getBytes(UTF_8)))
                .scorecards()
                .get(0);
        return Stream.concat(
                Stream.of(made),
                Stream.of("first", "konflux", "rollout")
                        .flatMap(name -> engine.read(Path.of("../roi-examples/data", name)).scorecards().stream()));
    }

    private static final String MADE = """
        { "format": "roi-scorecard/1", "scope": { "level": "team", "id": "payments", "firstUse": "2026-04" },
          "dates": { "contract-end": "2026-08" },
          "workflows": [ { "id": "api", "name": "API", "authorised": true, "priority": false } ],
          "baselines": { "lead-time": 10 },
          "snapshots": [ { "month": "2026-05", "readings": {
            "lead-time": 8, "adoption-rate": { "value": 31, "uncertainty": 4 }, "budget-consumed": 90, "monthly-cost": 100,
            "cost-by-workflow": { "value": 100, "by": { "workflow": { "api": 40, "unassigned": 60 } } } } },
            { "month": "2026-06", "readings": { "lead-time": 8, "adoption-rate": 20 } } ] }
        """;

    private static List<PastDecision> decided(Scorecard scorecard, YearMonth month) {
        Scope scope = scorecard.scope();
        return scope.level() != Level.TEAM
                ? List.of()
                : List.of(new PastDecision(
                        1,
                        scope,
                        month.minusMonths(2),
                        Decision.ADJUST,
                        "Adjust",
                        Resolution.of(new Closing.Adjustment(List.of(new LeverId("training"))), Instant.EPOCH, "Ada"),
                        List.of(new PastAction(
                                new ActionId(1, 1),
                                new MonthAction("Train the team", "Ada", month.minusMonths(1), List.of()),
                                List.of()))));
    }

    private static Portfolio portfolio(Engine engine) {
        Scorecard whole = engine.read(
                        "whole",
                        new java.io.ByteArrayInputStream(
                                MADE.replace("team", "portfolio").getBytes(UTF_8)))
                .scorecards()
                .get(0);
        return new Portfolio(List.of(
                whole,
                engine.read("made", new java.io.ByteArrayInputStream(MADE.getBytes(UTF_8)))
                        .scorecards()
                        .get(0)));
    }

    private static PolicyFiles noting(FactType type, String conditions) {
        if (!type.isFor(RuleSubject.SCOPE)) {
            String path = "rules/portfolio/conflicts.drl";
            String file = text(FILES, path);
            return FILES.with(
                    path,
                    file.replaceFirst(
                            "(?s)(rule \"%s\".*?when\n).*?(then\n)".formatted(EXAMPLE_OF_PORTFOLIO),
                            "$1" + java.util.regex.Matcher.quoteReplacement(conditions.indent(4)) + "$2"));
        }
        String path = FILES.rulePaths().stream()
                .filter(file -> text(FILES, file).contains("rule \"%s\"".formatted(EXAMPLE)))
                .findFirst()
                .orElseThrow();
        String rule = "rule \"%s\"\nwhen\n%sthen\n    findings.note();\nend\n".formatted(EXAMPLE, conditions.indent(4));
        String[] parts = text(FILES, path).split("(?=rule \"%s\")".formatted(EXAMPLE), 2);
        String after = parts[1].substring(parts[1].indexOf("\nend\n") + "\nend\n".length());
        return FILES.with(path, parts[0] + rule + after);
    }

    private static String text(PolicyFiles files, String path) {
        return new String(files.find(path).orElseThrow(), UTF_8);
    }
}
