package dev.roi.rules.assessment;

/** Whether something is so, as far as it can be told. */
enum Told {
    /** It surely is not. */
    NO,
    /** It may be. */
    CANNOT_BE_TOLD,
    /** It surely is. */
    YES;

    Told and(Told other) {
        return compareTo(other) <= 0 ? this : other;
    }

    Told or(Told other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
