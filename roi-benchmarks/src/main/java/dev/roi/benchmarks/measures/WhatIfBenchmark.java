package dev.roi.benchmarks.measures;

import dev.roi.benchmarks.Inputs;
import dev.roi.benchmarks.measures.ReviewBenchmark.Turn;
import dev.roi.core.Review;
import dev.roi.core.Scorecard;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.whatif.WhatIf;
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

/** What would change a decision, beside the review that makes it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class WhatIfBenchmark {

    /** The length of the history, in months. */
    @Param("24")
    public int months = 24;

    private Engine engine = Engine.builtIn(Inputs.POLICY);
    private List<Scorecard> scorecards = List.of();

    /** Makes the scopes. */
    @Setup
    public void prepare() {
        engine = Engine.builtIn(Inputs.POLICY);
        scorecards = Inputs.scopes(engine, ReviewBenchmark.SCOPES, months);
    }

    /**
     * Reviews a scope.
     *
     * @param turn which scope
     * @return the review
     */
    @Benchmark
    public Review review(Turn turn) {
        return engine.review(scorecards.get(turn.next()));
    }

    /**
     * Finds out what would change a scope's decision, what keeps it, how sure it is and what to measure next.
     *
     * @param turn which scope
     * @return what was found
     */
    @Benchmark
    public WhatIf all(Turn turn) {
        return engine.whatIf(scorecards.get(turn.next()), ReviewRequest.LATEST);
    }
}
