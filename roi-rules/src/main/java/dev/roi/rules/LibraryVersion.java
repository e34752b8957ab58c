package dev.roi.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of the library, from a file that the build writes: a manifest would be that of whoever repackaged it. */
final class LibraryVersion {

    static final String VALUE = read();

    private LibraryVersion() {}

    private static String read() {
        try (InputStream stream = LibraryVersion.class.getResourceAsStream("version.txt")) {
            String text = stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
            return text.isEmpty() || text.startsWith("$") ? "unpackaged" : text;
        } catch (IOException failure) {
            throw new UncheckedIOException("the version of the library cannot be read", failure);
        }
    }
}
