package dev.roi.core.trend;

import dev.roi.core.Direction;
import dev.roi.core.Exact;
import dev.roi.core.Indicator.Counting;
import dev.roi.core.Range;
import dev.roi.core.Trend;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Successive months of a test's values, some of them gaps; the last one is the reviewed month. */
record Series(List<Optional<Exact>> months) {

    private static final YearMonth FIRST = YearMonth.of(2020, 11);

    /** Reads values such as {@code 3 3.5 - 4}, where a hyphen is a gap. */
    static Series of(String values) {
        return new Series(Stream.of(values.split(" "))
                .map(value -> value.equals("-") ? Optional.<Exact>empty() : Optional.of(Exact.of(value)))
                .toList());
    }

    History history() {
        Map<YearMonth, Exact> values = new LinkedHashMap<>();
        for (int i = 0; i < months.size(); i++) {
            YearMonth month = FIRST.plusMonths(i);
            months.get(i).ifPresent(value -> values.put(month, value));
        }
        return History.of(FIRST.plusMonths(months.size() - 1L), values);
    }

    Trend trend(Direction direction) {
        return Trends.of(history(), direction, Optional.empty(), TrendSettings.STANDARD);
    }

    Trend trendOfCounts(Direction direction) {
        return Trends.of(history(), direction, Optional.empty(), Counting.WHOLE, TrendSettings.STANDARD);
    }

    Trend trendTowards(Range target) {
        return Trends.of(history(), Direction.TARGET_RANGE, Optional.of(target), TrendSettings.STANDARD);
    }

    Series map(UnaryOperator<Exact> change) {
        return new Series(months.stream().map(value -> value.map(change)).toList());
    }

    Series withLatest(Exact value) {
        return new Series(Stream.concat(months.stream().limit(months.size() - 1L), Stream.of(Optional.of(value)))
                .toList());
    }
}
