package dev.roi.rules.language;

/** How a property is compared. */
public enum Operator {
    /** The same. */
    EQUAL("=="),
    /** Not the same. */
    NOT_EQUAL("!="),
    /** Smaller. */
    BELOW("<"),
    /** Smaller or the same. */
    AT_MOST("<="),
    /** Greater. */
    ABOVE(">"),
    /** Greater or the same. */
    AT_LEAST(">="),
    /** One of a list. */
    IN("in"),
    /** None of a list. */
    NOT_IN("not in");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    /**
     * Returns the sign that rule files use.
     *
     * @return the sign
     */
    public String sign() {
        return sign;
    }

    /**
     * Tells whether numbers in an order meet the comparison.
     *
     * @param order what {@code compareTo} says of the two
     * @return whether they do
     */
    public boolean isMetBy(int order) {
        return switch (this) {
            case EQUAL, IN -> order == 0;
            case NOT_EQUAL, NOT_IN -> order != 0;
            case BELOW -> order < 0;
            case AT_MOST -> order <= 0;
            case ABOVE -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }

    /**
     * Tells whether the operator orders numbers.
     *
     * @return whether it is one of the four signs below and above
     */
    public boolean orders() {
        return this == BELOW || this == AT_MOST || this == ABOVE || this == AT_LEAST;
    }

    /**
     * Tells whether what is named is asked for, and not what is not named.
     *
     * @return whether it is one of the two signs that exclude, or not
     */
    public boolean isPositive() {
        return this != NOT_EQUAL && this != NOT_IN;
    }

    /**
     * Returns the operator that holds where this one does not.
     *
     * @return the opposite
     */
    public Operator opposite() {
        return switch (this) {
            case EQUAL -> NOT_EQUAL;
            case NOT_EQUAL -> EQUAL;
            case BELOW -> AT_LEAST;
            case AT_MOST -> ABOVE;
            case ABOVE -> AT_MOST;
            case AT_LEAST -> BELOW;
            case IN -> NOT_IN;
            case NOT_IN -> IN;
        };
    }
}
