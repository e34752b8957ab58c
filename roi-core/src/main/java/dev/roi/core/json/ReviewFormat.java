package dev.roi.core.json;

import static dev.roi.core.format.Field.field;
import static dev.roi.core.format.Field.usually;
import static dev.roi.core.format.Shape.count;
import static dev.roi.core.format.Shape.flag;
import static dev.roi.core.format.Shape.list;
import static dev.roi.core.format.Shape.map;
import static dev.roi.core.format.Shape.number;
import static dev.roi.core.format.Shape.object;
import static dev.roi.core.format.Shape.whole;
import static dev.roi.core.format.Shape.word;
import static dev.roi.core.json.Nouns.ACTION;
import static dev.roi.core.json.Nouns.BLOCK;
import static dev.roi.core.json.Nouns.DECISION;
import static dev.roi.core.json.Nouns.INDICATOR;
import static dev.roi.core.json.Nouns.LANGUAGE;
import static dev.roi.core.json.Nouns.LEVEL;
import static dev.roi.core.json.Nouns.LEVER;
import static dev.roi.core.json.Nouns.MOMENT;
import static dev.roi.core.json.Nouns.MONTH;
import static dev.roi.core.json.Nouns.POLICY;
import static dev.roi.core.json.Nouns.RULE;
import static dev.roi.core.json.Nouns.SCOPE;
import static dev.roi.core.json.Nouns.TEXT;
import static dev.roi.core.json.Nouns.THRESHOLD;
import static dev.roi.core.json.Nouns.UNIT;

import dev.roi.core.AgendaItem;
import dev.roi.core.Answer;
import dev.roi.core.Dashboard;
import dev.roi.core.Decision;
import dev.roi.core.Dimension;
import dev.roi.core.Effect;
import dev.roi.core.Evidence;
import dev.roi.core.Exact;
import dev.roi.core.FollowUp;
import dev.roi.core.Justification;
import dev.roi.core.Lever;
import dev.roi.core.PartialMonth;
import dev.roi.core.PastDecision;
import dev.roi.core.PortfolioReview;
import dev.roi.core.Questions;
import dev.roi.core.Review;
import dev.roi.core.Snapshot;
import dev.roi.core.Trend;
import dev.roi.core.UnknownIndicator;
import dev.roi.core.UnknownReason;
import dev.roi.core.View;
import dev.roi.core.format.Field;
import dev.roi.core.format.Format;
import dev.roi.core.format.Shape;
import dev.roi.core.format.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A review, {@code roi-review/1}, the reviews of a portfolio, {@code roi-portfolio-review/1}, and a reader's view of a
 * review, {@code roi-view/1}. Keys that the formats only allow come after the rest.
 */
final class ReviewFormat {

    private static final Shape<Optional<String>> MAYBE_TEXT = TEXT.orNull();
    private static final Shape<Optional<Exact>> MAYBE_NUMBER = number().orNull();
    private static final Text<Trend.Course> COURSE = word(Trend.Course.class);
    private static final Shape<Optional<Trend.Reason>> NO_TREND =
            word(Trend.Reason.class).orNull();

    private static final Shape<Evidence> EVIDENCE = object(
                    "An indicator, what it showed, and what it was held against.",
                    field("indicator", "The indicator.", INDICATOR, Evidence::indicator),
                    field("value", "What it showed; null where it is not known.", MAYBE_NUMBER, Evidence::value),
                    field("unit", "What the numbers count.", UNIT, Evidence::unit),
                    field("baseline", "What it was compared with.", MAYBE_NUMBER, Evidence::baseline),
                    field("threshold", "The threshold it was held against.", THRESHOLD.orNull(), Evidence::threshold),
                    field("limit", "The threshold's value.", MAYBE_NUMBER, Evidence::limit),
                    field("part", "The part of the indicator that it is about.", MAYBE_TEXT, Evidence::part),
                    field("months", "For how many months in a row.", count().orNull(), Evidence::months),
                    field(
                            "latest",
                            "The last value that tells, where the reason rests on it in place of this month's.",
                            MAYBE_NUMBER,
                            Evidence::latest))
            .named("evidence");

