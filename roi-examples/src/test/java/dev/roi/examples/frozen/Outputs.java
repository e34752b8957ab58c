package dev.roi.examples.frozen;

import dev.roi.core.Hash;
import dev.roi.core.Pinned;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Outputs by their kind, in whatever order they come: one digest for each kind. {@code -Dfrozen.dump=DIR} also writes
 * every output into a directory, a file for each group of outputs of a kind.
 */
final class Outputs {

    private final Optional<Path> dump;
    private final Map<String, Map<String, String>> hashes = new TreeMap<>();

    private Outputs(Optional<Path> dump) {
        this.dump = dump;
    }

    static Outputs dumpedWhereThatIsAskedFor() {
        Optional<Path> dump =
                Optional.ofNullable(System.getProperty("frozen.dump")).map(Path::of);
        dump.filter(Files::exists).ifPresent(directory -> {
            throw new IllegalStateException("there is something at %s; name a new directory".formatted(directory));
        });
        return new Outputs(dump);
    }

    /** Adds an output; the name of its group may have slashes. */
    void add(String kind, String group, String item, String text) {
        String name = group + "/" + item;
        String hash = Hash.of(text.getBytes(StandardCharsets.UTF_8)).value();
        if (hashes.computeIfAbsent(kind, any -> new TreeMap<>()).put(name, hash) != null) {
            throw new IllegalStateException("there are two %s called %s".formatted(kind, name));
        }
        dump.ifPresent(directory -> write(directory.resolve(kind).resolve(group + ".txt"), item, text));
    }

    private static void write(Path file, String item, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    "######## %s\n%s\n".formatted(item, text),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Returns the kinds that are not as a file pins them, each in a few words. */
    List<String> changed(String file) {
        Map<String, String> now = lines(digests());
        Map<String, String> pinned = lines(Pinned.pinned(file, digests()));
        return Stream.concat(now.keySet().stream(), pinned.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .filter(kind -> !Optional.ofNullable(now.get(kind)).equals(Optional.ofNullable(pinned.get(kind))))
                .map(kind -> kind + (pinned.containsKey(kind) ? now.containsKey(kind) ? "" : " (gone)" : " (new)"))
                .toList();
    }

    private static Map<String, String> lines(String text) {
        return text.lines().collect(Collectors.toMap(line -> line.substring(0, line.indexOf(' ')), line -> line));
    }

    private String digests() {
        return hashes.entrySet().stream()
                .map(kind ->
                        "%s %d %s\n".formatted(kind.getKey(), kind.getValue().size(), digest(kind.getValue())))
                .collect(Collectors.joining());
    }

    private static String digest(Map<String, String> outputs) {
        String all = outputs.entrySet().stream()
                .map(output -> "%s %s\n".formatted(output.getValue(), output.getKey()))
                .collect(Collectors.joining());
        return Hash.of(all.getBytes(StandardCharsets.UTF_8)).value();
    }
}
