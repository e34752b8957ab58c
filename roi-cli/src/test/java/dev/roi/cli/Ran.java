package dev.roi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Language;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;

/** What a run of the program left behind. All runs of the tests share what was loaded, as runs of one process do. */
record Ran(Status status, String out, String err) {

    static final Instant NOW = Instant.parse("2026-12-01T10:15:30Z");

    private static final Program PROGRAM = new Program(Progress.silent(), InstantSource.fixed(NOW), Language.ENGLISH);

    static Ran of(String... args) {
        return reading("", args);
    }

    static Ran reading(String input, String... args) {
        return reading(input.getBytes(StandardCharsets.UTF_8), args);
    }

    static Ran reading(byte[] input, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Status status = PROGRAM.run(new Streams(new ByteArrayInputStream(input), out, err), args);
        return new Ran(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** It went well: all of it is on standard output. */
    String done() {
        assertThat(err).isEmpty();
        assertThat(status).isEqualTo(Status.DONE);
        return out;
    }

    /** It was refused: all of it is on standard error. */
    String refused() {
        assertThat(out).isEmpty();
        assertThat(status).isEqualTo(Status.REFUSED);
        assertThat(err).endsWith("\n");
        return err;
    }
}
