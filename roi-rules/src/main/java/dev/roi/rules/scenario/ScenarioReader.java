package dev.roi.rules.scenario;

import dev.roi.core.Baseline;
import dev.roi.core.Decision;
import dev.roi.core.Fault;
import dev.roi.core.Fault.Place;
import dev.roi.core.Fault.Severity;
import dev.roi.core.IndicatorId;
import dev.roi.core.IndicatorSet;
import dev.roi.core.Level;
import dev.roi.core.LeverId;
import dev.roi.core.Names;
import dev.roi.core.Nearest;
import dev.roi.core.Reading;
import dev.roi.core.RuleId;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.ScorecardCheck;
import dev.roi.core.Snapshot;
import dev.roi.core.UnknownReason;
import dev.roi.core.Worded;
import dev.roi.core.Workflow;
import dev.roi.core.json.Documents;
import dev.roi.core.json.Faults;
import dev.roi.core.json.Limits;
import dev.roi.core.json.Node;
import dev.roi.core.json.ScorecardParts;
import dev.roi.rules.policy.DeclaredNames;
import dev.roi.rules.policy.PolicyCode;
import dev.roi.rules.policy.PolicyDraft;
import dev.roi.rules.policy.PolicyFiles;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
    private static final List<String> EXPECTED = List.of("decision", "headline", "levers", "because", "not-because");

    private final IndicatorSet indicators;
    private final PolicyDraft.Names known;
    private final Faults faults;
    private final ScorecardParts parts;
    private final Map<String, Node> cases = new LinkedHashMap<>();
    private final Map<String, BaseCase> built = new HashMap<>();
    private final List<Scenario> scenarios = new ArrayList<>();
    private final Map<String, String> accepted = new LinkedHashMap<>();

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
        for (Node root : roots) {
            keys(root, List.of("about", "cases", "scenarios", "tables", "accepted"));
            object(root, "cases").forEach(this::addCase);
        }
        for (Node root : roots) {
            list(root, "scenarios").forEach(this::scenario);
            list(root, "tables").forEach(this::table);
        }
        for (Node root : roots) {
            list(root, "accepted").forEach(this::accept);
        }
        return scenarios;
    }

    /** Returns the cases that scenarios build on, as scorecards; what a scorecard could not have is a fault. */
    Map<String, Scorecard> scorecards() {
        Map<String, Scorecard> scorecards = new LinkedHashMap<>();
        cases.forEach((name, node) -> scorecards.put(name, scorecard(baseCase(name), node)));
        return scorecards;
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
            accepted.put(mutant.get(), because.get());
        } else {
            fault(
                    PolicyCode.MISSING_KEY,
                    node,
                    "an accepted mutant has the keys `mutant` and `because`.",
                    Optional.empty());
        }
    }

    private void addCase(String name, Node node) {
        Node before = cases.putIfAbsent(name, node);
        if (before != null) {
            fault(PolicyCode.REPEATED_NAME, node, "case `%s` is there twice.".formatted(name), Optional.empty());
        }
    }

    private BaseCase baseCase(String name) {
        BaseCase known = built.get(name);
        if (known != null) {
            return known;
        }
        built.put(name, BaseCase.EMPTY);
        Node node = cases.get(name);
        BaseCase made = BaseCase.EMPTY;
        if (node != null && isObject(node)) {
            keys(node, Stream.concat(Stream.of("about", "like"), GIVEN.stream()).toList());
            made = given(node, like(node, "like"));
        }
        built.put(name, made);
        return made;
    }

    private BaseCase like(Node node, String key) {
        return text(node, key)
                .filter(name -> isKnown(node.find(key).orElse(node), "case", name, DeclaredNames.of(cases.keySet())))
                .map(this::baseCase)
                .orElse(BaseCase.EMPTY);
    }

    private BaseCase given(Node node, BaseCase base) {
        Map<Integer, Node> earlier = new TreeMap<>(base.earlier());
        object(node, "earlier").forEach((key, month) -> {
            if (key.matches("[1-9][0-9]?")) {
                earlier.put(Integer.valueOf(key), month);
            } else {
                fault(
                        PolicyCode.WRONG_VALUE,
                        month,
                        "`%s` is no number of months before the reviewed one.".formatted(key),
                        Optional.of("The month before it is `1`."));
            }
        });
        return new BaseCase(
                node.find("scope")
                        .filter(this::isObject)
                        .map(scope -> scope(scope, base.scope()))
                        .orElse(base.scope()),
                month(node, "month").orElse(base.month()),
                whole(node, "months").orElse(base.months()),
                month(node, "first-use").or(base::firstUse),
                text(node, "currency").or(base::currency),
                node.find("workflows")
                        .filter(list -> is(list, Node.Kind.ARRAY, "a list"))
                        .map(parts::workflows)
                        .orElse(base.workflows()),
                BaseCase.over(base.baselines(), indicators(node, "baselines")),
                BaseCase.over(base.readings(), indicators(node, "readings")),
                BaseCase.over(base.now(), indicators(node, "now")),
                earlier);
    }

    private Scope scope(Node node, Scope base) {
        keys(node, List.of("level", "id", "name"));
        String id = text(node, "id").filter(Names::isKebab).orElse(base.id());
        return new Scope(
                node.find("level").flatMap(word -> word(word, Level.values())).orElse(base.level()),
                id,
                text(node, "name").orElse(id),
                Optional.empty());
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
        String name = text(node, "scenario").orElseGet(() -> {
            fault(
                    PolicyCode.MISSING_KEY,
                    node,
                    "key `scenario` is missing: say what the case shows.",
                    Optional.empty());
            return "-";
        });
        add(name, node, written(node), object(node, "now"), given(node, like(node, "case")), expected(node));
    }

    private Scenario.Expected expected(Node node) {
        Optional<Decision> decision = node.find("decision").flatMap(word -> word(word, Decision.values()));
        Optional<List<LeverId>> levers = node.find("levers").map(this::levers);
        return new Scenario.Expected(
                decision, text(node, "headline"), levers, rules(node, "because"), rules(node, "not-because"));
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
        List<String> columns = new ArrayList<>();
        DeclaredNames columnNames = known.indicators().and(DeclaredNames.of(EXPECTED));
        for (Node column : list(node, "columns")) {
            boolean isText = is(column, Node.Kind.TEXT, "a text");
            boolean known = isText && isKnown(column, "column", column.text(), columnNames);
            columns.add(known ? column.text() : "");
        }
        for (Node row : list(node, "rows")) {
            if (!is(row, Node.Kind.ARRAY, "a list")) {
                continue;
            }
            if (row.items().size() != columns.size()) {
                fault(
                        PolicyCode.WRONG_VALUE,
                        row,
                        "the row has %s values for %s columns."
                                .formatted(row.items().size(), columns.size()),
                        Optional.empty());
                continue;
            }
            row(name, columns, row, base, node);
        }
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
            if (cell.kind() == Node.Kind.NULL) {
                continue;
            }
            switch (columns.get(i)) {
                case "decision" -> decision = word(cell, Decision.values());
                case "headline" ->
                    headline = Optional.of(cell)
                            .filter(c -> is(c, Node.Kind.TEXT, "a text"))
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
        add(
                shown.isEmpty() ? name : "%s: %s".formatted(name, String.join(", ", shown)),
                row,
                written(table),
                BaseCase.over(object(table, "now"), cells),
                given,
                new Scenario.Expected(decision, headline, levers, because, notBecause));
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
            Scenario.Expected expected) {
        if (expected.isEmpty()) {
            fault(
                    PolicyCode.MISSING_KEY,
                    node,
                    "the scenario expects nothing.",
                    Optional.of("Say what must come of it, such as `decision: adjust`."));
            return;
        }
        Scorecard scorecard = scorecard(given, node);
        scenarios.add(new Scenario(
                name,
                new Place(node.source(), node.line(), node.column(), ""),
                written,
                written(now),
                scorecard,
                expected));
    }

    private Scorecard scorecard(BaseCase given, Node node) {
        Map<String, Node> places = new HashMap<>();
        Scorecard scorecard = scorecard(given, places);
        for (Fault fault : ScorecardCheck.faults(scorecard, indicators)) {
            fault(PolicyCode.WRONG_SCENARIO, place(fault, places, node), fault.message(), fault.help());
        }
        return scorecard;
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
        given.currency().filter(ScorecardCheck.currencies()::contains).ifPresent(scorecard::currency);
        for (Workflow workflow : given.workflows()) {
            scorecard.workflow(workflow);
        }
        given.baselines().forEach((name, node) -> {
            places.put("/baselines/" + name, node);
            if (!isWord(node, "none")) {
                Optional<Baseline> baseline = isWord(node, "unknown")
                        ? Optional.of(new Baseline.Undefined(Optional.empty()))
                        : parts.baseline(node);
                baseline.ifPresent(read -> scorecard.baseline(new IndicatorId(name), read));
            }
        });
        int position = 0;
        for (int before = given.months() - 1; before >= 0; before--) {
            Map<String, Node> readings = new LinkedHashMap<>(given.readings());
            boolean complete = true;
            Node said = given.earlier().get(before);
            if (said != null && before > 0) {
                if (isWord(said, "missing")) {
                    continue;
                }
                complete = !isWord(said, "partial");
                if (said.kind() == Node.Kind.OBJECT) {
                    known(said.fields()).forEach(readings::put);
                }
            }
            if (before == 0) {
                readings.putAll(given.now());
            }
            Map<IndicatorId, Reading> read = new LinkedHashMap<>();
            int at = position;
            readings.forEach((name, node) -> {
                places.put(ScorecardParts.pointer(at, new IndicatorId(name)), node);
                reading(node).ifPresent(reading -> read.put(new IndicatorId(name), reading));
            });
            YearMonth month = given.month().minusMonths(before);
            scorecard.snapshot(complete ? Snapshot.complete(month, read) : Snapshot.partial(month, read));
            position++;
        }
        return scorecard.build();
    }

    /** A reading as a scorecard has it, or the word why it is unknown. */
    private Optional<Reading> reading(Node node) {
        if (node.kind() == Node.Kind.TEXT) {
            if (node.text().equals("unknown")) {
                return Optional.of(Reading.unknown(UnknownReason.NOT_REPORTED));
            }
            return word(node, UnknownReason.values()).map(Reading::unknown);
        }
        return parts.reading(node);
    }

    private static boolean isWord(Node node, String word) {
        return node.kind() == Node.Kind.TEXT && node.text().equals(word);
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
                        "unknown key `%s`.".formatted(key),
                        Nearest.didYouMean(key, known));
            }
        }
    }

    private boolean isObject(Node node) {
        return is(node, Node.Kind.OBJECT, "keys with values");
    }

    private boolean is(Node node, Node.Kind kind, String expected) {
        if (node.kind() == kind) {
            return true;
        }
        fault(
                PolicyCode.WRONG_VALUE,
                node,
                "%s should stand here, and there is %s."
                        .formatted(expected, node.kind().words()),
                Optional.empty());
        return false;
    }

    private Map<String, Node> object(Node node, String key) {
        return node.find(key).filter(this::isObject).map(Node::fields).orElse(Map.of());
    }

    private List<Node> list(Node node, String key) {
        return node.find(key)
                .filter(found -> is(found, Node.Kind.ARRAY, "a list"))
                .map(Node::items)
                .orElse(List.of());
    }

    /** A list of names, or one name alone. */
    private List<String> names(Node node, String what, DeclaredNames known) {
        List<Node> items = node.kind() == Node.Kind.ARRAY ? node.items() : List.of(node);
        List<String> names = new ArrayList<>();
        for (Node item : items) {
            if (is(item, Node.Kind.TEXT, "a name") && isKnown(item, what, item.text(), known)) {
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
                "unknown %s `%s`.".formatted(what, name),
                Nearest.didYouMean(name, known.names()));
        return false;
    }

    private Optional<String> text(Node node, String key) {
        return node.find(key)
                .filter(found -> is(found, Node.Kind.TEXT, "a text"))
                .map(Node::text);
    }

    private Optional<Integer> whole(Node node, String key) {
        return node.find(key)
                .filter(found -> is(found, Node.Kind.NUMBER, "a number"))
                .map(found -> found.number().rounded(0).intValue())
                .filter(number -> {
                    boolean possible = number >= 1 && number <= 120;
                    if (!possible) {
                        fault(
                                PolicyCode.WRONG_VALUE,
                                node,
                                "`%s` should be from 1 to 120.".formatted(key),
                                Optional.empty());
                    }
                    return possible;
                });
    }

    private Optional<YearMonth> month(Node node, String key) {
        return text(node, key).flatMap(text -> {
            if (text.matches("[0-9]{4}-(0[1-9]|1[0-2])")) {
                return Optional.of(YearMonth.parse(text));
            }
            fault(
                    PolicyCode.WRONG_VALUE,
                    node,
                    "`%s` should be a month such as `2026-06`.".formatted(key),
                    Optional.empty());
            return Optional.empty();
        });
    }

    private <E extends Enum<E> & Worded> Optional<E> word(Node node, E[] values) {
        if (!is(node, Node.Kind.TEXT, "a word")) {
            return Optional.empty();
        }
        List<String> words = Arrays.stream(values).map(Worded::word).toList();
        return isKnown(node, "word", node.text(), DeclaredNames.of(words))
                ? Optional.of(values[words.indexOf(node.text())])
                : Optional.empty();
    }

    private void fault(PolicyCode code, Node node, String message, Optional<String> help) {
        faults.add(new Fault(
                code.id(), Severity.ERROR, new Place(node.source(), node.line(), node.column(), ""), message, help));
    }
}