    private static final Shape<Justification> REASON = object(
                    "One reason.",
                    field("rule", "The rule that gives the reason.", RULE, Justification::rule),
                    field("effect", "What it does to the decision.", word(Effect.class), Justification::effect),
                    field(
                            "lever",
                            "What an adjustment acts on; null unless the effect is to adjust.",
                            LEVER.orNull(),
                            reason -> reason.lever().map(Lever::id)),
                    field("block", "The block it is about.", BLOCK, Justification::block),
                    field("text", "The reason in full, for people.", TEXT, Justification::text),
                    field(
                            "evidence",
                            "What it rests on, in the rule's order.",
                            list(EVIDENCE),
                            Justification::evidence),
                    field("headline", "The reason in a few words.", TEXT, Justification::headline),
                    field(
                            "leverName",
                            "What people call the lever.",
                            MAYBE_TEXT,
                            reason -> reason.lever().map(Lever::name)),
                    field(
                            "leverAction",
                            "What pulling the lever means.",
                            MAYBE_TEXT,
                            reason -> reason.lever().map(Lever::action)))
            .also("if", property("effect", "const", Effect.ADJUST.word()))
            .also("then", property("lever", "type", "string"))
            .also("else", property("lever", "type", "null"))
            .named("justification");

    private static Map<String, Object> property(String key, String keyword, String value) {
        return Map.of("properties", Map.of(key, Map.of(keyword, value)));
    }

    private static final Shape<UnknownIndicator> UNKNOWN = object(
                    "An indicator that is not known, and why.",
                    field("indicator", "The indicator.", INDICATOR, UnknownIndicator::indicator),
                    field("reason", "Why.", word(UnknownReason.class), UnknownIndicator::reason),
                    field("note", "A remark.", MAYBE_TEXT, UnknownIndicator::note),
                    field("name", "What people call the indicator.", TEXT, UnknownIndicator::name))
            .named("unknown");

    private static final Shape<Dashboard.Point> POINT = object(
                    "One month.",
                    field("month", "The month.", MONTH, Dashboard.Point::month),
                    field(
                            "complete",
                            "Whether it is over and fully reported.",
                            flag(),
                            point -> point.completeness() == Snapshot.Completeness.COMPLETE),
                    field("value", "Its value; null where not known.", MAYBE_NUMBER, Dashboard.Point::value))
            .named("point");

    private static final Shape<Dashboard.Row> ROW = object(
                    "One line of the dashboard: one indicator, or a few that are read together.",
                    field("block", "The block it is about.", BLOCK, Dashboard.Row::block),
                    field(
                            "indicators",
                            "The indicators that are read together.",
                            list(INDICATOR).also("minItems", 1),
                            each(Dashboard.Cell::indicator)),
                    field(
                            "values",
                            "This month's values, in the order of `indicators`; null where not known.",
                            list(MAYBE_NUMBER),
                            each(Dashboard.Cell::value)),
                    field(
                            "baselines",
                            "The baselines, in the order of `indicators`; null where there is none.",
                            list(MAYBE_NUMBER),
                            each(Dashboard.Cell::baseline)),
                    field(
                            "trend",
                            "The worst trend among the indicators.",
                            COURSE,
                            row -> row.trend().course()),
                    field(
                            "trendReason",
                            "Why the trend is undetermined.",
                            NO_TREND,
                            row -> row.trend().reason()),
                    field("note", "What the row says for the decision.", TEXT, Dashboard.Row::note),
                    field("blockName", "What people call the block.", TEXT, Dashboard.Row::blockName),
                    field("names", "What people call the indicators.", list(TEXT), each(Dashboard.Cell::name)),
                    field("units", "What their numbers count.", list(UNIT), each(Dashboard.Cell::unit)),
                    field(
                            "valueTexts",
                            "The values with their units, in words.",
                            list(TEXT),
                            each(Dashboard.Cell::valueText)),
                    field(
                            "baselineTexts",
                            "The baselines with their units, in words.",
                            list(TEXT),
                            each(Dashboard.Cell::baselineText)),
                    field(
                            "trends",
                            "The trend of each indicator.",
                            list(COURSE),
                            each(cell -> cell.trend().course())),
                    field(
                            "trendReasons",
                            "Why a trend is undetermined.",
                            list(NO_TREND),
                            each(cell -> cell.trend().reason())),
                    field(
                            "history",
                            "The months of each indicator up to the reviewed one, in order.",
                            list(list(POINT)),
                            each(Dashboard.Cell::history)),
                    field(
                            "definitions",
                            "How this month's values were measured; null where nobody says.",
                            list(MAYBE_TEXT),
                            each(Dashboard.Cell::definition)))
            .named("row");

