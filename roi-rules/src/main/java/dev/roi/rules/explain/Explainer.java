package dev.roi.rules.explain;

import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.rules.explain.Explanation.OfComparison;
import dev.roi.rules.explain.Explanation.OfCondition;
import dev.roi.rules.explain.Explanation.OfFact;
import dev.roi.rules.explain.Explanation.OfRule;
import dev.roi.rules.explain.Explanation.Outcome;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.FieldValue;
import dev.roi.rules.policy.FactType;
import dev.roi.rules.policy.FactType.FieldKind;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.Rule;
import dev.roi.rules.policy.Rule.Condition;
import dev.roi.rules.policy.Rule.Constraint;
import dev.roi.rules.policy.Rule.Operator;
import dev.roi.rules.policy.Rule.Presence;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds every rule of a policy against facts, and keeps what each comparison said. Safe for use by several threads. */
public final class Explainer {

    private static final Set<String> NAMING_WORDS = Set.of("dimension");

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
     * @param facts the facts of one scope and month
     * @return what each rule's conditions said
     */
    public Explanation explain(List<Fact> facts) {
        Map<FactType, List<Fact>> byType = Interpreter.byType(facts);
        return new Explanation(policy.rules().values().stream()
                .map(rule -> explain(rule, byType))
                .toList());
    }

    private OfRule explain(Rule rule, Map<FactType, List<Fact>> byType) {
        List<OfCondition> conditions = rule.conditions().stream()
                .map(condition -> explain(condition, byType.getOrDefault(condition.type(), List.of())))
                .toList();
        boolean fired = conditions.stream().allMatch(OfCondition::holds);
        return new OfRule(rule.id(), fired ? Outcome.FIRED : Outcome.SILENT, conditions);
    }

    private OfCondition explain(Condition condition, List<Fact> facts) {
        List<Constraint> naming =
                condition.constraints().stream().filter(Explainer::isNaming).toList();
        List<Constraint> asking = condition.constraints().stream()
                .filter(constraint -> !isNaming(constraint))
                .toList();
        List<OfFact> found = facts.stream()
                .filter(fact -> naming.stream().allMatch(constraint -> FieldValue.holds(policy, fact, constraint)))
                .map(fact -> explain(fact, asking))
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

    private OfFact explain(Fact fact, List<Constraint> asking) {
        return new OfFact(
                fact instanceof Fact.OfIndicator about
                        ? Optional.of(new IndicatorId(about.indicator()))
                        : Optional.empty(),
                name(fact),
                asking.stream().map(constraint -> explain(fact, constraint)).toList());
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

    private OfComparison explain(Fact fact, Constraint constraint) {
        Object actual = FieldValue.of(fact, constraint.field().name());
        boolean holds = FieldValue.holds(policy, fact, constraint);
        Optional<Exact> limit = constraint.limit().map(policy::limit);
        return new OfComparison(
                constraint.field().name(),
                constraint.operator(),
                limit.map(Exact::toString).orElseGet(() -> String.join(", ", constraint.words())),
                actual instanceof BigDecimal number ? number.toPlainString() : actual.toString(),
                constraint.limit(),
                limit.map(value -> Exact.of((BigDecimal) actual).minus(value)),
                holds);
    }
}
