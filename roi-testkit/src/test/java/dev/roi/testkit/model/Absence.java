package dev.roi.testkit.model;

/** Why a month has no figure of an indicator, as the third law tells them apart. */
enum Absence {
    /** It might have been measured. */
    UNKNOWN,
    /** There was nothing to measure. */
    NO_CASES,
    /** It is too early for it, and the policy's lag agrees. */
    NOT_DUE
}
