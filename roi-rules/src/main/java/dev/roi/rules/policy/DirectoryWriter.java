package dev.roi.rules.policy;

import dev.roi.core.InvalidInput;
import dev.roi.core.Message;
import dev.roi.core.Quoted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes a directory whole or not at all: beside its place first, then moved there in one step, so that whoever looks
 * sees all of it or nothing, whenever the process ends. For use by one thread, once.
 */
final class DirectoryWriter {

    private static final int MOST_NAME_CHARACTERS = 500;

    private final Path target;
    private final Runnable afterEachStep;

    /**
     * Makes a writer.
     *
     * @param target the directory
     * @param afterEachStep what is called after every change to the file system
     */
    DirectoryWriter(Path target, Runnable afterEachStep) {
        this.target = target.toAbsolutePath().normalize();
        this.afterEachStep = afterEachStep;
    }

    void write(Map<String, byte[]> files) {
        try {
            refuseUnlessFree();
            Path parent = target.getParent();
            if (parent == null) {
                throw notFree();
            }
            Files.createDirectories(parent);
            afterEachStep.run();
            Path beside = Files.createTempDirectory(parent, ".%s-".formatted(target.getFileName()));
            try {
                afterEachStep.run();
                write(files, beside);
                move(beside);
                afterEachStep.run();
            } catch (IOException | RuntimeException failure) {
                delete(beside, failure);
                throw failure;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "the directory %s cannot be written: %s".formatted(shown(), why(failure)), failure);
        }
    }

    private void refuseUnlessFree() throws IOException {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            throw notFree();
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(target)) {
            if (entries.iterator().hasNext()) {
                throw notFree();
            }
        }
    }

    private InvalidInput notFree() {
        return new InvalidInput(
                List.of(
                        PolicyFiles.fault(
                                PolicyCode.DIRECTORY,
                                shown(),
                                Message.of(
                                        "there is something here already, and nothing is written over; name a directory that is not there yet"))));
    }

    private void write(Map<String, byte[]> files, Path beside) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = beside.resolve(file.getKey()).normalize();
            if (!path.startsWith(beside) || path.equals(beside)) {
                throw new IllegalArgumentException("path (%s) leads out of the directory".formatted(file.getKey()));
            }
            Files.createDirectories(path.getParent() == null ? beside : path.getParent());
            afterEachStep.run();
            try (FileChannel channel =
                    FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                afterEachStep.run();
                ByteBuffer bytes = ByteBuffer.wrap(file.getValue());
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                afterEachStep.run();
                channel.force(true);
            }
            afterEachStep.run();
        }
    }

    /** Takes the place of nothing, or of an empty directory; the file system refuses anything else. */
    private void move(Path beside) throws IOException {
        makeReadable(beside);
        try {
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException refused) {
            refuseUnlessFree(); // it may be taken since
            throw refused;
        }
    }

    /** A temporary directory is its maker's alone; a policy is for others to read, as any new directory is. */
    private static void makeReadable(Path beside) throws IOException {
        Path usual = Files.createDirectory(beside.resolve(".usual"));
        if (beside.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(usual));
        }
        Files.delete(usual);
    }

    private static void delete(Path beside, Exception failure) {
        try (Stream<Path> left = Files.walk(beside)) {
            for (Path path : left.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }

    private String shown() {
        return Quoted.visible(target.toString(), MOST_NAME_CHARACTERS);
    }

    /** Says why the file system refused. */
    static Message why(IOException failure) {
        if (failure instanceof FileAlreadyExistsException inTheWay) {
            return Message.of("%s is a file, and no directory", Quoted.of(inTheWay.getFile()));
        }
        if (failure instanceof AccessDeniedException) {
            return Message.of("writing there is not permitted");
        }
        String reason = failure instanceof FileSystemException refused ? refused.getReason() : failure.getMessage();
        return reason != null
                ? Message.verbatim(Quoted.visible(reason, MOST_NAME_CHARACTERS))
                : Message.of("the system says no more");
    }
}
