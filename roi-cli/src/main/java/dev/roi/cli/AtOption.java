package dev.roi.cli;

import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Option;

/** When what is recorded was so. */
final class AtOption {

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "When it was so, such as 2026-06-05T09:30:00Z; now unless said.")
    private Optional<Instant> at = Optional.empty();

    /**
     * Returns the moment.
     *
     * @param session what time it is
     * @return the moment, in whole seconds where it is now
     * @throws Refusal when it is in the future
     */
    Instant moment(Session session) {
        return session.moment(at);
    }
}
