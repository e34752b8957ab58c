package dev.roi.testkit;

import dev.roi.core.Exact;
import dev.roi.core.InvalidInput;
import dev.roi.core.Nearest;
import dev.roi.core.RuleId;
import dev.roi.core.Scorecard;
import dev.roi.core.ThresholdId;
import dev.roi.governance.scenario.Scenarios;
import dev.roi.rules.Engine;
import dev.roi.rules.policy.PolicyFiles;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Verifies one rule of a policy, or what the whole policy decides, in the words of a test.
 *
 * <pre>{@code
 * static final PolicyVerifier PILOT = PolicyVerifier.load(Path.of("policies/pilot"));
 *
 * @Test
 * void fires_just_below_the_floor_and_cites_the_reading() {
 *     PILOT.verify("low-adoption")
 *             .given(reading("adoption-rate", "29.9"))
 *             .justifiesExactly(reading("adoption-rate", "29.9"), threshold("adoption.low", "30"));
 * }
 *
 * @Test
 * void few_users_are_trained_before_anything_else() {
 *     PILOT.verify().on("healthy").given(reading("adoption-rate", "12")).decides(ADJUST, pulling("training"));
 * }
 * }</pre>
 *
 * <p>A failure shows what was expected beside what came, and below it why: each condition of the rule with the values that
 * it saw and how far they were from its thresholds, the other rules that fired, and those that nearly did. Immutable and
 * safe for use by several threads.
 */
public final class PolicyVerifier {

    private final PolicyFiles files;
    private final Engine engine;
    private final Scenarios scenarios;

    private PolicyVerifier(PolicyFiles files) {
        this.files = files;
        this.engine = Engine.of(files);
        this.scenarios = Scenarios.of(files, engine);
    }

    /**
     * Verifies a policy directory.
     *
     * @param directory the directory
     * @return the verifier
     * @throws InvalidInput when anything is wrong with the policy or its scenarios, with everything that is
     * @throws UncheckedIOException when the directory cannot be read
     */
    public static PolicyVerifier load(Path directory) {
        return of(PolicyFiles.read(directory));
    }

    /**
     * Verifies a policy that comes with the library.
     *
     * @param id its name
     * @return the verifier
     * @throws InvalidInput when there is no such policy
     */
    public static PolicyVerifier builtIn(String id) {
        return PolicyFiles.builtIn(id).map(PolicyVerifier::of).orElseGet(() -> {
            Engine.builtIn(id); // says which there are
            throw new IllegalStateException("policy (%s) has no files".formatted(id));
        });
    }

    /**
     * Verifies a policy from files that were read already.
     *
     * @param files the policy's files
     * @return the verifier
     * @throws InvalidInput when anything is wrong with the policy or its scenarios, with everything that is
     */
    public static PolicyVerifier of(PolicyFiles files) {
        return new PolicyVerifier(files);
    }

    /**
     * Begins to verify one rule. Unless more is given, the rule sees one complete month with nothing but the readings of
     * the test.
     *
     * @param rule the rule's name
     * @return what to give it, and what to expect
     * @throws IllegalArgumentException when the policy has no such rule
     */
    public RuleCheck verify(String rule) {
        List<String> rules =
                engine.policy().rules().keySet().stream().map(RuleId::value).toList();
        if (!rules.contains(rule)) {
            throw noSuch("rule", rule, rules);
        }
        return new RuleCheck(this, Case.EMPTY, new RuleId(rule));
    }

    /**
     * Begins to verify what the whole policy decides. Unless more is given, it sees one complete month with nothing but
     * the readings of the test; {@link Check#on(String)} gives a whole case.
     *
     * @return what to give it, and what to expect
     */
    public PolicyCheck verify() {
        return new PolicyCheck(this, Case.EMPTY);
    }

    /**
     * Begins to verify a portfolio rule. It is given whole scopes, each of which the policy decides on.
     *
     * <pre>{@code
     * PILOT.verifyPortfolio("extends-a-stopped-scope")
     *         .scope(TEAM, "payments", "healthy", reading("sensitive-data-alerts", "500"))
     *         .scope(PORTFOLIO, "all", "healthy")
     *         .notes("payments", "all");
     * }</pre>
     *
     * @param rule the rule's name
     * @return what to give it, and what to expect
     * @throws IllegalArgumentException when the policy has no such portfolio rule
     */
    public PortfolioCheck verifyPortfolio(String rule) {
        List<String> rules = engine.policy().portfolioRules().keySet().stream()
                .map(RuleId::value)
                .toList();
        if (!rules.contains(rule)) {
            throw noSuch("portfolio rule", rule, rules);
        }
        return new PortfolioCheck(this, new RuleId(rule), List.of(), Case.EMPTY);
    }

    /** The policy with some thresholds at other values; those engines interpret, and find what compiled rules find. */
    Engine engine(Map<ThresholdId, Exact> instead) {
        List<String> known = engine.policy().thresholds().keySet().stream()
                .map(ThresholdId::value)
                .toList();
        for (ThresholdId id : instead.keySet()) {
            if (!known.contains(id.value())) {
                throw noSuch("threshold", id.value(), known);
            }
        }
        return instead.isEmpty() ? engine : Engine.of(Engine.read(files, instead));
    }

    Scorecard scorecard(String name) {
        return Optional.ofNullable(scenarios.cases().get(name))
                .orElseThrow(
                        () -> noSuch("case", name, List.copyOf(scenarios.cases().keySet())));
    }

    private static IllegalArgumentException noSuch(String what, String name, List<String> known) {
        return new IllegalArgumentException("no %s (%s). %s".formatted(what, name, Nearest.suggest(name, known)));
    }
}
