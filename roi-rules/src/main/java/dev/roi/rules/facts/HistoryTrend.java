package dev.roi.rules.facts;

import dev.roi.core.Exact;
import dev.roi.core.Reading;
import dev.roi.core.Snapshot;
import dev.roi.core.Trend;
import dev.roi.core.trend.History;
import dev.roi.core.trend.TrendSettings;
import dev.roi.core.trend.Trends;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The months of an indicator that may be read together, and the trend that they show. */
final class HistoryTrend {

    private HistoryTrend() {}

    /** Reads back from the reviewed month, over complete months, until the definition changes. */
    static Trend of(Assessment assessment, IndicatorState state, TrendSettings settings) {
        Map<YearMonth, Exact> values = new TreeMap<>();
        Optional<Reading.Known> current = state.reading().known();
        if (current.isPresent()) {
            for (int i = assessment.history().size() - 1; i >= 0; i--) {
                Snapshot snapshot = assessment.history().get(i);
                if (!snapshot.isComplete()) {
                    continue;
                }
                Optional<Reading.Known> known =
                        assessment.reading(state.indicator(), snapshot).known();
                if (known.isEmpty()) {
                    continue;
                }
                if (!known.get().definition().equals(current.get().definition())) {
                    break;
                }
                values.put(snapshot.month(), known.get().value());
            }
        }
        return Trends.of(History.of(assessment.month(), values), state.indicator(), settings);
    }
}
