package dev.roi.core.json;

import dev.roi.core.Baseline;
import dev.roi.core.Breakdown;
import dev.roi.core.Dimension;
import dev.roi.core.Exact;
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
import dev.roi.core.Unit;
import dev.roi.core.UnknownReason;
import dev.roi.core.Workflow;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
    private static final List<String> BASELINE_FIELDS =
            List.of("value", "period", "method", "definition", "note", "unknown");
    private static final List<String> SNAPSHOT_FIELDS = List.of("month", "complete", "readings");
    private static final List<String> READING_FIELDS = List.of(
            "value",
            "numerator",
            "denominator",
            "by",
            "definition",
            "unit",
            "source",
            "sample",
            "uncertainty",
            "note",
            "unknown");
    private static final List<String> RATE_FIELDS = List.of("numerator", "denominator");

    /** The others follow from what is given. */
    private static final List<UnknownReason> REASONS = List.of(
            UnknownReason.NOT_INSTRUMENTED,
            UnknownReason.SCATTERED,
            UnknownReason.NOT_DUE,
            UnknownReason.NOT_REPORTED);

    private static final int MOST_NAME_CHARACTERS = 300;
    private static final Scope UNNAMED = Scope.of(Level.PORTFOLIO, "unnamed");

    private final PolicyLookup policies;
    private final Faults faults;

    ScorecardReader(PolicyLookup policies, Faults faults) {
        this.policies = policies;
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
        Scope scope = fields.require("scope", Node.Kind.OBJECT)
                .flatMap(node -> Fields.of(node, faults, SCOPE_FIELDS))
                .flatMap(this::scope)
                .orElse(UNNAMED);
        Scorecard.Builder scorecard = Scorecard.of(scope);
        policy.ifPresent(scorecard::policy);
        currency(fields).ifPresent(scorecard::currency);
        fields.find("workflows", Node.Kind.ARRAY).ifPresent(list -> workflows(list, scorecard));
        fields.find("baselines", Node.Kind.OBJECT).ifPresent(object -> object.fields()
                .forEach((id, node) -> indicator(object, id, indicators)
                        .ifPresent(known ->
                                baseline(node).ifPresent(baseline -> scorecard.baseline(known, baseline)))));
        Map<YearMonth, Node> months = new TreeMap<>();
        fields.require("snapshots", Node.Kind.ARRAY).ifPresent(list -> {
            if (list.items().isEmpty()) {
                faults.add(InputFault.NOTHING_TO_REVIEW.code(), list, "`snapshots` has no month");
            }
            list.items()
                    .forEach(item -> Fields.of(item, faults, SNAPSHOT_FIELDS)
                            .flatMap(snapshot -> snapshot(snapshot, months, indicators))
                            .ifPresent(scorecard::snapshot));
        });
        if (months.isEmpty()) {
            scorecard.snapshot(Snapshot.partial(YearMonth.of(1, 1), Map.of()));
        }
        Scorecard built = scorecard.build();
        indicators.ifPresent(known -> check(fields.node(), built, known, List.copyOf(months.values())));
        return built;
    }

    void requireFormat(Fields fields, String format) {
        if (!fields.has("format")) {
            faults.add(
                    InputFault.MISSING_FIELD.code(),
                    fields.node(),
                    "`format` is missing",
                    Optional.of("For what this is read as it is %s.".formatted(Quoted.of(format))));
        }
        fields.find("format", Node.Kind.TEXT)
                .filter(node -> !node.text().equals(format))
                .ifPresent(node -> faults.add(
                        InputFault.WRONG_FORMAT.code(),
                        node,
                        "unknown format %s".formatted(Quoted.of(node.text())),
                        Optional.of("This is read as %s.".formatted(Quoted.of(format)))));
    }

    private Optional<IndicatorSet> indicators(Fields fields, Optional<PolicyId> policy) {
        Optional<Node> named = fields.find("policy");
        if (named.isPresent() && named.get().kind() != Node.Kind.TEXT) {
            return Optional.empty();
        }
        Optional<IndicatorSet> found =
                named.isPresent() && policy.isEmpty() ? Optional.empty() : policies.find(policy);
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
                faults.add(
                        InputFault.UNKNOWN_POLICY.code(),
                        named.get(),
                        "unknown policy %s".formatted(Quoted.of(name)),
                        Nearest.didYouMean(name, known).or(() -> listed(known)));
            }
        }
        return found;
    }

    private static Optional<String> listed(Collection<String> known) {
        if (known.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                known.stream().sorted().map(Quoted::of).collect(Collectors.joining(", ", "There are ", ".")));
    }

    private Optional<Scope> scope(Fields fields) {
        Optional<Level> level = fields.require("level", Node.Kind.TEXT).flatMap(node -> {
            Optional<Level> word = Fields.word(node.text(), List.of(Level.values()));
            if (word.isEmpty()) {
                unknownWord(InputFault.UNKNOWN_LEVEL, node, "level", Fields.words(Level.values()));
            }
            return word;
        });
        Optional<String> id = fields.require("id", Node.Kind.TEXT).map(Node::text);
        if (id.isPresent() && !Names.isKebab(id.get())) {
            faults.add(
                    InputFault.WRONG_NAME.code(),
                    fields.find("id").orElseThrow(),
                    "scope id %s is not in small letters, digits and single hyphens".formatted(Quoted.of(id.get())),
                    Optional.of("Such as `api-tests`."));
            id = Optional.empty();
        }
        Optional<String> name = name(fields, "name");
        Optional<YearMonth> firstUse = fields.month("firstUse");
        if (level.isEmpty() || id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Scope(level.get(), id.get(), name.orElse(id.get()), firstUse));
    }

    private void unknownWord(InputFault fault, Node node, String what, List<String> words) {
        String allowed = words.stream().map(Quoted::of).collect(Collectors.joining(", ", "It is one of ", "."));
        faults.add(
                fault.code(),
                node,
                "unknown %s %s".formatted(what, Quoted.of(node.text())),
                Nearest.didYouMean(node.text(), words).or(() -> Optional.of(allowed)));
    }

    /** A name for people: a line of its own, not too long to be shown. */
    private Optional<String> name(Fields fields, String key) {
        return fields.text(key).filter(text -> {
            Node node = fields.find(key).orElseThrow();
            return isLine(node, Fields.name(node), text);
        });
    }

    private boolean isLine(Node node, String what, String text) {
        if (text.lines().count() > 1 || text.contains("\t")) {
            faults.add(
                    InputFault.WRONG_NAME.code(),
                    node,
                    "%s is %s; a name stands on one line".formatted(what, Quoted.of(text)));
            return false;
        }
        if (text.length() > MOST_NAME_CHARACTERS) {
            faults.add(
                    InputFault.WRONG_NAME.code(),
                    node,
                    "%s is longer than the limit of %d characters".formatted(what, MOST_NAME_CHARACTERS));
            return false;
        }
        return true;
    }

    private Optional<String> currency(Fields fields) {
        return fields.find("currency", Node.Kind.TEXT).map(Node::text).filter(code -> {
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
        for (Node item : list.items()) {
            Optional<Fields> fields = Fields.of(item, faults, WORKFLOW_FIELDS);
            fields.flatMap(known -> workflow(known, seen)).ifPresent(scorecard::workflow);
        }
    }

    /** Reads an entry of a register that stands elsewhere than in a scorecard. */
    Optional<Workflow> workflow(Node item, Map<String, Node> seen) {
        return Fields.of(item, faults, WORKFLOW_FIELDS).flatMap(fields -> workflow(fields, seen));
    }

    private Optional<Workflow> workflow(Fields fields, Map<String, Node> seen) {
        fields.require("id", Node.Kind.TEXT);
        Optional<String> id = name(fields, "id");
        Optional<String> name = name(fields, "name");
        boolean authorised = fields.flag("authorised", false);
        boolean priority = fields.flag("priority", false);
        Optional<String> owner = name(fields, "owner");
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
        String where = first.source().equals(node.source()) ? "" : " in " + Quoted.of(first.source());
        faults.add(
                fault.code(),
                node,
                "%s is repeated; it stands first%s on line %d, column %d"
                        .formatted(what, where, first.line(), first.column()));
    }

    private Optional<Snapshot> snapshot(
            Fields fields, Map<YearMonth, Node> months, Optional<IndicatorSet> indicators) {
        fields.require("month", Node.Kind.TEXT);
        Optional<YearMonth> month = fields.month("month");
        boolean complete = fields.flag("complete", true);
        Map<IndicatorId, Reading> readings = new LinkedHashMap<>();
        fields.find("readings", Node.Kind.OBJECT).ifPresent(object -> object.fields()
                .forEach((id, node) -> indicator(object, id, indicators)
                        .ifPresent(known -> reading(node, indicators).ifPresent(reading -> readings.put(known, reading)))));
        if (month.isEmpty()) {
            return Optional.empty();
        }
        Node first = months.putIfAbsent(month.get(), fields.node());
        if (first != null) {
            Node node = fields.find("month").orElseThrow();
            repeated(
                    InputFault.REPEATED_MONTH,
                    node,
                    "month " + month.get(),
                    first.find("month").orElseThrow().place());
            return Optional.empty();
        }
        return Optional.of(
                complete ? Snapshot.complete(month.get(), readings) : Snapshot.partial(month.get(), readings));
    }

    /** The check knows indicators by their names; what cannot be a name is unknown already here. */
    private Optional<IndicatorId> indicator(
Node object, String id, Optional<IndicatorSet> indicators) {
        if (Names.isKebab(id)) {
            return Optional.of(new IndicatorId(id));
        }
        List<String> known = indicators.stream()
                .flatMap(set -> set.indicators().stream())
                .map(indicator -> indicator.id().value())
                .toList();
        faults.addAtKey(
                InputFault.UNKNOWN_INDICATOR.code(),
                object,
                id,
                "unknown indicator %s".formatted(Quoted.of(id)),
                Nearest.didYouMean(id, known));
        return Optional.empty();
    }

    Optional<Baseline> baseline(Node node) {
        if (node.kind() == Node.Kind.NULL) {
            return Optional.empty();
        }
        if (node.kind() == Node.Kind.NUMBER) {
            return Optional.of(node).filter(Node::isUsable).map(number -> Baseline.of(number.number()));
        }
        return objectInsteadOfNumber(node, BASELINE_FIELDS).flatMap(this::baseline);
    }

    private Optional<Fields> objectInsteadOfNumber(Node node, List<String> known) {
        if (node.kind() == Node.Kind.OBJECT) {
            return Fields.of(node, faults, known);
        }
        Optional<String> help = node.kind() == Node.Kind.TEXT
                ? Optional.of("A number stands without quotes; what is not known is `{ \"unknown\": \"not-reported\" }`.")
                : Optional.empty();
        faults.add(
                InputFault.WRONG_TYPE.code(),
                node,
                "%s is %s; it has to be a number or an object".formatted(Fields.name(node), node.kind().words()),
                help);
        return Optional.empty();
    }

    private Optional<Baseline> baseline(Fields fields) {
        Optional<String> note = fields.text("note");
        Optional<String> period = fields.text("period");
        Optional<String> method = fields.text("method");
        Optional<String> definition = fields.text("definition");
        Optional<Exact> value = fields.number("value");
        if (fields.has("unknown")) {
            reason(fields);
            return contradicts(fields, List.of("value", "period", "method", "definition"))
                    ? Optional.empty()
                    : Optional.of(new Baseline.Undefined(note));
        }
        if (!fields.has("value")) {
            faults.add(
                    InputFault.NO_VALUE.code(),
                    fields.node(),
                    "%s has neither `value` nor `unknown`".formatted(Fields.name(fields.node())));
        }
        return value.map(number -> new Baseline.Defined(number, period, method, definition, note));
    }

    private Optional<UnknownReason> reason(Fields fields) {
        return fields.find("unknown", Node.Kind.TEXT).flatMap(node -> {
            Optional<UnknownReason> reason = Fields.word(node.text(), REASONS);
            if (reason.isEmpty()) {
                List<String> words =
                        REASONS.stream().map(UnknownReason::word).toList();
                unknownWord(InputFault.UNKNOWN_REASON, node, "reason", words);
            }
            return reason;
        });
    }

    private boolean contradicts(Fields fields, List<String> others) {
        List<String> there = others.stream().filter(fields::has).toList();
        if (there.isEmpty()) {
            return false;
        }
        faults.addAtKey(
                InputFault.CONTRADICTION.code(),
                fields.node(),
                "unknown",
                "%s has `unknown` together with %s"
                        .formatted(
                                Fields.name(fields.node()),
                                there.stream().map(Quoted::of).collect(Collectors.joining(", "))),
                Optional.of("Beside `unknown` only `note` may stand."));
        return true;
    }

    Optional<Reading> reading(Node node, Optional<IndicatorSet> indicators) {
        if (node.kind() == Node.Kind.NULL) {
            return Optional.empty();
        }
        if (node.kind() == Node.Kind.NUMBER) {
            return Optional.of(node).filter(Node::isUsable).map(number -> Reading.of(number.number()));
        }
        return objectInsteadOfNumber(node, READING_FIELDS).flatMap(fields -> reading(fields, indicators));
    }

    private Optional<Reading> reading(Fields fields, Optional<IndicatorSet> indicators) {
        Optional<String> note = fields.text("note");
        Optional<String> definition = fields.text("definition");
        Optional<String> source = fields.text("source");
        Optional<Unit> unit = unit(fields, indicators);
        Optional<Exact> sample = sample(fields);
        Optional<Exact> uncertainty = uncertainty(fields);
        Optional<Exact> value = fields.number("value");
        Optional<Map<Dimension, Map<String, Reading.Part>>> by = by(fields);
        boolean rate = fields.has("numerator") || fields.has("denominator");
        if (fields.has("unknown")) {
            Optional<UnknownReason> reason = reason(fields);
            List<String> others = new ArrayList<>(READING_FIELDS);
            others.removeAll(List.of("unknown", "note"));
            boolean contradicts = contradicts(fields, others);
            return contradicts ? Optional.empty() : reason.map(known -> new Reading.Unknown(known, note));
        }
        if (rate && fields.has("value")) {
            faults.addAtKey(
                    InputFault.CONTRADICTION.code(),
                    fields.node(),
                    "value",
                    "%s has `value` together with `numerator` and `denominator`".formatted(Fields.name(fields.node())),
                    Optional.of("The value is computed from these two; leave it out."));
            return Optional.empty();
        }
        Optional<Reading.Rate> counts = rate ? rate(fields) : Optional.empty();
        if (!rate && !fields.has("value")) {
            faults.add(
                    InputFault.NO_VALUE.code(),
                    fields.node(),
                    "%s has neither `value` nor `numerator` and `denominator` nor `unknown`"
                            .formatted(Fields.name(fields.node())));
            return Optional.empty();
        }
        if (counts.isPresent() && counts.get().denominator().isZero()) {
            return Optional.of(new Reading.Unknown(UnknownReason.NO_CASES, note));
        }
        Optional<Exact> known = counts.map(Reading.Rate::percent).or(() -> value);
        boolean unitNotUnderstood = fields.has("unit") && unit.isEmpty();
        if (known.isEmpty() || by.isEmpty() || unitNotUnderstood) {
            return Optional.empty();
        }
        return Optional.of(new Reading.Known(
                known.get(), counts, by.get(), definition, unit, source, sample, uncertainty, note));
    }

    private Optional<Unit> unit(Fields fields, Optional<IndicatorSet> indicators) {
        return fields.text("unit").flatMap(name -> {
            boolean mayBeUnit = Names.isKebab(name) || ScorecardCheck.currencies().contains(name);
            if (mayBeUnit) {
                return Optional.of(new Unit(name));
            }
            List<String> known = new ArrayList<>(ScorecardCheck.currencies());
            indicators.ifPresent(set -> known.addAll(ScorecardCheck.units(set)));
            faults.add(
                    InputFault.UNKNOWN_UNIT.code(),
                    fields.find("unit").orElseThrow(),
                    "unknown unit %s".formatted(Quoted.of(name)),
                    Nearest.didYouMean(name, known));
            return Optional.empty();
        });
    }

    private Optional<Exact> sample(Fields fields) {
        return fields.number("sample").filter(number -> {
            if (number.signum() < 0) {
                faults.add(
                        InputFault.NEGATIVE.code(),
                        fields.find("sample").orElseThrow(),
                        "`sample` %s is negative".formatted(number));
                return false;
            }
            if (!number.isWhole()) {
                faults.add(
                        InputFault.FRACTIONAL_COUNT.code(),
                        fields.find("sample").orElseThrow(),
                        "`sample` %s is not whole".formatted(number));
                return false;
            }
            return true;
        });
    }

    private Optional<Exact> uncertainty(Fields fields) {
        return fields.number("uncertainty").filter(number -> {
            if (number.signum() < 0) {
                faults.add(
                        InputFault.NEGATIVE.code(),
                        fields.find("uncertainty").orElseThrow(),
                        "`uncertainty` %s is negative".formatted(number),
                        Optional.of("It is the distance on either side."));
                return false;
            }
            return true;
        });
    }

    private Optional<Reading.Rate> rate(Fields fields) {
        fields.require("numerator", Node.Kind.NUMBER);
        fields.require("denominator", Node.Kind.NUMBER);
        Optional<Exact> numerator = fields.find("numerator")
                .filter(node -> node.kind() == Node.Kind.NUMBER && node.isUsable())
                .map(Node::number);
        Optional<Exact> denominator = fields.find("denominator")
                .filter(node -> node.kind() == Node.Kind.NUMBER && node.isUsable())
                .map(Node::number);
        if (numerator.isEmpty() || denominator.isEmpty()) {
            return Optional.empty();
        }
        if (numerator.get().signum() < 0 || denominator.get().signum() < 0) {
            faults.addAtKey(
                    InputFault.WRONG_RATE.code(),
                    fields.node(),
                    numerator.get().signum() < 0 ? "numerator" : "denominator",
                    "%s of %s: neither may be negative".formatted(numerator.get(), denominator.get()));
            return Optional.empty();
        }
        if (denominator.get().isZero() && !numerator.get().isZero()) {
            faults.addAtKey(
                    InputFault.WRONG_RATE.code(),
                    fields.node(),
                    "numerator",
                    "%s of 0: cases were counted where there were none".formatted(numerator.get()));
            return Optional.empty();
        }
        return Optional.of(new Reading.Rate(numerator.get(), denominator.get()));
    }

    /** The parts; nothing where one of them cannot be understood, so that the rest is not held against their sum. */
    private Optional<Map<Dimension, Map<String, Reading.Part>>> by(Fields fields) {
        Optional<Node> by = fields.find("by");
        if (by.isEmpty()) {
            return Optional.of(Map.of());
        }
        if (!Fields.isA(by.get(), Node.Kind.OBJECT, faults)) {
            return Optional.empty();
        }
        boolean understood = true;
        Map<Dimension, Map<String, Reading.Part>> parts = new EnumMap<>(Dimension.class);
        for (Map.Entry<String, Node> entry : by.get().fields().entrySet()) {
            Optional<Dimension> dimension = Fields.word(entry.getKey(), List.of(Dimension.values()));
            if (dimension.isEmpty()) {
                List<String> words = Fields.words(Dimension.values());
                faults.addAtKey(
                        InputFault.UNKNOWN_DIMENSION.code(),
                        by.get(),
                        entry.getKey(),
                        "parts by %s are not known".formatted(Quoted.of(entry.getKey())),
                        Nearest.didYouMean(entry.getKey(), words)
                                .or(() -> Optional.of(words.stream()
                                        .map(Quoted::of)
                                        .collect(Collectors.joining(", ", "It is one of ", ".")))));
            }
            Optional<Map<String, Reading.Part>> of = parts(entry.getValue());
            understood &= dimension.isPresent() && of.isPresent();
            if (dimension.isPresent() && of.isPresent()) {
                parts.put(dimension.get(), of.get());
            }
        }
        return understood ? Optional.of(parts) : Optional.empty();
    }

    private Optional<Map<String, Reading.Part>> parts(Node node) {
        if (!Fields.isA(node, Node.Kind.OBJECT, faults)) {
            return Optional.empty();
        }
        if (node.fields().isEmpty()) {
            faults.add(
                    InputFault.NO_VALUE.code(),
                    node,
                    "%s has no parts".formatted(Fields.name(node)),
                    Optional.of("What there is nothing to say of is left out."));
            return Optional.empty();
        }
        boolean understood = true;
        Map<String, Reading.Part> parts = new LinkedHashMap<>();
        for (Map.Entry<String, Node> entry : node.fields().entrySet()) {
            understood &= isPartName(node, entry.getKey());
            Node value = entry.getValue();
            if (value.kind() == Node.Kind.NUMBER) {
                understood &= value.isUsable();
                parts.put(entry.getKey(), Reading.Part.of(value.number()));
                continue;
            }
            Optional<Reading.Rate> rate = objectInsteadOfNumber(value, RATE_FIELDS).flatMap(this::rate);
            understood &= rate.isPresent();
            // a part without cases says nothing of the whole
            rate.filter(counts -> !counts.denominator().isZero())
                    .ifPresent(counts -> parts.put(entry.getKey(), Reading.Part.of(counts)));
        }
        return understood ? Optional.of(parts) : Optional.empty();
    }

    private boolean isPartName(Node object, String name) {
        if (name.isBlank()) {
            faults.addAtKey(InputFault.WRONG_NAME.code(), object, name, "the name of a part is blank");
            return false;
        }
        if (name.lines().count() > 1 || name.contains("\t")) {
            faults.addAtKey(
                    InputFault.WRONG_NAME.code(),
                    object,
                    name,
                    "part %s: a name stands on one line".formatted(Quoted.of(name)));
            return false;
        }
        return true;
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
            Optional<Node> next = node.kind() == Node.Kind.OBJECT ? node.find(key) : Optional.empty();
            if (next.isEmpty()) {
                return node;
            }
            node = next.get();
        }
        return node;
    }
}
