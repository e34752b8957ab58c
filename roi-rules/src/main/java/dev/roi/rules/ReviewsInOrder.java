package dev.roi.rules;

import dev.roi.core.Fault;
import dev.roi.core.InvalidInput;
import dev.roi.core.Review;
import dev.roi.core.Scorecard;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reviews of one scorecard after the other, several at a time, handed out in the order of the scorecards. No more than a few
 * for each thread are under way or wait to be handed out, however many there are.
 */
final class ReviewsInOrder extends Spliterators.AbstractSpliterator<Review> {

    /** How many are under way or wait for each thread: one review takes longer than another. */
    private static final int AHEAD = 4;

    /** Threads of a stream that somebody left without closing it end by themselves. */
    private static final int IDLE_SECONDS = 10;

    private final Iterator<Scorecard> scorecards;
    private final Function<? super Scorecard, Review> reviewed;
    private final ThreadPoolExecutor threads;
    private final int most;
    private final Queue<Future<Review>> underWay = new ArrayDeque<>();
    private final List<Fault> faults = new ArrayList<>();

    private ReviewsInOrder(
            Iterator<Scorecard> scorecards, Function<? super Scorecard, Review> reviewed, int parallelism) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.scorecards = scorecards;
        this.reviewed = reviewed;
        this.most = (int) Math.min(Integer.MAX_VALUE, (long) AHEAD * parallelism);
        this.threads = new ThreadPoolExecutor(
                parallelism, parallelism, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "roi-review");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Begins.
     *
     * @param scorecards the scorecards; asked for the next one by the thread that runs the stream
     * @param reviewed reviews one of them
     * @param parallelism how many threads review
     * @return the reviews; whoever does not run it to its end closes it
     */
    static Stream<Review> of(
            Iterator<Scorecard> scorecards, Function<? super Scorecard, Review> reviewed, int parallelism) {
        if (parallelism < 1) {
            throw new IllegalArgumentException("parallelism (%s) must be 1 or more".formatted(parallelism));
        }
        ReviewsInOrder reviews = new ReviewsInOrder(scorecards, reviewed, parallelism);
        return StreamSupport.stream(reviews, false).onClose(reviews.threads::shutdownNow);
    }

    @Override
    public boolean tryAdvance(Consumer<? super Review> action) {
        boolean isDone = false;
        try {
            begin();
            Future<Review> first = underWay.poll();
            isDone = first == null;
            if (first != null) {
                settle(first, action);
            }
        } catch (RuntimeException | Error failed) {
            isDone = true;
            throw failed;
        } finally {
            if (isDone) {
                threads.shutdownNow();
            }
        }
        if (isDone && !faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return !isDone;
    }

    /** What is wrong with the input may come to light only at its end, when the reviews before it are under way. */
    private void begin() {
        try {
            while (underWay.size() < most && scorecards.hasNext()) {
                Scorecard scorecard = scorecards.next();
                underWay.add(threads.submit(() -> reviewed.apply(scorecard)));
            }
        } catch (InvalidInput refused) {
            faults.addAll(refused.faults());
        }
    }

    /** Hands a review out. After the first fault nothing is handed out, and the rest is asked for its faults only. */
    private void settle(Future<Review> first, Consumer<? super Review> action) {
        try {
            action.accept(first.get());
        } catch (ExecutionException failed) {
            take(failed);
            for (begin(); !underWay.isEmpty(); begin()) {
                settleOnlyFaults(underWay.remove());
            }
            throw new InvalidInput(faults);
        } catch (InterruptedException interrupted) {
            throw interrupted();
        }
    }

    private void settleOnlyFaults(Future<Review> review) {
        try {
            review.get();
        } catch (ExecutionException failed) {
            take(failed);
        } catch (InterruptedException interrupted) {
            throw interrupted();
        }
    }

    private void take(ExecutionException failed) {
        if (failed.getCause() instanceof InvalidInput refused) {
            faults.addAll(refused.faults());
            return;
        }
        if (failed.getCause() instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException("a review failed", failed.getCause());
    }

    private static IllegalStateException interrupted() {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while reviews were under way");
    }
}
