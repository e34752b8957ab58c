package dev.roi.rules.facts;

import dev.roi.core.Keyword;

/** Why a reading may be another number than the one that it gives. */
public enum Caveat implements Keyword {
    /** It may not. */
    CERTAIN,
    /** It says how far the true value may be away. */
    UNCERTAIN,
    /** It is given as a bound: the true value may lie anywhere beyond. */
    BOUND,
    /** It rests on fewer cases than are needed. */
    FEW_CASES,
    /** It may still change. */
    PROVISIONAL,
    /** It is of some days of the month only. */
    PARTIAL
}
