package dev.roi.core.json;

import static dev.roi.core.format.Field.field;
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
import static dev.roi.core.json.Nouns.MOMENT;
import static dev.roi.core.json.Nouns.MONTH;
import static dev.roi.core.json.Nouns.POLICY;
import static dev.roi.core.json.Nouns.SCOPE;
import static dev.roi.core.json.Nouns.TEXT;
import static dev.roi.core.json.Nouns.made;

import dev.roi.core.Answer;
import dev.roi.core.Basis;
import dev.roi.core.Decision;
import dev.roi.core.DecisionRecord;
import dev.roi.core.Hash;
import dev.roi.core.InputFault;
import dev.roi.core.Language;
import dev.roi.core.MonthAction;
import dev.roi.core.PolicyRef;
import dev.roi.core.Quoted;
import dev.roi.core.Scope;
import dev.roi.core.format.Cursor;
import dev.roi.core.format.Field;
import dev.roi.core.format.Format;
import dev.roi.core.format.Objection;
import dev.roi.core.format.Read;
import dev.roi.core.format.Shape;
import dev.roi.core.format.Spot;
import dev.roi.core.format.Text;
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

/** The entries of a ledger: {@code roi-decision/1}, {@code roi-decision-policy/1} and {@code roi-decision-torn/1}. */
final class LedgerFormat {

    private static final String DECIDED = "roi-decision/1";
    private static final String KEPT = "roi-decision-policy/1";
    private static final String TORN = "roi-decision-torn/1";

    private static final Field<LedgerEntry, Long> NUMBER =
            field("entry", "Its number in the ledger, from 1, without gaps.", whole(1), LedgerEntry::number);
    private static final Field<LedgerEntry, Optional<Hash>> PREVIOUS = field(
            "previous", "The hash of the entry before it; null for the first.", HASH.orNull(), LedgerEntry::previous);

    private static final Field<Answer, Long> ANSWERED =
            field("entry", "The decision that asked for the action.", whole(1), Answer::entry);
    private static final Field<Answer, Answer.Outcome> OUTCOME =
            field("outcome", "How it ended.", word(Answer.Outcome.class), Answer::outcome);
    private static final Field<Answer, String> SAID = field("text", "What there is to say.", TEXT, Answer::text);

    private static final Shape<Answer> ANSWER = object(
            "An answer.",
            read -> made(read, () -> new Answer(read.get(ANSWERED), read.get(OUTCOME), read.get(SAID))),
            ANSWERED,
            OUTCOME,
            SAID);

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
            field("at", "When, in UTC.", MOMENT, record(DecisionRecord::at));
    private static final Field<LedgerEntry, String> BY = field(
            "by",
            "Who recorded it for the committee.",
            TEXT.also("minLength", 1).also("maxLength", DecisionRecord.MOST_NAME_CHARACTERS),
            record(DecisionRecord::by));
    private static final Field<LedgerEntry, Optional<String>> REASON = field(
            "reason",
            "Why; there where the decision is not the recommended one.",
            TEXT.orNull(),
            record(DecisionRecord::reason));
    private static final Field<LedgerEntry, Optional<String>> SECOND = field(
            "second",
            "Another person who stands for the decision; there where it is not the recommended one.",
            TEXT.orNull(),
            record(DecisionRecord::second));
    private static final Field<LedgerEntry, Optional<MonthAction>> ASKED = field(
            "action",
            "What somebody was asked to do; null where nothing was.",
            ACTION.orNull(),
            record(DecisionRecord::action));
    private static final Field<LedgerEntry, List<Answer>> ANSWERS = field(
            "answers",
            "What became of earlier actions of the same scope.",
            list(ANSWER),
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
            LedgerFormat::decision,
            OF_SCOPE,
            REVIEWED,
            RECOMMENDED,
            HEADLINE,
            TAKEN,
            AT,
            BY,
            REASON,
            SECOND,
            ASKED,
            ANSWERS,
            LIBRARY,
            IN_LANGUAGE,
            WITH_POLICY,
            POLICY_ENTRY,
            REVIEW,
            SCORECARD);

