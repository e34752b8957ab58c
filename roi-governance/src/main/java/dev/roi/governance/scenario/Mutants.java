package dev.roi.governance.scenario;

import dev.roi.core.Exact;
import dev.roi.core.InvalidInput;
import dev.roi.core.Message;
import dev.roi.core.RuleId;
import dev.roi.rules.Engine;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Constraint;
import dev.roi.rules.language.Element;
import dev.roi.rules.language.Item;
import dev.roi.rules.language.Operator;
import dev.roi.rules.language.Rule;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.PolicyFiles;
import dev.roi.rules.policy.Threshold;
import dev.roi.rules.policy.ThresholdException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every small change of a policy: each threshold moved by one step up and down within its allowed range, each rule
 * removed, each comparison turned round and, where it orders numbers, its limit taken in or left out; and {@link NestedChanges}
 * of what stands in brackets, is counted or is calculated.
 */
final class Mutants {

    private final PolicyFiles files;
    private final Policy policy;
    private final List<Mutant> mutants = new ArrayList<>();

    private Mutants(PolicyFiles files, Policy policy) {
        this.files = files;
        this.policy = policy;
    }

    static List<Mutant> of(PolicyFiles files, Policy policy) {
        Mutants mutants = new Mutants(files, policy);
        // each is the policy read anew, so this is worth both cores; the order stays that of the file
        mutants.mutants.addAll(policy.thresholds().values().parallelStream()
                .flatMap(mutants::moved)
                .toList());
        policy.allRules().forEach(mutants::change);
        return mutants.mutants;
    }

    private Stream<Mutant> moved(Threshold threshold) {
        return Stream.concat(
                Stream.of(
                                move(threshold, threshold.value().plus(threshold.step()), "up"),
                                move(threshold, threshold.value().minus(threshold.step()), "down"))
                        .flatMap(Optional::stream),
                threshold.exceptions().stream().flatMap(exception -> moved(threshold, exception)));
    }

    private Stream<Mutant> moved(Threshold threshold, ThresholdException exception) {
        return Stream.of(
                        move(threshold, exception, exception.value().plus(threshold.step()), "up"),
                        move(threshold, exception, exception.value().minus(threshold.step()), "down"))
                .flatMap(Optional::stream);
    }

    private Optional<Mutant> move(Threshold threshold, ThresholdException exception, Exact value, String way) {
        if (!threshold.range().contains(value)) {
            return Optional.empty();
        }
        List<ThresholdException> others = threshold.exceptions().stream()
                .map(one -> one.equals(exception) ? one.with(value) : one)
                .toList();
        String name = "%s for %s".formatted(threshold.id(), exception.whom());
        return Optional.of(new Mutant(
                "threshold/%s/%s/%s".formatted(threshold.id(), exception.whom().replaceAll("[^a-z0-9-]+", "-"), way),
                Message.of("threshold %s moved from %s to %s", name, exception.value(), value),
                Message.of("%s is %s, not %s", name, exception.value(), value),
                policy.with(threshold.with(others)),
                Optional.of(threshold.id()),
                reading(threshold)));
    }

    private List<RuleId> reading(Threshold threshold) {
        return policy.allRules().stream()
                .filter(rule -> rule.thresholds().contains(threshold.id()))
                .map(Rule::id)
                .toList();
    }

    private Optional<Mutant> move(Threshold threshold, Exact value, String way) {
        if (!threshold.range().contains(value)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Mutant(
                    "threshold/%s/%s".formatted(threshold.id(), way),
                    Message.of("threshold %s moved from %s to %s", threshold.id(), threshold.value(), value),
                    Message.of("%s is %s, not %s", threshold.id(), threshold.value(), value),
                    Engine.read(files, Map.of(threshold.id(), value)),
                    Optional.of(threshold.id()),
                    reading(threshold)));
        } catch (InvalidInput noPolicy) {
            return Optional.empty(); // a value that no policy can have is no mutant
        }
    }

    private void change(Rule rule) {
        mutants.add(new Mutant(
                "rule/%s/removed".formatted(rule.id()),
                Message.of("rule %s removed", rule.id()),
                Message.of("%s counts", rule.id()),
                policy.without(rule.id()),
                Optional.empty(),
                List.of(rule.id())));
        int nested = 0;
        for (NestedChanges.Changed<List<Element>> changed : NestedChanges.of(rule.elements())) {
            nested++;
            mutants.add(new Mutant(
                    "nested/%s/%s".formatted(rule.id(), nested),
                    Message.of("rule %s: `%s` turned into `%s`", rule.id(), changed.before(), changed.after()),
                    Message.of("%s asks for `%s`, not `%s`", rule.id(), changed.before(), changed.after()),
                    policy.with(rule.with(changed.now())),
                    Optional.empty(),
                    List.of(rule.id())));
        }
        List<Condition> conditions = rule.allConditions().toList();
        for (int i = 0; i < conditions.size(); i++) {
            List<Item> items = conditions.get(i).items();
            for (int j = 0; j < items.size(); j++) {
                if (items.get(j) instanceof Constraint constraint && !constraint.isNaming()) {
                    turn(
                            rule,
                            conditions.get(i),
                            i,
                            j,
                            constraint,
                            constraint.operator().opposite());
                    if (constraint.operator().orders()) {
                        turn(rule, conditions.get(i), i, j, constraint, beside(constraint.operator()));
                    }
                }
            }
        }
    }

    static Operator beside(Operator operator) {
        return switch (operator) {
            case BELOW -> Operator.AT_MOST;
            case AT_MOST -> Operator.BELOW;
            case ABOVE -> Operator.AT_LEAST;
            case AT_LEAST -> Operator.ABOVE;
            case EQUAL, NOT_EQUAL, IN, NOT_IN -> operator;
        };
    }

    private void turn(Rule rule, Condition condition, int i, int j, Constraint constraint, Operator operator) {
        Constraint turned = constraint.by(operator);
        List<Item> items = new ArrayList<>(condition.items());
        items.set(j, turned);
        Rule changed = rule.with(condition, condition.with(items));
        String against =
                constraint.expression().map(Object::toString).orElseGet(() -> String.join("|", constraint.words()));
        mutants.add(new Mutant(
                "comparison/%s/%s.%s/%s".formatted(rule.id(), i + 1, j + 1, operator.sign()),
                Message.of(
                        "rule %s: `%s %s %s` turned into `%s %s %s`",
                        rule.id(),
                        constraint.field().name(),
                        constraint.operator().sign(),
                        against,
                        constraint.field().name(),
                        operator.sign(),
                        against),
                title(rule, constraint, operator),
                policy.with(changed),
                constraint.limit(),
                List.of(rule.id())));
    }

    private static Message title(Rule rule, Constraint constraint, Operator turned) {
        return Message.of(
                "%s asks for %s %s, not %s",
                rule.id(), constraint.field().name(), constraint.operator().sign(), turned.sign());
    }
}
