package dev.roi.examples.frozen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.ActionId;
import dev.roi.core.Answer;
import dev.roi.core.Closing;
import dev.roi.core.IndicatorId;
import dev.roi.core.Language;
import dev.roi.core.MonthAction;
import dev.roi.core.PastAction;
import dev.roi.core.PastDecision;
import dev.roi.core.PolicyDiff;
import dev.roi.core.Portfolio;
import dev.roi.core.PortfolioContext;
import dev.roi.core.PortfolioReview;
import dev.roi.core.Resolution;
import dev.roi.core.Review;
import dev.roi.core.Scorecard;
import dev.roi.core.View;
import dev.roi.core.json.Json;
import dev.roi.governance.catalogue.Catalogue;
import dev.roi.governance.check.CodePages;
import dev.roi.governance.check.PolicyCheck;
import dev.roi.governance.diff.PolicyComparison;
import dev.roi.governance.scenario.PolicyTest;
import dev.roi.governance.scenario.Scenario;
import dev.roi.governance.scenario.Scenarios;
import dev.roi.governance.scenario.TestReport;
import dev.roi.report.Explained;
import dev.roi.report.Report;
import dev.roi.report.Site;
import dev.roi.rules.Engine;
import dev.roi.rules.Portfolios;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.Verdict;
import dev.roi.rules.policy.PolicyFiles;
import dev.roi.testkit.ScorecardArbitraries;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What comes out for many inputs is what it was, word for word, whatever is changed within. {@code mvn verify
 * -Dpins=write} writes the digests of a sample anew, {@code mvn -Psoak test -Dpins=write} those of everything;
 * {@code -Dfrozen.dump=DIR} shows what they are of.
 */
class FrozenOutputsTest {

    private static final List<Language> LANGUAGES = List.of(Language.ENGLISH, Language.FRENCH);
    private static final Path PILOT = Path.of("policies/pilot");

    private static final long SEED = 20_260_101;
    private static final int IN_A_GROUP = 100;

    /**
     * How many inputs are drawn, and of which scenarios and drawn scorecards pages and views are made too: one in so many.
     */
    private record Extent(String digests, int scorecards, int portfolios, int scenariosShown, int drawnShown) {}

    private static final Extent SAMPLE = new Extent("examples/frozen/digests-of-a-sample.txt", 150, 15, 5, 20);
    private static final Extent WHOLE = new Extent("examples/frozen/digests.txt", 1_000, 100, 1, 20);

    private static final BuiltIn CODING_AGENT = BuiltIn.of("coding-agent", "first", "konflux", "rollout");
    private static final BuiltIn ASSISTANT = BuiltIn.of("assistant", "assistant");

    private final Outputs outputs = Outputs.dumpedWhereThatIsAskedFor();

    @Test
    void every_kind_of_output_is_what_it_was_for_a_sample() {
        hold(SAMPLE);
    }

    @Test
    @Tag("soak") // minutes: everything for a thousand scorecards of each policy
    void every_kind_of_output_is_what_it_was() {
        hold(WHOLE);
    }

    private void hold(Extent extent) {
        List.of(CODING_AGENT, ASSISTANT).forEach(policy -> {
            ofExamples(policy);
            ofScenarios(policy, extent);
            ofDrawn(policy, extent);
            ofFiles(policy.id(), policy.files());
        });
        ofFiles("pilot", PolicyFiles.read(PILOT));
        ofPortfolios();
        ofDiffs();
        ofCodePages();

        assertThat(outputs.changed(extent.digests()))
                .as("kinds of outputs that are not what they were. To see how, run FrozenOutputsTest with"
                        + " `-Dfrozen.dump=DIR` before and after the change, and compare the two with `diff -r`. A"
                        + " change that is meant is read there, listed in CHANGELOG.md, and written with"
                        + " `mvn verify -Dpins=write` and `mvn -Psoak test -Dpins=write`")
                .isEmpty();
    }

    private void ofCodePages() {
        for (Language language : LANGUAGES) {
            for (String code : CodePages.codes()) {
                outputs.add(
                        "code-pages",
                        "codes",
                        "%s %s".formatted(code, language),
                        CodePages.find(code, language).orElseThrow());
            }
        }
    }

