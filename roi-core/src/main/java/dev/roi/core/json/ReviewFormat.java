package dev.roi.core.json;

import static dev.roi.core.format.Field.field;
import static dev.roi.core.format.Field.maybe;
import static dev.roi.core.format.Field.usually;
import static dev.roi.core.format.Shape.list;
import static dev.roi.core.format.Shape.map;
import static dev.roi.core.format.Shape.number;
import static dev.roi.core.format.Shape.object;
import static dev.roi.core.json.DashboardFormat.ROW;
import static dev.roi.core.json.FollowUpFormat.FOLLOW_UP;
import static dev.roi.core.json.FollowUpFormat.STOPPED;
import static dev.roi.core.json.Nouns.DECISION;
import static dev.roi.core.json.Nouns.INDICATOR;
import static dev.roi.core.json.Nouns.LANGUAGE;
import static dev.roi.core.json.Nouns.LEVER;
import static dev.roi.core.json.Nouns.MONTH;
import static dev.roi.core.json.Nouns.POLICY;
import static dev.roi.core.json.Nouns.SCOPE;
import static dev.roi.core.json.Nouns.TEXT;
import static dev.roi.core.json.Nouns.THRESHOLD;
import static dev.roi.core.json.Nouns.UNIT;
import static dev.roi.core.json.Nouns.made;
import static dev.roi.core.json.ReasonFormat.REASON;
import static dev.roi.core.json.ReasonFormat.UNKNOWN;

import dev.roi.core.AgendaItem;
import dev.roi.core.Dashboard;
import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.FollowUp;
import dev.roi.core.IndicatorId;
import dev.roi.core.Justification;
import dev.roi.core.Language;
import dev.roi.core.Lever;
import dev.roi.core.LeverId;
import dev.roi.core.PartialMonth;
import dev.roi.core.PolicyRef;
import dev.roi.core.Questions;
import dev.roi.core.Remark;
import dev.roi.core.Review;
import dev.roi.core.Scope;
import dev.roi.core.Stopped;
import dev.roi.core.ThresholdId;
import dev.roi.core.Unit;
import dev.roi.core.UnknownIndicator;
import dev.roi.core.format.Field;
import dev.roi.core.format.Format;
import dev.roi.core.format.Read;
import dev.roi.core.format.Shape;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A review, {@code roi-review/1}. Keys that the format only allows come after the rest. */
final class ReviewFormat {

    // questions and agenda

    private static final Field<Questions, String> FINANCED =
            field("financed", "What do we finance?", TEXT, Questions::financed);
    private static final Field<Questions, String> OBTAINED =
            field("obtained", "What do we get?", TEXT, Questions::obtained);
    private static final Field<Questions, String> RISKED = field("risked", "What do we risk?", TEXT, Questions::risked);
    private static final Field<Questions, String> DECIDED =
            field("decided", "What do we decide, and correct?", TEXT, Questions::decided);

    private static final Shape<Questions> QUESTIONS = object(
            "The four questions, answered.",
            read -> made(
                    read,
                    () -> new Questions(read.get(FINANCED), read.get(OBTAINED), read.get(RISKED), read.get(DECIDED))),
            FINANCED,
            OBTAINED,
            RISKED,
            DECIDED);

    private static final Field<AgendaItem, String> TOPIC = field("topic", "Its name.", TEXT, AgendaItem::topic);
    private static final Field<AgendaItem, List<String>> POINTS =
            field("points", "What there is to say, in order.", list(TEXT), AgendaItem::points);
    private static final Field<AgendaItem, String> TITLE =
            field("title", "What people call it.", TEXT, AgendaItem::title);

    private static final Shape<AgendaItem> AGENDA_ITEM = object(
            "One item.",
            read -> made(read, () -> new AgendaItem(read.get(TOPIC), read.get(TITLE), read.get(POINTS))),
            TOPIC,
            POINTS,
            TITLE);

    // partial months

