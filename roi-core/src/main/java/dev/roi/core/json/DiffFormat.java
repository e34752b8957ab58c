package dev.roi.core.json;

import static dev.roi.core.format.Field.field;
import static dev.roi.core.format.Shape.count;
import static dev.roi.core.format.Shape.flag;
import static dev.roi.core.format.Shape.list;
import static dev.roi.core.format.Shape.map;
import static dev.roi.core.format.Shape.number;
import static dev.roi.core.format.Shape.object;
import static dev.roi.core.format.Shape.word;
import static dev.roi.core.json.Nouns.DECISION;
import static dev.roi.core.json.Nouns.INDICATOR;
import static dev.roi.core.json.Nouns.LANGUAGE;
import static dev.roi.core.json.Nouns.LEVER;
import static dev.roi.core.json.Nouns.MONTH;
import static dev.roi.core.json.Nouns.POLICY;
import static dev.roi.core.json.Nouns.RULE;
import static dev.roi.core.json.Nouns.SCOPE;
import static dev.roi.core.json.Nouns.TEXT;
import static dev.roi.core.json.Nouns.UNIT;

import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.Fault;
import dev.roi.core.Lever;
import dev.roi.core.LeverId;
import dev.roi.core.PolicyDiff;
import dev.roi.core.PolicyDiff.Recency;
import dev.roi.core.PolicyDiff.Subject;
import dev.roi.core.Unit;
import dev.roi.core.format.Format;
import dev.roi.core.format.Shape;
import dev.roi.core.format.Text;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The comparison of two policies, {@code roi-diff/1}. */
final class DiffFormat {

    private static final Shape<Optional<String>> MAYBE_TEXT = TEXT.orNull();

    /** A change, by its id; it is only written. */
    private static final Text<Subject> CHANGE_ID =
            Text.<Subject>of(text -> Optional.empty(), Subject::toString).also("pattern", "^[a-z]+(/.+)?$");

    private static final Shape<PolicyDiff.Side> SIDE = object(
            "A policy.",
            field("id", "Its name.", TEXT, side -> side.policy().id().value()),
            field(
                    "version",
                    "Its version, as its owners write it.",
                    TEXT,
                    side -> side.policy().version()),
            field(
                    "fingerprint",
                    "What it decides.",
                    Nouns.FINGERPRINT,
                    side -> side.policy().fingerprint()),
            field("title", "What it is about.", TEXT, PolicyDiff.Side::title));

    private static final Shape<PolicyDiff.Aspect> ASPECT = object(
            "One thing about it.",
            field("name", "What it is, mostly a key of the policy's files.", TEXT, PolicyDiff.Aspect::name),
            field("before", "How it was; null where there was none.", MAYBE_TEXT, PolicyDiff.Aspect::before),
            field("after", "How it is; null where there is none.", MAYBE_TEXT, PolicyDiff.Aspect::after),
            field(
                    "beforeInWords",
                    "How it was, as a reader of the catalogue sees it; null where there was none.",
                    MAYBE_TEXT,
                    PolicyDiff.Aspect::beforeInWords),
            field(
                    "afterInWords",
                    "How it is, as a reader of the catalogue sees it; null where there is none.",
                    MAYBE_TEXT,
                    PolicyDiff.Aspect::afterInWords));

    private static final Shape<PolicyDiff.Change> CHANGE = object(
                    "One change.",
                    field("id", "The change, by its id.", CHANGE_ID, PolicyDiff.Change::subject),
                    field(
                            "kind",
                            "What kind of thing is changed.",
                            word(PolicyDiff.Kind.class),
                            change -> change.subject().kind()),
                    field(
                            "name",
                            "Its name; empty for what a policy has one of.",
                            TEXT,
                            change -> change.subject().name()),
                    field(
                            "happening",
                            "What happened to it.",
                            word(PolicyDiff.Happening.class),
                            PolicyDiff.Change::happening),
                    field(
                            "decides",
                            "Whether a change of such a thing can change a decision.",
                            flag(),
                            PolicyDiff.Change::decides),
                    field(
                            "words",
                            "What people call it; empty where it has no words of its own.",
                            TEXT,
                            PolicyDiff.Change::words),
                    field(
                            "aspects",
                            "What about it is different, or what it is like where it is added or removed.",
                            list(ASPECT),
                            PolicyDiff.Change::aspects),
                    field("rules", "The rules that read it, of a threshold.", list(RULE), PolicyDiff.Change::rules))
            .named("change");

    /** How many decisions change alike, and what the scopes cost in those months. */
    private record Moved(
            PolicyDiff.Move move, int count, Map<Unit, Exact> money, Optional<PolicyDiff.Mistake> mistake) {

        static List<Moved> all(PolicyDiff.Past past) {
            return past.moves().entrySet().stream()
                    .map(move -> new Moved(
                            move.getKey(),
                            move.getValue(),
                            past.money().getOrDefault(move.getKey(), Map.of()),
                            Optional.ofNullable(past.mistakes().get(move.getKey()))))
                    .toList();
        }
    }

