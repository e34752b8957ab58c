package dev.roi.imports;

import java.util.Comparator;
import java.util.Optional;

/** The order of rows: scope, month, indicator, part. */
final class Rows {

    static final Comparator<ReadingRow> ORDER = Comparator.comparing(ReadingRow::scope)
            .thenComparing(ReadingRow::month)
            .thenComparing(ReadingRow::indicator)
            .thenComparing(ReadingRow::part, Rows::compare);

    private Rows() {}

    private static int compare(Optional<ReadingRow.Part> one, Optional<ReadingRow.Part> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(one.isPresent(), other.isPresent());
        }
        return one.get().compareTo(other.get());
    }
}
