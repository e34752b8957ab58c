package dev.roi.benchmarks;

import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.json.Json;
import dev.roi.core.json.Source;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Very many reviews, in a virtual machine of their own: throughput, garbage and heap. */
final class Scale {

    static final String THROUGHPUT = "portfolio, reviews";
    static final String GARBAGE = "portfolio, garbage of a review";
    static final String COLLECTING = "portfolio, share of time in collections";
    static final String HEAP = "streamed portfolio, heap";

    private static final int MONTHS = 12;
    private static final int LOOKS = 25;

    private Scale() {}

    /** Reviews every month of so many scopes on one thread and on two, and streams few and many scopes. */
    static List<Measure> run(int reviews) throws Exception {
        List<Measure> measures = new ArrayList<>();
        for (int threads : List.of(1, 2)) {
            Map<String, String> of =
                    Map.of("threads", String.valueOf(threads), "scope-months", String.valueOf(reviews));
            String[] said = probe("-Xmx1g", "throughput", reviews, threads);
            measures.add(Measure.of(THROUGHPUT, of, Double.parseDouble(said[0]), "reviews/s"));
            measures.add(Measure.of(GARBAGE, of, Double.parseDouble(said[1]), "kB"));
            measures.add(Measure.of(COLLECTING, of, Double.parseDouble(said[2]), "%"));
        }
        for (int scopes : List.of(Math.max(1, reviews / 100), reviews)) {
            String[] said = probe("-Xmx256m", "stream", scopes, 1);
            measures.add(Measure.of(HEAP, Map.of("scopes", String.valueOf(scopes)), Double.parseDouble(said[0]), "MB"));
        }
        return measures;
    }

    private static String[] probe(String heap, String what, int size, int threads) throws Exception {
        return Processes.run(Processes.java(
                        false,
                        heap,
                        "-XX:+UseParallelGC",
                        Scale.class.getName(),
                        what,
                        String.valueOf(size),
                        String.valueOf(threads)))
                .split(" ", -1);
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
        List<Scorecard> scopes = Inputs.scopes(engine, Math.max(threads, reviews / MONTHS), MONTHS);
        for (int i = 0; i < Math.min(scopes.size(), 500); i++) {
            reviewMonths(engine, scopes.get(i)); // until it is compiled
        }
        long collecting = collecting();
        AtomicLong garbage = new AtomicLong();
        AtomicLong done = new AtomicLong();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        long start = System.nanoTime();
        try {
            List<Future<?>> parts = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int first = t;
                parts.add(executor.submit(() -> {
                    long before = allocated();
                    for (int i = first; i < scopes.size(); i += threads) {
                        done.addAndGet(reviewMonths(engine, scopes.get(i)));
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
        System.out.printf(
                Locale.ROOT,
                "%.1f %.1f %.2f%n",
                done.get() / seconds,
                garbage.get() / 1e3 / done.get(),
                (collecting() - collecting) / 10.0 / seconds);
    }

    private static long reviewMonths(Engine engine, Scorecard scorecard) {
        long length = 0;
        for (Snapshot snapshot : scorecard.snapshots()) {
            length += engine.review(scorecard, ReviewRequest.LATEST.of(snapshot.month()))
                            .justifications()
                            .isEmpty()
                    ? 0
                    : 1;
        }
        return length;
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
