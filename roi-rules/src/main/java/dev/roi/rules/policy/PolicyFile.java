package dev.roi.rules.policy;

import static dev.roi.core.format.Field.field;
import static dev.roi.core.format.Field.maybe;
import static dev.roi.core.format.Field.usually;
import static dev.roi.core.format.Shape.map;
import static dev.roi.core.format.Shape.number;
import static dev.roi.core.format.Shape.object;
import static dev.roi.core.format.Shape.set;
import static dev.roi.core.format.Shape.someSet;
import static dev.roi.core.format.Shape.text;
import static dev.roi.core.format.Shape.wholeList;
import static dev.roi.rules.policy.PolicyObjections.objection;
import static dev.roi.rules.policy.PolicyShapes.kebab;
import static dev.roi.rules.policy.PolicyShapes.kebabKey;
import static dev.roi.rules.policy.PolicyShapes.known;
import static dev.roi.rules.policy.PolicyShapes.knownList;
import static dev.roi.rules.policy.PolicyShapes.twice;
import static dev.roi.rules.policy.PolicyShapes.word;

import dev.roi.core.BlockId;
import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.Fingerprint;
import dev.roi.core.Hash;
import dev.roi.core.Language;
import dev.roi.core.Message;
import dev.roi.core.Nearest;
import dev.roi.core.PolicyId;
import dev.roi.core.PolicyRef;
import dev.roi.core.Quoted;
import dev.roi.core.Unit;
import dev.roi.core.format.Field;
import dev.roi.core.format.Format;
import dev.roi.core.format.Objection;
import dev.roi.core.format.Objections;
import dev.roi.core.format.Shape;
import dev.roi.core.format.Spot;
import dev.roi.core.format.Text;
import dev.roi.core.trend.TrendSettings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** {@code policy.yaml}, as far as it could be read. */
record PolicyFile(
        Optional<String> id,
        Optional<String> version,
        Optional<String> owner,
        Optional<PolicyRef> origin,
        List<Language> languages,
        List<String> levers,
        List<MonthKind> months,
        TrendSettings trend,
        List<Decision> precedence,
        WrongDecisions wrongDecisions,
        List<String> reasons) {

    /** What is known of a policy without its file. */
    static final PolicyFile NONE = new PolicyFile(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            TrendSettings.STANDARD,
            List.of(),
            WrongDecisions.USUAL,
            List.of());

    private static final String PRECEDENCE_EXAMPLE = "[stop, adjust, extend, maintain]";

    private static final Field<PolicyFile, String> ID =
            field("id", "Its name.", kebab(Message.of("the policy")).suchAs("our-policy"));
    private static final Field<PolicyFile, String> VERSION =
            field("version", "Its version, as its owners write it.", text().suchAs("1.0.0"));
    private static final Field<PolicyFile, String> OWNER =
            field("owner", "Who answers for it.", text().suchAs("who answers for the policy"));

    private static final Field<PolicyRef, String> COPIED =
            field("policy", "Its name.", kebab(Message.of("the policy")));
    private static final Field<PolicyRef, String> COPIED_VERSION =
            field("version", "Its version then.", text().suchAs("1.0.0"));
    private static final Field<PolicyRef, Fingerprint> COPIED_FINGERPRINT = field(
            "fingerprint",
            "What it decided then.",
            Text.of(hash -> Optional.of(hash).filter(Hash::isHash).map(Fingerprint::new), Fingerprint::value)
                    .notBlank()
                    .refusing((hash, at) -> objection(
                            PolicyCode.WRONG_VALUE,
                            Message.of("a fingerprint is `sha256:` and 64 digits from 0 to f."),
                            Message.of(
                                    "It was written when the policy was copied; take it from the copy's history, or leave "
                                            + "`origin` out.")))
                    .also("pattern", "^sha256:[0-9a-f]{64}$"));
    private static final Field<PolicyFile, Optional<PolicyRef>> ORIGIN = maybe(
            "origin",
            "The built-in policy that it was copied from.",
            object(
                    "A policy as it was when it was copied.",
                    read -> read.isSound()
                            ? Optional.of(new PolicyRef(
                                    new PolicyId(read.get(COPIED)),
                                    read.get(COPIED_VERSION),
                                    read.get(COPIED_FINGERPRINT)))
                            : Optional.empty(),
                    COPIED,
                    COPIED_VERSION,
                    COPIED_FINGERPRINT));

    private static final Field<PolicyFile, List<String>> LEVERS = field(
            "levers",
            "What can be adjusted, in order.",
            set(kebab(Message.of("a lever")), (name, at) -> twice(Message.of("`%s`", name))));

    private static final Field<PolicyFile, List<Decision>> PRECEDENCE = field(
            "precedence",
            "The decisions, each once: the first that applies is recommended, and what is left when none does comes last.",
            wholeList(word(Decision.class))
                    .taken(PolicyFile::precedence)
                    .suchAs(PRECEDENCE_EXAMPLE)
                    .also("uniqueItems", true)
                    .also("minItems", Decision.values().length)
                    .also(
                            "prefixItems",
                            List.of(Map.of(), Map.of(), Map.of(), Map.of("const", Decision.MAINTAIN.word()))));

    private static final Field<PolicyFile, WrongDecisions> WRONG_DECISIONS = usually(
            "wrong-decisions",
            "What a wrong decision costs, by the decision that is taken and the one that would be right: what measuring is "
                    + "worth is counted in it.",
            map(word(Decision.class), map(word(Decision.class), cost()))
                    .taken((costs, at, to) -> Optional.of(new WrongDecisions(costs))),
            WrongDecisions.USUAL);

    private static Shape<Exact> cost() {
        return number().<Exact>taken((cost, at, to) -> {
                    if (cost.signum() < 0) {
                        to.at(
                                at,
                                objection(
                                        PolicyCode.WRONG_VALUE,
                                        Message.of("a wrong decision costs 0 or more, and not %s.", cost),
                                        Message.of(
                                                "Write it such as `wrong-decisions: { extend: { maintain: 2, adjust: 4, stop: 6 } }`.")));
                        return Optional.empty();
                    }
                    return Optional.of(cost);
                })
                .also("minimum", 0);
    }

    /** A wrong order is an order all the same. */
    private static Optional<List<Decision>> precedence(List<Decision> decisions, Spot at, Objections to) {
        boolean isEachThere = decisions.size() == Decision.values().length
                && Set.copyOf(decisions).size() == decisions.size();
        boolean isLast = isEachThere && decisions.get(decisions.size() - 1) == Decision.MAINTAIN;
        if (!isLast) {
            to.at(
                    at,
                    objection(
                            PolicyCode.WRONG_VALUE,
                            isEachThere
                                    ? Message.of(
                                            "`maintain` has to be last, since it is what is left when nothing else applies.")
                                    : Message.of(
                                            "each of `stop`, `adjust`, `extend` and `maintain` has to be there once."),
                            Message.of("Write it such as `precedence: %s`.", PRECEDENCE_EXAMPLE)));
        }
        return Optional.of(decisions);
    }

    /**
     * Describes the file.
     *
     * @param blocks the blocks that kinds of months may name
     * @param rules the rules that the order of reasons may name
     * @param thresholds the thresholds that stand for numbers
     * @param speaks whether there are texts in a language
     */
    static Format<PolicyFile> format(
            DeclaredNames blocks, DeclaredNames rules, Thresholds thresholds, Predicate<String> speaks) {
        Field<PolicyFile, List<Language>> languages = field(
                "languages",
                "The languages it speaks, each with a file in texts/; the first is that of its scenarios.",
                someSet(
                                language(speaks),
                                (language, at) -> twice(Message.of("language `%s`", language)),
                                at -> objection(
                                        PolicyCode.WRONG_VALUE,
                                        Message.of("a policy speaks at least one language."),
                                        Message.of("Write it such as `languages: [en, fr]`.")))
                        .suchAs("[en, fr]"));
        Field<PolicyFile, List<MonthKind>> months = usually(
                "months",
                "The kinds of months that rules count, by their names.",
                months(blocks, thresholds),
                List.of());
        Field<PolicyFile, TrendSettings> trend =
                field("trend", "What it takes to call something a trend.", trend(thresholds));
        Field<PolicyFile, List<String>> reasons = field(
                "reasons",
                "The rules in the order in which reasons are given.",
                set(known(Message.of("rule"), rules), (name, at) -> twice(Message.of("rule %s", Quoted.of(name)))));
        return Format.strict(
                "roi-policy/1",
                "Policy",
                object(
                        "policy.yaml: what a policy is, and how it decides.",
                        read -> Optional.of(new PolicyFile(
                                read.find(ID),
                                read.find(VERSION),
                                read.find(OWNER),
                                read.get(ORIGIN),
                                read.find(languages).orElse(List.of()),
                                read.find(LEVERS).orElse(List.of()),
                                read.get(months),
                                read.find(trend).orElse(TrendSettings.STANDARD),
                                read.find(PRECEDENCE).orElse(List.of()),
                                read.get(WRONG_DECISIONS),
                                read.find(reasons).orElse(List.of()))),
                        ID,
                        VERSION,
                        OWNER,
                        ORIGIN,
                        languages,
                        LEVERS,
                        months,
                        trend,
                        PRECEDENCE,
                        WRONG_DECISIONS,
                        reasons));
    }

    /** What the file looks like, whatever there is besides. */
    static Format<PolicyFile> format() {
        DeclaredNames any = DeclaredNames.unread();
        Thresholds thresholds = new Thresholds(new PolicyObjections(fault -> {}), Map.of(), Map.of(), any);
        return format(any, any, thresholds, any::has);
    }

    private static Text<Language> language(Predicate<String> speaks) {
        return Text.of(
                        tag -> Optional.of(tag)
                                .filter(text -> text.matches("[a-z]{2}"))
                                .map(Language::new),
                        Language::tag)
                .notBlank()
                .refusing((tag, at) -> {
                    String likely = tag.toLowerCase(Locale.ROOT).replaceFirst("^([a-z]{2})[^a-z]?.*", "$1");
                    return objection(
                            PolicyCode.WRONG_VALUE,
                            Message.of("%s is not the two small letters of a language.", Quoted.of(tag)),
                            speaks.test(likely) ? Nearest.meant(likely) : Message.of("Write it such as `fr`."));
                })
                .also("pattern", "^[a-z]{2}$");
    }

    private static Shape<List<MonthKind>> months(DeclaredNames blocks, Thresholds thresholds) {
        Field<MonthKind, List<BlockId>> improved = blocks("improved", "Blocks that all improved.", blocks);
        Field<MonthKind, List<BlockId>> noneImproved =
                blocks("none-improved", "Blocks of which none improved.", blocks);
        Field<MonthKind, List<BlockId>> oneWorse = blocks("one-worse", "Blocks of which one is worse.", blocks);
        Field<MonthKind, Integer> after = usually(
                "after",
                "The threshold that says how many months of use do not count.",
                thresholds.whole(Message.of("the time left out"), Unit.MONTHS),
                0);
        Field<MonthKind, MonthKind.OnUnknownMonth> unknownMonths = field(
                "unknown-months",
                "What an undetermined month does to a row of such months.",
                word(MonthKind.OnUnknownMonth.class).suchAs("ends"));
        return map(
                        kebabKey(
                                name -> Message.of("the name `%s` of a kind of month", name),
                                name -> name,
                                name -> name),
                        object(
                                        "A kind of month.",
                                        read -> Optional.of(new MonthKind(
                                                read.spot().key(),
                                                read.get(improved),
                                                read.get(noneImproved),
                                                read.get(oneWorse),
                                                read.get(after),
                                                read.find(unknownMonths).orElse(MonthKind.OnUnknownMonth.ENDS))),
                                        improved,
                                        noneImproved,
                                        oneWorse,
                                        after,
                                        unknownMonths)
                                .named("month"))
                .taken((kinds, at, to) -> Optional.of(List.copyOf(kinds.values())));
    }

    private static Field<MonthKind, List<BlockId>> blocks(String key, String means, DeclaredNames blocks) {
        return usually(key, means, knownList(Message.of("block"), blocks, BlockId::new), List.of());
    }

    private static Shape<TrendSettings> trend(Thresholds thresholds) {
        Field<TrendSettings, Integer> signal =
                whole("signal-points", "The threshold that says how many months it takes to see a signal.", thresholds);
        Field<TrendSettings, Integer> stable =
                whole("stable-points", "The threshold that says how many months it takes to be stable.", thresholds);
        Field<TrendSettings, Integer> run =
                whole("run-length", "The threshold that says how many months on one side are a signal.", thresholds);
        Field<TrendSettings, Integer> steady = whole(
                "steady-length", "The threshold that says how many months in one direction are a signal.", thresholds);
        TrendSettings usual = TrendSettings.STANDARD;
        return object(
                "The names of thresholds.",
                read -> {
                    int signalPoints = read.find(signal).orElse(usual.signalPoints());
                    int stablePoints = read.find(stable).orElse(usual.stablePoints());
                    int runLength = read.find(run).orElse(usual.runLength());
                    int steadyLength = read.find(steady).orElse(usual.steadyLength());
                    Optional<TrendSettings.TooLow> low =
                            TrendSettings.tooLow(signalPoints, stablePoints, runLength, steadyLength);
                    low.ifPresent(number -> read.object(new Objection(
                            PolicyCode.WRONG_VALUE.id(),
                            Message.of(
                                    "the numbers of the trend do not fit together: %s (%s) must be %s or more.",
                                    inKebab(number.name()), number.value(), number.least()))));
                    return low.isPresent()
                            ? Optional.empty()
                            : Optional.of(new TrendSettings(signalPoints, stablePoints, runLength, steadyLength));
                },
                signal,
                stable,
                run,
                steady);
    }

    private static Field<TrendSettings, Integer> whole(String key, String means, Thresholds thresholds) {
        return field(key, means, thresholds.whole(Message.of("`%s`", key)));
    }

    private static String inKebab(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
