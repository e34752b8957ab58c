package dev.roi.benchmarks;

import dev.roi.core.Scorecard;
import dev.roi.core.json.Json;
import dev.roi.governance.live.LivePolicy;
import dev.roi.governance.live.Reload;
import dev.roi.rules.Engine;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.ToDoubleFunction;

/**
 * Four threads review with the policy in use while it is reloaded again and again. Memory, classes and threads in the last
 * quarter of the way have to be what they were in the second, within a twentieth; of each the one in the middle counts.
 */
final class Soak {

    private static final int THREADS = 4;
    static final int LOOKS = 20;
    private static final double FLAT = 1.05;

    private final int reviews;
    private final int reloads;
    private final PrintStream out;
    private final List<Figures> figures = new ArrayList<>();
    private final Semaphore permitted = new Semaphore(0);
    private final AtomicLong handedOut = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final ReentrantReadWriteLock reviewing = new ReentrantReadWriteLock(true);

    Soak(int reviews, int reloads, PrintStream out) {
        this.reviews = reviews;
        this.reloads = reloads;
        this.out = out;
    }

    /** What is in use, once what is garbage is collected. */
    private record Figures(int reloads, long reviews, double heap, double metaspace, int classes, int threads) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%,9d reviews %,4d reloads: heap %6.1f MB, metaspace %6.1f MB, %,6d classes, %2d threads",
                    reviews,
                    reloads,
                    heap,
                    metaspace,
                    classes,
                    threads);
        }
    }

    /** Runs, prints figures, and tells whether they are flat. */
    boolean run() throws Exception {
        try (PolicyCopy copy = PolicyCopy.make()) {
            LivePolicy live = LivePolicy.open(copy.path());
            List<Scorecard> scorecards = Inputs.scopes(live.engine(), 64, 12);
            List<String> expected = scorecards.stream()
                    .map(scorecard -> decided(live.engine(), scorecard))
                    .toList();
            ExecutorService executor = Executors.newFixedThreadPool(THREADS);
            long start = System.nanoTime();
            try {
                List<Future<?>> load = new ArrayList<>();
                for (int t = 0; t < THREADS; t++) {
                    load.add(executor.submit(() -> review(live, scorecards, expected)));
                }
                int portion = reviews / (reloads + 1);
                for (int i = 1; i <= reloads; i++) { // so that reviews are under way in each reload
                    permitted.release(portion);
                    awaitReviews((long) portion * (i - 1), load);
                    copy.change();
                    Reload reload = live.reload();
                    if (!(reload instanceof Reload.Swapped)) {
                        throw new IllegalStateException(reload.toString());
                    }
                    if (i % Math.max(1, reloads / LOOKS) == 0) {
                        look(i);
                    }
                }
                permitted.release(reviews);
                for (Future<?> each : load) {
                    each.get();
                }
                look(reloads);
            } finally {
                handedOut.set(reviews);
                permitted.release(THREADS);
                executor.shutdownNow();
            }
            out.printf(Locale.ROOT, "%.0f seconds%n", (System.nanoTime() - start) / 1e9);
        }
        return isFlat();
    }

    private static String decided(Engine engine, Scorecard scorecard) {
        String review = Json.write(engine.review(scorecard));
        return review.substring(review.indexOf("\"scope\"")); // before it stands which policy it was
    }

    private void review(LivePolicy live, List<Scorecard> scorecards, List<String> expected) {
        for (long i = handedOut.getAndIncrement(); i < reviews; i = handedOut.getAndIncrement()) {
            int which = (int) (i % scorecards.size());
            permitted.acquireUninterruptibly();
            reviewing.readLock().lock();
            try {
                if (!decided(live.engine(), scorecards.get(which)).equals(expected.get(which))) {
                    throw new IllegalStateException("review %s is another one".formatted(i));
                }
                done.incrementAndGet();
            } finally {
                reviewing.readLock().unlock();
            }
        }
    }

    private void awaitReviews(long enough, List<Future<?>> load) throws Exception {
        while (done.get() < enough) {
            Thread.sleep(10);
            for (Future<?> each : load) {
                if (each.isDone()) {
                    each.get(); // it ends early only when it fails
                }
            }
        }
    }

    /** Reviews wait meanwhile, so that what they hold is not counted. */
    private void look(int reloaded) {
        reviewing.writeLock().lock();
        try {
            Figures now = new Figures(
                    reloaded,
                    done.get(),
                    Scale.heap() / 1e6,
                    ManagementFactory.getMemoryPoolMXBeans().stream()
                                    .filter(pool -> pool.getName().equals("Metaspace"))
                                    .map(MemoryPoolMXBean::getUsage)
                                    .mapToLong(usage -> usage.getUsed())
                                    .sum()
                            / 1e6,
                    ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
                    ManagementFactory.getThreadMXBean().getThreadCount());
            figures.add(now);
            out.println(now);
        } finally {
            reviewing.writeLock().unlock();
        }
    }

    private boolean isFlat() {
        int quarter = figures.size() / 4;
        List<Figures> second = figures.subList(quarter, 2 * quarter);
        List<Figures> last = figures.subList(figures.size() - quarter, figures.size());
        boolean flat = grows("heap", second, last, Figures::heap) <= FLAT;
        flat &= grows("metaspace", second, last, Figures::metaspace) <= FLAT;
        flat &= grows("classes", second, last, Figures::classes) <= FLAT;
        flat &= grows("threads", second, last, Figures::threads) <= 1;
        out.println(flat ? "flat" : "not flat");
        return flat;
    }

    private double grows(String what, List<Figures> before, List<Figures> after, ToDoubleFunction<Figures> figure) {
        double times = median(after, figure) / median(before, figure);
        out.printf(Locale.ROOT, "%s in the last quarter against the second: %.3f%n", what, times);
        return times;
    }

    private static double median(List<Figures> figures, ToDoubleFunction<Figures> figure) {
        double[] sorted = figures.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
