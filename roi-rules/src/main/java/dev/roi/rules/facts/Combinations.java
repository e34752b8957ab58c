package dev.roi.rules.facts;

import dev.roi.core.Fault;
import dev.roi.core.Fault.Severity;
import dev.roi.core.InvalidInput;
import dev.roi.rules.facts.Conditions.Met;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.PolicyCode;
import dev.roi.rules.policy.Rule;
import dev.roi.rules.policy.Rule.Presence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The combinations of facts that the rules of a policy hold for. Conditions share no variables, so a rule that asks for
 * much several times over holds for the product, which soon is more than any machine can go through.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Combinations {

    /** The most combinations that all rules of a policy may hold for in one review. */
    public static final long MOST = 100_000;

    private final Conditions conditions;
    private final Asking[] rules;

    /**
     * Gets ready for a policy.
     *
     * @param policy the policy
     * @param conditions its conditions
     */
    public Combinations(Policy policy, Conditions conditions) {
        this.conditions = conditions;
        this.rules = policy.rules().values().stream()
                .map(rule -> new Asking(rule, conditions))
                .toArray(Asking[]::new);
    }

    /**
     * Finds what facts meet of the rules that may fire: those whose conditions are all met, but for what must be absent.
     *
     * @param facts the facts of one scope and month
     * @return each fact with the number of each condition of those rules that it meets, in the order of the facts
     * @throws InvalidInput when the rules hold for more than {@value #MOST} combinations; it names the rule with the most of
     *     them
     */
    public List<Met> metBy(List<Fact> facts) {
        List<Met> met = conditions.metBy(facts);
        boolean[] asked = asked(met);
        List<Met> relevant = new ArrayList<>(met.size());
        for (Met one : met) {
            if (asked[one.condition()]) {
                relevant.add(one);
            }
        }
        return relevant;
    }

    /**
     * Refuses rules that hold for too many combinations of facts.
     *
     * @param facts the facts of one scope and month
     * @throws InvalidInput as {@link #metBy} does
     */
    public void check(List<Fact> facts) {
        asked(conditions.metBy(facts));
    }

    /** Tells of each condition whether a rule that may fire asks for it. */
    private boolean[] asked(List<Met> met) {
        int[] found = new int[conditions.size()];
        for (Met one : met) {
            found[one.condition()]++;
        }
        boolean[] asked = new boolean[found.length];
        long sum = 0;
        for (Asking rule : rules) {
            long product = rule.combinations(found);
            if (product > 0) {
                rule.mark(asked);
            }
            sum += product;
        }
        if (sum > MOST) {
            refuse(found);
        }
        return asked;
    }

    private void refuse(int[] found) {
        Rule worst = Arrays.stream(rules)
                .max((one, other) -> Long.compare(one.combinations(found), other.combinations(found)))
                .orElseThrow()
                .rule;
        throw new InvalidInput(List.of(new Fault(
                PolicyCode.TOO_LARGE.id(),
                Severity.ERROR,
                worst.place(),
                "rule `%s` asks for so many facts that the rules hold for more than %s combinations of them, which is the most."
                        .formatted(worst.id(), MOST),
                Optional.of("Name the indicator that each condition is about."))));
    }

    /** A rule, with the numbers of its conditions. */
    private static final class Asking {

        private final Rule rule;
        private final int[] present;
        private final int[] absent;

        Asking(Rule rule, Conditions conditions) {
            this.rule = rule;
            this.present = numbers(rule, Presence.PRESENT, conditions);
            this.absent = numbers(rule, Presence.ABSENT, conditions);
        }

        private static int[] numbers(Rule rule, Presence presence, Conditions conditions) {
            return rule.conditions().stream()
                    .filter(condition -> condition.presence() == presence)
                    .mapToInt(conditions::number)
                    .toArray();
        }

        /** The product of what was found, or more than the most where it is more. */
        long combinations(int[] found) {
            long product = 1;
            for (int number : present) {
                if (found[number] == 0) {
                    return 0;
                }
                product = Math.min(product * found[number], MOST + 1);
            }
            return product;
        }

        void mark(boolean[] asked) {
            for (int number : present) {
                asked[number] = true;
            }
            for (int number : absent) {
                asked[number] = true;
            }
        }
    }
}
