package dev.roi.cli;

import dev.roi.core.Fault;
import dev.roi.core.Language;
import dev.roi.core.Message;
import dev.roi.ledger.Records;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What a command has to work with.
 *
 * @param streams where it reads from and writes to
 * @param policies the policies that there are
 * @param progress where it says how far it is
 * @param clock what time it is
 * @param language the language that it speaks
 */
record Session(Streams streams, Policies policies, Progress progress, InstantSource clock, Language language) {

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
        write(text.getBytes(StandardCharsets.UTF_8), file);
    }

    /**
     * Writes what a command was run for.
     *
     * @param content it, whole
     * @param file the file that it belongs into; nothing for standard output
     * @throws Refusal when the file cannot be written
     * @throws IOException when standard output cannot be
     */
    void write(byte[] content, Optional<Output> file) throws IOException {
        if (file.isPresent()) {
            file.get().write(content);
        } else {
            print(content, streams.out());
        }
    }

    void print(String text) throws IOException {
        print(text, streams.out());
    }

    /** Says what was done, each in a line of its own. */
    void say(List<Message> lines) throws IOException {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.in(language)).append('\n'));
        print(text.toString());
    }

    /**
     * Returns when something was so.
     *
     * @param said the moment of the command line; nothing for now
     * @return the moment, in whole seconds where it is now
     * @throws Refusal when it is in the future
     */
    Instant moment(Optional<Instant> said) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        said.filter(now::isBefore).ifPresent(future -> {
            throw new Refusal(Message.of(
                    "`--at %s` is in the future: it is %s on this machine, and a record says what was decided",
                    future, now));
        });
        return said.orElse(now);
    }

    /** Says on standard error what a crash left behind in a ledger; it is no fault, and everything else is read. */
    void remarkTornEnd(Records records) throws IOException {
        for (Fault torn : records.tornEnd()) {
            print(Sentences.line(torn, language) + "\n", streams.err());
        }
    }

    /** Says on standard error what is no fault. */
    void remark(String text) throws IOException {
        print(text, streams.err());
    }

    private void print(String text, OutputStream stream) throws IOException {
        print(text.getBytes(StandardCharsets.UTF_8), stream);
    }

    private void print(byte[] content, OutputStream stream) throws IOException {
        progress.end();
        stream.write(content);
        stream.flush();
    }
}
