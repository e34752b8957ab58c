package dev.roi.core.json;

import static dev.roi.core.format.Field.field;
import static dev.roi.core.format.Field.maybe;
import static dev.roi.core.format.Field.usually;
import static dev.roi.core.format.Shape.document;
import static dev.roi.core.format.Shape.list;
import static dev.roi.core.format.Shape.map;
import static dev.roi.core.format.Shape.object;
import static dev.roi.core.format.Shape.whole;
import static dev.roi.core.format.Shape.word;
import static dev.roi.core.json.Nouns.ACTION;
import static dev.roi.core.json.Nouns.DECISION;
import static dev.roi.core.json.Nouns.HASH;
import static dev.roi.core.json.Nouns.LANGUAGE;
import static dev.roi.core.json.Nouns.LEVER;
import static dev.roi.core.json.Nouns.MOMENT;
import static dev.roi.core.json.Nouns.MONTH;
import static dev.roi.core.json.Nouns.POLICY;
import static dev.roi.core.json.Nouns.SCOPE;
import static dev.roi.core.json.Nouns.TEXT;
import static dev.roi.core.json.Nouns.made;
import static java.util.Objects.requireNonNull;

import dev.roi.core.ActionId;
import dev.roi.core.ActionUpdate;
import dev.roi.core.Answer;
import dev.roi.core.Basis;
import dev.roi.core.Closing;
import dev.roi.core.Closing.Adjustment;
import dev.roi.core.Closing.Ending;
import dev.roi.core.Closing.Extension;
import dev.roi.core.Closing.Maintenance;
import dev.roi.core.Closing.Unclosed;
import dev.roi.core.Decision;
import dev.roi.core.DecisionRecord;
import dev.roi.core.Dissent;
import dev.roi.core.FollowUp;
import dev.roi.core.Hash;
import dev.roi.core.InputFault;
import dev.roi.core.Language;
import dev.roi.core.LeverId;
import dev.roi.core.Message;
import dev.roi.core.MonthAction;
import dev.roi.core.PolicyRef;
import dev.roi.core.Quoted;
import dev.roi.core.Resolution;
import dev.roi.core.Scope;
import dev.roi.core.format.Cursor;
import dev.roi.core.format.Field;
import dev.roi.core.format.Format;
import dev.roi.core.format.Objection;
import dev.roi.core.format.Read;
import dev.roi.core.format.Shape;
import dev.roi.core.format.Spot;
import dev.roi.core.format.Text;
import dev.roi.core.json.LedgerEntry.OfAction;
import dev.roi.core.json.LedgerEntry.OfDecision;
import dev.roi.core.json.LedgerEntry.OfPolicy;
import dev.roi.core.json.LedgerEntry.OfTorn;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The entries of a ledger: {@code roi-decision/2}, {@code roi-decision-action/1}, {@code roi-decision-policy/1} and {@code
 * roi-decision-torn/1}; and {@code roi-decision/1}, which decisions had before anything had to close them.
 */
final class LedgerFormat {

    private static final String DECIDED = "roi-decision/2";
    private static final String DECIDED_FIRST = "roi-decision/1";
    private static final String SAID_OF_ACTION = "roi-decision-action/1";
    private static final String KEPT = "roi-decision-policy/1";
    private static final String TORN = "roi-decision-torn/1";

    private static final Field<LedgerEntry, Long> NUMBER =
            field("entry", "Its number in the ledger, from 1, without gaps.", whole(1), LedgerEntry::number);
    private static final Field<LedgerEntry, Optional<Hash>> PREVIOUS = field(
            "previous", "The hash of the entry before it; null for the first.", HASH.orNull(), LedgerEntry::previous);

    // what became of actions

    private static final Field<Answer, Long> ANSWERED = field(
            "entry",
            "The decision that asked for the action.",
            whole(1),
            answer -> answer.action().entry());
    private static final Field<Answer, Integer> WHICH = usually(
            "number",
            "Which of the actions of that decision it is; 1 unless said.",
            whole(1, Integer.MAX_VALUE).as(Long::intValue, Integer::longValue),
            1,
            answer -> answer.action().number());
    private static final Field<Answer, Answer.Outcome> OUTCOME =
            field("outcome", "How it went.", word(Answer.Outcome.class), Answer::outcome);
    private static final Field<Answer, Answer.Outcome> ENDED = field(
            "outcome", "How it ended.", word(List.of(Answer.Outcome.DONE, Answer.Outcome.DROPPED)), Answer::outcome);
    private static final Field<Answer, String> TOLD =
            field("text", "What there is to say.", TEXT, answer -> answer.text().orElseThrow());
    private static final Field<Answer, Optional<String>> MAY_TELL =
            maybe("text", "What there is to say.", TEXT, Answer::text);
    private static final Field<Answer, Optional<YearMonth>> MOVED_TO =
            maybe("due", "The month that it was moved to.", MONTH, Answer::due);
    private static final Field<Answer, List<FollowUp.Movement>> MOVEMENTS = usually(
            "movements",
            "Whether what the action aimed at had moved by then, where somebody looked.",
            list(Movements.SHAPE),
            List.of(),
            Answer::movements);

