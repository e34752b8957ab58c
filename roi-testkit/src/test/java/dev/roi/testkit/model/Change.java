package dev.roi.testkit.model;

import dev.roi.core.Baseline;
import dev.roi.core.IndicatorId;
import dev.roi.core.Reading;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.Workflow;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Small changes of scorecards: what a pair of them differs in. */
final class Change {

    private Change() {}

    static Scorecard snapshots(Scorecard scorecard, List<Snapshot> snapshots) {
        return with(scorecard, scorecard.scope(), scorecard.workflows(), scorecard.baselines(), snapshots);
    }

    static Scorecard baselines(Scorecard scorecard, Map<IndicatorId, Baseline> baselines) {
        return with(scorecard, scorecard.scope(), scorecard.workflows(), baselines, scorecard.snapshots());
    }

    static Scorecard workflows(Scorecard scorecard, List<Workflow> workflows) {
        return with(scorecard, scorecard.scope(), workflows, scorecard.baselines(), scorecard.snapshots());
    }

    static Scorecard scope(Scorecard scorecard, Scope scope) {
        return with(scorecard, scope, scorecard.workflows(), scorecard.baselines(), scorecard.snapshots());
    }

    private static Scorecard with(
            Scorecard scorecard,
            Scope scope,
            List<Workflow> workflows,
            Map<IndicatorId, Baseline> baselines,
            List<Snapshot> snapshots) {
        return scorecard
                .withScope(scope)
                .withWorkflows(workflows)
                .withBaselines(baselines)
                .withSnapshots(snapshots);
    }

    /** Changes the readings of months, each by itself. */
    static Scorecard months(Scorecard scorecard, UnaryOperator<Snapshot> change) {
        return snapshots(scorecard, scorecard.snapshots().stream().map(change).toList());
    }

    static Scorecard reading(Scorecard scorecard, YearMonth month, IndicatorId id, Reading reading) {
        return months(
                scorecard, snapshot -> snapshot.month().equals(month) ? reading(snapshot, id, reading) : snapshot);
    }

    static Snapshot reading(Snapshot snapshot, IndicatorId id, Reading reading) {
        Map<IndicatorId, Reading> readings = new TreeMap<>(snapshot.readings());
        readings.put(id, reading);
        return new Snapshot(snapshot.month(), snapshot.completeness(), readings);
    }

    static Snapshot at(Snapshot snapshot, YearMonth month) {
        return new Snapshot(month, snapshot.completeness(), snapshot.readings());
    }
}
