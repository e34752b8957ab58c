package dev.roi.testkit;

import dev.roi.core.InvalidInput;
import dev.roi.core.Portfolio;
import dev.roi.core.Scorecard;
import dev.roi.rules.Engine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjIntConsumer;

/**
 * Holds a policy to the laws, for one scorecard at a time: the check that a property calls.
 *
 * <pre>{@code
 * @Property
 * void hiding_never_helps(@ForAll("scorecards") Scorecard scorecard) {
 *     LawCheck.of(engine).check(Law.UNKNOWN_BLOCKS, scorecard);
 * }
 * }</pre>
 *
 * <p>A check changes the scorecard in every way that the law speaks of, and draws nothing at random: the same scorecard
 * gives the same outcome. What is expected is worked out from the scorecard and the policy's thresholds and indicators
 * alone, without its rules. Immutable and safe for use by several threads.
 */
public final class LawCheck {

    private static final Map<Law, List<String>> SECTIONS = Map.of(
            Law.UNKNOWN_BLOCKS, List.of("unknown", "no-cases"),
            Law.SYSTEM_NOT_TOOL, List.of("system"),
            Law.HIDDEN_COST_BLOCKS, List.of("hidden", "hidden-where-given", "open-work"),
            Law.RISK_BLOCKS_AND_STOPS, List.of("alarms"),
            Law.ADOPTION_NEEDS_DIRECTION, List.of("uptake"),
            Law.BUDGET_NEEDS_RESULTS, List.of("spending", "growth", "uneven"),
            Law.HOURS_NEED_DESTINATIONS, List.of("capacity"),
            Law.MONEY_NEEDS_WORKFLOWS, List.of("money"),
            Law.NEITHER_ENTHUSIASM_NOR_REJECTION, List.of("months"),
            Law.PERCEPTION_IS_SAID_NOT_COUNTED, List.of("perceived"));

    private final Engine engine;
    private final LawTerms.In terms;

    private LawCheck(Engine engine, LawTerms.In terms) {
        this.engine = engine;
        this.terms = terms;
    }

    /**
     * Holds a policy to the laws, by the names that the policies of this library use.
     *
     * @param engine the policy, ready to review
     * @return the check
     */
    public static LawCheck of(Engine engine) {
        return of(engine, LawTerms.standard());
    }

    /**
     * Holds a policy to the laws, by names of its own.
     *
     * @param engine the policy, ready to review
     * @param terms what the policy calls what the laws speak of
     * @return the check
     */
    public static LawCheck of(Engine engine, LawTerms terms) {
        return new LawCheck(engine, terms.in(engine.policy()));
    }

    Engine engine() {
        return engine;
    }

    /**
     * Returns what applies of a law, since the policy has what it speaks of.
     *
     * @param law the law
     * @return its clauses, in order; empty where the law says nothing of this policy
     */
    public List<String> clauses(Law law) {
        return law.clauseList().stream()
                .filter(clause -> clause.applies().test(terms))
                .map(Clause::sentence)
                .toList();
    }

    /**
     * Returns what a law speaks of and the policy does not have.
     *
     * @param law the law
     * @return what is missing, such as {@code indicator nps}; empty where nothing is
     */
    public List<String> missing(Law law) {
        return SECTIONS.getOrDefault(law, List.of()).stream()
                .flatMap(section -> terms.missing(section).stream())
                .toList();
    }

    /**
     * Looks for a breach of a law.
     *
     * @param law the law
     * @param scorecard the scorecard, with at least one complete month
     * @return the first breach, if there is one
     * @throws InvalidInput when the scorecard cannot be reviewed
     */
    public Optional<Breach> breach(Law law, Scorecard scorecard) {
        return breach(law, new Portfolio(List.of(scorecard)));
    }

    /**
     * Looks for a breach of a law in scorecards that are read together.
     *
     * @param law the law
     * @param portfolio the scorecards, each with at least one complete month
     * @return the first breach, if there is one
     * @throws InvalidInput when a scorecard cannot be reviewed
     */
    public Optional<Breach> breach(Law law, Portfolio portfolio) {
        return breach(law, portfolio, (clause, times) -> {});
    }

    private Optional<Breach> breach(Law law, Portfolio portfolio, ObjIntConsumer<String> tried) {
        return trials(law, portfolio).stream()
                .flatMap(trial -> breach(law, trial, tried).stream())
                .findFirst();
    }

    /** Returns what a law is held to: scorecards one by one or, where it speaks of that, together. */
    private List<Trial> trials(Law law, Portfolio portfolio) {
        if (isOfPortfolios(law)) {
            return List.of(trial(portfolio));
        }
        return portfolio.scorecards().stream()
                .map(scorecard -> trial(new Portfolio(List.of(scorecard))))
                .toList();
    }

    static boolean isOfPortfolios(Law law) {
        return law == Law.PORTFOLIO_IS_ITS_SCOPES;
    }

    /** Returns a trial that several laws can be held to, one after the other. */
    Trial trial(Portfolio portfolio) {
        return new Trial(engine, terms, portfolio, portfolio.scorecards().get(0));
    }

    Optional<Breach> breach(Law law, Trial trial, ObjIntConsumer<String> tried) {
        for (Clause clause : law.clauseList()) {
            if (!clause.applies().test(terms)) {
                continue;
            }
            int before = trial.expectations();
            try {
                clause.check().accept(trial);
            } catch (Trial.Broken broken) {
                return Optional.of(
                        new Breach(law, clause.sentence(), trial.portfolio(), broken.expected(), broken.came()));
            }
            tried.accept(clause.sentence(), trial.expectations() - before);
        }
        return Optional.empty();
    }

    /**
     * Fails where a law is not kept.
     *
     * @param law the law
     * @param scorecard the scorecard, with at least one complete month
     * @throws AssertionError when it is not, with the breach
     * @throws InvalidInput when the scorecard cannot be reviewed
     */
    public void check(Law law, Scorecard scorecard) {
        check(law, new Portfolio(List.of(scorecard)));
    }

    /**
     * Fails where a law is not kept for scorecards that are read together.
     *
     * @param law the law
     * @param portfolio the scorecards, each with at least one complete month
     * @throws AssertionError when it is not, with the breach
     * @throws InvalidInput when a scorecard cannot be reviewed
     */
    public void check(Law law, Portfolio portfolio) {
        breach(law, portfolio).ifPresent(breach -> {
            throw new AssertionError(breach.text());
        });
    }
}
