package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a month costs, of which budget, and what comes next.
 *
 * @param unit the currency, or money whose currency nobody names
 * @param cost the cost of the month; nothing where it is not known
 * @param consumed how much of the month's budget is consumed, in percent; nothing where it is not known
 * @param budget the month's budget; nothing where only the share is given
 * @param forecast what the next month is expected to cost; nothing where it is not known
 */
public record Money(
        Unit unit, Optional<Exact> cost, Optional<Exact> consumed, Optional<Exact> budget, Optional<Exact> forecast) {

    /** Checks that there is a unit. {@inheritDoc} */
    public Money {
        requireNonNull(unit, "unit");
    }
}
