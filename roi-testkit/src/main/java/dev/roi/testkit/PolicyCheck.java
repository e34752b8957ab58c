package dev.roi.testkit;

import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.Fault.Place;
import dev.roi.core.InvalidInput;
import dev.roi.core.LeverId;
import dev.roi.core.RuleId;
import dev.roi.governance.scenario.Outcome;
import dev.roi.governance.scenario.Scenario;
import dev.roi.governance.scenario.Scenarios;
import dev.roi.rules.Engine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The whole policy, what it is given, and what is expected of it. Immutable. */
public final class PolicyCheck extends Check<PolicyCheck> {

    PolicyCheck(PolicyVerifier verifier, Case given) {
        super(verifier, given);
    }

    @Override
    PolicyCheck with(PolicyVerifier policy, Case changed) {
        return new PolicyCheck(policy, changed);
    }

    /**
     * Fails where the policy decides otherwise; all that is otherwise is shown together.
     *
     * @param decision the decision
     * @param more what else is expected, such as {@code because("low-adoption")}
     * @throws AssertionError when it is otherwise, with the reasons
     * @throws IllegalArgumentException when a rule or lever is expected that the policy does not have
     * @throws InvalidInput when what is given cannot be reviewed
     */
    public void decides(Decision decision, Expectation... more) {
        Engine engine = engine();
        Optional<String> headline = Optional.empty();
        Optional<List<LeverId>> levers = Optional.empty();
        List<RuleId> because = new ArrayList<>();
        List<RuleId> notBecause = new ArrayList<>();
        Map<RuleId, Map<String, Exact>> saw = new LinkedHashMap<>();
        for (Expectation each : more) {
            each.check(engine.policy());
            switch (each.kind()) {
                case HEADLINE -> headline = each.words().stream().findFirst();
                case PULLING ->
                    levers = Optional.of(engine.policy().levers().stream()
                            .filter(lever -> each.words().contains(lever.value()))
                            .toList());
                case BECAUSE -> each.words().stream().map(RuleId::new).forEach(because::add);
                case NOT_BECAUSE -> each.words().stream().map(RuleId::new).forEach(notBecause::add);
                case SAW ->
                    saw.computeIfAbsent(new RuleId(each.words().get(0)), rule -> new LinkedHashMap<>())
                            .put(each.words().get(1), Exact.of(each.words().get(2)));
            }
        }
        Outcome outcome = Scenarios.run(
                engine,
                new Scenario(
                        "policy " + engine.policy(),
                        new Place("", 0, 0, ""),
                        Map.of(),
                        Map.of(),
                        scorecard(),
                        new Scenario.Expected(Optional.of(decision), headline, levers, because, notBecause, saw)));
        if (!outcome.isPassed()) {
            fail(outcome.text(), outcome.differences());
        }
    }
}
