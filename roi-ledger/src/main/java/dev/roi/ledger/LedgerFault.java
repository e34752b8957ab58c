package dev.roi.ledger;

/** What can be wrong with a ledger, each with a stable code. */
public enum LedgerFault {
    /** A line is not as it was written: its bytes do not give the hash that it ends with. */
    ALTERED("ROI-L01"),
    /** Entries are missing before a line. */
    MISSING("ROI-L02"),
    /** An entry stands again, or after one that came later. */
    OUT_OF_ORDER("ROI-L03"),
    /** An entry was written after another one than the one that stands before it. */
    OTHER_BEFORE("ROI-L04"),
    /** Bytes that are no entry are not those that the next entry marks as torn, or none does. */
    UNMARKED("ROI-L05"),
    /**
     * The last line is not whole: a crash left it, and then it was never acknowledged, or the ledger was cut off there. Or
     * it is whole and lacks its end only.
     */
    TORN("ROI-L06"),
    /** No entry has the hash that was kept elsewhere: the end of the ledger was lost, or all of it written anew. */
    HEAD_NOT_FOUND("ROI-L07"),
    /** A line is as it was written, in a format that this version of the library does not know. */
    NOT_READABLE("ROI-L08"),
    /** A line has the hash that it should have, and is no entry that the library writes. */
    NO_ENTRY("ROI-L09");

    private final String code;

    LedgerFault(String code) {
        this.code = code;
    }

    /**
     * Returns the code that stands before the message.
     *
     * @return the code, such as {@code ROI-L01}; it never changes its meaning
     */
    public String code() {
        return code;
    }
}
