package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
    public static final Exact ZERO = new Exact(0, 1);

    /** One. */
    public static final Exact ONE = new Exact(1, 1);

    /** The number 10. */
    public static final Exact TEN = of(10);

    /** A hundred, as in per cent. */
    public static final Exact HUNDRED = new Exact(100, 1);

    private static final int MOST_DIGITS = 1_000;

    private static final long[] POWERS_OF_TEN = powersOfTen();

    // what measures is a fraction of two longs, nearly always; what is not has its two numbers in big, and 0 here
    private final long numerator;
    private final long denominator;
    private final @Nullable Big big;

    private Exact(long numerator, long denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
        this.big = null;
    }

    private Exact(Big big) {
        this.numerator = 0;
        this.denominator = 0;
        this.big = big;
    }

    /** Two numbers without a common divisor, the lower one positive, of which one at least is no long or the least long. */
    private record Big(BigInteger numerator, BigInteger denominator) {}

    private static long[] powersOfTen() {
        long[] powers = new long[19];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }

    private static boolean isSmall(BigInteger number) {
        return number.bitLength() < Long.SIZE - 1
                || (number.bitLength() == Long.SIZE - 1 && number.longValue() != Long.MIN_VALUE);
    }

    private BigInteger top() {
        return big == null ? BigInteger.valueOf(numerator) : big.numerator();
    }

    private BigInteger bottom() {
        return big == null ? BigInteger.valueOf(denominator) : big.denominator();
    }

    private boolean isOver(Exact other) {
        return denominator == other.denominator && (big == null || bottom().equals(other.bottom()));
    }

    /**
     * Returns a whole number.
     *
     * @param number the number
     * @return the same number, exactly
     */
    public static Exact of(long number) {
        return number == Long.MIN_VALUE ? reduced(BigInteger.valueOf(number), BigInteger.ONE) : new Exact(number, 1);
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
            return number.precision() - number.scale() < POWERS_OF_TEN.length
                    ? new Exact(number.longValue(), 1)
                    : reduced(number.toBigIntegerExact(), BigInteger.ONE);
        }
        if (number.scale() < POWERS_OF_TEN.length && number.precision() < POWERS_OF_TEN.length) {
            return reduced(number.unscaledValue().longValue(), POWERS_OF_TEN[number.scale()]);
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
        return requireNonNull(number, "number").length() < POWERS_OF_TEN.length && isPlain(number)
                ? plain(number)
                : of(decimal(number));
    }

    /** Nearly all that is written: an optional minus, digits, and perhaps a point with digits after it. */
    private static boolean isPlain(String number) {
        boolean isAfterDigit = false;
        boolean hasPoint = false;
        for (int i = 0; i < number.length(); i++) {
            char character = number.charAt(i);
            boolean isDigit = character >= '0' && character <= '9';
            boolean isPoint = character == '.' && isAfterDigit && !hasPoint;
            if (!isDigit && !isPoint && !(character == '-' && i == 0)) {
                return false;
            }
            hasPoint |= isPoint;
            isAfterDigit = isDigit;
        }
        return isAfterDigit;
    }

    private static Exact plain(String number) {
        long digits = 0;
        int point = number.length() - 1;
        for (int i = 0; i < number.length(); i++) {
            char character = number.charAt(i);
            if (character == '.') {
                point = i;
            } else if (character != '-') {
                digits = digits * 10 + (character - '0');
            }
        }
        return reduced(number.charAt(0) == '-' ? -digits : digits, POWERS_OF_TEN[number.length() - 1 - point]);
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
        BigInteger divisor = denominator.equals(BigInteger.ONE) ? BigInteger.ONE : numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            divisor = divisor.negate();
        }
        boolean whole = divisor.equals(BigInteger.ONE);
        BigInteger top = whole ? numerator : numerator.divide(divisor);
        BigInteger bottom = whole ? denominator : denominator.divide(divisor);
        return isSmall(top) && isSmall(bottom)
                ? new Exact(top.longValue(), bottom.longValue())
                : new Exact(new Big(top, bottom));
    }

    /** Neither is the least long, which has no magnitude. */
    private static Exact reduced(long numerator, long denominator) {
        if (denominator == 1) {
            return new Exact(numerator, 1);
        }
        long divisor = divisor(Math.abs(numerator), Math.abs(denominator));
        if (denominator < 0) {
            divisor = -divisor;
        }
        return new Exact(numerator / divisor, denominator / divisor);
    }

    /** The greatest common divisor, by halving: both are not negative, and not both 0. */
    private static long divisor(long one, long other) {
        if (one == 0 || other == 0) {
            return one + other;
        }
        long rest = one % other; // most numbers are large beside what they are over
        if (rest == 0) {
            return other;
        }
        int shared = Math.min(Long.numberOfTrailingZeros(rest), Long.numberOfTrailingZeros(other));
        long left = rest >> Long.numberOfTrailingZeros(rest);
        long right = other >> Long.numberOfTrailingZeros(other);
        while (left != right) {
            long difference = left - right;
            right = Math.min(left, right);
            left = Math.abs(difference) >> Long.numberOfTrailingZeros(difference);
        }
        return left << shared;
    }

    private static boolean overflows(long one, long other) {
        long product = one * other;
        return product == Long.MIN_VALUE || Math.multiplyHigh(one, other) != product >> (Long.SIZE - 1);
    }

    private static boolean sumOverflows(long one, long other) {
        long sum = one + other;
        return sum == Long.MIN_VALUE || ((one ^ sum) & (other ^ sum)) < 0;
    }

    /**
     * Adds a number.
     *
     * @param other what is added
     * @return the sum, exactly
     */
    public Exact plus(Exact other) {
        if (other.isZero()) {
            return this;
        }
        if (isZero()) {
            return other;
        }
        if (isOver(other)) {
            return big == null && !sumOverflows(numerator, other.numerator)
                    ? reduced(numerator + other.numerator, denominator)
                    : reduced(top().add(other.top()), bottom());
        }
        if (big == null
                && other.big == null
                && !overflows(numerator, other.denominator)
                && !overflows(other.numerator, denominator)
                && !overflows(denominator, other.denominator)
                && !sumOverflows(numerator * other.denominator, other.numerator * denominator)) {
            return reduced(
                    numerator * other.denominator + other.numerator * denominator, denominator * other.denominator);
        }
        return reduced(
                top().multiply(other.bottom()).add(other.top().multiply(bottom())), bottom().multiply(other.bottom()));
    }

    /**
     * Takes a number away.
     *
     * @param other what is taken away
     * @return the difference, exactly
     */
    public Exact minus(Exact other) {
        if (isOver(other) && big == null) {
            long difference = numerator - other.numerator;
            boolean overflows =
                    difference == Long.MIN_VALUE || ((numerator ^ other.numerator) & (numerator ^ difference)) < 0;
            if (!overflows) {
                return reduced(difference, denominator);
            }
        }
        return plus(other.negated());
    }

    /**
     * Multiplies by a number.
     *
     * @param other the factor
     * @return the product, exactly
     */
    public Exact times(Exact other) {
        if (big == null
                && other.big == null
                && !overflows(numerator, other.numerator)
                && !overflows(denominator, other.denominator)) {
            return reduced(numerator * other.numerator, denominator * other.denominator);
        }
        return reduced(top().multiply(other.top()), bottom().multiply(other.bottom()));
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
        if (big == null
                && other.big == null
                && !overflows(numerator, other.denominator)
                && !overflows(denominator, other.numerator)) {
            return reduced(numerator * other.denominator, denominator * other.numerator);
        }
        return reduced(top().multiply(other.bottom()), bottom().multiply(other.top()));
    }

    /**
     * Turns the sign round.
     *
     * @return this number with the other sign
     */
    public Exact negated() {
        return big == null ? new Exact(-numerator, denominator) : reduced(top().negate(), bottom());
    }

    /**
     * Drops the sign.
     *
     * @return the distance from zero
     */
    public Exact magnitude() {
        return signum() < 0 ? negated() : this;
    }

    /**
     * Tells the sign.
     *
     * @return -1, 0 or 1
     */
    public int signum() {
        return big == null ? Long.signum(numerator) : big.numerator().signum();
    }

    /**
     * Tells whether this is nought.
     *
     * @return whether this is zero
     */
    public boolean isZero() {
        return signum() == 0;
    }

    /**
     * Tells whether this number has no fraction.
     *
     * @return whether this is a whole number
     */
    public boolean isWhole() {
        return big == null ? denominator == 1 : big.denominator().equals(BigInteger.ONE);
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
     * Rounds half up (away from zero) to a number of decimals, to be shown.
     *
     * @param decimals the number of decimals to keep at the most
     * @return the rounded number, without trailing zeros
     */
    public BigDecimal rounded(int decimals) {
        return plain(decimalTop().divide(decimalBottom(), decimals, RoundingMode.HALF_UP));
    }

    /**
     * Rounds half even to a number of decimals, so that sums of rounded numbers go neither up nor down.
     *
     * @param decimals the number of decimals to keep at the most; 0 to 18
     * @return the nearest number with these decimals; of two, the one whose last digit is even
     */
    public Exact roundedHalfEven(int decimals) {
        return inUnitsOf(decimals).dividedBy(of(POWERS_OF_TEN[decimals]));
    }

    /**
     * Counts the number in units of a decimal place, rounded half even: 1.5 is 150 in units of the second place. Numbers in
     * the same units add up without a common denominator having to be found.
     *
     * @param decimals the decimal place; 0 to 18
     * @return a whole number, nearest to this number times ten to the power of {@code decimals}
     */
    public Exact inUnitsOf(int decimals) {
        long power = POWERS_OF_TEN[decimals];
        if (big == null && !overflows(numerator, power)) {
            long scaled = numerator * power;
            long whole = Math.floorDiv(scaled, denominator);
            long rest = scaled - whole * denominator;
            long other = denominator - rest;
            return of(rest > other || (rest == other && whole % 2 != 0) ? whole + 1 : whole);
        }
        return of(decimalTop().movePointRight(decimals).divide(decimalBottom(), 0, RoundingMode.HALF_EVEN));
    }

    /**
     * Counts the decimals of the number.
     *
     * @param most where to stop; 0 to 18
     * @return how many decimals write it exactly; {@code most} where no fewer do
     */
    public int decimals(int most) {
        if (big != null) {
            return most;
        }
        if (denominator == 1) {
            return 0;
        }
        int twos = Long.numberOfTrailingZeros(denominator);
        long rest = denominator >> twos;
        int fives = 0;
        for (; rest % 5 == 0; fives++) {
            rest /= 5;
        }
        return rest == 1 ? Math.min(most, Math.max(twos, fives)) : most;
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
            return plain(decimalTop());
        }
        BigDecimal cut = decimalTop().divide(decimalBottom(), COMPARABLE_DECIMALS, RoundingMode.DOWN);
        BigDecimal rest = decimalTop().subtract(cut.multiply(decimalBottom()));
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
        if (big == null) {
            return (double) numerator / denominator;
        }
        double top = big.numerator().doubleValue();
        double bottom = big.denominator().doubleValue();
        if (Double.isInfinite(top) || Double.isInfinite(bottom)) {
            return decimalTop().divide(decimalBottom(), MathContext.DECIMAL128).doubleValue();
        }
        return top / bottom;
    }

    private BigDecimal decimalTop() {
        return big == null ? BigDecimal.valueOf(numerator) : new BigDecimal(big.numerator());
    }

    private BigDecimal decimalBottom() {
        return big == null ? BigDecimal.valueOf(denominator) : new BigDecimal(big.denominator());
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    @Override
    public int compareTo(Exact other) {
        if (big == null && other.big == null) {
            if (denominator == other.denominator) {
                return Long.compare(numerator, other.numerator);
            }
            if (!overflows(numerator, other.denominator) && !overflows(other.numerator, denominator)) {
                return Long.compare(numerator * other.denominator, other.numerator * denominator);
            }
        }
        return top().multiply(other.bottom()).compareTo(other.top().multiply(bottom()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Exact that
                && numerator == that.numerator
                && denominator == that.denominator
                && Objects.equals(big, that.big);
    }

    @Override
    public int hashCode() {
        return big == null ? 31 * Long.hashCode(numerator) + Long.hashCode(denominator) : big.hashCode();
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
            return plain(decimalTop().divide(decimalBottom())).toPlainString();
        } catch (ArithmeticException endless) {
            return top() + "/" + bottom();
        }
    }
}
