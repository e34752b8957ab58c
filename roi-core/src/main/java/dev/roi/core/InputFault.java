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
    MORE_FAULTS("ROI-D99"),

    /** A text stands where a number belongs, a list where an object belongs, and the like. */
    WRONG_TYPE("ROI-S01"),
    /** An object has a field that it may not have. */
    UNKNOWN_FIELD("ROI-S02"),
    /** An object lacks a field that it has to have. */
    MISSING_FIELD("ROI-S03"),
    /** The document does not say that it is a scorecard or a portfolio of the version that is read. */
    WRONG_FORMAT("ROI-S04"),
    /** The scorecard names a policy that is not there, or none where none is given otherwise. */
    UNKNOWN_POLICY("ROI-S05"),
    /** The policy has no such indicator. */
    UNKNOWN_INDICATOR("ROI-S06"),
    /** The scope's level is none of the levels. */
    UNKNOWN_LEVEL("ROI-S07"),
    /** The reason for an unknown value is none that may be given. */
    UNKNOWN_REASON("ROI-S08"),
    /** The currency is no code of ISO 4217. */
    UNKNOWN_CURRENCY("ROI-S09"),
    /** The unit is neither one of the policy's nor a currency. */
    UNKNOWN_UNIT("ROI-S10"),
    /** A reading is broken down by something that it cannot be broken down by. */
    UNKNOWN_DIMENSION("ROI-S11"),
    /** A reading has a part that its indicator does not have. */
    UNKNOWN_PART("ROI-S12"),
    /** A month is not written as year and month. */
    WRONG_MONTH("ROI-S13"),
    /** A name or another text is blank, too long, or has characters that it may not have. */
    WRONG_NAME("ROI-S14"),
    /** The scorecard has no month, or the portfolio no scorecard. */
    NOTHING_TO_REVIEW("ROI-S15"),
    /** A month stands twice in a scorecard. */
    REPEATED_MONTH("ROI-S16"),
    /** A workflow stands twice in the register. */
    REPEATED_WORKFLOW("ROI-S17"),
    /** A scope, that is a level and an id, stands twice in a portfolio. */
    REPEATED_SCOPE("ROI-S18"),
    /** A reading or baseline says things that exclude each other, such as a value and that it is unknown. */
    CONTRADICTION("ROI-S19"),
    /** A reading or baseline says neither a value nor that it is unknown. */
    NO_VALUE("ROI-S20"),
    /** A value is outside the range of its indicator. */
    OUTSIDE_RANGE("ROI-S21"),
    /** A whole number is needed. */
    FRACTIONAL_COUNT("ROI-S22"),
    /** Numerator and denominator make no rate: one is negative, or cases were counted where there were none. */
    WRONG_RATE("ROI-S23"),
    /** An uncertainty or a sample is negative. */
    NEGATIVE("ROI-S24"),
    /** The parts of an amount do not add up to its value. */
    PARTS_DO_NOT_ADD_UP("ROI-S25"),
    /** The parts of a rate or mean cannot give its value. */
    PARTS_DO_NOT_ENCLOSE("ROI-S26"),
    /** A value that is part of another indicator's is above it. */
    PART_ABOVE_WHOLE("ROI-S27"),
    /** The month to review is absent, partial or before the first use, or there is none that is complete. */
    MONTH_NOT_COMPLETE("ROI-S28"),
    /** The first use is after every month. */
    FIRST_USE_TOO_LATE("ROI-S29"),
    /** A value is given that contradicts the one which other readings of the month give. */
    CONTRADICTS_COMPUTED("ROI-S30"),
    /** Shares that exclude each other are over 100 % together. */
    SHARES_ABOVE_WHOLE("ROI-S31"),
    /** A reading or baseline has a definition that its indicator does not allow. */
    UNKNOWN_DEFINITION("ROI-S32"),
    /** A status or a bound is none of those there are. */
    UNKNOWN_WORD("ROI-S33"),
    /** Days are not written as days, are in the wrong order, or are of another month. */
    WRONG_DAYS("ROI-S34"),
    /** A budget has no amount above 0, or no months that it is for. */
    WRONG_BUDGET("ROI-S35"),
    /** A former id is claimed by two scopes, or in a circle. */
    WRONG_FORMER_ID("ROI-S36");

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
