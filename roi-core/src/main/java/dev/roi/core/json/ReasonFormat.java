package dev.roi.core.json;

import static dev.roi.core.format.Field.field;
import static dev.roi.core.format.Shape.count;
import static dev.roi.core.format.Shape.list;
import static dev.roi.core.format.Shape.number;
import static dev.roi.core.format.Shape.object;
import static dev.roi.core.format.Shape.word;
import static dev.roi.core.json.Nouns.BLOCK;
import static dev.roi.core.json.Nouns.INDICATOR;
import static dev.roi.core.json.Nouns.LEVER;
import static dev.roi.core.json.Nouns.RULE;
import static dev.roi.core.json.Nouns.TEXT;
import static dev.roi.core.json.Nouns.THRESHOLD;
import static dev.roi.core.json.Nouns.UNIT;
import static dev.roi.core.json.Nouns.made;

import dev.roi.core.BlockId;
import dev.roi.core.Effect;
import dev.roi.core.Evidence;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.Justification;
import dev.roi.core.Lever;
import dev.roi.core.LeverId;
import dev.roi.core.RuleId;
import dev.roi.core.ThresholdId;
import dev.roi.core.Unit;
import dev.roi.core.UnknownIndicator;
import dev.roi.core.UnknownReason;
import dev.roi.core.format.Field;
import dev.roi.core.format.Read;
import dev.roi.core.format.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reasons of a review, what they rest on, and what is not known. */
final class ReasonFormat {

    private static final Shape<Optional<String>> MAYBE_TEXT = TEXT.orNull();
    private static final Shape<Optional<Exact>> MAYBE_NUMBER = number().orNull();

    // evidence

    private static final Field<Evidence, IndicatorId> OF_INDICATOR =
            field("indicator", "The indicator.", INDICATOR, Evidence::indicator);
    private static final Field<Evidence, Optional<Exact>> VALUE =
            field("value", "What it showed; null where it is not known.", MAYBE_NUMBER, Evidence::value);
    private static final Field<Evidence, Unit> IN_UNIT = field("unit", "What the numbers count.", UNIT, Evidence::unit);
    private static final Field<Evidence, Optional<Exact>> BASELINE =
            field("baseline", "What it was compared with.", MAYBE_NUMBER, Evidence::baseline);
    private static final Field<Evidence, Optional<ThresholdId>> HELD_AGAINST =
            field("threshold", "The threshold it was held against.", THRESHOLD.orNull(), Evidence::threshold);
    private static final Field<Evidence, Optional<Exact>> LIMIT =
            field("limit", "The threshold's value.", MAYBE_NUMBER, Evidence::limit);
    private static final Field<Evidence, Optional<String>> PART =
            field("part", "The part of the indicator that it is about.", MAYBE_TEXT, Evidence::part);
    private static final Field<Evidence, Optional<Integer>> MONTHS =
            field("months", "For how many months in a row.", count().orNull(), Evidence::months);
    private static final Field<Evidence, Optional<Exact>> LAST_TELLING = field(
            "latest",
            "The last value that tells, where the reason rests on it in place of this month's.",
            MAYBE_NUMBER,
            Evidence::latest);

    private static final Shape<Evidence> EVIDENCE = object(
                    "An indicator, what it showed, and what it was held against.",
                    read -> made(
                            read,
                            () -> new Evidence(
                                    read.get(OF_INDICATOR),
                                    read.get(PART),
                                    read.get(VALUE),
                                    read.get(IN_UNIT),
                                    read.get(BASELINE),
                                    read.get(HELD_AGAINST),
                                    read.get(LIMIT),
                                    read.get(MONTHS),
                                    read.get(LAST_TELLING))),
                    OF_INDICATOR,
                    VALUE,
                    IN_UNIT,
                    BASELINE,
                    HELD_AGAINST,
                    LIMIT,
                    PART,
                    MONTHS,
                    LAST_TELLING)
            .named("evidence");

    // reasons

    private static final Field<Justification, RuleId> BY_RULE =
            field("rule", "The rule that gives the reason.", RULE, Justification::rule);
    private static final Field<Justification, Effect> EFFECT =
            field("effect", "What it does to the decision.", word(Effect.class), Justification::effect);
    private static final Field<Justification, Optional<LeverId>> ACTS_ON = field(
            "lever",
            "What an adjustment acts on; null unless the effect is to adjust.",
            LEVER.orNull(),
            reason -> reason.lever().map(Lever::id));
    private static final Field<Justification, BlockId> ABOUT =
            field("block", "The block it is about.", BLOCK, Justification::block);
    private static final Field<Justification, String> SAYS =
            field("text", "The reason in full, for people.", TEXT, Justification::text);
    private static final Field<Justification, List<Evidence>> RESTS_ON =
            field("evidence", "What it rests on, in the rule's order.", list(EVIDENCE), Justification::evidence);
    private static final Field<Justification, String> HEADLINE =
            field("headline", "The reason in a few words.", TEXT, Justification::headline);
    private static final Field<Justification, Optional<String>> LEVER_NAME = field(
            "leverName",
            "What people call the lever.",
            MAYBE_TEXT,
            reason -> reason.lever().map(Lever::name));
    private static final Field<Justification, Optional<String>> LEVER_ACTION = field(
            "leverAction",
            "What pulling the lever means.",
            MAYBE_TEXT,
            reason -> reason.lever().map(Lever::action));

    static final Shape<Justification> REASON = object(
                    "One reason.",
                    read -> made(
                            read,
                            () -> new Justification(
                                    read.get(BY_RULE),
                                    read.get(EFFECT),
                                    lever(read),
                                    read.get(ABOUT),
                                    read.get(HEADLINE),
                                    read.get(SAYS),
                                    read.get(RESTS_ON))),
                    BY_RULE,
                    EFFECT,
                    ACTS_ON,
                    ABOUT,
                    SAYS,
                    RESTS_ON,
                    HEADLINE,
                    LEVER_NAME,
                    LEVER_ACTION)
            .also("if", property("effect", "const", Effect.ADJUST.word()))
            .also("then", property("lever", "type", "string"))
            .also("else", property("lever", "type", "null"))
            .named("justification");

    private static Optional<Lever> lever(Read<Justification> read) {
        return read.get(ACTS_ON)
                .map(id -> new Lever(
                        id,
                        read.get(LEVER_NAME).orElse(id.value()),
                        read.get(LEVER_ACTION).orElse("")));
    }

    private static Map<String, Object> property(String key, String keyword, String value) {
        return Map.of("properties", Map.of(key, Map.of(keyword, value)));
    }

    // what is not known

    private static final Field<UnknownIndicator, IndicatorId> NOT_KNOWN =
            field("indicator", "The indicator.", INDICATOR, UnknownIndicator::indicator);
    private static final Field<UnknownIndicator, UnknownReason> WHY =
            field("reason", "Why.", word(UnknownReason.class), UnknownIndicator::reason);
    private static final Field<UnknownIndicator, Optional<String>> NOTE =
            field("note", "A remark.", MAYBE_TEXT, UnknownIndicator::note);
    private static final Field<UnknownIndicator, String> NAME =
            field("name", "What people call the indicator.", TEXT, UnknownIndicator::name);

    static final Shape<UnknownIndicator> UNKNOWN = object(
                    "An indicator that is not known, and why.",
                    read -> made(
                            read,
                            () -> new UnknownIndicator(
                                    read.get(NOT_KNOWN), read.get(NAME), read.get(WHY), read.get(NOTE))),
                    NOT_KNOWN,
                    WHY,
                    NOTE,
                    NAME)
            .named("unknown");

    private ReasonFormat() {}
}
