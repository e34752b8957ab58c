package dev.roi.governance.check;

import dev.roi.core.Effect;
import dev.roi.core.Fault.Place;
import dev.roi.core.Indicator;
import dev.roi.core.Message;
import dev.roi.core.ThresholdId;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.FieldKind;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Constraint;
import dev.roi.rules.language.Operator;
import dev.roi.rules.policy.PolicyCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Looks for gaps and overlaps between bands: rules that ask the same in everything but the numbers of one field.
 *
 * <p>A policy may well say nothing between a lower and an upper end. A gap is one where a single number is left out, or
 * where one of the bands has two ends.
 */
final class BandCheck {

    private static final Comparator<Band> BY_NUMBERS = Comparator.comparing(Band::numbers, (one, other) -> {
        int order = Interval.compareLower(one.lower(), other.lower());
        return order != 0 ? order : Interval.compareUpper(one.upper(), other.upper());
    });

    private final Knowledge knowledge;
    private final Doubts doubts;
    private final Map<String, List<Band>> groups;

    BandCheck(Knowledge knowledge, Doubts doubts, List<RuleWorlds> rules) {
        this.knowledge = knowledge;
        this.doubts = doubts;
        this.groups = groups(rules);
    }

    /**
     * The numbers of one field for which a rule fires.
     *
     * @param rule the rule
     * @param condition the condition that has the field
     * @param field the field
     * @param numbers the numbers
     * @param limits the thresholds at its ends
     */
    private record Band(
            RuleWorlds rule, Condition condition, String field, Interval numbers, List<ThresholdId> limits) {

        String name() {
            return rule.rule().id().value();
        }

        Place place() {
            return condition.place();
        }
    }

    /** Looks for bands that share numbers. */
    void overlaps() {
        groups.values().forEach(this::overlap);
        ends(groups.values().stream().flatMap(List::stream).toList());
    }

    /** Looks for numbers between bands; what could not be read may fill a gap. */
    void gaps() {
        groups.values().forEach(this::gap);
    }

    private Map<String, List<Band>> groups(List<RuleWorlds> rules) {
        Map<String, List<Band>> found = new LinkedHashMap<>();
        for (RuleWorlds rule : rules) {
            for (Condition condition : RuleWorlds.present(rule.rule())) {
                if (!rule.isNever() && knowledge.judges(rule.rule())) {
                    band(rule, condition)
                            .ifPresent(band -> found.computeIfAbsent(likeness(band), key -> new ArrayList<>())
                                    .add(band));
                }
            }
        }
        found.values().forEach(bands -> bands.sort(BY_NUMBERS));
        return found;
    }

    private Optional<Band> band(RuleWorlds rule, Condition condition) {
        List<Constraint> held = condition.constraints().stream()
                .filter(constraint -> constraint.limit().isPresent())
                .toList();
        boolean isOneField = held.stream().map(Constraint::field).distinct().count() == 1;
        boolean isBand = held.stream()
                .allMatch(constraint -> constraint.operator().orders() || constraint.operator() == Operator.EQUAL);
        if (!isOneField || !isBand) {
            return Optional.empty();
        }
        Interval numbers = held.stream()
                .map(knowledge::numbers)
                .map(Domain.Numbers::interval)
                .reduce(Interval.ANY, Interval::and);
        List<ThresholdId> limits =
                held.stream().flatMap(constraint -> constraint.limit().stream()).toList();
        return Optional.of(new Band(
                rule, condition, held.get(0).field().name(), isWhole(condition) ? numbers.whole() : numbers, limits));
    }

    /** Tells whether the numbers of a condition are whole, whatever it is about. */
    private boolean isWhole(Condition condition) {
        return switch (condition.type().topic()) {
            case MONTHS, SCOPE -> true;
            case INDICATOR ->
                isReading(condition.type())
                        && knowledge.ways(condition, Knowledge.ANY_POSITION).stream()
                                .allMatch(way -> knowledge
                                                .indicator(way.subject().name())
                                                .counting()
                                        == Indicator.Counting.WHOLE);
            case POLICY, BLOCK, CALENDAR, RECORD, PORTFOLIO -> false;
        };
    }

