package dev.roi.governance.scenario;

import static dev.roi.core.format.Field.field;
import static dev.roi.core.format.Shape.anyText;
import static dev.roi.core.format.Shape.flag;
import static dev.roi.core.format.Shape.list;
import static dev.roi.core.format.Shape.object;
import static dev.roi.core.format.Shape.whole;
import static dev.roi.core.format.Shape.word;
import static dev.roi.core.json.Nouns.DECISION;
import static dev.roi.core.json.Nouns.LEVER;
import static dev.roi.core.json.Nouns.POLICY;
import static dev.roi.core.json.Nouns.RULE;

import dev.roi.core.Language;
import dev.roi.core.Lever;
import dev.roi.core.Message;
import dev.roi.core.RuleId;
import dev.roi.core.format.Field;
import dev.roi.core.format.Format;
import dev.roi.core.format.Shape;
import dev.roi.governance.scenario.Coverage.Covered;
import dev.roi.governance.scenario.Coverage.Kind;
import dev.roi.rules.explain.Explanation;
import dev.roi.rules.explain.Explanation.OfRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What came of testing a policy with its own scenarios, {@code roi-test/1}. */
final class TestFormat {

    private static final Shape<Integer> PERCENT = whole(0, 100).as(Long::intValue, Integer::longValue);
    private static final Shape<Integer> COUNT = Shape.count();

    private static final Shape<Difference> DIFFERENCE = object(
            "What came otherwise than expected.",
            field(
                    "key",
                    "What it is, by its key in scenario files.",
                    anyText().also("enum", Expectations.KEYS),
                    Difference::key),
            field(
                    "expected",
                    "What was expected, in the words of scenario files.",
                    anyText(),
                    difference -> difference.expected().toString()),
            field(
                    "actual",
                    "What came, in the same words.",
                    anyText(),
                    difference -> difference.actual().toString()));

    private static final Shape<Outcome> OUTCOME = object(
            "What came of a scenario.",
            field(
                    "scenario",
                    "What it shows.",
                    anyText(),
                    outcome -> outcome.scenario().name()),
            field(
                    "file",
                    "Where it is written.",
                    anyText(),
                    outcome -> outcome.scenario().place().source()),
            field(
                    "line",
                    "The line.",
                    COUNT,
                    outcome -> outcome.scenario().place().line()),
            field(
                    "column",
                    "The column, in characters.",
                    COUNT,
                    outcome -> outcome.scenario().place().column()),
            field("passed", "Whether everything came as expected.", flag(), Outcome::isPassed),
            field(
                    "decision",
                    "What the policy recommends.",
                    DECISION,
                    outcome -> outcome.review().decision()),
            field(
                    "headline",
                    "The decision and its first reason.",
                    anyText(),
                    outcome -> outcome.review().headline()),
            field(
                    "levers",
                    "What to adjust, in the policy's order.",
                    list(LEVER),
                    outcome -> outcome.review().levers().stream().map(Lever::id).toList()),
            field("fired", "The rules that fired.", list(RULE), TestFormat::fired),
            field(
                    "nearlyFired",
                    "The rules that nearly did.",
                    list(RULE),
                    outcome -> outcome.explanation().nearlyFired().stream()
                            .map(OfRule::rule)
                            .toList()),
            field(
                    "differences",
                    "What came otherwise than expected; empty where it passed.",
                    list(DIFFERENCE),
                    Outcome::differences));

    private static List<RuleId> fired(Outcome outcome) {
        return outcome.explanation().rules().stream()
                .filter(rule -> rule.outcome() == Explanation.Outcome.FIRED)
                .map(OfRule::rule)
                .toList();
    }

    /** How much is covered of the things of one kind. */
    private record OfKind(Kind kind, Coverage coverage) {

        int count(Covered covered) {
            return coverage.count(kind, covered);
        }
    }

    private static final Shape<OfKind> KIND = object(
            "How much is covered of the things of one kind.",
            field("kind", "The kind.", word(Kind.class), OfKind::kind),
            field("covered", "How many are covered.", COUNT, of -> of.count(Covered.YES)),
            field("of", "How many there are.", COUNT, of -> of.count(Covered.YES) + of.count(Covered.NO)),
            field(
                    "percent",
                    "The share that is covered.",
                    PERCENT,
                    of -> of.coverage().percent(of.kind())));

