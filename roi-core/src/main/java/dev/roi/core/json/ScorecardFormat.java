package dev.roi.core.json;

import static dev.roi.core.format.Field.field;
import static dev.roi.core.format.Field.maybe;
import static dev.roi.core.format.Field.usually;
import static dev.roi.core.format.Shape.flag;
import static dev.roi.core.format.Shape.list;
import static dev.roi.core.format.Shape.map;
import static dev.roi.core.format.Shape.month;
import static dev.roi.core.format.Shape.number;
import static dev.roi.core.format.Shape.object;
import static dev.roi.core.format.Shape.some;
import static dev.roi.core.format.Shape.text;
import static dev.roi.core.json.DocumentObjections.name;
import static dev.roi.core.json.DocumentObjections.objection;
import static dev.roi.core.json.DocumentObjections.repeated;

import com.fasterxml.jackson.core.JsonLocation;
import dev.roi.core.Baseline;
import dev.roi.core.Breakdown;
import dev.roi.core.Budget;
import dev.roi.core.Exact;
import dev.roi.core.Fault;
import dev.roi.core.IndicatorId;
import dev.roi.core.IndicatorSet;
import dev.roi.core.InputFault;
import dev.roi.core.Level;
import dev.roi.core.Message;
import dev.roi.core.Names;
import dev.roi.core.Nearest;
import dev.roi.core.PolicyId;
import dev.roi.core.Portfolio;
import dev.roi.core.Quoted;
import dev.roi.core.Reading;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.ScorecardCheck;
import dev.roi.core.Snapshot;
import dev.roi.core.Workflow;
import dev.roi.core.format.Field;
import dev.roi.core.format.Format;
import dev.roi.core.format.Kind;
import dev.roi.core.format.Read;
import dev.roi.core.format.Shape;
import dev.roi.core.format.Spot;
import dev.roi.core.format.Text;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A scorecard, {@code roi-scorecard/1}. Everything that can still be understood is checked, however much else is wrong, so
 * that all faults are reported together.
 *
 * <p>Made anew for each scorecard that is read, since it keeps what was read of it so far.
 */
final class ScorecardFormat {

    static final String NAME = "roi-scorecard/1";
    static final String PORTFOLIO = "roi-portfolio/1";
    static final String SCORECARDS = "scorecards";

    private static final Scope UNNAMED = Scope.of(Level.PORTFOLIO, "unnamed");

    private static final Text<String> LABEL = Text.of(
                    label -> Optional.of(label).filter(ScorecardFormat::isLabel), label -> label)
            .notBlank()
            .refusing((label, at) -> objection(
                    InputFault.WRONG_NAME,
                    Names.isOneLine(label)
                            ? Message.of(
                                    "%s is longer than the limit of %s characters",
                                    name(at), Names.MOST_LABEL_CHARACTERS)
                            : Message.of("%s is %s; a name stands on one line", name(at), Quoted.of(label))))
            .also("minLength", 1)
            .also("maxLength", Names.MOST_LABEL_CHARACTERS)
            .also("pattern", Nouns.ONE_LINE);

    private static boolean isLabel(String text) {
        return Names.isOneLine(text) && Names.characters(text) <= Names.MOST_LABEL_CHARACTERS;
    }

    // scopes

    private static final Field<Scope, Level> LEVEL = field(
            "level",
            "How wide the scope is.",
            level(new EnumMap<>(Map.of(
                    Level.WORKFLOW, "One way of working that uses the tool.",
                    Level.TEAM, "One team.",
                    Level.PORTFOLIO, "All of it."))),
            Scope::level);
    private static final Text<String> ID = Text.of(id -> Optional.of(id).filter(Names::isKebab), id -> id)
            .refusing((id, at) -> objection(
                    InputFault.WRONG_NAME,
                    Message.of(
                            "scope id %s %s",
                            Quoted.of(id),
                            id.length() > Names.MOST_CHARACTERS
                                    ? Message.of("is longer than the limit of %s characters", Names.MOST_CHARACTERS)
                                    : Message.of("is not in small letters, digits and single hyphens")),
                    Message.of("Such as `api-tests`.")))
            .also("maxLength", Names.MOST_CHARACTERS)
            .also("pattern", Nouns.KEBAB);
    private static final Field<Scope, String> SCOPE_ID =
            field("id", "Small letters, digits and single hyphens; once for each level in a portfolio.", ID, Scope::id);
    private static final Field<Scope, Optional<String>> SCOPE_NAME = maybe(
            "name", "What people call it; the id where nothing is said.", LABEL, scope -> Optional.of(scope.name()));
    private static final Field<Scope, Optional<YearMonth>> FIRST_USE = maybe(
            "firstUse",
            "The month in which the tool was first used; the earliest month given where nothing is said. Ramp-up, lag"
                    + " and due dates count from it.",
            month().suchAs("2026-05"),
            Scope::firstUse);

