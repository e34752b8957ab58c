package dev.roi.rules.policy;

import dev.roi.core.Exact;
import dev.roi.core.Names;
import dev.roi.core.Range;
import dev.roi.core.ThresholdId;
import dev.roi.core.Unit;
import dev.roi.core.json.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads {@code thresholds.yaml}. */
final class ThresholdReader {

    private final Expect expect;
    private final Instead instead;

    ThresholdReader(Expect expect, Instead instead) {
        this.expect = expect;
        this.instead = instead;
    }

    Map<ThresholdId, Threshold> read(Node root) {
        Map<ThresholdId, Threshold> thresholds = new LinkedHashMap<>();
        expect.entries(root).forEach((name, node) -> {
            if (!Names.isDotted(name)) {
                expect.wrong(node, "a threshold is named by a group and a name, such as `adoption.high`; its settings");
            } else {
                threshold(new ThresholdId(name), node).ifPresent(read -> thresholds.put(read.id(), read));
            }
        });
        return thresholds;
    }

    private Optional<Threshold> threshold(ThresholdId id, Node node) {
        Threshold borrowed = instead.thresholds().get(id);
        if (borrowed != null) {
            return Optional.of(borrowed);
        }
        if (!expect.keys(node, "value", "unit", "range", "step", "because")) {
            return Optional.empty();
        }
        Optional<Exact> value = expect.required(node, "value")
                .flatMap(expect::number)
                .map(given -> instead.values().getOrDefault(id, given));
        Optional<Unit> unit = expect.required(node, "unit")
                .flatMap(text -> expect.kebab(text, "a unit"))
                .map(Unit::new);
        Optional<Range> range = expect.required(node, "range").flatMap(expect::range);
        Optional<String> because = expect.requiredText(node, "because");
        Exact step = node.find("step").flatMap(expect::number).orElse(Exact.ONE);
        if (step.signum() <= 0) {
            expect.fault(PolicyCode.WRONG_VALUE, node, "`step` must be above 0.", Optional.empty());
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
        return Optional.of(new Threshold(id, value.get(), unit.get(), range.get(), step, because.get()));
    }

    /**
     * What is read instead of what the file says.
     *
     * @param values values of thresholds, within their ranges
     * @param thresholds whole thresholds
     */
    record Instead(Map<ThresholdId, Exact> values, Map<ThresholdId, Threshold> thresholds) {}
}
