package dev.roi.spark;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/**
 * Reviews the documents of rows, one after the other, so that a partition may have any number of them.
 *
 * @param shipped the policy, and what was asked for
 */
record DocumentReviews(Shipped shipped) implements MapPartitionsFunction<Row, Row> {

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false)
                .flatMap(row -> shipped
                        .reviewed(reader -> reader.engine()
                                .read(
                                        RoiSpark.SCORECARD,
                                        new ByteArrayInputStream(text(row).getBytes(StandardCharsets.UTF_8)))
                                .scorecards())
                        .stream())
                .iterator();
    }

    /** A row without a document is one that cannot be read. */
    private static String text(Row row) {
        return row.isNullAt(0) ? "" : row.getString(0);
    }
}
