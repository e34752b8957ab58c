package dev.roi.core.json;

import static dev.roi.core.format.Field.field;
import static dev.roi.core.format.Shape.list;
import static dev.roi.core.format.Shape.number;
import static dev.roi.core.format.Shape.object;
import static dev.roi.core.format.Shape.whole;
import static dev.roi.core.format.Shape.word;
import static dev.roi.core.json.Nouns.ACTION;
import static dev.roi.core.json.Nouns.DECISION;
import static dev.roi.core.json.Nouns.INDICATOR;
import static dev.roi.core.json.Nouns.MOMENT;
import static dev.roi.core.json.Nouns.MONTH;
import static dev.roi.core.json.Nouns.SCOPE;
import static dev.roi.core.json.Nouns.TEXT;
import static dev.roi.core.json.Nouns.UNIT;
import static dev.roi.core.json.Nouns.made;

import dev.roi.core.Answer;
import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.FollowUp;
import dev.roi.core.FollowUp.Movement;
import dev.roi.core.IndicatorId;
import dev.roi.core.MonthAction;
import dev.roi.core.PastDecision;
import dev.roi.core.PastDecision.Answered;
import dev.roi.core.Scope;
import dev.roi.core.Unit;
import dev.roi.core.format.Field;
import dev.roi.core.format.Read;
import dev.roi.core.format.Shape;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Earlier decisions, and what became of them. */
final class FollowUpFormat {

    private static final Shape<Optional<String>> MAYBE_TEXT = TEXT.orNull();
    private static final Shape<Optional<Exact>> MAYBE_NUMBER = number().orNull();

    /** What is said of an earlier decision, wherever that is. */
    private static final class Past<R> {

        private final Field<R, Long> entry;
        private final Field<R, YearMonth> month;
        private final Field<R, Instant> at;
        private final Field<R, String> by;
        private final Field<R, Decision> recommended;
        private final Field<R, Decision> decision;
        private final Field<R, Optional<String>> reason;
        private final Field<R, Optional<String>> second;
        private final Field<R, Scope> scope;

        Past(Function<R, PastDecision> past) {
            entry = field("entry", "Its number in its ledger.", whole(1), of(past, PastDecision::entry));
            month = field("month", "The month that was decided on.", MONTH, of(past, PastDecision::month));
            at = field("at", "When it was decided.", MOMENT, of(past, PastDecision::at));
            by = field("by", "Who recorded it.", TEXT, of(past, PastDecision::by));
            recommended = field("recommended", "What was recommended.", DECISION, of(past, PastDecision::recommended));
            decision = field("decision", "What was decided.", DECISION, of(past, PastDecision::decision));
            reason = field("reason", "Why, where that was said.", MAYBE_TEXT, of(past, PastDecision::reason));
            second = field(
                    "second", "The second person, where one was named.", MAYBE_TEXT, of(past, PastDecision::second));
            scope = field("scope", "The scope that it was about.", SCOPE, of(past, PastDecision::scope));
        }

        private static <R, T> Function<R, T> of(Function<R, PastDecision> past, Function<PastDecision, T> value) {
            return past.andThen(value);
        }

        List<Field<R, ?>> decided() {
            return List.of(month, at, by, recommended, decision, reason, second);
        }

        PastDecision read(Read<R> read, Optional<MonthAction> action, Optional<Answered> answer) {
            return new PastDecision(
                    read.get(entry),
                    read.get(scope),
                    read.get(month),
                    read.get(at),
                    read.get(by),
                    read.get(recommended),
                    read.get(decision),
                    read.get(reason),
                    read.get(second),
                    action,
                    answer);
        }
    }

    // answers

    private static final Field<Answered, Long> ANSWERING =
            field("entry", "The record that said it.", whole(1), Answered::entry);
    private static final Field<Answered, YearMonth> ANSWERED_IN =
            field("month", "The month that record decided on.", MONTH, Answered::month);
    private static final Field<Answered, Answer.Outcome> OUTCOME =
            field("outcome", "How the action ended.", word(Answer.Outcome.class), Answered::outcome);
    private static final Field<Answered, String> SAID =
            field("text", "What there was to say.", TEXT, Answered::text);

