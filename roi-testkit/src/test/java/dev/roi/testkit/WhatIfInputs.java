package dev.roi.testkit;

import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.Reading;
import dev.roi.core.Scorecard;
import dev.roi.core.ScorecardCheck;
import dev.roi.core.Snapshot;
import dev.roi.core.UnknownReason;
import dev.roi.rules.Engine;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Scorecards by chance: every other one of nothing but what the format allows, the others examples cut off at a month of
 * theirs, with some of its readings moved, blurred or hidden, since drawn scorecards are seldom near a better decision.
 */
final class WhatIfInputs {

    private static final Path DATA = Path.of("../roi-examples/data");
    private static final Map<String, List<String>> EXAMPLES =
            Map.of("coding-agent", List.of("first", "konflux", "rollout"), "assistant", List.of("assistant"));
    private static final int MOST_OTHERWISE = 4;

    private final Engine engine;
    private final ScorecardGenerator generator;
    private final Random random;
    private final List<Scorecard> examples = new ArrayList<>();
    private int drawn;

    WhatIfInputs(String policy, long seed) {
        this.engine = Engine.builtIn(policy);
        this.generator = ScorecardArbitraries.of(engine.policy()).generator();
        this.random = new Random(seed);
        for (String example : EXAMPLES.getOrDefault(policy, List.of())) {
            examples.addAll(engine.read(DATA.resolve(example)).scorecards());
        }
    }

    Engine engine() {
        return engine;
    }

    /** Returns the next scorecard; it has a complete month. */
    Scorecard next() {
        while (true) {
            Scorecard scorecard = drawn++ % 2 == 0 ? generator.next(random) : disturbed();
            boolean isAllowed =
                    ScorecardCheck.faults(scorecard, engine.indicators()).isEmpty();
            if (isAllowed && !scorecard.completeMonths().isEmpty()) {
                return scorecard;
            }
        }
    }

    private Scorecard disturbed() {
        Scorecard whole = examples.get(random.nextInt(examples.size()));
        List<YearMonth> months = whole.completeMonths();
        YearMonth last = months.get(months.size() - 1 - random.nextInt(Math.min(6, months.size())));
        List<Snapshot> snapshots = new ArrayList<>(whole.snapshots().stream()
                .filter(snapshot -> !snapshot.month().isAfter(last))
                .toList());
        Snapshot snapshot = snapshots.remove(snapshots.size() - 1);
        Map<IndicatorId, Reading> readings = new TreeMap<>(snapshot.readings());
        List<IndicatorId> ids = new ArrayList<>(readings.keySet());
        for (int i = random.nextInt(MOST_OTHERWISE + 1); i > 0 && !ids.isEmpty(); i--) {
            readings.computeIfPresent(ids.remove(random.nextInt(ids.size())), (id, reading) -> otherwise(id, reading));
        }
        snapshots.add(new Snapshot(snapshot.month(), snapshot.completeness(), readings));
        return whole.withSnapshots(snapshots);
    }

    private Reading otherwise(IndicatorId id, Reading reading) {
        return reading.<Reading>fold(
                known -> switch (random.nextInt(3)) {
                    case 0 -> Reading.unknown(UnknownReason.NOT_REPORTED);
                    case 1 -> known.within(known.value().magnitude().times(share(40)));
                    default -> WhatIfTrials.moved(engine.indicators().indicator(id), known, moved(id, known));
                },
                unknown -> unknown);
    }

    private Exact moved(IndicatorId id, Reading.Known known) {
        Indicator indicator = engine.indicators().indicator(id);
        int decimals = indicator.counting() == Indicator.Counting.WHOLE ? 0 : 1;
        return WhatIfTrials.within(
                indicator.range(), Exact.of(known.value().times(share(200)).rounded(decimals)));
    }

    private Exact share(int most) {
        return Exact.of(random.nextInt(most)).dividedBy(Exact.HUNDRED);
    }
}
