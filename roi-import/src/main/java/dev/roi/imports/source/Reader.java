package dev.roi.imports.source;

import dev.roi.core.json.JsonRecord;
import dev.roi.imports.table.Line;
import java.util.List;
import java.util.Set;

/** Understands what one tool exports. It is given every record and row of all its files, in any order, then finishes. */
interface Reader {

    /**
     * Takes an object of a JSON export, which may be a page of others.
     *
     * @param record the object
     * @return whether it is one that this tool exports
     */
    default boolean take(JsonRecord record) {
        return false;
    }

    /**
     * Tells which columns a CSV export lacks.
     *
     * @param columns those that it has
     * @return the columns that are missing; empty where it can be read
     */
    default List<String> missing(Set<String> columns) {
        return NO_CSV;
    }

    /**
     * Takes a row of a CSV export.
     *
     * @param line the row
     */
    default void take(Line line) {}

    /** Hands over what can be told only when everything was read. */
    default void finish() {}

    /** The answer of a tool that exports no CSV. */
    List<String> NO_CSV = List.of("");
}