    private static final Shape<Answer> ANSWER = object(
            "What became of an action.",
            read -> made(
                    read,
                    () -> new Answer(
                            new ActionId(read.get(ANSWERED), read.get(WHICH)),
                            read.get(OUTCOME),
                            read.get(MAY_TELL),
                            read.get(MOVED_TO),
                            read.get(MOVEMENTS))),
            ANSWERED,
            WHICH,
            OUTCOME,
            MAY_TELL,
            MOVED_TO,
            MOVEMENTS);

    private static final Shape<Answer> FIRST_ANSWER = object(
            "An answer.",
            read -> made(read, () -> Answer.of(ActionId.of(read.get(ANSWERED)), read.get(ENDED), read.get(TOLD))),
            ANSWERED,
            ENDED,
            TOLD);

    // decisions

    private static final Field<LedgerEntry, Scope> OF_SCOPE =
            field("scope", "What was reviewed.", SCOPE, basis(Basis::scope));
    private static final Field<LedgerEntry, YearMonth> REVIEWED =
            field("month", "The month that was reviewed.", MONTH, basis(Basis::month));
    private static final Field<LedgerEntry, Decision> RECOMMENDED =
            field("recommended", "What was recommended.", DECISION, basis(Basis::recommended));
    private static final Field<LedgerEntry, String> HEADLINE =
            field("headline", "The recommendation and its first reason.", TEXT, basis(Basis::headline));
    private static final Field<LedgerEntry, Decision> TAKEN =
            field("decision", "What was decided.", DECISION, record(DecisionRecord::decision));
    private static final Field<LedgerEntry, Instant> AT =
            field("at", "When, in UTC.", MOMENT, resolution(Resolution::at));
    private static final Field<LedgerEntry, String> BY = field(
            "by",
            "Who recorded it for the committee.",
            TEXT.also("minLength", 1).also("maxLength", DecisionRecord.MOST_NAME_CHARACTERS),
            resolution(Resolution::by));
    private static final Field<LedgerEntry, Optional<String>> REASON = field(
            "reason",
            "Why; there where the decision is not the recommended one, or is to maintain.",
            TEXT.orNull(),
            resolution(Resolution::reason));
    private static final Field<LedgerEntry, Optional<String>> SECOND = field(
            "second",
            "Another person who stands for the decision; there where it is not the recommended one.",
            TEXT.orNull(),
            resolution(Resolution::second));
    private static final Field<LedgerEntry, Optional<String>> COMMITTEE =
            maybe("committee", "Which committee, where there are several.", TEXT, resolution(Resolution::committee));
    private static final Field<LedgerEntry, List<String>> PRESENT =
            usually("present", "Who else was there.", list(TEXT), List.of(), resolution(Resolution::present));
    private static final Field<LedgerEntry, List<Dissent>> DISSENTS =
            usually("dissent", "Who disagreed.", list(Nouns.DISSENT), List.of(), resolution(Resolution::dissents));
    private static final Field<LedgerEntry, List<LeverId>> LEVERS = usually(
            "levers",
            "What an adjustment acts on.",
            list(LEVER),
            List.of(),
            resolution(from -> from.closing().levers()));
    private static final Field<LedgerEntry, Optional<Extension>> EXTENSION = maybe(
            "extension",
            "What is extended.",
            Nouns.EXTENSION,
            resolution(from -> from.closing().extension()));
    private static final Field<LedgerEntry, Optional<Ending>> ENDING = maybe(
            "ending",
            "What stops.",
            Nouns.ENDING,
            resolution(from -> from.closing().ending()));
    private static final Field<LedgerEntry, List<MonthAction>> ASKED =
            field("actions", "What people were asked to do.", list(ACTION), record(DecisionRecord::actions));
    private static final Field<LedgerEntry, List<Answer>> ANSWERS = field(
            "answers",
            "What became of earlier actions of the same scope.",
            list(ANSWER),
            record(DecisionRecord::answers));
    private static final Field<LedgerEntry, Optional<MonthAction>> FIRST_ASKED = field(
            "action",
            "What somebody was asked to do; null where nothing was.",
            ACTION.orNull(),
            record(from -> from.actions().stream().findFirst()));
    private static final Field<LedgerEntry, List<Answer>> FIRST_ANSWERS = field(
            "answers",
            "What became of earlier actions of the same scope.",
            list(FIRST_ANSWER),
            record(DecisionRecord::answers));
    private static final Field<LedgerEntry, String> LIBRARY =
            field("library", "The version of the library that reviewed.", TEXT, basis(Basis::library));
    private static final Field<LedgerEntry, Language> IN_LANGUAGE =
            field("language", "The language of the review.", LANGUAGE, basis(Basis::language));
    private static final Field<LedgerEntry, PolicyRef> WITH_POLICY =
            field("policy", "The policy that the review was made with.", POLICY, basis(Basis::policy));
    private static final Field<LedgerEntry, Long> POLICY_ENTRY = field(
            "policyEntry",
            "The entry that keeps the policy.",
            whole(1),
            entry -> decision(entry).policyEntry());
    private static final Field<LedgerEntry, String> REVIEW =
            field("review", "The review.", document(ReviewFormat.REVIEW, Json::line), basis(Basis::review));
    private static final Field<LedgerEntry, String> SCORECARD = field(
            "scorecard", "What was reviewed.", document(ScorecardFormat.WRITTEN, Json::line), basis(Basis::scorecard));

