package dev.roi.imports.text;

/** What can be wrong with a table, a workbook or an export, each with a stable code. */
public enum ImportFault {
    /** A file is none that is read here: an archive, a picture, an old workbook, the export of another tool. */
    NOT_A_TABLE("ROI-T01"),
    /** A header is that of no table, or lacks columns. */
    UNKNOWN_TABLE("ROI-T02"),
    /** A column is unknown, or there twice. */
    UNKNOWN_COLUMN("ROI-T03"),
    /** A file has more columns, longer rows or larger cells than are read. */
    TOO_LARGE("ROI-T04"),
    /** Bytes belong to no encoding, or to two. */
    ENCODING("ROI-T05"),
    /** A row cannot be split into cells: a quote is not closed. */
    BROKEN_ROW("ROI-T06"),
    /** A cell is empty that says whose, when or what. */
    EMPTY_CELL("ROI-T07"),
    /** A cell is a formula. */
    FORMULA("ROI-T08"),
    /** A number is none, or can be read in two ways. */
    WRONG_NUMBER("ROI-T09"),
    /** A month or a day is none, or can be read in two ways. */
    WRONG_DATE("ROI-T10"),
    /** A word is none of those that may stand in its column. */
    WRONG_WORD("ROI-T11"),
    /** Cells of one row exclude each other, or one lacks another. */
    CONTRADICTION("ROI-T12"),
    /** One reading, scope or other row is there twice. */
    REPEATED("ROI-T13"),
    /** Parts without a total cannot be added up. */
    NO_TOTAL("ROI-T14"),
    /** Money of two currencies would be added up. */
    SEVERAL_CURRENCIES("ROI-T15"),
    /** The file of sources says something that is not understood. */
    WRONG_SOURCES("ROI-T16"),
    /** The file of sources leaves out what has no default. */
    MISSING_SETTING("ROI-T17"),
    /** A source names files, and there are none. */
    NO_FILES("ROI-T18"),
    /** An export lacks what its reader reads: it is of another tool, or of another report. */
    WRONG_EXPORT("ROI-T19"),
    /** Two sources give one reading, and none is named to win. */
    TWO_SOURCES("ROI-T20"),
    /** Nothing that was read is a reading: another year, or other repositories. */
    NOTHING_IMPORTED("ROI-T21");

    private final String code;

    ImportFault(String code) {
        this.code = code;
    }

    /**
     * Returns the code that stands before the message.
     *
     * @return the code, such as {@code ROI-T01}; it never changes its meaning
     */
    public String code() {
        return code;
    }
}
