package dev.roi.imports;

import dev.roi.core.Quoted;
import dev.roi.imports.text.ImportFault;
import dev.roi.imports.text.ImportFaults;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Of the rows for one reading the one that was taken last; two of which neither is the later one are a fault. */
final class Latest {

    private final ImportFaults faults;
    private final Map<ReadingRow, ReadingRow> rows = new TreeMap<>(Rows.ORDER);
    private final List<Restated> restated = new ArrayList<>();

    Latest(ImportFaults faults) {
        this.faults = faults;
    }

    void add(ReadingRow row) {
        ReadingRow other = rows.get(row);
        if (other == null) {
            rows.put(row, row);
            return;
        }
        boolean told = row.extractedAt().isPresent()
                && other.extractedAt().isPresent()
                && !row.extractedAt().equals(other.extractedAt());
        if (!told) {
            boolean inOrder = other.origin().place().compareTo(row.origin().place()) <= 0;
            ReadingRow first = inOrder ? other : row;
            ReadingRow second = inOrder ? row : other;
            faults.add(
                    ImportFault.REPEATED,
                    second.origin().place("indicator"),
                    "repeated-reading",
                    "what",
                    Quoted.of(second.indicator()
                            + second.part().map(part -> ", " + part).orElse("")),
                    "scope",
                    Quoted.of(second.scope().toString()),
                    "month",
                    Quoted.of(second.month().toString()),
                    "first",
                    first.origin().place("indicator").toString());
            return;
        }
        boolean later =
                row.extractedAt().orElseThrow().isAfter(other.extractedAt().orElseThrow());
        ReadingRow before = later ? other : row;
        ReadingRow after = later ? row : other;
        rows.put(after, after); // keeps the old key, which is equal in this order
        if (!before.figure().equals(after.figure())) {
            restated.add(new Restated(before, after));
        }
    }

    List<ReadingRow> rows() {
        return List.copyOf(rows.values());
    }

    List<Restated> restated() {
        Collections.sort(restated);
        return restated;
    }
}
