package dev.roi.rules.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryWriterTest {

    private static final Map<String, byte[]> FILES = new TreeMap<>(Map.of(
            "policy.yaml", "id: a".getBytes(StandardCharsets.UTF_8),
            "rules/one.drl", "// one".getBytes(StandardCharsets.UTF_8),
            "rules/two.drl", "// two".getBytes(StandardCharsets.UTF_8)));
    private static final int HALTED = 7;

    @TempDir
    private Path folder = Path.of("");

    /** Writes the files, and ends the process at once after so many steps. */
    public static final class Halting {

        private Halting() {}

        /** Takes the directory, and the number of steps. */
        public static void main(String[] args) {
            AtomicInteger left = new AtomicInteger(Integer.parseInt(args[1]));
            new DirectoryWriter(Path.of(args[0]), () -> {
                        if (left.decrementAndGet() == 0) {
                            Runtime.getRuntime().halt(HALTED);
                        }
                    })
                    .write(FILES);
        }
    }

    private static int steps(Path target) {
        AtomicInteger steps = new AtomicInteger();
        new DirectoryWriter(target, steps::incrementAndGet).write(FILES);
        return steps.get();
    }

    private static int run(Path target, int steps) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Halting.class.getName(),
                        target.toString(),
                        Integer.toString(steps))
                .inheritIO()
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    private static void assertWhole(Path target) throws IOException {
        for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
            assertThat(target.resolve(file.getKey())).hasBinaryContent(file.getValue());
        }
        try (Stream<Path> paths = Files.walk(target)) {
            assertThat(paths.filter(Files::isRegularFile)).hasSize(FILES.size());
        }
    }

    @Test
    void killed_after_any_step_the_directory_is_whole_or_absent() throws IOException, InterruptedException {
        int steps = steps(folder.resolve("counted"));
        assertThat(steps).isEqualTo(3 + 4 * FILES.size());
        for (int i = 1; i <= steps; i++) {
            Path target = folder.resolve("killed-" + i);
            assertThat(run(target, i)).isEqualTo(HALTED);
            if (i < steps) {
                assertThat(target).as("killed after step %s", i).doesNotExist();
                new DirectoryWriter(target, () -> {}).write(FILES); // and nothing left behind stands in the way
            }
            assertWhole(target);
        }
        Path target = folder.resolve("not-killed");
        assertThat(run(target, steps + 1)).isZero();
        assertWhole(target);
    }

    @Test
    void failing_after_any_step_leaves_nothing_behind() throws IOException {
        int steps = steps(folder.resolve("counted"));
        for (int i = 1; i < steps; i++) {
            AtomicInteger left = new AtomicInteger(i);
            Path target = folder.resolve("failed");
            assertThatThrownBy(() -> new DirectoryWriter(target, () -> {
                                if (left.decrementAndGet() == 0) {
                                    throw new IllegalStateException("stopped");
                                }
                            })
                            .write(FILES))
                    .hasMessage("stopped");
            try (Stream<Path> left2 = Files.list(folder)) {
                assertThat(left2).containsExactly(folder.resolve("counted"));
            }
        }
    }

    @Test
    void what_appears_meanwhile_is_not_written_over() throws IOException {
        Path target = folder.resolve("taken");
        AtomicInteger steps = new AtomicInteger();
        assertThatThrownBy(() -> new DirectoryWriter(target, () -> {
                            if (steps.incrementAndGet() == 3) {
                                create(target);
                            }
                        })
                        .write(FILES))
                .hasMessageContaining("there is something here already");
        assertThat(target.resolve("mine")).hasContent("mine");
        try (Stream<Path> paths = Files.walk(folder)) {
            assertThat(paths).hasSize(3);
        }
    }

    private static void create(Path target) {
        try {
            Files.createDirectory(target);
            Files.writeString(target.resolve("mine"), "mine");
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void a_path_out_of_the_directory_is_a_mistake_of_the_caller_and_writes_nothing() throws IOException {
        Path target = folder.resolve("target");
        for (String path : List.of("../evil", "rules/../../evil", "/tmp/evil", ".")) {
            assertThatThrownBy(() -> new DirectoryWriter(target, () -> {}).write(Map.of(path, new byte[0])))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("path (%s) leads out of the directory".formatted(path));
        }
        try (Stream<Path> paths = Files.list(folder)) {
            assertThat(paths).isEmpty();
        }
    }
}
