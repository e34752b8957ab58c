package dev.roi.governance.scenario;

import dev.roi.core.Budget;
import dev.roi.core.IndicatorId;
import dev.roi.core.IndicatorSet;
import dev.roi.core.Level;
import dev.roi.core.Names;
import dev.roi.core.Scope;
import dev.roi.core.format.Cursor;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What scenarios build on: everything that is given, what is measured still as it is written. */
record BaseCase(
        Scope scope,
        YearMonth month,
        int months,
        Optional<YearMonth> firstUse,
        Optional<String> currency,
        Optional<Cursor> workflows,
        Optional<Budget> budget,
        Map<String, Cursor> baselines,
        Map<String, Cursor> readings,
        Map<String, Cursor> now,
        Map<Integer, Cursor> earlier) {

    static final BaseCase EMPTY = new BaseCase(
            Scope.of(Level.WORKFLOW, "example"),
            YearMonth.of(2026, 6),
            1,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of());

    /** Returns the same case with other readings of the reviewed month. */
    BaseCase with(Map<String, Cursor> cells) {
        return new BaseCase(
                scope,
                month,
                months,
                firstUse,
                currency,
                workflows,
                budget,
                baselines,
                readings,
                over(now, cells),
                earlier);
    }

    static Map<String, Cursor> over(Map<String, Cursor> base, Map<String, Cursor> more) {
        Map<String, Cursor> merged = new LinkedHashMap<>(base);
        merged.putAll(more);
        return merged;
    }

    /** Tells whether a name is that of an indicator that could be read. */
    static boolean isOf(IndicatorSet indicators, String name) {
        return Names.isKebab(name) && indicators.find(new IndicatorId(name)).isPresent();
    }
}