    private static boolean isReading(FactType type) {
        return type == FactType.READING || type == FactType.LATEST;
    }

    /** Writes down all that a rule asks but the numbers of the band: rules of which this is the same are alike. */
    private static String likeness(Band band) {
        List<String> others = new ArrayList<>();
        for (Condition condition : band.rule().rule().conditions()) {
            if (!condition.equals(band.condition())) {
                others.add(written(condition, constraint -> true));
            }
        }
        others.sort(Comparator.naturalOrder());
        return "%s.%s %s"
                .formatted(
                        written(
                                band.condition(),
                                constraint -> constraint.limit().isEmpty()),
                        band.field(),
                        others);
    }

    private static String written(Condition condition, Predicate<Constraint> kept) {
        return condition.constraints().stream()
                .filter(kept)
                .map(constraint -> "%s %s %s %s"
                        .formatted(
                                constraint.field().name(),
                                constraint.operator(),
                                constraint.words().stream().sorted().toList(),
                                constraint.limit()))
                .sorted()
                .collect(Collectors.joining(", ", condition.presence() + " " + condition.type() + "(", ")"));
    }

    private void gap(List<Band> bands) {
        boolean hasInner = bands.stream()
                .anyMatch(band -> band.numbers().lower().isPresent()
                        && band.numbers().upper().isPresent());
        Optional<Band> first = Optional.empty();
        Optional<Band> second = Optional.empty();
        Interval between = Interval.ANY;
        int more = 0;
        Band reach = bands.get(0);
        for (Band band : bands.subList(1, bands.size())) {
            Optional<Interval> gap = between(reach, band);
            if (gap.isPresent() && (hasInner || gap.get().single().isPresent())) {
                if (first.isEmpty()) {
                    first = Optional.of(reach);
                    second = Optional.of(band);
                    between = gap.get();
                } else {
                    more++;
                }
            }
            if (Interval.compareUpper(band.numbers().upper(), reach.numbers().upper()) > 0) {
                reach = band;
            }
        }
        if (first.isPresent() && second.isPresent()) {
            doubts.add(
                    PolicyCode.GAP,
                    second.get().place(),
                    more == 0
                            ? Message.of(
                                    "a gap between rules `%s` and `%s`: neither fires where %s is %s.",
                                    first.get().name(), second.get().name(), subject(second.get()), between)
                            : Message.of(
                                    "a gap between rules `%s` and `%s`: neither fires where %s is %s; gaps that follow"
                                            + " it: %s.",
                                    first.get().name(), second.get().name(), subject(second.get()), between, more),
                    Message.of("Begin the one where the other ends, such as below `$limit` and at least `$limit`."));
        }
    }

    /** Returns what lies between where one band ends and another begins. */
    private Optional<Interval> between(Band lower, Band upper) {
        if (lower.numbers().upper().isEmpty() || upper.numbers().lower().isEmpty()) {
            return Optional.empty();
        }
        Interval gap = new Interval(
                lower.numbers().upper().map(BandCheck::turned),
                upper.numbers().lower().map(BandCheck::turned));
        Interval numbers = isWhole(upper.condition()) ? gap.whole() : gap;
        return numbers.isEmpty() ? Optional.empty() : Optional.of(numbers);
    }

    private static Interval.End turned(Interval.End end) {
        return new Interval.End(end.at(), end.isIncluded() ? Interval.Ownership.EXCLUDED : Interval.Ownership.INCLUDED);
    }

