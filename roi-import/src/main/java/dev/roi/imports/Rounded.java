package dev.roi.imports;

import dev.roi.core.Exact;

/** The one place where an import rounds: half even, to as many decimals as a document may hold. */
public final class Rounded {

    private static final Exact UNITS = Exact.of("1e" + Exact.COMPARABLE_DECIMALS);

    private Rounded() {}

    /**
     * Rounds a number.
     *
     * @param number the number
     * @return the nearest with at most twelve decimals; of two, the one whose last digit is even
     */
    public static Exact number(Exact number) {
        return number.inUnitsOf(Exact.COMPARABLE_DECIMALS).dividedBy(UNITS);
    }
}