    private static final Field<PartialMonth.Reading, IndicatorId> OF_INDICATOR =
            field("indicator", "The indicator.", INDICATOR, PartialMonth.Reading::indicator);
    private static final Field<PartialMonth.Reading, Exact> VALUE =
            field("value", "Its value so far.", number(), PartialMonth.Reading::value);
    private static final Field<PartialMonth.Reading, Unit> IN_UNIT =
            field("unit", "The unit of the value.", UNIT, PartialMonth.Reading::unit);
    private static final Field<PartialMonth.Reading, String> NAME =
            field("name", "What people call the indicator.", TEXT, PartialMonth.Reading::name);
    private static final Field<PartialMonth.Reading, String> IN_WORDS =
            field("text", "The value in words.", TEXT, PartialMonth.Reading::text);

    private static final Shape<PartialMonth.Reading> SO_FAR = object(
            "A reading so far.",
            read -> made(
                    read,
                    () -> new PartialMonth.Reading(
                            read.get(OF_INDICATOR),
                            read.get(NAME),
                            read.get(VALUE),
                            read.get(IN_UNIT),
                            read.get(IN_WORDS))),
            OF_INDICATOR,
            VALUE,
            IN_UNIT,
            NAME,
            IN_WORDS);

    private static final Field<PartialMonth, YearMonth> BEGUN =
            field("month", "The month.", MONTH, PartialMonth::month);
    private static final Field<PartialMonth, List<PartialMonth.Reading>> READINGS = field(
            "readings",
            "What is known of it so far, of the indicators of the main view.",
            list(SO_FAR),
            PartialMonth::readings);

    private static final Shape<PartialMonth> PARTIAL_MONTH = object(
            "A month that is not complete.",
            read -> made(read, () -> new PartialMonth(read.get(BEGUN), read.get(READINGS))),
            BEGUN,
            READINGS);

    // remarks

    private static final Field<Remark, List<IndicatorId>> REMARKS_ON =
            field("indicators", "The indicators that it is about.", list(INDICATOR), Remark::indicators);
    private static final Field<Remark, String> REMARKED = field("text", "What is asked or said.", TEXT, Remark::text);

    private static final Shape<Remark> REMARK = object(
                    "What is asked back, or contradicts.",
                    read -> made(read, () -> new Remark(read.get(REMARKS_ON), read.get(REMARKED))),
                    REMARKS_ON,
                    REMARKED)
            .named("remark");

    // reviews

    private static final Field<Review, PolicyRef> WITH_POLICY =
            field("policy", "The policy that the review was made with.", POLICY, Review::policy);
    private static final Field<Review, Scope> OF_SCOPE = field("scope", "What was reviewed.", SCOPE, Review::scope);
    private static final Field<Review, YearMonth> OF_MONTH =
            field("month", "The month reviewed.", MONTH, Review::month);
    private static final Field<Review, Decision> TO_DO =
            field("decision", "What is recommended.", DECISION, Review::decision);
    private static final Field<Review, String> HEADLINE =
            field("headline", "The decision and its first reason.", TEXT, Review::headline);
    private static final Field<Review, List<LeverId>> LEVERS = field(
            "levers",
            "What to adjust, in the policy's order; empty unless the decision is to adjust.",
            list(LEVER),
            review -> review.levers().stream().map(Lever::id).toList());
    private static final Field<Review, List<Justification>> REASONS = field(
            "justifications",
            "Every reason, in the policy's order.",
            list(REASON).also("minItems", 1),
            review -> review.justifications());
    private static final Field<Review, List<UnknownIndicator>> NOT_KNOWN = field(
            "unknown",
            "Every indicator of the policy that is not known this month, in the policy's order.",
            list(UNKNOWN),
            Review::unknown);
    private static final Field<Review, List<Dashboard.Row>> ROWS = field(
            "dashboard",
            "The rows of the policy's main view. The row after them is the decision.",
            list(ROW),
            review -> review.dashboard().rows());
    private static final Field<Review, Questions> ANSWERS =
            field("questions", "The four questions, answered.", QUESTIONS, Review::questions);
    private static final Field<Review, List<AgendaItem>> AGENDA =
            field("agenda", "The committee's agenda, in order.", list(AGENDA_ITEM), Review::agenda);
    private static final Field<Review, List<String>> NEEDS =
            field("needs", "What the decision still needs.", list(TEXT), Review::needs);
    private static final Field<Review, Language> IN_LANGUAGE =
            field("language", "The language of the sentences.", LANGUAGE, Review::language);
    private static final Field<Review, Optional<String>> CURRENCY = field(
            "currency",
            "ISO 4217 code of all money here; null where nothing was said.",
            TEXT.orNull(),
            Review::currency);
    private static final Field<Review, List<String>> LEVER_NAMES = field(
            "leverNames",
            "What people call the levers, in the order of `levers`.",
            list(TEXT),
            review -> review.levers().stream().map(Lever::name).toList());
    private static final Field<Review, Optional<Stopped>> STOPPED_SINCE = maybe(
            "stopped",
            "Since when the committee has had the scope stopped, whatever is recommended. Left out where it has not.",
            STOPPED,
            Review::stopped);
    private static final Field<Review, List<FollowUp>> FOLLOW_UPS = usually(
            "followUp",
            "Earlier decisions on the scope, an item for each action: those without an answer first, then those "
                    + "that were answered last, then the last decision. Left out where the review follows up on none.",
            list(FOLLOW_UP).also("minItems", 1),
            List.of(),
            Review::followUps);
    private static final Field<Review, List<PartialMonth>> PARTIAL = usually(
            "partial",
            "Partial months after the reviewed one: shown, and counted for nothing. Left out where there is none, "
                    + "or another complete month follows.",
            list(PARTIAL_MONTH).also("minItems", 1),
            List.of(),
            Review::partial);
    private static final Field<Review, List<Remark>> REMARKS = usually(
            "remarks",
            "What is asked back of the month's figures, or contradicts in them. Nothing is changed for it, and no "
                    + "decision rests on it. Left out where there is nothing to ask.",
            list(REMARK).also("minItems", 1),
            List.of(),
            Review::remarks);
    private static final Field<Review, Map<ThresholdId, Exact>> ASSUMED = usually(
            "assumed",
            "The values of thresholds that were assumed in place of the policy's. Such a review is nobody's "
                    + "recommendation, and no record is made of it. Left out for the policy as it is.",
            map(THRESHOLD, number()),
            Map.of(),
            Review::assumed);
    private static final Field<Review, Optional<YearMonth>> FIRST_USE = maybe(
            "firstUse",
            "The month in which the tool was first used; left out where the scorecard does not say.",
            MONTH,
            review -> review.scope().firstUse());

