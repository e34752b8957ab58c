package dev.roi.cli;

import dev.roi.core.IndicatorSet;
import dev.roi.core.Language;
import dev.roi.core.Message;
import dev.roi.core.PolicyId;
import dev.roi.core.Scorecard;
import dev.roi.core.json.PolicyLookup;
import dev.roi.governance.scenario.PolicyTest;
import dev.roi.rules.Engine;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** Says on a terminal how far a long command is: one line that is written over, and gone at the end. */
final class Progress {

    private static final long PATIENCE = Duration.ofSeconds(2).toNanos();
    private static final long PAUSE = Duration.ofMillis(200).toNanos();
    private static final String ERASE = "\r\u001b[K";

    private OutputStream terminal;
    private final LongSupplier nanoTime;
    private long next;
    private boolean shown;
    private Language language = Language.ENGLISH;

    Progress(OutputStream terminal, LongSupplier nanoTime) {
        this.terminal = terminal;
        this.nanoTime = nanoTime;
        this.next = nanoTime.getAsLong() + PATIENCE;
    }

    static Progress on(OutputStream terminal) {
        return new Progress(terminal, System::nanoTime);
    }

    static Progress silent() {
        return new Progress(OutputStream.nullOutputStream(), () -> Long.MIN_VALUE);
    }

    /** Goes on in a language. */
    void speak(Language spoken) {
        language = spoken;
    }

    /** Tells whether standard error is a terminal; where that cannot be found out, it is taken for none. */
    static boolean isTerminal() {
        try {
            Path device = Path.of("/dev/stderr").toRealPath();
            return device.startsWith("/dev/pts") || device.toString().startsWith("/dev/tty");
        } catch (IOException notThere) {
            return false;
        }
    }

    /** Passes questions for policies on, and counts them: there is one for each scorecard that is read. */
    PolicyLookup reading(PolicyLookup policies) {
        AtomicInteger count = new AtomicInteger();
        return new PolicyLookup() {
            @Override
            public Optional<IndicatorSet> find(Optional<PolicyId> id) {
                at(Message.of("Scorecards read"), count.incrementAndGet());
                return policies.find(id);
            }

            @Override
            public Collection<String> known() {
                return policies.known();
            }
        };
    }

    /** Passes questions for engines on, and counts them: there is one for each scorecard that is reviewed. */
    Function<Scorecard, Engine> reviewing(Function<Scorecard, Engine> engines) {
        return counting(Message.of("Scorecards reviewed"), engines);
    }

    /** Passes questions for engines on, and counts them: there is one for each scope whose past months are decided. */
    Function<Scorecard, Engine> lookingBack(Function<Scorecard, Engine> engines) {
        return counting(Message.of("Scopes looked back on"), engines);
    }

    private Function<Scorecard, Engine> counting(Message doing, Function<Scorecard, Engine> engines) {
        AtomicInteger count = new AtomicInteger();
        return scorecard -> {
            at(doing, count.incrementAndGet());
            return engines.apply(scorecard);
        };
    }

    /** Is told how far the test of a policy is. */
    PolicyTest.Progress testing() {
        return new PolicyTest.Progress() {
            @Override
            public void ran(int done, int of) {
                at(Message.of("Scenarios run"), done);
            }

            @Override
            public void mutated(int percent) {
                at(Message.of("Changes of the policy tried, in percent"), percent);
            }
        };
    }

    /**
     * Says how far it is, when it has taken long and not said so just now.
     *
     * @param doing what is being done
     * @param count how much of it is done
     */
    void at(Message doing, long count) {
        long now = nanoTime.getAsLong();
        if (now - next >= 0) {
            next = now + PAUSE;
            shown = true;
            write(ERASE + Message.of("%s: %s", doing, Message.grouped(count)).in(language));
        }
    }

    /** Takes the line away. */
    void end() {
        if (shown) {
            shown = false;
            write(ERASE);
        }
    }

    private void write(String text) {
        try {
            terminal.write(text.getBytes(StandardCharsets.UTF_8));
            terminal.flush();
        } catch (IOException gone) {
            terminal = OutputStream.nullOutputStream(); // a terminal that is gone is no reason to stop
        }
    }
}
