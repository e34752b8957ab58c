package dev.roi.benchmarks.measures;

import dev.roi.benchmarks.Inputs;
import dev.roi.governance.check.PolicyCheck;
import dev.roi.rules.Engine;
import dev.roi.rules.policy.PolicyFiles;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A policy is loaded, and checked, warm. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class LoadBenchmark {

    private final PolicyFiles files = Inputs.files();

    /**
     * Loads the built-in policy.
     *
     * @return the engine
     */
    @Benchmark
    public Engine load() {
        return Engine.builtIn(Inputs.POLICY);
    }

    /**
     * Checks the policy.
     *
     * @return what was found
     */
    @Benchmark
    public PolicyCheck check() {
        return PolicyCheck.of(files);
    }
}
