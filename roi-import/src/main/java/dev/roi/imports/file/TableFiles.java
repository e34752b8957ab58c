package dev.roi.imports.file;

import dev.roi.core.Baseline;
import dev.roi.core.Exact;
import dev.roi.core.Keyword;
import dev.roi.core.PolicyId;
import dev.roi.core.Reading.Bound;
import dev.roi.core.Reading.Correction;
import dev.roi.core.Reading.Status;
import dev.roi.core.Scorecard;
import dev.roi.core.Unit;
import dev.roi.core.UnknownReason;
import dev.roi.core.Workflow;
import dev.roi.imports.ReadingRow;
import dev.roi.imports.ReadingRow.Said;
import dev.roi.imports.Readings;
import dev.roi.imports.table.TableKind;
import dev.roi.imports.table.TableText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an import came to as tables, which can be imported again. */
public final class TableFiles {

    private static final int DECIMALS = 17;

    private TableFiles() {}

    /**
     * Writes the readings table.
     *
     * @param readings what an import came to
     * @return the table as CSV
     */
    public static String readings(Readings readings) {
        return text(
                TableKind.READINGS,
                readings.rows().stream().map(TableFiles::row).toList());
    }

    /**
     * Writes every table that has a row.
     *
     * @param readings what an import came to
     * @return the tables as CSV, by the names of their files
     */
    public static Map<String, String> of(Readings readings) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(name(TableKind.READINGS), readings(readings));
        put(
                files,
                TableKind.SCOPES,
                readings.scorecards().stream().map(TableFiles::scope).toList());
        List<Map<String, String>> workflows = new ArrayList<>();
        List<Map<String, String>> baselines = new ArrayList<>();
        for (Scorecard scorecard : readings.scorecards()) {
            scorecard.workflows().forEach(workflow -> workflows.add(workflow(scorecard, workflow)));
            scorecard.baselines().forEach((id, baseline) -> baselines.add(baseline(scorecard, id.value(), baseline)));
        }
        put(files, TableKind.WORKFLOWS, workflows);
        put(files, TableKind.BASELINES, baselines);
        put(
                files,
                TableKind.DATES,
                readings.dates().stream()
                        .map(row -> Map.of(
                                "scope_level", row.scope().level().word(),
                                "scope_id", row.scope().id(),
                                "name", row.name(),
                                "month", row.month().toString()))
                        .toList());
        put(
                files,
                TableKind.BUDGETS,
                readings.budgets().stream()
                        .map(row -> Map.of(
                                "scope_level", row.scope().level().word(),
                                "scope_id", row.scope().id(),
                                "amount", digits(row.amount()),
                                "currency", row.currency().orElse(""),
                                "period", row.period()))
                        .toList());
        return files;
    }

    /**
     * Tells whether a file is one that {@link #of} writes.
     *
     * @param name its name
     * @param begin what it begins with
     * @return whether it is
     */
    public static boolean isOne(String name, String begin) {
        for (TableKind kind : TableKind.values()) {
            if (name.equals(name(kind))
                    && begin.startsWith(String.join(",", kind.columns()).substring(0, 20))) {
                return true;
            }
        }
        return false;
    }

    private static String name(TableKind kind) {
        return kind.word() + ".csv";
    }

    private static void put(Map<String, String> files, TableKind kind, List<Map<String, String>> rows) {
        if (!rows.isEmpty()) {
            files.put(name(kind), text(kind, rows));
        }
    }

    private static String text(TableKind kind, List<Map<String, String>> rows) {
        return TableText.csv(
                kind.columns(),
                rows.stream()
                        .map(row -> kind.columns().stream()
                                .map(column -> row.getOrDefault(column, ""))
                                .toList())
                        .toList());
    }

    private static Map<String, String> row(ReadingRow row) {
        Map<String, String> cells = new HashMap<>();
        Said said = row.said();
        cells.put("scope_level", row.scope().level().word());
        cells.put("scope_id", row.scope().id());
        cells.put("month", row.month().toString());
        cells.put("indicator", row.indicator());
        if (row.figure() instanceof ReadingRow.Value value) {
            cells.put("value", digits(value.number()));
        } else if (row.figure() instanceof ReadingRow.Counts counts) {
            cells.put("numerator", digits(counts.numerator()));
            cells.put("denominator", digits(counts.denominator()));
        } else if (row.figure() instanceof ReadingRow.Unknown unknown) {
            unknown(cells, unknown.reason());
        }
        row.part().ifPresent(part -> {
            cells.put("dimension", part.dimension().word());
            cells.put("part", part.name());
        });
        put(cells, "unit", said.unit().filter(unit -> !new Unit(unit).isMoney()));
        put(cells, "currency", said.unit().filter(unit -> new Unit(unit).isMoney()));
        put(cells, "definition", said.definition());
        put(cells, "source", said.source());
        put(cells, "sample", said.sample().map(TableFiles::digits));
        put(cells, "uncertainty", said.uncertainty().map(TableFiles::digits));
        put(cells, "status", word(said.status(), Status.FINAL));
        put(cells, "bound", word(said.bound(), Bound.EXACT));
        put(cells, "covers_from", said.from().map(Object::toString));
        put(cells, "covers_to", said.to().map(Object::toString));
        put(cells, "correction", said.correction() == Correction.CREDIT ? Optional.of("true") : Optional.empty());
        put(cells, "note", said.note());
        put(cells, "extracted_at", row.extractedAt().map(Object::toString));
        return cells;
    }

    /** That there were no cases is said by the cases. */
    private static void unknown(Map<String, String> cells, UnknownReason reason) {
        if (reason == UnknownReason.NO_CASES) {
            cells.put("numerator", "0");
            cells.put("denominator", "0");
        } else {
            cells.put("unknown", reason.word());
        }
    }

    private static Optional<String> word(Keyword word, Keyword usual) {
        return word.equals(usual) ? Optional.empty() : Optional.of(word.word());
    }

    private static void put(Map<String, String> cells, String column, Optional<String> text) {
        text.ifPresent(there -> cells.put(column, there));
    }

    private static String digits(Exact number) {
        return number.roundedHalfEven(DECIMALS).toString();
    }

    private static Map<String, String> scope(Scorecard scorecard) {
        Map<String, String> cells = new HashMap<>();
        cells.put("scope_level", scorecard.scope().level().word());
        cells.put("scope_id", scorecard.scope().id());
        cells.put("name", scorecard.scope().name());
        put(cells, "first_use", scorecard.scope().firstUse().map(Object::toString));
        put(cells, "currency", scorecard.currency());
        put(cells, "policy", scorecard.policy().map(PolicyId::value));
        if (!scorecard.scope().formerIds().isEmpty()) {
            cells.put("former_ids", String.join(" ", scorecard.scope().formerIds()));
        }
        return cells;
    }

    private static Map<String, String> workflow(Scorecard scorecard, Workflow workflow) {
        Map<String, String> cells = new HashMap<>();
        cells.put("scope_id", scorecard.scope().id());
        cells.put("id", workflow.id());
        cells.put("name", workflow.name());
        cells.put("authorised", String.valueOf(workflow.authorisation() == Workflow.Authorisation.AUTHORISED));
        cells.put("priority", String.valueOf(workflow.priority() == Workflow.Priority.PRIORITY));
        put(cells, "owner", workflow.owner());
        return cells;
    }

    private static Map<String, String> baseline(Scorecard scorecard, String indicator, Baseline baseline) {
        Map<String, String> cells = new HashMap<>();
        cells.put("scope_level", scorecard.scope().level().word());
        cells.put("scope_id", scorecard.scope().id());
        cells.put("indicator", indicator);
        put(cells, "note", baseline.note());
        baseline.fold(
                defined -> {
                    cells.put("value", digits(defined.value()));
                    put(cells, "unit", defined.unit().map(Unit::id));
                    put(cells, "period", defined.period());
                    put(cells, "method", defined.method());
                    put(cells, "definition", defined.definition());
                    return cells;
                },
                undefined -> cells.put("unknown", UnknownReason.NOT_REPORTED.word()));
        return cells;
    }
}
