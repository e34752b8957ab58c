package dev.roi.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts among the tests that {@code -Dpins=write} writes anew, to be read before they are committed. */
public final class Pins {

    private static final boolean WRITE = "write".equals(System.getProperty("pins"));

    private Pins() {}

    /** Tells whether they are written anew in this run. */
    public static boolean areWritten() {
        return WRITE;
    }

    /** Writes a file anew where that was asked for. */
    public static void write(Path file, String text) {
        if (WRITE) {
            try {
                Files.writeString(file, text);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