    /** A decision, and what it rests on. */
    static final Format<LedgerEntry> DECISION_FORMAT = format(
            DECIDED,
            "Decision",
            "What a committee decided on one scope and month, and what it had before it: one line of a ledger. Keys may be "
                    + "added.",
            read -> closing(read).map(closing -> decision(read, closing, read.get(ASKED), read.get(ANSWERS))),
            List.of(COMMITTEE, PRESENT, DISSENTS, LEVERS, EXTENSION, ENDING),
            OF_SCOPE,
            REVIEWED,
            RECOMMENDED,
            HEADLINE,
            TAKEN,
            AT,
            BY,
            REASON,
            SECOND,
            COMMITTEE,
            PRESENT,
            DISSENTS,
            LEVERS,
            EXTENSION,
            ENDING,
            ASKED,
            ANSWERS,
            LIBRARY,
            IN_LANGUAGE,
            WITH_POLICY,
            POLICY_ENTRY,
            REVIEW,
            SCORECARD);

    /** A decision from before anything had to close it. */
    static final Format<LedgerEntry> FIRST_DECISION_FORMAT = format(
            DECIDED_FIRST,
            "Decision, first format",
            "What a committee decided on one scope and month, and what it had before it: one line of a ledger, as it was "
                    + "written before `roi-decision/2`. Keys may be added.",
            read -> Optional.of(decision(
                    read,
                    new Unclosed(read.get(TAKEN)),
                    read.get(FIRST_ASKED).stream().toList(),
                    read.get(FIRST_ANSWERS))),
            List.of(),
            OF_SCOPE,
            REVIEWED,
            RECOMMENDED,
            HEADLINE,
            TAKEN,
            AT,
            BY,
            REASON,
            SECOND,
            FIRST_ASKED,
            FIRST_ANSWERS,
            LIBRARY,
            IN_LANGUAGE,
            WITH_POLICY,
            POLICY_ENTRY,
            REVIEW,
            SCORECARD);

    private static LedgerEntry.Content decision(
            Read<LedgerEntry> read, Closing closing, List<MonthAction> actions, List<Answer> answers) {
        Basis basis = new Basis(
                read.get(OF_SCOPE),
                read.get(REVIEWED),
                read.get(IN_LANGUAGE),
                read.get(WITH_POLICY),
                read.get(LIBRARY),
                read.get(RECOMMENDED),
                read.get(HEADLINE),
                read.get(REVIEW),
                read.get(SCORECARD));
        boolean isFirst = closing instanceof Unclosed;
        Resolution resolution = new Resolution(
                closing,
                read.get(AT),
                read.get(BY),
                read.get(REASON),
                read.get(SECOND),
                isFirst ? Optional.empty() : read.get(COMMITTEE),
                isFirst ? List.of() : read.get(PRESENT),
                isFirst ? List.of() : read.get(DISSENTS));
        return new OfDecision(new DecisionRecord(basis, resolution, actions, answers), read.get(POLICY_ENTRY));
    }

