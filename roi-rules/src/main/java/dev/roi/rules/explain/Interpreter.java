package dev.roi.rules.explain;

import dev.roi.rules.facts.Combinations;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.FieldValue;
import dev.roi.rules.facts.Finding;
import dev.roi.rules.facts.RuleRunner;
import dev.roi.rules.policy.FactType;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.Rule;
import dev.roi.rules.policy.Rule.Condition;
import dev.roi.rules.policy.Rule.Presence;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Runs rules by holding each condition against each fact. It finds what the compiled rules find, needs no compilation,
 * and is used where a policy is changed many times, and to explain.
 */
@SuppressWarnings("exports") // public for the engine, as the facts are
public final class Interpreter implements RuleRunner {

    private final Policy policy;
    private final Combinations combinations;

    /**
     * Makes an interpreter.
     *
     * @param policy the policy whose rules it runs
     */
    public Interpreter(Policy policy) {
        this.policy = policy;
        this.combinations = new Combinations(policy);
    }

    @Override
    public List<Finding> run(List<Fact> facts) {
        combinations.check(combinations.metBy(facts));
        Map<FactType, List<Fact>> byType = byType(facts);
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : policy.rules().values()) {
            matches(rule, byType).forEach(match -> findings.add(new Finding(rule, match)));
        }
        return findings;
    }

    static Map<FactType, List<Fact>> byType(List<Fact> facts) {
        Map<FactType, List<Fact>> byType = new EnumMap<>(FactType.class);
        for (Fact fact : facts) {
            byType.computeIfAbsent(fact.type(), type -> new ArrayList<>()).add(fact);
        }
        return byType;
    }

    /**
     * Conditions share no variables, so what a rule finds is every combination of what its conditions find; nothing where
     * one of them is not met, which is found out before anything is combined.
     */
    private List<List<Fact>> matches(Rule rule, Map<FactType, List<Fact>> byType) {
        List<List<Fact>> present = new ArrayList<>();
        for (Condition condition : rule.conditions()) {
            List<Fact> found = byType.getOrDefault(condition.type(), List.of()).stream()
                    .filter(fact -> holds(fact, condition))
                    .toList();
            if (found.isEmpty() == (condition.presence() == Presence.PRESENT)) {
                return List.of();
            }
            if (condition.presence() == Presence.PRESENT) {
                present.add(found);
            }
        }
        List<List<Fact>> matches = List.of(List.of());
        for (List<Fact> found : present) {
            List<List<Fact>> longer = new ArrayList<>();
            for (List<Fact> match : matches) {
                for (Fact fact : found) {
                    List<Fact> next = new ArrayList<>(match);
                    next.add(fact);
                    longer.add(next);
                }
            }
            matches = longer;
        }
        return matches;
    }

    private boolean holds(Fact fact, Condition condition) {
        return condition.constraints().stream().allMatch(constraint -> FieldValue.holds(policy, fact, constraint));
    }
}
