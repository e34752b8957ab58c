package dev.roi.imports.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The tables that are read, and what their columns are called. What a table is, its header tells. */
public enum TableKind {
    /** A reading, or a part of one, in each row. */
    READINGS(
            List.of("scope_level", "scope_id", "month", "indicator"),
            List.of(
                    "value",
                    "numerator",
                    "denominator",
                    "unknown",
                    "dimension",
                    "part",
                    "unit",
                    "currency",
                    "definition",
                    "source",
                    "sample",
                    "uncertainty",
                    "status",
                    "bound",
                    "covers_from",
                    "covers_to",
                    "correction",
                    "note",
                    "extracted_at")),
    /** A baseline in each row. */
    BASELINES(
            List.of("scope_level", "scope_id", "indicator"),
            List.of("value", "unknown", "unit", "period", "method", "definition", "note")),
    /** A budget in each row. */
    BUDGETS(List.of("scope_level", "scope_id", "amount", "period"), List.of("currency")),
    /** A month with a name in each row. */
    DATES(List.of("scope_level", "scope_id", "name", "month"), List.of()),
    /** A workflow of the register in each row. */
    WORKFLOWS(List.of("id", "authorised"), List.of("scope_id", "name", "priority", "owner")),
    /** A scope in each row. */
    SCOPES(List.of("scope_level", "scope_id"), List.of("name", "first_use", "currency", "policy", "former_ids"));

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of, and never changed
    private final List<String> required;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> optional;

    TableKind(List<String> required, List<String> optional) {
        this.required = required;
        this.optional = optional;
    }

    /**
     * Returns what the table is called.
     *
     * @return the name of its sheet in a workbook
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the columns.
     *
     * @return the names of all of them, in order
     */
    public List<String> columns() {
        List<String> columns = new ArrayList<>(required);
        columns.addAll(optional);
        return columns;
    }

    List<String> missing(Set<String> header) {
        return required.stream().filter(column -> !header.contains(column)).toList();
    }

    private long known(Set<String> header) {
        return columns().stream().filter(header::contains).count();
    }

    /** The table that a header is of: every required column is there, and of several such tables most others. */
    static Optional<TableKind> of(Set<String> header) {
        return List.of(values()).stream()
                .filter(kind -> kind.missing(header).isEmpty())
                .max(Comparator.<TableKind>comparingLong(kind -> kind.known(header))
                        .thenComparing(Comparator.<TableKind>naturalOrder().reversed()));
    }

    /** The table that a header was most likely meant to be of: it has at least two of its columns. */
    static Optional<TableKind> nearest(Set<String> header) {
        return List.of(values()).stream()
                .filter(kind -> kind.known(header) > 1)
                .max(Comparator.<TableKind>comparingLong(kind -> kind.known(header))
                        .thenComparing(Comparator.<TableKind>naturalOrder().reversed()));
    }
}
