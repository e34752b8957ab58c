package dev.roi.benchmarks;

import dev.roi.core.Review;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.json.Json;
import dev.roi.core.json.Source;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Very many reviews, in a virtual machine of their own: throughput, garbage and heap. */
final class Scale {

    static final String THROUGHPUT = "portfolio, reviews";
    static final String PROCESSES = "portfolio, reviews of 2 processes";
    static final String GARBAGE = "portfolio, garbage of a review";
    static final String COLLECTING = "portfolio, share of time in collections";
    static final String HELD = "portfolio, heap with all scorecards";
    static final String HEAP = "streamed portfolio, heap";

    private static final int MONTHS = 12;
    private static final int LOOKS = 25;
    private static final int TIMES = 3;

    private Scale() {}

    /** Reviews every month of so many scopes on one core and on two, and streams few and many scopes. */
    static List<Measure> run(int reviews) throws Exception {
        List<Measure> measures = new ArrayList<>();
        Map<Integer, List<double[]>> probes = new TreeMap<>();
        List<Double> together = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            together.add(twoProcesses(reviews));
            for (int cores : List.of(1, 2)) {
                probes.computeIfAbsent(cores, none -> new ArrayList<>())
                        .add(probe("throughput", reviews, cores, "-Xmx1g", "-XX:ActiveProcessorCount=" + cores));
            }
        }
        probes.forEach((cores, figures) -> {
            Map<String, String> of =
                    Map.of("cores", String.valueOf(cores), "scope-months", String.valueOf(scopes(reviews) * MONTHS));
            measures.add(median(THROUGHPUT, of, figures, 0, "reviews/s"));
            measures.add(median(GARBAGE, of, figures, 1, "kB"));
            measures.add(median(COLLECTING, of, figures, 2, "%"));
            measures.add(median(HELD, of, figures, 3, "MB"));
        });
        measures.add(Measure.median(
                PROCESSES, Map.of("scope-months", String.valueOf(scopes(reviews) * MONTHS)), together, "reviews/s"));
        for (int scopes : List.of(Math.max(1, reviews / 100), reviews)) {
            double[] said = probe("stream", scopes, 1, "-Xmx256m");
            measures.add(Measure.of(HEAP, Map.of("scopes", String.valueOf(scopes)), said[0], "MB"));
        }
        return measures;
    }

    private static int scopes(int reviews) {
        return reviews / MONTHS + 1;
    }

    private static Measure median(
            String name, Map<String, String> of, List<double[]> probes, int position, String unit) {
        return Measure.median(
                name, of, probes.stream().map(probe -> probe[position]).toList(), unit);
    }

    /** Half of the reviews in each of two virtual machines at the same time: they share the machine and nothing else. */
    private static double twoProcesses(int reviews) throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Future<double[]>> halves = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                halves.add(both.submit(
                        () -> probe("throughput", reviews / 2, 1, "-Xmx512m", "-XX:ActiveProcessorCount=1")));
            }
            return halves.get(0).get()[0] + halves.get(1).get()[0];
        } finally {
            both.shutdownNow();
        }
    }

    private static double[] probe(String what, int size, int threads, String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of(
                "-XX:+UseParallelGC", Scale.class.getName(), what, String.valueOf(size), String.valueOf(threads)));
        String said = Processes.run(Processes.java(Processes.Part.ALL, arguments.toArray(String[]::new)));
        return Arrays.stream(said.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /**
     * Runs one probe and prints its figures.
     *
     * @param arguments what, how much, and on how many threads
     * @throws Exception when a review fails
     */
    public static void main(String... arguments) throws Exception {
        int size = Integer.parseInt(arguments[1]);
        if (arguments[0].equals("stream")) {
            System.out.printf(Locale.ROOT, "%.2f%n", stream(size));
        } else {
            throughput(size, Integer.parseInt(arguments[2]));
        }
    }

    private static void throughput(int reviews, int threads) throws Exception {
        Engine engine = Engine.builtIn(Inputs.POLICY);
        List<Scorecard> scopes = Inputs.scopes(engine, scopes(reviews), MONTHS);
        for (int i = 0; i < Math.min(scopes.size(), 500); i++) {
            reviewMonths(engine, scopes.get(i)); // until it is compiled
        }
        long collecting = collecting();
        AtomicLong garbage = new AtomicLong();
        AtomicLong done = new AtomicLong();
        AtomicLong said = new AtomicLong();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        long start = System.nanoTime();
        try {
            List<Future<?>> parts = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int first = t;
                parts.add(executor.submit(() -> {
                    long before = allocated();
                    for (int i = first; i < scopes.size(); i += threads) {
                        said.addAndGet(reviewMonths(engine, scopes.get(i)));
                        done.addAndGet(MONTHS);
                    }
                    garbage.addAndGet(allocated() - before);
                }));
            }
            for (Future<?> part : parts) {
                part.get();
            }
        } finally {
            executor.shutdownNow();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long collected = collecting();
        System.out.printf(
                Locale.ROOT,
                "%.1f %.1f %.2f %.2f%n",
                done.get() / seconds,
                garbage.get() / 1e3 / done.get(),
                (collected - collecting) / 10.0 / seconds,
                heap() / 1e6);
        if (scopes.isEmpty() || said.get() == 0) { // what is asked for here is kept until now
            throw new IllegalStateException("nothing was reviewed");
        }
    }

    /** Reviews each month; returns how many reasons there were, so that none is left out. */
    private static long reviewMonths(Engine engine, Scorecard scorecard) {
        long reasons = 0;
        for (Snapshot snapshot : scorecard.snapshots()) {
            Review review = engine.review(scorecard, ReviewRequest.LATEST.forMonth(snapshot.month()));
            reasons += review.justifications().size();
        }
        return reasons;
    }

    private static long allocated() {
        return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads
                ? threads.getThreadAllocatedBytes(Thread.currentThread().getId())
                : 0;
    }

    private static long collecting() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }

    /** Reads, reviews and writes a portfolio that is nowhere as a whole; returns the most heap in use. */
    private static double stream(int scopes) {
        Engine engine = Engine.builtIn(Inputs.POLICY);
        AtomicLong most = new AtomicLong();
        AtomicLong written = new AtomicLong();
        AtomicLong seen = new AtomicLong();
        int read = engine.reviewEach(
                Source.of("portfolio.json", new PortfolioStream(Inputs.scopes(engine, 64, MONTHS), scopes)),
                ReviewRequest.LATEST,
                review -> {
                    written.addAndGet(Json.write(review).length());
                    if (seen.incrementAndGet() % Math.max(1, scopes / LOOKS) == 0) {
                        most.accumulateAndGet(heap(), Math::max);
                    }
                });
        if (read != scopes || written.get() == 0) {
            throw new IllegalStateException("%s scopes of %s".formatted(read, scopes));
        }
        return most.get() / 1e6;
    }

    /** The heap in use once what is garbage is collected. */
    static long heap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) { // what has to be finalised goes with a later collection
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
