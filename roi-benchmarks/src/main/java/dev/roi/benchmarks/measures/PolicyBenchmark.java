package dev.roi.benchmarks.measures;

import dev.roi.benchmarks.Inputs;
import dev.roi.benchmarks.PolicyCopy;
import dev.roi.governance.live.LivePolicy;
import dev.roi.governance.live.Reload;
import dev.roi.governance.scenario.Coverage;
import dev.roi.governance.scenario.Mutation;
import dev.roi.governance.scenario.Scenarios;
import dev.roi.rules.Engine;
import dev.roi.rules.policy.PolicyFiles;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What takes long: a reload, the coverage of scenarios, and a policy changed in every small way. Each once at a time. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PolicyBenchmark {

    private PolicyFiles files = Inputs.files();
    private Engine engine = Engine.of(files);
    private Scenarios scenarios = Scenarios.of(files, engine);
    private @Nullable PolicyCopy copy;
    private @Nullable LivePolicy live;

    /**
     * Makes a policy that is in use.
     *
     * @throws IOException when it cannot be written
     */
    @Setup
    public void prepare() throws IOException {
        files = Inputs.files();
        engine = Engine.of(files);
        scenarios = Scenarios.of(files, engine);
        copy = PolicyCopy.make();
        live = LivePolicy.open(copy.path());
    }

    /**
     * Removes its directory.
     *
     * @throws IOException when it cannot be removed
     */
    @TearDown
    public void remove() throws IOException {
        if (copy != null) {
            copy.close();
        }
    }

    /**
     * Changes the directory of a policy in use and puts that in use, its scenarios run.
     *
     * @return what came of it
     * @throws IOException when it cannot be written
     */
    @Benchmark
    public Reload reload() throws IOException {
        if (copy == null || live == null) {
            throw new IllegalStateException("not set up");
        }
        copy.change();
        Reload reload = live.reload();
        if (!(reload instanceof Reload.Swapped)) {
            throw new IllegalStateException(reload.toString());
        }
        return reload;
    }

    /**
     * Runs all scenarios and says what they go through.
     *
     * @return the coverage
     */
    @Benchmark
    public Coverage coverage() {
        return Coverage.of(engine, scenarios);
    }

    /**
     * Changes the policy in every small way and runs the scenarios on each.
     *
     * @return which change none noticed
     */
    @Benchmark
    public Mutation mutation() {
        return Mutation.of(files, engine, scenarios, done -> {});
    }
}
