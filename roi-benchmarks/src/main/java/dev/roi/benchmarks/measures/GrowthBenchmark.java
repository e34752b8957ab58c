package dev.roi.benchmarks.measures;

import dev.roi.benchmarks.Inputs;
import dev.roi.core.Portfolio;
import dev.roi.core.PortfolioReview;
import dev.roi.core.Review;
import dev.roi.core.Scorecard;
import dev.roi.rules.DecisionLogic;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.Verdict;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.policy.LargerPolicy;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * How cost grows: with the scopes of a portfolio, the months of a scope and the parts of a reading up to a hundred times the
 * usual, with rules up to ten times.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class GrowthBenchmark {

    private static final int TURNS = 32;

    /** A portfolio. */
    @State(Scope.Thread)
    public static class Scopes {

        /** How many scopes it has. */
        @Param({"20", "200", "2000"})
        public int scopes = 20;

        private Engine engine = Engine.builtIn(Inputs.POLICY);
        private Portfolio portfolio = new Portfolio(Inputs.scopes(engine, 1, 12));

        /** Makes the portfolio. */
        @Setup
        public void prepare() {
            engine = Engine.builtIn(Inputs.POLICY);
            portfolio = new Portfolio(Inputs.mixed(engine, scopes, 20, 12));
        }
    }

    /** Scopes with a history. */
    @State(Scope.Thread)
    public static class Months {

        /** How long the history is. */
        @Param({"12", "120", "1200"})
        public int months = 12;

        private Engine engine = Engine.builtIn(Inputs.POLICY);
        private List<Scorecard> scorecards = List.of();
        private int next;

        /** Makes the scopes. */
        @Setup
        public void prepare() {
            engine = Engine.builtIn(Inputs.POLICY);
            scorecards = Inputs.scopes(engine, TURNS, months);
        }
    }

    /** A scope whose cost has many parts. */
    @State(Scope.Thread)
    public static class Parts {

        /** How many parts each month's cost has. */
        @Param({"12", "120", "1200"})
        public int parts = 12;

        private Engine engine = Engine.builtIn(Inputs.POLICY);
        private Scorecard scorecard = Inputs.parted(engine, parts);

        /** Makes the scope. */
        @Setup
        public void prepare() {
            engine = Engine.builtIn(Inputs.POLICY);
            scorecard = Inputs.parted(engine, parts);
        }
    }

    /** A policy with its rules several times over. */
    @State(Scope.Thread)
    public static class Rules {

        /** How often each rule is there. */
        @Param({"1", "2", "5", "10"})
        public int times = 1;

        private DecisionLogic logic =
                new DecisionLogic(Engine.builtIn(Inputs.POLICY).policy());
        private Engine engine = logic.engine();
        private List<Scorecard> scorecards = List.of();
        private List<List<Fact>> facts = List.of();
        private int next;

        /** Compiles the rules. */
        @Setup
        public void prepare() {
            Engine usual = Engine.builtIn(Inputs.POLICY);
            logic = new DecisionLogic(LargerPolicy.of(usual.policy(), times));
            engine = logic.engine();
            scorecards = Inputs.scopes(usual, TURNS, 12);
            facts = scorecards.stream()
                    .map(scorecard -> Inputs.facts(usual.policy(), scorecard))
                    .toList();
        }
    }

    /**
     * Reviews a portfolio.
     *
     * @param state the portfolio
     * @return its review
     */
    @Benchmark
    public PortfolioReview scopes(Scopes state) {
        return state.engine.review(state.portfolio, ReviewRequest.LATEST);
    }

    /**
     * Reviews a scope with a history.
     *
     * @param state the scopes
     * @return the review
     */
    @Benchmark
    public Review months(Months state) {
        state.next = (state.next + 1) % TURNS;
        return state.engine.review(state.scorecards.get(state.next));
    }

    /**
     * Reviews a scope whose cost has many parts.
     *
     * @param state the scope
     * @return the review
     */
    @Benchmark
    public Review parts(Parts state) {
        return state.engine.review(state.scorecard);
    }

    /**
     * Decides with more rules, from facts.
     *
     * @param state the rules
     * @return the verdict
     */
    @Benchmark
    public Verdict rules(Rules state) {
        state.next = (state.next + 1) % TURNS;
        return state.logic.decide(state.facts.get(state.next));
    }

    /**
     * Decides with more rules, from a scorecard.
     *
     * @param state the rules
     * @return the verdict
     */
    @Benchmark
    public Verdict rulesFromScorecard(Rules state) {
        state.next = (state.next + 1) % TURNS;
        return state.engine.verdict(state.scorecards.get(state.next), ReviewRequest.LATEST);
    }
}
