package dev.roi.governance.live;

import dev.roi.rules.policy.PolicyFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A copy of the built-in policy in a directory, with one scenario of its own, to be edited as its owners would. */
record PolicyDirectory(Path path) {

    static final String THRESHOLDS = PolicyFiles.THRESHOLDS;

    private static final String SCENARIO = """
            about: One case
            scenarios:
              - scenario: adoption of 29 per cent is low
                case: healthy
                now: { adoption-rate: 29 }
                decision: adjust
                because: [low-adoption]
            """;

    static PolicyDirectory copiedTo(Path path) throws IOException {
        PolicyFiles files = PolicyFiles.builtIn("coding-agent").orElseThrow();
        for (String name : files.paths()) {
            if (!name.startsWith("scenarios/") || name.endsWith("cases.yaml")) {
                Path file = path.resolve(name);
                Files.createDirectories(file.getParent());
                Files.write(file, files.find(name).orElseThrow());
            }
        }
        Files.writeString(path.resolve("scenarios/own.yaml"), SCENARIO);
        return new PolicyDirectory(path);
    }

    String read(String name) {
        try {
            return Files.readString(path.resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void write(String name, String text) {
        try {
            Files.writeString(path.resolve(name), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Writes beside the file and renames, as many editors do. */
    void save(String name, String text) throws IOException {
        Path beside = path.resolve(name + "~");
        Files.writeString(beside, text);
        Files.move(beside, path.resolve(name), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    /** The thresholds with another value for the one above which adoption is high. */
    String withHighAdoption(int percent) {
        return read(THRESHOLDS).replaceFirst("(adoption\\.high:\\s+value: )\\d+", "$1" + percent);
    }

    void setHighAdoption(int percent) {
        write(THRESHOLDS, withHighAdoption(percent));
    }

    /** Everything in the directory: names, bytes and dates. */
    Map<String, String> everything() throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.toList()) {
                String bytes = Files.isRegularFile(file)
                        ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                        : "";
                all.put(path.relativize(file).toString(), Files.getLastModifiedTime(file) + bytes);
            }
        }
        return all;
    }
}
