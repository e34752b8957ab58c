package dev.roi.rules.explain;

import dev.roi.core.Direction;
import dev.roi.core.Exact;
import dev.roi.core.Reading;
import dev.roi.core.RuleId;
import dev.roi.core.Unit;
import dev.roi.rules.assessment.Assessment;
import dev.roi.rules.assessment.Comparison;
import dev.roi.rules.assessment.IndicatorState;
import dev.roi.rules.drools.CompiledRules;
import dev.roi.rules.explain.Explanation.Measured;
import dev.roi.rules.explain.Explanation.OfComparison;
import dev.roi.rules.explain.Explanation.OfCondition;
import dev.roi.rules.explain.Explanation.OfElement;
import dev.roi.rules.explain.Explanation.OfFact;
import dev.roi.rules.explain.Explanation.OfRule;
import dev.roi.rules.explain.Explanation.Outcome;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.Fact.Comparison.Estimate;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.Figure;
import dev.roi.rules.facts.Question;
import dev.roi.rules.language.Bindings;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Condition.Presence;
import dev.roi.rules.language.Constraint;
import dev.roi.rules.language.Either;
import dev.roi.rules.language.Element;
import dev.roi.rules.language.Finding;
import dev.roi.rules.language.Operator;
import dev.roi.rules.language.Rule;
import dev.roi.rules.language.Span;
import dev.roi.rules.policy.Policy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds every rule of a policy against facts, and keeps what each comparison said. Safe for use by several threads. */
@SuppressWarnings("exports") // public for the engine, as the facts are
public final class Explainer {

    private static final Set<String> OF_A_BASELINE = Set.of("result", "estimate");

    private final Policy policy;
    private final CompiledRules rules;
    private final Bindings bindings;

    /**
     * Makes an explainer.
     *
     * @param policy the policy whose rules it explains
     * @param rules its rules
     */
    public Explainer(Policy policy, CompiledRules rules) {
        this.policy = policy;
        this.rules = rules;
        this.bindings = Bindings.of(policy);
    }

    /**
     * Explains every rule.
     *
     * @param assessment one scope and month
     * @return what each rule's conditions said
     */
    public Explanation explain(Assessment assessment) {
        List<Fact> facts = rules.complete(assessment.facts());
        Map<FactType, List<Fact>> byType = new EnumMap<>(FactType.class);
        facts.forEach(fact ->
                byType.computeIfAbsent(fact.type(), type -> new ArrayList<>()).add(fact));
        Map<RuleId, List<Finding>> fired = rules.matches(facts).stream()
                .collect(Collectors.groupingBy(finding -> finding.rule().id()));
        Map<RuleId, Set<Integer>> holding = rules.holding(facts);
        NestedComparisons nested = new NestedComparisons(this, assessment, byType, rules.worked(facts));
        return new Explanation(policy.rules().values().stream()
                .map(rule -> new OfRule(
                        rule.id(),
                        fired.containsKey(rule.id()) ? Outcome.FIRED : Outcome.SILENT,
                        conditions(assessment, rule, byType, holding.getOrDefault(rule.id(), Set.of())),
                        others(
                                rule,
                                holding.getOrDefault(rule.id(), Set.of()),
                                fired.getOrDefault(rule.id(), List.of()),
                                nested)))
                .toList());
    }

    private static List<OfElement> others(
            Rule rule, Set<Integer> holding, List<Finding> findings, NestedComparisons nested) {
        List<OfElement> others = new ArrayList<>();
        int either = 0;
        for (int i = 0; i < rule.elements().size(); i++) {
            if (!(rule.elements().get(i) instanceof Condition)) {
                Element element = rule.elements().get(i);
                others.add(new OfElement(
                        element.toString(),
                        holding.contains(i),
                        element instanceof Either alternatives
                                ? branches(alternatives, Finding.alternative(either++), findings)
                                : counted(element, findings),
                        nested.of(rule, i)));
            }
        }
        return others;
    }

    /** The alternatives that held in some way in which the rule does. */
    private static List<String> branches(Either either, String alternative, List<Finding> findings) {
        List<String> held = new ArrayList<>();
        for (int i = 0; i < either.branches().size(); i++) {
            Span number = Span.of(Exact.of(i + 1));
            if (findings.stream()
                    .anyMatch(finding -> number.equals(finding.saw().get(alternative)))) {
                held.add(
                        either.branches().get(i).stream().map(Element::toString).collect(Collectors.joining(" and ")));
            }
        }
        return held;
    }

    private static List<String> counted(Element element, List<Finding> findings) {
        Set<FactType> types = element.conditions().map(Condition::type).collect(Collectors.toSet());
        Stream<String> worked = element.given().stream()
                .sorted()
                .flatMap(name -> findings.stream()
                        .flatMap(finding -> Optional.ofNullable(finding.saw().get(name)).stream())
                        .map(number -> "%s %s".formatted(name, number))
                        .distinct());
        Stream<String> facts = findings.stream()
                .flatMap(finding -> finding.counted().stream())
                .filter(fact -> types.contains(fact.type()))
                .map(Explainer::written)
                .distinct()
                .sorted();
        return Stream.concat(worked, facts).toList();
    }

