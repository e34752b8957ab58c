package dev.roi.core;

/** How wide a scope is. */
public enum Level implements Keyword {
    /** One way of working that uses the tool. */
    WORKFLOW,

    /** One team. */
    TEAM,

    /** All of it. */
    PORTFOLIO;
}
