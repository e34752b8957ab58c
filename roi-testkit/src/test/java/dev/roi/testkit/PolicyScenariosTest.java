package dev.roi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roi.rules.policy.PolicyFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class PolicyScenariosTest {

    private static final PolicyFiles SOUND = PolicyFiles.builtIn("coding-agent").orElseThrow();

    @TestFactory
    Stream<DynamicNode> the_built_in_policy_decides_as_its_scenarios_say() {
        return PolicyScenarios.builtIn("coding-agent").tests();
    }

    private static List<DynamicTest> all(Stream<? extends DynamicNode> nodes) {
        List<DynamicTest> tests = new ArrayList<>();
        nodes.forEach(node -> {
            if (node instanceof DynamicContainer container) {
                tests.addAll(all(container.getChildren()));
            } else if (node instanceof DynamicTest test) {
                tests.add(test);
            }
        });
        return tests;
    }

    private static PolicyFiles with(String scenarios) {
        PolicyFiles files = SOUND;
        for (String path : SOUND.paths()) {
            if (path.startsWith("scenarios/") && !path.endsWith("cases.yaml")) {
                files = files.with(path, "about: nothing\n");
            }
        }
        return files.with("scenarios/own.yaml", scenarios);
    }

    @Test
    void each_scenario_is_a_test_that_points_at_its_file_and_line(@TempDir Path directory) throws IOException {
        write(directory, with("""
                scenarios:
                  - scenario: in order
                    case: healthy
                    decision: extend
                tables:
                  - table: adoption
                    case: healthy
                    columns: [adoption-rate, decision]
                    rows:
                      - [29, adjust]
                      - [30, extend]
                """));

        List<DynamicTest> tests = all(PolicyScenarios.of(directory).tests());

        assertThat(tests.stream().map(DynamicTest::getDisplayName))
                .containsExactly("in order", "adoption: adoption-rate 29", "adoption: adoption-rate 30");
        String file = directory.resolve("scenarios/own.yaml").toUri().toString();
        assertThat(tests.stream()
                        .map(test -> test.getTestSourceUri().orElseThrow().toString()))
                .containsExactly(file + "?line=2&column=5", file + "?line=10&column=9", file + "?line=11&column=9");
    }

    private static void write(Path directory, PolicyFiles files) throws IOException {
        for (String path : files.paths()) {
            Path file = directory.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, files.find(path).orElseThrow());
        }
    }

    @Test
    void tests_of_a_built_in_policy_point_into_the_jar() {
        DynamicTest first = all(PolicyScenarios.builtIn("coding-agent").tests()).get(0);
        assertThat(first.getTestSourceUri().orElseThrow().toString())
                .matches(
                        "classpath:/dev/roi/rules/policies/coding-agent/scenarios/[a-z-]+\\.yaml\\?line=\\d+&column=\\d+");
        String path = first.getTestSourceUri().orElseThrow().getPath();
        assertThat(PolicyFiles.class.getResource(path)).isNotNull();
    }

    @Test
    void a_scenario_that_fails_shows_both_sides_and_why() {
        List<DynamicTest> tests = all(PolicyScenarios.of(with(
                        "scenarios: [ { scenario: wrong, case: healthy, decision: stop, because: [low-adoption] } ]"))
                .tests());

        assertThat(tests).hasSize(1);
        assertThatThrownBy(() -> tests.get(0).getExecutable().execute())
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(
                        "wrong\n  coding-agent/scenarios/own.yaml:1:14\n",
                        "            expected            actual\n  decision  stop                extend\n",
                        "  because   low-adoption fires  stayed silent\n",
                        "value 65%, needs < 30% (adoption.low): 35 points above it");
    }

    @Test
    void a_policy_without_scenarios_fails() {
        List<DynamicTest> tests = all(PolicyScenarios.of(with("about: nothing")).tests());
        assertThat(tests).hasSize(1);
        assertThatThrownBy(() -> tests.get(0).getExecutable().execute())
                .hasMessage("policy coding-agent 1.0.0 has no scenario; write one into `scenarios/`");
        all(PolicyScenarios.of(with("about: nothing")).completeness())
                .forEach(test ->
                        assertThatThrownBy(() -> test.getExecutable().execute()).isInstanceOf(AssertionError.class));
    }

    @Test
    void completeness_names_what_no_scenario_goes_through_and_would_notice() {
        String text = new String(SOUND.find("scenarios/usage.yaml").orElseThrow(), StandardCharsets.UTF_8);
        PolicyFiles files = SOUND.with(
                "scenarios/usage.yaml",
                text.replace("      - [29.9, adjust, training, low-adoption, high-adoption-dispersed-usage]\n", "")
                        .replace("      - [29, adjust, training, low-adoption, high-adoption-dispersed-usage]\n", ""));
        List<DynamicTest> tests = all(PolicyScenarios.of(files).completeness());

        assertThat(tests.stream().map(DynamicTest::getDisplayName))
                .containsExactly(
                        "every decision is covered",
                        "every rule is covered",
                        "every condition is covered",
                        "every threshold is covered",
                        "every setting is covered",
                        "every small change of the policy is noticed");
        assertThat(tests.subList(0, 3)).allSatisfy(PolicyScenariosTest::run);
        assertThatThrownBy(() -> run(tests.get(3)))
                .hasMessage("no scenario goes through\n  threshold adoption.low (just below)");
        assertThatThrownBy(() -> run(tests.get(5)))
                .hasMessageContaining("threshold adoption.low moved from 30 to 29")
                .hasMessageContaining("now: { adoption-rate: 29 }");
    }

    private static void run(DynamicTest test) {
        try {
            test.getExecutable().execute();
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new UncheckedIOException(new IOException(failure));
        }
    }
}
