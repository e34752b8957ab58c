package dev.roi.cli;

import dev.roi.core.Message;
import dev.roi.core.Quoted;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A file that is written whole or not at all: beside its place first, then moved there in one step. */
final class Output {

    private static final int MOST_NAME_CHARACTERS = 500;

    private final Path file;

    private Output(Path file) {
        this.file = file;
    }

    /**
     * Looks whether a file may be written.
     *
     * @param name its name
     * @param inputs what is read, and must not be written over
     * @return where to write
     * @throws Refusal when it may not be
     */
    static Output to(String name, List<Path> inputs) {
        Path file = Arguments.path(name);
        try {
            if (Files.exists(file)) {
                file = file.toRealPath();
                refuseUnlessWritable(file);
                refuseInput(file, inputs);
            }
            Path directory = directory(file);
            if (!Files.isDirectory(directory)) {
                throw new Refusal(
                        Message.of("%s cannot be written: there is no directory %s", show(file), show(directory)));
            }
            return new Output(file);
        } catch (IOException failure) {
            throw unwritable(file, failure);
        }
    }

    private static void refuseUnlessWritable(Path file) {
        if (Files.isDirectory(file)) {
            throw new Refusal(Message.of("%s cannot be written: it is a directory", show(file)));
        }
        if (!Files.isRegularFile(file)) {
            throw new Refusal(Message.of(
                    "%s cannot be written: it is no regular file. Without `--out`, standard output is written",
                    show(file)));
        }
        if (!Files.isWritable(file)) {
            throw new Refusal(Message.of("%s cannot be written: writing it is not permitted", show(file)));
        }
    }

    private static void refuseInput(Path file, List<Path> inputs) throws IOException {
        for (Path input : inputs) {
            boolean within = Files.isDirectory(input)
                    && Files.isSameFile(input, directory(file))
                    && file.toString().endsWith(".json");
            if (Files.exists(input) && (within || Files.isSameFile(input, file))) {
                throw new Refusal(Message.of("%s is an input, and is not written over", show(file)));
            }
        }
    }

    private static Path directory(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent != null ? parent : file;
    }

    /**
     * Writes the file.
     *
     * @param text what it is to hold
     * @throws Refusal when it cannot be written; then it is as it was before
     */
    void write(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes the file.
     *
     * @param content what it is to hold
     * @throws Refusal when it cannot be written; then it is as it was before
     */
    void write(byte[] content) {
        Path beside = directory(file)
                .resolve(".roi-%s-%s.tmp".formatted(ProcessHandle.current().pid(), System.nanoTime()));
        try {
            beside.toFile().deleteOnExit(); // when the process is told to end half-way
            try (FileChannel channel =
                    FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            delete(beside, failure);
            throw unwritable(file, failure);
        }
    }

    private static void delete(Path beside, IOException failure) {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }

    private static Refusal unwritable(Path file, IOException failure) {
        return new Refusal(Message.of("%s cannot be written: %s", show(file), reason(failure)), failure);
    }

    private static Message reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return Message.of("writing there is not permitted");
        }
        if (failure instanceof NoSuchFileException) {
            return Message.of("there is no such directory");
        }
        String reason = failure instanceof FileSystemException refused ? refused.getReason() : failure.getMessage();
        return reason != null
                ? Message.verbatim(Quoted.visible(reason, MOST_NAME_CHARACTERS))
                : Message.of("the system says no more");
    }

    private static String show(Path path) {
        return "`" + Quoted.visible(path.toString(), MOST_NAME_CHARACTERS) + "`";
    }
}
