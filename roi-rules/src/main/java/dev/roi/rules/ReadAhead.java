package dev.roi.rules;

import dev.roi.core.Scorecard;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Scorecards that a thread of its own reads, a few ahead of whoever asks for them. What ends the reading early is thrown to
 * whoever asks for the next one. For use by one thread.
 */
final class ReadAhead implements Iterator<Scorecard>, AutoCloseable {

    private static final int AHEAD = 8;

    private final BlockingQueue<Item> items = new ArrayBlockingQueue<>(AHEAD);
    private final Thread reader;
    private @Nullable Item next;

    /** A scorecard; or the end, and what ended it where it was not the last scorecard. */
    private record Item(Optional<Scorecard> scorecard, Optional<Throwable> failure) {}

    /**
     * Begins to read once the first scorecard is asked for.
     *
     * @param read reads all scorecards, and hands each over
     */
    ReadAhead(Consumer<Consumer<Scorecard>> read) {
        this.reader = new Thread(() -> handOver(read), "roi-read");
        reader.setDaemon(true);
    }

    private void handOver(Consumer<Consumer<Scorecard>> read) {
        try {
            items.put(outcome(read));
        } catch (InterruptedException nobodyAsksAnyMore) {
            Thread.currentThread().interrupt();
        }
    }

    private Item outcome(Consumer<Consumer<Scorecard>> read) {
        try {
            read.accept(scorecard -> put(new Item(Optional.of(scorecard), Optional.empty())));
            return new Item(Optional.empty(), Optional.empty());
        } catch (RuntimeException | Error failed) { // whoever asks gets it, in its own thread
            return new Item(Optional.empty(), Optional.of(failed));
        }
    }

    private void put(Item item) {
        try {
            items.put(item);
        } catch (InterruptedException nobodyAsksAnyMore) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("reading was given up", nobodyAsksAnyMore);
        }
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = take();
        }
        if (next.failure().isPresent()) {
            Throwable failure = next.failure().get();
            next = new Item(Optional.empty(), Optional.empty());
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        }
        return next.scorecard().isPresent();
    }

    private Item take() {
        if (reader.getState() == Thread.State.NEW) {
            reader.start();
        }
        try {
            return items.take();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while scorecards were read", interrupted);
        }
    }

    @Override
    public Scorecard next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException("no more scorecards");
        }
        Scorecard scorecard = next.scorecard().orElseThrow();
        next = null;
        return scorecard;
    }

    /** Ends the reading, wherever it is. */
    @Override
    public void close() {
        reader.interrupt();
    }
}
