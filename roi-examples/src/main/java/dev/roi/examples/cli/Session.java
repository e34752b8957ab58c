package dev.roi.examples.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a command has to work with.
 *
 * @param streams where it reads from and writes to
 * @param policies the policies that there are
 * @param progress where it says how far it is
 */
record Session(Streams streams, Policies policies, Progress progress) {

    InputStream in() {
        return streams.in();
    }

    /**
     * Writes what a command was run for.
     *
     * @param text it, whole
     * @param file the file that it belongs into; nothing for standard output
     * @throws Refusal when the file cannot be written
     * @throws IOException when standard output cannot be
     */
    void write(String text, Optional<Output> file) throws IOException {
        if (file.isPresent()) {
            file.get().write(text);
        } else {
            print(text);
        }
    }

    void print(String text) throws IOException {
        progress.end();
        streams.out().write(text.getBytes(StandardCharsets.UTF_8));
        streams.out().flush();
    }
}