    private static <T> Function<Dashboard.Row, List<T>> each(Function<Dashboard.Cell, T> value) {
        return row -> row.cells().stream().map(value).toList();
    }

    private static final Shape<Questions> QUESTIONS = object(
            "The four questions, answered.",
            field("financed", "What do we finance?", TEXT, Questions::financed),
            field("obtained", "What do we get?", TEXT, Questions::obtained),
            field("risked", "What do we risk?", TEXT, Questions::risked),
            field("decided", "What do we decide, and correct?", TEXT, Questions::decided));

    private static final Shape<AgendaItem> AGENDA_ITEM = object(
            "One item.",
            field("topic", "Its name.", TEXT, AgendaItem::topic),
            field("points", "What there is to say, in order.", list(TEXT), AgendaItem::points),
            field("title", "What people call it.", TEXT, AgendaItem::title));

    // earlier decisions

    private static <R> Field<R, Long> entry(Function<R, PastDecision> past) {
        return field(
                "entry",
                "Its number in its ledger.",
                whole(1),
                from -> past.apply(from).entry());
    }

    private static <R> List<Field<R, ?>> decided(Function<R, PastDecision> past) {
        return List.of(
                field(
                        "month",
                        "The month that was decided on.",
                        MONTH,
                        from -> past.apply(from).month()),
                field(
                        "at",
                        "When it was decided.",
                        MOMENT,
                        from -> past.apply(from).at()),
                field("by", "Who recorded it.", TEXT, from -> past.apply(from).by()),
                field(
                        "recommended",
                        "What was recommended.",
                        DECISION,
                        from -> past.apply(from).recommended()),
                field(
                        "decision",
                        "What was decided.",
                        DECISION,
                        from -> past.apply(from).decision()),
                field(
                        "reason",
                        "Why, where that was said.",
                        MAYBE_TEXT,
                        from -> past.apply(from).reason()),
                field(
                        "second",
                        "The second person, where one was named.",
                        MAYBE_TEXT,
                        from -> past.apply(from).second()));
    }

    private static final Shape<PastDecision.Answered> ANSWER = object(
            "What became of the action.",
            field("entry", "The record that said it.", whole(1), PastDecision.Answered::entry),
            field("month", "The month that record decided on.", MONTH, PastDecision.Answered::month),
            field("outcome", "How the action ended.", word(Answer.Outcome.class), PastDecision.Answered::outcome),
            field("text", "What there was to say.", TEXT, PastDecision.Answered::text));

    private static final Shape<FollowUp.Movement> MOVEMENT = object(
            "An indicator that the action aimed at.",
            field("indicator", "The indicator.", INDICATOR, FollowUp.Movement::indicator),
            field("name", "What people call it.", TEXT, FollowUp.Movement::name),
            field(
                    "course",
                    "Where it went, beyond its tolerance.",
                    word(FollowUp.Course.class),
                    FollowUp.Movement::course),
            field(
                    "before",
                    "Its value in the month that was decided on; null where not known.",
                    MAYBE_NUMBER,
                    FollowUp.Movement::before),
            field(
                    "now",
                    "Its value in the reviewed month; null where not known.",
                    MAYBE_NUMBER,
                    FollowUp.Movement::now),
            field(
                    "unit",
                    "What the values count; null where the policy no longer has the indicator.",
                    UNIT.orNull(),
                    FollowUp.Movement::unit),
            field("beforeText", "The earlier value in words.", TEXT, FollowUp.Movement::beforeText),
            field("nowText", "The value in words.", TEXT, FollowUp.Movement::nowText));

    private static final Shape<FollowUp> FOLLOW_UP = followUp();

