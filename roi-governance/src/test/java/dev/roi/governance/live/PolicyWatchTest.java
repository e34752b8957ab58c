package dev.roi.governance.live;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(600)
class PolicyWatchTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    private Path temporary = Path.of("");

    private final HandDriven executor = new HandDriven();
    private final List<Reload> heard = new ArrayList<>();
    private PolicyDirectory directory = new PolicyDirectory(temporary);

    @BeforeEach
    void copy() throws IOException {
        directory = PolicyDirectory.copiedTo(temporary.resolve("pilot"));
    }

    private LivePolicy watched() {
        LivePolicy live = LivePolicy.open(directory.path());
        live.watch(executor, SECOND, heard::add);
        return live;
    }

    private void ticks(int count) {
        for (int i = 0; i < count; i++) {
            executor.tick();
        }
    }

    @Test
    void nothing_is_reloaded_while_nothing_changes() {
        watched();
        ticks(3);
        assertThat(heard).isEmpty();
    }

    @Test
    void a_change_is_taken_up_once_it_was_the_same_for_two_looks() {
        LivePolicy live = watched();
        directory.setHighAdoption(60);
        ticks(1);
        assertThat(heard).isEmpty();
        ticks(1);
        assertThat(heard).singleElement().isInstanceOf(Reload.Swapped.class);
        assertThat(heard.get(0).inUse()).isEqualTo(live.engine().policy().ref());
        ticks(3);
        assertThat(heard).hasSize(1);
    }

    @Test
    void a_half_saved_file_is_not_loaded() {
        watched();
        String whole = directory.withHighAdoption(60);
        directory.write(PolicyDirectory.THRESHOLDS, "");
        ticks(1);
        directory.write(PolicyDirectory.THRESHOLDS, whole.substring(0, whole.length() / 2));
        ticks(1);
        directory.write(PolicyDirectory.THRESHOLDS, whole);
        ticks(1);
        assertThat(heard).isEmpty();
        ticks(1);
        assertThat(heard).singleElement().isInstanceOf(Reload.Swapped.class);
    }

    @Test
    void a_file_saved_by_renaming_is_taken_up() throws IOException {
        watched();
        directory.save(PolicyDirectory.THRESHOLDS, directory.withHighAdoption(60));
        ticks(2);
        assertThat(heard).singleElement().isInstanceOf(Reload.Swapped.class);
    }

    @Test
    void a_change_that_keeps_the_size_and_the_date_is_taken_up() throws IOException {
        watched();
        Path file = directory.path().resolve(PolicyDirectory.THRESHOLDS);
        var date = Files.getLastModifiedTime(file);
        directory.setHighAdoption(60);
        Files.setLastModifiedTime(file, date);
        ticks(2);
        assertThat(heard).singleElement().isInstanceOf(Reload.Swapped.class);
    }

    @Test
    void a_faulty_change_is_told_once_and_its_correction_is_taken_up() {
        watched();
        directory.setHighAdoption(400);
        ticks(5);
        assertThat(heard).singleElement().isInstanceOf(Reload.Refused.class);
        directory.setHighAdoption(60);
        ticks(2);
        assertThat(heard).hasSize(2).last().isInstanceOf(Reload.Swapped.class);
    }

    @Test
    void a_directory_replaced_as_a_whole_is_taken_up() throws IOException {
        watched();
        PolicyDirectory next = PolicyDirectory.copiedTo(temporary.resolve("next"));
        next.setHighAdoption(60);
        Files.move(directory.path(), temporary.resolve("old"));
        ticks(1);
        Files.move(next.path(), directory.path());
        ticks(1);
        assertThat(heard).isEmpty();
        ticks(1);
        assertThat(heard).singleElement().isInstanceOf(Reload.Swapped.class);
    }

    @Test
    void a_directory_that_is_gone_is_told_once_and_found_again() throws IOException {
        LivePolicy live = watched();
        var engine = live.engine();
        Path away = temporary.resolve("away");
        Files.move(directory.path(), away);
        ticks(5);
        assertThat(heard).singleElement().isInstanceOf(Reload.Refused.class);
        assertThat(live.engine()).isSameAs(engine);
        Files.move(away, directory.path());
        ticks(2);
        assertThat(heard).hasSize(2).last().isInstanceOf(Reload.Unchanged.class);
        directory.setHighAdoption(60);
        ticks(2);
        assertThat(heard).hasSize(3).last().isInstanceOf(Reload.Swapped.class);
    }

    @Test
    void what_was_rolled_back_from_is_not_taken_up_again() {
        LivePolicy live = watched();
        directory.setHighAdoption(60);
        ticks(2);
        live.rollBack();
        ticks(5);
        assertThat(heard).hasSize(1);
        directory.write("scenarios/own.yaml", "# a remark\n" + directory.read("scenarios/own.yaml"));
        ticks(2);
        assertThat(heard).hasSize(2).last().isInstanceOf(Reload.Refused.class);
    }

    @Test
    void a_listener_that_fails_ends_no_watch() {
        Thread.UncaughtExceptionHandler usual = Thread.currentThread().getUncaughtExceptionHandler();
        AtomicReference<Throwable> told = new AtomicReference<>();
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> told.set(failure));
        try {
            IllegalStateException failure = new IllegalStateException("disk full");
            LivePolicy live = LivePolicy.open(directory.path());
            live.watch(executor, SECOND, reload -> {
                heard.add(reload);
                throw failure;
            });
            directory.setHighAdoption(60);
            ticks(2);
            assertThat(told).hasValue(failure);
            directory.setHighAdoption(65);
            ticks(2);
            assertThat(heard).hasSize(2);
        } finally {
            Thread.currentThread().setUncaughtExceptionHandler(usual);
        }
    }

    @Test
    void a_closed_watch_looks_no_more_and_leaves_the_executor_alone() {
        LivePolicy live = LivePolicy.open(directory.path());
        PolicyWatch watch = live.watch(executor, SECOND, heard::add);
        directory.setHighAdoption(60);
        ticks(1);
        watch.close();
        watch.close();
        ticks(3);
        assertThat(heard).isEmpty();
        assertThat(executor.isShutdown()).isFalse();
    }

    @Test
    void a_watch_with_a_thread_of_its_own_takes_a_change_up_and_ends_its_thread() throws InterruptedException {
        LivePolicy live = LivePolicy.open(directory.path());
        LinkedBlockingQueue<Reload> queue = new LinkedBlockingQueue<>();
        AtomicReference<Thread> thread = new AtomicReference<>(Thread.currentThread());
        PolicyWatch watch = live.watch(Duration.ofMillis(5), reload -> {
            thread.set(Thread.currentThread());
            queue.add(reload);
        });
        try (watch) {
            directory.save(PolicyDirectory.THRESHOLDS, directory.withHighAdoption(60));
            assertThat(queue.take()).isInstanceOf(Reload.Swapped.class);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        assertThat(requireNonNull(thread.get()).getName()).isEqualTo("roi-policy-watch");
        assertThat(requireNonNull(thread.get()).isAlive()).isFalse();
    }

    @Test
    void closing_waits_for_a_reload_that_is_under_way() throws InterruptedException {
        CountDownLatch admitting = new CountDownLatch(1);
        CountDownLatch closing = new CountDownLatch(1);
        AtomicReference<Thread> opening = new AtomicReference<>(Thread.currentThread());
        LivePolicy live = LivePolicy.of(directory.path())
                .admitting((files, candidate) -> {
                    if (Thread.currentThread() != opening.get()) {
                        admitting.countDown();
                        await(closing);
                    }
                    return List.of();
                })
                .open();
        LinkedBlockingQueue<Reload> queue = new LinkedBlockingQueue<>();
        PolicyWatch watch = live.watch(Duration.ofMillis(5), queue::add);
        directory.setHighAdoption(60);
        admitting.await();
        closing.countDown();
        watch.close();
        assertThat(queue).singleElement().isInstanceOf(Reload.Swapped.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException asked) {
            throw new IllegalStateException(asked);
        }
    }

    @Test
    void a_watch_can_be_closed_by_its_listener() throws InterruptedException {
        LivePolicy live = LivePolicy.open(directory.path());
        AtomicReference<PolicyWatch> watch = new AtomicReference<>();
        CountDownLatch closed = new CountDownLatch(1);
        AtomicReference<Thread> thread = new AtomicReference<>(Thread.currentThread());
        synchronized (watch) {
            watch.set(live.watch(Duration.ofMillis(5), reload -> {
                synchronized (watch) {
                    thread.set(Thread.currentThread());
                    requireNonNull(watch.get()).close();
                    closed.countDown();
                }
            }));
        }
        directory.setHighAdoption(60);
        closed.await();
        requireNonNull(thread.get()).join();
        assertThat(requireNonNull(thread.get()).isAlive()).isFalse();
    }

    @Test
    void an_interval_is_above_zero() {
        LivePolicy live = LivePolicy.open(directory.path());
        assertThatThrownBy(() -> live.watch(Duration.ZERO, heard::add))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("interval (PT0S) must be above zero");
    }
}