    /** Bands within each other are steps, such as an alarm and a critical one; others should not share numbers. */
    private void overlap(List<Band> bands) {
        for (int i = 0; i < bands.size(); i++) {
            for (int j = i + 1; j < bands.size(); j++) {
                Band lower = bands.get(i);
                Band upper = bands.get(j);
                Interval both = lower.numbers().and(upper.numbers());
                boolean isStep = lower.numbers().within(upper.numbers())
                        || upper.numbers().within(lower.numbers());
                if (!both.isEmpty() && !isStep) {
                    doubts.add(
                            PolicyCode.OVERLAP,
                            upper.place(),
                            Message.of(
                                    "rules `%s` and `%s` overlap: both fire where %s is %s.",
                                    lower.name(), upper.name(), subject(upper), both),
                            Message.of(
                                    "Begin the one where the other ends; or look at %s, whose values may be in the"
                                            + " wrong order.",
                                    thresholds(lower, upper)));
                    return;
                }
            }
        }
    }

    /**
     * The lower end of one rule and the upper end of another, which ask different things besides: a policy that says two
     * things of numbers below one threshold and above another most likely means that the one is below the other.
     */
    private void ends(List<Band> bands) {
        for (Band lower : bands) {
            for (Band upper : bands) {
                if (isLowEnd(lower)
                        && isHighEnd(upper)
                        && isAboutTheSame(lower, upper)
                        && isOtherwise(lower, upper)
                        && !likeness(lower).equals(likeness(upper))) {
                    ends(lower, upper);
                }
            }
        }
    }

    private void ends(Band lower, Band upper) {
        Interval both = lower.numbers().and(upper.numbers());
        if (!both.isEmpty() && lower.rule().mayFireWith(upper.rule(), knowledge)) {
            doubts.add(
                    PolicyCode.OVERLAP,
                    lower.place(),
                    Message.of(
                            "rule `%s` speaks of low numbers and rule `%s` of high ones, and both may fire where %s is"
                                    + " %s.",
                            lower.name(), upper.name(), subject(lower), both),
                    Message.of(
                            "The values of %s may be in the wrong order; `at-most` in thresholds.yaml keeps them in"
                                    + " order.",
                            thresholds(lower, upper)));
        }
    }

    private static boolean isLowEnd(Band band) {
        return band.numbers().lower().isEmpty() && band.numbers().upper().isPresent() && isReading(band);
    }

    private static boolean isHighEnd(Band band) {
        return band.numbers().lower().isPresent() && band.numbers().upper().isEmpty() && isReading(band);
    }

    private static boolean isReading(Band band) {
        FactType type = band.condition().type();
        return type == FactType.READING || type == FactType.LATEST;
    }

    private static boolean isAboutTheSame(Band one, Band other) {
        return named(one).isPresent() && named(one).equals(named(other));
    }

    private static boolean isOtherwise(Band one, Band other) {
        return !one.limits().equals(other.limits())
                && !one.rule().rule().consequence().equals(other.rule().rule().consequence())
                && one.rule().rule().consequence().effect() != Effect.NOTE
                && other.rule().rule().consequence().effect() != Effect.NOTE;
    }

    /** Returns the only indicator that a band is about, if it is one. */
    private static Optional<String> named(Band band) {
        return band.condition().constraints().stream()
                .filter(constraint -> constraint.field().kind() == FieldKind.INDICATOR)
                .filter(constraint -> constraint.operator() == Operator.EQUAL)
                .flatMap(constraint -> constraint.words().stream())
                .findFirst();
    }

    private static Message thresholds(Band one, Band other) {
        List<Message> names = new ArrayList<>();
        one.limits().forEach(id -> names.add(Message.of("`%s`", id)));
        other.limits().forEach(id -> names.add(Message.of("`%s`", id)));
        return Message.all(names.stream().distinct().toList());
    }

    private static Message subject(Band band) {
        List<Message> about = band.condition().constraints().stream()
                .filter(constraint -> switch (constraint.field().kind()) {
                    case INDICATOR, BLOCK, MONTH_KIND -> true;
                    case THRESHOLD, WORD, NAME, NUMBER, FLAG -> false;
                })
                .flatMap(constraint -> constraint.words().stream())
                .map(name -> Message.of("`%s`", name))
                .toList();
        return about.isEmpty()
                ? Message.of("`%s`", band.field())
                : Message.of("`%s` of %s", band.field(), Message.either(about));
    }
}
