package dev.roi.governance.scenario;

import static java.util.Objects.requireNonNull;

import dev.roi.core.Baseline;
import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.Fault;
import dev.roi.core.Fault.Place;
import dev.roi.core.Fault.Severity;
import dev.roi.core.IndicatorId;
import dev.roi.core.IndicatorSet;
import dev.roi.core.InputFault;
import dev.roi.core.Level;
import dev.roi.core.LeverId;
import dev.roi.core.Names;
import dev.roi.core.Nearest;
import dev.roi.core.Quoted;
import dev.roi.core.Reading;
import dev.roi.core.RuleId;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.ScorecardCheck;
import dev.roi.core.Snapshot;
import dev.roi.core.UnknownReason;
import dev.roi.core.Worded;
import dev.roi.core.Workflow;
import dev.roi.core.format.Kind;
import dev.roi.core.json.Documents;
import dev.roi.core.json.Faults;
import dev.roi.core.json.Limits;
import dev.roi.core.json.Node;
import dev.roi.core.json.ScorecardParts;
import dev.roi.rules.policy.DeclaredNames;
import dev.roi.rules.policy.PolicyCode;
import dev.roi.rules.policy.PolicyDraft;
import dev.roi.rules.policy.PolicyFiles;
import dev.roi.rules.policy.Written;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the files of {@code scenarios/}, with every fault of all of them at once. */
final class ScenarioReader {

    private static final List<String> GIVEN = List.of(
            "scope",
            "first-use",
            "currency",
            "month",
            "months",
            "workflows",
            "baselines",
            "readings",
            "now",
            "earlier");
    static final List<String> EXPECTED = List.of("decision", "headline", "levers", "because", "not-because");

    /** What the names of mutants begin with. */
    private static final List<String> MUTANTS = List.of("threshold", "rule", "comparison");

    private static final int MOST_MONTHS = 120;

    /** Longer texts are not shown. */
    private static final int MOST_SHOWN = 40;

    /** The other reasons follow from what is given. */
    private static final List<String> UNKNOWN =
            List.of("unknown", "not-reported", "not-instrumented", "scattered", "not-due");

    /** How what stands under a key looks. */
    private static final Map<String, String> BY_KEY = Map.of(
            "readings", "readings: { indicator: 12 }",
            "now", "now: { indicator: 12 }",
            "baselines", "baselines: { indicator: 12 }",
            "earlier", "earlier: { 1: { indicator: 12 }, 2: missing }",
            "scope", "scope: { level: team, id: checkout }",
            "months", "months: 3",
            "month", "month: 2026-06",
            "first-use", "first-use: 2026-01",
            "case", "case: good",
            "decision", "decision: adjust");

    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");
    private static final Pattern MONTH_FIRST = Pattern.compile("(0?[1-9]|1[0-2])[/.-]([0-9]{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})[/.-]?(0?[1-9]|1[0-2])(?:[/.-]?[0-9]{2})?");

    private final IndicatorSet indicators;
    private final PolicyDraft.Names known;
    private final Faults faults;
    private final ScorecardParts parts;
    private final Map<String, Node> cases = new LinkedHashMap<>();
    private final Map<String, BaseCase> built = new HashMap<>();
    private final Set<String> building = new LinkedHashSet<>();
    private final Map<String, Checked> checked = new HashMap<>();
    private final IdentityHashMap<Node, Optional<Reading>> readings = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Optional<Baseline>> baselines = new IdentityHashMap<>();
    private final Map<String, Node> scenarioNames = new HashMap<>();
    private final Set<Fault> said = new HashSet<>();
    private final List<Scenario> scenarios = new ArrayList<>();
    private final Map<String, String> accepted = new LinkedHashMap<>();
    private final Map<String, Place> acceptedAt = new HashMap<>();

    /**
     * Makes a reader.
     *
     * @param indicators the indicators that could be read
     * @param known the names of all indicators, levers and rules
     * @param faults where to put everything that is wrong
     */
    ScenarioReader(IndicatorSet indicators, PolicyDraft.Names known, Faults faults) {
        this.indicators = indicators;
        this.known = known;
        this.faults = faults;
        this.parts = new ScorecardParts(indicators, faults);
    }

