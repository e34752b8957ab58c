package dev.roi.imports.table;

import dev.roi.core.Fault;
import dev.roi.imports.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** One row of a table, its cells asked for by the names of their columns. */
public final class Line {

    private final Origin origin;
    private final IntFunction<Cell> cells;
    private final boolean commaIsDecimal;

    /**
     * Puts a row together.
     *
     * @param origin where it is; the columns by name
     * @param cells the cell of each column, from 0; an empty one beyond the last
     * @param commaIsDecimal whether the table is separated as spreadsheets do where a comma begins decimals
     */
    Line(Origin origin, IntFunction<Cell> cells, boolean commaIsDecimal) {
        this.origin = origin;
        this.cells = cells;
        this.commaIsDecimal = commaIsDecimal;
    }

    /** A row of texts. */
    static Line of(Origin origin, List<String> texts, boolean commaIsDecimal) {
        return new Line(
                origin, index -> index < texts.size() ? Cell.text(texts.get(index)) : Cell.EMPTY, commaIsDecimal);
    }

    /**
     * Returns where the row is.
     *
     * @return the origin
     */
    public Origin origin() {
        return origin;
    }

    boolean commaIsDecimal() {
        return commaIsDecimal;
    }

    /**
     * Returns a cell.
     *
     * @param column the name of its column
     * @return the cell; an empty one where there is no such column
     */
    public Cell cell(String column) {
        Integer number = origin.columns().get(column);
        return number == null ? Cell.EMPTY : cells.apply(number - 1);
    }

    /**
     * Returns the text of a cell.
     *
     * @param column the name of its column
     * @return the text; nothing where the cell is empty, or there is no such column
     */
    public Optional<String> text(String column) {
        return Optional.of(cell(column).text()).filter(text -> !text.isEmpty());
    }

    /**
     * Tells whether the table has a column.
     *
     * @param column its name
     * @return whether it has
     */
    public boolean has(String column) {
        return origin.columns().containsKey(column);
    }

    /**
     * Returns the place of a cell.
     *
     * @param column the name of its column
     * @return the place
     */
    public Fault.Place place(String column) {
        return origin.place(column);
    }

    /**
     * Tells whether nothing is in the row.
     *
     * @return whether all of its cells are empty
     */
    public boolean isBlank() {
        Map<String, Integer> columns = origin.columns();
        return columns.values().stream()
                .allMatch(number -> cells.apply(number - 1).isEmpty());
    }
}
