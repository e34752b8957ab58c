package dev.roi.imports;

import dev.roi.core.Dimension;
import dev.roi.core.Fault;
import dev.roi.core.IndicatorId;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows that a scorecard was made of, so that what is wrong with the scorecard is said of its row. */
final class FaultPlaces {

    private final ScopeRow scope;
    private final Map<IndicatorId, BaselineRow> baselines;
    private final List<Map<IndicatorId, List<ReadingRow>>> months;

    FaultPlaces(
            ScopeRow scope,
            Map<IndicatorId, BaselineRow> baselines,
            Map<YearMonth, Map<IndicatorId, List<ReadingRow>>> months) {
        this.scope = scope;
        this.baselines = baselines;
        this.months = List.copyOf(months.values());
    }

    Fault find(Fault fault) {
        return new Fault(
                fault.code(),
                fault.severity(),
                place(fault.place().pointer().split("/", -1)),
                fault.what(),
                fault.fix());
    }

    /** A pointer such as {@code /snapshots/3/readings/monthly-cost/by/workflow/api-tests}. */
    private Fault.Place place(String... tokens) {
        if (tokens.length > 2 && tokens[1].equals("baselines")) {
            return Optional.ofNullable(baselines.get(new IndicatorId(tokens[2])))
                    .map(row -> row.origin().place(tokens.length > 3 ? tokens[3] : "indicator"))
                    .orElseGet(() -> scope.origin().place());
        }
        if (tokens.length > 4 && tokens[1].equals("snapshots")) {
            List<ReadingRow> rows =
                    months.get(Integer.parseInt(tokens[2])).getOrDefault(new IndicatorId(tokens[4]), List.of());
            boolean part = tokens.length > 7 && tokens[5].equals("by");
            return rows.stream()
                    .filter(row -> part == row.part().isPresent())
                    .filter(row -> !part || isPart(row, tokens[6], tokens[7]))
                    .findFirst()
                    .or(() -> rows.stream().findFirst())
                    .map(row -> row.origin().place(column(row, tokens)))
                    .orElseGet(() -> scope.origin().place());
        }
        return scope.origin().place(tokens.length > 2 && tokens[2].equals("firstUse") ? "first_use" : "scope_id");
    }

    private static boolean isPart(ReadingRow row, String dimension, String name) {
        Dimension own = row.part().orElseThrow().dimension();
        String escaped = row.part().orElseThrow().name().replace("~", "~0").replace("/", "~1");
        return own.word().equals(dimension) && escaped.equals(name);
    }

    private static String column(ReadingRow row, String... tokens) {
        String last = tokens.length > 5 && !tokens[5].equals("by") ? tokens[5] : "value";
        boolean counts = row.figure() instanceof ReadingRow.Counts && last.equals("value");
        return counts ? "numerator" : last;
    }
}
