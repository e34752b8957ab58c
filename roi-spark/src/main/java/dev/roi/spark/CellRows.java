package dev.roi.spark;

import java.io.Serializable;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one table as texts, as a file has them.
 *
 * @param columns the names of the columns
 * @param texts the cells of each row
 */
record CellRows(ArrayList<String> columns, ArrayList<ArrayList<String>> texts) implements Serializable {

    /** Columns that name a month; a date in one of them stands for its month. */
    private static final Set<String> MONTHS = Set.of("month", "first_use");

    static CellRows of(List<Row> rows) {
        if (rows.isEmpty()) {
            return new CellRows(new ArrayList<>(), new ArrayList<>());
        }
        ArrayList<String> columns =
                new ArrayList<>(Arrays.asList(rows.get(0).schema().fieldNames()));
        ArrayList<ArrayList<String>> texts = new ArrayList<>();
        for (Row row : rows) {
            ArrayList<String> cells = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                cells.add(text(columns.get(i), row.get(i)));
            }
            texts.add(cells);
        }
        return new CellRows(columns, texts);
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    /** The rows, each a list. */
    Iterable<List<String>> rows() {
        return List.copyOf(texts);
    }

    private static String text(String column, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Double || value instanceof Float) {
            return plain(value.toString());
        }
        if (value instanceof Date date) {
            return day(column, date.toLocalDate());
        }
        if (value instanceof LocalDate date) {
            return day(column, date);
        }
        if (value instanceof Timestamp moment) {
            return moment.toInstant().toString();
        }
        if (value instanceof scala.collection.Seq<?> several) {
            return scala.jdk.javaapi.CollectionConverters.asJava(several).stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(" "));
        }
        return value.toString();
    }

    /** What is no number is for the import to refuse, by its place. */
    private static String plain(String number) {
        boolean isNumber = number.chars().noneMatch(letter -> Character.isLetter(letter) && letter != 'E');
        return isNumber ? new BigDecimal(number).toPlainString() : number;
    }

    private static String day(String column, LocalDate date) {
        return MONTHS.contains(column) ? date.toString().substring(0, "2026-01".length()) : date.toString();
    }
}
