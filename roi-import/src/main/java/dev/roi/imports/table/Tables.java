package dev.roi.imports.table;

import dev.roi.core.Fault;
import dev.roi.core.Quoted;
import dev.roi.core.json.JsonRecord;
import dev.roi.core.json.JsonRecords;
import dev.roi.imports.Origin;
import dev.roi.imports.Readings;
import dev.roi.imports.text.ImportFault;
import dev.roi.imports.text.ImportFaults;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads tables, whatever file they are in, into readings. */
public final class Tables {

    private static final List<String> CSV = List.of(".csv", ".tsv", ".txt");
    private static final List<String> JSON_LINES = List.of(".jsonl", ".ndjson");
    private static final List<String> WORKBOOK = List.of(".xlsx", ".xlsm");

    private static final int MOST_NAMED = 12;

    private final Readings.Builder readings;
    private final ImportFaults faults;

    /**
     * Begins to read.
     *
     * @param readings who takes the rows
     * @param faults where to add what is wrong
     */
    public Tables(Readings.Builder readings, ImportFaults faults) {
        this.readings = readings;
        this.faults = faults;
    }

    /**
     * Tells whether a file may be a table, by its name.
     *
     * @param file the file
     * @return whether its name ends as that of a table
     */
    public static boolean isTable(Path file) {
        return ends(file, CSV) || ends(file, JSON_LINES) || ends(file, WORKBOOK);
    }

    static boolean isWorkbook(Path file) {
        return ends(file, WORKBOOK);
    }

    private static boolean ends(Path file, List<String> endings) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(name::endsWith);
    }

    /**
     * Reads the tables of a file.
     *
     * @param source what messages call it
     * @param file the file
     * @throws IOException when it cannot be read
     */
    public void read(String source, Path file) throws IOException {
        if (ends(file, WORKBOOK)) {
            new Workbook(source, file, faults)
                    .read((origin, columns, must) ->
                            begin(origin, columns, must).map(rows -> rows));
        } else if (ends(file, JSON_LINES)) {
            readLines(source, file);
        } else if (ends(file, CSV)) {
            readCsv(source, file);
        } else {
            faults.add(ImportFault.NOT_A_TABLE, new Fault.Place(source, 0, 0, ""), "not-a-table.ending");
        }
    }

    /**
     * Reads a table whose cells somebody else has read.
     *
     * @param source what messages call it
     * @param columns the names of its columns
     * @param rows the texts of its rows, each in the order of the columns; an empty text is an empty cell
     */
    public void read(String source, List<String> columns, Iterable<List<String>> rows) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        columns.forEach(column -> numbers.put(Header.own(column), numbers.size() + 1));
        Optional<TableRows> taker = begin(new Origin(source, 0, numbers), numbers, true);
        int row = 0;
        for (List<String> texts : rows) {
            Origin origin = new Origin(source, ++row, numbers);
            taker.ifPresent(takes -> takes.accept(Line.of(origin, texts, false)));
        }
    }

    private void readCsv(String source, Path file) throws IOException {
        CsvTable table = new CsvTable(source, file, faults);
        table.read(
                Header::own, (origin, columns) -> begin(origin, columns, true).map(rows -> rows));
    }

    /**
     * Understands a header.
     *
     * @param must whether it has to be that of a table
     * @return who takes the rows; nothing where it is the header of no table
     */
    Optional<TableRows> begin(Origin origin, Map<String, Integer> columns, boolean must) {
        Set<String> names = columns.keySet();
        Optional<TableKind> kind = TableKind.of(names);
        if (kind.isEmpty()) {
            Optional<TableKind> nearest = TableKind.nearest(names);
            if (nearest.isPresent()) {
                refuseIncomplete(origin, nearest.get(), names);
            } else if (must) {
                faults.add(
                        ImportFault.UNKNOWN_TABLE,
                        origin.place(),
                        "unknown-table",
                        "columns",
                        ImportFaults.listed(names.stream().limit(MOST_NAMED).toList()));
            }
            return Optional.empty();
        }
        columns.forEach((name, number) -> {
            if (!kind.get().columns().contains(name)) {
                faults.add(
                        ImportFault.UNKNOWN_COLUMN,
                        new Fault.Place(origin.source(), origin.row(), number, ""),
                        "unknown-column",
                        faults.didYouMean(name, kind.get().columns()),
                        "column",
                        Quoted.of(name),
                        "table",
                        kind.get().word());
            }
        });
        return Optional.of(new TableRows(kind.get(), readings, faults));
    }

    private void refuseIncomplete(Origin origin, TableKind kind, Set<String> names) {
        List<String> missing = kind.missing(names);
        List<String> others =
                names.stream().filter(name -> !kind.columns().contains(name)).toList();
        boolean renamed = !others.isEmpty();
        faults.add(
                ImportFault.UNKNOWN_TABLE,
                origin.place(),
                "columns-missing",
                renamed
                        ? Optional.of(faults.words()
                                .say("fault.columns-missing.renamed", "others", ImportFaults.listed(others)))
                        : Optional.empty(),
                "table",
                kind.word(),
                "missing",
                ImportFaults.listed(missing));
    }

    private void readLines(String source, Path file) throws IOException {
        Map<TableKind, TableRows> takers = new HashMap<>();
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            JsonRecords.read(source, stream, faults.list(), record -> take(record, takers));
        }
    }

    private void take(JsonRecord record, Map<TableKind, TableRows> takers) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        record.keys().forEach(key -> columns.put(key, columns.size() + 1));
        Origin origin = new Origin(record.place().source(), record.place().line(), columns);
        Optional<TableKind> kind = TableKind.of(columns.keySet());
        boolean known = kind.isPresent()
                && takers.containsKey(kind.get())
                && kind.get().columns().containsAll(columns.keySet());
        Optional<TableRows> taker = known ? kind.map(takers::get) : begin(origin, columns, true);
        if (!known && kind.isPresent()) {
            taker.ifPresent(rows -> takers.put(kind.get(), rows));
        }
        List<String> keys = record.keys();
        taker.ifPresent(rows -> rows.accept(
                new Line(origin, index -> index < keys.size() ? cell(record, keys.get(index)) : Cell.EMPTY, false)));
    }

    private static Cell cell(JsonRecord record, String key) {
        Optional<String> text = record.text(key);
        if (text.isEmpty()) {
            return Cell.EMPTY;
        }
        return record.number(key)
                .filter(number -> !text.get().startsWith("0")
                        || text.get().length() < 2
                        || text.get().contains("."))
                .map(number -> new Cell(Cell.Kind.NUMBER, text.get(), Optional.empty()))
                .orElseGet(() -> Cell.text(text.get()));
    }
}
