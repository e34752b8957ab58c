package dev.roi.governance.scenario;

import static dev.roi.core.format.Field.maybe;
import static dev.roi.core.format.Field.usually;
import static dev.roi.core.format.Shape.anyText;
import static dev.roi.core.format.Shape.either;
import static dev.roi.core.format.Shape.map;
import static dev.roi.core.format.Shape.object;
import static dev.roi.core.format.Shape.whole;

import dev.roi.core.Baseline;
import dev.roi.core.Budget;
import dev.roi.core.IndicatorSet;
import dev.roi.core.Level;
import dev.roi.core.Message;
import dev.roi.core.Names;
import dev.roi.core.Nearest;
import dev.roi.core.Quoted;
import dev.roi.core.Reading;
import dev.roi.core.Scope;
import dev.roi.core.ScorecardCheck;
import dev.roi.core.UnknownReason;
import dev.roi.core.format.Cursor;
import dev.roi.core.format.Field;
import dev.roi.core.format.Objection;
import dev.roi.core.format.Read;
import dev.roi.core.format.Shape;
import dev.roi.core.format.Spot;
import dev.roi.core.format.Text;
import dev.roi.core.json.ScorecardParts;
import dev.roi.rules.policy.DeclaredNames;
import dev.roi.rules.policy.PolicyCode;
import dev.roi.rules.policy.PolicyObjections;
import dev.roi.rules.policy.PolicyShapes;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The keys of what is given, which cases, scenarios and tables have alike. What one does not give, it takes from the case
 * that it builds on.
 *
 * @param <R> what has these keys
 */
final class GivenFields<R> {

    static final String NOW = "now";

    private static final int MOST_MONTHS = 120;
    private static final String EARLIER_EXAMPLE = "{ 1: missing, 2: { indicator: 12 } }";

    /** The other reasons follow from what is given. */
    static final Text<UnknownReason> UNKNOWN = word(
            Map.of(
                    "unknown", UnknownReason.NOT_REPORTED,
                    "not-reported", UnknownReason.NOT_REPORTED,
                    "not-instrumented", UnknownReason.NOT_INSTRUMENTED,
                    "scattered", UnknownReason.SCATTERED,
                    "not-due", UnknownReason.NOT_DUE),
            List.of("unknown", "not-reported", "not-instrumented", "scattered", "not-due"));

    static final Text<Boolean> NO_BASELINE = word(Map.of("none", false, "unknown", true), List.of("none", "unknown"));

    /** A word in the place of a number; a number that is written as a text is another fault. */
    private static <T> Text<T> word(Map<String, T> meanings, List<String> words) {
        DeclaredNames known = DeclaredNames.of(words);
        return Text.of(text -> Optional.ofNullable(meanings.get(text)), (T any) -> "")
                .refusing((text, at) -> PolicyObjections.likeNumber(text)
                        .orElseGet(
                                () -> known.objection(Message.of("value"), text).orElseThrow()))
                .also("enum", words);
    }

    private static final Shape<Cursor> READING = either(
                    "A number, what a scorecard has for a reading, or the word why it is unknown.",
                    any -> ScorecardParts.READING,
                    ScorecardParts.READING,
                    UNKNOWN.as(Reading::unknown, any -> UnknownReason.NOT_REPORTED))
            .named("reading")
            .later();
    private static final Shape<Cursor> BASELINE = either(
                    "A number, what a scorecard has for a baseline, or none, which takes one away that the case has.",
                    any -> ScorecardParts.BASELINE,
                    ScorecardParts.BASELINE,
                    NO_BASELINE.<Baseline>as(any -> new Baseline.Undefined(Optional.empty()), any -> true))
            .named("baseline")
            .later();

    static final Shape<YearMonth> MONTH = PolicyShapes.month().named("month");

    /** A scope, as far as it is given. */
    private record GivenScope(Optional<Level> level, Optional<String> id, Optional<String> name) {

        Scope over(Scope base) {
            String given = id.orElse(base.id());
            return new Scope(level.orElse(base.level()), given, name.orElse(given), Optional.empty());
        }
    }

