package dev.roi.imports.table;

import dev.roi.core.Fault;
import dev.roi.core.Quoted;
import dev.roi.imports.text.ImportFault;
import dev.roi.imports.text.ImportFaults;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The names of a table's columns. */
final class Header {

    /** A column whose name begins so is for people. */
    private static final String REMARK = "#";

    private Header() {}

    /** The number of each column by its name, from 1; nothing where a name is there twice, which is a fault. */
    static Optional<Map<String, Integer>> of(
            String source, int row, List<String> names, UnaryOperator<String> understood, ImportFaults faults) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        boolean sound = true;
        for (int i = 0; i < names.size(); i++) {
            String name = understood.apply(Cell.text(names.get(i)).text());
            if (name.isEmpty() || name.startsWith(REMARK)) {
                continue;
            }
            if (columns.putIfAbsent(name, i + 1) != null) {
                faults.add(
                        ImportFault.UNKNOWN_COLUMN,
                        new Fault.Place(source, row, i + 1, ""),
                        "column-twice",
                        "column",
                        Quoted.of(name));
                sound = false;
            }
        }
        return sound ? Optional.of(columns) : Optional.empty();
    }

    /** The columns of our own tables are known in any case, and with spaces or hyphens. */
    static String own(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[ -]+", "_");
    }
}
