package dev.roi.rules.policy;

/** The stable codes of what can be wrong with a policy directory. */
public enum PolicyCode {
    /** The directory, or something in it, is not what it should be. */
    DIRECTORY("ROI-P01"),
    /** A link in a policy directory. */
    LINK("ROI-P02"),
    /** A file that is too large, or too many files. */
    TOO_LARGE("ROI-P03"),
    /** A file that every policy has is missing. */
    MISSING_FILE("ROI-P04"),
    /** A key that nothing is known of. */
    UNKNOWN_KEY("ROI-P05"),
    /** A key that has to be there is missing. */
    MISSING_KEY("ROI-P06"),
    /** A value of the wrong type or form. */
    WRONG_VALUE("ROI-P07"),
    /** A name that nothing has. */
    UNKNOWN_NAME("ROI-P08"),
    /** A name that is there twice. */
    REPEATED_NAME("ROI-P09"),
    /** A threshold outside its allowed range. */
    OUTSIDE_RANGE("ROI-P10"),
    /** A text that is missing in a language. */
    MISSING_TEXT("ROI-P11"),
    /** A text whose placeholders cannot be filled. */
    WRONG_TEXT("ROI-P12"),
    /** A threshold that is above one that it must not be above. */
    OUT_OF_ORDER("ROI-P13"),
    /** What is in another unit than what it is compared with. */
    OTHER_UNIT("ROI-P14"),
    /** A rule file that is not written as rule files are. */
    RULE_SYNTAX("ROI-P20"),
    /** A construct that a policy may not use. */
    NOT_ALLOWED("ROI-P21"),
    /** A type of fact that nothing is known of. */
    UNKNOWN_TYPE("ROI-P22"),
    /** A field that the type of fact does not have. */
    UNKNOWN_FIELD("ROI-P23"),
    /** A comparison that makes no sense for the field. */
    WRONG_COMPARISON("ROI-P24"),
    /** A number in a rule that is no threshold. */
    BARE_NUMBER("ROI-P25"),
    /** A consequence that is not one of the few there are. */
    WRONG_CONSEQUENCE("ROI-P26"),
    /** A rule that the policy's order does not mention. */
    RULE_NOT_IN_ORDER("ROI-P27"),
    /** A scenario whose readings no scorecard could have. */
    WRONG_SCENARIO("ROI-P28"),
    /** A character that cannot be seen, and may hide what a file says. */
    UNSEEN_CHARACTER("ROI-P29"),
    /** A threshold that nothing uses. */
    UNUSED_THRESHOLD("ROI-P40"),
    /** An indicator that nobody reads. */
    UNREAD_INDICATOR("ROI-P41"),
    /** A rule that can never fire. */
    NEVER_FIRES("ROI-P42"),
    /** A rule that says nothing which another one does not say already. */
    COVERED_RULE("ROI-P43"),
    /** A rule that is the same as another one. */
    SAME_RULE("ROI-P44"),
    /** A gap between the bands of rules. */
    GAP("ROI-P45"),
    /** Bands of rules that overlap. */
    OVERLAP("ROI-P46"),
    /** A condition that holds silently for what is not known. */
    TRUE_FOR_UNKNOWN("ROI-P47"),
    /** A decision that no input can reach. */
    UNREACHABLE_DECISION("ROI-P48"),
    /** An input that no rule covers. */
    UNCOVERED_INPUT("ROI-P49"),
    /** A file that is not read. */
    UNREAD_FILE("ROI-P50"),
    /** A lever, block, kind of month, law or source that nothing uses. */
    UNUSED_NAME("ROI-P51"),
    /** A threshold that a rule asks for and does not compare with. */
    NOT_COMPARED("ROI-P52"),
    /** An alarm that goes quiet when its figure is hidden. */
    GOES_QUIET("ROI-P53"),
    /** A reason that speaks of another number than the threshold has. */
    REASON_DIFFERS("ROI-P54"),
    /** A number or text that is read otherwise than it was most likely meant. */
    LIKELY_TYPED("ROI-P55"),
    /** Sentences in another language than that of their file. */
    OTHER_LANGUAGE("ROI-P56"),
    /** Scenarios that are those of another file. */
    COPIED_SCENARIOS("ROI-P57");

    private final String id;

    PolicyCode(String id) {
        this.id = id;
    }

    /**
     * Returns the code as messages cite it.
     *
     * @return the code, such as {@code ROI-P08}
     */
    public String id() {
        return id;
    }
}
