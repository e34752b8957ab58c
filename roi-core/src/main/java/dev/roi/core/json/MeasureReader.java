package dev.roi.core.json;

import dev.roi.core.Baseline;
import dev.roi.core.Dimension;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.IndicatorSet;
import dev.roi.core.InputFault;
import dev.roi.core.Names;
import dev.roi.core.Nearest;
import dev.roi.core.Quoted;
import dev.roi.core.Reading;
import dev.roi.core.ScorecardCheck;
import dev.roi.core.Unit;
import dev.roi.core.UnknownReason;
import dev.roi.core.format.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Readings and baselines from their trees: a number, or an object that says more. */
final class MeasureReader {

    private static final List<String> BASELINE_FIELDS =
            List.of("value", "period", "method", "definition", "note", "unknown");
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

    private static final Map<String, Dimension> DIMENSIONS = dimensions();

    /** The other reasons follow from what is given. */
    private static final List<UnknownReason> REASONS = List.of(
            UnknownReason.NOT_INSTRUMENTED, UnknownReason.SCATTERED, UnknownReason.NOT_DUE, UnknownReason.NOT_REPORTED);

    private final Faults faults;
    private final Optional<IndicatorSet> indicators;
    private final Map<String, IndicatorId> known = new HashMap<>();

    MeasureReader(Faults faults, Optional<IndicatorSet> indicators) {
        this.faults = faults;
        this.indicators = indicators;
        indicators.stream()
                .flatMap(set -> set.indicators().stream())
                .forEach(indicator -> known.put(indicator.id().value(), indicator.id()));
    }

    private static Map<String, Dimension> dimensions() {
        Map<String, Dimension> words = new LinkedHashMap<>();
        Arrays.stream(Dimension.values()).forEach(dimension -> words.put(dimension.word(), dimension));
        return Collections.unmodifiableMap(words);
    }

    /** The check knows indicators by their names; what cannot be a name is unknown already here. */
    Optional<IndicatorId> indicator(Node object, String name) {
        IndicatorId id = known.get(name);
        if (id != null) {
            return Optional.of(id);
        }
        if (Names.isKebab(name)) {
            return Optional.of(new IndicatorId(name));
        }
        faults.addAtKey(
                InputFault.UNKNOWN_INDICATOR.code(),
                object,
                name,
                "unknown indicator %s".formatted(Quoted.of(name)),
                Nearest.didYouMean(name, known.keySet()));
        return Optional.empty();
    }

    Optional<Baseline> baseline(Node node) {
        if (node.kind() == Kind.NULL) {
            return Optional.empty();
        }
        if (node.kind() == Kind.NUMBER) {
            return Optional.of(node).filter(Node::isUsable).map(number -> Baseline.of(number.number()));
        }
        return objectInsteadOfNumber(node, BASELINE_FIELDS).flatMap(this::baseline);
    }

    private Optional<Fields> objectInsteadOfNumber(Node node, List<String> known) {
        if (node.kind() == Kind.OBJECT) {
            return Fields.of(node, faults, known);
        }
        faults.add(
                InputFault.WRONG_TYPE.code(),
                node,
                "%s is %s; it has to be a number or an object"
                        .formatted(Fields.name(node), node.kind().words()),
                node.kind() == Kind.TEXT ? Optional.of("A number stands without quotes.") : Optional.empty());
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

    private static Optional<UnknownReason> reason(Fields fields) {
        return fields.word("unknown", REASONS, InputFault.UNKNOWN_REASON, "reason");
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
                "%s has `unknown` together with %s".formatted(Fields.name(fields.node()), Fields.listed(there)),
                Optional.of("Beside `unknown` only `note` may stand."));
        return true;
    }

    Optional<Reading> reading(Node node) {
        if (node.kind() == Kind.NULL) {
            return Optional.empty();
        }
        if (node.kind() == Kind.NUMBER) {
            return Optional.of(node).filter(Node::isUsable).map(number -> Reading.of(number.number()));
        }
        return objectInsteadOfNumber(node, READING_FIELDS).flatMap(this::reading);
    }

    private Optional<Reading> reading(Fields fields) {
        Optional<String> note = fields.text("note");
        Optional<String> definition = fields.text("definition");
        Optional<String> source = fields.text("source");
        Optional<Unit> unit = unit(fields);
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
        return Optional.of(
                new Reading.Known(known.get(), counts, by.get(), definition, unit, source, sample, uncertainty, note));
    }

    private Optional<Unit> unit(Fields fields) {
        return fields.text("unit").flatMap(name -> {
            boolean mayBeUnit =
                    Names.isKebab(name) || ScorecardCheck.currencies().contains(name);
            if (mayBeUnit) {
                return Optional.of(new Unit(name));
            }
            List<String> units = new ArrayList<>(ScorecardCheck.currencies());
            indicators.ifPresent(set -> units.addAll(ScorecardCheck.units(set)));
            faults.add(
                    InputFault.UNKNOWN_UNIT.code(),
                    fields.find("unit").orElseThrow(),
                    "unknown unit %s".formatted(Quoted.of(name)),
                    Nearest.didYouMean(name, units));
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
        fields.require("numerator");
        fields.require("denominator");
        Optional<Exact> numerator = fields.number("numerator");
        Optional<Exact> denominator = fields.number("denominator");
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
        if (!Fields.isA(by.get(), Kind.OBJECT, faults)) {
            return Optional.empty();
        }
        boolean understood = true;
        Map<Dimension, Map<String, Reading.Part>> parts = new EnumMap<>(Dimension.class);
        for (Map.Entry<String, Node> entry : by.get().fields().entrySet()) {
            Optional<Dimension> dimension = Optional.ofNullable(DIMENSIONS.get(entry.getKey()));
            if (dimension.isEmpty()) {
                faults.addAtKey(
                        InputFault.UNKNOWN_DIMENSION.code(),
                        by.get(),
                        entry.getKey(),
                        "parts by %s are not known".formatted(Quoted.of(entry.getKey())),
                        Nearest.didYouMean(entry.getKey(), DIMENSIONS.keySet())
                                .or(() ->
                                        Optional.of("There are parts by " + Fields.listed(DIMENSIONS.keySet()) + ".")));
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
        if (!Fields.isA(node, Kind.OBJECT, faults)) {
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
            if (value.kind() == Kind.NUMBER) {
                understood &= value.isUsable();
                parts.put(entry.getKey(), Reading.Part.of(value.number()));
                continue;
            }
            Optional<Reading.Rate> rate =
                    objectInsteadOfNumber(value, RATE_FIELDS).flatMap(this::rate);
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
        if (!Names.isOneLine(name)) {
            faults.addAtKey(
                    InputFault.WRONG_NAME.code(),
                    object,
                    name,
                    "part %s: a name stands on one line".formatted(Quoted.of(name)));
            return false;
        }
        return true;
    }
}
