package dev.roi.core.json;

import static dev.roi.core.format.Field.field;
import static dev.roi.core.format.Field.maybe;
import static dev.roi.core.format.Shape.list;
import static dev.roi.core.format.Shape.number;
import static dev.roi.core.format.Shape.object;
import static dev.roi.core.format.Shape.word;
import static dev.roi.core.json.DashboardFormat.ROW;
import static dev.roi.core.json.FollowUpFormat.STOPPED;
import static dev.roi.core.json.Nouns.DECISION;
import static dev.roi.core.json.Nouns.INDICATOR;
import static dev.roi.core.json.Nouns.LANGUAGE;
import static dev.roi.core.json.Nouns.LEVER;
import static dev.roi.core.json.Nouns.MONTH;
import static dev.roi.core.json.Nouns.POLICY;
import static dev.roi.core.json.Nouns.SCOPE;
import static dev.roi.core.json.Nouns.TEXT;
import static dev.roi.core.json.ReasonFormat.REASON;
import static dev.roi.core.json.ReasonFormat.UNKNOWN;

import dev.roi.core.Dimension;
import dev.roi.core.Lever;
import dev.roi.core.View;
import dev.roi.core.format.Format;
import dev.roi.core.format.Shape;

/** A reader's view of a review, {@code roi-view/1}. */
final class ViewFormat {

    private static final Shape<View.Part> PART = object(
            "A part of this month's reading.",
            field("indicator", "The indicator.", INDICATOR, View.Part::indicator),
            field("dimension", "What the reading is broken down by.", word(Dimension.class), View.Part::dimension),
            field("part", "The part's name.", TEXT, View.Part::part),
            field("name", "What people call the part.", TEXT, View.Part::name),
            field("value", "Its value.", number(), View.Part::value),
            field("valueText", "The value with its unit.", TEXT, View.Part::valueText));

    private static final Shape<View.Line> LINE = object(
            "A row of the view.",
            field("row", "The row.", ROW, View.Line::row),
            field("parts", "The parts that the view asks for.", list(PART), View.Line::parts));

    private static final Shape<View.Answer> ASKED = object(
            "A question of the reader.",
            field("question", "The question.", TEXT, View.Answer::question),
            field("answer", "Its answer.", TEXT, View.Answer::answer));

    /** A reader's view of a review. */
    static final Format<View> VIEW = Format.growing(
            "roi-view/1",
            "A reader's view of a review",
            object(
                    "What one reader sees of a review: it selects and orders what the review knows.",
                    Format.says("roi-view/1"),
                    field(
                            "view",
                            "The view, by the name that the policy gives it.",
                            TEXT,
                            view -> view.id().value()),
                    field("title", "What people call the view.", TEXT, View::title),
                    field("policy", "The policy that the review was made with.", POLICY, View::policy),
                    field("scope", "What was reviewed.", SCOPE, View::scope),
                    field("month", "The month reviewed.", MONTH, View::month),
                    field("language", "The language of the sentences.", LANGUAGE, View::language),
                    field("decision", "What is recommended.", DECISION, View::decision),
                    field("decided", "The decision and its first reason.", TEXT, View::decided),
                    field("headline", "The view in one line.", TEXT, View::headline),
                    field(
                            "levers",
                            "What to adjust, in the policy's order; empty unless the decision is to adjust.",
                            list(LEVER),
                            view -> view.levers().stream().map(Lever::id).toList()),
                    field("lines", "The rows of the view, with the parts that it asks for.", list(LINE), View::lines),
                    maybe(
                            "stopped",
                            "Since when the committee has had the scope stopped. Left out where it has not.",
                            STOPPED,
                            View::stopped),
                    field("questions", "What the reader asks, answered.", list(ASKED), View::questions),
                    field(
                            "reasons",
                            "The reasons of the review that are about the indicators of the view.",
                            list(REASON),
                            View::reasons),
                    field(
                            "unknown",
                            "The indicators of the view that are not known this month.",
                            list(UNKNOWN),
                            View::unknown)));

    private ViewFormat() {}
}
