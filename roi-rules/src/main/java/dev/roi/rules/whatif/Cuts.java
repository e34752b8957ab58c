package dev.roi.rules.whatif;

import dev.roi.core.Baseline;
import dev.roi.core.Breakdown;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.Reading;
import dev.roi.core.RuleId;
import dev.roi.core.ScorecardCheck;
import dev.roi.core.Trend;
import dev.roi.rules.assessment.Assessment;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.Field;
import dev.roi.rules.facts.FieldKind;
import dev.roi.rules.facts.Figure;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Constraint;
import dev.roi.rules.policy.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Derives the values of one reading at which a comparison may turn out otherwise: from the limits of conditions, from the
 * baseline and its tolerance and, where the reading is only calculated with, from what follows from it.
 */
final class Cuts {

    private static final Exact TWO = Exact.of(2);
    private static final Exact THREE = Exact.of(3);

    private final Policy policy;
    private final Reach reach;
    private final Trials trials;
    private final List<Condition> conditions;

    Cuts(Policy policy, Reach reach, Trials trials) {
        this.policy = policy;
        this.reach = reach;
        this.trials = trials;
        this.conditions = reach.conditions();
    }

    /**
     * What is asked about one reading.
     *
     * @param indicator its indicator
     * @param at what else is otherwise
     * @param assessment what the month says then
     * @param known the reading that is moved; nothing where it is not known
     * @param range the values that it may have
     * @param grid the values that can be written down
     * @param making makes a reading of a value
     */
    record Asked(
            Indicator indicator,
            Variation at,
            Assessment assessment,
            Optional<Reading.Known> known,
            Span range,
            Grid grid,
            Function<Exact, Reading> making) {

        Exact doubt() {
            return known.flatMap(Reading.Known::uncertainty).orElse(Exact.ZERO);
        }

        Asked in(Variation other, Assessment said) {
            return new Asked(indicator, other, said, known, range, grid, making);
        }

        Variation with(Exact value) {
            return at.with(indicator.id(), making.apply(value));
        }
    }

    /** The values within the range, ends that are included among them, in order. */
    NavigableSet<Exact> of(Asked asked) {
        NavigableSet<Exact> cuts = new TreeSet<>();
        for (Exact value : values(asked.indicator(), asked.assessment(), asked.known())) {
            cuts.add(value);
            cuts.add(value.minus(asked.doubt()));
            cuts.add(value.plus(asked.doubt()));
        }
        cuts.addAll(structure(asked));
        NavigableSet<Exact> pieces = new TreeSet<>(cuts);
        pieces.removeIf(value -> !asked.range().contains(value));
        cuts.addAll(followed(asked, pieces));
        if (isTrendRead(asked.indicator())) {
            cuts.addAll(turns(asked, cuts, value -> course(asked, value)));
        }
        if (reach.isJoined(asked.indicator().id())) {
            cuts.addAll(turns(asked, further(asked, cuts), value -> speaking(asked, value)));
        }
        cuts.removeIf(value -> !asked.range().contains(value));
        return cuts;
    }

    /** What the value itself is held against: limits of rules, and the baseline with its tolerance. */
    private NavigableSet<Exact> values(Indicator indicator, Assessment assessment, Optional<Reading.Known> known) {
        NavigableSet<Exact> values = new TreeSet<>();
        for (Condition condition : conditions) {
            boolean ofValue = condition.type() == FactType.READING || condition.type() == FactType.LATEST;
            if (ofValue && reach.asksOf(condition, indicator)) {
                condition.constraints().stream()
                        .flatMap(constraint -> constraint.limit().stream())
                        .map(policy::limit)
                        .forEach(values::add);
            }
        }
        boolean isCompared = reach.judges(indicator.id())
                || conditions.stream()
                        .anyMatch(condition ->
                                condition.type() == FactType.COMPARISON && reach.asksOf(condition, indicator));
        if (isCompared) {
            values.addAll(compared(indicator, assessment, known));
        }
        indicator.target().ifPresent(target -> {
            target.least().ifPresent(values::add);
            target.most().ifPresent(values::add);
        });
        return values;
    }

    private static List<Exact> compared(Indicator indicator, Assessment assessment, Optional<Reading.Known> known) {
        Optional<Exact> baseline = Optional.ofNullable(
                        assessment.scorecard().baselines().get(indicator.id()))
                .flatMap(given -> given.fold(Optional::of, undefined -> Optional.<Baseline.Defined>empty()))
                .map(Baseline.Defined::value);
        if (baseline.isEmpty() || !indicator.hasBetterSide()) {
            return List.of();
        }
        Exact tolerated =
                baseline.get().magnitude().times(indicator.tolerance()).dividedBy(Exact.HUNDRED);
        List<Exact> ends = new ArrayList<>(
                List.of(baseline.get().minus(tolerated), baseline.get().plus(tolerated)));
        indicator.objective().ifPresent(objective -> {
            objective.range().least().ifPresent(ends::add);
            objective.range().most().ifPresent(ends::add);
        });
        Exact uncounted = uncounted(indicator, known);
        return ends.stream().map(uncounted::plus).toList();
    }

