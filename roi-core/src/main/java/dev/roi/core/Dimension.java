package dev.roi.core;

/** What a reading may be broken down by. */
public enum Dimension implements Keyword {
    /** By workflow of the register. */
    WORKFLOW,

    /** By team. */
    TEAM,

    /** By what freed hours were used for. */
    DESTINATION,

    /** By stage of the work. */
    STAGE,

    /** By department. */
    DEPARTMENT,

    /** By profile of the people. */
    PROFILE,

    /** By how a request ended. */
    OUTCOME,

    /** By what money is paid for. */
    NATURE;
}
