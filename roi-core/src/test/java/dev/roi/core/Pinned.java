package dev.roi.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that a reader has agreed to, word for word. After a change that is meant, {@code mvn verify -Dpins=write} writes
 * them anew, to be read before they are committed.
 */
public final class Pinned {

    /** The top of the checkout, where the README's commands are run. */
    public static final Path TOP = Path.of("..").toAbsolutePath().normalize();

    private static final Path TEXTS = Path.of("src/test/resources/dev/roi");
    private static final boolean WRITE = "write".equals(System.getProperty("pins"));

    private Pinned() {}

    /** Tells whether texts are written anew in this run. */
    public static boolean areWritten() {
        return WRITE;
    }

    /** Writes a file anew where that was asked for. */
    public static void write(Path file, String text) {
        try {
            if (WRITE) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, text);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Holds a text against the file of that name among the resources of the module's tests. */
    public static void assertPinned(String file, String actual) {
        assertThat(actual).as(TEXTS.resolve(file).toString()).isEqualTo(pinned(file, actual));
    }

    /** Returns the file of that name among the resources of the module's tests, written anew where that was asked for. */
    public static String pinned(String file, String actual) {
        Path path = TEXTS.resolve(file);
        write(path, actual);
        try {
            return Files.readString(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
