package dev.roi.governance.live;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** An executor without a clock: what was scheduled runs when the test says so, in the test's thread. */
final class HandDriven extends ScheduledThreadPoolExecutor {

    private final List<Periodic> tasks = new ArrayList<>();

    HandDriven() {
        super(0);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long initial, long delay, TimeUnit unit) {
        Periodic periodic = new Periodic(task);
        tasks.add(periodic);
        return periodic;
    }

    /** Lets one interval pass. */
    void tick() {
        tasks.stream().filter(task -> !task.isCancelled()).forEach(Periodic::runOnce);
    }

    private static final class Periodic extends FutureTask<Void> implements RunnableScheduledFuture<Void> {

        Periodic(Runnable task) {
            super(task, null);
        }

        void runOnce() {
            runAndReset();
        }

        @Override
        public boolean isPeriodic() {
            return true;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return 0;
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
