package dev.roi.core.json;

import dev.roi.core.Breakdown;
import dev.roi.core.Fault;
import dev.roi.core.IndicatorId;
import dev.roi.core.IndicatorSet;
import dev.roi.core.InputFault;
import dev.roi.core.Level;
import dev.roi.core.Names;
import dev.roi.core.Nearest;
import dev.roi.core.PolicyId;
import dev.roi.core.Quoted;
import dev.roi.core.Reading;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.ScorecardCheck;
import dev.roi.core.Snapshot;
import dev.roi.core.Workflow;
import dev.roi.core.format.Kind;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One scorecard from its tree. Everything that can still be understood is checked, however much else is wrong, so that
 * all faults are reported together.
 */
final class ScorecardReader {

    static final String FORMAT = "roi-scorecard/1";

    private static final List<String> FIELDS =
            List.of("format", "policy", "scope", "currency", "workflows", "baselines", "snapshots");
    private static final List<String> SCOPE_FIELDS = List.of("level", "id", "name", "firstUse");
    private static final List<String> WORKFLOW_FIELDS = List.of("id", "name", "authorised", "priority", "owner");
    private static final List<String> SNAPSHOT_FIELDS = List.of("month", "complete", "readings");
    private static final Scope UNNAMED = Scope.of(Level.PORTFOLIO, "unnamed");

    private final PolicyLookup policies;
    private final Optional<YearMonth> asked;
    private final Faults faults;

    ScorecardReader(PolicyLookup policies, Optional<YearMonth> asked, Faults faults) {
        this.policies = policies;
        this.asked = asked;
        this.faults = faults;
    }

    /** Reads a scorecard; what it returns is of use only while there is no fault. */
    Optional<Scorecard> read(Node root) {
        return Fields.of(root, faults, FIELDS).map(this::read);
    }

    private Scorecard read(Fields fields) {
        requireFormat(fields, FORMAT);
        Optional<PolicyId> policy = fields.text("policy").filter(Names::isKebab).map(PolicyId::new);
        Optional<IndicatorSet> indicators = indicators(fields, policy);
        Scope scope = fields.require("scope", Kind.OBJECT)
                .flatMap(node -> Fields.of(node, faults, SCOPE_FIELDS))
                .flatMap(this::scope)
                .orElse(UNNAMED);
        Scorecard.Builder scorecard = Scorecard.of(scope);
        policy.ifPresent(scorecard::policy);
        currency(fields).ifPresent(scorecard::currency);
        fields.find("workflows", Kind.ARRAY).ifPresent(list -> workflows(list, scorecard));
        MeasureReader measures = new MeasureReader(faults, indicators);
        fields.find("baselines", Kind.OBJECT)
                .ifPresent(object -> object.fields()
                        .forEach((name, node) -> measures.indicator(object, name)
                                .ifPresent(id -> measures.baseline(node)
                                        .ifPresent(baseline -> scorecard.baseline(id, baseline)))));
        Map<YearMonth, Node> months = new TreeMap<>();
        fields.require("snapshots", Kind.ARRAY).ifPresent(list -> {
            if (list.items().isEmpty()) {
                faults.add(InputFault.NOTHING_TO_REVIEW.code(), list, "`snapshots` has no month");
            }
            list.items()
                    .forEach(item -> Fields.of(item, faults, SNAPSHOT_FIELDS)
                            .ifPresent(known -> scorecard.snapshot(snapshot(known, months, measures))));
        });
        if (months.isEmpty()) {
            scorecard.snapshot(Snapshot.partial(YearMonth.of(1, 1), Map.of()));
        }
        Scorecard built = scorecard.build();
        indicators.ifPresent(known -> check(fields.node(), built, known, List.copyOf(months.values())));
        fields.find("snapshots")
                .filter(list -> list.kind() == Kind.ARRAY && isWhole(list, built, months))
                .ifPresent(list -> ScorecardCheck.monthFault(built, asked)
                        .ifPresent(fault -> faults.add(fault.code(), list, fault.message(), fault.help())));
        return built;
    }