    private static final Field<Scope, List<String>> FORMER_IDS = usually(
            "formerIds",
            "Ids that the scope had before. A scorecard of such an id in the same input gives its earlier months, and"
                    + " is not reviewed by itself.",
            list(ID),
            List.of(),
            Scope::formerIds);

    private static final Shape<Scope> SCOPE = object(
                    "What is reviewed.", ScorecardFormat::scope, LEVEL, SCOPE_ID, SCOPE_NAME, FIRST_USE, FORMER_IDS)
            .named("scope");

    private static Text<Level> level(Map<Level, String> means) {
        Text<Level> level = Text.word(means);
        return level.refusing(
                DocumentObjections.unknown(InputFault.UNKNOWN_LEVEL, Message.of("unknown level"), level.words()));
    }

    private static Optional<Scope> scope(Read<Scope> read) {
        return read.isRead(LEVEL, SCOPE_ID)
                ? Optional.of(new Scope(
                        read.get(LEVEL),
                        read.get(SCOPE_ID),
                        read.get(SCOPE_NAME).orElse(read.get(SCOPE_ID)),
                        read.get(FIRST_USE),
                        read.get(FORMER_IDS)))
                : Optional.empty();
    }

    // workflows

    private static final Field<Workflow, String> WORKFLOW_ID = field(
            "id",
            "The name that parts by workflow cite.",
            LABEL.also("not", Map.of("const", Breakdown.UNASSIGNED)),
            Workflow::id);
    private static final Field<Workflow, Optional<String>> WORKFLOW_NAME = maybe(
            "name",
            "What people call it; the id where nothing is said.",
            LABEL,
            workflow -> Optional.of(workflow.name()));
    private static final Field<Workflow, Boolean> AUTHORISED = usually(
            "authorised",
            "Whether the organisation allows the tool there; it does not where nothing is said.",
            flag(),
            false,
            workflow -> workflow.authorisation() == Workflow.Authorisation.AUTHORISED);
    private static final Field<Workflow, Boolean> PRIORITY = usually(
            "priority",
            "Whether it is one that matters most.",
            flag(),
            false,
            workflow -> workflow.priority() == Workflow.Priority.PRIORITY);
    private static final Field<Workflow, Optional<String>> OWNER =
            maybe("owner", "Who answers for it.", LABEL, Workflow::owner);

    /** A register of workflows, each with an id of its own. */
    static Shape<List<Workflow>> workflows() {
        Map<String, Spot> seen = new HashMap<>();
        return list(object(
                        "One way of working that the tool may, or may not, be used for.",
                        read -> workflow(read, seen),
                        WORKFLOW_ID,
                        WORKFLOW_NAME,
                        AUTHORISED,
                        PRIORITY,
                        OWNER)
                .named("workflow"));
    }

    private static Optional<Workflow> workflow(Read<Workflow> read, Map<String, Spot> seen) {
        Optional<String> id = read.find(WORKFLOW_ID);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Spot at = read.spot(WORKFLOW_ID);
        if (id.get().equals(Breakdown.UNASSIGNED)) {
            read.object(
                    WORKFLOW_ID,
                    objection(
                            InputFault.WRONG_NAME,
                            Message.of(
                                    "workflow id `%s` is reserved for what belongs to no workflow",
                                    Breakdown.UNASSIGNED)));
            return Optional.empty();
        }
        Spot first = seen.putIfAbsent(id.get(), at);
        if (first != null) {
            read.object(
                    WORKFLOW_ID,
                    repeated(
                            InputFault.REPEATED_WORKFLOW,
                            at,
                            Message.of("workflow %s", Quoted.of(id.get())),
                            first.place()));
            return Optional.empty();
        }
        return Optional.of(new Workflow(
                id.get(),
                read.get(WORKFLOW_NAME).orElse(id.get()),
                read.get(AUTHORISED) ? Workflow.Authorisation.AUTHORISED : Workflow.Authorisation.NOT_AUTHORISED,
                read.get(PRIORITY) ? Workflow.Priority.PRIORITY : Workflow.Priority.ORDINARY,
                read.get(OWNER)));
    }

