package dev.roi.benchmarks;

import dev.roi.benchmarks.peers.MonthFacts;
import dev.roi.benchmarks.peers.PlainFacts;
import dev.roi.core.Reading.Bound;
import dev.roi.core.Scorecard;
import dev.roi.rules.DecisionLogic;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.Question;
import dev.roi.rules.language.Bindings;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Condition.Presence;
import dev.roi.rules.language.Rule;
import dev.roi.rules.policy.Policy;
import java.util.List;

/** What those who decide are given of scorecards. */
public final class Given {

    private final Policy policy;
    private final DecisionLogic logic;

    /**
     * Makes facts by a policy.
     *
     * @param policy the policy
     */
    public Given(Policy policy) {
        this.policy = policy;
        this.logic = new DecisionLogic(policy);
    }

    /**
     * Returns the facts of a scorecard's latest complete month.
     *
     * @param scorecard the scorecard
     * @return the facts
     */
    public MonthFacts of(Scorecard scorecard) {
        List<Fact> facts = Inputs.facts(policy, scorecard);
        return new MonthFacts(facts, PlainFacts.of(logic.complete(facts)));
    }

    /**
     * Tells whether peers, which know of a number only what was measured, can answer as the engine does. They cannot where
     * it is uncertain whether a rule to stop or to support holds, nor where a number is a bound or of a part of the month.
     *
     * @param month the facts
     * @return whether they can
     */
    public boolean isDecidedAsMeasured(MonthFacts month) {
        return month.facts().stream().noneMatch(Given::saysMore)
                && policy.rules().values().stream().allMatch(rule -> isAsMeasured(rule, month.facts()));
    }

    private static boolean saysMore(Fact fact) {
        return fact instanceof Fact.Reading reading && (reading.partial() || reading.bound() != Bound.EXACT);
    }

    private boolean isAsMeasured(Rule rule, List<Fact> facts) {
        return rule.conditions().stream()
                .allMatch(condition -> facts.stream()
                        .filter(fact -> fact.type() == condition.type())
                        .allMatch(fact -> isMet(condition, fact, question(rule, condition))
                                == isMet(condition, fact, Question.AS_MEASURED)));
    }

    private static Question question(Rule rule, Condition condition) {
        return condition.presence() == Presence.PRESENT
                ? rule.question()
                : rule.question().negated();
    }

    private boolean isMet(Condition condition, Fact fact, Question question) {
        return condition.constraints().stream()
                .allMatch(constraint -> constraint.test(fact, Bindings.of(policy), question));
    }
}
