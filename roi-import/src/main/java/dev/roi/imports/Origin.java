package dev.roi.imports;

import dev.roi.core.Fault;
import java.util.Map;

/**
 * Where a row comes from, so that what is wrong with it can be found.
 *
 * @param source the file, or the sheet of a workbook, or the name of a source
 * @param row the row, from 1, which is the header's
 * @param columns the number of each column by its name, from 1; the same map for all rows of a table
 */
public record Origin(String source, int row, Map<String, Integer> columns) {

    /**
     * Returns an origin without columns.
     *
     * @param source what messages call it
     * @param row the row, from 1; 0 where it is no row
     * @return the origin
     */
    public static Origin of(String source, int row) {
        return new Origin(source, row, Map.of());
    }

    /**
     * Returns the place of a cell.
     *
     * @param column the name of its column
     * @return its place, such as {@code readings.csv:12:5}; where there is no such column, that of the row
     */
    public Fault.Place place(String column) {
        return new Fault.Place(source, row, columns.getOrDefault(column, 1), "");
    }

    /**
     * Returns the place of the row.
     *
     * @return its place
     */
    public Fault.Place place() {
        return new Fault.Place(source, row, row == 0 ? 0 : 1, "");
    }
}
