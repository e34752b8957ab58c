package dev.roi.imports.table;

import dev.roi.core.Fault;
import dev.roi.core.Quoted;
import dev.roi.imports.Origin;
import dev.roi.imports.text.ImportFault;
import dev.roi.imports.text.ImportFaults;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** One table of texts, in CSV or in a workbook, whose columns the caller knows. */
public final class SheetTable {

    private final List<String> required;
    private final Predicate<String> known;
    private final List<String> shown;
    private final ImportFaults faults;
    private final List<Row> rows = new ArrayList<>();

    /**
     * Begins without a row.
     *
     * @param required the columns that have to be there
     * @param known tells which columns may be there
     * @param shown the columns that a wrong one may have been meant to be
     * @param faults where to add what is wrong
     */
    public SheetTable(List<String> required, Predicate<String> known, List<String> shown, ImportFaults faults) {
        this.required = required;
        this.known = known;
        this.shown = shown;
        this.faults = faults;
    }

    /**
     * Reads the rows that are not blank. Of a workbook, sheets that lack the columns are left out where another has them.
     *
     * @param source what messages call the file
     * @param file the file
     * @return the rows, in order
     * @throws IOException when it cannot be read
     */
    public List<Row> read(String source, Path file) throws IOException {
        if (Tables.isWorkbook(file)) {
            new Workbook(source, file, faults).read(this::begin);
        } else {
            new CsvTable(source, file, faults).read(Header::own, (origin, columns) -> begin(origin, columns, true));
        }
        return List.copyOf(rows);
    }

    private Optional<Consumer<Line>> begin(Origin origin, Map<String, Integer> columns, boolean must) {
        List<String> missing =
                required.stream().filter(column -> !columns.containsKey(column)).toList();
        if (!missing.isEmpty()) {
            if (must) {
                faults.add(
                        ImportFault.UNKNOWN_TABLE,
                        origin.place(),
                        "columns-missing",
                        "table",
                        "decisions",
                        "missing",
                        ImportFaults.listed(missing));
            }
            return Optional.empty();
        }
        columns.forEach((name, number) -> {
            if (!known.test(name)) {
                faults.add(
                        ImportFault.UNKNOWN_COLUMN,
                        new Fault.Place(origin.source(), origin.row(), number, ""),
                        "unknown-column",
                        faults.didYouMean(name, shown),
                        "column",
                        Quoted.of(name),
                        "table",
                        "decisions");
            }
        });
        Cells cells = new Cells(faults);
        return Optional.of(line -> {
            if (!line.isBlank()) {
                rows.add(new Row(line, cells));
            }
        });
    }

    /** A row, its cells asked for by the names of their columns; what a cell should not be is a fault. */
    public static final class Row {

        private final Line line;
        private final Cells cells;

        private Row(Line line, Cells cells) {
            this.line = line;
            this.cells = cells;
        }

        /**
         * Returns the text of a cell.
         *
         * @param column the name of its column
         * @return the text; nothing where the cell is empty, or there is no such column
         */
        public Optional<String> text(String column) {
            return cells.text(line, column);
        }

        /**
         * Returns the month of a cell.
         *
         * @param column the name of its column
         * @return the month; nothing where the cell is empty or no month, or there is no such column
         */
        public Optional<YearMonth> month(String column) {
            return cells.month(line, column);
        }

        /**
         * Returns the place of a cell.
         *
         * @param column the name of its column
         * @return the place
         */
        public Fault.Place place(String column) {
            return line.place(column);
        }
    }
}
