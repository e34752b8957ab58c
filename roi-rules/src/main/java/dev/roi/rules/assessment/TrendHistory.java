package dev.roi.rules.assessment;

import dev.roi.core.Reading;
import dev.roi.core.Snapshot;
import dev.roi.core.Trend;
import dev.roi.core.trend.ControlChart;
import dev.roi.core.trend.History;
import dev.roi.core.trend.TrendSettings;
import dev.roi.core.trend.Trends;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The months of an indicator that may be read together, and the trend that they show. */
final class TrendHistory {

    private TrendHistory() {}

    /** A bound, a part of a month or a handful of cases is no point of a series. */
    private static boolean isTold(IndicatorState state, Reading.Known known) {
        return switch (Uncertainty.caveat(state.indicator(), known)) {
            case CERTAIN, UNCERTAIN, PROVISIONAL -> true;
            case BOUND, FEW_CASES, PARTIAL -> false;
        };
    }

    static Trend trend(Months months, IndicatorState state, TrendSettings settings) {
        return Trends.of(history(months, state), state.indicator(), settings);
    }

    /** The chart that the trend is told by. */
    static ControlChart chart(Months months, IndicatorState state, TrendSettings settings) {
        return Trends.chart(history(months, state), state.indicator(), settings);
    }

    /** Reads back from the reviewed month, over complete months, until the definition changes. */
    private static History history(Months months, IndicatorState state) {
        List<History.Point> points = new ArrayList<>();
        Optional<Reading.Known> current = state.reading().known().filter(known -> isTold(state, known));
        if (current.isPresent()) {
            List<Snapshot> history = months.history();
            List<Reading> readings = months.readings(state.indicator());
            for (int i = history.size() - 1; i >= 0; i--) {
                Snapshot snapshot = history.get(i);
                if (!snapshot.isComplete()) {
                    continue;
                }
                Optional<Reading.Known> known = readings.get(i).known().filter(whole -> isTold(state, whole));
                if (known.isEmpty()) {
                    continue;
                }
                if (!known.get().definition().equals(current.get().definition())) {
                    break;
                }
                points.add(new History.Point(snapshot.month(), known.get().value()));
            }
        }
        Collections.reverse(points);
        return new History(months.month(), points);
    }
}
