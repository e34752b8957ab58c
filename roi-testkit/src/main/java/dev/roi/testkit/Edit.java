package dev.roi.testkit;

import dev.roi.core.Baseline;
import dev.roi.core.Breakdown;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.Reading;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.Workflow;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Small changes of scorecards: what a law compares a scorecard with. */
final class Edit {

    private Edit() {}

    static Scorecard snapshots(Scorecard scorecard, List<Snapshot> snapshots) {
        return scorecard.withSnapshots(snapshots);
    }

    static Scorecard baselines(Scorecard scorecard, Map<IndicatorId, Baseline> baselines) {
        return scorecard.withBaselines(baselines);
    }

    static Scorecard workflows(Scorecard scorecard, List<Workflow> workflows) {
        return scorecard.withWorkflows(workflows);
    }

    static Scorecard scope(Scorecard scorecard, Scope scope) {
        return scorecard.withScope(scope);
    }

    static Scorecard firstUse(Scorecard scorecard, YearMonth month) {
        Scope scope = scorecard.scope();
        return scope(scorecard, new Scope(scope.level(), scope.id(), scope.name(), Optional.of(month)));
    }

    /** Changes the months, each by itself. */
    static Scorecard months(Scorecard scorecard, UnaryOperator<Snapshot> change) {
        return snapshots(scorecard, scorecard.snapshots().stream().map(change).toList());
    }

    static Scorecard month(Scorecard scorecard, YearMonth month, UnaryOperator<Snapshot> change) {
        return months(scorecard, snapshot -> snapshot.month().equals(month) ? change.apply(snapshot) : snapshot);
    }

    static Scorecard upTo(Scorecard scorecard, YearMonth month) {
        return snapshots(
                scorecard,
                scorecard.snapshots().stream()
                        .filter(snapshot -> !snapshot.month().isAfter(month))
                        .toList());
    }

    static Scorecard and(Scorecard scorecard, Snapshot... more) {
        List<Snapshot> all = new ArrayList<>(scorecard.snapshots());
        all.addAll(List.of(more));
        return snapshots(scorecard, all);
    }

    static Snapshot at(Snapshot snapshot, YearMonth month) {
        return new Snapshot(month, snapshot.completeness(), snapshot.readings());
    }

    static Snapshot completeness(Snapshot snapshot, Snapshot.Completeness completeness) {
        return new Snapshot(snapshot.month(), completeness, snapshot.readings());
    }

    static Snapshot reading(Snapshot snapshot, IndicatorId id, Reading reading) {
        Map<IndicatorId, Reading> readings = new TreeMap<>(snapshot.readings());
        readings.put(id, reading);
        return new Snapshot(snapshot.month(), snapshot.completeness(), readings);
    }

    static Snapshot without(Snapshot snapshot, IndicatorId id) {
        Map<IndicatorId, Reading> readings = new TreeMap<>(snapshot.readings());
        readings.remove(id);
        return new Snapshot(snapshot.month(), snapshot.completeness(), readings);
    }

    /** Changes an indicator's reading of one month, where it is known. */
    static Scorecard known(
            Scorecard scorecard, YearMonth month, IndicatorId id, Function<Reading.Known, Reading> change) {
        return month(scorecard, month, snapshot -> known(snapshot, id, change));
    }

    /** Changes an indicator's readings of all months, where they are known. */
    static Scorecard known(Scorecard scorecard, IndicatorId id, Function<Reading.Known, Reading> change) {
        return months(scorecard, snapshot -> known(snapshot, id, change));
    }

    private static Snapshot known(Snapshot snapshot, IndicatorId id, Function<Reading.Known, Reading> change) {
        return snapshot.reading(id)
                .known()
                .map(known -> reading(snapshot, id, change.apply(known)))
                .orElse(snapshot);
    }

    /**
     * Gives a reading another value. Its parts keep their shares where they add up, and are left out where they cannot
     * give the value any more; the counts of a rate are left out.
     */
    static Reading.Known value(Indicator indicator, Reading.Known reading, Exact value) {
        Map<dev.roi.core.Dimension, Map<String, Reading.Part>> by = new EnumMap<>(dev.roi.core.Dimension.class);
        reading.by().forEach((dimension, parts) -> {
            if (parts.isEmpty()) {
                return;
            }
            if (indicator.additivity() == Indicator.Additivity.ADDS_UP) {
                by.put(dimension, scaled(indicator, parts, reading.value(), value));
            } else if (encloses(parts, value)) {
                by.put(dimension, parts);
            }
        });
        return reading.valued(value).by(by);
    }

    private static boolean encloses(Map<String, Reading.Part> parts, Exact value) {
        return parts.values().stream().anyMatch(part -> !part.value().isAbove(value))
                && parts.values().stream().anyMatch(part -> !part.value().isBelow(value));
    }

    private static Map<String, Reading.Part> scaled(
            Indicator indicator, Map<String, Reading.Part> parts, Exact before, Exact after) {
        // what rounding leaves goes to a part with a name
        String rest = parts.keySet().stream()
                .filter(name -> !name.equals(Breakdown.UNASSIGNED))
                .findFirst()
                .orElse(Breakdown.UNASSIGNED);
        Map<String, Reading.Part> scaled = new TreeMap<>();
        Exact left = after;
        for (Map.Entry<String, Reading.Part> entry : parts.entrySet()) {
            if (entry.getKey().equals(rest)) {
                continue;
            }
            Exact part = before.isZero()
                    ? Exact.ZERO
                    : entry.getValue().value().times(after).dividedBy(before);
            Exact given = indicator.counting() == Indicator.Counting.WHOLE ? floor(part) : part;
            scaled.put(entry.getKey(), Reading.Part.of(given));
            left = left.minus(given);
        }
        scaled.put(rest, Reading.Part.of(left));
        return scaled;
    }

    static Exact floor(Exact number) {
        Exact rounded = Exact.of(number.rounded(0));
        return rounded.isAbove(number) ? rounded.minus(Exact.ONE) : rounded;
    }

    static Exact ceiling(Exact number) {
        return floor(number.negated()).negated();
    }
}
