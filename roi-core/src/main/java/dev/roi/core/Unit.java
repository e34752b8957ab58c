package dev.roi.core;

/**
 * What a number counts: {@code percent}, {@code days}, {@code count}, a currency such as {@code EUR}.
 *
 * <p>Units are the policy's words; the constants are those with a meaning of their own here. A percentage is given in
 * points: 12.5 means 12.5 %, never 0.125.
 *
 * @param id a name in kebab-case, or an ISO 4217 currency code
 */
public record Unit(String id) {

    /** Parts of a hundred; 12.5 means 12.5 %. */
    public static final Unit PERCENT = new Unit("percent");

    /** The currency of the scorecard, whichever it is. */
    public static final Unit CURRENCY = new Unit("currency");

    /** Months of the calendar. */
    public static final Unit MONTHS = new Unit("months");

    /** A plain number of things. */
    public static final Unit COUNT = new Unit("count");

    /** A plain number of nothing, such as a factor. */
    public static final Unit NUMBER = new Unit("number");

    /** Checks the name. {@inheritDoc} */
    public Unit {
        if (!isCode(id)) {
            Names.requireKebab("unit", id);
        }
    }

    /**
     * Tells whether this is money of a stated currency.
     *
     * @return whether the unit is an ISO 4217 code
     */
    public boolean isMoney() {
        return isCode(id);
    }

    private static boolean isCode(String id) {
        return id.length() == 3 && isCapital(id.charAt(0)) && isCapital(id.charAt(1)) && isCapital(id.charAt(2));
    }

    private static boolean isCapital(char letter) {
        return letter >= 'A' && letter <= 'Z';
    }

    @Override
    public String toString() {
        return id;
    }
}
