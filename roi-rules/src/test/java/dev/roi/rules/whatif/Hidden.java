package dev.roi.rules.whatif;

import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.Reading;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.UnknownReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Scorecards of which something in the latest month is hidden or blurred. */
final class Hidden {

    private Hidden() {}

    static Scorecard of(Scorecard scorecard, Random random, int how) {
        List<Snapshot> snapshots = new ArrayList<>(scorecard.snapshots());
        Snapshot last = snapshots.remove(snapshots.size() - 1);
        Map<IndicatorId, Reading> readings = new TreeMap<>(last.readings());
        List<IndicatorId> ids = new ArrayList<>(readings.keySet());
        for (int i = 0; i < how && !ids.isEmpty(); i++) {
            IndicatorId id = ids.remove(random.nextInt(ids.size()));
            boolean isHidden = random.nextBoolean();
            readings.computeIfPresent(
                    id,
                    (same, reading) -> isHidden
                            ? Reading.unknown(UnknownReason.NOT_REPORTED)
                            : reading.<Reading>fold(
                                    known -> known.within(
                                            known.value().magnitude().dividedBy(Exact.of(5))),
                                    unknown -> unknown));
        }
        snapshots.add(new Snapshot(last.month(), last.completeness(), readings));
        return scorecard.withSnapshots(snapshots);
    }
}