    private static LedgerEntry.Content decision(Read<LedgerEntry> read) {
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
        return new OfDecision(
                new DecisionRecord(
                        basis,
                        read.get(TAKEN),
                        read.get(AT),
                        read.get(BY),
                        read.get(REASON),
                        read.get(SECOND),
                        read.get(ASKED),
                        read.get(ANSWERS)),
                read.get(POLICY_ENTRY));
    }

    private static OfDecision decision(LedgerEntry entry) {
        return (OfDecision) entry.content();
    }

    private static <T> Function<LedgerEntry, T> record(Function<DecisionRecord, T> value) {
        return entry -> value.apply(decision(entry).record());
    }

    private static <T> Function<LedgerEntry, T> basis(Function<Basis, T> value) {
        return record(record -> value.apply(record.basis()));
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
            read -> OfPolicy.of(read.get(KEPT_POLICY), read.get(FILES)),
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
            read -> new OfTorn(read.get(TORN_HASH), read.get(TORN_BYTES)),
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
            Function<Read<LedgerEntry>, LedgerEntry.Content> content,
            Field<LedgerEntry, ?>... fields) {
        Field<LedgerEntry, Optional<Hash>> hash = Field.maybe(
                "hash",
                "SHA-256 of every byte of the line before `,\"hash\":`. The last key.",
                HASH,
                entry -> Optional.empty());
        List<Field<LedgerEntry, ?>> all = new ArrayList<>(List.of(Format.says(name), NUMBER, PREVIOUS));
        all.addAll(List.of(fields));
        all.add(hash);
        List<String> keys = all.stream().<String>map(Field::key).toList();
        return Format.growing(
                name,
                title,
                object(
                                means,
                                read -> made(
                                        read,
                                        () -> new LedgerEntry(
                                                read.get(NUMBER), read.get(PREVIOUS), content.apply(read))),
                                all)
                        .also("required", keys));
    }

    /** Writes an entry on one line, without its hash. */
    static String line(LedgerEntry entry) {
        Format<LedgerEntry> format =
                entry.content().fold(decision -> DECISION_FORMAT, policy -> POLICY_FORMAT, torn -> TORN_FORMAT);
        return JsonSink.line(to -> format.write(entry, to));
    }

    private static final Field<String, String> SAYS = field("format", "Which kind of entry it is.", TEXT);

    private static final Shape<String> KIND = object("An entry of a ledger.", LedgerFormat::kind, SAYS);

    private static Optional<String> kind(Read<String> read) {
        Optional<String> kind = read.find(SAYS);
        kind.filter(name -> !List.of(DECIDED, KEPT, TORN).contains(name))
                .ifPresent(name -> read.object(
                        SAYS,
                        DocumentObjections.objection(
                                InputFault.WRONG_FORMAT, "%s is no format of an entry".formatted(Quoted.of(name)))));
        return kind;
    }

    /** Reads an entry; keys that later versions add are let be. */
    static LedgerEntry read(Node root) {
        Faults faults = new Faults();
        Strict objections = new Strict(faults);
        Optional<String> kind = KIND.read(root, objections);
        faults.throwIfAny();
        Optional<LedgerEntry> entry = switch (kind.orElseThrow()) {
            case DECIDED -> DECISION_FORMAT.read(root, objections);
            case KEPT -> POLICY_FORMAT.read(root, objections);
            default -> TORN_FORMAT.read(root, objections);
        };
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
                                    "%s is no word that may stand there".formatted(Quoted.of(text))));
        }

        @Override
        protected Optional<Objection> missing(Field<?, ?> field, boolean isMisspelt) {
            return super.missing(field, isMisspelt).map(Strict::plainly);
        }
    }
}
