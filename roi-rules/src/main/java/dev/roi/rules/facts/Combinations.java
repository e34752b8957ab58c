package dev.roi.rules.facts;

import dev.roi.core.Fault;
import dev.roi.core.Fault.Severity;
import dev.roi.core.InvalidInput;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.PolicyCode;
import dev.roi.rules.policy.Rule;
import dev.roi.rules.policy.Rule.Presence;
import java.util.ArrayList;
import java.util.Comparator;
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
    private final List<OfRule> rules;

    /**
     * Gets ready for a policy.
     *
     * @param policy the policy
     */
    public Combinations(Policy policy) {
        this.conditions = new Conditions(policy);
        this.rules = policy.rules().values().stream()
                .map(rule -> new OfRule(rule, conditions))
                .toList();
    }

    /**
     * Returns what each rule asks for.
     *
     * @return the rules, in the policy's order
     */
    public List<OfRule> rules() {
        return rules;
    }

    /**
     * Finds what facts meet.
     *
     * @param facts the facts of one scope and month
     * @return what they meet of the policy's conditions
     */
    public Met metBy(List<Fact> facts) {
        return conditions.metBy(facts);
    }

    /**
     * Refuses rules that hold for too many combinations.
     *
     * @param met what the facts of a month meet
     * @throws InvalidInput when all rules together hold for more than {@value #MOST} combinations; see {@link #refusal}
     */
    public void check(Met met) {
        long sum = 0;
        for (OfRule rule : rules) {
            sum += rule.count(met);
        }
        if (sum > MOST) {
            throw refusal(met);
        }
    }

    /**
     * Says that the rules hold for too many combinations.
     *
     * @param met what the facts of a month meet
     * @return the fault, which names the rule that holds for the most
     */
    public InvalidInput refusal(Met met) {
        Rule worst = rules.stream()
                .max(Comparator.comparingLong(rule -> rule.count(met)))
                .orElseThrow()
                .rule;
        return new InvalidInput(List.of(new Fault(
                PolicyCode.TOO_LARGE.id(),
                Severity.ERROR,
                worst.place(),
                "rule `%s` asks for so many facts that the rules hold for more than %s combinations of them, which is the most."
                        .formatted(worst.id(), MOST),
                Optional.of("Name the indicator that each condition is about."))));
    }

    /** A rule, with the {@linkplain Conditions#number numbers} of its conditions. */
    public static final class OfRule {

        private final Rule rule;
        private final int[] present;
        private final int[] absent;

        private OfRule(Rule rule, Conditions conditions) {
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

        /**
         * Returns the conditions that a fact must meet.
         *
         * @return their numbers, in the rule's order
         */
        public int[] present() {
            return present.clone();
        }

        /**
         * Returns the conditions that no fact may meet.
         *
         * @return their numbers, in the rule's order
         */
        public int[] absent() {
            return absent.clone();
        }

        /**
         * Counts the combinations that the rule holds for.
         *
         * @param met what the facts of a month meet
         * @return how many; 0 where it does not hold; where they are more than {@value Combinations#MOST}, only that they are
         */
        public long count(Met met) {
            for (int condition : absent) {
                if (met.count(condition) > 0) {
                    return 0;
                }
            }
            long product = 1;
            for (int condition : present) {
                product = Math.min(product * met.count(condition), MOST + 1);
            }
            return product;
        }

        /**
         * Adds what the rule finds where it holds: each combination of one fact for each condition that must be met.
         *
         * @param findings where to add them
         * @param met what the facts of a month meet
         */
        public void addTo(List<Finding> findings, Met met) {
            List<List<Fact>> found = new ArrayList<>(present.length);
            for (int condition : present) {
                found.add(met.facts(condition));
            }
            add(findings, found, new Fact[present.length], 0);
        }

        private void add(List<Finding> findings, List<List<Fact>> found, Fact[] chosen, int next) {
            if (next == chosen.length) {
                findings.add(new Finding(rule, List.of(chosen)));
                return;
            }
            for (Fact fact : found.get(next)) {
                chosen[next] = fact;
                add(findings, found, chosen, next + 1);
            }
        }
    }
}
