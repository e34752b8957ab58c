package dev.roi.core.json;

import static dev.roi.core.format.Field.field;
import static dev.roi.core.format.Field.usually;
import static dev.roi.core.format.Shape.anyText;
import static dev.roi.core.format.Shape.list;
import static dev.roi.core.format.Shape.month;
import static dev.roi.core.format.Shape.number;
import static dev.roi.core.format.Shape.object;
import static dev.roi.core.format.Shape.word;
import static dev.roi.core.json.DocumentObjections.objection;

import dev.roi.core.BlockId;
import dev.roi.core.Closing.Ending;
import dev.roi.core.Closing.Extension;
import dev.roi.core.Decision;
import dev.roi.core.Dissent;
import dev.roi.core.Exact;
import dev.roi.core.Fingerprint;
import dev.roi.core.Hash;
import dev.roi.core.IndicatorId;
import dev.roi.core.InputFault;
import dev.roi.core.Language;
import dev.roi.core.Level;
import dev.roi.core.LeverId;
import dev.roi.core.Message;
import dev.roi.core.MonthAction;
import dev.roi.core.PolicyId;
import dev.roi.core.PolicyRef;
import dev.roi.core.Quoted;
import dev.roi.core.RuleId;
import dev.roi.core.Scope;
import dev.roi.core.Target;
import dev.roi.core.ThresholdId;
import dev.roi.core.Unit;
import dev.roi.core.format.Field;
import dev.roi.core.format.Read;
import dev.roi.core.format.Shape;
import dev.roi.core.format.Text;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** How the nouns are written that the documents of several packages have. */
public final class Nouns {

    /** A text that says something, on one line. */
    static final String ONE_LINE = "^[^\\t\\n\\r]*[^\\s][^\\t\\n\\r]*$";

    /** A name in kebab-case. */
    static final String KEBAB = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";

    private static final String HASHED = "^sha256:[0-9a-f]{64}$";

    static final Text<String> TEXT = anyText();

    /** The name of an indicator. */
    public static final Text<IndicatorId> INDICATOR =
            name(Message.of("indicator"), IndicatorId::new, IndicatorId::value);

    static final Text<BlockId> BLOCK = name(Message.of("block"), BlockId::new, BlockId::value);

    /** The name of a rule. */
    public static final Text<RuleId> RULE = name(Message.of("rule"), RuleId::new, RuleId::value);

    /** The name of a lever. */
    public static final Text<LeverId> LEVER = name(Message.of("lever"), LeverId::new, LeverId::value);

    /** The name of a threshold. */
    public static final Text<ThresholdId> THRESHOLD = noun(
            ThresholdId::new,
            ThresholdId::value,
            text -> Message.of("threshold name (%s) must be a group and a name, such as adoption.high", text));

    /** The name of a unit. */
    public static final Text<Unit> UNIT = name(Message.of("unit"), Unit::new, Unit::id);

    /** A decision, by its word. */
    public static final Text<Decision> DECISION = word(Decision.class);

    static final Text<Level> LEVEL = word(Level.class);
    static final Text<YearMonth> MONTH = month();
    static final Text<Instant> MOMENT = noun(
                    Instant::parse,
                    Instant::toString,
                    text -> Message.of(
                            "%s is no moment. One is written in UTC such as `2026-06-05T09:30:00Z`.", Quoted.of(text)))
            .also("format", "date-time");
    static final Text<Hash> HASH = noun(
                    Hash::new, Hash::value, text -> Message.of("hash (%s) must be sha256: and 64 digits", text))
            .also("pattern", HASHED);
    static final Text<Fingerprint> FINGERPRINT = noun(
                    Fingerprint::new,
                    Fingerprint::value,
                    text -> Message.of("fingerprint (%s) must be sha256: and 64 digits", text))
            .also("pattern", HASHED);
    static final Text<Language> LANGUAGE = noun(
                    Language::new,
                    Language::tag,
                    text -> Message.of("language (%s) must be two small letters, such as fr", text))
            .also("pattern", "^[a-z]{2}$");

    /** The name of a policy. */
    static final Text<PolicyId> POLICY_NAME = name(Message.of("policy"), PolicyId::new, PolicyId::value);

    private static final Field<PolicyRef, PolicyId> POLICY_ID = field("id", "Its name.", POLICY_NAME, PolicyRef::id);
    private static final Field<PolicyRef, String> VERSION =
            field("version", "Its version, as its owners write it.", TEXT, PolicyRef::version);
    private static final Field<PolicyRef, Fingerprint> POLICY_FINGERPRINT = field(
            "fingerprint",
            "What it decides: the same exactly as long as nothing in it can change a byte of a review.",
            FINGERPRINT,
            PolicyRef::fingerprint);

    /** Which policy it is. */
    public static final Shape<PolicyRef> POLICY = object(
                    "Which policy it is.",
                    read -> made(
                            read,
                            () -> new PolicyRef(read.get(POLICY_ID), read.get(VERSION), read.get(POLICY_FINGERPRINT))),
                    POLICY_ID,
                    VERSION,
                    POLICY_FINGERPRINT)
            .named("policy");

    private static final Field<Scope, Level> SCOPE_LEVEL = field("level", "How wide it is.", LEVEL, Scope::level);
    private static final Field<Scope, String> SCOPE_ID = field("id", "Its name, once for each level.", TEXT, Scope::id);
    private static final Field<Scope, String> SCOPE_NAME = field("name", "What people call it.", TEXT, Scope::name);

