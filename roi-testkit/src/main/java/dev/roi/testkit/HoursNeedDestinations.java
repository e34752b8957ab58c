package dev.roi.testkit;

import dev.roi.core.Breakdown;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.Reading;
import dev.roi.core.Scorecard;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
                        .where(terms -> terms.capacity.isPresent()));
    }

    private static LawTerms.Capacity capacity(Trial trial) {
        return trial.terms().capacity.orElseThrow();
    }

    private static void noneBlocks(Trial trial) {
        Exact least = trial.sight().limit(capacity(trial).least());
        IndicatorId id = capacity(trial).indicator();
        boolean none = trial.sight()
                .known(id)
                .filter(known -> !known.value().isAbove(least))
                .isPresent();
        if (none) {
            trial.expectBlocked(id, "%s is not above %s".formatted(id, least));
        }
    }

    private static void nowhereBlocks(Trial trial) {
        IndicatorId id = capacity(trial).indicator();
        if (trial.sight().known(id).isEmpty() || trial.indicator(id).breakdown().isEmpty()) {
            return;
        }
        Exact limit = trial.sight().limit(capacity(trial).withoutDestination());
        Exact share = trial.sight().share(id, Breakdown.UNASSIGNED::equals);
        if (share.isAbove(limit)) {
            trial.expectBlocked(id, "%s %% of %s has no destination".formatted(share, id));
        }
    }

    private static void bare(Trial trial) {
        IndicatorId id = capacity(trial).indicator();
        if (trial.sight().known(id).isEmpty()) {
            return;
        }
        for (Map<dev.roi.core.Dimension, Map<String, Reading.Part>> by : withoutDestinations(trial, id)) {
            Scorecard bare = Edit.known(
                    trial.scorecard(),
                    trial.month(),
                    id,
                    known -> new Reading.Known(
                            known.value(),
                            Optional.empty(),
                            by,
                            known.definition(),
                            known.unit(),
                            known.source(),
                            known.sample(),
                            known.uncertainty(),
                            known.note()));
            trial.expectNoExtend(
                    bare,
                    () -> "with %s of %s %s"
                            .formatted(id, trial.month(), by.isEmpty() ? "as a bare number" : "all unassigned"));
        }
    }

    private static List<Map<dev.roi.core.Dimension, Map<String, Reading.Part>>> withoutDestinations(
            Trial trial, IndicatorId id) {
        Exact value = trial.sight().known(id).orElseThrow().value();
        return trial.indicator(id)
                .breakdown()
                .map(breakdown -> List.of(
                        Map.<dev.roi.core.Dimension, Map<String, Reading.Part>>of(),
                        Map.of(breakdown.dimension(), Map.of(Breakdown.UNASSIGNED, Reading.Part.of(value)))))
                .orElse(List.of());
    }
}
