package dev.roi.governance.scenario;

import dev.roi.core.InvalidInput;
import dev.roi.rules.Engine;
import dev.roi.rules.policy.PolicyFiles;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Tests a policy with its own scenarios: runs them, tells what they cover, and changes the policy in every small way to
 * see whether they notice.
 *
 * <pre>{@code
 * TestReport report = PolicyTest.of(Path.of("policies/pilot")).failUnder(90).run();
 * System.out.println(report.text());
 * }</pre>
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class PolicyTest {

    private final PolicyFiles files;
    private final Engine engine;
    private final Scenarios scenarios;
    private final Optional<String> only;
    private final OptionalInt failUnder;
    private final boolean mutates;

    private PolicyTest(
            PolicyFiles files,
            Engine engine,
            Scenarios scenarios,
            Optional<String> only,
            OptionalInt failUnder,
            boolean mutates) {
        this.files = files;
        this.engine = engine;
        this.scenarios = scenarios;
        this.only = only;
        this.failUnder = failUnder;
        this.mutates = mutates;
    }

    /**
     * Loads a policy directory and its scenarios.
     *
     * @param directory the directory
     * @return the test
     * @throws InvalidInput when anything is wrong with the policy or its scenarios, with everything that is
     * @throws UncheckedIOException when the directory cannot be read
     */
    public static PolicyTest of(Path directory) {
        return of(PolicyFiles.read(directory));
    }

    /**
     * Loads a policy and its scenarios from files that were read already.
     *
     * @param files the policy's files
     * @return the test
     * @throws InvalidInput when anything is wrong with the policy or its scenarios, with everything that is
     */
    public static PolicyTest of(PolicyFiles files) {
        return of(files, Engine.of(files));
    }

    /**
     * Reads the scenarios of a policy that is loaded already.
     *
     * @param files the policy's files
     * @param engine an engine with that policy
     * @return the test
     * @throws InvalidInput when anything is wrong with the scenarios, with everything that is
     */
    public static PolicyTest of(PolicyFiles files, Engine engine) {
        return new PolicyTest(files, engine, Scenarios.of(files, engine), Optional.empty(), OptionalInt.empty(), true);
    }

    /**
     * Runs some scenarios only. What they cover, and whether they notice changes, is then not told: both are questions
     * for all of them together.
     *
     * @param text what a scenario's name has to contain, in any case
     * @return the same test of those scenarios
     */
    public PolicyTest only(String text) {
        return new PolicyTest(files, engine, scenarios, Optional.of(text), failUnder, mutates);
    }

    /**
     * Demands how much has to be covered, and how many of the changes have to be noticed.
     *
     * @param percent 0 to 100
     * @return the same test with that demand
     */
    public PolicyTest failUnder(int percent) {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("percent (%s) must be from 0 to 100".formatted(percent));
        }
        return new PolicyTest(files, engine, scenarios, only, OptionalInt.of(percent), mutates);
    }

    /**
     * Leaves out the changes to the policy, which take most of the time.
     *
     * @return the same test without them
     */
    public PolicyTest withoutMutation() {
        return new PolicyTest(files, engine, scenarios, only, failUnder, false);
    }

    /**
     * Returns the policy's scenarios.
     *
     * @return those that a run goes through
     */
    public Scenarios scenarios() {
        return only.map(scenarios::only).orElse(scenarios);
    }

    /**
     * Runs the test.
     *
     * @return what came of it; the same for the same files
     */
    public TestReport run() {
        return run(new Progress() {});
    }

    /**
     * Runs the test, and tells how far it is.
     *
     * @param progress whom to tell
     * @return what came of it; the same for the same files
     */
    public TestReport run(Progress progress) {
        Scenarios chosen = scenarios();
        List<Scenario> all = chosen.list();
        List<Outcome> outcomes = new ArrayList<>();
        for (Scenario scenario : all) {
            outcomes.add(Scenarios.run(engine, scenario));
            progress.ran(outcomes.size(), all.size());
        }
        List<PortfolioScenario.Came> together = chosen.portfolios().stream()
                .map(scenario -> scenario.run(engine))
                .toList();
        boolean whole = only.isEmpty() && !all.isEmpty();
        boolean passed = outcomes.stream().allMatch(Outcome::isPassed)
                && together.stream().allMatch(PortfolioScenario.Came::isPassed);
        Optional<Mutation> mutation = whole && passed && mutates
                ? Optional.of(Mutation.of(files, engine, chosen, progress::mutated))
                : Optional.empty();
        Optional<Coverage> coverage = whole
                ? Optional.of(Coverage.of(engine.policy(), outcomes, together))
                        .map(reached -> mutation.map(run -> reached.with(engine.policy(), run))
                                .orElse(reached))
                : Optional.empty();
        return new TestReport(
                engine.policy().ref(),
                only,
                failUnder,
                outcomes,
                together,
                coverage,
                mutation,
                mutation.map(run -> run.needlesslyAccepted(chosen).stream()
                                .map(name -> run.whyNeedless(name, chosen))
                                .toList())
                        .orElse(List.of()));
    }

    /** Is told how far a run is, one call at a time, though not always by the same thread. */
    public interface Progress {

        /**
         * A scenario was run.
         *
         * @param done how many were
         * @param of how many there are
         */
        default void ran(int done, int of) {}

        /**
         * A change of the policy was tried.
         *
         * @param percent how many were, in percent of all
         */
        default void mutated(int percent) {}
    }
}