    List<Scenario> read(PolicyFiles files) {
        List<Node> roots = new ArrayList<>();
        for (String path : files.paths()) {
            if (path.startsWith("scenarios/")) {
                Documents.yaml(files.source(path), files.find(path).orElseThrow(), Limits.POLICY, faults)
                        .filter(this::isObject)
                        .ifPresent(roots::add);
            }
        }
        ScenarioSizes sizes = new ScenarioSizes(faults);
        if (!sizes.areKept(roots)) {
            return List.of();
        }
        for (Node root : roots) {
            keys(root, List.of("about", "cases", "scenarios", "tables", "accepted"));
            object(root, "cases").forEach(this::addCase);
        }
        if (!sizes.areShallow(cases)) {
            cases.clear();
            return List.of();
        }
        for (Node root : roots) {
            list(root, "scenarios").forEach(this::scenario);
            list(root, "tables").forEach(this::table);
        }
        for (Node root : roots) {
            list(root, "accepted").forEach(this::accept);
        }
        cases.keySet().forEach(this::checked);
        return scenarios;
    }

    /** Returns the cases that scenarios build on, used or not, as scorecards. */
    Map<String, Scorecard> scorecards() {
        Map<String, Scorecard> scorecards = new LinkedHashMap<>();
        cases.keySet().forEach(name -> scorecards.put(name, checked(name).scorecard()));
        return scorecards;
    }

    /**
     * What is given, as a scorecard.
     *
     * @param scorecard the scorecard
     * @param faults what it could not have, so that it is not said again of all that build on it
     */
    private record Checked(Scorecard scorecard, Set<String> faults) {}

    private Checked checked(String name) {
        Checked made = checked.get(name);
        if (made == null) {
            Node node = requireNonNull(cases.get(name));
            BaseCase given = baseCase(name);
            checked.put(name, new Checked(scorecard(given, new HashMap<>()), Set.of())); // for cases in a circle
            made = checked(given, node, node.kind() == Kind.OBJECT ? node.find("like") : Optional.empty());
            checked.put(name, made);
        }
        return made;
    }

    /** Makes a scorecard of what is given; what a scorecard could not have is a fault, unless its case has it already. */
    private Checked checked(BaseCase given, Node node, Optional<Node> base) {
        Map<String, Node> places = new HashMap<>();
        Scorecard scorecard = scorecard(given, places);
        Set<String> before = base.filter(found -> found.kind() == Kind.TEXT)
                .map(Node::text)
                .filter(cases::containsKey)
                .map(name -> checked(name).faults())
                .orElse(Set.of());
        Set<String> wrong = new HashSet<>();
        for (Fault fault : ScorecardCheck.faults(scorecard, indicators)) {
            wrong.add(fault.message());
            Node place = place(fault, places, node);
            if (!place.equals(node) || !before.contains(fault.message())) {
                fault(
                        PolicyCode.WRONG_SCENARIO,
                        place,
                        fault.message(),
                        fault.help().or(() -> widen(fault)));
            }
        }
        return new Checked(scorecard, wrong);
    }

    private static Optional<String> widen(Fault fault) {
        return fault.code().equals(InputFault.OUTSIDE_RANGE.code())
                ? Optional.of("Give one within it, or widen the range in %s.".formatted(PolicyFiles.INDICATORS))
                : Optional.empty();
    }

    /** Returns the mutants that no scenario has to notice, and why. */
    Map<String, String> accepted() {
        return accepted;
    }

    private void accept(Node node) {
        if (!isObject(node)) {
            return;
        }
        keys(node, List.of("mutant", "because"));
        Optional<String> mutant = text(node, "mutant");
        Optional<String> because = text(node, "because");
        if (mutant.isPresent() && because.isPresent()) {
            Node place = node.find("mutant").orElse(node);
            if (isMutant(place, mutant.get())) {
                accepted.put(mutant.get(), because.get());
                acceptedAt.put(mutant.get(), new Place(place.source(), place.line(), place.column(), ""));
            }
        } else {
            fault(
                    PolicyCode.MISSING_KEY,
                    node,
                    "an accepted mutant has the keys `mutant` and `because`.",
                    Optional.of("Write it such as `{ mutant: threshold/trend.*, because: trends are only shown }`."));
        }
    }

    /** Returns where each of them is written. */
    Map<String, Place> acceptedAt() {
        return acceptedAt;
    }

    /** Tells whether there may be such a mutant, as far as its name tells. */
    private boolean isMutant(Node place, String name) {
        String[] parts = name.split("/", -1);
        if (parts[0].endsWith("*")) {
            return MUTANTS.stream().anyMatch(kind -> (kind + "/").startsWith(stem(parts[0])))
                    || isKnown(place, "kind of mutant", parts[0], DeclaredNames.of(MUTANTS));
        }
        if (!isKnown(place, "kind of mutant", parts[0], DeclaredNames.of(MUTANTS)) || parts.length == 1) {
            return parts.length == 1; // the test of the policy says that there is none
        }
        boolean isThreshold = parts[0].equals("threshold");
        DeclaredNames names = isThreshold ? known.thresholds() : known.rules();
        String what = isThreshold ? "threshold" : "rule";
        boolean isStem = parts.length == 2 && parts[1].endsWith("*");
        return isStem
                ? names.names().stream().anyMatch(one -> one.startsWith(stem(parts[1])))
                        || isKnown(place, what, parts[1], names)
                : isKnown(place, what, parts[1], names);
    }

