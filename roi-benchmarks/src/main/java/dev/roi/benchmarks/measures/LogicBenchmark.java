package dev.roi.benchmarks.measures;

import dev.roi.benchmarks.Given;
import dev.roi.benchmarks.Inputs;
import dev.roi.benchmarks.peers.Answer;
import dev.roi.benchmarks.peers.MonthFacts;
import dev.roi.benchmarks.peers.Peer;
import dev.roi.benchmarks.peers.Peers;
import dev.roi.core.Scorecard;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.Verdict;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The decision logic alone, from the facts of a month to its decision: this library, its peers and plain Java. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LogicBenchmark {

    /** Who decides. */
    @Param
    public Peers peer = Peers.ROI;

    private Peer decider = month -> {
        throw new IllegalStateException("not set up");
    };

    private List<MonthFacts> months = List.of();
    private int next;

    /** Makes the peer ready, and compares its answers once more on what is timed. */
    @Setup
    public void prepare() {
        Engine engine = Engine.builtIn(Inputs.POLICY);
        Given given = new Given(engine.policy());
        List<Scorecard> scopes = Inputs.decidedAsMeasured(engine, given);
        months = scopes.stream().map(given::of).toList();
        decider = peer.with(engine.policy());
        Engine reference = Engine.of(engine.policy()); // so that it leaves no trace in what is timed
        for (int i = 0; i < scopes.size(); i++) {
            Answer answer = decider.decide(months.get(i)).get();
            Verdict expected = reference.verdict(scopes.get(i), ReviewRequest.LATEST);
            if (!answer.equals(new Answer(expected.decision(), expected.levers(), expected.fired()))) {
                throw new IllegalStateException("%s differs: %s".formatted(peer.title(), answer));
            }
        }
    }

    /**
     * Decides.
     *
     * @return the answer
     */
    @Benchmark
    public Supplier<Answer> decide() {
        next = (next + 1) % months.size();
        return decider.decide(months.get(next));
    }
}
