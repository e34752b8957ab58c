package dev.roi.benchmarks;

import dev.roi.benchmarks.measures.ReviewBenchmark;
import dev.roi.benchmarks.peers.MonthFacts;
import dev.roi.benchmarks.peers.Peer;
import dev.roi.benchmarks.peers.Peers;
import dev.roi.rules.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * This library and plain Java in one virtual machine, a moment each by turns, so that whatever slows the machine down slows
 * both. Some microseconds against one cannot be told apart otherwise where the machine is shared.
 */
final class Paired {

    /** How long this library takes for what plain Java does in the moment after. */
    static final String RATIO = "decision logic against plain Java, by turns";

    private static final int MACHINES = 3;
    private static final int DECISIONS = 50 * ReviewBenchmark.SCOPES;

    private static final String NOTHING = "";

    /** What was decided last, so that no decision is left out. */
    private static volatile Object last = NOTHING;

    private Paired() {}

    static List<Measure> run(int moments) throws Exception {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < MACHINES; i++) {
            String said = Processes.run(Processes.java(
                    false, "-Xms1g", "-Xmx1g", "-XX:+UseParallelGC", Paired.class.getName(), String.valueOf(moments)));
            said.lines().map(Double::valueOf).forEach(ratios::add);
        }
        return List.of(Measure.median(RATIO, Map.of(), ratios, "times"));
    }

    /**
     * Runs both by turns and prints a ratio for each turn.
     *
     * @param arguments how many turns are counted; a fourth as many before are not
     */
    public static void main(String... arguments) {
        int moments = Integer.parseInt(arguments[0]);
        Engine engine = Engine.builtIn(Inputs.POLICY);
        Given given = new Given(engine.policy());
        List<MonthFacts> months = Inputs.decidedAsMeasured(engine, given).stream()
                .map(given::of)
                .toList();
        Peer roi = Peers.ROI.with(engine.policy());
        Peer byHand = Peers.BY_HAND.with(engine.policy());
        for (int i = -moments / 4; i < moments; i++) {
            double taken = time(roi, months);
            double ofJava = time(byHand, months);
            if (i >= 0) {
                System.out.printf(Locale.ROOT, "%.4f%n", taken / ofJava);
            }
        }
        if (NOTHING.equals(last)) {
            throw new IllegalStateException("nothing was decided");
        }
    }

    private static double time(Peer peer, List<MonthFacts> months) {
        long start = System.nanoTime();
        for (int i = 0; i < DECISIONS; i++) {
            last = peer.decide(months.get(i % months.size()));
        }
        return System.nanoTime() - start;
    }
}