    private static final Shape<Answered> ANSWER = object(
            "What became of the action.",
            read -> made(
                    read,
                    () -> new Answered(read.get(ANSWERING), read.get(ANSWERED_IN), read.get(OUTCOME), read.get(SAID))),
            ANSWERING,
            ANSWERED_IN,
            OUTCOME,
            SAID);

    // movements

    private static final Field<Movement, IndicatorId> MOVED =
            field("indicator", "The indicator.", INDICATOR, Movement::indicator);
    private static final Field<Movement, String> NAME = field("name", "What people call it.", TEXT, Movement::name);
    private static final Field<Movement, FollowUp.Course> COURSE =
            field("course", "Where it went, beyond its tolerance.", word(FollowUp.Course.class), Movement::course);
    private static final Field<Movement, Optional<Exact>> BEFORE = field(
            "before",
            "Its value in the month that was decided on; null where not known.",
            MAYBE_NUMBER,
            Movement::before);
    private static final Field<Movement, Optional<Exact>> NOW =
            field("now", "Its value in the reviewed month; null where not known.", MAYBE_NUMBER, Movement::now);
    private static final Field<Movement, Optional<Unit>> COUNTING = field(
            "unit",
            "What the values count; null where the policy no longer has the indicator.",
            UNIT.orNull(),
            Movement::unit);
    private static final Field<Movement, String> BEFORE_TEXT =
            field("beforeText", "The earlier value in words.", TEXT, Movement::beforeText);
    private static final Field<Movement, String> NOW_TEXT =
            field("nowText", "The value in words.", TEXT, Movement::nowText);

    private static final Shape<Movement> MOVEMENT = object(
            "An indicator that the action aimed at.",
            read -> made(
                    read,
                    () -> new Movement(
                            read.get(MOVED),
                            read.get(NAME),
                            read.get(COURSE),
                            read.get(BEFORE),
                            read.get(NOW),
                            read.get(COUNTING),
                            read.get(BEFORE_TEXT),
                            read.get(NOW_TEXT))),
            MOVED,
            NAME,
            COURSE,
            BEFORE,
            NOW,
            COUNTING,
            BEFORE_TEXT,
            NOW_TEXT);

    // decisions

    private static final Past<FollowUp> FOLLOWED = new Past<>(FollowUp::decision);
    private static final Field<FollowUp, Optional<MonthAction>> ASKED = field(
            "action",
            "What somebody was asked to do; null where nothing was.",
            ACTION.orNull(),
            from -> from.decision().action());
    private static final Field<FollowUp, Optional<Answered>> BECAME = field(
            "answer",
            "What became of the action; null where that was not said.",
            ANSWER.orNull(),
            from -> from.decision().answer());
    private static final Field<FollowUp, List<Movement>> MOVEMENTS = field(
            "movements", "Whether what the action aimed at has moved.", list(MOVEMENT), FollowUp::movements);

    static final Shape<FollowUp> FOLLOW_UP = object(
            "An earlier decision.",
            read -> made(
                    read,
                    () -> new FollowUp(
                            FOLLOWED.read(read, read.get(ASKED), read.get(BECAME)), read.get(MOVEMENTS))),
            in(List.of(FOLLOWED.entry), FOLLOWED.decided(), List.of(ASKED, BECAME, MOVEMENTS, FOLLOWED.scope)));

    private static final Past<PastDecision> OPEN = new Past<>(past -> past);
    private static final Field<PastDecision, MonthAction> STILL_ASKED = field(
            "action",
            "What somebody was asked to do.",
            ACTION,
            past -> past.action().orElseThrow());

    static final Shape<PastDecision> UNASKED = object(
            "An earlier decision whose action has no answer.",
            read -> made(read, () -> OPEN.read(read, Optional.of(read.get(STILL_ASKED)), Optional.empty())),
            in(List.of(OPEN.entry, OPEN.scope), OPEN.decided(), List.of(STILL_ASKED)));

    private static <R> List<Field<R, ?>> in(
            List<Field<R, ?>> first, List<Field<R, ?>> then, List<Field<R, ?>> last) {
        List<Field<R, ?>> all = new ArrayList<>(first);
        all.addAll(then);
        all.addAll(last);
        return all;
    }

    private FollowUpFormat() {}
}
