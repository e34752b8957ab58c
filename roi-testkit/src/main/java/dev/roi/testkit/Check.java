package dev.roi.testkit;

import dev.roi.core.Message;
import dev.roi.core.Scorecard;
import dev.roi.governance.scenario.Difference;
import dev.roi.rules.Engine;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AssertionFailureBuilder;

/**
 * What a test gives, before it says what it expects. Each step returns a new check and leaves this one as it is.
 *
 * @param <C> the check itself
 */
public abstract sealed class Check<C extends Check<C>> permits RuleCheck, PolicyCheck {

    private final PolicyVerifier verifier;
    private final Case given;

    Check(PolicyVerifier verifier, Case given) {
        this.verifier = verifier;
        this.given = given;
    }

    abstract C with(PolicyVerifier policy, Case changed);

    Scorecard scorecard() {
        return given.scorecard();
    }

    Engine engine() {
        return verifier.engine(given.thresholds());
    }

    /**
     * Begins with a case of the policy's scenario files.
     *
     * @param name the case, such as {@code healthy}
     * @return the same check on top of that case
     * @throws IllegalArgumentException when the scenario files have no such case
     */
    public C on(String name) {
        return on(verifier.scorecard(name));
    }

    /**
     * Begins with a scorecard, whose latest complete month is reviewed.
     *
     * @param scorecard the scorecard
     * @return the same check on top of that scorecard
     */
    public C on(Scorecard scorecard) {
        return with(verifier, given.on(scorecard));
    }

    /**
     * Gives readings of the reviewed month, and baselines. Without a case to begin with, they are those of every month.
     *
     * @param more readings and baselines; of two for one indicator the later counts
     * @return the same check with those
     * @throws IllegalArgumentException when a threshold is among them
     */
    public C given(Given... more) {
        return with(verifier, given.given(more));
    }

    /**
     * Gives readings of an earlier month.
     *
     * @param months how many months before the reviewed one, 1 or more
     * @param more readings
     * @return the same check with those
     */
    public C before(int months, Given... more) {
        return with(verifier, given.before(months, more));
    }

    /**
     * Says how many months there are.
     *
     * @param number 1 or more; months that are not given are like the reviewed one
     * @return the same check with so many
     */
    public C months(int number) {
        return with(verifier, given.months(number));
    }

    /**
     * Says when use began.
     *
     * @param month the month
     * @return the same check with that beginning
     */
    public C firstUse(YearMonth month) {
        return with(verifier, given.firstUse(month));
    }

    /**
     * Moves thresholds, for this check alone.
     *
     * @param moved the thresholds and the values they are to have
     * @return the same check of the policy with those values
     */
    public C with(Given.OfThreshold... moved) {
        return with(verifier, given.with(moved));
    }

    /** Fails with both sides, for tools that show them, and with a text that has everything. */
    static void fail(String text, List<Difference> differences) {
        AssertionFailureBuilder.assertionFailure()
                .message(text)
                .expected(side(differences, Difference::expected))
                .actual(side(differences, Difference::actual))
                .includeValuesInMessage(false)
                .buildAndThrow();
    }

    private static String side(List<Difference> differences, Function<Difference, Message> side) {
        return differences.stream()
                .map(difference -> difference.key() + ": " + side.apply(difference))
                .collect(Collectors.joining("\n"));
    }
}
