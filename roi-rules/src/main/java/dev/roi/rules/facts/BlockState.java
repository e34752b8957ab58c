package dev.roi.rules.facts;

import dev.roi.core.Keyword;

/** What a block did in a month, as far as the indicators that judge it were known and comparable. */
public enum BlockState implements Keyword {
    /** At least one indicator was better than its baseline beyond tolerance, and none was worse. */
    IMPROVED,
    /** None was better, none was worse, and at least one was the same. */
    SAME,
    /** At least one was worse. */
    WORSE,
    /** Undetermined: one that is not known, or not known well enough, may be better or worse. */
    UNDETERMINED
}