    private static String stem(String name) {
        return name.substring(0, name.length() - 1);
    }

    private void addCase(String name, Node node) {
        Node before = cases.putIfAbsent(name, node);
        if (before != null) {
            fault(
                    PolicyCode.REPEATED_NAME,
                    node,
                    "case `%s` is there twice; the other one is at %s:%s."
                            .formatted(name, before.source(), before.keyLine()),
                    Optional.of("Give one of the two another name."));
        }
    }

    private BaseCase baseCase(String name) {
        BaseCase known = built.get(name);
        if (known != null) {
            return known;
        }
        built.put(name, BaseCase.EMPTY);
        building.add(name);
        Node node = cases.get(name);
        BaseCase made = BaseCase.EMPTY;
        if (node != null && isObject(node)) {
            keys(node, Stream.concat(Stream.of("about", "like"), GIVEN.stream()).toList());
            made = given(node, like(node, "like"));
        }
        built.put(name, made);
        building.remove(name);
        return made;
    }

    private BaseCase like(Node node, String key) {
        Node place = node.find(key).orElse(node);
        return text(node, key)
                .filter(name -> isKnown(place, "case", name, DeclaredNames.of(cases.keySet())))
                .filter(name -> isNoCircle(place, name))
                .map(this::baseCase)
                .orElse(BaseCase.EMPTY);
    }

    private boolean isNoCircle(Node place, String name) {
        if (building.contains(name)) {
            fault(
                    PolicyCode.WRONG_VALUE,
                    place,
                    "case `%s` is like itself.".formatted(name),
                    Optional.of("Let one case begin: take this `like` out."));
            return false;
        }
        return true;
    }

    private BaseCase given(Node node, BaseCase base) {
        boolean isCounted = node.find("months").isEmpty();
        Optional<Integer> months = whole(node, "months");
        int counted = months.orElse(base.months());
        Map<Integer, Node> earlier = new TreeMap<>(base.earlier());
        object(node, "earlier").forEach((key, month) -> {
            boolean before =
                    isBefore(node.find("earlier").orElseThrow(), key, isCounted || months.isPresent(), counted);
            boolean stands = isMonth(month);
            if (before && stands) {
                earlier.put(Integer.valueOf(key), month);
            }
        });
        return new BaseCase(
                node.find("scope")
                        .filter(this::isObject)
                        .map(scope -> scope(scope, base.scope()))
                        .orElse(base.scope()),
                month(node, "month").orElse(base.month()),
                counted,
                month(node, "first-use").or(base::firstUse),
                text(node, "currency")
                        .filter(code -> isCurrency(node.find("currency").orElseThrow(), code))
                        .or(base::currency),
                node.find("workflows")
                        .filter(list -> is(list, Kind.ARRAY, "a list"))
                        .map(parts::workflows)
                        .orElse(base.workflows()),
                BaseCase.over(base.baselines(), indicators(node, "baselines")),
                BaseCase.over(base.readings(), indicators(node, "readings")),
                BaseCase.over(base.now(), indicators(node, "now")),
                earlier);
    }

    /** Tells whether a key of {@code earlier} is a month that there is. */
    private boolean isBefore(Node earlier, String key, boolean areCounted, int months) {
        if (!key.matches("[1-9][0-9]{0,2}") || Integer.parseInt(key) >= MOST_MONTHS) {
            faults.addAtKey(
                    PolicyCode.WRONG_VALUE.id(),
                    earlier,
                    key,
                    "%s is no number of months before the reviewed one.".formatted(Quoted.of(key)),
                    Optional.of("The month before it is `1`, the one before that `2`."));
            return false;
        }
        int before = Integer.parseInt(key);
        if (areCounted && before >= months) {
            faults.addAtKey(
                    PolicyCode.WRONG_VALUE.id(),
                    earlier,
                    key,
                    "`%s` is no month that there is: `months` is %s, the reviewed one included.".formatted(key, months),
                    Optional.of("Write `months: %s`, or take the month out.".formatted(before + 1)));
            return false;
        }
        return true;
    }