    /** What belongs to no named part, where that does not count; the value is that much above what is compared. */
    private static Exact uncounted(Indicator indicator, Optional<Reading.Known> known) {
        return indicator
                .breakdown()
                .filter(breakdown -> breakdown.counting() == Breakdown.Counting.ASSIGNED)
                .flatMap(breakdown -> known.map(reading -> reading.by().getOrDefault(breakdown.dimension(), Map.of())))
                .map(parts -> parts.get(Breakdown.UNASSIGNED))
                .map(Reading.Part::value)
                .orElse(Exact.ZERO);
    }

    /** Where what is calculated from the value begins to be calculated otherwise. */
    private NavigableSet<Exact> structure(Asked asked) {
        NavigableSet<Exact> ends =
                new TreeSet<>(List.of(Exact.ZERO, asked.doubt(), asked.doubt().negated()));
        boolean isBase = policy.indicators().indicators().stream()
                .anyMatch(other ->
                        other.growsOver().filter(asked.indicator().id()::equals).isPresent());
        if (isBase) {
            ends.add(Exact.ONE.minus(asked.doubt()));
            ends.add(Exact.ONE);
            ends.add(Exact.ONE.plus(asked.doubt()));
        }
        asked.known()
                .ifPresent(known -> known.by()
                        .values()
                        .forEach(parts -> Moved.largest(parts)
                                .map(parts::get)
                                .map(part -> known.value().minus(part.value()))
                                .ifPresent(rest -> {
                                    ends.add(rest);
                                    ends.add(rest.plus(asked.doubt()));
                                    ends.add(rest.minus(asked.doubt()));
                                })));
        ends.addAll(roundedSums(asked));
        asked.range().least().ifPresent(ends::add);
        asked.range().most().ifPresent(ends::add);
        return ends;
    }

    /** Where what a part and its whole differ by is no longer taken for rounding. */
    private List<Exact> roundedSums(Asked asked) {
        List<Exact> ends = new ArrayList<>();
        for (Indicator part : policy.indicators().indicators()) {
            Optional<Reading.Known> reading = known(asked, part.id());
            Optional<Reading.Known> whole = part.partOf().flatMap(id -> known(asked, id));
            if (reading.isPresent() && whole.isPresent()) {
                Exact rounding = ScorecardCheck.roundingOfSum(
                        asked.assessment().unit(part), ScorecardCheck.partCount(part, reading.get()));
                if (part.equals(asked.indicator())) {
                    ends.add(whole.get().value().minus(rounding));
                } else if (part.partOf().get().equals(asked.indicator().id())) {
                    ends.add(reading.get().value().plus(rounding));
                }
            }
        }
        return ends;
    }

    private static Optional<Reading.Known> known(Asked asked, IndicatorId id) {
        return asked.assessment().indicator(id).reading().known();
    }

    /** Values of the reading at which a number that follows from it meets a limit. */
    private NavigableSet<Exact> followed(Asked asked, NavigableSet<Exact> pieces) {
        Map<Followed, Set<Exact>> limits = limits(asked);
        NavigableSet<Exact> found = new TreeSet<>();
        if (limits.isEmpty()) {
            return found;
        }
        List<Exact> ends = new ArrayList<>(pieces);
        for (int i = 0; i <= ends.size(); i++) {
            Optional<Exact> least = i == 0 ? asked.range().least() : Optional.of(ends.get(i - 1));
            Optional<Exact> most = i == ends.size() ? asked.range().most() : Optional.of(ends.get(i));
            if (least.isEmpty() || least.equals(most)) {
                continue;
            }
            Span piece = Span.between(least, most);
            Map<String, List<Fraction.Point>> points = new LinkedHashMap<>();
            for (Exact at : samples(least.get(), most)) {
                for (Fact fact : trials.facts(asked.with(at))) {
                    limits.forEach((followed, some) -> {
                        if (followed.isOf(fact)) {
                            String name = followed.name(fact);
                            followed.field().number(fact).ifPresent(figure -> {
                                List<Exact> parts = List.of(figure.estimate(), figure.least(), figure.most());
                                for (int part = 0; part < parts.size(); part++) {
                                    points.computeIfAbsent(name + part, none -> new ArrayList<>())
                                            .add(new Fraction.Point(at, parts.get(part)));
                                }
                            });
                        }
                    });
                }
            }
            limits.forEach((followed, some) -> points.forEach((name, three) -> {
                if (name.startsWith(followed.prefix()) && three.size() == 3) {
                    some.forEach(limit -> new Fraction(three)
                            .where(limit)
                            .filter(piece::contains)
                            .ifPresent(found::add));
                }
            }));
        }
        return found;
    }

    private static List<Exact> samples(Exact least, Optional<Exact> most) {
        Exact width = most.map(end -> end.minus(least)).orElse(least.magnitude().plus(Exact.of(4)));
        Exact quarter = width.dividedBy(Exact.of(4));
        return List.of(least.plus(quarter), least.plus(quarter.times(TWO)), least.plus(quarter.times(THREE)));
    }

