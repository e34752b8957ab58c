package dev.roi.benchmarks.measures;

import dev.roi.benchmarks.CountingPolicy;
import dev.roi.benchmarks.Inputs;
import dev.roi.core.Review;
import dev.roi.core.Scorecard;
import dev.roi.rules.Engine;
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

/** What a rule that counts over five years, and joins two indicators, adds to a review: a tenth of it at the most. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CountingBenchmark {

    private static final int TURNS = 32;
    private static final int MONTHS = 60;

    /** Whether the policy has such a rule: {@code usual} or {@code counting}. */
    @Param({"usual", "counting"})
    public String policy = "usual";

    private Engine engine = Engine.builtIn(Inputs.POLICY);
    private List<Scorecard> scorecards = List.of();
    private int next;

    /** Compiles the rules and makes the scopes. */
    @Setup
    public void prepare() {
        Engine usual = Engine.builtIn(Inputs.POLICY);
        engine = policy.equals("usual") ? usual : Engine.of(CountingPolicy.files());
        scorecards = Inputs.scopes(usual, TURNS, MONTHS);
    }

    /**
     * Reviews a scope with a history of five years.
     *
     * @return the review
     */
    @Benchmark
    public Review counting() {
        next = (next + 1) % TURNS;
        return engine.review(scorecards.get(next));
    }
}