    private static final Shape<Coverage.Item> MISSING = object(
            "What is not covered.",
            field("kind", "Its kind.", word(Kind.class), item -> item.key().kind()),
            field(
                    "subject",
                    "What it is about, such as a rule.",
                    anyText(),
                    item -> item.key().subject()),
            field(
                    "aspect",
                    "What about it no scenario shows.",
                    anyText(),
                    item -> item.key().aspect().toString()));

    private static final Shape<Coverage> COVERAGE = object(
            "What the scenarios cover.",
            field("percent", "The share of everything that is covered.", PERCENT, Coverage::percent),
            field(
                    "kinds",
                    "The same by kind.",
                    list(KIND),
                    coverage -> Arrays.stream(Kind.values())
                            .map(kind -> new OfKind(kind, coverage))
                            .toList()),
            field("missing", "What is not covered.", list(MISSING), Coverage::missing));

    private static final Shape<Mutation.Result> RESULT = object(
            "A small change of the policy.",
            field("mutant", "Its name.", anyText(), Mutation.Result::mutant),
            field(
                    "change",
                    "What is changed, in words.",
                    anyText(),
                    result -> result.change().toString()),
            field("fate", "Whether a scenario notices it.", word(Mutation.Fate.class), Mutation.Result::fate),
            field("by", "Which scenario does, or why none has to.", anyText(), Mutation.Result::by),
            field(
                    "suggestion",
                    "A scenario that would notice it; null where none was found, or is needed.",
                    anyText().orNull(),
                    result -> result.suggestion(Language.ENGLISH)));

    private static final Shape<Mutation> MUTATION = mutation();

    private static Shape<Mutation> mutation() {
        List<Field<Mutation, ?>> fields = new ArrayList<>();
        fields.add(field("percent", "The share of changes that are noticed or accepted.", PERCENT, Mutation::percent));
        for (Mutation.Fate fate : Mutation.Fate.values()) {
            fields.add(field(fate.word(), "How many have this fate.", COUNT, mutation -> mutation.count(fate)));
        }
        fields.add(field("results", "Each change.", list(RESULT), Mutation::results));
        return object("Which small changes of the policy the scenarios notice.", fields);
    }

    private static final Shape<PortfolioScenario.Came> TOGETHER = object(
            "What came of a scenario of a portfolio.",
            field(
                    "scenario",
                    "What it shows.",
                    anyText(),
                    came -> came.scenario().name()),
            field(
                    "file",
                    "Where it is written.",
                    anyText(),
                    came -> came.scenario().place().source()),
            field("line", "The line.", COUNT, came -> came.scenario().place().line()),
            field(
                    "column",
                    "The column, in characters.",
                    COUNT,
                    came -> came.scenario().place().column()),
            field("passed", "Whether everything came as expected.", flag(), PortfolioScenario.Came::isPassed),
            field("fired", "The portfolio rules that spoke.", list(RULE), PortfolioScenario.Came::fired),
            field(
                    "differences",
                    "What came otherwise than expected; empty where it passed.",
                    list(DIFFERENCE),
                    PortfolioScenario.Came::differences));

    private static final Shape<TestReport> REPORT = object(
            "What came of testing a policy with its own scenarios. The same policy gives the same bytes.",
            Format.says("roi-test/1"),
            field("policy", "The policy that was tested.", POLICY, TestReport::policy),
            field(
                    "only",
                    "What the names of the scenarios had to contain; null where all were run.",
                    anyText().orNull(),
                    TestReport::only),
            field(
                    "failUnder",
                    "How much has to be covered and noticed at the least; null where that was not demanded.",
                    PERCENT.orNull(),
                    report -> report.failUnder().isPresent()
                            ? Optional.of(report.failUnder().getAsInt())
                            : Optional.empty()),
            field("passed", "Whether nothing is to be mended.", flag(), TestReport::isPassed),
            field(
                    "problems",
                    "Why it did not pass, in sentences.",
                    list(anyText()),
                    report -> report.problems().stream().map(Message::toString).toList()),
            field("outcomes", "What came of each scenario.", list(OUTCOME), TestReport::outcomes),
            field("together", "What came of each scenario of portfolios.", list(TOGETHER), TestReport::together),
            field(
                    "coverage",
                    "What they cover; null where only some were run, or there were none.",
                    COVERAGE.orNull(),
                    TestReport::coverage),
            field(
                    "mutation",
                    "Which changes of the policy they notice; null where that was not tried.",
                    MUTATION.orNull(),
                    TestReport::mutation));

    static final Format<TestReport> FORMAT = Format.strict("roi-test/1", "Test report", REPORT);

    private TestFormat() {}
}