    static final Format<Review> REVIEW = Format.growing(
            "roi-review/1",
            "Review",
            object(
                    "One scope and one month: the recommendation, and everything a committee needs to take or refuse it. Every "
                            + "key named here but `followUp`, `partial`, `remarks`, `assumed` and `firstUse` is always there, null where there is nothing to say; keys may be "
                            + "added.",
                    read -> made(read, () -> review(read)),
                    Format.says("roi-review/1"),
                    WITH_POLICY,
                    OF_SCOPE,
                    OF_MONTH,
                    TO_DO,
                    HEADLINE,
                    LEVERS,
                    REASONS,
                    NOT_KNOWN,
                    ROWS,
                    ANSWERS,
                    AGENDA,
                    NEEDS,
                    IN_LANGUAGE,
                    CURRENCY,
                    LEVER_NAMES,
                    STOPPED_SINCE,
                    FOLLOW_UPS,
                    PARTIAL,
                    REMARKS,
                    ASSUMED,
                    FIRST_USE));

    private static Review review(Read<Review> read) {
        Scope scope = read.get(OF_SCOPE);
        return new Review(
                read.get(WITH_POLICY),
                new Scope(scope.level(), scope.id(), scope.name(), read.get(FIRST_USE)),
                read.get(OF_MONTH),
                read.get(CURRENCY),
                read.get(IN_LANGUAGE),
                read.get(TO_DO),
                read.get(HEADLINE),
                read.get(LEVERS).stream()
                        .map(id -> lever(id, read.get(REASONS)))
                        .toList(),
                read.get(REASONS),
                read.get(NOT_KNOWN),
                new Dashboard(read.get(ROWS)),
                read.get(ANSWERS),
                read.get(AGENDA),
                read.get(NEEDS),
                read.get(FOLLOW_UPS),
                read.get(PARTIAL),
                read.get(ASSUMED),
                read.get(STOPPED_SINCE),
                read.get(REMARKS));
    }

    private static Lever lever(LeverId id, List<Justification> reasons) {
        return reasons.stream()
                .flatMap(reason -> reason.lever().stream())
                .filter(lever -> lever.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("lever `%s` is of no justification".formatted(id)));
    }

    private ReviewFormat() {}
}