    // the scorecard itself

    private static final Field<Snapshot, YearMonth> MONTH =
            field("month", "Year and month.", month().suchAs("2026-05"), Snapshot::month);
    private static final Field<Snapshot, Boolean> COMPLETE = usually(
            "complete",
            "Whether the month is over and fully reported. A partial month is shown, and carries no decision and no"
                    + " trend.",
            flag(),
            true,
            Snapshot::isComplete);

    private static final Field<Scorecard, String> FORMAT = Format.says(NAME);
    private static final Field<Scorecard, Optional<PolicyId>> POLICY = maybe(
            "policy",
            "The policy that reviews this scorecard, unless the caller says otherwise.",
            text().taken(
                            (name, at, to) ->
                                    Optional.of(name).filter(Names::isKebab).map(PolicyId::new),
                            PolicyId::value)
                    .also("maxLength", Names.MOST_CHARACTERS)
                    .also("pattern", Nouns.KEBAB),
            Scorecard::policy);
    private static final Field<Scorecard, Scope> OF_SCOPE =
            field("scope", "What is reviewed.", SCOPE, Scorecard::scope);
    private static final Field<Scorecard, Optional<String>> CURRENCY = maybe(
            "currency",
            "ISO 4217 code of all money here.",
            Text.of(code -> Optional.of(code).filter(ScorecardCheck.currencies()::contains), code -> code)
                    .refusing((code, at) -> objection(
                            InputFault.UNKNOWN_CURRENCY,
                            Message.of("unknown currency %s", Quoted.of(code)),
                            Nearest.didYouMean(code, ScorecardCheck.currencies())
                                    .orElse(Message.of("It is a code of ISO 4217 such as `EUR`."))))
                    .also("pattern", "^[A-Z]{3}$")
                    .suchAs("EUR"),
            Scorecard::currency);

    private static final Text<String> DATE_NAME = Text.of(
                    name -> Optional.of(name).filter(Names::isKebab), name -> name)
            .refusing((name, at) -> objection(
                    InputFault.WRONG_NAME,
                    Message.of(
                            "the name of a date, %s, is not in small letters, digits and single hyphens",
                            Quoted.of(name)),
                    Message.of("Such as `contract-end`.")))
            .also("maxLength", Names.MOST_CHARACTERS)
            .also("pattern", Nouns.KEBAB);

    private static final Field<Scorecard, Map<String, YearMonth>> DATES = usually(
            "dates",
            "Months that rules may count to, by name, such as that in which a contract ends.",
            map(DATE_NAME, month()),
            Map.of(),
            Scorecard::dates);

    private static final Field<Budget, Exact> AMOUNT =
            field("amount", "How much there is; more than 0.", number().also("exclusiveMinimum", 0), Budget::amount);
    private static final Field<Budget, String> PERIOD = field(
            "period",
            "The months that it is for: from one to another, or one alone.",
            text().suchAs("2026-01/2026-12"),
            Budget::period);
    /** How a budget is written. */
    static final Shape<Budget> AMOUNT_FOR_A_PERIOD = object(
                    "An amount for a period.", ScorecardFormat::budget, AMOUNT, PERIOD)
            .named("budget");

    private static final Field<Scorecard, Optional<Budget>> BUDGET = maybe(
            "budget",
            "The money that there is for some months in a row. Cost to date is held against all of it, and against the"
                    + " part of it that has passed.",
            AMOUNT_FOR_A_PERIOD,
            Scorecard::budget);

    private static Optional<Budget> budget(Read<Budget> read) {
        if (!read.isRead(AMOUNT, PERIOD)) {
            return Optional.empty();
        }
        Exact amount = read.get(AMOUNT);
        Optional<Budget> budget = Budget.of(amount, read.get(PERIOD));
        if (budget.isEmpty()) {
            boolean isAmount = amount.signum() > 0;
            read.object(
                    isAmount ? PERIOD : AMOUNT,
                    isAmount
                            ? objection(
                                    InputFault.WRONG_BUDGET,
                                    Message.of(
                                            "`period` is %s; it is a month, or two in order, at most %s months",
                                            Quoted.of(read.get(PERIOD)), Budget.MOST_MONTHS),
                                    Message.of("Such as `2026-01/2026-12`."))
                            : objection(
                                    InputFault.WRONG_BUDGET,
                                    Message.of("`amount` is %s; it has to be more than 0", amount)));
        }
        return budget;
    }

