package dev.roi.rules.explain;

import dev.roi.core.Exact;
import dev.roi.core.RuleId;
import dev.roi.core.ThresholdId;
import dev.roi.rules.assessment.Assessment;
import dev.roi.rules.explain.Explanation.OfComparison;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.Question;
import dev.roi.rules.language.Accumulate;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Element;
import dev.roi.rules.language.Expression;
import dev.roi.rules.language.Relation;
import dev.roi.rules.language.Rule;
import dev.roi.rules.language.Span;
import dev.roi.rules.policy.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the numbers within groups, alternatives and counts were held against, where that is a threshold. */
final class NestedComparisons {

    private final Explainer explainer;
    private final Assessment assessment;
    private final Map<FactType, List<Fact>> facts;
    private final Map<RuleId, Map<Integer, Set<Map<String, Span>>>> worked;

    NestedComparisons(
            Explainer explainer,
            Assessment assessment,
            Map<FactType, List<Fact>> facts,
            Map<RuleId, Map<Integer, Set<Map<String, Span>>>> worked) {
        this.explainer = explainer;
        this.assessment = assessment;
        this.facts = facts;
        this.worked = worked;
    }

    List<OfComparison> of(Rule rule, int position) {
        Element element = rule.elements().get(position);
        List<OfComparison> comparisons = new ArrayList<>();
        element.conditions().forEach(condition -> comparisons.addAll(of(condition, rule.question())));
        if (element instanceof Accumulate counted) {
            worked.getOrDefault(rule.id(), Map.of()).getOrDefault(position, Set.of()).stream()
                    .flatMap(numbers ->
                            counted.asked().stream().flatMap(asked -> of(asked, numbers, rule.question()).stream()))
                    .forEach(comparisons::add);
        }
        return comparisons.stream().distinct().toList();
    }

    private List<OfComparison> of(Condition condition, Question question) {
        return facts.getOrDefault(condition.type(), List.of()).stream()
                .filter(fact -> explainer.isMeant(condition, fact, question))
                .flatMap(fact -> condition
                        .asking()
                        .filter(constraint -> constraint.limit().isPresent())
                        .map(constraint -> explainer.explain(assessment, fact, Optional.empty(), constraint, question)))
                .toList();
    }

    private Optional<OfComparison> of(Relation asked, Map<String, Span> numbers, Question question) {
        return asked.left() instanceof Expression.Named left && asked.right() instanceof Expression.Limit right
                ? Optional.ofNullable(numbers.get(left.name()))
                        .map(number -> of(left.name(), asked, number, right.threshold(), question))
                : Optional.empty();
    }

    private OfComparison of(String name, Relation asked, Span number, ThresholdId id, Question question) {
        Exact limit = explainer.policy().limit(id);
        Optional<Threshold> threshold =
                Optional.ofNullable(explainer.policy().thresholds().get(id));
        Optional<Exact> certain = number.least().filter(least -> number.most().equals(Optional.of(least)));
        return new OfComparison(
                name,
                asked.operator(),
                limit.toString(),
                number.toString(),
                Optional.of(id),
                threshold.map(given -> limit),
                threshold.flatMap(given -> certain.map(exact -> exact.minus(limit))),
                threshold.map(given -> Explainer.unit(assessment, given.unit())),
                number.test(asked.operator(), Span.of(limit), question));
    }
}
