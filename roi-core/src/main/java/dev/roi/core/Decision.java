package dev.roi.core;

/** What is recommended for a scope and a month, from the worst to the best. */
public enum Decision implements Keyword {
    /** End the investment for this scope, and keep what was learned. */
    STOP,

    /** Go on, and change what the levers name. */
    ADJUST,

    /** Go on as it is. */
    MAINTAIN,

    /** Go on, and widen the scope. */
    EXTEND;
}
