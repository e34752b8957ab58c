package dev.roi.testkit;

import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

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

    private static Optional<Exact> count(Trial trial, IndicatorId id, Predicate<Exact> kind) {
        return trial.oracle().counts(id).stream().filter(kind).findFirst();
    }

    private static void highAndDispersed(Trial trial) {
        LawTerms.Direction direction = adoption(trial).direction().orElseThrow();
        Exact high = trial.oracle().limit(direction.high());
        Exact floor = trial.oracle().limit(direction.dispersed());
        Optional<Exact> value = count(trial, adoption(trial).indicator(), share -> share.isAbove(high));
        if (value.isEmpty()) {
            return;
        }
        for (IndicatorId focus : direction.focus()) {
            Optional<Exact> focused = count(trial, focus, share -> share.isBelow(floor));
            if (focused.isPresent()) {
                trial.expectAdjusted(
                        focus,
                        direction.tighten(),
                        "%s is %s, and %s is %s"
                                .formatted(adoption(trial).indicator(), value.get(), focus, focused.get()));
            }
        }
    }

    private static boolean isLow(Trial trial) {
        Exact low = trial.oracle().limit(adoption(trial).low());
        return trial.oracle().isDue(adoption(trial).indicator())
                && count(trial, adoption(trial).indicator(), share -> share.isBelow(low))
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
        boolean results = trial.terms().months.orElseThrow().results().stream().anyMatch(trial.oracle()::improved);
        if (isLow(trial) && results && !RiskStops.mayStop(trial)) {
            trial.expect(
                    trial.review().decision() == Decision.ADJUST,
                    () -> "adjust: %s is low, and there are results"
                            .formatted(adoption(trial).indicator()));
        }
    }

    private static void between(Trial trial) {
        Exact low = trial.oracle().limit(adoption(trial).low());
        Optional<Exact> high =
                adoption(trial).direction().map(direction -> trial.oracle().limit(direction.high()));
        boolean between = trial.oracle()
                .interval(adoption(trial).indicator())
                .filter(share -> share.least().isAbove(low)
                        && high.filter(limit -> !share.most().isBelow(limit)).isEmpty())
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
