package dev.roi.rules.facts;

import dev.roi.core.Fault;
import dev.roi.core.Fault.Severity;
import dev.roi.core.InvalidInput;
import dev.roi.rules.policy.FactType;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.PolicyCode;
import dev.roi.rules.policy.Rule;
import dev.roi.rules.policy.Rule.Condition;
import dev.roi.rules.policy.Rule.Presence;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * How many combinations of facts the rules of a policy hold for. Conditions share no variables, so a rule that asks for
 * much several times over holds for the product, which soon is more than any machine can go through.
 */
public final class Combinations {

    /** The most combinations that all rules of a policy may hold for in one review. */
    public static final long MOST = 100_000;

    private final Policy policy;
    private final List<Fact> facts;
    private final Map<FactType, Integer> ofType = new EnumMap<>(FactType.class);

    private Combinations(Policy policy, List<Fact> facts) {
        this.policy = policy;
        this.facts = facts;
        for (Fact fact : facts) {
            ofType.merge(fact.type(), 1, Integer::sum);
        }
    }

    /**
     * Refuses rules that hold for too many combinations of facts.
     *
     * @param policy the policy
     * @param facts the facts of one scope and month
     * @throws InvalidInput when there are more than {@value #MOST} combinations; it names the rule with the most of them
     */
    public static void check(Policy policy, List<Fact> facts) {
        Combinations combinations = new Combinations(policy, facts);
        if (combinations.sum(condition -> combinations.ofType.getOrDefault(condition.type(), 0)) > MOST) {
            combinations.refuse();
        }
    }

    private void refuse() {
        ToLongFunction<Condition> counted = condition ->
                facts.stream().filter(fact -> holds(fact, condition)).count();
        if (sum(counted) <= MOST) {
            return;
        }
        Rule worst = policy.rules().values().stream()
                .max((one, other) -> Long.compare(of(one, counted), of(other, counted)))
                .orElseThrow();
        throw new InvalidInput(List.of(new Fault(
                PolicyCode.TOO_LARGE.id(),
                Severity.ERROR,
                worst.place(),
                "rule `%s` asks for so many facts that the rules hold for more than %s combinations of them, which is the most."
                        .formatted(worst.id(), MOST),
                Optional.of("Name the indicator that each condition is about."))));
    }

    private boolean holds(Fact fact, Condition condition) {
        return fact.type() == condition.type()
                && condition.constraints().stream().allMatch(constraint -> FieldValue.holds(policy, fact, constraint));
    }

    private long sum(ToLongFunction<Condition> count) {
        long sum = 0;
        for (Rule rule : policy.rules().values()) {
            sum = Math.min(sum + of(rule, count), MOST + 1);
        }
        return sum;
    }

    /** The product, or more than the most where it is more. */
    private static long of(Rule rule, ToLongFunction<Condition> count) {
        long product = 1;
        boolean none = false;
        for (Condition condition : rule.conditions()) {
            if (condition.presence() == Presence.PRESENT) {
                long found = count.applyAsLong(condition);
                none |= found == 0;
                product = Math.min(product * Math.max(1, found), MOST + 1);
            }
        }
        return none ? 0 : product;
    }
}