    /** Tells whether each month was understood, so that it can be told which can be reviewed. */
    private static boolean isWhole(Node list, Scorecard read, Map<YearMonth, Node> months) {
        return !months.isEmpty()
                && months.size() == list.items().size()
                && months.keySet().stream().allMatch(month -> month.getYear() > 0)
                && months.keySet().stream().anyMatch(month -> !month.isBefore(read.firstUse()));
    }

    void requireFormat(Fields fields, String format) {
        if (!fields.has("format")) {
            faults.add(
                    InputFault.MISSING_FIELD.code(),
                    fields.node(),
                    "`format` is missing",
                    Optional.of("It has to be %s.".formatted(Quoted.of(format))));
        }
        fields.find("format", Kind.TEXT)
                .filter(node -> !node.text().equals(format))
                .ifPresent(node -> faults.add(
                        InputFault.WRONG_FORMAT.code(),
                        node,
                        "unknown format %s".formatted(Quoted.of(node.text())),
                        Optional.of("It has to be %s.".formatted(Quoted.of(format)))));
    }

    /** Finds what the policy measures; where there is no such policy, what the one measures that was probably meant. */
    private Optional<IndicatorSet> indicators(Fields fields, Optional<PolicyId> policy) {
        Optional<Node> named = fields.find("policy");
        if (named.isPresent() && named.get().kind() != Kind.TEXT) {
            return Optional.empty();
        }
        Optional<IndicatorSet> found = named.isPresent() && policy.isEmpty() ? Optional.empty() : policies.find(policy);
        if (found.isEmpty()) {
            Collection<String> known = policies.known();
            if (named.isEmpty()) {
                faults.add(
                        InputFault.UNKNOWN_POLICY.code(),
                        fields.node(),
                        "the scorecard names no policy, and none is given with it",
                        listed(known));
            } else if (!named.get().text().isBlank()) {
                String name = named.get().text();
                found = Nearest.to(name, known)
                        .filter(Names::isKebab)
                        .flatMap(meant -> policies.find(Optional.of(new PolicyId(meant))));
                faults.add(
                        InputFault.UNKNOWN_POLICY.code(),
                        named.get(),
                        "unknown policy %s%s"
                                .formatted(
                                        Quoted.of(name),
                                        found.isEmpty() ? ", so that readings are not checked yet" : ""),
                        Nearest.didYouMean(name, known).or(() -> listed(known)));
            }
        }
        return found;
    }

    private static Optional<String> listed(Collection<String> known) {
        List<String> sorted = known.stream().sorted().toList();
        return sorted.isEmpty() ? Optional.empty() : Optional.of("There are " + Fields.listed(sorted) + ".");
    }

    private Optional<Scope> scope(Fields fields) {
        fields.require("level");
        Optional<Level> level = fields.word("level", List.of(Level.values()), InputFault.UNKNOWN_LEVEL, "level");
        Optional<String> id = fields.require("id", Kind.TEXT).map(Node::text);
        if (id.isPresent() && !Names.isKebab(id.get())) {
            boolean tooLong = id.get().length() > Names.MOST_CHARACTERS;
            faults.add(
                    InputFault.WRONG_NAME.code(),
                    fields.find("id").orElseThrow(),
                    "scope id %s %s"
                            .formatted(
                                    Quoted.of(id.get()),
                                    tooLong
                                            ? "is longer than the limit of %s characters"
                                                    .formatted(Names.MOST_CHARACTERS)
                                            : "is not in small letters, digits and single hyphens"),
                    Optional.of("Such as `api-tests`."));
            id = Optional.empty();
        }
        Optional<String> name = fields.name("name");
        Optional<YearMonth> firstUse = fields.month("firstUse");
        if (level.isEmpty() || id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Scope(level.get(), id.get(), name.orElse(id.get()), firstUse));
    }

    private Optional<String> currency(Fields fields) {
        return fields.find("currency", Kind.TEXT).map(Node::text).filter(code -> {
            boolean known = ScorecardCheck.currencies().contains(code);
            if (!known) {
                faults.add(
                        InputFault.UNKNOWN_CURRENCY.code(),
                        fields.find("currency").orElseThrow(),
                        "unknown currency %s".formatted(Quoted.of(code)),
                        Nearest.didYouMean(code, ScorecardCheck.currencies())
                                .or(() -> Optional.of("It is a code of ISO 4217 such as `EUR`.")));
            }
            return known;
        });
    }

