package dev.roi.benchmarks;

import dev.roi.benchmarks.measures.ReviewBenchmark;
import dev.roi.benchmarks.peers.MonthFacts;
import dev.roi.benchmarks.peers.Peer;
import dev.roi.benchmarks.peers.Peers;
import dev.roi.rules.Engine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * This library and Drools as its manual shows in one virtual machine, a moment each by turns, so that whatever slows the
 * machine down slows all of them. On a shared machine, microseconds do not differ visibly otherwise.
 */
final class Paired {

    /** How long this library takes for what another does in the moment after. */
    static final String RATIO = "decision logic, by turns";

    /** Those that it is held against. */
    static final List<Peers> OTHERS = List.of(Peers.DROOLS, Peers.DROOLS_EXECUTABLE, Peers.DROOLS_POOLED);

    private static final int MACHINES = 3;
    private static final int DECISIONS = 8 * ReviewBenchmark.SCOPES;
    private static final String NOTHING = "";

    /** What was decided last, so that no decision is left out. */
    private static volatile Object last = NOTHING;

    private Paired() {}

    static Map<String, String> of(Peers other) {
        return Map.of("against", other.name());
    }

    static List<Measure> run(int moments) throws Exception {
        Map<Peers, List<Double>> ratios = new LinkedHashMap<>();
        for (int i = 0; i < MACHINES; i++) {
            String said = Processes.run(Processes.java(
                    Processes.Part.ALL,
                    "-Xms1g",
                    "-Xmx1g",
                    "-XX:+UseParallelGC",
                    Paired.class.getName(),
                    String.valueOf(moments)));
            said.lines().forEach(line -> {
                String[] words = line.split(" ", -1);
                ratios.computeIfAbsent(Peers.valueOf(words[0]), none -> new ArrayList<>())
                        .add(Double.valueOf(words[1]));
            });
        }
        List<Measure> measures = new ArrayList<>();
        ratios.forEach((other, values) -> measures.add(Measure.median(RATIO, of(other), values, "times")));
        return measures;
    }

    /**
     * Runs all by turns and prints a ratio for each turn.
     *
     * @param arguments how many turns are counted; a fourth as many before are not
     */
    public static void main(String... arguments) {
        int moments = Integer.parseInt(arguments[0]);
        Engine engine = Engine.builtIn(Inputs.POLICY);
        Given given = new Given(engine.policy());
        List<MonthFacts> months =
                Inputs.decidedAsMeasured(engine, given).stream().map(given::of).toList();
        Peer roi = Peers.ROI.with(engine.policy());
        Map<Peers, Peer> others = new LinkedHashMap<>();
        OTHERS.forEach(other -> others.put(other, other.with(engine.policy())));
        for (int i = -moments / 4; i < moments; i++) {
            for (Map.Entry<Peers, Peer> other : others.entrySet()) {
                double ratio = time(roi, months) / time(other.getValue(), months);
                if (i >= 0) {
                    System.out.printf(Locale.ROOT, "%s %.4f%n", other.getKey().name(), ratio);
                }
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