    /** Tells whether an earlier month is said to be missing or partial, or has readings; those are looked at. */
    private boolean isMonth(Node month) {
        if (month.kind() == Kind.OBJECT) {
            known(month.fields());
            return true;
        }
        if (isWord(month, "missing") || isWord(month, "partial")) {
            return true;
        }
        fault(
                PolicyCode.WRONG_VALUE,
                month,
                "`missing`, `partial` or readings should stand here, and there is %s.".formatted(shownInFault(month)),
                (month.kind() == Kind.TEXT
                                ? Nearest.didYouMean(month.text(), List.of("missing", "partial"))
                                : Optional.<String>empty())
                        .or(() -> Optional.of("Write it such as `{ 1: missing, 2: { indicator: 12 } }`.")));
        return false;
    }

    private boolean isCurrency(Node node, String code) {
        boolean isKnown = ScorecardCheck.currencies().contains(code);
        if (!isKnown) {
            fault(
                    PolicyCode.UNKNOWN_NAME,
                    node,
                    "unknown currency %s.".formatted(Quoted.of(code)),
                    Nearest.didYouMean(code, ScorecardCheck.currencies())
                            .or(() -> Optional.of("It is a code of ISO 4217 such as `EUR`.")));
        }
        return isKnown;
    }

    private Scope scope(Node node, Scope base) {
        keys(node, List.of("level", "id", "name"));
        String id = text(node, "id")
                .filter(given -> isScopeId(node.find("id").orElseThrow(), given))
                .orElse(base.id());
        return new Scope(
                node.find("level").flatMap(word -> word(word, Level.values())).orElse(base.level()),
                id,
                text(node, "name")
                        .filter(given -> isLabel(node.find("name").orElseThrow(), given))
                        .orElse(id),
                Optional.empty());
    }

    private boolean isScopeId(Node node, String id) {
        if (Names.isKebab(id)) {
            return true;
        }
        fault(
                PolicyCode.WRONG_VALUE,
                node,
                "scope id %s is not in small letters, digits and single hyphens.".formatted(Quoted.of(id)),
                Names.likely(id).map("Did you mean `%s`?"::formatted).or(() -> Optional.of("Such as `api-tests`.")));
        return false;
    }

    private boolean isLabel(Node node, String name) {
        boolean isLabel = !name.isBlank() && Names.isOneLine(name) && name.length() <= Names.MOST_LABEL_CHARACTERS;
        if (!isLabel) {
            fault(
                    PolicyCode.WRONG_VALUE,
                    node,
                    "a name stands on one line of at most %s characters.".formatted(Names.MOST_LABEL_CHARACTERS),
                    Optional.of("Shorten it, or leave it out: then the id is shown."));
        }
        return isLabel;
    }

    private void scenario(Node node) {
        if (!isObject(node)) {
            return;
        }
        keys(
                node,
                Stream.of(List.of("scenario", "case"), GIVEN, EXPECTED)
                        .flatMap(List::stream)
                        .toList());
        if (node.find("scenario").isEmpty() && !isMisspelt(node, List.of("scenario"))) {
            fault(
                    PolicyCode.MISSING_KEY,
                    node,
                    "key `scenario` is missing.",
                    Optional.of("Say what the case shows, such as `scenario: few users are trained first`."));
        }
        Optional<String> name = text(node, "scenario");
        name.ifPresent(given -> once(given, node.find("scenario").orElseThrow()));
        BaseCase given = given(node, like(node, "case"));
        Scenario.Expected expected = expected(node);
        boolean isSaid = EXPECTED.stream()
                        .anyMatch(key ->
                                node.find(key).filter(ScenarioReader::says).isPresent())
                || isMisspelt(node, EXPECTED);
        add(name.orElse("-"), node, written(node), object(node, "now"), given, expected, isSaid, node.find("case"));
    }

    /** Two scenarios of one file with one name are most likely one that was copied and never made another. */
    private void once(String name, Node place) {
        Node before = scenarioNames.putIfAbsent(place.source() + '\n' + name, place);
        if (before != null) {
            fault(
                    PolicyCode.REPEATED_NAME,
                    place,
                    "scenario %s is there twice; the other one is on line %s."
                            .formatted(Quoted.of(name), before.line()),
                    Optional.of("Say of each what it shows."));
        }
    }

    /** Tells whether one of some keys was most likely meant by a key that nothing is known of. */
    private static boolean isMisspelt(Node node, List<String> keys) {
        return node.fields().keySet().stream()
                .filter(key -> !keys.contains(key) && !GIVEN.contains(key))
                .anyMatch(key -> Nearest.to(key, keys).isPresent());
    }

    /** Tells whether something is expected, rightly written or not; no rule is nothing, and no lever is something. */
    private static boolean says(Node expected) {
        boolean isOfRules = expected.pointer().endsWith("because");
        return expected.kind() != Kind.NULL
                && !(isOfRules
                        && expected.kind() == Kind.ARRAY
                        && expected.items().isEmpty());
    }

