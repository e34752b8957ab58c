package dev.roi.rules.policy;

import static dev.roi.core.format.Field.field;
import static dev.roi.core.format.Field.maybe;
import static dev.roi.core.format.Field.usually;
import static dev.roi.core.format.Shape.list;
import static dev.roi.core.format.Shape.map;
import static dev.roi.core.format.Shape.object;
import static dev.roi.core.format.Shape.text;
import static dev.roi.rules.policy.PolicyObjections.objection;

import dev.roi.core.Exact;
import dev.roi.core.Level;
import dev.roi.core.Message;
import dev.roi.core.Names;
import dev.roi.core.Nearest;
import dev.roi.core.Range;
import dev.roi.core.Scope;
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
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
    private static final Field<ThresholdException, Optional<Level>> LEVEL =
            maybe("level", "The level of the scopes that it is for.", PolicyShapes.word(Level.class));
    private static final Field<ThresholdException, Optional<String>> SCOPE =
            maybe("scope", "The id of the scope that it is for.", text().suchAs("payments"));
    private static final Field<ThresholdException, Optional<YearMonth>> FROM =
            maybe("from", "The first month that it is for.", PolicyShapes.month());
    private static final Field<ThresholdException, Exact> OTHER_VALUE =
            field("value", "The number.", PolicyShapes.number("25"));
    private static final Field<ThresholdException, String> OTHER_BECAUSE =
            field("because", "Why it is another.", text().suchAs("why it is another, in a few words"));
    private static final Field<Threshold, List<ThresholdException>> EXCEPTIONS = usually(
            "exceptions",
            "Other values, for some scopes or from a month on. The most specific one counts: level and scope, then"
                    + " scope, then level, then neither; of several the latest that has begun.",
            list(object(
                            "Another value, for some scopes or from a month on.",
                            ThresholdFile::exception,
                            LEVEL,
                            SCOPE,
                            FROM,
                            OTHER_VALUE,
                            OTHER_BECAUSE)
                    .named("exception")),
            List.of());
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
                PolicyShapes.known(Message.of("threshold"), names, Names::isDotted, ThresholdId::new));
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
                                BECAUSE,
                                EXCEPTIONS)
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
                                "thresholds.yaml: the numbers of a policy by their names, which rules and other files"
                                        + " cite."));
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
                Message.of("`%s` is no name of a threshold: a group, a full stop and a name in small letters.", name),
                SyntaxHints.dotted(name)
                        .map(Nearest::meant)
                        .orElse(Message.of("A threshold is named such as `group.name`.")));
    }

    private Optional<Threshold> threshold(Read<Threshold> read) {
        if (read.get(STEP).signum() <= 0) {
            read.object(
                    STEP,
                    objection(
                            PolicyCode.WRONG_VALUE,
                            Message.of("`step` must be above 0."),
                            Message.of("It is by how much the threshold is usually moved, such as `step: 5`.")));
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
                            Message.of(
                                    "threshold `%s` is %s, and its allowed range is %s.", id, value, read.get(RANGE)),
                            within(read.get(unit), value, read.get(RANGE))));
            return Optional.empty();
        }
        List<ThresholdException> exceptions = read.isRead(EXCEPTIONS) ? read.get(EXCEPTIONS) : List.of();
        Optional<Objection> wrong = wrong(id, exceptions, read.get(RANGE));
        wrong.ifPresent(objection -> read.object(EXCEPTIONS, objection));
        return Optional.of(new Threshold(
                id,
                value,
                read.get(unit),
                read.get(RANGE),
                read.get(STEP),
                read.get(atMost),
                read.get(BECAUSE),
                wrong.isPresent() ? List.of() : exceptions,
                Optional.empty()));
    }

    /** Says how a value comes within its range; a share where percents stand is told from a decision. */
    private static Message within(Unit unit, Exact value, Range range) {
        Optional<Exact> most = range.most().map(Exact.HUNDRED::times);
        if (unit.equals(Unit.PERCENT) && range.contains(value.times(Exact.HUNDRED)) && value.isBelow(Exact.ONE)) {
            return Message.of("Percents are meant: write `%s`.", value.times(Exact.HUNDRED));
        }
        if (unit.equals(Unit.PERCENT)
                && most.filter(Exact.HUNDRED::isBelow).isEmpty()
                && most.isPresent()
                && new Range(range.least().map(Exact.HUNDRED::times), most).contains(value)) {
            return Message.of(
                    "Percents are meant: write `range: { least: %s, most: %s }`.",
                    range.least().map(Exact.HUNDRED::times).orElse(Exact.ZERO), most.get());
        }
        return Message.of("Choose a value within the range, or have the range changed by those who own it.");
    }

    private static Optional<ThresholdException> exception(Read<ThresholdException> read) {
        if (!read.isSound()) {
            return Optional.empty();
        }
        if (read.get(LEVEL).isEmpty()
                && read.get(SCOPE).isEmpty()
                && read.get(FROM).isEmpty()) {
            read.object(
                    OTHER_VALUE,
                    objection(
                            PolicyCode.WRONG_VALUE,
                            Message.of("the exception does not say for whom it is, nor from when."),
                            Message.of("Give it a `level`, a `scope` or a month, such as `from: 2027-01`.")));
            return Optional.empty();
        }
        return Optional.of(new ThresholdException(
                read.get(LEVEL), read.get(SCOPE), read.get(FROM), read.get(OTHER_VALUE), read.get(OTHER_BECAUSE)));
    }

    private static Optional<Objection> wrong(ThresholdId id, List<ThresholdException> exceptions, Range range) {
        for (int i = 0; i < exceptions.size(); i++) {
            ThresholdException one = exceptions.get(i);
            if (!range.contains(one.value())) {
                return Optional.of(objection(
                        PolicyCode.OUTSIDE_RANGE,
                        Message.of(
                                "threshold `%s` is %s for `%s`, and its allowed range is %s.",
                                id, one.value(), one.whom(), range),
                        Message.of("Choose a value within the range, or have the range changed by those who own it.")));
            }
            Optional<ThresholdException> clash = exceptions.subList(0, i).stream()
                    .filter(one::isForTheSameAs)
                    .filter(other -> !other.value().equals(one.value()))
                    .findFirst();
            if (clash.isPresent()) {
                return Optional.of(objection(
                        PolicyCode.REPEATED_NAME,
                        Message.of(
                                "threshold `%s` is %s and %s for `%s`.",
                                id, clash.get().value(), one.value(), one.whom()),
                        Message.of("Keep one of the two, or say from which month on each is meant.")));
            }
        }
        return Optional.empty();
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
                    Message.of(
                            "threshold `%s` is in %s, and `%s` is in %s.",
                            threshold.id(), threshold.unit(), other.id(), other.unit()),
                    Optional.of(Message.of("Give both the same unit, or take `at-most` out.")));
        } else if (threshold.value().isAbove(other.value())) {
            objections.fault(
                    PolicyCode.OUT_OF_ORDER,
                    node.get().find("value").orElse(node.get()),
                    Message.of(
                            "threshold `%s` is %s, and has to be at most `%s`, which is %s.",
                            threshold.id(), threshold.value(), other.id(), other.value()),
                    Optional.of(Message.of("Lower the one or raise the other.")));
        } else {
            orderOfExceptions(threshold, other, node.get(), objections);
        }
    }

    /** Wherever an exception of either counts, the one is at most the other all the same. */
    private static void orderOfExceptions(
            Threshold threshold, Threshold other, Node node, PolicyObjections objections) {
        List<ThresholdException> all = Stream.of(threshold.exceptions(), other.exceptions())
                .flatMap(List::stream)
                .toList();
        for (ThresholdException where : all) {
            for (ThresholdException when : all) {
                Level level = where.level().or(when::level).orElse(Level.WORKFLOW);
                String id = where.scope().or(when::scope).orElse("any");
                YearMonth month = Stream.of(where, when)
                        .flatMap(one -> one.from().stream())
                        .max(YearMonth::compareTo)
                        .orElse(YearMonth.of(1, 1));
                Scope scope = new Scope(level, id, id, Optional.empty());
                Threshold low = threshold.of(scope, month);
                Threshold high = other.of(scope, month);
                if (low.value().isAbove(high.value())) {
                    objections.fault(
                            PolicyCode.OUT_OF_ORDER,
                            node.find("exceptions").orElse(node),
                            Message.of(
                                    "threshold `%s` is %s for `%s`, and has to be at most `%s`, which is %s there.",
                                    low.id(),
                                    low.value(),
                                    low.counted()
                                            .or(high::counted)
                                            .orElse(where)
                                            .whom(),
                                    high.id(),
                                    high.value()),
                            Optional.of(Message.of("Lower the one or raise the other.")));
                    return;
                }
            }
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
