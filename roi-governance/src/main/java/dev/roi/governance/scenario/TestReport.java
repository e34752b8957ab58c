package dev.roi.governance.scenario;

import dev.roi.core.Language;
import dev.roi.core.Message;
import dev.roi.core.PolicyRef;
import dev.roi.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What came of testing a policy with its own scenarios. Data first; its texts are rendered from it, and the same report
 * gives the same bytes.
 *
 * @param policy the policy that was tested
 * @param only what the names of the scenarios had to contain; nothing where all were run
 * @param failUnder how much has to be covered and noticed at the least, in percent, where that was demanded
 * @param outcomes what came of each scenario, in the order of files and lines
 * @param together what came of each scenario of portfolios, in the order of files and lines
 * @param coverage what they cover; nothing where only some were run, or there were none
 * @param mutation which changes of the policy they notice; nothing where that was not tried
 * @param needlesslyAccepted of each written reason that excuses nothing, where it stands, and whether the mutant is there no
 *     more or which scenario notices it after all; a sentence each, without a full stop
 */
public record TestReport(
        PolicyRef policy,
        Optional<String> only,
        OptionalInt failUnder,
        List<Outcome> outcomes,
        List<PortfolioScenario.Came> together,
        Optional<Coverage> coverage,
        Optional<Mutation> mutation,
        List<Message> needlesslyAccepted) {

    /** Copies the lists. {@inheritDoc} */
    public TestReport {
        outcomes = List.copyOf(outcomes);
        together = List.copyOf(together);
        needlesslyAccepted = List.copyOf(needlesslyAccepted);
    }

    /**
     * Tells whether nothing is to be mended.
     *
     * @return whether there are scenarios, all passed, and what was demanded is reached
     */
    public boolean isPassed() {
        return problems().isEmpty();
    }

    /**
     * Returns the scenarios of one scope that failed.
     *
     * @return what came of them, in order
     */
    public List<Outcome> failures() {
        return outcomes.stream().filter(outcome -> !outcome.isPassed()).toList();
    }

    /**
     * Returns the scenarios of portfolios that failed.
     *
     * @return what came of them, in order
     */
    public List<PortfolioScenario.Came> failuresTogether() {
        return together.stream().filter(came -> !came.isPassed()).toList();
    }

    /**
     * Counts the scenarios that were run.
     *
     * @return how many there are of both kinds
     */
    int run() {
        return outcomes.size() + together.size();
    }

    /** Counts those that failed. */
    int failed() {
        return failures().size() + failuresTogether().size();
    }

    /**
     * Says why the test did not pass.
     *
     * @return a sentence each, without a full stop; empty where it passed
     */
    public List<Message> problems() {
        List<Message> problems = new ArrayList<>();
        if (run() == 0) {
            problems.add(only.map(part -> Message.of("no scenario has `%s` in its name", part))
                    .orElse(Message.of("the policy has no scenario; write one into `scenarios/`")));
        }
        int failed = failed();
        if (failed > 0) {
            problems.add(Message.of("%s of %s scenarios failed", failed, run()));
        }
        problems.addAll(needlesslyAccepted);
        if (failUnder.isPresent()) {
            int least = failUnder.getAsInt();
            coverage.map(Coverage::percent)
                    .filter(percent -> percent < least)
                    .ifPresent(percent -> problems.add(Message.of("%s %% is covered, under %s %%", percent, least)));
            mutation.map(Mutation::percent)
                    .filter(percent -> percent < least)
                    .ifPresent(percent ->
                            problems.add(Message.of("%s %% of the changes are noticed, under %s %%", percent, least)));
        }
        return problems;
    }

    /**
     * Writes the report for people.
     *
     * @return lines, each ended by a line feed; do not parse them
     */
    public String text() {
        return text(Language.ENGLISH);
    }

    /**
     * Writes the report for people.
     *
     * @param language the language of whoever reads it
     * @return lines, each ended by a line feed; do not parse them
     */
    public String text(Language language) {
        return new TestReportText(language).of(this);
    }

    /**
     * Writes the report for programs.
     *
     * @return a JSON document in the format {@code roi-test/1}
     */
    public String json() {
        return Json.write(TestFormat.FORMAT, this);
    }

    /**
     * Writes the report for continuous integration, in the form of JUnit's XML reports: a suite for each scenario file,
     * and one for what was demanded of all of them. It names no time and no machine.
     *
     * @return an XML document
     */
    public String junitXml() {
        return TestReportXml.of(this);
    }
}
