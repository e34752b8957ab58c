package dev.roi.core.json;

import static dev.roi.core.format.Field.field;
import static dev.roi.core.format.Field.usually;
import static dev.roi.core.format.Shape.count;
import static dev.roi.core.format.Shape.list;
import static dev.roi.core.format.Shape.number;
import static dev.roi.core.format.Shape.object;
import static dev.roi.core.json.FollowUpFormat.UNASKED;
import static dev.roi.core.json.Nouns.DECISION;
import static dev.roi.core.json.Nouns.INDICATOR;
import static dev.roi.core.json.Nouns.LEVEL;
import static dev.roi.core.json.Nouns.LEVER;
import static dev.roi.core.json.Nouns.MONTH;
import static dev.roi.core.json.Nouns.RULE;
import static dev.roi.core.json.Nouns.SCOPE;
import static dev.roi.core.json.Nouns.TEXT;
import static dev.roi.core.json.Nouns.UNIT;
import static dev.roi.core.json.Nouns.made;
import static dev.roi.core.json.ReviewFormat.REVIEW;

import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.FollowUp;
import dev.roi.core.IndicatorId;
import dev.roi.core.Level;
import dev.roi.core.LeverId;
import dev.roi.core.PortfolioReview;
import dev.roi.core.PortfolioReview.Action;
import dev.roi.core.PortfolioReview.Note;
import dev.roi.core.PortfolioReview.Total;
import dev.roi.core.Review;
import dev.roi.core.RuleId;
import dev.roi.core.Scope;
import dev.roi.core.Unit;
import dev.roi.core.format.Field;
import dev.roi.core.format.Format;
import dev.roi.core.format.Read;
import dev.roi.core.format.Shape;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reviews of a portfolio, {@code roi-portfolio-review/1}. */
final class PortfolioFormat {

    private static final Map<Decision, Field<Map<Decision, Integer>, Integer>> COUNTS = counts();

    private static final Shape<Map<Decision, Integer>> DECISIONS = object(
            "How many scopes have each decision.",
            read -> made(read, () -> counts(read)),
            List.copyOf(COUNTS.values()));

    private static Map<Decision, Field<Map<Decision, Integer>, Integer>> counts() {
        Map<Decision, Field<Map<Decision, Integer>, Integer>> counts = new EnumMap<>(Decision.class);
        for (Decision decision : Decision.values()) {
            counts.put(
                    decision,
                    field(
                            decision.word(),
                            "How many scopes have it.",
                            count(),
                            numbers -> numbers.getOrDefault(decision, 0)));
        }
        return counts;
    }

    private static Map<Decision, Integer> counts(Read<Map<Decision, Integer>> read) {
        Map<Decision, Integer> counts = new EnumMap<>(Decision.class);
        COUNTS.forEach((decision, field) -> counts.put(decision, read.get(field)));
        return counts;
    }

    // totals

    private static final Field<Total, Level> OF_LEVEL = field("level", "The level.", LEVEL, Total::level);
    private static final Field<Total, IndicatorId> OF_INDICATOR =
            field("indicator", "The indicator.", INDICATOR, Total::indicator);
    private static final Field<Total, String> NAME = field("name", "What people call it.", TEXT, Total::name);
    private static final Field<Total, Unit> IN_UNIT = field("unit", "What it counts.", UNIT, Total::unit);
    private static final Field<Total, Optional<Exact>> SUM = field(
            "sum",
            "The sum of what is known; null where nothing is.",
            number().orNull(),
            total -> Optional.of(total.sum()).filter(sum -> total.known() > 0));
    private static final Field<Total, Optional<String>> SUM_TEXT = field(
            "sumText",
            "The sum with its unit, in words; null where nothing is known.",
            TEXT.orNull(),
            total -> Optional.of(total.sumText()).filter(sum -> total.known() > 0));
    private static final Field<Total, Integer> KNOWN =
            field("known", "How many scopes it is known for.", count(), Total::known);
    private static final Field<Total, List<Scope>> NOT_KNOWN =
            field("unknown", "The scopes it is not known for.", list(SCOPE), Total::unknown);

    private static final Shape<Total> TOTAL = object(
            "A sum over the scopes of one level.",
            read -> made(
                    read,
                    () -> new Total(
                            read.get(OF_LEVEL),
                            read.get(OF_INDICATOR),
                            read.get(NAME),
                            read.get(IN_UNIT),
                            read.get(SUM).orElse(Exact.ZERO),
                            read.get(SUM_TEXT).orElse(""),
                            read.get(KNOWN),
                            read.get(NOT_KNOWN))),
            OF_LEVEL,
            OF_INDICATOR,
            NAME,
            IN_UNIT,
            SUM,
            SUM_TEXT,
            KNOWN,
            NOT_KNOWN);

    // actions

    private static final Field<Action, Decision> TO_DO = field("decision", "The decision.", DECISION, Action::decision);
    private static final Field<Action, Optional<LeverId>> ACTS_ON =
            field("lever", "The lever, for an adjustment.", LEVER.orNull(), Action::lever);
    private static final Field<Action, String> TITLE = field("title", "What to do, in words.", TEXT, Action::title);
    private static final Field<Action, List<Scope>> FOR =
            field("scopes", "The scopes, in order.", list(SCOPE), Action::scopes);

