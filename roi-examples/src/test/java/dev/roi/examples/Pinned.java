package dev.roi.examples;

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

    private static final Path TEXTS = Path.of("src/test/resources/dev/roi/examples");
    private static final boolean WRITE = "write".equals(System.getProperty("pins"));

    private Pinned() {}

    /** Holds a text against the file of that name among the test's resources. */
    public static void assertPinned(String file, String actual) {
        assertThat(actual).as(TEXTS.resolve(file).toString()).isEqualTo(pinned(file, actual));
    }

    /** Returns the file of that name among the test's resources, written anew where that was asked for. */
    public static String pinned(String file, String actual) {
        Path path = TEXTS.resolve(file);
        try {
            if (WRITE) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, actual);
            }
            return Files.readString(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