    private static Shape<FollowUp> followUp() {
        List<Field<FollowUp, ?>> fields = new ArrayList<>();
        fields.add(entry(FollowUp::decision));
        fields.addAll(decided(FollowUp::decision));
        fields.add(field(
                "action",
                "What somebody was asked to do; null where nothing was.",
                ACTION.orNull(),
                from -> from.decision().action()));
        fields.add(field(
                "answer",
                "What became of the action; null where that was not said.",
                ANSWER.orNull(),
                from -> from.decision().answer()));
        fields.add(
                field("movements", "Whether what the action aimed at has moved.", list(MOVEMENT), FollowUp::movements));
        return object("An earlier decision.", fields);
    }

    private static final Shape<PastDecision> UNASKED = unasked();

    private static Shape<PastDecision> unasked() {
        List<Field<PastDecision, ?>> fields = new ArrayList<>();
        fields.add(entry(past -> past));
        fields.add(field("scope", "The scope that it was about.", SCOPE, PastDecision::scope));
        fields.addAll(decided(past -> past));
        fields.add(field(
                "action",
                "What somebody was asked to do.",
                ACTION,
                past -> past.action().orElseThrow()));
        return object("An earlier decision whose action has no answer.", fields);
    }

    private static final Shape<PartialMonth.Reading> SO_FAR = object(
            "A reading so far.",
            field("indicator", "The indicator.", INDICATOR, PartialMonth.Reading::indicator),
            field("value", "Its value so far.", number(), PartialMonth.Reading::value),
            field("unit", "The unit of the value.", UNIT, PartialMonth.Reading::unit),
            field("name", "What people call the indicator.", TEXT, PartialMonth.Reading::name),
            field("text", "The value in words.", TEXT, PartialMonth.Reading::text));

    private static final Shape<PartialMonth> PARTIAL = object(
            "A month that is not complete.",
            field("month", "The month.", MONTH, PartialMonth::month),
            field(
                    "readings",
                    "What is known of it so far, of the indicators of the main view.",
                    list(SO_FAR),
                    PartialMonth::readings));

    /** A review. */
    static final Format<Review> REVIEW = Format.growing(
            "roi-review/1",
            "Review",
            object(
                    "One scope and one month: the recommendation, and everything a committee needs to take or refuse it. Every "
                            + "key named here but `followUp`, `partial` and `assumed` is always there, null where there is nothing to say; keys may be "
                            + "added.",
                    Format.says("roi-review/1"),
                    field("policy", "The policy that the review was made with.", POLICY, Review::policy),
                    field("scope", "What was reviewed.", SCOPE, Review::scope),
                    field("month", "The month reviewed.", MONTH, Review::month),
                    field("decision", "What is recommended.", DECISION, Review::decision),
                    field("headline", "The decision and its first reason.", TEXT, Review::headline),
                    field(
                            "levers",
                            "What to adjust, in the policy's order; empty unless the decision is to adjust.",
                            list(LEVER),
                            review -> review.levers().stream().map(Lever::id).toList()),
                    field(
                            "justifications",
                            "Every reason, in the policy's order.",
                            list(REASON).also("minItems", 1),
                            review -> review.justifications()),
                    field(
                            "unknown",
                            "Every indicator of the policy that is not known this month, in the policy's order.",
                            list(UNKNOWN),
                            Review::unknown),
                    field(
                            "dashboard",
                            "The rows of the policy's main view. The row after them is the decision.",
                            list(ROW),
                            review -> review.dashboard().rows()),
                    field("questions", "The four questions, answered.", QUESTIONS, Review::questions),
                    field("agenda", "The committee's agenda, in order.", list(AGENDA_ITEM), Review::agenda),
                    field("needs", "What the decision still needs.", list(TEXT), Review::needs),
                    field("language", "The language of the sentences.", LANGUAGE, Review::language),
                    field(
                            "currency",
                            "ISO 4217 code of all money here; null where nothing was said.",
                            MAYBE_TEXT,
                            Review::currency),
                    field(
                            "leverNames",
                            "What people call the levers, in the order of `levers`.",
                            list(TEXT),
                            review -> review.levers().stream().map(Lever::name).toList()),
                    usually(
                            "followUp",
                            "Earlier decisions on the scope: those whose action has no answer first, then the last one. Left "
                                    + "out where the review follows up on none.",
                            list(FOLLOW_UP).also("minItems", 1),
                            List.of(),
                            Review::followUps),
                    usually(
                            "partial",
                            "Partial months after the reviewed one: shown, and counted for nothing. Left out where there is none, "
                                    + "or another complete month follows.",
                            list(PARTIAL).also("minItems", 1),
                            List.of(),
                            Review::partial),
                    usually(
                            "assumed",
                            "The values of thresholds that were assumed in place of the policy's. Such a review is nobody's "
                                    + "recommendation, and no record is made of it. Left out for the policy as it is.",
                            map(Nouns.THRESHOLD, number()),
                            Map.of(),
                            Review::assumed)));

