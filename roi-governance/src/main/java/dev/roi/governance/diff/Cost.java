package dev.roi.governance.diff;

import dev.roi.core.Indicator;
import dev.roi.core.IndicatorSet;
import dev.roi.core.Nature;
import dev.roi.core.PolicyDiff.Money;
import dev.roi.core.Scorecard;
import dev.roi.core.Unit;
import java.time.YearMonth;
import java.util.Optional;

/** What a month of a scope cost: the first money that the policy says is put in, and that grows over no other. */
final class Cost {

    private Cost() {}

    static Optional<Money> of(IndicatorSet indicators, Scorecard scorecard, YearMonth month) {
        Optional<Indicator> cost = indicators.indicators().stream()
                .filter(indicator -> indicator.nature() == Nature.RESOURCE
                        && indicator.unit().equals(Unit.CURRENCY))
                .filter(indicator -> indicator.growsOver().isEmpty())
                .findFirst();
        Unit own = scorecard.currency().map(Unit::new).orElse(Unit.CURRENCY);
        return cost.flatMap(indicator -> scorecard
                        .find(month)
                        .flatMap(snapshot -> snapshot.reading(indicator.id()).known()))
                .map(known -> new Money(
                        known.value(),
                        known.unit().filter(unit -> !unit.equals(Unit.CURRENCY)).orElse(own)));
    }
}
