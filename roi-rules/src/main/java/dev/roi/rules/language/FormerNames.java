package dev.roi.rules.language;

import dev.roi.core.Message;
import java.util.Map;
import java.util.Optional;

/** What facts, their fields and what sentences say of them were called before, and whether that is still read. */
public enum FormerNames {
    /** A former name is a fault, which says the one of now. */
    REFUSED,
    /** A former name is read as the one of now, since records keep policies as they were. */
    READ;

    private static final Map<String, String> NOW = Map.of(
            "Straddling", "UndeterminedAtLimit",
            "Growth", "Change",
            "needed", "neededToExtend",
            "dark", "stale",
            "leaning", "estimate",
            "atWorst", "worstCase");

    /**
     * Looks up what something is called now.
     *
     * @param former what it was called
     * @return its name now, where this is a former one
     */
    public static Optional<String> now(String former) {
        return Optional.ofNullable(NOW.get(former));
    }

    /**
     * Tells whoever wrote a former name what to write.
     *
     * @param now the name of now
     * @return the likely fix, in a sentence
     */
    public static Message help(String now) {
        return Message.of("It is called `%s` now.", now);
    }
}
