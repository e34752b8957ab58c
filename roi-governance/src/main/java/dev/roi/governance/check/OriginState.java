package dev.roi.governance.check;

import dev.roi.core.Keyword;
import dev.roi.core.PolicyRef;
import java.util.Optional;

/**
 * How a policy stands to the built-in one that it was copied from.
 *
 * @param origin what it was copied from
 * @param today the built-in policy of that name today; nothing where there is none any more
 */
public record OriginState(PolicyRef origin, Optional<PolicyRef> today) {

    /** What became of the policy that was copied. */
    public enum Since implements Keyword {
        /** It decides what it decided then. */
        UNCHANGED,
        /** It decides something else. */
        MOVED_ON,
        /** No policy of that name comes with the library. */
        GONE
    }

    /**
     * Tells what became of the policy that was copied.
     *
     * @return whether it changed since
     */
    public Since since() {
        if (today.isEmpty()) {
            return Since.GONE;
        }
        return today.get().fingerprint().equals(origin.fingerprint()) ? Since.UNCHANGED : Since.MOVED_ON;
    }
}
