package dev.roi.governance.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.rules.policy.PolicyFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A small policy in which nothing is wrong, to be broken in one place at a time. */
final class Pilot {

    static final Path RESOURCES = Path.of("src/test/resources/dev/roi/governance/check");

    private Pilot() {}

    static Map<String, String> files() {
        return read(RESOURCES.resolve("pilot"));
    }

    /** Returns one of its files. */
    static String file(String path) {
        return Objects.requireNonNull(files().get(path), path);
    }

    private static Map<String, String> read(Path directory) {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(directory.relativize(path).toString(), Files.readString(path));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return files;
    }

    /** The policy that comes with the library, as texts by path. */
    static Map<String, String> builtIn(String id) {
        PolicyFiles files = PolicyFiles.builtIn(id).orElseThrow();
        Map<String, String> texts = new TreeMap<>();
        for (String path : files.paths()) {
            texts.put(path, new String(files.find(path).orElseThrow(), StandardCharsets.UTF_8));
        }
        return texts;
    }

    /** A document of the tests. */
    static String document(String name) {
        try {
            return Files.readString(RESOURCES.resolve(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Puts one text in the place of another one, which has to stand there once. */
    static String edited(String name, String text, String from, String to) {
        assertThat(text.split(java.util.regex.Pattern.quote(from), -1))
                .as("%s holds once: %s", name, from)
                .hasSize(2);
        return text.replace(from, to);
    }
}
