package dev.roi.governance.scenario;

import static dev.roi.core.format.Field.field;
import static dev.roi.core.format.Shape.anyText;
import static dev.roi.core.format.Shape.object;

import dev.roi.core.Fault;
import dev.roi.core.Fault.Place;
import dev.roi.core.Fault.Severity;
import dev.roi.core.IndicatorSet;
import dev.roi.core.Message;
import dev.roi.core.Quoted;
import dev.roi.core.Scorecard;
import dev.roi.core.format.Cursor;
import dev.roi.core.format.Field;
import dev.roi.core.format.Format;
import dev.roi.core.format.Kind;
import dev.roi.core.format.Objection;
import dev.roi.core.format.Read;
import dev.roi.core.format.Shape;
import dev.roi.core.format.Spot;
import dev.roi.core.json.Documents;
import dev.roi.core.json.Faults;
import dev.roi.core.json.Limits;
import dev.roi.core.json.Node;
import dev.roi.core.json.ScorecardParts;
import dev.roi.rules.policy.PolicyCode;
import dev.roi.rules.policy.PolicyDraft;
import dev.roi.rules.policy.PolicyFiles;
import dev.roi.rules.policy.PolicyObjections;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the files of {@code scenarios/}, with every fault of all of them at once. */
final class ScenarioReader {

    private static final Field<Draft, String> NAME = field(
            "scenario",
            "What the case shows, as a sentence.",
            anyText().also("minLength", 1).suchAs("few users are trained first"));

    private final Faults faults;
    private final PolicyObjections objections;
    private final Cases cases;
    private final CaseScorecards scorecards;
    private final Expectations<Draft> expectations;
    private final GivenFields<Draft> given;
    private final Shape<Draft> scenario;
    private final Tables tables;
    private final Shape<AcceptedMutant> acceptedMutant;
    private final Format<ScenarioFile> format;
    private final Map<String, Spot> names = new HashMap<>();
    private final List<Scenario> scenarios = new ArrayList<>();
    private final List<PortfolioScenario> portfolios = new ArrayList<>();
    private final Map<String, AcceptedMutant> accepted = new LinkedHashMap<>();

    /**
     * Makes a reader.
     *
     * @param indicators the indicators that could be read
     * @param known the names of all indicators, levers and rules
     * @param faults where to put everything that is wrong
     */
    ScenarioReader(IndicatorSet indicators, PolicyDraft.Names known, Faults faults) {
        Set<Fault> said = new HashSet<>();
        this.faults = faults;
        this.objections = new PolicyObjections(fault -> {
            if (said.add(fault)) { // what several scenarios take from one case is said once
                faults.add(fault);
            }
        });
        this.cases = new Cases(indicators, known.indicators(), objections);
        this.scorecards = new CaseScorecards(cases, indicators, new ScorecardParts(indicators, faults), objections);
        this.expectations = new Expectations<>(known);
        this.given = new GivenFields<>("case", cases, indicators, known.indicators(), objections);
        List<Field<Draft, ?>> fields = new ArrayList<>(List.of(NAME));
        fields.addAll(given.fields());
        fields.addAll(expectations.fields());
        this.scenario = expectations.demand(object("A case that the policy must decide as said.", this::draft, fields));
        this.tables = new Tables(cases, indicators, known, expectations, objections);
        this.acceptedMutant = AcceptedMutant.shape(known);
        this.format = ScenarioFile.format(
                cases.shape(), scenario, tables.shape(), new PortfolioScenarios(known).shape(), acceptedMutant);
    }

    Format<ScenarioFile> format() {
        return format;
    }

    /**
     * A scenario, as far as it stands by itself.
     *
     * @param base the case that it builds on
     * @param cells what a row of a table gives of the reviewed month
     * @param isSaid whether anything is expected, rightly written or not
     */
    record Draft(
            String name,
            BaseCase given,
            Optional<String> base,
            Map<String, Cursor> cells,
            Scenario.Expected expected,
            boolean isSaid) {}

    List<Scenario> read(PolicyFiles files) {
        List<Node> roots = new ArrayList<>();
        for (String path : files.paths()) {
            if (path.startsWith("scenarios/")) {
                Documents.yaml(files.source(path), files.find(path).orElseThrow(), Limits.POLICY, faults)
                        .ifPresent(roots::add);
            }
        }
        ScenarioSizes sizes = new ScenarioSizes(objections);
        if (!sizes.areKept(roots)) {
            return List.of();
        }
        List<ScenarioFile> read = roots.stream()
                .flatMap(root -> format.read(root, objections).stream())
                .toList();
        read.forEach(file -> file.cases().forEach(cases::add));
        if (!sizes.areShallow(cases)) {
            cases.written().clear();
            return List.of();
        }
        for (ScenarioFile file : read) {
            file.scenarios()
                    .forEach(value -> scenario.read(value, objections).ifPresent(draft -> add(draft, value, value)));
            file.tables()
                    .forEach(value -> tables.shape()
                            .read(value, objections)
                            .ifPresent(table -> table.rows()
                                    .forEach(
                                            row -> tables.row(table, row).ifPresent(draft -> add(draft, row, value)))));
        }
        read.forEach(file -> portfolios.addAll(file.portfolios()));
        read.forEach(file -> file.accepted()
                .forEach(value -> acceptedMutant
                        .read(value, objections)
                        .ifPresent(known -> accepted.put(known.mutant(), known))));
        cases.written().keySet().forEach(scorecards::of);
        if (!faults.hasErrors()) {
            copied();
        }
        return scenarios;
    }

