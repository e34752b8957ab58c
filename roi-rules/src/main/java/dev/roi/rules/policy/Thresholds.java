package dev.roi.rules.policy;

import dev.roi.core.Exact;
import dev.roi.core.ThresholdId;
import dev.roi.core.Unit;
import dev.roi.core.format.Kind;
import dev.roi.core.json.Node;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The thresholds of a policy while it is read: those that could be, the names of all, and which were asked for. */
final class Thresholds {

    private final Expect expect;
    private final Map<ThresholdId, Threshold> sound;
    private final Map<String, Node> nodes;
    private final DeclaredNames names;
    private final Set<ThresholdId> used = new LinkedHashSet<>();
    private final Set<ThresholdId> broken = new HashSet<>();

    Thresholds(Expect expect, Map<ThresholdId, Threshold> sound, Map<String, Node> nodes, DeclaredNames names) {
        this.expect = expect;
        this.sound = Collections.unmodifiableMap(new LinkedHashMap<>(sound));
        this.nodes = Map.copyOf(nodes);
        this.names = names;
    }

    Map<ThresholdId, Threshold> all() {
        return sound;
    }

    DeclaredNames names() {
        return names;
    }

    /** Returns the thresholds that something other than a rule uses. */
    Set<ThresholdId> used() {
        return used;
    }

    /** Returns the number that a name stands for, whichever its unit. */
    Optional<Exact> limit(Node node) {
        return find(node).map(Threshold::value);
    }

    /** Returns the number that a name stands for; another unit than the one needed here is a fault. */
    Optional<Exact> limit(Node node, String what, Unit needed) {
        Optional<Threshold> found = find(node);
        found.filter(threshold -> !threshold.unit().equals(needed))
                .ifPresent(threshold -> expect.fault(
                        PolicyCode.OTHER_UNIT,
                        node,
                        "%s is in %s, and threshold `%s` is in %s."
                                .formatted(what, needed, threshold.id(), threshold.unit()),
                        Optional.of("Name a threshold in %s, or mend its unit in thresholds.yaml.".formatted(needed))));
        return found.map(Threshold::value);
    }

    /** Returns the number that a name stands for, where only 0 or more makes sense. */
    Optional<Exact> amount(Node node, String what, Unit needed) {
        return limit(node, what, needed).filter(number -> {
            if (number.signum() < 0) {
                expect.fault(
                        PolicyCode.WRONG_VALUE,
                        node,
                        "%s cannot be below 0, and the threshold is %s.".formatted(what, number),
                        Optional.empty());
            }
            return number.signum() >= 0;
        });
    }

    /** Returns the number that a name stands for, where only a whole number of 0 or more makes sense. */
    Optional<Integer> whole(Node node, String what, Unit needed) {
        return amount(node, what, needed).map(number -> whole(node, what, number));
    }

    /** Returns the number that a name stands for, whichever its unit, where only a whole number makes sense. */
    Optional<Integer> whole(Node node, String what) {
        return limit(node).map(number -> whole(node, what, number));
    }

    private int whole(Node node, String what, Exact number) {
        requireWhole(new ThresholdId(node.text()), what);
        return number.rounded(0).intValue();
    }

    /** Checks that a threshold has no decimals, since it is held against what is counted one by one. */
    void requireWhole(ThresholdId id, String what) {
        Threshold threshold = sound.get(id);
        if (threshold == null || threshold.value().isWhole() || !broken.add(id)) {
            return;
        }
        Node entry = nodes.get(id.value());
        Optional<Node> value = Optional.ofNullable(entry)
                .filter(node -> node.kind() == Kind.OBJECT)
                .flatMap(node -> node.find("value"));
        value.ifPresent(at -> expect.fault(
                PolicyCode.WRONG_VALUE,
                at,
                "threshold `%s` is %s, and %s is counted one by one.".formatted(id, threshold.value(), what),
                Optional.of("Write a whole number: `%s` or `%s`."
                        .formatted(
                                threshold.value().rounded(0).toPlainString(),
                                threshold
                                        .value()
                                        .comparable()
                                        .setScale(0, RoundingMode.DOWN)
                                        .toPlainString()))));
    }

    private Optional<Threshold> find(Node node) {
        boolean isLikeNumber = node.kind() == Kind.TEXT && node.text().matches("-?[0-9][0-9.,]*\\s*\\W?");
        if (node.kind() == Kind.NUMBER || isLikeNumber) {
            expect.fault(
                    PolicyCode.WRONG_VALUE,
                    node,
                    "the name of a threshold should stand here, and there is a number.",
                    Optional.of(
                            "Give the number a name, a range and a reason in thresholds.yaml, and write the name."));
            return Optional.empty();
        }
        return expect.text(node)
                .filter(name -> expect.known(node, "threshold", name, names))
                .filter(dev.roi.core.Names::isDotted)
                .map(ThresholdId::new)
                .flatMap(id -> {
                    used.add(id);
                    return Optional.ofNullable(sound.get(id));
                });
    }
}