    private static final Shape<PolicyDiff.Mistake> MISTAKE = object(
            "What one such month costs where the decision is wrong, in the unit of the policy after.",
            field(
                    "changing",
                    "What the decision after costs where the one before is right.",
                    number(),
                    PolicyDiff.Mistake::changing),
            field(
                    "staying",
                    "What the decision before costs where the one after is right.",
                    number(),
                    PolicyDiff.Mistake::staying));

    private static final Shape<Moved> MOVE = object(
            "Decisions that change alike.",
            field(
                    "before",
                    "The decision before.",
                    DECISION,
                    moved -> moved.move().before()),
            field(
                    "after",
                    "The decision after.",
                    DECISION,
                    moved -> moved.move().after()),
            field("count", "How many there are.", count(), Moved::count),
            field(
                    "money",
                    "What their scopes cost in those months, by currency; months whose cost is not known add nothing.",
                    map(UNIT, number()),
                    Moved::money),
            field(
                    "mistake",
                    "What each costs where it is wrong; null where the policy after does not say.",
                    MISTAKE.orNull(),
                    Moved::mistake));

    /** How many months are decided so. */
    private record Tallied(Decision decision, PolicyDiff.Tally tally) {

        static List<Tallied> all(PolicyDiff.Past past) {
            return Arrays.stream(Decision.values())
                    .map(decision ->
                            new Tallied(decision, past.tallies().getOrDefault(decision, PolicyDiff.Tally.NONE)))
                    .toList();
        }
    }

    private static final Shape<Tallied> TALLY = object(
            "How many months carry a decision.",
            field("decision", "The decision.", DECISION, Tallied::decision),
            field(
                    "before",
                    "How many under the policy before.",
                    count(),
                    tallied -> tallied.tally().before()),
            field(
                    "after",
                    "How many under the policy after.",
                    count(),
                    tallied -> tallied.tally().after()));

    private static final Shape<Map.Entry<Set<Subject>, Integer>> CAUSE = object(
            "Decisions that change for the same cause.",
            field("changes", "The changes that it takes together.", list(CHANGE_ID), cause -> sorted(cause.getKey())),
            field(
                    "count",
                    "How many there are; a decision that several changes turn alone is counted for each.",
                    count(),
                    Map.Entry::getValue));

    private static final Shape<PolicyDiff.Flip> FLIP = object(
                    "A month whose decision changes.",
                    field("scope", "The scope.", SCOPE, PolicyDiff.Flip::scope),
                    field("month", "The month.", MONTH, PolicyDiff.Flip::month),
                    field(
                            "latest",
                            "Whether it is the scope's latest complete month.",
                            flag(),
                            flip -> flip.recency() == Recency.LATEST),
                    field(
                            "before",
                            "The decision before.",
                            DECISION,
                            flip -> flip.move().before()),
                    field(
                            "after",
                            "The decision after.",
                            DECISION,
                            flip -> flip.move().after()),
                    field("headlineBefore", "The headline before.", TEXT, PolicyDiff.Flip::headlineBefore),
                    field("headlineAfter", "The headline after.", TEXT, PolicyDiff.Flip::headlineAfter),
                    field(
                            "causes",
                            "What did it: every change that is enough alone or, where there is none, one list of"
                                    + " several; empty where it could not be found. Changes are enough when they alone are"
                                    + " made to the policy before, and nothing of them can be left out.",
                            list(list(CHANGE_ID)),
                            flip -> flip.causes().stream()
                                    .map(DiffFormat::sorted)
                                    .toList()),
                    field("silenced", "The rules that speak before only.", list(RULE), PolicyDiff.Flip::silenced),
                    field("raised", "The rules that speak after only.", list(RULE), PolicyDiff.Flip::raised))
            .named("flip");

    private static final Shape<PolicyDiff.Stay> STAY = object(
                    "A month whose decision stays, for other reasons.",
                    field("scope", "The scope.", SCOPE, PolicyDiff.Stay::scope),
                    field("month", "The month.", MONTH, PolicyDiff.Stay::month),
                    field(
                            "latest",
                            "Whether it is the scope's latest complete month.",
                            flag(),
                            stay -> stay.recency() == Recency.LATEST),
                    field("decision", "The decision.", DECISION, PolicyDiff.Stay::decision),
                    field(
                            "leversBefore",
                            "What it acts on before, in the order of that policy.",
                            list(LEVER),
                            stay -> ids(stay.leversBefore())),
                    field(
                            "leversAfter",
                            "What it acts on after, in the order of that policy.",
                            list(LEVER),
                            stay -> ids(stay.leversAfter())),
                    field("silenced", "The rules that speak before only.", list(RULE), PolicyDiff.Stay::silenced),
                    field("raised", "The rules that speak after only.", list(RULE), PolicyDiff.Stay::raised),
                    field(
                            "altered",
                            "The rules that speak before and after, to another effect or of something else.",
                            list(RULE),
                            PolicyDiff.Stay::altered))
            .named("stay");