    private final MeasureShapes measures;
    private final Field<Scorecard, List<Workflow>> workflows;
    private final Field<Scorecard, Map<IndicatorId, Baseline>> baselines;
    private final Field<Snapshot, Map<IndicatorId, Reading>> readings;
    private final Field<Scorecard, List<Snapshot>> snapshots;
    private final Format<Scorecard> format;

    /** The months in order of time, by the place of each among those that were written. */
    private final Map<YearMonth, Integer> positions = new TreeMap<>();

    private final Map<YearMonth, Spot> months = new HashMap<>();

    private ScorecardFormat(Optional<IndicatorSet> indicators, Comparator<IndicatorId> order) {
        this.measures = indicators.isPresent() ? new MeasureShapes(indicators) : MeasureShapes.OF_ANY_POLICY;
        Text<IndicatorId> indicator = measures.indicator();
        this.workflows = usually(
                "workflows",
                "The workflows that the tool may, or may not, be used for. What is not in it is not authorised.",
                workflows(),
                List.of(),
                Scorecard::workflows);
        this.baselines = usually(
                "baselines",
                "What readings are compared with, by indicator.",
                map(indicator, MeasureShapes.BASELINE.named("baseline")),
                Map.of(),
                scorecard -> sorted(scorecard.baselines(), order));
        this.readings = usually(
                "readings",
                "By indicator. What is left out, or null, is not known: not reported.",
                map(indicator, measures.reading().named("reading")),
                Map.of(),
                snapshot -> sorted(snapshot.readings(), order));
        this.snapshots = field(
                "snapshots",
                "The months in any order, each once; a gap is allowed.",
                some(
                        object("All readings of the scope for one month.", this::snapshot, MONTH, COMPLETE, readings)
                                .named("snapshot"),
                        at -> objection(InputFault.NOTHING_TO_REVIEW, Message.of("`snapshots` has no month"))),
                Scorecard::snapshots);
        this.format = Format.strict(
                NAME,
                "Scorecard",
                object(
                        "One scope, what it is compared with, and its months. Read strictly: an unknown field is an"
                                + " error. A "
                                + "number has at most %s digits before the point and %s decimals. Whether the policy has an "
                                        .formatted(Limits.NUMBER_DIGITS, Limits.NUMBER_DECIMALS)
                                + "indicator, and what values it may have, is checked when the scorecard is read.",
                        this::scorecard,
                        FORMAT,
                        POLICY,
                        OF_SCOPE,
                        CURRENCY,
                        workflows,
                        baselines,
                        DATES,
                        BUDGET,
                        snapshots));
    }

    private static <V> Map<IndicatorId, V> sorted(Map<IndicatorId, V> given, Comparator<IndicatorId> order) {
        Map<IndicatorId, V> sorted = new LinkedHashMap<>();
        given.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(order))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    /** How a scorecard is written, its indicators in the order of their names. */
    static final Format<Scorecard> WRITTEN = in(Comparator.naturalOrder());

    /** How a scorecard is written, its indicators in an order. */
    static Format<Scorecard> in(Comparator<IndicatorId> order) {
        return new ScorecardFormat(Optional.empty(), order).format;
    }

    /** A portfolio, {@code roi-portfolio/1}; its scorecards are read one by one, as they come. */
    static Format<Portfolio> portfolio() {
        return Format.strict(
                PORTFOLIO,
                "Portfolio",
                object(
                        "Several scopes; each is reviewed by itself.",
                        read -> Optional.empty(),
                        Format.says(PORTFOLIO),
                        field(
                                SCORECARDS,
                                "Each scope once.",
                                list(WRITTEN).also("minItems", 1),
                                Portfolio::scorecards)));
    }

    /** The values of a scorecard that something may be said of once all of them are read. */
    static final String MONTHS_AT = "/snapshots";

    static final String POLICY_AT = "/policy";
    static final String ID_AT = "/scope/id";
    static final String FORMER_IDS_AT = "/scope/formerIds";

    /** What was read of a scorecard, and where its months stand if each of them was understood. */
    record Understood(
            Scorecard scorecard,
            Optional<Fault.Place> months,
            Optional<Named> scope,
            Optional<Fault.Place> formerIds) {}

