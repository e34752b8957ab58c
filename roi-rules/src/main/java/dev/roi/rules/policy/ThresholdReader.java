package dev.roi.rules.policy;

import dev.roi.core.Exact;
import dev.roi.core.Names;
import dev.roi.core.Range;
import dev.roi.core.ThresholdId;
import dev.roi.core.Unit;
import dev.roi.core.format.Kind;
import dev.roi.core.json.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads {@code thresholds.yaml}. */
final class ThresholdReader {

    private final Expect expect;
    private final DeclaredNames units;
    private final Instead instead;

    ThresholdReader(Expect expect, DeclaredNames units, Instead instead) {
        this.expect = expect;
        this.units = units;
        this.instead = instead;
    }

    Thresholds read(Node root) {
        Map<String, Node> entries = expect.entries(root);
        DeclaredNames names = DeclaredNames.of(entries.keySet(), Written::dotted);
        Map<ThresholdId, Threshold> thresholds = new LinkedHashMap<>();
        entries.forEach((name, node) -> {
            if (!Names.isDotted(name)) {
                expect.faultAtKey(
                        PolicyCode.WRONG_VALUE,
                        root,
                        name,
                        "`%s` is no name of a threshold: a group, a full stop and a name in small letters."
                                .formatted(name),
                        Optional.of(Written.dotted(name)
                                .map("Did you mean `%s`?"::formatted)
                                .orElse("A threshold is named such as `group.name`.")));
            } else {
                threshold(new ThresholdId(name), node, names).ifPresent(read -> thresholds.put(read.id(), read));
            }
        });
        if (instead.thresholds().isEmpty()) {
            thresholds.values().forEach(threshold -> order(threshold, thresholds, entries));
        }
        return new Thresholds(expect, thresholds, entries, root.kind() == Kind.OBJECT ? names : DeclaredNames.unread());
    }

    private Optional<Threshold> threshold(ThresholdId id, Node node, DeclaredNames names) {
        Threshold borrowed = instead.thresholds().get(id);
        if (borrowed != null) {
            return Optional.of(borrowed);
        }
        if (!expect.keys(node, "value", "unit", "range", "step", "at-most", "because")) {
            return Optional.empty();
        }
        Optional<Exact> value = expect.required(node, "value")
                .flatMap(expect::number)
                .map(given -> instead.values().getOrDefault(id, given));
        Optional<Unit> unit = expect.required(node, "unit").flatMap(text -> expect.unit(text, units));
        Optional<Range> range = expect.required(node, "range").flatMap(expect::range);
        Optional<String> because = expect.requiredText(node, "because");
        Optional<ThresholdId> atMost = node.find("at-most")
                .flatMap(text -> expect.text(text).filter(name -> expect.known(text, "threshold", name, names)))
                .filter(Names::isDotted)
                .map(ThresholdId::new);
        Exact step = node.find("step").flatMap(expect::number).orElse(Exact.ONE);
        if (step.signum() <= 0) {
            expect.fault(
                    PolicyCode.WRONG_VALUE,
                    node.find("step").orElse(node),
                    "`step` must be above 0.",
                    Optional.of("It is by how much the threshold is usually moved, such as `step: 5`."));
            return Optional.empty();
        }
        if (value.isEmpty() || unit.isEmpty() || range.isEmpty() || because.isEmpty()) {
            return Optional.empty();
        }
        if (!range.get().contains(value.get())) {
            expect.fault(
                    PolicyCode.OUTSIDE_RANGE,
                    node.find("value").orElse(node),
                    "threshold `%s` is %s, and its allowed range is %s.".formatted(id, value.get(), range.get()),
                    Optional.of("Choose a value within the range, or have the range changed by those who own it."));
            return Optional.empty();
        }
        return Optional.of(new Threshold(id, value.get(), unit.get(), range.get(), step, atMost, because.get()));
    }

    private void order(Threshold threshold, Map<ThresholdId, Threshold> thresholds, Map<String, Node> entries) {
        Threshold other = threshold.atMost().map(thresholds::get).orElse(null);
        Node node = entries.get(threshold.id().value());
        if (other == null || node == null) {
            return;
        }
        if (!threshold.unit().equals(other.unit())) {
            expect.fault(
                    PolicyCode.OTHER_UNIT,
                    node.find("at-most").orElse(node),
                    "threshold `%s` is in %s, and `%s` is in %s."
                            .formatted(threshold.id(), threshold.unit(), other.id(), other.unit()),
                    Optional.of("Give both the same unit, or take `at-most` out."));
        } else if (threshold.value().isAbove(other.value())) {
            expect.fault(
                    PolicyCode.OUT_OF_ORDER,
                    node.find("value").orElse(node),
                    "threshold `%s` is %s, and has to be at most `%s`, which is %s."
                            .formatted(threshold.id(), threshold.value(), other.id(), other.value()),
                    Optional.of("Lower the one or raise the other."));
        }
    }

    /**
     * What is read instead of what the file says.
     *
     * @param values values of thresholds, within their ranges
     * @param thresholds whole thresholds
     */
    record Instead(Map<ThresholdId, Exact> values, Map<ThresholdId, Threshold> thresholds) {}
}
