package dev.roi.rules.facts;

/** What a field holds, and so what it may be compared with. */
public enum FieldKind {
    /** The name of a threshold. */
    THRESHOLD,
    /** The name of an indicator. */
    INDICATOR,
    /** The name of a block. */
    BLOCK,
    /** The name of a kind of month. */
    MONTH_KIND,
    /** One of a few words. */
    WORD,
    /** Any text. */
    NAME,
    /** A number; it is compared with thresholds only. */
    NUMBER,
    /** True or false. */
    FLAG
}