    /** Says once of a file that scenarios of it are those of another one. */
    private void copied() {
        Map<List<Object>, String> first = new HashMap<>();
        Map<List<String>, Integer> times = new LinkedHashMap<>();
        for (Scenario one : scenarios) {
            String file = one.place().source();
            String before = first.putIfAbsent(List.of(one.name(), one.given(), one.now(), one.expected()), file);
            if (before != null && !before.equals(file)) {
                times.merge(List.of(file, before), 1, Integer::sum);
            }
        }
        times.forEach((files, many) -> faults.add(new Fault(
                PolicyCode.COPIED_SCENARIOS.id(),
                Severity.WARNING,
                new Place(files.get(0), 0, 0, ""),
                many == 1
                        ? Message.of("a scenario of this file is word for word one of `%s`.", files.get(1))
                        : Message.of("%s scenarios of this file are word for word those of `%s`.", many, files.get(1)),
                Optional.of(Message.of("Keep each in one file, or say what it is to show.")))));
    }

    /** Returns the cases that scenarios build on, used or not, as scorecards. */
    Map<String, Scorecard> scorecards() {
        Map<String, Scorecard> all = new LinkedHashMap<>();
        cases.written().keySet().forEach(name -> all.put(name, scorecards.of(name)));
        return all;
    }

    /** Returns the scenarios of several scopes. */
    List<PortfolioScenario> portfolios() {
        return portfolios;
    }

    /** Returns the mutants that no scenario has to notice, by their names. */
    Map<String, AcceptedMutant> accepted() {
        return accepted;
    }

    private Optional<Draft> draft(Read<Draft> read) {
        read.find(NAME).ifPresent(name -> once(name, read.spot(NAME)));
        return Optional.of(new Draft(
                read.find(NAME).orElse("-"),
                given.given(read),
                given.base(read),
                Map.of(),
                expectations.expected(read),
                expectations.isSaid(read)));
    }

    /** Two scenarios of one file with one name are most likely one that was copied and never made another. */
    private void once(String name, Spot at) {
        Spot before = names.putIfAbsent(at.place().source() + '\n' + name, at);
        if (before != null) {
            objections.at(
                    at,
                    new Objection(
                            PolicyCode.REPEATED_NAME.id(),
                            Message.of(
                                    "scenario %s is there twice; the other one is on line %s.",
                                    Quoted.of(name), before.place().line()),
                            Message.of("Say of each what it shows.")));
        }
    }

    /**
     * Adds a scenario.
     *
     * @param at where it is written
     * @param written what holds what is given, as it is written
     */
    private void add(Draft draft, Cursor at, Cursor written) {
        Scorecard scorecard = scorecards.of(draft.given(), at.spot(), draft.base());
        if (!draft.isSaid()) {
            objections.at(
                    at.spot(),
                    new Objection(
                            PolicyCode.MISSING_KEY.id(),
                            Message.of("the scenario expects nothing."),
                            Message.of("Say what must come of it, such as `decision: adjust`.")));
        }
        Place place = at.spot().place();
        Map<String, Cursor> keys = new HashMap<>();
        written.eachField(keys::put);
        Map<String, String> lines = new LinkedHashMap<>();
        given.fields().stream()
                .map(Field::key)
                .filter(key -> !key.equals(GivenFields.NOW))
                .forEach(key ->
                        Optional.ofNullable(keys.get(key)).ifPresent(value -> lines.put(key, YamlText.of(value))));
        Map<String, String> now = new LinkedHashMap<>();
        Optional.ofNullable(keys.get(GivenFields.NOW))
                .filter(readings -> readings.kind() == Kind.OBJECT)
                .ifPresent(readings -> readings.eachField((name, value) -> now.put(name, YamlText.of(value))));
        draft.cells().forEach((name, value) -> now.put(name, YamlText.of(value)));
        scenarios.add(new Scenario(
                draft.name(),
                new Place(place.source(), place.line(), place.column(), ""),
                lines,
                now,
                scorecard,
                draft.expected()));
    }
}
