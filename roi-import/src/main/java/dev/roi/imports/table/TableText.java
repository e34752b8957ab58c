package dev.roi.imports.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** A table as CSV: RFC 4180, but with line feeds, as everything else that is written here. */
public final class TableText {

    private TableText() {}

    /**
     * Writes a table.
     *
     * @param columns the names of its columns
     * @param rows the rows, each with a cell for each column
     * @return the text
     */
    public static String csv(List<String> columns, List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            writer.writeRecord(columns);
            rows.forEach(
                    row -> writer.writeRecord(row.stream().map(TableText::inert).toList()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** No cell begins a formula, in whatever spreadsheet opens it; a number may begin with its sign. */
    private static String inert(String cell) {
        boolean formula = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
        return formula && !cell.matches("[-+]?[0-9][0-9.]*") ? "'" + cell : cell;
    }
}
