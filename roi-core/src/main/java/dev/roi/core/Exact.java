package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * An exact number: a fraction of two whole numbers, so that 14 of 120 stays 14 of 120 and a change from 1.0 to 1.1 is
 * exactly 10 %.
 *
 * <p>No operation rounds, except {@link #rounded(int)}, which says so. Equal numbers are equal objects: 10.0 equals 10.
 * Immutable and safe for use by several threads.
 */
public final class Exact implements Comparable<Exact> {

    /** The number of decimals that {@link #comparable()} keeps; a threshold may not have more. */
    public static final int COMPARABLE_DECIMALS = 12;

    /** Nought. */
    public static final Exact ZERO = new Exact(BigInteger.ZERO, BigInteger.ONE);

    /** One. */
    public static final Exact ONE = new Exact(BigInteger.ONE, BigInteger.ONE);

    /** A hundred, as in per cent. */
    public static final Exact HUNDRED = new Exact(BigInteger.valueOf(100), BigInteger.ONE);

    private static final int MOST_DIGITS = 1_000;

    private final BigInteger numerator;
    private final BigInteger denominator;

    private Exact(BigInteger numerator, BigInteger denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /**
     * Returns a whole number.
     *
     * @param number the number
     * @return the same number, exactly
     */
    public static Exact of(long number) {
        return new Exact(BigInteger.valueOf(number), BigInteger.ONE);
    }

    /**
     * Returns a decimal number.
     *
     * @param number the number
     * @return the same number, exactly
     * @throws IllegalArgumentException when it has more than a thousand zeros or decimals, which no measurement has
     */
    public static Exact of(BigDecimal number) {
        requireNonNull(number, "number");
        if (Math.abs((long) number.scale()) > MOST_DIGITS) {
            throw new IllegalArgumentException("number (%se%s) has an exponent beyond the limit of %s"
                    .formatted(number.unscaledValue(), -(long) number.scale(), MOST_DIGITS));
        }
        if (number.scale() <= 0) {
            return new Exact(number.toBigIntegerExact(), BigInteger.ONE);
        }
        return reduced(number.unscaledValue(), BigInteger.TEN.pow(number.scale()));
    }

    /**
     * Reads a decimal number such as {@code 12}, {@code -0.5} or {@code 1e3}.
     *
     * @param number the digits
     * @return the same number, exactly
     * @throws NumberFormatException when the text is no decimal number
     * @throws IllegalArgumentException when it has more than a thousand zeros or decimals
     */
    public static Exact of(String number) {
        return of(decimal(requireNonNull(number, "number")));
    }

    private static BigDecimal decimal(String number) {
        try {
            return new BigDecimal(number);
        } catch (NumberFormatException wrong) {
            throw new NumberFormatException("number (%s) is not a decimal number, such as 9.5".formatted(number));
        }
    }

    /**
     * Returns the quotient of two numbers.
     *
     * @param numerator what is divided
     * @param denominator what it is divided by; not zero
     * @return numerator / denominator, exactly
     * @throws ArithmeticException when the denominator is zero
     */
    public static Exact ratio(Exact numerator, Exact denominator) {
        return numerator.dividedBy(denominator);
    }

    private static Exact reduced(BigInteger numerator, BigInteger denominator) {
        if (denominator.equals(BigInteger.ONE)) {
            return new Exact(numerator, denominator);
        }
        BigInteger divisor = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            divisor = divisor.negate();
        }
        return new Exact(numerator.divide(divisor), denominator.divide(divisor));
    }

    /**
     * Adds a number.
     *
     * @param other what is added
     * @return the sum, exactly
     */
    public Exact plus(Exact other) {
        if (denominator.equals(other.denominator)) {
            return reduced(numerator.add(other.numerator), denominator);
        }
        return reduced(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /**
     * Takes a number away.
     *
     * @param other what is taken away
     * @return the difference, exactly
     */
    public Exact minus(Exact other) {
        return plus(other.negated());
    }

    /**
     * Multiplies by a number.
     *
     * @param other the factor
     * @return the product, exactly
     */
    public Exact times(Exact other) {
        return reduced(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /**
     * Divides by a number.
     *
     * @param other the divisor; not zero
     * @return the quotient, exactly
     * @throws ArithmeticException when the divisor is zero
     */
    public Exact dividedBy(Exact other) {
        if (other.isZero()) {
            throw new ArithmeticException("division of (%s) by zero".formatted(this));
        }
        return reduced(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /**
     * Turns the sign round.
     *
     * @return this number with the other sign
     */
    public Exact negated() {
        return new Exact(numerator.negate(), denominator);
    }

    /**
     * Drops the sign.
     *
     * @return the distance from zero
     */
    public Exact magnitude() {
        return numerator.signum() < 0 ? negated() : this;
    }

    /**
     * Tells the sign.
     *
     * @return -1, 0 or 1
     */
    public int signum() {
        return numerator.signum();
    }

    /**
     * Tells whether this is nought.
     *
     * @return whether this is zero
     */
    public boolean isZero() {
        return numerator.signum() == 0;
    }

    /**
     * Tells whether this number has no fraction.
     *
     * @return whether this is a whole number
     */
    public boolean isWhole() {
        return denominator.equals(BigInteger.ONE);
    }

    /**
     * Tells whether this number is above another.
     *
     * @param other the number compared with
     * @return whether this is greater
     */
    public boolean isAbove(Exact other) {
        return compareTo(other) > 0;
    }

    /**
     * Tells whether this number is below another.
     *
     * @param other the number compared with
     * @return whether this is smaller
     */
    public boolean isBelow(Exact other) {
        return compareTo(other) < 0;
    }

    /**
     * Rounds half up (away from zero) to a number of decimals. The one place where a number is rounded.
     *
     * @param decimals the number of decimals to keep at the most
     * @return the rounded number, without trailing zeros
     */
    public BigDecimal rounded(int decimals) {
        BigDecimal quotient =
                new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, RoundingMode.HALF_UP);
        return plain(quotient);
    }

    /**
     * Returns a decimal that compares with every number of at most {@value #COMPARABLE_DECIMALS} decimals exactly as
     * this number does: above, equal or below. It is this number where its decimals end in time; otherwise it is cut
     * off, and one further digit says that something follows.
     *
     * @return a decimal for comparisons, of at most {@value #COMPARABLE_DECIMALS} decimals and one
     */
    public BigDecimal comparable() {
        if (isWhole()) {
            return plain(new BigDecimal(numerator));
        }
        BigDecimal cut =
                new BigDecimal(numerator).divide(new BigDecimal(denominator), COMPARABLE_DECIMALS, RoundingMode.DOWN);
        BigDecimal rest = new BigDecimal(numerator).subtract(cut.multiply(new BigDecimal(denominator)));
        if (rest.signum() != 0) {
            BigDecimal sticky = BigDecimal.valueOf(5L * rest.signum(), COMPARABLE_DECIMALS + 1);
            return cut.add(sticky);
        }
        return plain(cut);
    }

    /**
     * Returns a floating-point number near this one, for drawing and for first guesses; never for a comparison that
     * matters.
     *
     * @return a number within 2<sup>-51</sup> of this one's magnitude; infinite beyond what floating point can hold
     */
    public double nearby() {
        double top = numerator.doubleValue();
        double bottom = denominator.doubleValue();
        if (Double.isInfinite(top) || Double.isInfinite(bottom)) {
            return new BigDecimal(numerator)
                    .divide(new BigDecimal(denominator), MathContext.DECIMAL128)
                    .doubleValue();
        }
        return top / bottom;
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    @Override
    public int compareTo(Exact other) {
        if (denominator.equals(other.denominator)) {
            return numerator.compareTo(other.numerator);
        }
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Exact that && numerator.equals(that.numerator) && denominator.equals(that.denominator);
    }

    @Override
    public int hashCode() {
        return 31 * numerator.hashCode() + denominator.hashCode();
    }

    /**
     * Writes the number plainly: as a decimal where its decimals end ({@code 12.5}), otherwise as a fraction
     * ({@code 35/3}).
     *
     * @return the exact number, never with an exponent
     */
    @Override
    public String toString() {
        try {
            return plain(new BigDecimal(numerator).divide(new BigDecimal(denominator)))
                    .toPlainString();
        } catch (ArithmeticException endless) {
            return numerator + "/" + denominator;
        }
    }
}