    /** What a fact is about, and its numbers, in the words of rule files. */
    private static String written(Fact fact) {
        return fact.type().fields().values().stream()
                .filter(field -> switch (field.kind()) {
                    case INDICATOR, NAME, NUMBER -> true;
                    case THRESHOLD, BLOCK, MONTH_KIND, WORD, FLAG -> false;
                })
                .filter(field -> !field.text(fact).isEmpty())
                .map(field -> "%s %s".formatted(field.name(), field.text(fact)))
                .collect(Collectors.joining(", ", fact.type().word() + ": ", ""));
    }

    private List<OfCondition> conditions(
            Assessment assessment, Rule rule, Map<FactType, List<Fact>> byType, Set<Integer> holding) {
        List<OfCondition> conditions = new ArrayList<>();
        for (int i = 0; i < rule.elements().size(); i++) {
            if (!(rule.elements().get(i) instanceof Condition condition)) {
                continue;
            }
            List<Constraint> asking = condition.asking().toList();
            Question question =
                    condition.presence() == Presence.ABSENT ? rule.question().negated() : rule.question();
            conditions.add(new OfCondition(
                    condition.presence(),
                    condition.type(),
                    condition
                            .naming()
                            .map(constraint -> (constraint.operator() == Operator.NOT_EQUAL ? "not " : "")
                                    + String.join(" or ", constraint.words()))
                            .collect(Collectors.joining(", ")),
                    holding.contains(i),
                    byType.getOrDefault(condition.type(), List.of()).stream()
                            .filter(fact -> isMeant(condition, fact, question))
                            .map(fact -> explain(assessment, fact, asking, question))
                            .toList()));
        }
        return conditions;
    }

    /** Tells whether a condition looks at a fact: one with the name that it asks for, of the month that it means. */
    boolean isMeant(Condition condition, Fact fact, Question question) {
        return condition.naming().allMatch(constraint -> constraint.test(fact, bindings, question))
                && !isOfAnotherMonth(condition, fact);
    }

    /** A condition that does not name {@code stale} does not see what is. */
    private boolean isOfAnotherMonth(Condition condition, Fact fact) {
        return condition.tested().stream()
                .skip(condition.items().size())
                .anyMatch(item -> !item.test(fact, bindings, Question.AS_MEASURED));
    }

    private OfFact explain(Assessment assessment, Fact fact, List<Constraint> asking, Question question) {
        Optional<IndicatorState> state = fact instanceof Fact.Comparison compared
                ? Optional.of(assessment.indicator(compared.indicator()))
                : Optional.empty();
        return new OfFact(
                fact instanceof Fact.OfIndicator about ? Optional.of(about.indicator()) : Optional.empty(),
                name(fact),
                state.flatMap(of -> measured(assessment, of)),
                asking.stream()
                        .map(constraint -> explain(assessment, fact, state, constraint, question))
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

    static Unit unit(Assessment assessment, Unit unit) {
        return unit.equals(Unit.CURRENCY)
                ? assessment.scorecard().currency().map(Unit::new).orElse(unit)
                : unit;
    }

    private static String name(Fact fact) {
        if (fact instanceof Fact.Part part) {
            return part.name();
        }
        if (fact instanceof Fact.Block block) {
            return block.id().value();
        }
        return fact instanceof Fact.Run run ? run.of().value() : "";
    }

    OfComparison explain(
            Assessment assessment,
            Fact fact,
            Optional<IndicatorState> state,
            Constraint constraint,
            Question question) {
        Optional<Exact> threshold = constraint.limit().map(policy::limit);
        Optional<Measured> measured = state.flatMap(of -> measured(assessment, of));
        Optional<Exact> limit = threshold.or(() -> state.flatMap(of -> turningPoint(of, measured, constraint)));
        Optional<Unit> unit = constraint
                .limit()
                .flatMap(id -> Optional.ofNullable(policy.thresholds().get(id)))
                .map(given -> unit(assessment, given.unit()))
                .or(() -> limit.flatMap(number -> measured.map(Measured::unit)));
        Optional<Exact> value = threshold.isPresent()
                ? constraint.field().number(fact).map(Figure::estimate)
                : state.flatMap(IndicatorState::latest).map(Reading.Known::value);
        return new OfComparison(
                constraint.field().name(),
                constraint.operator(),
                threshold.map(Exact::toString).orElseGet(() -> String.join(", ", constraint.words())),
                constraint.field().text(fact),
                constraint.limit(),
                limit,
                limit.flatMap(number -> value.map(given -> given.minus(number))),
                unit.filter(any -> limit.isPresent()),
                constraint.test(fact, bindings, question));
    }

    Policy policy() {
        return policy;
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
        boolean same = words.contains(Estimate.SAME.word());
        List<Exact> turning = new ArrayList<>();
        if (words.contains(Estimate.BETTER.word()) != same) {
            turning.add(baseline.plus(toTheBetter));
        }
        if (words.contains(Estimate.WORSE.word()) != same) {
            turning.add(baseline.minus(toTheBetter));
        }
        return turning.stream()
                .min(Comparator.comparing(
                        edge -> measured.get().value().minus(edge).magnitude()));
    }
}