    private static Optional<? extends Closing> closing(Read<LedgerEntry> read) {
        return switch (read.get(TAKEN)) {
            case MAINTAIN -> Optional.of(new Maintenance());
            case ADJUST -> Optional.of(new Adjustment(read.get(LEVERS)));
            case EXTEND -> given(read, EXTENSION);
            case STOP -> given(read, ENDING);
        };
    }

    private static <C extends Closing> Optional<C> given(
            Read<LedgerEntry> read, Field<LedgerEntry, Optional<C>> field) {
        Optional<C> closing = read.get(field);
        if (closing.isEmpty()) {
            read.object(DocumentObjections.objection(
                    InputFault.WRONG_TYPE, Message.of("the decision has no %s", Quoted.of(field.key()))));
        }
        return closing;
    }

    private static OfDecision decision(LedgerEntry entry) {
        return (OfDecision) entry.content();
    }

    private static <T> Function<LedgerEntry, T> record(Function<DecisionRecord, T> value) {
        return entry -> value.apply(decision(entry).record());
    }

    private static <T> Function<LedgerEntry, T> resolution(Function<Resolution, T> value) {
        return record(record -> value.apply(record.resolution()));
    }

    private static <T> Function<LedgerEntry, T> basis(Function<Basis, T> value) {
        return record(record -> value.apply(record.basis()));
    }

    // what became of an action, without a decision

    private static final Field<LedgerEntry, Scope> SCOPE_OF_ACTION =
            field("scope", "What the action was decided on.", SCOPE, update(ActionUpdate::scope));
    private static final Field<LedgerEntry, Instant> SAID_AT =
            field("at", "When it was said, in UTC.", MOMENT, update(ActionUpdate::at));
    private static final Field<LedgerEntry, String> SAID_BY =
            field("by", "Who recorded it.", TEXT, update(ActionUpdate::by));
    private static final Field<LedgerEntry, Answer> UPDATE =
            field("answer", "What became of the action.", ANSWER, update(ActionUpdate::answer));

    /** What became of an action. */
    static final Format<LedgerEntry> ACTION_FORMAT = format(
            SAID_OF_ACTION,
            "What became of an action",
            "What became of an action, said without a new decision: one line of a ledger. Keys may be added.",
            read -> Optional.of(new OfAction(new ActionUpdate(
                    read.get(SCOPE_OF_ACTION), read.get(SAID_AT), read.get(SAID_BY), read.get(UPDATE)))),
            List.of(),
            SCOPE_OF_ACTION,
            SAID_AT,
            SAID_BY,
            UPDATE);

    private static <T> Function<LedgerEntry, T> update(Function<ActionUpdate, T> value) {
        return entry -> value.apply(((OfAction) entry.content()).update());
    }

    // policies, and what is torn

    private static final Field<LedgerEntry, PolicyRef> KEPT_POLICY =
            field("policy", "Which policy it is.", POLICY, entry -> ((OfPolicy) entry.content()).policy());
    private static final Field<LedgerEntry, Map<String, String>> FILES = field(
            "files",
            "The texts of its files by their path, its scenarios aside.",
            map(TEXT, TEXT),
            entry -> ((OfPolicy) entry.content()).files());

    /** A policy that decisions were made with. */
    static final Format<LedgerEntry> POLICY_FORMAT = format(
            KEPT,
            "Policy of decisions",
            "A policy, kept once for all decisions that were made with it: one line of a ledger. Keys may be added.",
            read -> Optional.of(OfPolicy.of(read.get(KEPT_POLICY), read.get(FILES))),
            List.of(),
            KEPT_POLICY,
            FILES);

    private static final Field<LedgerEntry, Hash> TORN_HASH = field(
            "torn",
            "SHA-256 of those bytes, up to and with the line feed before this entry.",
            HASH,
            entry -> ((OfTorn) entry.content()).hash());
    private static final Field<LedgerEntry, Long> TORN_BYTES =
            field("bytes", "How many there are.", whole(1), entry -> ((OfTorn) entry.content()).bytes());

    /** The mark of a torn line. */
    static final Format<LedgerEntry> TORN_FORMAT = format(
            TORN,
            "Torn line",
            "The mark of bytes before it that are no entry: somebody was stopped while writing, before anything was "
                    + "acknowledged.",
            read -> Optional.of(new OfTorn(read.get(TORN_HASH), read.get(TORN_BYTES))),
            List.of(),
            TORN_HASH,
            TORN_BYTES);

