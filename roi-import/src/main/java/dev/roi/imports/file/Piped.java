package dev.roi.imports.file;

import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;

/**
 * A table, a workbook or JSON lines that come through a pipe. What it is, its beginning tells; a table is read more than
 * once, so that it is kept in a temporary file, which only its owner may read, until this is closed. For use by one thread.
 */
public final class Piped implements AutoCloseable {

    private static final int BEGINNING = 1 << 16;

    /** A column that every readings table has; no scorecard has such a key. */
    private static final Pattern COLUMN = Pattern.compile("scope[ _-]id", Pattern.CASE_INSENSITIVE);

    private static final String ZIP = "PK";

    private final String name;
    private final Path file;

    private Piped(String name, Path file) {
        this.name = name;
        this.file = file;
    }

    /**
     * Returns a stream whose beginning can be looked at.
     *
     * @param stream the stream
     * @return the same bytes
     */
    public static InputStream lookedAt(InputStream stream) {
        return new BufferedInputStream(stream, BEGINNING);
    }

    /**
     * Tells whether a stream is a scorecard or a portfolio, in JSON, rather than a table. Nothing of it is used up.
     *
     * @param stream the stream, which {@link #lookedAt} returned
     * @return whether it begins neither as a workbook nor as a readings table
     * @throws IOException when it cannot be read
     */
    public static boolean isDocument(InputStream stream) throws IOException {
        String begin = beginning(stream);
        return !begin.startsWith(ZIP) && !COLUMN.matcher(begin).find();
    }

    /**
     * Keeps what a stream has.
     *
     * @param name what messages call it, such as {@code standard input}
     * @param stream the stream, which {@link #lookedAt} returned; it is read to its end and left open
     * @return the table, to be closed after use
     * @throws IOException when the stream cannot be read, or the file not written
     */
    public static Piped of(String name, InputStream stream) throws IOException {
        String begin = beginning(stream);
        String ending = begin.startsWith(ZIP) ? ".xlsx" : isJson(begin) ? ".jsonl" : ".csv";
        Path file = Files.createTempFile("roi-", ending);
        try {
            Files.copy(stream, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            Files.delete(file);
            throw broken;
        }
        return new Piped(requireNonNull(name, "name"), file);
    }

    private static String beginning(InputStream stream) throws IOException {
        stream.mark(BEGINNING);
        byte[] begin = stream.readNBytes(BEGINNING);
        stream.reset();
        return new String(begin, StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading();
    }

    private static boolean isJson(String begin) {
        return begin.startsWith("{") || begin.startsWith("[");
    }

    String name() {
        return name;
    }

    Path file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
