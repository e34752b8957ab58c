package dev.roi.governance.live;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Watches a policy directory and reloads it when its files have changed, by whatever means: written in place, saved by
 * renaming, the whole directory replaced, gone and back, on a local disk or a network share.
 *
 * <p>It compares what the directory holds, and no dates or notices of the system, neither of which a network share can be
 * relied on for. A change is taken up once two looks in a row found the same, so that a half-saved file is not loaded;
 * who saves several files that belong together takes longer than that only where the interval is too short, or replaces
 * the directory as a whole. A directory that was refused is not tried again until it changes.
 */
public final class PolicyWatch implements AutoCloseable {

    private static final String THREAD = "roi-policy-watch";

    private final LivePolicy policy;
    private final Consumer<? super Reload> listener;
    private final Runnable ending;
    private Look before;
    private boolean closed;

    private PolicyWatch(
            LivePolicy policy,
            Consumer<? super Reload> listener,
            ScheduledExecutorService executor,
            Duration interval,
            Runnable ending) {
        requireNonNull(executor, "executor");
        if (requireNonNull(interval, "interval").isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("interval (%s) must be above zero".formatted(interval));
        }
        this.policy = policy;
        this.listener = requireNonNull(listener, "listener");
        this.before = policy.tried();
        long nanos = interval.toNanos();
        Future<?> looks = executor.scheduleWithFixedDelay(this::look, nanos, nanos, TimeUnit.NANOSECONDS);
        this.ending = () -> {
            looks.cancel(false);
            ending.run();
        };
    }

    static PolicyWatch on(
            ScheduledExecutorService executor,
            LivePolicy policy,
            Duration interval,
            Consumer<? super Reload> listener) {
        return new PolicyWatch(policy, listener, executor, interval, () -> {});
    }

    static PolicyWatch alone(LivePolicy policy, Duration interval, Consumer<? super Reload> listener) {
        List<Thread> own = new CopyOnWriteArrayList<>();
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, THREAD);
            thread.setDaemon(true);
            own.add(thread);
            return thread;
        });
        try {
            return new PolicyWatch(policy, listener, executor, interval, () -> end(executor, own));
        } catch (RuntimeException refused) {
            executor.shutdown();
            throw refused;
        }
    }

    /** Whatever a listener throws is its owner's to hear of, and ends no watch. */
    private void look() {
        try {
            lookOnce();
        } catch (RuntimeException | Error failure) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
        }
    }

    private synchronized void lookOnce() {
        if (closed) {
            return;
        }
        Look now = policy.look();
        boolean settled = now.isSameAs(before);
        before = now;
        if (settled && !now.isSameAs(policy.tried())) {
            listener.accept(policy.reload(() -> now));
        }
    }

    /**
     * Ends the watch, and its thread where it has one of its own; a reload that is under way is finished first. From then
     * on the listener hears nothing more. A second call does nothing.
     */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        ending.run();
    }

    /** Waits until the thread has ended, unless it is the thread itself that closes the watch. */
    private static void end(ScheduledExecutorService executor, List<Thread> threads) {
        executor.shutdown();
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive() && thread != Thread.currentThread()) {
                try {
                    thread.join();
                } catch (InterruptedException asked) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
