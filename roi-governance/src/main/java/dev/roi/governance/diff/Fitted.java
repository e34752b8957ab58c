package dev.roi.governance.diff;

import dev.roi.core.Baseline;
import dev.roi.core.IndicatorId;
import dev.roi.core.IndicatorSet;
import dev.roi.core.Reading;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.rules.policy.Policy;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A scorecard that policies with different indicators can decide on: each sees what it knows. */
final class Fitted {

    private final Scorecard scorecard;
    private final Set<IndicatorId> reported = new LinkedHashSet<>();

    Fitted(Scorecard scorecard) {
        this.scorecard = scorecard;
        reported.addAll(scorecard.baselines().keySet());
        scorecard
                .snapshots()
                .forEach(snapshot -> reported.addAll(snapshot.readings().keySet()));
    }

    List<IndicatorId> unknownTo(Policy policy) {
        IndicatorSet known = policy.indicators();
        return reported.stream().filter(id -> known.find(id).isEmpty()).toList();
    }

    Scorecard to(Policy policy) {
        Set<IndicatorId> less = Set.copyOf(unknownTo(policy));
        if (less.isEmpty()) {
            return scorecard;
        }
        Map<IndicatorId, Baseline> baselines = new LinkedHashMap<>(scorecard.baselines());
        baselines.keySet().removeAll(less);
        return scorecard
                .withBaselines(baselines)
                .withSnapshots(scorecard.snapshots().stream()
                        .map(snapshot -> without(snapshot, less))
                        .toList());
    }

    private static Snapshot without(Snapshot snapshot, Set<IndicatorId> less) {
        Map<IndicatorId, Reading> readings = new LinkedHashMap<>(snapshot.readings());
        readings.keySet().removeAll(less);
        return new Snapshot(snapshot.month(), snapshot.completeness(), readings);
    }
}
