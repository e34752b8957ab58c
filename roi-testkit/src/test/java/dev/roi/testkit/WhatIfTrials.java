package dev.roi.testkit;

import dev.roi.core.Decision;
import dev.roi.core.Dimension;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.InvalidInput;
import dev.roi.core.Range;
import dev.roi.core.Reading;
import dev.roi.core.Review;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.assessment.Assessment;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes readings of a month otherwise, in the scorecard itself, and has it decided. Parts move with their whole, as
 * {@code docs/what-if.md} says. For use by one thread.
 */
final class WhatIfTrials {

    private final Engine engine;
    private final Engine quick;
    private final Scorecard scorecard;
    private final YearMonth month;
    private final Assessment assessment;
    private final Map<Map<IndicatorId, Exact>, Optional<Decision>> tried = new HashMap<>();

    WhatIfTrials(Engine engine, Scorecard scorecard, YearMonth month) {
        this.engine = engine;
        this.quick = Engine.of(engine.policy().withoutNotes());
        this.scorecard = scorecard;
        this.month = month;
        this.assessment = Assessment.of(engine.policy(), scorecard, month);
    }

    Assessment assessment() {
        return assessment;
    }

    Indicator indicator(IndicatorId id) {
        return engine.indicators().indicator(id);
    }

    Optional<Reading.Known> known(IndicatorId id) {
        return assessment.indicator(id).reading().known();
    }

    /** The decision with such values; nothing where the scorecard would not be allowed. */
    Optional<Decision> decide(Map<IndicatorId, Exact> values) {
        return tried.computeIfAbsent(values, these -> decide(readings(these), Map.of(), 0));
    }

    /** The decision some months on; nothing where the scorecard would not be allowed. */
    Optional<Decision> decide(Map<IndicatorId, Reading> now, Map<IndicatorId, Reading> later, int months) {
        try {
            return Optional.of(
                    quick.decide(with(now, later, months), ReviewRequest.LATEST.forMonth(month.plusMonths(months))));
        } catch (InvalidInput notAllowed) {
            return Optional.empty();
        }
    }

    Review review(Map<IndicatorId, Reading> now, Map<IndicatorId, Reading> later, int months) {
        return engine.review(with(now, later, months), ReviewRequest.LATEST.forMonth(month.plusMonths(months)));
    }

    Map<IndicatorId, Reading> readings(Map<IndicatorId, Exact> values) {
        Map<IndicatorId, Reading> readings = new TreeMap<>();
        values.forEach((id, value) -> readings.put(
                id,
                known(id)
                        .<Reading>map(known -> moved(indicator(id), known, value))
                        .orElseGet(() -> Reading.of(value))));
        return readings;
    }

    static Reading.Known moved(Indicator indicator, Reading.Known known, Exact value) {
        Exact distance = value.minus(known.value());
        if (distance.isZero()) {
            return known;
        }
        Map<Dimension, Map<String, Reading.Part>> by = new EnumMap<>(Dimension.class);
        known.by().forEach((dimension, parts) -> {
            Map<String, Reading.Part> moved = new TreeMap<>(parts);
            if (indicator.additivity() == Indicator.Additivity.ADDS_UP) {
                Map.Entry<String, Reading.Part> largest = parts.entrySet().stream()
                        .min(Comparator.comparing((Map.Entry<String, Reading.Part> part) ->
                                        part.getValue().value())
                                .reversed()
                                .thenComparing(Map.Entry::getKey))
                        .orElseThrow();
                moved.put(
                        largest.getKey(),
                        Reading.Part.of(largest.getValue().value().plus(distance)));
            } else {
                moved.replaceAll((name, part) ->
                        Reading.Part.of(within(indicator.range(), part.value().plus(distance))));
            }
            by.put(dimension, moved);
        });
        return known.valued(value).by(by);
    }

    static Exact within(Range range, Exact value) {
        Optional<Exact> least = range.least().filter(value::isBelow);
        return least.or(() -> range.most().filter(value::isAbove)).orElse(value);
    }

    private Scorecard with(Map<IndicatorId, Reading> now, Map<IndicatorId, Reading> later, int months) {
        List<Snapshot> snapshots = new ArrayList<>();
        for (Snapshot snapshot : scorecard.snapshots()) {
            if (snapshot.month().isBefore(month)) {
                snapshots.add(snapshot);
            } else if (snapshot.month().equals(month)) {
                Snapshot changed = changed(snapshot, now, month);
                snapshots.add(changed);
                for (int i = 1; i <= months; i++) {
                    snapshots.add(changed(changed, later, month.plusMonths(i)));
                }
            }
        }
        return scorecard.withSnapshots(snapshots);
    }

    private static Snapshot changed(Snapshot snapshot, Map<IndicatorId, Reading> readings, YearMonth month) {
        Map<IndicatorId, Reading> all = new TreeMap<>(snapshot.readings());
        all.putAll(readings);
        return Snapshot.complete(month, all);
    }
}