    private Scenario.Expected expected(Node node) {
        Optional<Decision> decision = node.find("decision").flatMap(word -> word(word, Decision.values()));
        Optional<List<LeverId>> levers = node.find("levers").map(this::levers);
        List<RuleId> because = rules(node, "because");
        List<RuleId> notBecause = rules(node, "not-because");
        node.find("not-because").ifPresent(place -> canPass(place, because, notBecause));
        return new Scenario.Expected(decision, text(node, "headline"), levers, because, notBecause);
    }

    private void canPass(Node place, List<RuleId> because, List<RuleId> notBecause) {
        notBecause.stream()
                .filter(because::contains)
                .distinct()
                .forEach(rule -> fault(
                        PolicyCode.REPEATED_NAME,
                        place,
                        "rule `%s` is under `because` and under `not-because`; no policy can pass that."
                                .formatted(rule),
                        Optional.of("Take it out of one of the two.")));
    }

    private List<RuleId> rules(Node node, String key) {
        return node.find(key).map(this::ruleNames).orElse(List.of());
    }

    /** A table is one scenario for each row; a column is an indicator of the reviewed month, or something expected. */
    private void table(Node node) {
        if (!isObject(node)) {
            return;
        }
        keys(
                node,
                Stream.of(List.of("table", "case", "columns", "rows"), GIVEN)
                        .flatMap(List::stream)
                        .toList());
        String name = text(node, "table").orElse("table");
        BaseCase base = given(node, like(node, "case"));
        for (String key : List.of("columns", "rows")) {
            if (node.find(key).isEmpty() && !isMisspelt(node, List.of(key))) {
                fault(
                        PolicyCode.MISSING_KEY,
                        node,
                        "key `%s` is missing.".formatted(key),
                        Optional.of("A table has `columns: [indicator, decision]` and `rows:` with a list for each."));
            }
        }
        List<String> columns = new ArrayList<>();
        DeclaredNames columnNames = DeclaredNames.of(EXPECTED).and(known.indicators());
        for (Node column : list(node, "columns")) {
            boolean isColumn = is(column, Kind.TEXT, "a text")
                    && isKnown(column, "column", column.text(), columnNames)
                    && isNew(column, columns);
            columns.add(isColumn ? column.text() : "");
        }
        for (Node row : list(node, "rows")) {
            if (is(row, Kind.ARRAY, "a list") && !columns.isEmpty() && hasCells(row, columns.size())) {
                row(name, columns, row, base, node);
            }
        }
    }

    private boolean isNew(Node column, List<String> columns) {
        boolean isNew = !columns.contains(column.text());
        if (!isNew) {
            fault(
                    PolicyCode.REPEATED_NAME,
                    column,
                    "column `%s` is there twice.".formatted(column.text()),
                    Optional.of("Take one of the two out."));
        }
        return isNew;
    }

    private boolean hasCells(Node row, int columns) {
        int cells = row.items().size();
        if (cells == columns) {
            return true;
        }
        fault(
                PolicyCode.WRONG_VALUE,
                row,
                "the row has %s %s for %s %s."
                        .formatted(
                                cells, cells == 1 ? "value" : "values", columns, columns == 1 ? "column" : "columns"),
                Optional.of(
                        cells < columns
                                ? "Write `null` for a cell that says nothing."
                                : "Take out what is too many, or name its column; several words stand in brackets, `[one, other]`."));
        return false;
    }

