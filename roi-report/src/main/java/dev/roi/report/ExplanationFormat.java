package dev.roi.report;

import static dev.roi.core.format.Field.field;
import static dev.roi.core.format.Shape.anyText;
import static dev.roi.core.format.Shape.list;
import static dev.roi.core.format.Shape.month;
import static dev.roi.core.format.Shape.object;
import static dev.roi.core.json.Nouns.DECISION;
import static dev.roi.core.json.Nouns.POLICY;
import static dev.roi.core.json.Nouns.RULE;
import static dev.roi.core.json.Nouns.SCOPE;

import dev.roi.core.RuleId;
import dev.roi.core.format.Format;
import dev.roi.core.format.Shape;
import dev.roi.rules.explain.Explanation.OfRule;
import dev.roi.rules.explain.ExplanationShape;
import java.util.List;
import java.util.Optional;

/** Why rules fired or stayed silent in the reviews of some scopes, {@code roi-explanation/1}. */
final class ExplanationFormat {

    /**
     * What is written of an explanation.
     *
     * @param wanted the one rule that is written; where none is named, all are
     */
    record Written(Explained explained, Optional<RuleId> wanted) {

        private List<OfRule> rules() {
            return explained.explanation().rules().stream()
                    .filter(rule -> wanted.isEmpty() || wanted.get().equals(rule.rule()))
                    .toList();
        }
    }

    private static final Shape<Written> EXPLANATION = object(
            "Why each rule fired in one month of a scope, or stayed silent.",
            field("policy", "The policy.", POLICY, of -> of.explained().review().policy()),
            field("scope", "The scope.", SCOPE, of -> of.explained().review().scope()),
            field("month", "The month.", month(), of -> of.explained().review().month()),
            field(
                    "decision",
                    "What is recommended.",
                    DECISION,
                    of -> of.explained().review().decision()),
            field(
                    "headline",
                    "The decision and its first reason.",
                    anyText(),
                    of -> of.explained().review().headline()),
            field(
                    "nearlyFired",
                    "The rules that nearly fired, the nearest first.",
                    list(RULE),
                    of -> of.explained().explanation().nearlyFired().stream()
                            .map(OfRule::rule)
                            .toList()),
            field("rules", "The rules, in the policy's order.", list(ExplanationShape.RULE), Written::rules));

    static final Format<List<Written>> FORMAT = Format.strict(
            "roi-explanation/1",
            "Explanation",
            object(
                    "Why each rule fired in a review, or stayed silent.",
                    Format.says("roi-explanation/1"),
                    field("explanations", "One for each scope, in order.", list(EXPLANATION), all -> all)));

    private ExplanationFormat() {}
}
