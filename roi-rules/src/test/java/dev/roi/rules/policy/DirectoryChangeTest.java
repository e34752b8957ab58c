package dev.roi.rules.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roi.core.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryChangeTest {

    private static final Map<String, byte[]> FILES = new TreeMap<>(Map.of(
            "policy.yaml", "after".getBytes(UTF_8),
            "texts/en.yaml", "after".getBytes(UTF_8),
            "scenarios/new.yaml", "new".getBytes(UTF_8)));

    @TempDir
    private Path directory = Path.of("");

    @BeforeEach
    void writeAPolicy() throws IOException {
        Files.createDirectory(directory.resolve("texts"));
        Files.writeString(directory.resolve("policy.yaml"), "before");
        Files.writeString(directory.resolve("texts/en.yaml"), "before");
        Files.writeString(directory.resolve("README.md"), "mine");
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.toList()) {
                contents.put(
                        directory.relativize(path).toString(),
                        Files.isRegularFile(path) ? Files.readString(path) : "a directory");
            }
        }
        return contents;
    }

    @Test
    void files_are_replaced_and_made_and_nothing_else_is_touched() throws IOException {
        new DirectoryChange(directory, () -> {}).write(PolicyFiles.read(directory), FILES);
        assertThat(contents())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "", "a directory",
                        "README.md", "mine",
                        "policy.yaml", "after",
                        "scenarios", "a directory",
                        "scenarios/new.yaml", "new",
                        "texts", "a directory",
                        "texts/en.yaml", "after"));
    }

    @Test
    void wherever_it_fails_the_directory_is_as_it_was() throws IOException {
        Map<String, String> before = contents();
        PolicyFiles read = PolicyFiles.read(directory);
        for (int steps = 0; steps < 7; steps++) {
            AtomicInteger left = new AtomicInteger(steps);
            DirectoryChange change = new DirectoryChange(directory, () -> {
                if (left.getAndDecrement() == 0) {
                    throw new IllegalStateException("the process ends here");
                }
            });
            assertThatThrownBy(() -> change.write(read, FILES)).hasMessage("the process ends here");
            assertThat(contents()).as("after %s steps", steps).isEqualTo(before);
        }
    }

    @Test
    void what_somebody_else_wrote_meanwhile_is_not_written_over() throws IOException {
        PolicyFiles read = PolicyFiles.read(directory);
        Files.createDirectory(directory.resolve("scenarios"));
        Files.writeString(directory.resolve("scenarios/new.yaml"), "theirs");
        Map<String, String> before = contents();
        assertThatThrownBy(() -> new DirectoryChange(directory, () -> {}).write(read, FILES))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("scenarios/new.yaml: the file is not as it was read");
        assertThat(contents()).isEqualTo(before);
    }
}
