package dev.roi.ledger;

import dev.roi.core.Keyword;
import dev.roi.core.Message;
import dev.roi.core.PastDecision;
import java.util.Optional;

/**
 * What came of reviewing a recorded scorecard again with its recorded policy.
 *
 * @param decision the record
 * @param result what came of it
 * @param library the version that made the record
 * @param detail what differs, in one line; nothing where nothing does
 */
public record Replay(PastDecision decision, Result result, String library, Optional<Message> detail) {

    /** What came of a replay. */
    public enum Result implements Keyword {
        /** The review is the same, byte for byte. */
        SAME,
        /** The review differs, and another version of the library made it: which of the two is the reason is open. */
        OTHER_VERSION,
        /** The review differs, though the same version of the library made it. */
        DIFFERENT
    }
}
