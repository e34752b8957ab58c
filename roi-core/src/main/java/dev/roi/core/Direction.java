package dev.roi.core;

/** Which way an indicator is good. */
public enum Direction implements Keyword {
    /** More is better. */
    HIGHER_IS_BETTER,

    /** Less is better. */
    LOWER_IS_BETTER,

    /** Best inside a range; too much and too little are both bad. */
    TARGET_RANGE,

    /** Neither; it helps to read the others. */
    CONTEXT;
}