    private static final Shape<Fault> WHY = object(
            "What is wrong with the scope's scorecard for that policy.",
            field("code", "The stable code of such faults.", TEXT, Fault::code),
            field(
                    "pointer",
                    "The JSON pointer within the scorecard.",
                    TEXT,
                    fault -> fault.place().pointer()),
            field("message", "What is wrong.", TEXT, Fault::message),
            field("help", "The likely fix.", MAYBE_TEXT, Fault::help));

    private static final Shape<PolicyDiff.Refusal> REFUSAL = object(
                    "A scope that one of the policies cannot review.",
                    field("scope", "The scope.", SCOPE, PolicyDiff.Refusal::scope),
                    field("policy", "That policy.", POLICY, PolicyDiff.Refusal::policy),
                    field("faults", "Why.", list(WHY), PolicyDiff.Refusal::faults))
            .named("refusal");

    private static final Shape<PolicyDiff.NoteChange> NOTE = object(
                    "A note on the scopes together that one policy has for a month, and the other has not.",
                    field("month", "The month.", MONTH, PolicyDiff.NoteChange::month),
                    field("rule", "The portfolio rule.", RULE, PolicyDiff.NoteChange::rule),
                    field("scopes", "The scopes that it is about.", list(SCOPE), PolicyDiff.NoteChange::scopes),
                    field(
                            "happening",
                            "Whether the policy after adds it, or removes it.",
                            word(PolicyDiff.Happening.class),
                            PolicyDiff.NoteChange::happening),
                    field(
                            "text",
                            "The note, in the words of the policy that has it.",
                            TEXT,
                            PolicyDiff.NoteChange::text))
            .named("note");

    private static final Shape<PolicyDiff.Past> PAST = object(
                    "Every complete month of every scope of the history, decided under both policies.",
                    field("scopes", "How many scopes there are.", count(), PolicyDiff.Past::scopes),
                    field("months", "How many complete months they have together.", count(), PolicyDiff.Past::months),
                    field("first", "The first of them.", MONTH.orNull(), PolicyDiff.Past::first),
                    field("last", "The last of them.", MONTH.orNull(), PolicyDiff.Past::last),
                    field(
                            "changed",
                            "How many decisions change.",
                            count(),
                            past -> past.flips().size()),
                    field(
                            "otherReasons",
                            "How many decisions stay, for other reasons.",
                            count(),
                            past -> past.stays().size()),
                    field(
                            "decisions",
                            "How many months carry each decision, the worst first.",
                            list(TALLY),
                            Tallied::all),
                    field(
                            "moves",
                            "The decisions that change, by what they change from and to.",
                            list(MOVE),
                            Moved::all),
                    field(
                            "causes",
                            "The decisions that change, by what did it.",
                            list(CAUSE),
                            past -> List.copyOf(past.causes().entrySet())),
                    field(
                            "flips",
                            "The decisions that change, by scope and month.",
                            list(FLIP),
                            PolicyDiff.Past::flips),
                    field(
                            "stays",
                            "The decisions that stay for other reasons, by scope and month.",
                            list(STAY),
                            PolicyDiff.Past::stays),
                    field(
                            "leftOut",
                            "The indicators that the history reports and one of the policies does not know.",
                            list(INDICATOR),
                            PolicyDiff.Past::leftOut),
                    field(
                            "refusals",
                            "The scopes that one of the policies cannot review.",
                            list(REFUSAL),
                            PolicyDiff.Past::refusals),
                    field(
                            "notes",
                            "What portfolio rules note of the scopes together under one policy alone, by month and"
                                    + " rule.",
                            list(NOTE),
                            PolicyDiff.Past::notes))
            .named("past");

    private static final Shape<PolicyDiff> DIFF = object(
            "What one policy changes over another, and which past decisions change with it. Every key named here is"
                    + " always there, null where there is nothing to say; keys may be added.",
            Format.says("roi-diff/1"),
            field("before", "The policy that is compared with.", SIDE, PolicyDiff::before),
            field("after", "The policy that might take its place.", SIDE, PolicyDiff::after),
            field("language", "The language of words, numbers and headlines.", LANGUAGE, PolicyDiff::language),
            field("changes", "What is different, in the order of a policy's files.", list(CHANGE), PolicyDiff::changes),
            field(
                    "past",
                    "What the changes do to past decisions; null where no history was given.",
                    PAST.orNull(),
                    PolicyDiff::past));

    /** The comparison of two policies. */
    static final Format<PolicyDiff> FORMAT = Format.growing("roi-diff/1", "Comparison of two policies", DIFF);

    private DiffFormat() {}

    private static List<Subject> sorted(Collection<Subject> subjects) {
        return subjects.stream().sorted().toList();
    }

    private static List<LeverId> ids(List<Lever> levers) {
        return levers.stream().map(Lever::id).toList();
    }
}
