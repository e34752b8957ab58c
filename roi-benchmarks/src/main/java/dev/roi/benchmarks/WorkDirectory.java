package dev.roi.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A directory that is removed when it is closed.
 *
 * @param path where it is
 */
record WorkDirectory(Path path) implements AutoCloseable {

    static WorkDirectory make() throws IOException {
        return new WorkDirectory(Files.createTempDirectory("roi-benchmarks-"));
    }

    @Override
    public void close() throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(path)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
