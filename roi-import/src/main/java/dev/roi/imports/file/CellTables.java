package dev.roi.imports.file;

import dev.roi.core.InvalidInput;
import dev.roi.core.Language;
import dev.roi.core.json.PolicyLookup;
import dev.roi.imports.Readings;
import dev.roi.imports.table.Tables;
import dev.roi.imports.text.ImportFaults;
import dev.roi.imports.text.Words;
import java.util.List;

/**
 * Tables whose cells somebody else has read, such as the rows of a query or of a data frame. They mean what they mean in a
 * file: a table is known by its columns. For use by one thread.
 */
public final class CellTables {

    private final Readings.Builder readings;
    private final ImportFaults faults;
    private final Tables tables;

    /**
     * Begins without a table.
     *
     * @param language the language that faults are said in
     */
    public CellTables(Language language) {
        this.readings = Readings.builder().in(language);
        this.faults = new ImportFaults(new Words(language));
        this.tables = new Tables(readings, faults);
    }

    /**
     * Adds a table, or some of its rows.
     *
     * @param source what faults call it
     * @param columns the names of its columns
     * @param rows the texts of its rows, each in the order of the columns; an empty text is an empty cell
     * @return these tables
     */
    public CellTables add(String source, List<String> columns, Iterable<List<String>> rows) {
        tables.read(source, columns, rows);
        return this;
    }

    /**
     * Makes the scorecards.
     *
     * @param policies where it learns what a policy measures
     * @return the scorecards, and what counts of the rows
     * @throws InvalidInput when anything is wrong, with all of it
     */
    public Readings build(PolicyLookup policies) {
        return readings.build(policies, faults.list().list());
    }
}