    /** A scope, without its first use. */
    public static final Shape<Scope> SCOPE = object(
                    "A scope.",
                    read -> made(
                            read,
                            () -> new Scope(
                                    read.get(SCOPE_LEVEL), read.get(SCOPE_ID), read.get(SCOPE_NAME), Optional.empty())),
                    SCOPE_LEVEL,
                    SCOPE_ID,
                    SCOPE_NAME)
            .named("scope");

    private static final Field<MonthAction, String> TO_DO =
            field("text", "What is to be done.", TEXT, MonthAction::text);
    private static final Field<MonthAction, String> OWNER =
            field("owner", "Who answers for it.", TEXT, MonthAction::owner);
    private static final Field<MonthAction, YearMonth> DUE =
            field("due", "The month in which it is to be done.", MONTH, MonthAction::due);
    private static final Field<MonthAction, List<IndicatorId>> AIMS_AT =
            field("aimsAt", "The indicators that it is to move.", list(INDICATOR), MonthAction::aimsAt);

    private static final Field<Target, IndicatorId> AIMED =
            field("indicator", "The indicator.", INDICATOR, Target::indicator);
    private static final Field<Target, Exact> AIM = field("value", "The value.", number(), Target::value);
    private static final Field<Target, Target.Side> SIDE =
            field("side", "On which side of it the target is reached.", word(Target.Side.class), Target::side);

    /** Where an action is to bring an indicator. */
    static final Shape<Target> TARGET = object(
            "Where an action is to bring an indicator.",
            read -> made(read, () -> new Target(read.get(AIMED), read.get(AIM), read.get(SIDE))),
            AIMED,
            AIM,
            SIDE);

    private static final Field<MonthAction, List<Target>> TARGETS = usually(
            "targets",
            "Where it is to bring some of them; left out where no target was set.",
            list(TARGET),
            List.of(),
            MonthAction::targets);

    /** What somebody was asked to do. */
    static final Shape<MonthAction> ACTION = object(
                    "What somebody was asked to do.",
                    read -> made(
                            read,
                            () -> new MonthAction(
                                    read.get(TO_DO),
                                    read.get(OWNER),
                                    read.get(DUE),
                                    read.get(AIMS_AT),
                                    read.get(TARGETS))),
                    TO_DO,
                    OWNER,
                    DUE,
                    AIMS_AT,
                    TARGETS)
            .named("action");

    private static final Field<Dissent, String> DISSENTER = field("name", "Who.", TEXT, Dissent::name);
    private static final Field<Dissent, String> OBJECTION = field("text", "Why.", TEXT, Dissent::text);

    /** Somebody's disagreement. */
    static final Shape<Dissent> DISSENT = object(
            "Somebody's disagreement.",
            read -> made(read, () -> new Dissent(read.get(DISSENTER), read.get(OBJECTION))),
            DISSENTER,
            OBJECTION);

    private static final Field<Extension, String> COVERED =
            field("scope", "What the extension covers.", TEXT, Extension::scope);
    private static final Field<Extension, String> ANSWERABLE =
            field("owner", "Who answers for it.", TEXT, Extension::owner);
    private static final Field<Extension, List<String>> GUARDRAILS =
            field("guardrails", "What has to hold for it to go on.", list(TEXT), Extension::guardrails);

    /** What is extended. */
    static final Shape<Extension> EXTENSION = object(
            "What is extended.",
            read -> made(read, () -> new Extension(read.get(COVERED), read.get(ANSWERABLE), read.get(GUARDRAILS))),
            COVERED,
            ANSWERABLE,
            GUARDRAILS);

    private static final Field<Ending, String> STOPPED = field("stopped", "What stops.", TEXT, Ending::stopped);
    private static final Field<Ending, String> LEARNED = field("learned", "What was learned.", TEXT, Ending::learned);

    /** What stops. */
    static final Shape<Ending> ENDING = object(
            "What stops.",
            read -> made(read, () -> new Ending(read.get(STOPPED), read.get(LEARNED))),
            STOPPED,
            LEARNED);

    private Nouns() {}

    /** A name in kebab-case of one kind of thing. */
    private static <T> Text<T> name(Message what, Function<String, T> made, Function<? super T, String> print) {
        return noun(
                made,
                print,
                text -> Message.of(
                        "%s name (%s) must be small letters, digits and single hyphens, such as low-adoption",
                        what, text));
    }

    /** A noun that is made from a text, or not, for a reason in the language of whoever reads it. */
    private static <T> Text<T> noun(
            Function<String, T> made, Function<? super T, String> print, Function<String, Message> refusal) {
        return Text.<T>of(text -> made(() -> made.apply(text), wrong -> {}), print)
                .refusing((text, at) ->
                        objection(InputFault.WRONG_TYPE, refusal.apply(Quoted.visible(text, Quoted.MOST_CHARACTERS))));
    }

    /** What an object stands for, where all of it could be read; what does not go together is said of the object. */
    static <R, T> Optional<T> made(Read<R> read, Supplier<T> value) {
        return read.isSound()
                ? made(value, wrong -> read.object(objection(InputFault.WRONG_TYPE, Message.verbatim(wrong))))
                : Optional.empty();
    }

    private static <T> Optional<T> made(Supplier<T> value, Consumer<String> objection) {
        try {
            return Optional.of(value.get());
        } catch (IllegalArgumentException | DateTimeException wrong) {
            objection.accept(Quoted.visible(String.valueOf(wrong.getMessage()), Quoted.MOST_CHARACTERS));
            return Optional.empty();
        }
    }
}
