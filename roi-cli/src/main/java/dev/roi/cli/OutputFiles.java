package dev.roi.cli;

import dev.roi.core.Message;
import dev.roi.core.Quoted;
import dev.roi.imports.file.TableFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * A directory of files that an import writes, all or none: they are written beside it first, and then the directory is
 * exchanged. What is not of an import is never touched.
 */
final class OutputFiles {

    private static final int MOST_NAME_CHARACTERS = 500;
    private static final int BEGINNING = 200;
    private static final String SCORECARD = "\"format\": \"roi-scorecard/1\"";

    private final Path directory;

    private OutputFiles(Path directory) {
        this.directory = directory;
    }

    /**
     * Looks whether files may be written.
     *
     * @param name the name of the directory; it is there, or what it is in is
     * @param inputs what is read, and must not be written over
     * @return where to write
     * @throws Refusal when they may not be
     */
    static OutputFiles to(String name, List<Path> inputs) {
        Path directory = Arguments.path(name).toAbsolutePath().normalize();
        try {
            Path parent = directory.getParent();
            if (parent == null || !Files.isDirectory(parent)) {
                throw new Refusal(Message.of(
                        "%s cannot be written: there is no directory %s",
                        Unwritable.show(directory), Unwritable.show(parent == null ? directory : parent)));
            }
            if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
                if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
                    throw new Refusal(Message.of(
                            "%s cannot be written: an import writes a directory", Unwritable.show(directory)));
                }
                refuseForeign(directory, inputs);
            }
            if (!Files.isWritable(parent)) {
                throw new Refusal(
                        Message.of("%s cannot be written: writing there is not permitted", Unwritable.show(directory)));
            }
            return new OutputFiles(directory);
        } catch (IOException failure) {
            throw Unwritable.refusal(directory, failure);
        }
    }

    private static void refuseForeign(Path directory, List<Path> inputs) throws IOException {
        for (Path input : inputs) {
            Path read = input.toAbsolutePath().normalize();
            if (read.startsWith(directory)) {
                throw new Refusal(Message.of("%s is an input, and is not written over", Unwritable.show(input)));
            }
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                if (!isOurs(entry)) {
                    throw new Refusal(Message.of(
                            "%s has something in it that is not of an import, `%s`, and nothing was written. Name a "
                                    + "directory that is new, is empty or has such files only",
                            Unwritable.show(directory),
                            Quoted.visible(String.valueOf(entry.getFileName()), MOST_NAME_CHARACTERS)));
                }
            }
        }
    }

    private static boolean isOurs(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        String name = String.valueOf(file.getFileName());
        try (InputStream stream = Files.newInputStream(file)) {
            String begin = new String(stream.readNBytes(BEGINNING), StandardCharsets.UTF_8);
            return name.endsWith(".json") ? begin.contains(SCORECARD) : TableFiles.isOne(name, begin);
        }
    }

    /**
     * Writes the files.
     *
     * @param files their texts by name
     * @throws Refusal when they cannot be written; then the directory is as it was
     */
    void write(Map<String, String> files) {
        String mark = "%s-%s".formatted(ProcessHandle.current().pid(), System.nanoTime());
        Path beside = directory.resolveSibling(".roi-%s.new".formatted(mark));
        Path before = directory.resolveSibling(".roi-%s.old".formatted(mark));
        boolean moved = false;
        try {
            Files.createDirectory(beside);
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(beside.resolve(file.getKey()), file.getValue());
            }
            if (Files.exists(directory)) {
                Files.move(directory, before, StandardCopyOption.ATOMIC_MOVE);
                moved = true;
            }
            Files.move(beside, directory, StandardCopyOption.ATOMIC_MOVE);
            if (moved) {
                Unwritable.delete(before);
            }
        } catch (IOException failure) {
            restore(beside, before, moved, failure);
            throw Unwritable.refusal(directory, failure);
        }
    }

    private void restore(Path beside, Path before, boolean moved, IOException failure) {
        try {
            if (moved && !Files.exists(directory)) {
                Files.move(before, directory, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
        Unwritable.clear(beside, failure);
    }
}
