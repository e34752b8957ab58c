package dev.roi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts that a reader has agreed to, word for word. After a change that is meant, {@code mvn verify -Dpins=write} writes
 * them anew, to be read before they are committed.
 */
public final class Pinned {

    /** The top of the checkout, where the README's commands are run. */
    public static final Path TOP = Path.of("..").toAbsolutePath().normalize();

    private static final Path TEXTS = Path.of("src/test/resources/dev/roi/examples");
    private static final Path README = TOP.resolve("README.md");
    private static final boolean WRITE = "write".equals(System.getProperty("pins"));

    private Pinned() {}

    /** Holds a text against the file of that name among the test's resources. */
    public static void assertPinned(String file, String actual) {
        Path path = TEXTS.resolve(file);
        try {
            if (WRITE) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, actual);
            }
            assertThat(actual).as(path.toString()).isEqualTo(Files.readString(path));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Holds a text against the README's block that is marked {@code <!-- name -->}. */
    public static void assertInReadme(String name, String actual) {
        if (WRITE) {
            Matcher block = block(name);
            String text = readme();
            write(text.substring(0, block.start("text")) + actual + text.substring(block.end("text")));
        }
        assertThat(actual).as("README.md, " + name).isEqualTo(inReadme(name));
    }

    /** Returns the README's block that is marked {@code <!-- name -->}. */
    public static String inReadme(String name) {
        return block(name).group("text");
    }

    /** Returns the README. */
    public static String readme() {
        try {
            return Files.readString(README);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(String text) {
        try {
            Files.writeString(README, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Matcher block(String name) {
        Matcher block = Pattern.compile(
                        "<!-- " + Pattern.quote(name) + " -->\n+```\\w*\n(?<text>.*?)```\n", Pattern.DOTALL)
                .matcher(readme());
        assertThat(block.find())
                .as("README.md has a block marked <!-- %s -->", name)
                .isTrue();
        return block;
    }
}
