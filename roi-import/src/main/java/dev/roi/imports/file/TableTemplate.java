package dev.roi.imports.file;

import dev.roi.core.Dimension;
import dev.roi.core.Keyword;
import dev.roi.core.Language;
import dev.roi.core.Level;
import dev.roi.core.Reading;
import dev.roi.core.Reading.Bound;
import dev.roi.core.Reading.Status;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.UnknownReason;
import dev.roi.imports.table.TableKind;
import dev.roi.imports.table.TableText;
import dev.roi.imports.table.WorkbookText;
import dev.roi.imports.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Tables to fill in: a scorecard in which everything is unknown, with a note of what belongs there. */
public final class TableTemplate {

    private final Scorecard empty;
    private final String meaning;

    /**
     * Makes a template.
     *
     * @param empty the scorecard; the notes of its readings say what each of them means
     * @param language the language of what stands beside
     */
    public TableTemplate(Scorecard empty, Language language) {
        this.empty = empty;
        this.meaning = "# " + new Words(language).say("template.meaning");
    }

    /**
     * Writes the readings table.
     *
     * @return the table as CSV
     */
    public String csv() {
        List<String> columns = columns(TableKind.READINGS);
        return TableText.csv(columns, cells(columns, readings()));
    }

    /**
     * Writes a workbook with a sheet for each table, and lists to choose from.
     *
     * @return its bytes
     */
    public byte[] workbook() {
        WorkbookText workbook = new WorkbookText("roi-readings/1");
        sheet(workbook, TableKind.READINGS, readings());
        sheet(workbook, TableKind.SCOPES, List.of(scope()));
        sheet(workbook, TableKind.WORKFLOWS, workflows());
        sheet(workbook, TableKind.BASELINES, baselines());
        sheet(workbook, TableKind.DATES, List.of());
        sheet(workbook, TableKind.BUDGETS, List.of());
        List<String> reasons = Stream.of(
                        UnknownReason.NOT_INSTRUMENTED,
                        UnknownReason.SCATTERED,
                        UnknownReason.NOT_DUE,
                        UnknownReason.NOT_REPORTED)
                .map(Keyword::word)
                .toList();
        return workbook.choice("scope_level", words(Level.values()))
                .choice("indicator", indicators())
                .choice("unknown", reasons)
                .choice("dimension", words(Dimension.values()))
                .choice("status", words(Status.values()))
                .choice("bound", words(Bound.values()))
                .choice("authorised", List.of("true", "false"))
                .choice("priority", List.of("true", "false"))
                .choice("correction", List.of("true"))
                .bytes();
    }

    private static List<String> words(Keyword[] values) {
        return Arrays.stream(values).map(Keyword::word).toList();
    }

    private void sheet(WorkbookText workbook, TableKind kind, List<Map<String, String>> rows) {
        List<String> columns = columns(kind);
        workbook.sheet(kind.word(), columns, cells(columns, rows));
    }

    /** What an indicator means stands right beside its name, in a column that is not read. */
    private List<String> columns(TableKind kind) {
        List<String> columns = new ArrayList<>(kind.columns());
        int indicator = columns.indexOf("indicator");
        if (indicator >= 0) {
            columns.add(indicator + 1, meaning);
        }
        return columns;
    }

    private static List<List<String>> cells(List<String> columns, List<Map<String, String>> rows) {
        return rows.stream()
                .map(row -> columns.stream()
                        .map(column -> row.getOrDefault(column, ""))
                        .toList())
                .toList();
    }

    private List<String> indicators() {
        return readings().stream().map(row -> row.get("indicator")).toList();
    }

    private List<Map<String, String>> readings() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Snapshot snapshot : empty.snapshots()) {
            snapshot.readings().forEach((id, reading) -> {
                Map<String, String> row = whose();
                row.put("month", snapshot.month().toString());
                row.put("indicator", id.value());
                row.put("unknown", reason(reading));
                row.put(meaning, reading.note().orElse(""));
                rows.add(row);
            });
        }
        return rows;
    }

    private static String reason(Reading reading) {
        return reading.fold(known -> "", unknown -> unknown.reason().word());
    }

    private List<Map<String, String>> baselines() {
        List<Map<String, String>> rows = new ArrayList<>();
        empty.baselines().forEach((id, baseline) -> {
            Map<String, String> row = whose();
            row.put("indicator", id.value());
            row.put("unknown", UnknownReason.NOT_REPORTED.word());
            row.put(meaning, baseline.note().orElse(""));
            rows.add(row);
        });
        return rows;
    }

    private List<Map<String, String>> workflows() {
        return empty.workflows().stream()
                .map(workflow -> Map.of(
                        "id", workflow.id(),
                        "name", workflow.name(),
                        "authorised", "true",
                        "priority", "true",
                        "owner", workflow.owner().orElse("")))
                .toList();
    }

    private Map<String, String> scope() {
        Map<String, String> row = whose();
        row.put("name", empty.scope().name());
        row.put("first_use", empty.firstUse().toString());
        row.put("currency", empty.currency().orElse(""));
        row.put("policy", empty.policy().map(Object::toString).orElse(""));
        return row;
    }

    private Map<String, String> whose() {
        Map<String, String> row = new HashMap<>();
        row.put("scope_level", empty.scope().level().word());
        row.put("scope_id", empty.scope().id());
        return row;
    }
}
