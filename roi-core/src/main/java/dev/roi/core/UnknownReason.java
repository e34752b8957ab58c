package dev.roi.core;

/** Why a reading is not known. Unknown is never zero. */
public enum UnknownReason implements Keyword {
    /** Nothing measures it. */
    NOT_INSTRUMENTED,

    /** It is spread over places that nobody adds up. */
    SCATTERED,

    /** It is too early for it: its effects, or the use itself, have not begun to show. */
    NOT_DUE,

    /** Nobody gave it. */
    NOT_REPORTED,

    /** There was nothing to measure: 0 of 0. */
    NO_CASES,

    /** It was given in another unit than its indicator has, and is not converted. */
    OTHER_UNIT,

    /** It was measured over other cases than its indicator is. */
    OTHER_POPULATION,

    /** It was given without what it is computed from, and nobody believes it without. */
    WITHOUT_BASIS;
}