    private LedgerFormat() {}

    /** An entry ends with its hash, which is there only once the rest is written: {@link LedgerLine} writes it. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    private static Format<LedgerEntry> format(
            String name,
            String title,
            String means,
            Function<Read<LedgerEntry>, Optional<? extends LedgerEntry.Content>> content,
            List<Field<LedgerEntry, ?>> optional,
            Field<LedgerEntry, ?>... fields) {
        Field<LedgerEntry, Optional<Hash>> hash = Field.maybe(
                "hash",
                "SHA-256 of every byte of the line before `,\"hash\":`. The last key.",
                HASH,
                entry -> Optional.empty());
        List<Field<LedgerEntry, ?>> all = new ArrayList<>(List.of(Format.says(name), NUMBER, PREVIOUS));
        all.addAll(List.of(fields));
        all.add(hash);
        List<String> keys = all.stream()
                .filter(one -> !optional.contains(one))
                .<String>map(Field::key)
                .toList();
        return Format.growing(
                name,
                title,
                object(
                                means,
                                read -> made(
                                                read,
                                                () -> content.apply(read)
                                                        .map(said -> new LedgerEntry(
                                                                read.get(NUMBER), read.get(PREVIOUS), said)))
                                        .flatMap(entry -> entry),
                                all)
                        .also("required", keys));
    }

    /** Writes an entry on one line, without its hash. */
    static String line(LedgerEntry entry) {
        Format<LedgerEntry> format = entry.content()
                .fold(
                        decision -> decision.record().resolution().closing() instanceof Unclosed
                                ? FIRST_DECISION_FORMAT
                                : DECISION_FORMAT,
                        policy -> POLICY_FORMAT,
                        action -> ACTION_FORMAT,
                        torn -> TORN_FORMAT);
        return JsonSink.line(to -> format.write(entry, to));
    }

    private static final Map<String, Format<LedgerEntry>> FORMATS = Map.of(
            DECIDED,
            DECISION_FORMAT,
            DECIDED_FIRST,
            FIRST_DECISION_FORMAT,
            KEPT,
            POLICY_FORMAT,
            SAID_OF_ACTION,
            ACTION_FORMAT,
            TORN,
            TORN_FORMAT);

    private static final Field<String, String> SAYS = field("format", "Which kind of entry it is.", TEXT);

    private static final Shape<String> KIND = object("An entry of a ledger.", LedgerFormat::kind, SAYS);

    private static Optional<String> kind(Read<String> read) {
        Optional<String> kind = read.find(SAYS);
        kind.filter(name -> !FORMATS.containsKey(name))
                .ifPresent(name -> read.object(
                        SAYS,
                        DocumentObjections.objection(
                                InputFault.WRONG_FORMAT, Message.of("%s is no format of an entry", Quoted.of(name)))));
        return kind;
    }

    /** Reads an entry; keys that later versions add are let be. */
    static LedgerEntry read(Node root) {
        Faults faults = new Faults();
        Strict objections = new Strict(faults);
        Optional<String> kind = KIND.read(root, objections);
        faults.throwIfAny();
        Optional<LedgerEntry> entry =
                requireNonNull(FORMATS.get(kind.orElseThrow())).read(root, objections);
        faults.throwIfAny();
        return entry.orElseThrow();
    }

    /** What is said of an entry that no version would have written: for whoever looks into it, without help. */
    private static final class Strict extends LaterKeys {

        Strict(Faults faults) {
            super(faults);
        }

        private static Objection plainly(Objection objection) {
            return new Objection(InputFault.WRONG_TYPE.code(), objection.message());
        }

        @Override
        protected Objection unfit(Cursor value, Shape<?> wanted) {
            return plainly(super.unfit(value, wanted));
        }

        @Override
        protected Objection unlike(String text, Spot at, Text<?> wanted) {
            return plainly(
                    wanted.words().isEmpty()
                            ? super.unlike(text, at, wanted)
                            : DocumentObjections.objection(
                                    InputFault.WRONG_TYPE,
                                    Message.of("%s is no word that may stand there", Quoted.of(text))));
        }

        @Override
        protected Optional<Objection> missing(Field<?, ?> field, boolean isMisspelt) {
            return super.missing(field, isMisspelt).map(Strict::plainly);
        }
    }
}
