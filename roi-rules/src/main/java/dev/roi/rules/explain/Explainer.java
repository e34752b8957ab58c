package dev.roi.rules.explain;

import dev.roi.core.Direction;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.Reading;
import dev.roi.core.Unit;
import dev.roi.rules.explain.Explanation.Measured;
import dev.roi.rules.explain.Explanation.OfComparison;
import dev.roi.rules.explain.Explanation.OfCondition;
import dev.roi.rules.explain.Explanation.OfFact;
import dev.roi.rules.explain.Explanation.OfRule;
import dev.roi.rules.explain.Explanation.Outcome;
import dev.roi.rules.facts.Assessment;
import dev.roi.rules.facts.Comparison;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.FieldValue;
import dev.roi.rules.facts.IndicatorState;
import dev.roi.rules.policy.FactType;
import dev.roi.rules.policy.FactType.FieldKind;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.Rule;
import dev.roi.rules.policy.Rule.Condition;
import dev.roi.rules.policy.Rule.Constraint;
import dev.roi.rules.policy.Rule.Operator;
import dev.roi.rules.policy.Rule.Presence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds every rule of a policy against facts, and keeps what each comparison said. Safe for use by several threads. */
@SuppressWarnings("exports") // public for the engine, as the facts are
public final class Explainer {

    private static final Set<String> NAMING_WORDS = Set.of("dimension");
    private static final Set<String> OF_A_BASELINE = Set.of("result", "leaning");

    private final Policy policy;

    /**
     * Makes an explainer.
     *
     * @param policy the policy whose rules it explains
     */
    public Explainer(Policy policy) {
        this.policy = policy;
    }

    /**
     * Explains every rule.
     *
     * @param assessment one scope and month
     * @return what each rule's conditions said
     */
    public Explanation explain(Assessment assessment) {
        Map<FactType, List<Fact>> byType = Interpreter.byType(assessment.facts());
        return new Explanation(policy.rules().values().stream()
                .map(rule -> explain(assessment, rule, byType))
                .toList());
    }

    private OfRule explain(Assessment assessment, Rule rule, Map<FactType, List<Fact>> byType) {
        List<OfCondition> conditions = rule.conditions().stream()
                .map(condition -> explain(assessment, condition, byType.getOrDefault(condition.type(), List.of())))
                .toList();
        boolean fired = conditions.stream().allMatch(OfCondition::holds);
        return new OfRule(rule.id(), fired ? Outcome.FIRED : Outcome.SILENT, conditions);
    }

    private OfCondition explain(Assessment assessment, Condition condition, List<Fact> facts) {
        List<Constraint> naming =
                condition.constraints().stream().filter(Explainer::isNaming).toList();
        List<Constraint> asking = condition.constraints().stream()
                .filter(constraint -> !isNaming(constraint))
                .toList();
        List<OfFact> found = facts.stream()
                .filter(fact -> naming.stream().allMatch(constraint -> FieldValue.holds(policy, fact, constraint)))
                .map(fact -> explain(assessment, fact, asking))
                .toList();
        boolean present = found.stream().anyMatch(OfFact::holds);
        return new OfCondition(
                condition.presence(),
                condition.type(),
                naming.stream()
                        .map(constraint -> (constraint.operator() == Operator.NOT_EQUAL ? "not " : "")
                                + String.join(" or ", constraint.words()))
                        .collect(Collectors.joining(", ")),
                present == (condition.presence() == Presence.PRESENT),
                found);
    }

    /**
     * Tells whether a comparison says which fact is meant, rather than asking something of it.
     *
     * @param constraint the comparison
     * @return whether it names an indicator, a block, a kind of month or a part
     */
    public static boolean isNaming(Constraint constraint) {
        FieldKind kind = constraint.field().kind();
        return kind == FieldKind.INDICATOR
                || kind == FieldKind.BLOCK
                || kind == FieldKind.RUN
                || kind == FieldKind.NAME
                || NAMING_WORDS.contains(constraint.field().name());
    }