    /**
     * A number of facts that follows from the reading.
     *
     * @param type what the facts are
     * @param indicator what they are about
     * @param field the number
     */
    private record Followed(FactType type, Indicator indicator, Field field) {

        boolean isOf(Fact fact) {
            return fact.type() == type
                    && fact instanceof Fact.OfIndicator about
                    && about.indicator().equals(indicator.id());
        }

        String prefix() {
            return "%s %s %s ".formatted(type, indicator.id(), field);
        }

        String name(Fact fact) {
            if (fact instanceof Fact.Part part) {
                return "%s%s/%s ".formatted(prefix(), part.dimension(), part.name());
            }
            return fact instanceof Fact.Change change ? "%s%s ".formatted(prefix(), change.over()) : prefix();
        }
    }

    private Map<Followed, Set<Exact>> limits(Asked asked) {
        Map<Followed, Set<Exact>> limits = new LinkedHashMap<>();
        for (IndicatorId id : reach.influencedBy(asked.indicator().id())) {
            Indicator about = policy.indicators().indicator(id);
            for (Condition condition : conditions) {
                boolean isCalculated = condition.type() == FactType.PART || condition.type() == FactType.CHANGE;
                if (isCalculated && reach.asksOf(condition, about)) {
                    for (Constraint constraint : condition.constraints()) {
                        constraint
                                .limit()
                                .map(policy::limit)
                                .ifPresent(limit -> limits.computeIfAbsent(
                                                new Followed(condition.type(), about, constraint.field()),
                                                none -> new TreeSet<>())
                                        .add(limit));
                    }
                }
            }
            if (about.computed().isPresent() && !about.equals(asked.indicator())) {
                limits.put(
                        new Followed(FactType.READING, about, FactType.READING.field("value")),
                        values(about, asked.assessment(), Optional.empty()));
            }
        }
        return limits;
    }

    private boolean isTrendRead(Indicator indicator) {
        return conditions.stream()
                .anyMatch(condition -> condition.type() == FactType.TREND && reach.asksOf(condition, indicator));
    }

    /**
     * Values at which something turns, each with the one before it that can be written down: halved until found, between
     * values that it was held against and values that the indicator had.
     */
    private static NavigableSet<Exact> turns(Asked asked, NavigableSet<Exact> cuts, Function<Exact, Object> said) {
        NavigableSet<Exact> probes = new TreeSet<>(cuts);
        asked.assessment()
                .readings(asked.indicator())
                .forEach(reading -> reading.known().ifPresent(known -> probes.add(known.value())));
        probes.removeIf(value -> !asked.range().contains(value) || !asked.grid().holds(value));
        NavigableSet<Exact> turns = new TreeSet<>();
        Exact low = null;
        for (Exact high : probes) {
            if (low != null) {
                turn(asked, low, high, said, turns);
            }
            low = high;
        }
        return turns;
    }

    private static void turn(
            Asked asked, Exact from, Exact to, Function<Exact, Object> said, NavigableSet<Exact> turns) {
        Exact unit = Exact.ONE;
        for (int i = 0; i < asked.grid().decimals(); i++) {
            unit = unit.dividedBy(Exact.of(10));
        }
        Exact low = from;
        Exact high = to;
        Object below = said.apply(low);
        if (below.equals(said.apply(high))) {
            return;
        }
        while (high.minus(low).isAbove(unit)) {
            Exact middle =
                    Exact.of(low.plus(high).dividedBy(TWO).rounded(asked.grid().decimals()));
            if (!middle.isAbove(low) || !middle.isBelow(high)) {
                break;
            }
            if (said.apply(middle).equals(below)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        turns.add(low);
        turns.add(high);
    }

    /** Where a reading is joined with others, it may be about as much as they are, or a part of them. */
    private NavigableSet<Exact> further(Asked asked, NavigableSet<Exact> cuts) {
        NavigableSet<Exact> further = new TreeSet<>(cuts);
        for (Fact fact : trials.facts(asked.at())) {
            for (Condition condition : reach.joined()) {
                if (condition.type() == fact.type()) {
                    condition.type().fields().values().stream()
                            .filter(field -> field.kind() == FieldKind.NUMBER)
                            .flatMap(field -> field.number(fact).stream())
                            .map(Figure::estimate)
                            .forEach(value -> further.addAll(List.of(
                                    Exact.of(value.rounded(asked.grid().decimals())),
                                    Exact.of(value.times(TWO)
                                            .rounded(asked.grid().decimals())))));
                }
            }
        }
        return further;
    }

    private Set<RuleId> speaking(Asked asked, Exact value) {
        return trials.of(asked.with(value))
                .map(outcome -> outcome.findings().stream()
                        .map(finding -> finding.rule().id())
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    private Trend.Course course(Asked asked, Exact value) {
        return trials.facts(asked.with(value)).stream()
                .filter(fact -> fact instanceof Fact.Trend trend
                        && trend.indicator().equals(asked.indicator().id()))
                .map(fact -> ((Fact.Trend) fact).course())
                .findFirst()
                .orElse(Trend.Course.UNDETERMINED);
    }
}
