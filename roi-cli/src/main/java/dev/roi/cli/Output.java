package dev.roi.cli;

import dev.roi.core.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A file that is written whole or not at all: beside its place first, then moved there in one step. */
final class Output {

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
                throw new Refusal(Message.of(
                        "%s cannot be written: there is no directory %s",
                        Unwritable.show(file), Unwritable.show(directory)));
            }
            return new Output(file);
        } catch (IOException failure) {
            throw Unwritable.refusal(file, failure);
        }
    }

    private static void refuseUnlessWritable(Path file) {
        if (Files.isDirectory(file)) {
            throw new Refusal(Message.of("%s cannot be written: it is a directory", Unwritable.show(file)));
        }
        if (!Files.isRegularFile(file)) {
            throw new Refusal(Message.of(
                    "%s cannot be written: it is no regular file. Without `--out`, standard output is written",
                    Unwritable.show(file)));
        }
        if (!Files.isWritable(file)) {
            throw new Refusal(Message.of("%s cannot be written: writing it is not permitted", Unwritable.show(file)));
        }
    }

    private static void refuseInput(Path file, List<Path> inputs) throws IOException {
        for (Path input : inputs) {
            boolean within = Files.isDirectory(input)
                    && Files.isSameFile(input, directory(file))
                    && file.toString().endsWith(".json");
            if (Files.exists(input) && (within || Files.isSameFile(input, file))) {
                throw new Refusal(Message.of("%s is an input, and is not written over", Unwritable.show(file)));
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
            Unwritable.clear(beside, failure);
            throw Unwritable.refusal(file, failure);
        }
    }
}