    private OfFact explain(Assessment assessment, Fact fact, List<Constraint> asking) {
        Optional<IndicatorState> state = fact instanceof Fact.ComparisonFact compared
                ? Optional.of(assessment.indicator(new IndicatorId(compared.indicator())))
                : Optional.empty();
        return new OfFact(
                fact instanceof Fact.OfIndicator about
                        ? Optional.of(new IndicatorId(about.indicator()))
                        : Optional.empty(),
                name(fact),
                state.flatMap(of -> measured(assessment, of)),
                asking.stream()
                        .map(constraint -> explain(assessment, fact, state, constraint))
                        .toList());
    }

    private static Optional<Measured> measured(Assessment assessment, IndicatorState state) {
        return state.latest()
                .flatMap(known -> state.baselineValue()
                        .map(baseline -> new Measured(
                                unit(assessment, state.indicator().unit()),
                                known.value(),
                                baseline,
                                state.indicator().tolerance())));
    }

    private static Unit unit(Assessment assessment, Unit unit) {
        return unit.equals(Unit.CURRENCY)
                ? assessment.scorecard().currency().map(Unit::new).orElse(unit)
                : unit;
    }

    private static String name(Fact fact) {
        if (fact instanceof Fact.PartFact part) {
            return part.name();
        }
        if (fact instanceof Fact.BlockFact block) {
            return block.id();
        }
        return fact instanceof Fact.RunFact run ? run.of() : "";
    }

    private OfComparison explain(
            Assessment assessment, Fact fact, Optional<IndicatorState> state, Constraint constraint) {
        Object actual = FieldValue.of(fact, constraint.field().name());
        Optional<Exact> threshold = constraint.limit().map(policy::limit);
        Optional<Measured> measured = state.flatMap(of -> measured(assessment, of));
        Optional<Exact> limit = threshold.or(() -> state.flatMap(of -> turningPoint(of, measured, constraint)));
        Optional<Unit> unit = constraint
                .limit()
                .flatMap(id -> Optional.ofNullable(policy.thresholds().get(id)))
                .map(given -> unit(assessment, given.unit()))
                .or(() -> limit.flatMap(number -> measured.map(Measured::unit)));
        Optional<Exact> value = threshold.isPresent()
                ? Optional.of(Exact.of((BigDecimal) actual))
                : state.flatMap(IndicatorState::latest).map(Reading.Known::value);
        return new OfComparison(
                constraint.field().name(),
                constraint.operator(),
                threshold.map(Exact::toString).orElseGet(() -> String.join(", ", constraint.words())),
                actual instanceof BigDecimal number ? number.toPlainString() : actual.toString(),
                constraint.limit(),
                limit,
                limit.map(number -> value.orElseThrow().minus(number)),
                unit,
                FieldValue.holds(policy, fact, constraint));
    }

    /** Of the two ends of a tolerance, the nearer one at which the answer to a comparison turns. */
    private static Optional<Exact> turningPoint(
            IndicatorState state, Optional<Measured> measured, Constraint constraint) {
        boolean comparable = state.comparison().flatMap(Comparison::obstacle).isEmpty();
        if (measured.isEmpty()
                || !comparable
                || !OF_A_BASELINE.contains(constraint.field().name())) {
            return Optional.empty();
        }
        Exact baseline = measured.get().baseline();
        Exact tolerated = measured.get().tolerated();
        Exact toTheBetter =
                state.indicator().direction() == Direction.HIGHER_IS_BETTER ? tolerated : tolerated.negated();
        List<String> words = constraint.words();
        boolean same = words.contains(Comparison.Leaning.SAME.word());
        List<Exact> turning = new ArrayList<>();
        if (words.contains(Comparison.Leaning.BETTER.word()) != same) {
            turning.add(baseline.plus(toTheBetter));
        }
        if (words.contains(Comparison.Leaning.WORSE.word()) != same) {
            turning.add(baseline.minus(toTheBetter));
        }
        return turning.stream()
                .min(Comparator.comparing(
                        edge -> measured.get().value().minus(edge).magnitude()));
    }
}
