package dev.roi.core;

/** What a finding does to the decision. */
public enum Effect implements Keyword {
    /** It stops the scope. */
    STOP,

    /** It asks for an adjustment, and names a lever. */
    ADJUST,

    /** It speaks against extending. */
    BLOCKS_EXTEND,

    /** It speaks for extending. */
    SUPPORTS,

    /** It is worth knowing and changes nothing. */
    NOTE;
}