    private static final Shape<Action> RECOMMENDED = object(
            "What is recommended for several scopes.",
            read -> made(read, () -> new Action(read.get(TO_DO), read.get(ACTS_ON), read.get(TITLE), read.get(FOR))),
            TO_DO,
            ACTS_ON,
            TITLE,
            FOR);

    // notes

    private static final Field<Note, RuleId> SAID_BY =
            field("rule", "The portfolio rule that says it.", RULE, Note::rule);
    private static final Field<Note, String> ABOUT =
            field("headline", "What it is about, in a few words.", TEXT, Note::headline);
    private static final Field<Note, List<Scope>> ON =
            field("scopes", "The scopes that it rests on, each once.", list(SCOPE), Note::scopes);
    private static final Field<Note, String> SAYS = field("text", "What it says, in words.", TEXT, Note::text);

    private static final Shape<Note> NOTE = object(
            "What a portfolio rule says of scopes together. It changes no scope's decision.",
            read -> made(read, () -> new Note(read.get(SAID_BY), read.get(ABOUT), read.get(ON), read.get(SAYS))),
            SAID_BY,
            ABOUT,
            ON,
            SAYS);

    // portfolios

    private static final Field<PortfolioReview, List<Review>> REVIEWS = field(
            "reviews",
            "One for each scope, in the order of level and scope id.",
            list(REVIEW),
            PortfolioReview::reviews);
    private static final Field<PortfolioReview, String> HEADLINE =
            field("headline", "The scopes by decision, in one line.", TEXT, PortfolioReview::headline);
    private static final Field<PortfolioReview, YearMonth> NEWEST =
            field("newest", "The newest month that was reviewed.", MONTH, PortfolioReview::newest);
    private static final Field<PortfolioReview, Map<Decision, Integer>> BY_DECISION =
            field("decisions", "How many scopes have each decision.", DECISIONS, PortfolioReview::decisions);
    private static final Field<PortfolioReview, List<Scope>> STALE = field(
            "stale",
            "The scopes whose latest complete month is before the newest.",
            list(SCOPE),
            PortfolioReview::stale);
    private static final Field<PortfolioReview, List<Total>> TOTALS =
            field("totals", "What adds up, by level, currency and indicator.", list(TOTAL), PortfolioReview::totals);
    private static final Field<PortfolioReview, List<Action>> ACTIONS = field(
            "actions",
            "What is recommended for which scopes, the gravest decision first.",
            list(RECOMMENDED),
            PortfolioReview::actions);
    private static final Field<PortfolioReview, List<FollowUp>> OPEN = usually(
            "unasked",
            "Open decisions for months before the newest that no review asks about, since their scope was not "
                    + "reviewed, or has no later month. Left out where there are none.",
            list(UNASKED).also("minItems", 1),
            List.of(),
            PortfolioReview::unasked);

    private static final Field<PortfolioReview, List<Note>> NOTES = usually(
            "notes",
            "What portfolio rules say of the scopes together. Left out where they say nothing.",
            list(NOTE).also("minItems", 1),
            List.of(),
            PortfolioReview::notes);

    static final Format<PortfolioReview> PORTFOLIO = Format.growing(
            "roi-portfolio-review/1",
            "Portfolio review",
            object(
                    "Several scopes, each reviewed by itself. There is no pooled decision. Keys may be added.",
                    read -> made(read, () -> portfolio(read)),
                    Format.says("roi-portfolio-review/1"),
                    REVIEWS,
                    HEADLINE,
                    NEWEST,
                    BY_DECISION,
                    STALE,
                    TOTALS,
                    ACTIONS,
                    OPEN,
                    NOTES));

    private static PortfolioReview portfolio(Read<PortfolioReview> read) {
        List<Scope> reviewed = read.get(REVIEWS).stream().map(Review::scope).toList();
        return new PortfolioReview(
                read.get(REVIEWS),
                read.get(NEWEST),
                whole(read.get(STALE), reviewed),
                read.get(TOTALS).stream()
                        .map(total -> new Total(
                                total.level(),
                                total.indicator(),
                                total.name(),
                                total.unit(),
                                total.sum(),
                                total.sumText(),
                                total.known(),
                                whole(total.unknown(), reviewed)))
                        .toList(),
                read.get(ACTIONS).stream()
                        .map(action -> new Action(
                                action.decision(), action.lever(), action.title(), whole(action.scopes(), reviewed)))
                        .toList(),
                read.get(HEADLINE),
                read.get(OPEN),
                read.get(NOTES).stream()
                        .map(note ->
                                new Note(note.rule(), note.headline(), whole(note.scopes(), reviewed), note.text()))
                        .toList());
    }

    /** When the tool was first used stands in the reviews only. */
    private static List<Scope> whole(List<Scope> scopes, List<Scope> reviewed) {
        return scopes.stream()
                .map(scope -> reviewed.stream()
                        .filter(same -> same.compareTo(scope) == 0)
                        .findFirst()
                        .orElse(scope))
                .toList();
    }

    private PortfolioFormat() {}
}