    private static final Field<GivenScope, Optional<Level>> LEVEL =
            maybe("level", "How wide the scope is.", Shape.word(Level.class));
    private static final Field<GivenScope, Optional<String>> SCOPE_ID = maybe(
            "id",
            "Its name: small letters, digits and single hyphens.",
            Text.of(id -> Optional.of(id).filter(Names::isKebab), (String id) -> id)
                    .refusing((id, at) -> new Objection(
                            PolicyCode.WRONG_VALUE.id(),
                            Message.of(
                                    "scope id %s is not in small letters, digits and single hyphens.", Quoted.of(id)),
                            Names.likely(id).map(Nearest::meant).orElse(Message.of("Such as `api-tests`."))))
                    .also("maxLength", Names.MOST_CHARACTERS)
                    .also("pattern", PolicyShapes.KEBAB));
    private static final Field<GivenScope, Optional<String>> SCOPE_NAME = maybe(
            "name",
            "What people call it; the id where nothing is said.",
            anyText()
                    .unless(GivenFields::noLabel)
                    .also("maxLength", Names.MOST_LABEL_CHARACTERS)
                    .also("pattern", "^[^\\t\\n\\r]*[^\\s][^\\t\\n\\r]*$"));

    private static Optional<Objection> noLabel(String name, Spot at) {
        return !name.isBlank() && Names.isOneLine(name) && name.length() <= Names.MOST_LABEL_CHARACTERS
                ? Optional.empty()
                : Optional.of(new Objection(
                        PolicyCode.WRONG_VALUE.id(),
                        Message.of("a name stands on one line of at most %s characters.", Names.MOST_LABEL_CHARACTERS),
                        Message.of("Shorten it, or leave it out: then the id is shown.")));
    }

    private static final Shape<GivenScope> SCOPE = object(
                    "What is reviewed.",
                    read -> Optional.of(new GivenScope(read.get(LEVEL), read.get(SCOPE_ID), read.get(SCOPE_NAME))),
                    LEVEL,
                    SCOPE_ID,
                    SCOPE_NAME)
            .suchAs("{ level: team, id: checkout }")
            .named("scope");

    private static final Shape<String> CURRENCY = anyText()
            .unless((code, at) -> ScorecardCheck.currencies().contains(code)
                    ? Optional.empty()
                    : Optional.of(new Objection(
                            PolicyCode.UNKNOWN_NAME.id(),
                            Message.of("unknown currency %s.", Quoted.of(code)),
                            Nearest.didYouMean(code, ScorecardCheck.currencies())
                                    .orElse(Message.of("It is a code of ISO 4217 such as `EUR`.")))))
            .also("pattern", "^[A-Z]{3}$");

    private static final Shape<Integer> MONTHS =
            whole(1, MOST_MONTHS).suchAs("3").as(Long::intValue, Integer::longValue);

    private static final Text<Integer> BEFORE = Text.of(
                    key -> Optional.of(key)
                            .filter(digits -> digits.matches("[1-9][0-9]{0,2}"))
                            .map(Integer::valueOf)
                            .filter(before -> before < MOST_MONTHS),
                    String::valueOf)
            .refusing((key, at) -> new Objection(
                    PolicyCode.WRONG_VALUE.id(),
                    Message.of("%s is no number of months before the reviewed one.", Quoted.of(key)),
                    Message.of("The month before it is `1`, the one before that `2`.")))
            .also("pattern", "^([1-9]|[1-9][0-9]|1[01][0-9])$");

    private final PolicyObjections objections;
    private final IndicatorSet indicators;
    private final Cases cases;

    private final Field<R, Optional<String>> base;
    private final Field<R, Optional<GivenScope>> scope = maybe("scope", "What is reviewed.", SCOPE);
    private final Field<R, Optional<YearMonth>> firstUse = maybe(
            "first-use",
            "The month in which use began; the earliest month where nothing is said.",
            MONTH.suchAs("2026-01"));
    private final Field<R, Optional<String>> currency =
            maybe("currency", "ISO 4217 code of all money here.", CURRENCY.suchAs("EUR"));
    private final Field<R, Optional<YearMonth>> month = maybe("month", "The last month, which is reviewed.", MONTH);
    private final Field<R, Optional<Integer>> months =
            maybe("months", "How many months there are, the reviewed one included.", MONTHS);
    private final Field<R, Optional<Cursor>> workflows =
            maybe("workflows", "The register of workflows.", ScorecardParts.WORKFLOWS.later());
    private final Field<R, Optional<Budget>> budget =
            maybe("budget", "The money that there is for some months in a row.", ScorecardParts.BUDGET);
    private final Field<R, Map<String, Cursor>> baselines;
    private final Field<R, Map<String, Cursor>> readings;
    private final Field<R, Map<String, Cursor>> now;
    private final Field<R, Map<Integer, Cursor>> earlier;

