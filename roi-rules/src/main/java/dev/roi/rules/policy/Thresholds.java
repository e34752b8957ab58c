package dev.roi.rules.policy;

import static dev.roi.core.format.Shape.text;

import dev.roi.core.Message;
import dev.roi.core.Names;
import dev.roi.core.ThresholdId;
import dev.roi.core.Unit;
import dev.roi.core.format.Kind;
import dev.roi.core.format.Objection;
import dev.roi.core.format.Shape;
import dev.roi.core.json.Node;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The thresholds of a policy while it is read: those that could be, the names of all, and which were asked for. */
final class Thresholds {

    private static final Pattern LIKE_NUMBER = Pattern.compile("-?[0-9][0-9.,]*\\s*\\W?");
    private static final Objection NUMBER = PolicyObjections.objection(
            PolicyCode.WRONG_VALUE,
            Message.of("the name of a threshold should stand here, and there is a number."),
            Message.of("Give the number a name, a range and a reason in thresholds.yaml, and write the name."));

    private final PolicyObjections objections;
    private final Map<ThresholdId, Threshold> sound;
    private final Map<String, Node> nodes;
    private final DeclaredNames names;
    private final Set<ThresholdId> used = new LinkedHashSet<>();
    private final Set<ThresholdId> broken = new HashSet<>();

    Thresholds(
            PolicyObjections objections,
            Map<ThresholdId, Threshold> sound,
            Map<String, Node> nodes,
            DeclaredNames names) {
        this.objections = objections;
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

    /** The name of a threshold, which stands for its number; one that could not be read stands for none. */
    Shape<Threshold> named() {
        return text().<Threshold>taken((name, at, to) -> {
                    Optional<Objection> wrong = LIKE_NUMBER.matcher(name).matches()
                            ? Optional.of(NUMBER)
                            : PolicyShapes.unknown(Message.of("threshold"), names, name);
                    wrong.ifPresent(objection -> to.at(at, objection));
                    return wrong.isPresent() || !Names.isDotted(name) ? Optional.empty() : find(new ThresholdId(name));
                })
                .unlessFit(value -> value.kind() == Kind.NUMBER ? Optional.of(NUMBER) : Optional.empty())
                .also("pattern", PolicyShapes.DOTTED);
    }

    private Optional<Threshold> find(ThresholdId id) {
        used.add(id);
        return Optional.ofNullable(sound.get(id));
    }

    /** Says that a threshold is in another unit than the one that is needed here. */
    static Optional<Objection> otherUnit(Threshold threshold, Message what, Unit needed) {
        return threshold.unit().equals(needed)
                ? Optional.empty()
                : Optional.of(PolicyObjections.objection(
                        PolicyCode.OTHER_UNIT,
                        Message.of(
                                "%s is in %s, and threshold `%s` is in %s.",
                                what, needed, threshold.id(), threshold.unit()),
                        Message.of("Name a threshold in %s, or mend its unit in thresholds.yaml.", needed)));
    }

    /** The name of a threshold of a unit, where only 0 or more makes sense. */
    Shape<Threshold> amount(Message what, Unit needed) {
        return named().<Threshold>taken((threshold, at, to) -> {
                    otherUnit(threshold, what, needed).ifPresent(wrong -> to.at(at, wrong));
                    return Optional.of(threshold);
                })
                .unless((threshold, at) -> Optional.of(threshold.value())
                        .filter(number -> number.signum() < 0)
                        .map(number -> new Objection(
                                PolicyCode.WRONG_VALUE.id(),
                                Message.of("%s cannot be below 0, and the threshold is %s.", what, number))));
    }

    /** The name of a threshold of a unit, where only a whole number of 0 or more makes sense. */
    Shape<Integer> whole(Message what, Unit needed) {
        return whole(amount(what, needed), what);
    }

    /** The name of a threshold, whichever its unit, where only a whole number makes sense. */
    Shape<Integer> whole(Message what) {
        return whole(named(), what);
    }

    private Shape<Integer> whole(Shape<Threshold> threshold, Message what) {
        return threshold.taken((read, at, to) -> {
            requireWhole(read.id(), what);
            return Optional.of(read.value().rounded(0).intValue());
        });
    }

    /** Checks that a threshold has no decimals, since it is held against what is counted one by one. */
    void requireWhole(ThresholdId id, Message what) {
        Threshold threshold = sound.get(id);
        if (threshold == null) {
            return;
        }
        Stream.concat(
                        Stream.of(threshold.value()),
                        threshold.exceptions().stream().map(ThresholdException::value))
                .filter(value -> !value.isWhole())
                .filter(value -> broken.add(id))
                .forEach(value -> place(id, value.equals(threshold.value()) ? "value" : "exceptions")
                        .ifPresent(at -> objections.fault(
                                PolicyCode.WRONG_VALUE,
                                at,
                                Message.of("threshold `%s` is %s, and %s is counted one by one.", id, value, what),
                                Optional.of(Message.of(
                                        "Write a whole number: `%s` or `%s`.",
                                        value.rounded(0).toPlainString(),
                                        value.comparable()
                                                .setScale(0, RoundingMode.DOWN)
                                                .toPlainString())))));
    }

    private Optional<Node> place(ThresholdId id, String key) {
        return Optional.ofNullable(nodes.get(id.value()))
                .filter(node -> node.kind() == Kind.OBJECT)
                .flatMap(node -> node.find(key));
    }

    /** Exceptions count where rules compare; whatever else reads a threshold is the same for every scope and month. */
    void refuseExceptionsOutsideRules() {
        for (ThresholdId id : used) {
            Threshold threshold = sound.get(id);
            if (threshold != null && !threshold.exceptions().isEmpty()) {
                place(id, "exceptions")
                        .ifPresent(at -> objections.fault(
                                PolicyCode.WRONG_VALUE,
                                at,
                                Message.of(
                                        "threshold `%s` has exceptions, and is read outside of rules, where none counts.",
                                        id),
                                Optional.of(Message.of(
                                        "Give the rules a threshold of their own, and that the exceptions."))));
            }
        }
    }
}