    /** Says where in its document something of a scorecard stands. */
    interface Placing {

        Fault.Place place(String pointer, JsonLocation at);
    }

    /** What a scorecard calls its scope, understood or not, and where. */
    record Named(String level, String id, Fault.Place at) {}

    /** Reads a scorecard; what it returns is of use only while there is no fault. */
    static Optional<Understood> read(Node root, PolicyLookup policies, Faults faults) {
        Optional<IndicatorSet> indicators =
                root.kind() == Kind.OBJECT ? indicators(root, policies, faults) : Optional.empty();
        ScorecardFormat format = new ScorecardFormat(indicators, Comparator.naturalOrder());
        Optional<Scorecard> read = format.format.read(root, new DocumentObjections(faults));
        return read.map(scorecard -> {
            indicators.ifPresent(known -> format.check(root, scorecard, known, faults));
            Optional<Node> months = root.find("snapshots")
                    .filter(list -> list.kind() == Kind.ARRAY
                            && format.isWhole(list.items().size(), scorecard));
            Optional<Node> scope = root.find("scope").filter(node -> node.kind() == Kind.OBJECT);
            return new Understood(
                    scorecard,
                    months.map(Node::place),
                    scope.flatMap(ScorecardFormat::named),
                    scope.flatMap(node -> node.find("formerIds")).map(Node::place));
        });
    }

    private static Optional<Named> named(Node scope) {
        Optional<Node> level = scope.find("level").filter(node -> node.kind() == Kind.TEXT);
        Optional<Node> id = scope.find("id").filter(node -> node.kind() == Kind.TEXT);
        return level.isPresent() && id.isPresent()
                ? Optional.of(
                        new Named(level.get().text(), id.get().text(), id.get().place()))
                : Optional.empty();
    }

    /**
     * Reads a scorecard with which nothing is wrong, from its tokens.
     *
     * @throws TokenCursor.Detour where anything is, so that it has to be read as a tree
     */
    static Understood read(TokenCursor root, PolicyLookup policies, Placing placing) {
        ScorecardFormat format = new ScorecardFormat(Optional.empty(), Comparator.naturalOrder());
        Faults faults = new Faults();
        Scorecard scorecard =
                format.format.read(root, new DocumentObjections(faults)).orElseThrow(TokenCursor.Detour::new);
        boolean isNoPolicy =
                scorecard.policy().isEmpty() && root.place(POLICY_AT).isPresent();
        if (isNoPolicy || !faults.isEmpty()) {
            throw new TokenCursor.Detour();
        }
        IndicatorSet indicators = policies.find(scorecard.policy()).orElseThrow(TokenCursor.Detour::new);
        if (!ScorecardCheck.faults(scorecard, indicators).isEmpty()) {
            throw new TokenCursor.Detour();
        }
        return new Understood(
                scorecard,
                root.place(MONTHS_AT)
                        .filter(there -> format.isWhole(format.positions.size(), scorecard))
                        .map(at -> placing.place(MONTHS_AT, at)),
                root.place(ID_AT)
                        .map(at -> new Named(
                                scorecard.scope().level().word(),
                                scorecard.scope().id(),
                                placing.place(ID_AT, at))),
                root.place(FORMER_IDS_AT).map(at -> placing.place(FORMER_IDS_AT, at)));
    }

    /** Finds what the policy measures; where there is no such policy, what the one measures that was probably meant. */
    private static Optional<IndicatorSet> indicators(Node root, PolicyLookup policies, Faults faults) {
        Optional<Node> named = root.find("policy");
        if (named.isPresent() && named.get().kind() != Kind.TEXT) {
            return Optional.empty();
        }
        Optional<PolicyId> policy = named.map(Node::text).filter(Names::isKebab).map(PolicyId::new);
        Optional<IndicatorSet> found = named.isPresent() && policy.isEmpty() ? Optional.empty() : policies.find(policy);
        if (found.isPresent()) {
            return found;
        }
        Collection<String> known = policies.known().stream().sorted().toList();
        Optional<Message> listed =
                Optional.of(known).filter(names -> !names.isEmpty()).map(Nearest::thereAre);
        if (named.isEmpty()) {
            faults.add(
                    InputFault.UNKNOWN_POLICY.code(),
                    root,
                    Message.of("the scorecard names no policy, and none is given with it"),
                    listed);
        } else if (!named.get().text().isBlank()) {
            String name = named.get().text();
            found = Nearest.to(name, known)
                    .filter(Names::isKebab)
                    .flatMap(meant -> policies.find(Optional.of(new PolicyId(meant))));
            faults.add(
                    InputFault.UNKNOWN_POLICY.code(),
                    named.get(),
                    found.isEmpty()
                            ? Message.of("unknown policy %s, so that readings are not checked yet", Quoted.of(name))
                            : Message.of("unknown policy %s", Quoted.of(name)),
                    Nearest.didYouMean(name, known).or(() -> listed));
        }
        return found;
    }

