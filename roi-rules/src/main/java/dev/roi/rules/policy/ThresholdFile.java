package dev.roi.rules.policy;

import static dev.roi.core.format.Field.field;
import static dev.roi.core.format.Field.maybe;
import static dev.roi.core.format.Field.usually;
import static dev.roi.core.format.Shape.map;
import static dev.roi.core.format.Shape.object;
import static dev.roi.core.format.Shape.text;
import static dev.roi.rules.policy.PolicyObjections.objection;

import dev.roi.core.Exact;
import dev.roi.core.Names;
import dev.roi.core.Range;
import dev.roi.core.ThresholdId;
import dev.roi.core.Unit;
import dev.roi.core.format.Field;
import dev.roi.core.format.Format;
import dev.roi.core.format.Kind;
import dev.roi.core.format.Objection;
import dev.roi.core.format.Read;
import dev.roi.core.format.Shape;
import dev.roi.core.format.Spot;
import dev.roi.core.format.Text;
import dev.roi.core.json.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code thresholds.yaml}. */
final class ThresholdFile {

    private static final Text<ThresholdId> NAME = Text.of(
                    name -> Optional.of(name).filter(Names::isDotted).map(ThresholdId::new), ThresholdId::value)
            .also("pattern", PolicyShapes.DOTTED)
            .refusing(ThresholdFile::noName);

    private static final Field<Threshold, Exact> VALUE = field("value", "The number.", PolicyShapes.number("30"));
    private static final Field<Threshold, Range> RANGE =
            field("range", "The values that those may choose who change the policy.", PolicyShapes.range());
    private static final Field<Threshold, Exact> STEP = usually(
            "step",
            "By how much it is usually moved, above 0; 1 where it is left out.",
            PolicyShapes.number("5"),
            Exact.ONE);
    private static final Field<Threshold, String> BECAUSE =
            field("because", "Why it is what it is.", text().suchAs("why it is what it is, in a few words"));

    private final Field<Threshold, Unit> unit;
    private final Field<Threshold, Optional<ThresholdId>> atMost;
    private final Shape<Map<ThresholdId, Threshold>> shape;
    private final Instead instead;

    private ThresholdFile(DeclaredNames units, DeclaredNames names, Instead instead) {
        this.instead = instead;
        this.unit = field(
                "unit",
                "What it counts: one of the units that the library knows, or one that texts/ have words for.",
                PolicyShapes.unit(units));
        this.atMost = maybe(
                "at-most",
                "The threshold that it must not be above.",
                PolicyShapes.known("threshold", names, Names::isDotted, ThresholdId::new));
        this.shape = map(
                NAME,
                object(
                                "A number that a rule compares with.",
                                this::threshold,
                                VALUE,
                                unit,
                                RANGE,
                                STEP,
                                atMost,
                                BECAUSE)
                        .named("threshold"));
    }

    /** What the file looks like, whatever there is besides. */
    static Format<Map<ThresholdId, Threshold>> format() {
        DeclaredNames any = DeclaredNames.unread();
        return Format.strict(
                "roi-thresholds/1",
                "Thresholds",
                new ThresholdFile(any, any, new Instead(Map.of(), Map.of()))
                        .shape.also(
                                "description",
                                "thresholds.yaml: the numbers of a policy by their names, which rules and other files cite."));
    }

    static Thresholds read(Node root, DeclaredNames units, Instead instead, PolicyObjections objections) {
        boolean isRead = root.kind() == Kind.OBJECT;
        Set<String> written = isRead ? root.fields().keySet() : Set.of();
        DeclaredNames names = DeclaredNames.of(written, SyntaxHints::dotted);
        Map<ThresholdId, Threshold> thresholds = new LinkedHashMap<>(new ThresholdFile(units, names, instead)
                .shape
                .read(root, objections)
                .orElse(Map.of()));
        thresholds.replaceAll((id, read) -> instead.thresholds().getOrDefault(id, read));
        if (instead.thresholds().isEmpty()) {
            thresholds.values().forEach(threshold -> order(threshold, thresholds, root, objections));
        }
        return new Thresholds(
                objections, thresholds, isRead ? root.fields() : Map.of(), isRead ? names : DeclaredNames.unread());
    }

    private static Objection noName(String name, Spot at) {
        return objection(
                PolicyCode.WRONG_VALUE,
                "`%s` is no name of a threshold: a group, a full stop and a name in small letters.".formatted(name),
                SyntaxHints.dotted(name)
                        .map("Did you mean `%s`?"::formatted)
                        .orElse("A threshold is named such as `group.name`."));
    }

    private Optional<Threshold> threshold(Read<Threshold> read) {
        if (read.get(STEP).signum() <= 0) {
            read.object(
                    STEP,
                    objection(
                            PolicyCode.WRONG_VALUE,
                            "`step` must be above 0.",
                            "It is by how much the threshold is usually moved, such as `step: 5`."));
            return Optional.empty();
        }
        if (!read.isRead(VALUE, unit, RANGE, BECAUSE)) {
            return Optional.empty();
        }
        ThresholdId id = new ThresholdId(read.spot().key());
        Exact value = instead.values().getOrDefault(id, read.get(VALUE));
        if (!read.get(RANGE).contains(value)) {
            read.object(
                    VALUE,
                    objection(
                            PolicyCode.OUTSIDE_RANGE,
                            "threshold `%s` is %s, and its allowed range is %s.".formatted(id, value, read.get(RANGE)),
                            "Choose a value within the range, or have the range changed by those who own it."));
            return Optional.empty();
        }
        return Optional.of(new Threshold(
                id, value, read.get(unit), read.get(RANGE), read.get(STEP), read.get(atMost), read.get(BECAUSE)));
    }

    private static void order(
            Threshold threshold, Map<ThresholdId, Threshold> thresholds, Node root, PolicyObjections objections) {
        Threshold other = threshold.atMost().map(thresholds::get).orElse(null);
        Optional<Node> node = root.find(threshold.id().value());
        if (other == null || node.isEmpty()) {
            return;
        }
        if (!threshold.unit().equals(other.unit())) {
            objections.fault(
                    PolicyCode.OTHER_UNIT,
                    node.get().find("at-most").orElse(node.get()),
                    "threshold `%s` is in %s, and `%s` is in %s."
                            .formatted(threshold.id(), threshold.unit(), other.id(), other.unit()),
                    Optional.of("Give both the same unit, or take `at-most` out."));
        } else if (threshold.value().isAbove(other.value())) {
            objections.fault(
                    PolicyCode.OUT_OF_ORDER,
                    node.get().find("value").orElse(node.get()),
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
