package dev.roi.governance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.rules.Engine;
import dev.roi.rules.policy.PolicyFiles;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class BuiltInScenariosTest {

    @TestFactory
    Stream<DynamicContainer> every_built_in_policy_decides_as_its_scenarios_say() {
        return PolicyFiles.builtIns().stream().map(id -> {
            Engine engine = Engine.builtIn(id);
            Scenarios scenarios = Scenarios.of(PolicyFiles.builtIn(id).orElseThrow(), engine);
            assertThat(scenarios.list()).isNotEmpty();
            List<DynamicTest> tests = scenarios.list().stream()
                    .map(scenario -> DynamicTest.dynamicTest(
                            "%s (%s)".formatted(scenario.name(), scenario.place()),
                            () -> assertThat(Scenarios.run(engine, scenario).differences())
                                    .isEmpty()))
                    .toList();
            return DynamicContainer.dynamicContainer(id, tests);
        });
    }
}
