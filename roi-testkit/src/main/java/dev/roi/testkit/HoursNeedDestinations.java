package dev.roi.testkit;

import dev.roi.core.Baseline;
import dev.roi.core.Breakdown;
import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.Reading;
import dev.roi.core.Scorecard;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Law 9. */
final class HoursNeedDestinations {

    private HoursNeedDestinations() {}

    static List<Clause> clauses() {
        return List.of(
                Clause.of("hours that are not reallocated block extending", HoursNeedDestinations::noneBlocks)
                        .where(terms -> terms.capacity.isPresent()),
                Clause.of("hours without an observed destination block extending", HoursNeedDestinations::nowhereBlocks)
                        .where(terms -> terms.capacity.isPresent()),
                Clause.of(
                                "without their destinations the same hours are never extended on",
                                HoursNeedDestinations::bare)
                        .where(terms -> terms.capacity.isPresent()),
                Clause.of(
                                "hours improve nothing and save nothing without their destinations, whatever their baseline",
                                HoursNeedDestinations::bareImprovesNothing)
                        .where(terms -> terms.capacity.isPresent() && terms.months.isPresent()));
    }

    private static LawTerms.Capacity capacity(Trial trial) {
        return trial.terms().capacity.orElseThrow();
    }

    private static void noneBlocks(Trial trial) {
        Exact least = trial.oracle().limit(capacity(trial).least());
        IndicatorId id = capacity(trial).indicator();
        boolean none = trial.oracle()
                .known(id)
                .filter(known -> !known.value().isAbove(least))
                .isPresent();
        if (none) {
            trial.expectBlocked(id, "%s is not above %s".formatted(id, least));
        }
    }

    private static void nowhereBlocks(Trial trial) {
        IndicatorId id = capacity(trial).indicator();
        if (trial.oracle().known(id).isEmpty()
                || trial.indicator(id).breakdown().isEmpty()) {
            return;
        }
        Exact limit = trial.oracle().limit(capacity(trial).withoutDestination());
        Exact share = trial.oracle().share(id, Breakdown.UNASSIGNED::equals);
        if (share.isAbove(limit)) {
            trial.expectBlocked(id, "%s %% of %s has no destination".formatted(share, id));
        }
    }

    private static void bare(Trial trial) {
        IndicatorId id = capacity(trial).indicator();
        if (trial.oracle().known(id).isEmpty()) {
            return;
        }
        for (Map<dev.roi.core.Dimension, Map<String, Reading.Part>> by : withoutDestinations(trial, id)) {
            Scorecard bare = Edit.known(
                    trial.scorecard(),
                    trial.month(),
                    id,
                    known -> known.valued(known.value()).by(by));
            trial.expectNoExtend(
                    bare,
                    () -> "with %s of %s %s"
                            .formatted(id, trial.month(), by.isEmpty() ? "as a bare number" : "all unassigned"));
            trial.expectNoBetter(bare, () -> "since %s of %s have no destination".formatted(id, trial.month()));
        }
    }

    /** With nothing else that judges their block, and a baseline that they beat: what decided without them decides. */
    private static void bareImprovesNothing(Trial trial) {
        IndicatorId id = capacity(trial).indicator();
        Optional<Reading.Known> known = trial.oracle().known(id);
        if (known.isEmpty() || !known.get().value().isAbove(Exact.ZERO)) {
            return;
        }
        Map<IndicatorId, Baseline> baselines = new TreeMap<>(trial.scorecard().baselines());
        baselines.put(id, Baseline.of(Exact.ZERO));
        Scorecard beaten = Edit.baselines(trial.scorecard(), baselines);
        Scorecard bare = Edit.known(
                beaten, id, from -> from.valued(from.value()).by(Map.of()).certain());
        Scorecard none = Edit.known(bare, id, from -> Edit.value(trial.indicator(id), from, Exact.ZERO));
        Decision without = trial.review(none).decision();
        trial.expectDecision(
                bare,
                decision -> decision == without,
                () -> "%s, as with none at all, with %s without destinations in every month and a baseline of 0"
                        .formatted(without.word(), id));
    }

    private static List<Map<dev.roi.core.Dimension, Map<String, Reading.Part>>> withoutDestinations(
            Trial trial, IndicatorId id) {
        Exact value = trial.oracle().known(id).orElseThrow().value();
        return trial.indicator(id)
                .breakdown()
                .map(breakdown -> List.of(
                        Map.<dev.roi.core.Dimension, Map<String, Reading.Part>>of(),
                        Map.of(breakdown.dimension(), Map.of(Breakdown.UNASSIGNED, Reading.Part.of(value)))))
                .orElse(List.of());
    }
}