    private void workflows(Node list, Scorecard.Builder scorecard) {
        Map<String, Node> seen = new HashMap<>();
        list.items().forEach(item -> workflow(item, seen).ifPresent(scorecard::workflow));
    }

    Optional<Workflow> workflow(Node item, Map<String, Node> seen) {
        return Fields.of(item, faults, WORKFLOW_FIELDS).flatMap(fields -> workflow(fields, seen));
    }

    private Optional<Workflow> workflow(Fields fields, Map<String, Node> seen) {
        fields.require("id");
        Optional<String> id = fields.name("id");
        Optional<String> name = fields.name("name");
        boolean authorised = fields.flag("authorised", false);
        boolean priority = fields.flag("priority", false);
        Optional<String> owner = fields.name("owner");
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Node node = fields.find("id").orElseThrow();
        if (id.get().equals(Breakdown.UNASSIGNED)) {
            faults.add(
                    InputFault.WRONG_NAME.code(),
                    node,
                    "workflow id `%s` is reserved for what belongs to no workflow".formatted(Breakdown.UNASSIGNED));
            return Optional.empty();
        }
        Node first = seen.putIfAbsent(id.get(), node);
        if (first != null) {
            repeated(InputFault.REPEATED_WORKFLOW, node, "workflow " + Quoted.of(id.get()), first.place());
            return Optional.empty();
        }
        return Optional.of(new Workflow(
                id.get(),
                name.orElse(id.get()),
                authorised ? Workflow.Authorisation.AUTHORISED : Workflow.Authorisation.NOT_AUTHORISED,
                priority ? Workflow.Priority.PRIORITY : Workflow.Priority.ORDINARY,
                owner));
    }

    void repeated(InputFault fault, Node node, String what, Fault.Place first) {
        boolean same = first.source().equals(node.source());
        String where = same ? "" : " in " + Quoted.of(first.source());
        boolean again = same && first.line() == node.line() && first.column() == node.column();
        faults.add(
                fault.code(),
                node,
                again
                        ? "%s is repeated: the same input is given twice".formatted(what)
                        : "%s is repeated; it stands first%s on line %s, column %s"
                                .formatted(what, where, first.line(), first.column()));
    }

    /** A month that is wrong or repeated gets a stand-in, so that its readings are checked all the same. */
    private Snapshot snapshot(Fields fields, Map<YearMonth, Node> months, MeasureReader measures) {
        fields.require("month");
        Optional<YearMonth> given = fields.month("month");
        Optional<Node> first = given.map(months::get);
        first.ifPresent(snapshot -> repeated(
                InputFault.REPEATED_MONTH,
                fields.find("month").orElseThrow(),
                "month " + given.orElseThrow(),
                snapshot.find("month").orElseThrow().place()));
        YearMonth standIn = YearMonth.of(-1 - months.size(), 1);
        YearMonth month = first.isPresent() ? standIn : given.orElse(standIn);
        months.put(month, fields.node());
        boolean complete = fields.flag("complete", true);
        Map<IndicatorId, Reading> readings = new LinkedHashMap<>();
        fields.find("readings", Kind.OBJECT)
                .ifPresent(object -> object.fields()
                        .forEach((name, node) -> measures.indicator(object, name)
                                .ifPresent(
                                        id -> measures.reading(node).ifPresent(reading -> readings.put(id, reading)))));
        return complete ? Snapshot.complete(month, readings) : Snapshot.partial(month, readings);
    }

    private void check(Node root, Scorecard scorecard, IndicatorSet indicators, List<Node> months) {
        for (Fault fault : ScorecardCheck.faults(scorecard, indicators)) {
            Node node = resolve(root, fault.place().pointer(), months);
            boolean atKey = fault.code().equals(InputFault.UNKNOWN_INDICATOR.code())
                    || fault.code().equals(InputFault.UNKNOWN_PART.code());
            Fault.Place place = atKey ? node.keyPlace() : node.place();
            faults.add(new Fault(fault.code(), fault.severity(), place, fault.message(), fault.help()));
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
