package dev.roi.rules.facts;

/** What a number of a fact counts, and so what it may be compared with. */
public enum Measure {
    /** Whatever the indicator that the fact is about is measured in. */
    OF_THE_INDICATOR,
    /** Whatever the threshold says. */
    OF_THE_THRESHOLD,
    /** Parts of a hundred; of a part of a rate or a mean, which has no share, whatever the indicator is measured in. */
    SHARE,
    /** Parts of a hundred. */
    PERCENT,
    /** Whole months of the calendar. */
    MONTHS,
    /** Things that are counted one by one. */
    COUNT
}
