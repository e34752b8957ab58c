package dev.roi.rules.policy;

import dev.roi.core.InvalidInput;
import dev.roi.core.Message;
import dev.roi.core.Quoted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes some files of a directory that is there, all or none: each is written beside its place first, and then all are
 * moved there. What fails on the way is undone. For use by one thread, once.
 */
final class DirectoryChange {

    private static final int MOST_NAME_CHARACTERS = 500;

    private final Path directory;
    private final Runnable afterEachStep;
    private final Deque<Path> made = new ArrayDeque<>();
    private final List<Path> moved = new ArrayList<>();
    private final Map<Path, Optional<byte[]>> before = new TreeMap<>();

    /**
     * Makes a writer.
     *
     * @param directory the directory
     * @param afterEachStep what is called after every change to the file system
     */
    DirectoryChange(Path directory, Runnable afterEachStep) {
        this.directory = directory.toAbsolutePath().normalize();
        this.afterEachStep = afterEachStep;
    }

    /** Writes files, of which each is still as it was read, or new. */
    void write(PolicyFiles read, Map<String, byte[]> files) {
        files.keySet().forEach(path -> before.put(directory.resolve(path), read.find(path)));
        try {
            try {
                Map<Path, Path> places = new TreeMap<>();
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    Path place = directory.resolve(file.getKey());
                    places.put(place, beside(place, file.getValue()));
                }
                refuseUnlessSame();
                for (Map.Entry<Path, Path> place : places.entrySet()) {
                    Files.move(place.getValue(), place.getKey(), StandardCopyOption.ATOMIC_MOVE);
                    moved.add(place.getKey());
                    afterEachStep.run();
                }
            } catch (IOException | RuntimeException failure) {
                undo(failure);
                throw failure;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "the directory %s cannot be written: %s".formatted(shown(directory), DirectoryWriter.why(failure)),
                    failure);
        }
    }

    /** Writes under a name that no reader of a policy takes for one of its files. */
    private Path beside(Path place, byte[] content) throws IOException {
        Path folder = place.resolveSibling(".").normalize();
        if (!Files.exists(folder)) {
            Files.createDirectory(folder);
            made.push(folder);
            afterEachStep.run();
        }
        Path beside = folder.resolve(".%s.roi-new".formatted(place.getFileName()));
        Files.deleteIfExists(beside); // what a run left behind that did not end
        made.push(beside);
        Files.write(beside, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        afterEachStep.run();
        if (Files.exists(place) && Files.getFileStore(place).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(place));
        }
        return beside;
    }

    private void refuseUnlessSame() throws IOException {
        for (Map.Entry<Path, Optional<byte[]>> file : before.entrySet()) {
            boolean isSame = file.getValue().isPresent()
                    ? Files.isRegularFile(file.getKey(), LinkOption.NOFOLLOW_LINKS)
                            && Arrays.equals(
                                    Files.readAllBytes(file.getKey()),
                                    file.getValue().get())
                    : !Files.exists(file.getKey(), LinkOption.NOFOLLOW_LINKS);
            if (!isSame) {
                throw new InvalidInput(List.of(PolicyFiles.fault(
                        PolicyCode.DIRECTORY,
                        shown(file.getKey()),
                        Message.of("the file is not as it was read; nothing was written, so do it again"))));
            }
        }
    }

    private void undo(Exception failure) {
        try {
            for (Path file : moved) {
                Optional<byte[]> content = before.getOrDefault(file, Optional.empty());
                if (content.isPresent()) {
                    Files.write(file, content.get());
                } else {
                    Files.delete(file);
                }
            }
            while (!made.isEmpty()) {
                Files.deleteIfExists(made.pop());
            }
        } catch (IOException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }

    private static String shown(Path path) {
        return Quoted.visible(path.toString(), MOST_NAME_CHARACTERS);
    }
}
