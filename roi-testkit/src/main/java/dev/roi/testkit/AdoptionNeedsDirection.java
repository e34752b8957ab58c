package dev.roi.testkit;

import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.Reading;
import java.util.List;
import java.util.Optional;

/** Law 7. */
final class AdoptionNeedsDirection {

    private AdoptionNeedsDirection() {}

    static List<Clause> clauses() {
        return List.of(
                Clause.of(
                                "high adoption with dispersed usage tightens the frame",
                                AdoptionNeedsDirection::highAndDispersed)
                        .where(terms ->
                                terms.uptake.flatMap(LawTerms.Uptake::direction).isPresent()),
                Clause.of("low adoption asks for training", AdoptionNeedsDirection::low)
                        .where(terms -> terms.uptake.isPresent()),
                Clause.of("low adoption with results is no reason to stop", AdoptionNeedsDirection::lowWithResults)
                        .where(terms -> terms.uptake.isPresent() && terms.months.isPresent()),
                Clause.of("adoption in between pulls neither lever", AdoptionNeedsDirection::between)
                        .where(terms -> terms.uptake.isPresent()));
    }

    private static LawTerms.Uptake adoption(Trial trial) {
        return trial.terms().uptake.orElseThrow();
    }

    private static Optional<Exact> latest(Trial trial, IndicatorId id) {
        return trial.sight().latest(id).map(Reading.Known::value);
    }

    private static void highAndDispersed(Trial trial) {
        Optional<Exact> value = latest(trial, adoption(trial).indicator());
        LawTerms.Direction direction = adoption(trial).direction().orElseThrow();
        Exact high = trial.sight().limit(direction.high());
        Exact floor = trial.sight().limit(direction.dispersed());
        if (value.filter(share -> share.isAbove(high)).isEmpty()) {
            return;
        }
        for (IndicatorId focus : direction.focus()) {
            Optional<Exact> focused = latest(trial, focus);
            if (focused.filter(share -> share.isBelow(floor)).isPresent()) {
                trial.expectAdjusted(
                        focus,
                        direction.tighten(),
                        "%s is %s, and %s is %s"
                                .formatted(adoption(trial).indicator(), value.get(), focus, focused.get()));
            }
        }
    }

    private static boolean isLow(Trial trial) {
        Exact low = trial.sight().limit(adoption(trial).low());
        return trial.sight().isDue(adoption(trial).indicator())
                && latest(trial, adoption(trial).indicator())
                        .filter(share -> share.isBelow(low))
                        .isPresent();
    }

    private static void low(Trial trial) {
        if (isLow(trial)) {
            trial.expectAdjusted(
                    adoption(trial).indicator(),
                    adoption(trial).train(),
                    "%s is low".formatted(adoption(trial).indicator()));
        }
    }

    private static void lowWithResults(Trial trial) {
        boolean results = trial.terms().months.orElseThrow().results().stream().anyMatch(trial.sight()::improved);
        if (isLow(trial) && results && !RiskStops.mayBeCritical(trial)) {
            trial.expect(
                    trial.review().decision() == Decision.ADJUST,
                    () -> "adjust: %s is low, and there are results"
                            .formatted(adoption(trial).indicator()));
        }
    }

    private static void between(Trial trial) {
        Exact low = trial.sight().limit(adoption(trial).low());
        Optional<Exact> high =
                adoption(trial).direction().map(direction -> trial.sight().limit(direction.high()));
        boolean between = trial.sight()
                .settled(adoption(trial).indicator())
                .filter(share -> share.isAbove(low)
                        && high.filter(limit -> !share.isBelow(limit)).isEmpty())
                .isPresent();
        if (between) {
            IndicatorId id = adoption(trial).indicator();
            boolean trained = Trial.adjusts(trial.review(), adoption(trial).train(), id);
            boolean tightened = adoption(trial)
                    .direction()
                    .filter(direction -> Trial.adjusts(trial.review(), direction.tighten(), id))
                    .isPresent();
            trial.expect(
                    !trained && !tightened,
                    () -> "no lever to be pulled for %s, since it is above %s%s"
                            .formatted(
                                    id,
                                    low,
                                    high.map(limit -> " and below " + limit).orElse("")));
        }
    }
}
