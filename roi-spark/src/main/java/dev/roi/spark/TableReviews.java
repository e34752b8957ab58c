package dev.roi.spark;

import dev.roi.core.Scorecard;
import dev.roi.core.json.PolicyLookup;
import dev.roi.imports.file.CellTables;
import dev.roi.spark.Shipped.Reader;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/**
 * Reviews scopes of which each has the rows of its tables in one row.
 *
 * @param shipped the policy, and what was asked for
 * @param workflows the workflows of every scope
 */
record TableReviews(Shipped shipped, CellRows workflows) implements MapPartitionsFunction<Row, Row> {

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false)
                .flatMap(row -> shipped.reviewed(reader -> scorecards(row, reader)).stream())
                .iterator();
    }

    private List<Scorecard> scorecards(Row row, Reader reader) {
        CellTables tables = new CellTables(reader.language());
        String scope = row.isNullAt(0) ? "" : " of " + row.getString(0);
        for (int i = 1; i < row.size(); i++) {
            if (!row.isNullAt(i)) {
                add(tables, row.schema().fieldNames()[i] + scope, CellRows.of(row.getList(i)));
            }
        }
        add(tables, "workflows", workflows);
        return tables.build(PolicyLookup.always(reader.engine().indicators())).scorecards();
    }

    private static void add(CellTables tables, String name, CellRows rows) {
        if (!rows.isEmpty()) {
            tables.add(name, rows.columns(), rows.rows());
        }
    }
}
