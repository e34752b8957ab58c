package dev.roi.core;

import java.time.YearMonth;
import java.util.Optional;

/**
 * What was spent of a budget up to a month, in percent of it. A month of its period that is not known makes it "at least";
 * before the first use, where that is said, nothing is spent.
 */
final class CostToDate {

    private final Scorecard scorecard;
    private final Indicator cost;
    private Exact sum = Exact.ZERO;
    private Exact doubt = Exact.ZERO;
    private Reading.Status status = Reading.Status.FINAL;
    private boolean mayBeMore;
    private boolean mayBeLess;
    private boolean isAnyKnown;

    private CostToDate(Scorecard scorecard, Indicator cost) {
        this.scorecard = scorecard;
        this.cost = cost;
    }

    /** Returns what an indicator is in a month; nothing where there is no budget for the month, or no cost is known. */
    static Optional<Reading> of(Scorecard scorecard, BudgetShare share, Snapshot snapshot, IndicatorSet indicators) {
        Optional<Budget> budget = scorecard.budget().filter(given -> given.isFor(snapshot.month()));
        boolean isNeeded = budget.isPresent()
                && (share.of() == BudgetShare.Of.WHOLE || budget.get().months() > 1);
        if (!isNeeded) {
            return Optional.empty();
        }
        CostToDate cost = new CostToDate(scorecard, indicators.indicator(share.cost()));
        return cost.reading(budget.get(), share.of(), snapshot.month());
    }

    private Optional<Reading> reading(Budget budget, BudgetShare.Of of, YearMonth month) {
        for (YearMonth at = budget.first(); !at.isAfter(month); at = at.plusMonths(1)) {
            add(at);
        }
        if (!isAnyKnown || (mayBeMore && mayBeLess)) {
            return Optional.empty();
        }
        Exact whole = of == BudgetShare.Of.WHOLE ? budget.amount() : budget.upTo(month);
        Exact value = percent(sum, whole);
        Reading.Bound bound = mayBeLess ? Reading.Bound.AT_MOST : Reading.Bound.EXACT;
        return Optional.of(Reading.of(value.signum() < 0 ? Exact.ZERO : value)
                .within(Optional.of(percent(doubt, whole)).filter(distance -> !distance.isZero()))
                .bounded(mayBeMore ? Reading.Bound.AT_LEAST : bound)
                .as(status));
    }

    private void add(YearMonth month) {
        Optional<Snapshot> snapshot = scorecard.find(month);
        Optional<Reading.Known> known = snapshot.flatMap(
                        given -> given.reading(cost.id()).known())
                .filter(given -> given.unit().isEmpty()
                        || given.unit().get().equals(cost.unit())
                        || given.unit().map(Unit::id).equals(scorecard.currency()));
        boolean isBeforeUse =
                scorecard.scope().firstUse().filter(month::isBefore).isPresent();
        if (known.isEmpty()) {
            mayBeMore |= !isBeforeUse;
            return;
        }
        isAnyKnown = true;
        sum = sum.plus(known.get().value());
        doubt = doubt.plus(known.get().uncertainty().orElse(Exact.ZERO));
        boolean isWhole = snapshot.filter(Snapshot::isComplete).isPresent()
                && known.get().covers().isEmpty();
        mayBeMore |= !isWhole || known.get().bound() == Reading.Bound.AT_LEAST;
        mayBeLess |= known.get().bound() == Reading.Bound.AT_MOST;
        if (known.get().status() == Reading.Status.PROVISIONAL) {
            status = Reading.Status.PROVISIONAL;
        }
    }

    private static Exact percent(Exact part, Exact whole) {
        return part.times(Exact.HUNDRED).dividedBy(whole);
    }
}
