package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The money that there is for some months in a row. Cost to date is held against all of it, and against the part of it that
 * has passed.
 *
 * @param amount how much there is, in the scorecard's currency; more than 0
 * @param first the first month that it is for
 * @param last the last month that it is for; not before the first
 */
public record Budget(Exact amount, YearMonth first, YearMonth last) {

    /** The most months that a budget may be for. */
    public static final int MOST_MONTHS = 120;

    /** Checks the amount and the order of the months. {@inheritDoc} */
    public Budget {
        requireNonNull(amount, "amount");
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("the amount (%s) of a budget must be more than 0".formatted(amount));
        }
        if (!isPeriod(requireNonNull(first, "first"), requireNonNull(last, "last"))) {
            throw new IllegalArgumentException(
                    "a budget is for 1 to %s months, not for (%s) to (%s)".formatted(MOST_MONTHS, first, last));
        }
    }

    /**
     * Says how much there is.
     *
     * @param amount how much there is, in whole units of the scorecard's currency; more than 0
     * @param first the first month that it is for
     * @param last the last month that it is for; not before the first
     * @return the budget
     */
    public static Budget of(long amount, YearMonth first, YearMonth last) {
        return new Budget(Exact.of(amount), first, last);
    }

    /**
     * Says how much there is.
     *
     * @param amount how much there is, in the scorecard's currency; more than 0
     * @param first the first month that it is for
     * @param last the last month that it is for; not before the first
     * @return the budget
     */
    public static Budget of(BigDecimal amount, YearMonth first, YearMonth last) {
        return new Budget(Exact.of(requireNonNull(amount, "amount")), first, last);
    }

    private static boolean isPeriod(YearMonth first, YearMonth last) {
        long months = ChronoUnit.MONTHS.between(first, last) + 1;
        return months >= 1 && months <= MOST_MONTHS;
    }

    /**
     * Reads a budget.
     *
     * @param amount how much there is
     * @param period the months that it is for, such as {@code 2026-01/2026-12}, or one month
     * @return the budget; nothing where the period is none, or the amount is not more than 0
     */
    public static Optional<Budget> of(Exact amount, String period) {
        requireNonNull(amount, "amount");
        String[] ends = requireNonNull(period, "period").split("/", -1);
        if (ends.length > 2) {
            return Optional.empty();
        }
        try {
            YearMonth first = YearMonth.parse(ends[0]);
            YearMonth last = YearMonth.parse(ends[ends.length - 1]);
            return isPeriod(first, last) && amount.signum() > 0
                    ? Optional.of(new Budget(amount, first, last))
                    : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /**
     * Returns the months that it is for, as they are written.
     *
     * @return the period, such as {@code 2026-01/2026-12}; of one month the month
     */
    public String period() {
        return first.equals(last) ? first.toString() : "%s/%s".formatted(first, last);
    }

    /**
     * Counts the months that it is for.
     *
     * @return how many there are
     */
    public int months() {
        return (int) ChronoUnit.MONTHS.between(first, last) + 1;
    }

    /**
     * Tells whether it is for a month.
     *
     * @param month the month
     * @return whether the month lies within its period
     */
    public boolean isFor(YearMonth month) {
        return !requireNonNull(month, "month").isBefore(first) && !month.isAfter(last);
    }

    /**
     * Returns how much of it there is up to a month, as if every month had the same.
     *
     * @param month a month that it is for
     * @return the part of the amount that has passed at the end of the month
     */
    public Exact upTo(YearMonth month) {
        return amount.times(Exact.of(ChronoUnit.MONTHS.between(first, month) + 1))
                .dividedBy(Exact.of(months()));
    }
}