    /**
     * Describes what is given.
     *
     * @param like the key under which a case is named to build on
     */
    GivenFields(String like, Cases cases, IndicatorSet indicators, DeclaredNames known, PolicyObjections objections) {
        this.objections = objections;
        this.indicators = indicators;
        this.cases = cases;
        this.base = maybe(
                like,
                "The case that this one begins with; what is given below is otherwise.",
                anyText()
                        .also("maxLength", Names.MOST_CHARACTERS)
                        .also("pattern", PolicyShapes.KEBAB)
                        .suchAs("good"));
        Text<String> indicator = PolicyShapes.knownKey(Message.of("indicator"), known)
                .also("maxLength", Names.MOST_CHARACTERS)
                .also("pattern", PolicyShapes.KEBAB);
        Shape<Map<String, Cursor>> measured =
                map(indicator, READING).named("readings").suchAs("{ indicator: 12 }");
        this.baselines = usually(
                "baselines",
                "What readings are compared with, by indicator; none takes one away that the case has.",
                map(indicator, BASELINE).named("baselines").suchAs("{ indicator: 12 }"),
                Map.of());
        this.readings = usually("readings", "The readings of every month, by indicator.", measured, Map.of());
        this.now = usually(NOW, "What is otherwise in the reviewed month alone.", measured, Map.of());
        this.earlier = usually(
                "earlier",
                "What is otherwise in earlier months, by how many months before the reviewed one they are.",
                map(BEFORE, earlier(measured)).named("earlier").suchAs(EARLIER_EXAMPLE),
                Map.of());
    }

    private static Shape<Cursor> earlier(Shape<Map<String, Cursor>> readings) {
        List<String> words = List.of("missing", "partial");
        Shape<Map<String, Cursor>> word = Text.of(
                        text -> Optional.of(text).filter(words::contains), (String text) -> text)
                .refusing((text, at) ->
                        noMonth(Message.of("the text %s", Quoted.of(text)), Nearest.didYouMean(text, words)))
                .also("enum", words)
                .as(any -> Map.of(), any -> "");
        return either(
                        "A month that is missing or partial, or readings that are otherwise.",
                        any -> readings,
                        word,
                        readings)
                .unlessFit(value -> Optional.of(noMonth(PolicyObjections.shown(value), Optional.empty())))
                .kept();
    }

    private static Objection noMonth(Message found, Optional<Message> help) {
        return new Objection(
                PolicyCode.WRONG_VALUE.id(),
                Message.of("`missing`, `partial` or readings should stand here, and there is %s.", found),
                help.orElse(Message.of("Write it such as `%s`.", EARLIER_EXAMPLE)));
    }

    /** Returns the keys, in order. */
    List<Field<R, ?>> fields() {
        return List.of(
                base, scope, firstUse, currency, month, months, workflows, budget, baselines, readings, now, earlier);
    }

    /** Returns the case that is built on, as it is named. */
    Optional<String> base(Read<R> read) {
        return read.get(base);
    }

    /** Returns everything that is given: what is not said is as in the case that is built on. */
    BaseCase given(Read<R> read) {
        BaseCase before =
                read.get(base).map(name -> cases.named(name, read.spot(base))).orElse(BaseCase.EMPTY);
        int counted = read.get(months).orElse(before.months());
        Map<Integer, Cursor> months = new TreeMap<>(before.earlier());
        read.get(earlier).forEach((back, given) -> {
            if (!read.isWrong(this.months) && back >= counted) {
                objections.atKey(
                        given.spot(),
                        new Objection(
                                PolicyCode.WRONG_VALUE.id(),
                                Message.of(
                                        "month %s does not exist: `months` is %s, the reviewed one included.",
                                        back, counted),
                                Message.of("Write `months: %s`, or take the month out.", back + 1)));
            } else {
                months.put(back, given);
            }
        });
        return new BaseCase(
                read.get(scope).map(given -> given.over(before.scope())).orElse(before.scope()),
                read.get(month).orElse(before.month()),
                counted,
                read.get(firstUse).or(before::firstUse),
                read.get(currency).or(before::currency),
                read.get(workflows).or(before::workflows),
                read.get(budget).or(before::budget),
                BaseCase.over(before.baselines(), sound(read.get(baselines))),
                BaseCase.over(before.readings(), sound(read.get(readings))),
                BaseCase.over(before.now(), sound(read.get(now))),
                months);
    }

    /** Returns what is given of indicators that could be read. */
    Map<String, Cursor> sound(Map<String, Cursor> named) {
        Map<String, Cursor> sound = new LinkedHashMap<>(named);
        sound.keySet().removeIf(name -> !BaseCase.isOf(indicators, name));
        return sound;
    }
}
