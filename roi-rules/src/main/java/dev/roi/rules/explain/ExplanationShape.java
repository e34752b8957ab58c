package dev.roi.rules.explain;

import static dev.roi.core.format.Field.field;
import static dev.roi.core.format.Field.usually;
import static dev.roi.core.format.Shape.anyText;
import static dev.roi.core.format.Shape.flag;
import static dev.roi.core.format.Shape.list;
import static dev.roi.core.format.Shape.number;
import static dev.roi.core.format.Shape.object;
import static dev.roi.core.format.Shape.word;
import static dev.roi.core.json.Nouns.INDICATOR;
import static dev.roi.core.json.Nouns.THRESHOLD;
import static dev.roi.core.json.Nouns.UNIT;

import dev.roi.core.format.Shape;
import dev.roi.core.json.Nouns;
import dev.roi.rules.explain.Explanation.Measured;
import dev.roi.rules.explain.Explanation.OfComparison;
import dev.roi.rules.explain.Explanation.OfCondition;
import dev.roi.rules.explain.Explanation.OfElement;
import dev.roi.rules.explain.Explanation.OfFact;
import dev.roi.rules.explain.Explanation.OfRule;
import dev.roi.rules.language.Condition.Presence;
import java.util.List;

/** How an explanation is written in documents. */
public final class ExplanationShape {

    private static final Shape<OfComparison> COMPARISON = object(
            "One comparison.",
            field("field", "What was compared.", anyText(), OfComparison::field),
            field(
                    "operator",
                    "How, such as <=.",
                    anyText(),
                    comparison -> comparison.operator().sign()),
            field("expected", "What it was held against, as the rule has it.", anyText(), OfComparison::expected),
            field("actual", "What there was.", anyText(), OfComparison::actual),
            field("threshold", "The threshold; null where there is none.", THRESHOLD.orNull(), OfComparison::threshold),
            field("limit", "The number it was held against; null for a word.", number().orNull(), OfComparison::limit),
            field(
                    "distance",
                    "How far it was from that number; null for a word, or where nothing is given.",
                    number().orNull(),
                    OfComparison::distance),
            field("unit", "The unit of these two; null for a word.", UNIT.orNull(), OfComparison::unit),
            field("holds", "Whether it holds.", flag(), OfComparison::holds));

    private static final Shape<OfFact> FACT = object(
            "One fact that a condition looked at.",
            field("indicator", "Its indicator; null where it is about none.", INDICATOR.orNull(), OfFact::indicator),
            field("name", "The block, kind of month or part that it is about; may be empty.", anyText(), OfFact::name),
            field(
                    "unit",
                    "The unit of the next three; null where no reading is held against its baseline.",
                    UNIT.orNull(),
                    fact -> fact.measured().map(Measured::unit)),
            field(
                    "value",
                    "The reading.",
                    number().orNull(),
                    fact -> fact.measured().map(Measured::value)),
            field(
                    "baseline",
                    "Its baseline.",
                    number().orNull(),
                    fact -> fact.measured().map(Measured::baseline)),
            field(
                    "tolerance",
                    "How far from it still counts as the same.",
                    number().orNull(),
                    fact -> fact.measured().map(Measured::tolerance)),
            field("comparisons", "What the condition asked of it.", list(COMPARISON), OfFact::comparisons));

    private static final Shape<OfCondition> CONDITION = object(
            "One condition of a rule.",
            field(
                    "presence",
                    "Whether it asks for a fact, or for its absence.",
                    word(Presence.class),
                    OfCondition::presence),
            field(
                    "type",
                    "The kind of fact.",
                    anyText(),
                    condition -> condition.type().word()),
            field("subject", "Which one, as the rule says it; may be empty.", anyText(), OfCondition::subject),
            field("holds", "Whether it held.", flag(), OfCondition::holds),
            field("facts", "The facts of that kind and subject.", list(FACT), OfCondition::facts));

    private static final Shape<OfElement> ELEMENT = object(
            "Something that has to hold and is no condition by itself: a group, alternatives, or what is counted.",
            field("written", "What it asks, as the rule has it.", anyText(), OfElement::written),
            field("holds", "Whether it held.", flag(), OfElement::holds),
            usually(
                    "because",
                    "Where the rule fired: the alternatives that held, or the facts that were counted.",
                    list(anyText()),
                    List.of(),
                    OfElement::because),
            usually(
                    "comparisons",
                    "What was held against thresholds: numbers of facts, and what was worked out.",
                    list(COMPARISON),
                    List.of(),
                    OfElement::comparisons));

    /** One rule of an explanation. */
    public static final Shape<OfRule> RULE = object(
            "One rule.",
            field("rule", "Its name.", Nouns.RULE, OfRule::rule),
            field("outcome", "Whether it fired.", word(Explanation.Outcome.class), OfRule::outcome),
            field(
                    "nearness",
                    "How far it was from firing, as a share of the one number that kept it silent; null where there is"
                            + " no such number.",
                    number().orNull(),
                    OfRule::nearness),
            field("conditions", "Its conditions, in order.", list(CONDITION), OfRule::conditions),
            usually(
                    "others",
                    "What else has to hold, in order; left out where there is nothing.",
                    list(ELEMENT),
                    List.of(),
                    OfRule::others));

    static final Shape<Explanation> EXPLANATION = object(
            "Why each rule fired in one month of a scope, or stayed silent.",
            field(
                    "nearlyFired",
                    "The rules that nearly fired, the nearest first.",
                    list(Nouns.RULE),
                    explanation ->
                            explanation.nearlyFired().stream().map(OfRule::rule).toList()),
            field("rules", "The rules, in the policy's order.", list(RULE), Explanation::rules));

    private ExplanationShape() {}
}
