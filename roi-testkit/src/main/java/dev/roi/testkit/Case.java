package dev.roi.testkit;

import dev.roi.core.Baseline;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.Level;
import dev.roi.core.Reading;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.ThresholdId;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a test gives.
 *
 * @param base the scorecard that it changes, if one was named
 * @param months how many months there are, where that was said
 * @param firstUse when use began, where that was said
 * @param given what is given of the reviewed month
 * @param earlier what is given of earlier months, by how many months before the reviewed one they are
 * @param thresholds the thresholds that are moved
 */
record Case(
        Optional<Scorecard> base,
        Optional<Integer> months,
        Optional<YearMonth> firstUse,
        List<Given> given,
        Map<Integer, List<Given>> earlier,
        Map<ThresholdId, Exact> thresholds) {

    static final Case EMPTY =
            new Case(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Map.of(), Map.of());

    private static final YearMonth REVIEWED = YearMonth.of(2026, 6);

    Case on(Scorecard scorecard) {
        return new Case(Optional.of(scorecard), months, firstUse, given, earlier, thresholds);
    }

    Case months(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("months (%s) must be 1 or more".formatted(number));
        }
        return new Case(base, Optional.of(number), firstUse, given, earlier, thresholds);
    }

    Case firstUse(YearMonth month) {
        return new Case(base, months, Optional.of(month), given, earlier, thresholds);
    }

    Case given(Given... more) {
        return new Case(base, months, firstUse, over(given, more), earlier, thresholds);
    }

    Case before(int monthsBefore, Given... more) {
        if (monthsBefore < 1) {
            throw new IllegalArgumentException("months before (%s) must be 1 or more".formatted(monthsBefore));
        }
        Map<Integer, List<Given>> all = new TreeMap<>(earlier);
        all.put(monthsBefore, over(all.getOrDefault(monthsBefore, List.of()), more));
        return new Case(base, months, firstUse, given, all, thresholds);
    }

    Case with(Given.OfThreshold... moved) {
        Map<ThresholdId, Exact> all = new LinkedHashMap<>(thresholds);
        for (Given.OfThreshold each : moved) {
            all.put(each.threshold(), each.value());
        }
        return new Case(base, months, firstUse, given, earlier, all);
    }

    private static List<Given> over(List<Given> given, Given... more) {
        List<Given> all = new ArrayList<>(given);
        for (Given each : more) {
            if (each instanceof Given.OfThreshold) {
                throw new IllegalArgumentException(
                        "a threshold (%s) is no part of a scorecard: move it with `with`".formatted(each.words()));
            }
            all.add(each);
        }
        return List.copyOf(all);
    }

    /** Puts the scorecard together: the base, or months of nothing but what is given. */
    Scorecard scorecard() {
        YearMonth reviewed = base.map(Case::reviewed).orElse(REVIEWED);
        Map<YearMonth, Snapshot> snapshots = new TreeMap<>();
        base.ifPresent(
                scorecard -> scorecard.snapshots().forEach(snapshot -> snapshots.put(snapshot.month(), snapshot)));
        int farthest = earlier.keySet().stream().reduce(0, Math::max) + 1;
        int number = months.orElse(base.isPresent() ? 1 : farthest);
        for (int before = 0; before < Math.max(number, farthest); before++) {
            YearMonth month = reviewed.minusMonths(before);
            Snapshot like = snapshots.getOrDefault(month, snapshots.getOrDefault(reviewed, empty(reviewed)));
            List<Given> here = base.isPresent() && before > 0 ? List.of() : given;
            snapshots.put(month, changed(changed(like, month, here), month, earlier.getOrDefault(before, List.of())));
        }
        months.ifPresent(kept -> snapshots.keySet().removeIf(month -> !month.isAfter(reviewed.minusMonths(kept))));
        Map<IndicatorId, Baseline> baselines =
                new TreeMap<>(base.map(Scorecard::baselines).orElse(Map.of()));
        given.forEach(each -> {
            if (each instanceof Given.OfBaseline baseline) {
                baselines.put(baseline.indicator(), baseline.baseline());
            }
        });
        Scope scope = base.map(Scorecard::scope).orElse(Scope.of(Level.WORKFLOW, "example"));
        return new Scorecard(
                base.flatMap(Scorecard::policy),
                new Scope(scope.level(), scope.id(), scope.name(), firstUse.or(scope::firstUse)),
                base.flatMap(Scorecard::currency),
                base.map(Scorecard::workflows).orElse(List.of()),
                baselines,
                base.map(Scorecard::dates).orElse(Map.of()),
                base.flatMap(Scorecard::budget),
                List.copyOf(snapshots.values()));
    }

    private static YearMonth reviewed(Scorecard scorecard) {
        List<YearMonth> complete = scorecard.completeMonths();
        if (complete.isEmpty()) {
            throw new IllegalArgumentException("scorecard of (%s) has no complete month"
                    .formatted(scorecard.scope().id()));
        }
        return complete.get(complete.size() - 1);
    }

    private static Snapshot empty(YearMonth month) {
        return Snapshot.complete(month, Map.of());
    }

    private static Snapshot changed(Snapshot snapshot, YearMonth month, List<Given> given) {
        Map<IndicatorId, Reading> readings = new TreeMap<>(snapshot.readings());
        given.forEach(each -> {
            if (each instanceof Given.OfReading reading) {
                readings.put(reading.indicator(), reading.reading());
            }
        });
        return new Snapshot(month, snapshot.completeness(), readings);
    }
}
