package dev.roi.core;

import static java.util.Objects.requireNonNull;

import dev.roi.core.Reading.Bound;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What a month costs, of which budget, and what comes next.
 *
 * @param unit the currency, or money whose currency nobody names
 * @param cost the cost of the month; nothing where it is not known
 * @param consumed how much of the budget is consumed, in percent; nothing where it is not known. The budget is the month's,
 *     unless there is a plan
 * @param budget the month's budget; nothing where only the share is given
 * @param forecast what the next month is expected to cost; nothing where it is not known
 * @param plan the budget for several months, what is spent of it, and where it ends; nothing where there is none
 */
public record Money(
        Unit unit,
        Optional<Exact> cost,
        Optional<Exact> consumed,
        Optional<Exact> budget,
        Optional<Exact> forecast,
        Optional<Plan> plan) {

    /** Checks that there is a unit. {@inheritDoc} */
    public Money {
        requireNonNull(unit, "unit");
    }

    /**
     * A budget for several months.
     *
     * @param budget the budget
     * @param spent what is spent of it up to the month, that month included
     * @param bound whether that is all, or at least or at most so much, since a month's cost is not known, or not well
     * @param landing what will be spent at its end, if each month that is left costs what the next one is expected to, or
     *     else what this one did; nothing where what is spent, or what a month costs, is not known
     */
    public record Plan(Budget budget, Exact spent, Bound bound, Optional<Exact> landing) {

        /**
         * Works out what is spent, and where it ends.
         *
         * @param budget the budget
         * @param consumed how much of it is consumed, in percent
         * @param month the month up to which
         * @param rate what a month costs from now on; nothing where nobody knows
         * @return the plan
         */
        public static Plan of(Budget budget, Reading.Known consumed, YearMonth month, Optional<Exact> rate) {
            Exact spent = budget.amount().times(consumed.value()).dividedBy(Exact.HUNDRED);
            Exact left = Exact.of(Math.max(0, ChronoUnit.MONTHS.between(month, budget.last())));
            return new Plan(
                    budget,
                    spent,
                    consumed.bound(),
                    rate.filter(known -> consumed.bound() == Bound.EXACT).map(known -> spent.plus(known.times(left))));
        }
    }
}
