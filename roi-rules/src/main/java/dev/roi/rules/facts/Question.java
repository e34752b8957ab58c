package dev.roi.rules.facts;

/**
 * What is asked of a rule where a number is uncertain. One comparison answers all three; under {@code not}, what is asked
 * turns round.
 */
public enum Question {
    /** Whether it holds by what was measured. */
    AS_MEASURED,
    /** Whether it holds wherever the numbers may lie. */
    SURELY,
    /** Whether it holds somewhere where the numbers may lie. */
    POSSIBLY;

    /**
     * Returns what has to be asked of a thing so that this is answered of its absence.
     *
     * @return the question under {@code not}
     */
    public Question negated() {
        return switch (this) {
            case AS_MEASURED -> AS_MEASURED;
            case SURELY -> POSSIBLY;
            case POSSIBLY -> SURELY;
        };
    }
}
