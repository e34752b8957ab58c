package dev.roi.core.json;

import static dev.roi.core.format.Field.field;
import static dev.roi.core.format.Field.maybe;
import static dev.roi.core.format.Field.usually;
import static dev.roi.core.format.Shape.list;
import static dev.roi.core.format.Shape.object;
import static dev.roi.core.format.Shape.whole;
import static dev.roi.core.format.Shape.word;
import static dev.roi.core.json.Nouns.ACTION;
import static dev.roi.core.json.Nouns.DECISION;
import static dev.roi.core.json.Nouns.MOMENT;
import static dev.roi.core.json.Nouns.MONTH;
import static dev.roi.core.json.Nouns.SCOPE;
import static dev.roi.core.json.Nouns.TEXT;
import static dev.roi.core.json.Nouns.made;

import dev.roi.core.Answer;
import dev.roi.core.FollowUp;
import dev.roi.core.PastAction;
import dev.roi.core.PastAction.Answered;
import dev.roi.core.PastDecision;
import dev.roi.core.Stopped;
import dev.roi.core.format.Field;
import dev.roi.core.format.Read;
import dev.roi.core.format.Shape;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Earlier decisions, and what became of them. They are written, and not read back. */
final class FollowUpFormat {

    private static final Shape<Optional<String>> MAYBE_TEXT = TEXT.orNull();

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
                        from -> past.apply(from).resolution().at()),
                field(
                        "by",
                        "Who recorded it.",
                        TEXT,
                        from -> past.apply(from).resolution().by()),
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
                        from -> past.apply(from).resolution().reason()),
                field(
                        "second",
                        "The second person, where one was named.",
                        MAYBE_TEXT,
                        from -> past.apply(from).resolution().second()),
                maybe(
                        "extension",
                        "What was extended, where the decision was to extend.",
                        Nouns.EXTENSION,
                        from -> past.apply(from).resolution().closing().extension()),
                maybe(
                        "ending",
                        "What stopped, where the decision was to stop.",
                        Nouns.ENDING,
                        from -> past.apply(from).resolution().closing().ending()),
                usually(
                        "dissent",
                        "Who disagreed.",
                        list(Nouns.DISSENT),
                        List.of(),
                        from -> past.apply(from).resolution().dissents()));
    }

    private static List<Field<FollowUp, ?>> which() {
        return List.of(
                maybe(
                        "number",
                        "Which of the decision's actions it is.",
                        whole(1),
                        from -> from.action().map(action -> (long) action.id().number())),
                maybe(
                        "movedTo",
                        "The month that the action was moved to.",
                        MONTH,
                        from -> from.action()
                                .map(PastAction::due)
                                .filter(due -> !from.action()
                                        .orElseThrow()
                                        .asked()
                                        .due()
                                        .equals(due))));
    }

    private static final Shape<Answered> ANSWER = object(
            "What became of the action.",
            FollowUpFormat::unread,
            field("entry", "The record that said it.", whole(1), Answered::entry),
            field("month", "The last month that had been decided on then.", MONTH, Answered::month),
            field(
                    "outcome",
                    "How the action ended.",
                    word(Answer.Outcome.class),
                    given -> given.answer().outcome()),
            field(
                    "text",
                    "What there was to say; null where nothing was.",
                    MAYBE_TEXT,
                    given -> given.answer().text()),
            maybe("by", "Who said it.", TEXT, given -> Optional.of(given.by())));

    static final Shape<FollowUp> FOLLOW_UP = followUp();

    private static Shape<FollowUp> followUp() {
        List<Field<FollowUp, ?>> fields = new ArrayList<>();
        fields.add(entry(FollowUp::decision));
        fields.addAll(decided(FollowUp::decision));
        fields.add(field(
                "action",
                "What somebody was asked to do; null where nothing was.",
                ACTION.orNull(),
                from -> from.action().map(PastAction::asked)));
        fields.addAll(which());
        fields.add(field(
                "answer",
                "What became of the action; null where that was not said.",
                ANSWER.orNull(),
                from -> from.action().flatMap(PastAction::end)));
        fields.add(field(
                "movements",
                "Whether what the action aimed at has moved.",
                list(Movements.SHAPE),
                FollowUp::movements));
        return object("An earlier decision.", FollowUpFormat::unread, fields);
    }

    static final Shape<FollowUp> UNASKED = unasked();

    private static Shape<FollowUp> unasked() {
        List<Field<FollowUp, ?>> fields = new ArrayList<>();
        fields.add(entry(FollowUp::decision));
        fields.add(field(
                "scope",
                "The scope that it was about.",
                SCOPE,
                from -> from.decision().scope()));
        fields.addAll(decided(FollowUp::decision));
        fields.add(field(
                "action",
                "What somebody was asked to do.",
                ACTION,
                from -> from.action().orElseThrow().asked()));
        fields.addAll(which());
        return object("An earlier decision whose action has no answer.", FollowUpFormat::unread, fields);
    }

    private static final Field<Stopped, Long> STOPPED_BY =
            field("entry", "The decision that stopped it.", whole(1), Stopped::entry);
    private static final Field<Stopped, YearMonth> STOPPED_IN =
            field("month", "The month that was decided on.", MONTH, Stopped::month);

    static final Shape<Stopped> STOPPED = object(
            "Since when the committee has had the scope stopped.",
            read -> made(read, () -> new Stopped(read.get(STOPPED_BY), read.get(STOPPED_IN))),
            STOPPED_BY,
            STOPPED_IN);

    /** A document says of a decision what its readers ask; the whole of it stands in the ledger, and is read there. */
    @SuppressWarnings("UnusedVariable") // whatever was read
    private static <R> Optional<R> unread(Read<R> read) {
        return Optional.empty();
    }

    private FollowUpFormat() {}
}