    /** A policy that comes with the library, and the scorecards in {@code data} that were made for it. */
    private record BuiltIn(String id, PolicyFiles files, Engine engine, List<Scorecard> examples) {

        static BuiltIn of(String id, String... directories) {
            PolicyFiles files = PolicyFiles.builtIn(id).orElseThrow();
            Engine engine = Engine.of(files);
            List<Scorecard> examples = Stream.of(directories)
                    .flatMap(name -> in(engine, name).stream())
                    .toList();
            return new BuiltIn(id, files, engine, examples);
        }

        static List<Scorecard> in(Engine engine, String directory) {
            return engine.read(Path.of("data", directory)).scorecards();
        }
    }

    private void ofExamples(BuiltIn policy) {
        for (Scorecard scorecard : policy.examples()) {
            String group = policy.id() + "/" + scorecard.scope().id();
            outputs.add("scorecards", group, "scorecard", Json.line(scorecard));
            for (YearMonth month : scorecard.completeMonths()) {
                ReviewRequest request = ReviewRequest.LATEST.forMonth(month);
                ofScope(policy.engine(), scorecard, request, group, month.toString());
                ofShown(policy.engine(), scorecard, request, group, month.toString());
            }
            ofDecided(policy, scorecard, group);
        }
    }

    /** What a review asks about decisions on the months before, and the list of them. */
    private void ofDecided(BuiltIn policy, Scorecard scorecard, String group) {
        List<PastDecision> decided = decided(policy.engine(), scorecard);
        for (Language language : LANGUAGES) {
            Review review = policy.engine()
                    .review(scorecard, ReviewRequest.LATEST.in(language).after(decided));
            Report history = Report.of(decided, language);
            outputs.add("follow-ups-json", group, language.tag(), Json.write(review));
            outputs.add(
                    "follow-ups-text", group, language.tag(), Report.of(review).text());
            outputs.add("history-text", group, language.tag(), history.text());
            outputs.add("history-markdown", group, language.tag(), history.markdown());
            outputs.add("history-html", group, language.tag(), history.html());
        }
    }

    private static List<PastDecision> decided(Engine engine, Scorecard scorecard) {
        List<IndicatorId> ids = engine.indicators().indicators().stream()
                .map(indicator -> indicator.id())
                .toList();
        List<YearMonth> months = scorecard.completeMonths();
        List<PastDecision> decided = new ArrayList<>();
        for (YearMonth month : months.subList(0, months.size() - 1)) {
            int entry = decided.size() + 1;
            Review review = engine.review(scorecard, ReviewRequest.LATEST.forMonth(month));
            PastDecision decision = new PastDecision(
                    entry,
                    review.scope(),
                    month,
                    review.decision(),
                    review.headline(),
                    Resolution.of(new Closing.Unclosed(review.decision()), at(month), "Ana"),
                    List.of(new PastAction(
                            ActionId.of(entry),
                            new MonthAction(
                                    "Action " + entry,
                                    "Jo",
                                    month.plusMonths(2),
                                    List.of(ids.get(entry % ids.size()), ids.get(entry * 7 % ids.size()))),
                            List.of())));
            decided.add(
                    entry % 3 == 0
                            ? decision.answered(new PastAction.Answered(
                                    entry + 1,
                                    month.plusMonths(1),
                                    at(month.plusMonths(1)),
                                    "Ana",
                                    Answer.of(ActionId.of(entry), Answer.Outcome.DONE, "Answer " + entry)))
                            : decision);
        }
        return decided;
    }

