package dev.roi.imports.source;

import dev.roi.core.Quoted;
import dev.roi.imports.BaselineRow;
import dev.roi.imports.ReadingRow;
import dev.roi.imports.Readings;
import dev.roi.imports.ScopeKey;
import dev.roi.imports.text.ImportFault;
import dev.roi.imports.text.ImportFaults;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The rows of several sources. Where two give one reading, one of them is named to win, or it is a fault. */
final class Together {

    private final Readings.Builder readings;
    private final ImportFaults faults;
    private final Map<Source, List<ReadingRow>> rows = new LinkedHashMap<>();
    private final Map<Source, List<BaselineRow>> baselines = new LinkedHashMap<>();
    private final Map<Source, Readings.Builder> tables = new LinkedHashMap<>();

    Together(Readings.Builder readings, ImportFaults faults) {
        this.readings = readings;
        this.faults = faults;
    }

    private record Given(ScopeKey scope, YearMonth month, String indicator) {}

    void add(Source source, List<ReadingRow> its, List<BaselineRow> compared) {
        rows.put(source, its);
        baselines.put(source, compared);
    }

    void add(Source source, Readings.Builder table) {
        rows.put(source, table.rows());
        tables.put(source, table);
    }

    void settle() {
        Map<Given, Set<Source>> givers = new HashMap<>();
        rows.forEach((source, its) -> its.forEach(row -> givers.computeIfAbsent(
                        new Given(row.scope(), row.month(), row.indicator()), none -> new LinkedHashSet<>())
                .add(source)));
        Set<String> said = new TreeSet<>();
        Map<Given, Source> winners = new HashMap<>();
        givers.forEach((given, sources) -> {
            List<Source> winning = sources.stream()
                    .filter(source -> source.wins().contains(given.indicator()))
                    .toList();
            if (sources.size() == 1 || winning.size() == 1) {
                winners.put(given, sources.size() == 1 ? sources.iterator().next() : winning.get(0));
            } else {
                refuse(given, new ArrayList<>(sources), said);
            }
        });
        rows.forEach((source, its) -> {
            if (tables.containsKey(source)) {
                readings.addAll(tables.get(source), row -> isWinner(source, row, winners));
            } else {
                its.stream().filter(row -> isWinner(source, row, winners)).forEach(readings::add);
            }
        });
        // what people say of a baseline counts before what is computed
        baselines.forEach((source, its) -> its.stream()
                .filter(row -> !readings.hasBaseline(row.scope(), row.indicator()))
                .forEach(readings::baseline));
    }

    private static boolean isWinner(Source source, ReadingRow row, Map<Given, Source> winners) {
        return source.equals(winners.get(new Given(row.scope(), row.month(), row.indicator())));
    }

    private void refuse(Given given, List<Source> sources, Set<String> said) {
        Source first = sources.get(0);
        Source second = sources.get(1);
        if (said.add(
                given.indicator() + first.origin().row() + " " + second.origin().row())) {
            faults.add(
                    ImportFault.TWO_SOURCES,
                    second.origin().place(),
                    "two-sources",
                    "indicator",
                    Quoted.of(given.indicator()),
                    "one",
                    first.reader(),
                    "other",
                    second.reader(),
                    "first",
                    first.origin().place().toString());
        }
    }
}
