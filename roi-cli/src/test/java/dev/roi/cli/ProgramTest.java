package dev.roi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.cli.StandardOutput.ReaderGone;
import dev.roi.core.Message;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ProgramTest {

    private static final String[] REVIEW = {"review", "-"};

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private static InputStream card() {
        return new ByteArrayInputStream(Cards.card("tests").getBytes(StandardCharsets.UTF_8));
    }

    private String complaint() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static InputStream failing(Supplier<IOException> failure) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw failure.get();
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                throw failure.get();
            }
        };
    }

    private static OutputStream failingWith(IOException failure) {
        return new OutputStream() {
            @Override
            public void write(int single) throws IOException {
                throw failure;
            }
        };
    }

    @Test
    void standard_output_that_cannot_be_written_is_said_so() {
        OutputStream full = failingWith(new IOException("No space left on device"));
        assertThat(new Program(Progress.silent()).run(new Streams(card(), full, err), REVIEW))
                .isEqualTo(Status.REFUSED);
        assertThat(complaint()).isEqualTo("roi: standard output cannot be written: No space left on device\n");
    }

    @Test
    void a_reader_that_has_read_enough_ends_the_program_quietly() {
        OutputStream gone = failingWith(new ReaderGone(new IOException("Broken pipe")));
        assertThat(new Program(Progress.silent()).run(new Streams(card(), gone, err), REVIEW))
                .isEqualTo(Status.DONE);
        assertThat(complaint()).isEmpty();
    }

    @Test
    void standard_error_that_cannot_be_written_leaves_the_exit_status() {
        OutputStream gone = failingWith(new IOException("gone"));
        assertThat(new Program(Progress.silent()).run(new Streams(card(), out, gone), "review"))
                .isEqualTo(Status.REFUSED);
    }

    @Test
    void standard_input_that_cannot_be_read_is_bad_input() {
        InputStream broken = failing(() -> new IOException("Is a directory"));
        assertThat(new Program(Progress.silent()).run(new Streams(broken, out, err), REVIEW))
                .isEqualTo(Status.REFUSED);
        assertThat(complaint()).isEqualTo("ROI-D01 standard input: it cannot be read\n");
    }

    @Test
    void an_unexpected_failure_is_one_sentence_that_says_how_to_report_it() {
        InputStream faulty = failing(() -> {
            throw new IllegalStateException("a fault of the program\nin two lines");
        });
        assertThat(new Program(Progress.silent()).run(new Streams(faulty, out, err), REVIEW))
                .isEqualTo(Status.REFUSED);
        assertThat(complaint())
                .matches(
                        "roi: an unexpected failure, which is a fault of roi and not of its input: "
                                + "IllegalStateException at ProgramTest\\.java:\\d+, version .*\\. "
                                + "Please report this line to whoever gave you roi, with the command and, if you may, the input\n");
        assertThat(out.size()).isZero();
    }

    @Test
    void an_input_that_memory_cannot_hold_is_refused_with_the_way_to_more() {
        InputStream endless = failing(() -> {
            throw new OutOfMemoryError("Java heap space");
        });
        assertThat(new Program(Progress.silent()).run(new Streams(endless, out, err), REVIEW))
                .isEqualTo(Status.REFUSED);
        assertThat(complaint()).matches("roi: the input needs more memory than the \\d+ MiB .*`java -Xmx4g -jar`\n");
    }

    @Test
    void the_machine_s_locale_changes_nothing() {
        String expected =
                Ran.reading(Cards.card("tests"), "review", "-", "--lang", "fr").done();
        Locale before = Locale.getDefault();
        try {
            for (String tag : new String[] {"tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai", "fr-FR"}) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(Ran.reading(Cards.card("tests"), "review", "-", "--lang", "fr")
                                .done())
                        .isEqualTo(expected);
                assertThat(Ran.of("--help").done()).contains("Usage: roi COMMAND");
                assertThat(Ran.reading("{ \"a\": 1 }", "review", "-").refused())
                        .endsWith(" faults; nothing was written\n")
                        .contains("standard input:1:");
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_run_knows_nothing_of_the_one_before() {
        String first = Ran.reading(Cards.card("tests"), "review", "-").done();
        Ran.reading(Cards.card("tests"), "review", "-", "--month", "2026-03", "--lang", "fr", "--format", "json")
                .done();
        Ran.of("review", "-", "--policy").refused();
        Ran.of("review", "--help").done();
        assertThat(Ran.reading(Cards.card("tests"), "review", "-").done()).isEqualTo(first);
        assertThat(Ran.of("review").refused()).contains("nothing is given to read");
    }

    @Test
    void progress_is_said_only_when_it_takes_long_and_is_gone_before_the_result() {
        AtomicLong clock = new AtomicLong();
        Progress progress = new Progress(err, clock::get);
        progress.at(Message.of("Scorecards read"), 1);
        assertThat(complaint()).isEmpty();
        clock.set(2_000_000_000L);
        progress.at(Message.of("Scorecards read"), 1_234);
        progress.at(Message.of("Scorecards read"), 1_235);
        assertThat(complaint()).isEqualTo("\r\u001b[KScorecards read: 1,234");
        clock.addAndGet(200_000_000L);
        progress.at(Message.of("Scorecards reviewed"), 1);
        progress.end();
        progress.end();
        assertThat(complaint()).endsWith("\r\u001b[KScorecards reviewed: 1\r\u001b[K");
    }

    @Test
    void a_long_run_says_how_far_it_is() {
        AtomicLong clock = new AtomicLong();
        Progress progress = new Progress(err, () -> clock.addAndGet(3_000_000_000L));
        InputStream input = new ByteArrayInputStream(Cards.portfolio("a", "b").getBytes(StandardCharsets.UTF_8));
        assertThat(new Program(progress).run(new Streams(input, out, err), REVIEW))
                .isEqualTo(Status.DONE);
        assertThat(complaint().replace("\r\u001b[K", "\n"))
                .isEqualTo(
                        "\nScorecards read: 1\nScorecards read: 2\nScorecards reviewed: 1\nScorecards reviewed: 2\n");
    }
}