    private Optional<Scorecard> scorecard(Read<Scorecard> read) {
        Scorecard.Builder scorecard = Scorecard.of(read.find(OF_SCOPE).orElse(UNNAMED));
        read.get(POLICY).ifPresent(scorecard::policy);
        read.get(CURRENCY).ifPresent(scorecard::currency);
        read.get(workflows).forEach(scorecard::workflow);
        read.get(baselines).forEach(scorecard::baseline);
        read.get(DATES).forEach(scorecard::date);
        read.get(BUDGET).ifPresent(scorecard::budget);
        List<Snapshot> given = read.find(snapshots).orElse(List.of());
        given.forEach(scorecard::snapshot);
        if (given.isEmpty()) {
            scorecard.snapshot(Snapshot.partial(YearMonth.of(1, 1), Map.of()));
        }
        return Optional.of(scorecard.build());
    }

    /** A month that is wrong or repeated gets a stand-in, so that its readings are checked all the same. */
    private Optional<Snapshot> snapshot(Read<Snapshot> read) {
        Optional<YearMonth> given = read.find(MONTH);
        Optional<Spot> first = given.map(months::get);
        first.ifPresent(same -> read.object(
                MONTH,
                repeated(
                        InputFault.REPEATED_MONTH,
                        read.spot(MONTH),
                        Message.of("month %s", given.orElseThrow()),
                        same.place())));
        YearMonth standIn = YearMonth.of(-1 - positions.size(), 1);
        YearMonth month = first.isPresent() ? standIn : given.orElse(standIn);
        months.put(month, read.spot(MONTH));
        positions.put(month, positions.size());
        return Optional.of(
                read.get(COMPLETE)
                        ? Snapshot.complete(month, read.get(readings))
                        : Snapshot.partial(month, read.get(readings)));
    }

    /** Tells whether each month was understood, so that it can be told which can be reviewed. */
    private boolean isWhole(int written, Scorecard read) {
        return !positions.isEmpty()
                && positions.size() == written
                && positions.keySet().stream().allMatch(month -> month.getYear() > 0)
                && positions.keySet().stream().anyMatch(month -> !month.isBefore(read.firstUse()));
    }

    private void check(Node root, Scorecard scorecard, IndicatorSet indicators, Faults faults) {
        List<Node> written = root.find("snapshots").filter(list -> list.kind() == Kind.ARRAY).stream()
                .flatMap(list -> list.items().stream())
                .filter(item -> item.kind() == Kind.OBJECT)
                .toList();
        List<Node> inTime = positions.values().stream().map(written::get).toList();
        for (Fault fault : ScorecardCheck.faults(scorecard, indicators)) {
            Node node = resolve(root, fault.place().pointer(), inTime);
            boolean atKey = fault.code().equals(InputFault.UNKNOWN_INDICATOR.code())
                    || fault.code().equals(InputFault.UNKNOWN_PART.code());
            Fault.Place place = atKey ? node.keyPlace() : node.place();
            faults.add(new Fault(fault.code(), fault.severity(), place, fault.what(), fault.fix()));
        }
    }

    /** The deepest value on the way of a pointer; months are in order of time there, not in the document's. */
    private static Node resolve(Node root, String pointer, List<Node> months) {
        Node node = root;
        String[] tokens = pointer.split("/", -1);
        for (int i = 1; i < tokens.length; i++) {
            if (i == 1 && tokens[1].equals("snapshots")) {
                node = months.get(Integer.parseInt(tokens[2]));
                i++;
                continue;
            }
            String key = tokens[i].replace("~1", "/").replace("~0", "~");
            Optional<Node> next = node.kind() == Kind.OBJECT ? node.find(key) : Optional.empty();
            if (next.isEmpty()) {
                return node;
            }
            node = next.get();
        }
        return node;
    }
}
