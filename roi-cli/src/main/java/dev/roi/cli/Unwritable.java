package dev.roi.cli;

import dev.roi.core.Message;
import dev.roi.core.Quoted;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What to say, and to clear away, where files cannot be written. */
final class Unwritable {

    private static final int MOST_NAME_CHARACTERS = 500;

    private Unwritable() {}

    /** Writes a path on one line, however long it is. */
    static String show(Path path) {
        return "`" + Quoted.visible(path.toString(), MOST_NAME_CHARACTERS) + "`";
    }

    /** Says that a file or directory cannot be written, and what the system says of it. */
    static Refusal refusal(Path path, IOException failure) {
        return new Refusal(Message.of("%s cannot be written: %s", show(path), reason(failure)), failure);
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

    /**
     * Deletes a file, or a directory and the files in it.
     *
     * @param path the file or directory; it need not be there
     * @throws IOException when it cannot be deleted
     */
    static void delete(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
                for (Path entry : entries) {
                    Files.delete(entry);
                }
            }
        }
        Files.deleteIfExists(path);
    }

    /** Deletes what a failure left behind; where that fails too, the failure says so besides. */
    static void clear(Path path, IOException failure) {
        try {
            delete(path);
        } catch (IOException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }
}
