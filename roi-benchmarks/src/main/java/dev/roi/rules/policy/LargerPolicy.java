package dev.roi.rules.policy;

import dev.roi.core.RuleId;
import dev.roi.rules.facts.Field;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Constraint;
import dev.roi.rules.language.Element;
import dev.roi.rules.language.Item;
import dev.roi.rules.language.Operator;
import dev.roi.rules.language.Rule;
import dev.roi.rules.policy.Policy.Parts;
import java.util.ArrayList;
import java.util.List;

/** A policy with its rules several times over, to see how cost grows with rules. */
public final class LargerPolicy {

    private LargerPolicy() {}

    /**
     * Repeats the rules of a policy under other names. Each copy asks for the same in a way of its own, so that no engine
     * answers for several of them at once. The copies have no sentences.
     *
     * @param policy the policy
     * @param times how often each rule is there, at least 1
     * @return a policy that decides the same
     */
    public static Policy of(Policy policy, int times) {
        List<Rule> rules = new ArrayList<>(policy.rules().values());
        for (int i = 2; i <= times; i++) {
            for (Rule rule : policy.rules().values()) {
                rules.add(new Rule(
                        new RuleId(rule.id().value() + "-" + i),
                        rule.law(),
                        rule.source(),
                        elements(rule, "copy-" + i),
                        rule.consequence(),
                        rule.place()));
            }
        }
        Parts parts = new Parts(
                policy.ref().id(),
                policy.ref().version(),
                policy.owner(),
                policy.origin(),
                policy.allTexts(),
                policy.indicators(),
                policy.thresholds(),
                policy.levers(),
                policy.monthKinds(),
                policy.precedence(),
                policy.wrongDecisions(),
                rules,
                List.copyOf(policy.portfolioRules().values()),
                policy.trend(),
                policy.views());
        return new Policy(parts);
    }

    /** What a fact is about is never the copy. */
    private static List<Element> elements(Rule rule, String copy) {
        return rule.elements().stream()
                .map(element -> element instanceof Condition condition ? copied(condition, copy) : element)
                .toList();
    }

    private static Element copied(Condition condition, String copy) {
        Field about = condition.type().fields().values().iterator().next();
        List<Item> items = new ArrayList<>(condition.items());
        items.add(Constraint.withWords(about, Operator.NOT_EQUAL, List.of(copy), condition.place()));
        return condition.with(items);
    }
}
