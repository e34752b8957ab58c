package dev.roi.governance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.report.layout.Columns;
import dev.roi.rules.Engine;
import dev.roi.rules.policy.PolicyFiles;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BuiltInCoverageTest {

    static List<String> policies() {
        return PolicyFiles.builtIns();
    }

    @ParameterizedTest
    @MethodSource("policies")
    void the_scenarios_go_through_every_rule_condition_decision_and_threshold(String id) {
        Engine engine = Engine.builtIn(id);
        Scenarios scenarios = Scenarios.of(PolicyFiles.builtIn(id).orElseThrow(), engine);
        assertThat(Coverage.of(engine, scenarios).missing()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("policies")
    void every_mutant_is_noticed_or_accepted_with_a_reason(String id) {
        Engine engine = Engine.builtIn(id);
        PolicyFiles files = PolicyFiles.builtIn(id).orElseThrow();
        Scenarios scenarios = Scenarios.of(files, engine);
        Mutation mutation = Mutation.of(files, engine, scenarios, percent -> {});
        assertThat(mutation.survivors())
                .as(
                        "mutants that no scenario notices, of %d",
                        mutation.results().size())
                .isEmpty();
        assertThat(mutation.needlesslyAccepted(scenarios))
                .as("accepted mutants that are noticed, or that there are no more")
                .isEmpty();
        Coverage coverage = Coverage.of(engine, scenarios).with(engine.policy(), mutation);
        assertThat(coverage.percent()).isEqualTo(100);
        assertThat(new TestReport(
                                engine.policy().ref(),
                                Optional.empty(),
                                OptionalInt.of(100),
                                scenarios.run(engine),
                                List.of(),
                                Optional.of(coverage),
                                Optional.of(mutation),
                                List.of())
                        .text()
                        .lines())
                .allMatch(line -> Columns.width(line) <= Columns.TERMINAL);
    }
}
