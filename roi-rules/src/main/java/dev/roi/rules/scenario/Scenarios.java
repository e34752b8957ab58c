package dev.roi.rules.scenario;

import dev.roi.core.InvalidInput;
import dev.roi.core.LeverId;
import dev.roi.core.Review;
import dev.roi.core.RuleId;
import dev.roi.core.json.Faults;
import dev.roi.rules.Engine;
import dev.roi.rules.policy.PolicyFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The scenarios of a policy. Immutable and safe for use by several threads. */
public final class Scenarios {

    private final List<Scenario> list;

    private final Map<String, String> accepted;

    private Scenarios(List<Scenario> list, Map<String, String> accepted) {
        this.list = List.copyOf(list);
        this.accepted = Map.copyOf(accepted);
    }

    /**
     * Reads the scenarios of a policy.
     *
     * @param files the policy's files
     * @param engine an engine with that policy
     * @return its scenarios; may be none
     * @throws InvalidInput when any is wrong, with everything that is
     */
    public static Scenarios of(PolicyFiles files, Engine engine) {
        Faults faults = new Faults();
        ScenarioReader reader = new ScenarioReader(engine.policy(), faults);
        List<Scenario> scenarios = reader.read(files);
        faults.throwIfAny();
        return new Scenarios(scenarios, reader.accepted());
    }

    /**
     * Returns the scenarios.
     *
     * @return all of them, in the order of files and lines
     */
    public List<Scenario> list() {
        return list;
    }

    /**
     * Returns the mutants that no scenario has to notice.
     *
     * @return why not, by the mutant's name
     */
    public Map<String, String> accepted() {
        return accepted;
    }

    /**
     * Runs all scenarios.
     *
     * @param engine the engine to run them with
     * @return what came of each, in order
     */
    public List<Outcome> run(Engine engine) {
        return list.stream().map(scenario -> run(engine, scenario)).toList();
    }

    /**
     * Runs one scenario.
     *
     * @param engine the engine to run it with
     * @param scenario the scenario
     * @return what came of it
     */
    public static Outcome run(Engine engine, Scenario scenario) {
        Review review = engine.review(scenario.scorecard());
        return new Outcome(scenario, review, differences(scenario.expected(), review));
    }

    private static List<String> differences(Scenario.Expected expected, Review review) {
        List<String> differences = new ArrayList<>();
        expected.decision()
                .filter(decision -> decision != review.decision())
                .ifPresent(decision -> differences.add("decision: expected %s, was %s"
                        .formatted(decision.word(), review.decision().word())));
        expected.headline()
                .filter(headline -> !headline.equals(review.headline()))
                .ifPresent(headline ->
                        differences.add("headline: expected `%s`, was `%s`".formatted(headline, review.headline())));
        List<LeverId> pulled = review.levers().stream().map(lever -> lever.id()).toList();
        expected.levers()
                .filter(levers -> !levers.equals(pulled))
                .ifPresent(levers -> differences.add("levers: expected %s, was %s".formatted(levers, pulled)));
        Set<RuleId> fired = review.justifications().stream()
                .map(justification -> justification.rule())
                .collect(Collectors.toSet());
        expected.because().stream()
                .filter(rule -> !fired.contains(rule))
                .forEach(rule -> differences.add("because: expected %s, which stayed silent".formatted(rule)));
        expected.notBecause().stream()
                .filter(fired::contains)
                .forEach(rule -> differences.add("not-because: %s fired".formatted(rule)));
        return differences;
    }
}
