package dev.roi.rules;

import dev.roi.core.IndicatorId;
import dev.roi.core.Scope;
import dev.roi.core.Unit;
import dev.roi.core.Workflow;
import dev.roi.rules.assessment.Assessment;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.ScopeParts;
import dev.roi.rules.policy.Policy;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What portfolio rules may ask of the scopes that were reviewed together. */
final class PortfolioFacts {

    private final List<Scored> scored;
    private final YearMonth newest;

    PortfolioFacts(List<Scored> scored, YearMonth newest) {
        this.scored = scored;
        this.newest = newest;
    }

    /** Returns the facts that the rules of a policy ask for; what none asks for is not worked out. */
    List<Fact> askedBy(Policy policy) {
        Set<FactType> asked = policy.portfolioRules().values().stream()
                .flatMap(rule -> rule.allConditions())
                .map(condition -> condition.type())
                .collect(Collectors.toSet());
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.ReviewMonth.of(newest));
        for (Scored each : scored) {
            Scope scope = each.review().scope();
            facts.add(new Fact.ScopeReview(
                    scope.level(), scope.id(), each.review().decision(), isStale(each)));
            if (asked.contains(FactType.SCOPE_AUTHORISES)) {
                each.scorecard().workflows().stream()
                        .filter(workflow -> workflow.authorisation() == Workflow.Authorisation.AUTHORISED)
                        .forEach(workflow ->
                                facts.add(new Fact.ScopeAuthorises(scope.level(), scope.id(), workflow.id())));
            }
            if (asked.contains(FactType.SCOPE_READING)) {
                readings(each, policy, facts);
            }
        }
        if (asked.contains(FactType.SCOPE_HOLDS)) {
            facts.addAll(ScopeParts.of(registers()));
        }
        return facts;
    }

    private Map<Scope, Set<String>> registers() {
        Map<Scope, Set<String>> registers = new LinkedHashMap<>();
        scored.forEach(each -> registers.put(
                each.review().scope(),
                each.scorecard().workflows().stream().map(Workflow::id).collect(Collectors.toSet())));
        return registers;
    }

    private boolean isStale(Scored each) {
        return each.review().month().isBefore(newest);
    }

    /** An indicator that the policy has in another unit is another one. */
    private void readings(Scored each, Policy policy, List<Fact> facts) {
        Scope scope = each.review().scope();
        Assessment.of(each.policy(), each.scorecard(), each.review().month()).facts().stream()
                .filter(Fact.Reading.class::isInstance)
                .map(Fact.Reading.class::cast)
                .filter(reading -> unit(policy, reading.indicator()).equals(unit(each.policy(), reading.indicator())))
                .forEach(reading -> facts.add(new Fact.ScopeReading(
                        scope.level(), scope.id(), reading.indicator(), reading.value(), isStale(each))));
    }

    private static Set<Unit> unit(Policy policy, IndicatorId id) {
        return policy.indicators().indicators().stream()
                .filter(indicator -> indicator.id().equals(id))
                .map(indicator -> indicator.unit())
                .collect(Collectors.toSet());
    }
}
