package dev.roi.core;

/**
 * The faults that an input can have, each with a stable code. {@code ROI-D} codes are of any document, JSON or YAML;
 * {@code ROI-S} codes are of scorecards and portfolios.
 */
public enum InputFault {
    /** The file, directory or stream cannot be read at all. */
    NOT_READABLE("ROI-D01"),
    /** There is nothing in the document. */
    EMPTY("ROI-D02"),
    /** The document is not written in UTF-8. */
    NOT_UTF8("ROI-D03"),
    /** The document is not well-formed; nothing after that place was read. */
    SYNTAX("ROI-D04"),
    /** A comment stands in a JSON document. */
    COMMENT("ROI-D05"),
    /** Something follows the end of the document. */
    AFTER_THE_END("ROI-D06"),
    /** A key stands twice in one object. */
    REPEATED_KEY("ROI-D07"),
    /** A control character, or half of a character, stands in a text. */
    CONTROL_CHARACTER("ROI-D08"),
    /** NaN or an infinity stands where a number belongs. */
    NOT_A_NUMBER("ROI-D09"),
    /** A number is larger, or has more decimals, than can be read. */
    NUMBER_TOO_LARGE("ROI-D10"),
    /** The document, or something in it, is larger than can be read. */
    TOO_LARGE("ROI-D11"),
    /** Objects and lists are nested more deeply than can be read. */
    TOO_DEEP("ROI-D12"),
    /** An anchor, alias, tag or merge key stands in a YAML document. */
    YAML_REFERENCE("ROI-D13"),
    /** There were more faults than are listed. */
    MORE_FAULTS("ROI-D99");

    private final String code;

    InputFault(String code) {
        this.code = code;
    }

    /**
     * Returns the code that stands before the message.
     *
     * @return the code, such as {@code ROI-S01}; it never changes its meaning
     */
    public String code() {
        return code;
    }
}
