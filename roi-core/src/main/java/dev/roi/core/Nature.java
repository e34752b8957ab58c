package dev.roi.core;

/** What an indicator can prove. */
public enum Nature implements Keyword {
    /** A result of the work: the only kind that can carry a decision for the better. */
    OUTCOME,

    /** What is put in: money, budget. Less is better, and less of it is no result of the work. */
    RESOURCE,

    /** How much the tool is used: a secondary signal, never proof. */
    ACTIVITY,

    /** What people say of it: a secondary signal, never proof. */
    PERCEPTION,

    /** What helps to read the others. */
    CONTEXT;
}
