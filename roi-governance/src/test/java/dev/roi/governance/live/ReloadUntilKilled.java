package dev.roi.governance.live;

import dev.roi.rules.policy.PolicyFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A program that opens a policy, waits for a byte, reloads it, and stays at one moment of the reload until killed. */
final class ReloadUntilKilled {

    private ReloadUntilKilled() {}

    /** A moment of a reload. */
    enum Moment {
        /** One of two readings of the directory is done. */
        READING,
        /** The policy is built and tested, and not in use yet. */
        ADMITTING,
        /** It is in use. */
        SWAPPED
    }

    /**
     * Runs the program.
     *
     * @param args the policy directory, and the moment
     */
    public static void main(String[] args) throws IOException {
        Moment moment = Moment.valueOf(args[1]);
        AtomicInteger reads = new AtomicInteger();
        AtomicInteger admissions = new AtomicInteger();
        LivePolicy live = LivePolicy.of(Path.of(args[0]))
                .readBy(path -> {
                    PolicyFiles files = PolicyFiles.read(path);
                    if (reads.incrementAndGet() == 3) {
                        at(Moment.READING, moment);
                    }
                    return files;
                })
                .admitting((files, candidate) -> {
                    if (admissions.incrementAndGet() == 2) {
                        at(Moment.ADMITTING, moment);
                    }
                    return List.of();
                })
                .open();
        say("OPEN");
        System.in.read();
        live.reload();
        at(Moment.SWAPPED, moment);
    }

    private static void at(Moment now, Moment asked) {
        if (now == asked) {
            say(now.name());
            try {
                while (System.in.read() >= 0) {
                    say("still here");
                }
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