    // portfolios

    private static final Shape<Map<Decision, Integer>> DECISIONS = object(
            "How many scopes have each decision.",
            Arrays.stream(Decision.values())
                    .<Field<Map<Decision, Integer>, ?>>map(decision -> field(
                            decision.word(),
                            "How many scopes have it.",
                            count(),
                            counts -> counts.getOrDefault(decision, 0)))
                    .toList());

    private static final Shape<PortfolioReview.Total> TOTAL = object(
            "A sum over the scopes of one level.",
            field("level", "The level.", LEVEL, PortfolioReview.Total::level),
            field("indicator", "The indicator.", INDICATOR, PortfolioReview.Total::indicator),
            field("name", "What people call it.", TEXT, PortfolioReview.Total::name),
            field("unit", "What it counts.", UNIT, PortfolioReview.Total::unit),
            field(
                    "sum",
                    "The sum of what is known; null where nothing is.",
                    MAYBE_NUMBER,
                    total -> Optional.of(total.sum()).filter(sum -> total.known() > 0)),
            field(
                    "sumText",
                    "The sum with its unit, in words; null where nothing is known.",
                    MAYBE_TEXT,
                    total -> Optional.of(total.sumText()).filter(sum -> total.known() > 0)),
            field("known", "How many scopes it is known for.", count(), PortfolioReview.Total::known),
            field("unknown", "The scopes it is not known for.", list(SCOPE), PortfolioReview.Total::unknown));

    private static final Shape<PortfolioReview.Action> RECOMMENDED = object(
            "What is recommended for several scopes.",
            field("decision", "The decision.", DECISION, PortfolioReview.Action::decision),
            field("lever", "The lever, for an adjustment.", LEVER.orNull(), PortfolioReview.Action::lever),
            field("title", "What to do, in words.", TEXT, PortfolioReview.Action::title),
            field("scopes", "The scopes, in order.", list(SCOPE), PortfolioReview.Action::scopes));

    /** The reviews of a portfolio. */
    static final Format<PortfolioReview> PORTFOLIO = Format.growing(
            "roi-portfolio-review/1",
            "Portfolio review",
            object(
                    "Several scopes, each reviewed by itself. There is no pooled decision. Keys may be added.",
                    Format.says("roi-portfolio-review/1"),
                    field(
                            "reviews",
                            "One for each scope, in the order of level and scope id.",
                            list(REVIEW),
                            PortfolioReview::reviews),
                    field("headline", "The scopes by decision, in one line.", TEXT, PortfolioReview::headline),
                    field("newest", "The newest month that was reviewed.", MONTH, PortfolioReview::newest),
                    field("decisions", "How many scopes have each decision.", DECISIONS, PortfolioReview::decisions),
                    field(
                            "stale",
                            "The scopes whose latest complete month is before the newest.",
                            list(SCOPE),
                            PortfolioReview::stale),
                    field(
                            "totals",
                            "What adds up, by level, currency and indicator.",
                            list(TOTAL),
                            PortfolioReview::totals),
                    field(
                            "actions",
                            "What is recommended for which scopes, the gravest decision first.",
                            list(RECOMMENDED),
                            PortfolioReview::actions),
                    usually(
                            "unasked",
                            "Open decisions for months before the newest that no review asks about, since their scope was not "
                                    + "reviewed, or has no later month. Left out where there are none.",
                            list(UNASKED).also("minItems", 1),
                            List.of(),
                            PortfolioReview::unasked)));

    // views

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

    private ReviewFormat() {}
}
