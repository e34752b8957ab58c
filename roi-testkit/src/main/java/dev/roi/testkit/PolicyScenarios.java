package dev.roi.testkit;

import dev.roi.core.Fault.Place;
import dev.roi.core.InvalidInput;
import dev.roi.core.Message;
import dev.roi.governance.scenario.Coverage;
import dev.roi.governance.scenario.Mutation;
import dev.roi.governance.scenario.Outcome;
import dev.roi.governance.scenario.PolicyTest;
import dev.roi.governance.scenario.Scenario;
import dev.roi.governance.scenario.Scenarios;
import dev.roi.governance.scenario.TestReport;
import dev.roi.rules.Engine;
import dev.roi.rules.policy.PolicyFiles;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * A policy's scenarios as tests of JUnit, each pointing at its file and line.
 *
 * <pre>{@code
 * static final PolicyScenarios PILOT = PolicyScenarios.of(Path.of("policies/pilot"));
 *
 * @TestFactory
 * Stream<DynamicNode> the_policy_decides_as_its_scenarios_say() {
 *     return PILOT.tests();
 * }
 *
 * @TestFactory
 * Stream<DynamicTest> the_scenarios_would_notice_any_small_change() {
 *     return PILOT.completeness();
 * }
 * }</pre>
 *
 * <p>Safe for use by several threads.
 */
public final class PolicyScenarios {

    private final Engine engine;
    private final PolicyTest test;
    private final Function<Place, Optional<URI>> source;
    private Optional<TestReport> report = Optional.empty();

    private PolicyScenarios(PolicyFiles files, Function<Place, Optional<URI>> source) {
        this.engine = Engine.of(files);
        this.test = PolicyTest.of(files, engine);
        this.source = source;
    }

    /**
     * Takes the scenarios of a policy directory.
     *
     * @param directory the directory
     * @return its scenarios
     * @throws InvalidInput when anything is wrong with the policy or its scenarios, with everything that is
     * @throws UncheckedIOException when the directory cannot be read
     */
    public static PolicyScenarios of(Path directory) {
        return new PolicyScenarios(
                PolicyFiles.read(directory),
                place -> Optional.of(at(Path.of(place.source()).toUri().toString(), place)));
    }

    /**
     * Takes the scenarios of a policy that comes with the library.
     *
     * @param id its name
     * @return its scenarios
     * @throws InvalidInput when there is no such policy
     */
    public static PolicyScenarios builtIn(String id) {
        PolicyFiles files = PolicyFiles.builtIn(id).orElseThrow(() -> {
            Engine.builtIn(id); // says which there are
            return new IllegalStateException("policy (%s) has no files".formatted(id));
        });
        return new PolicyScenarios(
                files, place -> Optional.of(at("classpath:/dev/roi/rules/policies/" + place.source(), place)));
    }

    /**
     * Takes the scenarios of a policy from files that were read already; their tests point nowhere.
     *
     * @param files the policy's files
     * @return its scenarios
     * @throws InvalidInput when anything is wrong with the policy or its scenarios, with everything that is
     */
    public static PolicyScenarios of(PolicyFiles files) {
        return new PolicyScenarios(files, place -> Optional.empty());
    }

    private static URI at(String file, Place place) {
        return URI.create("%s?line=%s&column=%s".formatted(file, place.line(), place.column()));
    }

    /**
     * Returns one test for each scenario, gathered by file. Where there is none, one test fails and says so.
     *
     * @return the files, in order, with their tests in the order of lines
     */
    public Stream<DynamicNode> tests() {
        Map<String, List<Scenario>> byFile = test.scenarios().list().stream()
                .collect(Collectors.groupingBy(
                        scenario -> scenario.place().source(), LinkedHashMap::new, Collectors.toList()));
        if (byFile.isEmpty()) {
            return Stream.of(DynamicTest.dynamicTest("there are scenarios", () -> {
                throw new AssertionError(
                        "policy %s has no scenario; write one into `scenarios/`".formatted(engine.policy()));
            }));
        }
        return byFile.entrySet().stream()
                .map(file -> DynamicContainer.dynamicContainer(
                        file.getKey(), file.getValue().stream().map(this::test)));
    }

    private DynamicTest test(Scenario scenario) {
        return DynamicTest.dynamicTest(
                scenario.name(), source.apply(scenario.place()).orElse(null), () -> check(scenario));
    }

    private void check(Scenario scenario) {
        Outcome outcome = Scenarios.run(engine, scenario);
        if (!outcome.isPassed()) {
            Check.fail(outcome.text(), outcome.differences());
        }
    }

    /**
     * Returns tests of the scenarios themselves: that together they cover every decision, rule, condition and threshold,
     * and notice every small change of the policy. The first of them to run does the work for all.
     *
     * @return one test for each kind of thing to cover, and one for the changes
     */
    public Stream<DynamicTest> completeness() {
        return Stream.concat(
                Arrays.stream(Coverage.Kind.values())
                        .map(kind -> DynamicTest.dynamicTest(
                                "every %s is covered".formatted(kind.word()), () -> covers(kind))),
                Stream.of(DynamicTest.dynamicTest("every small change of the policy is noticed", this::notices)));
    }

    private void covers(Coverage.Kind kind) {
        List<Coverage.Item> missing = report().coverage().orElseThrow(this::nothingRan).missing().stream()
                .filter(item -> item.key().kind() == kind)
                .toList();
        if (!missing.isEmpty()) {
            throw new AssertionError("no scenario goes through\n"
                    + missing.stream().map(item -> "  " + item).collect(Collectors.joining("\n")));
        }
    }

    private void notices() {
        Mutation mutation = report().mutation().orElseThrow(this::nothingRan);
        if (!mutation.survivors().isEmpty()) {
            throw new AssertionError("no scenario notices\n" + mutation.survivorsText());
        }
        if (!report().needlesslyAccepted().isEmpty()) {
            throw new AssertionError(Message.joined("\n", report().problems()).toString());
        }
    }

    private AssertionError nothingRan() {
        return new AssertionError(report().text());
    }

    private synchronized TestReport report() {
        TestReport made = report.orElseGet(test::run);
        report = Optional.of(made);
        return made;
    }
}
