package dev.roi.rules.assessment;

/** Whether something is so, as far as it can be told. */
enum Truth {
    /** It surely is not. */
    NO,
    /** It may be. */
    UNKNOWN,
    /** It surely is. */
    YES;

    Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }

    Truth not() {
        return switch (this) {
            case NO -> YES;
            case UNKNOWN -> UNKNOWN;
            case YES -> NO;
        };
    }
}
