package dev.roi.rules.policy;

import dev.roi.core.Exact;
import dev.roi.core.ThresholdId;
import dev.roi.core.Unit;
import dev.roi.core.json.Node;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The thresholds of a policy while it is read: those that could be, the names of all, and which were asked for. */
final class Thresholds {

    private final Expect expect;
    private final Map<ThresholdId, Threshold> sound;
    private final DeclaredNames names;
    private final Set<ThresholdId> used = new LinkedHashSet<>();

    Thresholds(Expect expect, Map<ThresholdId, Threshold> sound, DeclaredNames names) {
        this.expect = expect;
        this.sound = Collections.unmodifiableMap(new LinkedHashMap<>(sound));
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

    private Optional<Threshold> find(Node node) {
        if (node.kind() == Node.Kind.NUMBER) {
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
