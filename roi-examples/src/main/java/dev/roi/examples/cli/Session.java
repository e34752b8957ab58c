package dev.roi.examples.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

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

    void print(String text) throws IOException {
        progress.end();
        streams.out().write(text.getBytes(StandardCharsets.UTF_8));
        streams.out().flush();
    }
}
