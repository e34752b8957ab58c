package dev.roi.governance.scenario;

import dev.roi.core.Level;
import dev.roi.core.Scope;
import dev.roi.core.Workflow;
import dev.roi.core.json.Node;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What scenarios build on: everything that is given, each value still with its place. */
record BaseCase(
        Scope scope,
        YearMonth month,
        int months,
        Optional<YearMonth> firstUse,
        Optional<String> currency,
        List<Workflow> workflows,
        Map<String, Node> baselines,
        Map<String, Node> readings,
        Map<String, Node> now,
        Map<Integer, Node> earlier) {

    static final BaseCase EMPTY = new BaseCase(
            Scope.of(Level.WORKFLOW, "example"),
            YearMonth.of(2026, 6),
            1,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of());

    static Map<String, Node> over(Map<String, Node> base, Map<String, Node> more) {
        Map<String, Node> merged = new LinkedHashMap<>(base);
        merged.putAll(more);
        return merged;
    }
}