    private void row(String name, List<String> columns, Node row, BaseCase base, Node table) {
        Map<String, Node> cells = new LinkedHashMap<>();
        Optional<Decision> decision = Optional.empty();
        Optional<String> headline = Optional.empty();
        Optional<List<LeverId>> levers = Optional.empty();
        List<RuleId> because = List.of();
        List<RuleId> notBecause = List.of();
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Node cell = row.items().get(i);
            if (cell.kind() == Kind.NULL) {
                continue;
            }
            switch (columns.get(i)) {
                case "decision" -> decision = word(cell, Decision.values());
                case "headline" ->
                    headline = Optional.of(cell)
                            .filter(c -> is(c, Kind.TEXT, "a text"))
                            .map(Node::text);
                case "levers" -> levers = Optional.of(levers(cell));
                case "because" -> because = ruleNames(cell);
                case "not-because" -> notBecause = ruleNames(cell);
                default -> {
                    if (isSound(columns.get(i))) {
                        cells.put(columns.get(i), cell);
                    }
                    shown.add("%s %s".formatted(columns.get(i), shown(cell)));
                }
            }
        }
        BaseCase given = new BaseCase(
                base.scope(),
                base.month(),
                base.months(),
                base.firstUse(),
                base.currency(),
                base.workflows(),
                base.baselines(),
                base.readings(),
                BaseCase.over(base.now(), cells),
                base.earlier());
        if (at(columns, row, "not-because").isPresent()) {
            canPass(at(columns, row, "not-because").get(), because, notBecause);
        }
        boolean isSaid = columns.contains("")
                || EXPECTED.stream()
                        .anyMatch(key -> at(columns, row, key)
                                .filter(cell -> cell.kind() != Kind.ARRAY
                                        || !cell.items().isEmpty()
                                        || key.equals("levers"))
                                .isPresent());
        add(
                shown.isEmpty() ? name : "%s: %s".formatted(name, String.join(", ", shown)),
                row,
                written(table),
                BaseCase.over(object(table, "now"), cells),
                given,
                new Scenario.Expected(decision, headline, levers, because, notBecause),
                isSaid,
                table.find("case"));
    }

    private static Optional<Node> at(List<String> columns, Node row, String column) {
        int at = columns.indexOf(column);
        return at < 0 ? Optional.empty() : Optional.of(row.items().get(at)).filter(cell -> cell.kind() != Kind.NULL);
    }

    private List<RuleId> ruleNames(Node cell) {
        return names(cell, "rule", known.rules()).stream()
                .filter(Names::isKebab)
                .map(RuleId::new)
                .toList();
    }

    private List<LeverId> levers(Node cell) {
        return names(cell, "lever", known.levers()).stream()
                .filter(Names::isKebab)
                .map(LeverId::new)
                .toList();
    }

    private static String shown(Node cell) {
        return switch (cell.kind()) {
            case NUMBER -> cell.number().toString();
            case TEXT -> cell.text();
            case OBJECT, ARRAY, BOOLEAN, NULL -> "…";
        };
    }

    /** What is given, as one would write it in a scenario, but for the reviewed month's readings. */
    private static Map<String, String> written(Node node) {
        Map<String, String> written = new LinkedHashMap<>();
        node.find("case").ifPresent(name -> written.put("case", YamlText.of(name)));
        for (String key : GIVEN) {
            if (!key.equals("now")) {
                node.find(key).ifPresent(value -> written.put(key, YamlText.of(value)));
            }
        }
        return written;
    }

    private static Map<String, String> written(Map<String, Node> readings) {
        Map<String, String> written = new LinkedHashMap<>();
        readings.forEach((name, reading) -> written.put(name, YamlText.of(reading)));
        return written;
    }

    private void add(
            String name,
            Node node,
            Map<String, String> written,
            Map<String, Node> now,
            BaseCase given,
            Scenario.Expected expected,
            boolean isSaid,
            Optional<Node> base) {
        Scorecard scorecard = checked(given, node, base).scorecard();
        if (!isSaid) {
            fault(
                    PolicyCode.MISSING_KEY,
                    node,
                    "the scenario expects nothing.",
                    Optional.of("Say what must come of it, such as `decision: adjust`."));
        }
        scenarios.add(new Scenario(
                name,
                new Place(node.source(), node.line(), node.column(), ""),
                written,
                written(now),
                scorecard,
                expected));
    }

    /** Returns what a fault of the scorecard is about: the reading or baseline that was written, or the scenario. */
    private static Node place(Fault fault, Map<String, Node> places, Node scenario) {
        String pointer = fault.place().pointer();
        while (!pointer.isEmpty()) {
            Node written = places.get(pointer);
            if (written != null) {
                return written;
            }
            pointer = pointer.substring(0, pointer.lastIndexOf('/'));
        }
        return scenario;
    }

    private Scorecard scorecard(BaseCase given, Map<String, Node> places) {
        Scope scope = new Scope(
                given.scope().level(), given.scope().id(), given.scope().name(), given.firstUse());
        Scorecard.Builder scorecard = Scorecard.of(scope);
        given.currency().ifPresent(scorecard::currency);
        for (Workflow workflow : given.workflows()) {
            scorecard.workflow(workflow);
        }
        given.baselines().forEach((name, node) -> {
            places.put("/baselines/" + name, node);
            if (!isWord(node, "none")) {
                baselines
                        .computeIfAbsent(node, this::baseline)
                        .ifPresent(read -> scorecard.baseline(new IndicatorId(name), read));
            }
        });
        int position = 0;
        for (int before = given.months() - 1; before >= 0; before--) {
            Map<String, Node> month = new LinkedHashMap<>(given.readings());
            boolean complete = true;
            Node said = given.earlier().get(before);
            if (said != null && before > 0) {
                if (isWord(said, "missing")) {
                    continue;
                }
                complete = !isWord(said, "partial");
                if (said.kind() == Kind.OBJECT) {
                    said.fields().forEach((name, reading) -> {
                        if (isSound(name)) {
                            month.put(name, reading);
                        }
                    });
                }
            }
            if (before == 0) {
                month.putAll(given.now());
            }
            Map<IndicatorId, Reading> read = new LinkedHashMap<>();
            int at = position;
            month.forEach((name, node) -> {
                places.put(ScorecardParts.pointer(at, new IndicatorId(name)), node);
                readings.computeIfAbsent(node, this::reading)
                        .ifPresent(reading -> read.put(new IndicatorId(name), reading));
            });
            YearMonth of = given.month().minusMonths(before);
            scorecard.snapshot(complete ? Snapshot.complete(of, read) : Snapshot.partial(of, read));
            position++;
        }
        return scorecard.build();
    }

    /** A reading as a scorecard has it, or the word why it is unknown. */
    private Optional<Reading> reading(Node node) {
        if (node.kind() != Kind.TEXT) {
            return parts.reading(node);
        }
        if (node.text().equals("unknown")) {
            return Optional.of(Reading.unknown(UnknownReason.NOT_REPORTED));
        }
        return isNumberOrWord(node, UNKNOWN)
                ? word(node, UnknownReason.values()).map(Reading::unknown)
                : Optional.empty();
    }

    private Optional<Baseline> baseline(Node node) {
        if (node.kind() != Kind.TEXT) {
            return parts.baseline(node);
        }
        return isNumberOrWord(node, List.of("none", "unknown"))
                ? Optional.of(new Baseline.Undefined(Optional.empty()))
                : Optional.empty();
    }

    /** Tells whether a text is one of a few words; a number that is written as a text is another fault. */
    private boolean isNumberOrWord(Node node, List<String> words) {
        Optional<String> number = Written.likeNumberAlone(node.text());
        if (number.isPresent()) {
            fault(
                    PolicyCode.WRONG_VALUE,
                    node,
                    "a number should stand here, and there is %s.".formatted(shownInFault(node)),
                    number);
            return false;
        }
        return isKnown(node, "word", node.text(), DeclaredNames.of(words));
    }

    private static boolean isWord(Node node, String word) {
        return node.kind() == Kind.TEXT && node.text().equals(word);
    }

    private Map<String, Node> indicators(Node node, String key) {
        return known(object(node, key));
    }

    /** Returns what is given of indicators that could be read; a name that no indicator has is a fault. */
    private Map<String, Node> known(Map<String, Node> named) {
        Map<String, Node> sound = new LinkedHashMap<>();
        named.forEach((name, value) -> {
            if (isKnown(value, "indicator", name, known.indicators()) && isSound(name)) {
                sound.put(name, value);
            }
        });
        return sound;
    }

    private boolean isSound(String indicator) {
        return Names.isKebab(indicator)
                && indicators.find(new IndicatorId(indicator)).isPresent();
    }

    private void keys(Node node, List<String> known) {
        if (!isObject(node)) {
            return;
        }
        Set<String> keys = node.fields().keySet();
        for (String key : keys) {
            if (!known.contains(key)) {
                faults.addAtKey(
                        PolicyCode.UNKNOWN_KEY.id(),
                        node,
                        key,
                        "unknown key %s.".formatted(Quoted.of(key)),
                        Optional.of(DeclaredNames.of(known).suggest(key)));
            }
        }
    }

    private boolean isObject(Node node) {
        return is(node, Kind.OBJECT, "keys with values");
    }

    private boolean is(Node node, Kind kind, String expected) {
        if (node.kind() == kind) {
            return true;
        }
        fault(
                PolicyCode.WRONG_VALUE,
                node,
                "%s should stand here, and there is %s.".formatted(expected, shownInFault(node)),
                likely(node, kind));
        return false;
    }

    private static String shownInFault(Node node) {
        boolean isShort = node.kind() == Kind.TEXT && node.text().length() <= MOST_SHOWN;
        String words = node.kind() == Kind.NULL ? "nothing" : node.kind().words();
        return isShort ? "the text %s".formatted(Quoted.of(node.text())) : words;
    }

    private static Optional<String> likely(Node node, Kind wanted) {
        String pointer = node.pointer();
        String key = pointer.substring(pointer.lastIndexOf('/') + 1);
        if (wanted == Kind.NUMBER && node.kind() == Kind.TEXT) {
            return Written.likeNumberAlone(node.text()).or(() -> likeKey(key));
        }
        if (BY_KEY.containsKey(key)) {
            return likeKey(key);
        }
        return switch (wanted) {
            case TEXT ->
                node.kind() == Kind.NUMBER
                        ? Optional.of("Write it in quotes: `\"%s\"`.".formatted(node.number()))
                        : Optional.of("Write it out, or take it out.");
            case ARRAY ->
                node.kind() == Kind.TEXT && node.text().length() <= MOST_SHOWN
                        ? Optional.of("Write it in brackets: `[%s]`.".formatted(node.text()))
                        : Optional.of("Each item of a list begins with `- `, in a line of its own.");
            case OBJECT -> Optional.of("Write each key with its value, such as `case: good`.");
            case NUMBER, BOOLEAN, NULL -> Optional.empty();
        };
    }

    private static Optional<String> likeKey(String key) {
        return Optional.ofNullable(BY_KEY.get(key)).map("Write it such as `%s`."::formatted);
    }

    private Map<String, Node> object(Node node, String key) {
        return node.find(key).filter(this::isObject).map(Node::fields).orElse(Map.of());
    }

    private List<Node> list(Node node, String key) {
        return node.find(key)
                .filter(found -> is(found, Kind.ARRAY, "a list"))
                .map(Node::items)
                .orElse(List.of());
    }

    /** A list of names, or one name alone. */
    private List<String> names(Node node, String what, DeclaredNames known) {
        List<Node> items = node.kind() == Kind.ARRAY ? node.items() : List.of(node);
        List<String> names = new ArrayList<>();
        for (Node item : items) {
            if (is(item, Kind.TEXT, "a name") && isKnown(item, what, item.text(), known)) {
                names.add(item.text());
            }
        }
        return names;
    }

    private boolean isKnown(Node node, String what, String name, DeclaredNames known) {
        if (known.has(name)) {
            return true;
        }
        fault(
                PolicyCode.UNKNOWN_NAME,
                node,
                "unknown %s %s.".formatted(what, Quoted.of(name)),
                Optional.of(known.suggest(name)));
        return false;
    }

    private Optional<String> text(Node node, String key) {
        return node.find(key).filter(found -> is(found, Kind.TEXT, "a text")).map(Node::text);
    }

    /** A number of months. */
    private Optional<Integer> whole(Node node, String key) {
        return node.find(key)
                .filter(found -> is(found, Kind.NUMBER, "a number"))
                .filter(found -> {
                    Exact number = found.number();
                    boolean isPossible =
                            number.isWhole() && number.signum() > 0 && !number.isAbove(Exact.of(MOST_MONTHS));
                    if (!isPossible) {
                        fault(
                                PolicyCode.WRONG_VALUE,
                                found,
                                "`%s` should be a whole number from 1 to %s, and is %s."
                                        .formatted(key, MOST_MONTHS, number),
                                Optional.of("It counts the months there are, the reviewed one included."));
                    }
                    return isPossible;
                })
                .map(found -> found.number().rounded(0).intValue());
    }

    private Optional<YearMonth> month(Node node, String key) {
        return node.find(key).filter(found -> is(found, Kind.TEXT, "a month")).flatMap(found -> {
            if (MONTH.matcher(found.text()).matches()) {
                return Optional.of(YearMonth.parse(found.text()));
            }
            fault(
                    PolicyCode.WRONG_VALUE,
                    found,
                    "a month is year and month, and there is %s.".formatted(shownInFault(found)),
                    meantMonth(found.text())
                            .map("Did you mean `%s`?"::formatted)
                            .or(() -> Optional.of("Write it such as `2026-06`.")));
            return Optional.empty();
        });
    }

    private static Optional<String> meantMonth(String text) {
        Matcher monthFirst = MONTH_FIRST.matcher(text.strip());
        Matcher yearFirst = YEAR_FIRST.matcher(text.strip());
        if (monthFirst.matches()) {
            return Optional.of(
                    "%s-%2s".formatted(monthFirst.group(2), monthFirst.group(1)).replace(' ', '0'));
        }
        return yearFirst.matches()
                ? Optional.of("%s-%2s"
                        .formatted(yearFirst.group(1), yearFirst.group(2))
                        .replace(' ', '0'))
                : Optional.empty();
    }

    private <E extends Enum<E> & Worded> Optional<E> word(Node node, E[] values) {
        if (!is(node, Kind.TEXT, "a word")) {
            return Optional.empty();
        }
        List<String> words = Arrays.stream(values).map(Worded::word).toList();
        return isKnown(node, "word", node.text(), DeclaredNames.of(words))
                ? Optional.of(values[words.indexOf(node.text())])
                : Optional.empty();
    }

    private void fault(PolicyCode code, Node node, String message, Optional<String> help) {
        Fault fault = new Fault(
                code.id(), Severity.ERROR, new Place(node.source(), node.line(), node.column(), ""), message, help);
        if (said.add(fault)) { // what several scenarios take from one case is said once
            faults.add(fault);
        }
    }
}
