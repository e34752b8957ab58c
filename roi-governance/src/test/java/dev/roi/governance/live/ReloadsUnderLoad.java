package dev.roi.governance.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Fingerprint;
import dev.roi.core.Scorecard;
import dev.roi.core.json.Json;
import dev.roi.governance.scenario.Scenarios;
import dev.roi.rules.Engine;
import dev.roi.rules.policy.PolicyFiles;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Reloads a directory again and again while four threads review with whatever is in use. Reviews are handed out in
 * portions, at the beginning of each reload, just before its swap and just after it, so that they are under way then.
 */
final class ReloadsUnderLoad {

    private static final int THREADS = 4;
    private static final int COLLECTIONS = 5;
    private static final int PORTION = 4 * THREADS;
    private static final int[] HIGH_ADOPTION = {60, 70, 80};

    private final PolicyDirectory directory;
    private final LivePolicy live;
    private final List<Scorecard> scorecards;
    private final Map<Fingerprint, List<String>> alone = new HashMap<>();
    private final AtomicLong reviews = new AtomicLong();
    private final List<Figures> figures = new ArrayList<>();
    private final Semaphore permitted = new Semaphore(0);
    private final ReadWriteLock reviewing = new ReentrantReadWriteLock(true);

    ReloadsUnderLoad(Path path) throws IOException {
        directory = PolicyDirectory.copiedTo(path);
        Engine builtIn = Engine.builtIn("coding-agent");
        scorecards = Scenarios.of(PolicyFiles.builtIn("coding-agent").orElseThrow(), builtIn).list().stream()
                .filter(scenario -> scenario.place().source().endsWith("/scenarios/usage.yaml"))
                .map(scenario -> scenario.scorecard())
                .toList();
        for (int percent : HIGH_ADOPTION) {
            directory.setHighAdoption(percent);
            Engine engine = Engine.load(directory.path());
            alone.put(engine.policy().ref().fingerprint(), reviews(engine));
        }
        assertThat(alone).hasSize(HIGH_ADOPTION.length);
        live = LivePolicy.of(directory.path())
                .admitting((files, candidate) -> {
                    handOut();
                    return List.of();
                })
                .open();
    }

    private void handOut() {
        permitted.release(PORTION);
    }

    private List<String> reviews(Engine engine) {
        return scorecards.stream()
                .map(scorecard -> Json.write(engine.review(scorecard)))
                .toList();
    }

    /** Memory and threads after a number of reloads, once what is garbage is collected. */
    record Figures(int reloads, long heap, long metaspace, int classes, int threads, long reviews) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "after %,5d reloads: heap %6.1f MB, metaspace %6.1f MB, %,6d classes, %3d threads, %,8d reviews",
                    reloads,
                    heap / 1e6,
                    metaspace / 1e6,
                    classes,
                    threads,
                    reviews);
        }
    }

    /**
     * Reloads under load.
     *
     * @param reloads how often
     * @param every after how many reloads figures are taken
     * @return the figures
     */
    List<Figures> run(int reloads, int every) throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> load = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int first = i;
                load.add(threads.submit(() -> review(first, enough)));
            }
            for (int i = 1; i <= reloads; i++) {
                reload(i);
                if (i % every == 0) {
                    figures.add(figures(i));
                    System.out.println(figures.get(figures.size() - 1));
                }
                for (Future<?> each : load) {
                    if (each.isDone()) {
                        each.get(); // it ends early only when it fails
                    }
                }
            }
            enough.set(true);
            permitted.release(THREADS);
            for (Future<?> each : load) {
                each.get();
            }
        } finally {
            enough.set(true);
            permitted.release(THREADS);
            threads.shutdownNow();
            threads.awaitTermination(1, TimeUnit.MINUTES);
        }
        return figures;
    }

    /** Every tenth time with a fault first, which is refused, and every seventh time with a roll-back after it. */
    private void reload(int i) throws IOException {
        handOut();
        if (i % 10 == 0) {
            Engine before = live.engine();
            directory.save(PolicyDirectory.THRESHOLDS, directory.withHighAdoption(999));
            assertThat(live.reload()).isInstanceOf(Reload.Refused.class);
            assertThat(live.engine()).isSameAs(before);
        }
        directory.save(PolicyDirectory.THRESHOLDS, directory.withHighAdoption(HIGH_ADOPTION[i % HIGH_ADOPTION.length]));
        assertThat(live.reload()).isInstanceOf(Reload.Swapped.class);
        handOut();
        if (i % 7 == 0) {
            Fingerprint now = live.engine().policy().ref().fingerprint();
            assertThat(live.rollBack()).isInstanceOf(Reload.Swapped.class);
            assertThat(live.rollBack(now)).isInstanceOf(Reload.Swapped.class);
        }
    }

    private void review(int first, AtomicBoolean enough) {
        for (int i = first; !enough.get(); i++) {
            int which = i % scorecards.size();
            permitted.acquireUninterruptibly();
            reviewing.readLock().lock();
            try {
                Engine engine = live.engine();
                String review = Json.write(engine.review(scorecards.get(which)));
                assertThat(review)
                        .isEqualTo(alone.getOrDefault(engine.policy().ref().fingerprint(), List.of())
                                .get(which));
                reviews.incrementAndGet();
            } finally {
                reviewing.readLock().unlock();
            }
        }
    }

    /** Reviews wait meanwhile, so that what they hold is not counted. */
    private Figures figures(int reloads) {
        reviewing.writeLock().lock();
        try {
            return measured(reloads);
        } finally {
            reviewing.writeLock().unlock();
        }
    }

    private Figures measured(int reloads) {
        long heap = Long.MAX_VALUE;
        for (int i = 0; i < COLLECTIONS; i++) { // what has to be finalised goes with a later collection
            System.gc();
            heap = Math.min(
                    heap,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        long metaspace = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        return new Figures(
                reloads,
                heap,
                metaspace,
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                reviews.get());
    }
}