    private static Instant at(YearMonth month) {
        return month.atEndOfMonth().atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private void ofScenarios(BuiltIn policy, Extent extent) {
        List<Scenario> scenarios = Scenarios.of(policy.files(), policy.engine()).list();
        for (int i = 0; i < scenarios.size(); i++) {
            Scorecard scorecard = scenarios.get(i).scorecard();
            String group = policy.id() + "/scenarios";
            String item = "%03d %s".formatted(i, scenarios.get(i).name());
            outputs.add("scorecards", group, item, Json.line(scorecard));
            ofScope(policy.engine(), scorecard, ReviewRequest.LATEST, group, item);
            if (i % extent.scenariosShown() == 0) {
                ofShown(policy.engine(), scorecard, ReviewRequest.LATEST, group, item);
            }
        }
    }

    private void ofDrawn(BuiltIn policy, Extent extent) {
        List<Scorecard> scorecards = drawn(arbitraries(policy).scorecards(), extent.scorecards());
        for (int i = 0; i < scorecards.size(); i++) {
            String group = "%s/drawn-%03d".formatted(policy.id(), i / IN_A_GROUP * IN_A_GROUP);
            String item = "%03d".formatted(i);
            outputs.add("scorecards", group, item, Json.line(scorecards.get(i)));
            ofScope(policy.engine(), scorecards.get(i), ReviewRequest.LATEST, group, item);
            if (i % extent.drawnShown() == 0) {
                ofShown(policy.engine(), scorecards.get(i), ReviewRequest.LATEST, group, item);
            }
        }
        List<Portfolio> portfolios = drawn(arbitraries(policy).portfolios(), extent.portfolios());
        for (int i = 0; i < portfolios.size(); i++) {
            for (Language language : LANGUAGES) {
                PortfolioReview reviews = policy.engine().review(portfolios.get(i), ReviewRequest.LATEST.in(language));
                String item = "%03d %s".formatted(i, language.tag());
                ofPortfolio(
                        reviews,
                        Portfolios.withoutPast(portfolios.get(i), scope -> policy.engine(), reviews),
                        policy.id() + "/drawn",
                        item);
            }
        }
    }

    private static ScorecardArbitraries arbitraries(BuiltIn policy) {
        return ScorecardArbitraries.of(policy.engine().policy());
    }

    private static <T> List<T> drawn(Arbitrary<T> arbitrary, int number) {
        Random random = new Random(SEED);
        RandomGenerator<T> generator = arbitrary.generator(number);
        return Stream.generate(() -> generator.next(random).value())
                .limit(number)
                .toList();
    }

    private void ofScope(Engine engine, Scorecard scorecard, ReviewRequest request, String group, String item) {
        Verdict verdict = engine.verdict(scorecard, request);
        outputs.add(
                "verdicts",
                group,
                item,
                "%s %s %s".formatted(verdict.decision().word(), verdict.levers(), verdict.fired()));
        for (Language language : LANGUAGES) {
            String spoken = item + " " + language.tag();
            Review review = engine.review(scorecard, request.in(language));
            Report report = Report.of(review);
            outputs.add("reviews-json", group, spoken, Json.write(review));
            outputs.add("reviews-text", group, spoken, report.text());
            outputs.add("reviews-markdown", group, spoken, report.markdown());
        }
        outputs.add(
                "explanations-text",
                group,
                item,
                explained(engine, scorecard, request).text(Optional.empty()));
    }

    private static Explained explained(Engine engine, Scorecard scorecard, ReviewRequest request) {
        return new Explained(engine.review(scorecard, request), engine.explain(scorecard, request));
    }

    /** What takes longest, or most room. */
    private void ofShown(Engine engine, Scorecard scorecard, ReviewRequest request, String group, String item) {
        Explained explained = explained(engine, scorecard, request);
        outputs.add("explanations-json", group, item, Explained.json(List.of(explained), Optional.empty()));
        for (Language language : LANGUAGES) {
            Review review = engine.review(scorecard, request.in(language));
            outputs.add(
                    "reviews-html",
                    group,
                    item + " " + language.tag(),
                    Report.of(review).html());
            engine.policy().views().readers().keySet().forEach(id -> {
                View view = engine.view(scorecard, id, request.in(language));
                String spoken = "%s %s %s".formatted(item, id, language.tag());
                outputs.add("views-json", group, spoken, Json.write(view));
                outputs.add("views-text", group, spoken, Report.of(view).text());
            });
        }
    }

    private void ofPortfolios() {
        List<Scorecard> all = Stream.of(CODING_AGENT, ASSISTANT)
                .flatMap(policy -> policy.examples().stream())
                .toList();
        ofPortfolio("everything", new Portfolio(all));
        ofPortfolio("rollout", new Portfolio(BuiltIn.in(CODING_AGENT.engine(), "rollout")));
        ofPortfolio("assistant", new Portfolio(ASSISTANT.examples()));
    }

    private void ofPortfolio(String group, Portfolio portfolio) {
        TreeSet<YearMonth> months = new TreeSet<>(portfolio.scorecards().get(0).completeMonths());
        portfolio.scorecards().forEach(scorecard -> months.retainAll(scorecard.completeMonths()));
        List<ReviewRequest> requests = Stream.concat(
                        Stream.of(ReviewRequest.LATEST), months.stream().map(ReviewRequest.LATEST::forMonth))
                .toList();
        for (ReviewRequest request : requests) {
            for (Language language : LANGUAGES) {
                PortfolioReview reviews = Portfolios.review(portfolio, FrozenOutputsTest::engine, request.in(language));
                PortfolioContext context = Portfolios.context(portfolio, FrozenOutputsTest::engine, reviews);
                String item = "%s %s"
                        .formatted(request.month().map(YearMonth::toString).orElse("latest"), language.tag());
                ofPortfolio(reviews, context, group, item);
                outputs.add(
                        "portfolios-html",
                        group,
                        item,
                        Report.of(reviews, context).html());
                Site.of(reviews, context)
                        .pages()
                        .forEach((file, page) -> outputs.add("portfolios-pages", group, item + " " + file, page));
            }
        }
    }

    private static Engine engine(Scorecard scorecard) {
        return Stream.of(CODING_AGENT, ASSISTANT)
                .filter(policy -> policy.examples().contains(scorecard))
                .findFirst()
                .orElseThrow()
                .engine();
    }

    private void ofPortfolio(PortfolioReview reviews, PortfolioContext context, String group, String item) {
        outputs.add("portfolios-json", group, item, Json.write(reviews));
        outputs.add("portfolios-text", group, item, Report.of(reviews, context).text());
        outputs.add(
                "portfolios-markdown", group, item, Report.of(reviews, context).markdown());
    }

    private void ofFiles(String id, PolicyFiles files) {
        PolicyCheck check = PolicyCheck.of(files);
        outputs.add("checks-json", id, "check", check.json());
        TestReport test = PolicyTest.of(files).run();
        outputs.add("tests-text", id, "test", test.text());
        outputs.add("tests-json", id, "test", test.json());
        outputs.add("tests-junit", id, "test", test.junitXml());
        check.policy().orElseThrow().languages().forEach(language -> {
            Catalogue catalogue = Catalogue.of(check.policy().orElseThrow(), language);
            outputs.add("catalogues-markdown", id, language.tag(), catalogue.markdown());
            outputs.add("catalogues-html", id, language.tag(), catalogue.html());
        });
    }

    private void ofDiffs() {
        PolicyComparison pilot = PolicyComparison.of(CODING_AGENT.files(), PolicyFiles.read(PILOT));
        ofDiff(pilot, "pilot", Language.ENGLISH);
        PolicyComparison moved = PolicyComparison.of(CODING_AGENT.files(), moved(CODING_AGENT.files()));
        LANGUAGES.forEach(language -> ofDiff(moved, "thresholds-moved", language));
    }

    private void ofDiff(PolicyComparison comparison, String group, Language language) {
        List<Scorecard> rollout = BuiltIn.in(CODING_AGENT.engine(), "rollout");
        ofDiff(comparison.diff(language), group, language.tag());
        ofDiff(comparison.diff(language, rollout, months -> {}), group, language.tag() + " over the rollout");
    }

    private void ofDiff(PolicyDiff diff, String group, String item) {
        outputs.add("diffs-json", group, item, Json.write(diff));
        outputs.add("diffs-text", group, item, Report.of(diff).text());
        outputs.add("diffs-markdown", group, item, Report.of(diff).markdown());
        outputs.add("diffs-html", group, item, Report.of(diff).html());
    }

    private static PolicyFiles moved(PolicyFiles files) {
        String before = Objects.requireNonNull(files.texts().get(PolicyFiles.THRESHOLDS));
        String after = before.replaceFirst("(?m)(^adoption\\.high:\\n  value: ).*$", "$1" + 60)
                .replaceFirst("(?m)(^extend\\.months:\\n  value: ).*$", "$1" + 2);
        return files.with(PolicyFiles.THRESHOLDS, after);
    }
}
