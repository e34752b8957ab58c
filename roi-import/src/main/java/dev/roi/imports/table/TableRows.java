package dev.roi.imports.table;

import dev.roi.core.Dimension;
import dev.roi.core.Exact;
import dev.roi.core.Level;
import dev.roi.core.Names;
import dev.roi.core.PolicyId;
import dev.roi.core.Quoted;
import dev.roi.core.Reading.Bound;
import dev.roi.core.Reading.Correction;
import dev.roi.core.Reading.Status;
import dev.roi.core.ScorecardCheck;
import dev.roi.core.Unit;
import dev.roi.core.UnknownReason;
import dev.roi.core.Workflow;
import dev.roi.imports.BaselineRow;
import dev.roi.imports.BudgetRow;
import dev.roi.imports.DateRow;
import dev.roi.imports.ReadingRow;
import dev.roi.imports.Readings;
import dev.roi.imports.ScopeKey;
import dev.roi.imports.ScopeRow;
import dev.roi.imports.WorkflowRow;
import dev.roi.imports.text.ImportFault;
import dev.roi.imports.text.ImportFaults;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The rows of one table, understood. For use with one table. */
final class TableRows implements Consumer<Line> {

    /** The other reasons follow from what is given. */
    private static final List<UnknownReason> REASONS = List.of(
            UnknownReason.NOT_INSTRUMENTED, UnknownReason.SCATTERED, UnknownReason.NOT_DUE, UnknownReason.NOT_REPORTED);

    private static final Pattern TOTALS =
            Pattern.compile("(grand |sous-|sub-?)?(total|totaux|somme|sum)\\b", Pattern.CASE_INSENSITIVE);

    private final TableKind kind;
    private final Readings.Builder readings;
    private final ImportFaults faults;
    private final Cells cells;

    TableRows(TableKind kind, Readings.Builder readings, ImportFaults faults) {
        this.kind = kind;
        this.readings = readings;
        this.faults = faults;
        this.cells = new Cells(faults);
    }

    @Override
    public void accept(Line line) {
        if (line.isBlank()) {
            return;
        }
        switch (kind) {
            case READINGS -> reading(line);
            case SCOPES -> scope(line);
            case WORKFLOWS -> workflow(line);
            case BASELINES -> baseline(line);
            case DATES -> date(line);
            case BUDGETS -> budget(line);
        }
    }

    private Optional<ScopeKey> key(Line line) {
        Optional<Level> level =
                cells.required(line, "scope_level").flatMap(text -> cells.word(line, "scope_level", Level.class));
        Optional<String> id = cells.kebab(line, "scope_id");
        return level.flatMap(known -> id.map(name -> new ScopeKey(known, name)));
    }

    /** A row that a spreadsheet adds up others in; as one fault, and not as one for each cell that it lacks. */
    private boolean isTotals(Line line) {
        Optional<String> totals =
                line.text("scope_level").filter(text -> TOTALS.matcher(text).lookingAt());
        totals.ifPresent(text ->
                faults.add(ImportFault.WRONG_WORD, line.place("scope_level"), "totals", "text", Quoted.of(text)));
        return totals.isPresent();
    }

    private void reading(Line line) {
        if (isTotals(line)) {
            return;
        }
        Optional<ScopeKey> scope = key(line);
        Optional<YearMonth> month = cells.requiredMonth(line, "month");
        Optional<String> indicator = cells.required(line, "indicator");
        Optional<ReadingRow.Figure> figure = figure(line);
        Optional<Optional<ReadingRow.Part>> part = part(line);
        ReadingRow.Said said = said(line);
        Optional<Instant> extracted = cells.moment(line, "extracted_at");
        if (scope.isPresent() && month.isPresent() && indicator.isPresent() && figure.isPresent() && part.isPresent()) {
            readings.add(new ReadingRow(
                    scope.get(),
                    month.get(),
                    indicator.get(),
                    figure.get(),
                    part.get(),
                    said,
                    extracted,
                    line.origin()));
        }
    }

    private Optional<ReadingRow.Figure> figure(Line line) {
        boolean value = !isEmpty(line, "value");
        boolean counts = !isEmpty(line, "numerator") || !isEmpty(line, "denominator");
        boolean unknown = !isEmpty(line, "unknown");
        if (!value && !counts && !unknown) {
            faults.add(ImportFault.EMPTY_CELL, line.place("value"), "no-figure");
            return Optional.empty();
        }
        if ((value && counts) || (unknown && (value || counts))) {
            faults.add(
                    ImportFault.CONTRADICTION,
                    line.place(unknown ? "unknown" : "value"),
                    unknown ? "unknown-and-figure" : "value-and-counts");
            return Optional.empty();
        }
        if (unknown) {
            return unknown(line);
        }
        if (counts) {
            Optional<String> one = cells.required(line, "numerator");
            Optional<String> other = cells.required(line, "denominator");
            Optional<Exact> numerator = one.flatMap(text -> cells.number(line, "numerator"));
            Optional<Exact> denominator = other.flatMap(text -> cells.number(line, "denominator"));
            return numerator.flatMap(top -> denominator.map(bottom -> new ReadingRow.Counts(top, bottom)));
        }
        return cells.number(line, "value", true)
                .filter(number -> isPercentage(line, number))
                .map(number -> new ReadingRow.Value(number.number()));
    }

    /** A percent sign says the unit; another unit beside it contradicts. */
    private boolean isPercentage(Line line, NumberText number) {
        boolean other = number.percent()
                && line.text("unit")
                        .filter(unit -> !unit.equals(Unit.PERCENT.id()))
                        .isPresent();
        if (other) {
            faults.add(
                    ImportFault.CONTRADICTION,
                    line.place("unit"),
                    "percent-and-unit",
                    "unit",
                    Quoted.of(line.text("unit").orElse("")));
        }
        return !other;
    }

    private static boolean isEmpty(Line line, String column) {
        Cell cell = line.cell(column);
        return cell.isEmpty() && cell.kind() != Cell.Kind.FORMULA;
    }

    private Optional<ReadingRow.Figure> unknown(Line line) {
        return cells.text(line, "unknown").flatMap(text -> {
            Optional<UnknownReason> reason =
                    REASONS.stream().filter(one -> one.word().equals(text)).findFirst();
            if (reason.isEmpty()) {
                cells.unknownWord(
                        line,
                        "unknown",
                        text,
                        REASONS.stream().map(UnknownReason::word).toList());
            }
            return reason.map(ReadingRow.Unknown::new);
        });
    }

    private Optional<Optional<ReadingRow.Part>> part(Line line) {
        Optional<Dimension> dimension = cells.word(line, "dimension", Dimension.class);
        Optional<String> name = cells.label(line, "part");
        boolean alone = line.text("dimension").isPresent() != line.text("part").isPresent();
        if (alone) {
            String missing = line.text("dimension").isPresent() ? "part" : "dimension";
            faults.add(
                    ImportFault.CONTRADICTION, line.place(missing), "part-or-dimension", "column", Quoted.of(missing));
            return Optional.empty();
        }
        if (line.text("dimension").isPresent() && (dimension.isEmpty() || name.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(dimension.flatMap(by -> name.map(part -> new ReadingRow.Part(by, part))));
    }

    private ReadingRow.Said said(Line line) {
        Optional<String> unit = cells.text(line, "unit");
        Optional<String> currency = cells.text(line, "currency");
        boolean percent = line.cell("value").kind() == Cell.Kind.PERCENTAGE
                || line.text("value").filter(text -> text.endsWith("%")).isPresent();
        Optional<String> own = unit.filter(text -> !text.equals(Unit.CURRENCY.id()))
                .or(() -> currency)
                .or(() -> percent ? Optional.of(Unit.PERCENT.id()) : Optional.empty());
        boolean credit = cells.flag(line, "correction").orElse(false);
        return new ReadingRow.Said(
                own,
                cells.text(line, "definition"),
                cells.text(line, "source"),
                cells.number(line, "sample"),
                cells.number(line, "uncertainty"),
                cells.word(line, "status", Status.class).orElse(Status.FINAL),
                cells.word(line, "bound", Bound.class).orElse(Bound.EXACT),
                cells.day(line, "covers_from"),
                cells.day(line, "covers_to"),
                credit ? Correction.CREDIT : Correction.NONE,
                cells.text(line, "note"));
    }

    private void scope(Line line) {
        Optional<ScopeKey> key = key(line);
        Optional<String> name = cells.label(line, "name");
        Optional<YearMonth> firstUse = cells.month(line, "first_use");
        Optional<String> currency = currency(line);
        Optional<PolicyId> policy = line.text("policy").isEmpty()
                ? Optional.empty()
                : cells.kebab(line, "policy").map(PolicyId::new);
        List<String> former = new ArrayList<>();
        cells.text(line, "former_ids")
                .ifPresent(text -> Arrays.stream(text.split("[,; ]+"))
                        .filter(id -> !id.isEmpty())
                        .forEach(id -> {
                            if (Names.isKebab(id)) {
                                former.add(id);
                            } else {
                                cells.unknownWord(line, "former_ids", id, List.of());
                            }
                        }));
        key.ifPresent(
                scope -> readings.scope(new ScopeRow(scope, name, firstUse, currency, policy, former, line.origin())));
    }

    private Optional<String> currency(Line line) {
        return cells.text(line, "currency").filter(code -> {
            boolean known = ScorecardCheck.currencies().contains(code);
            if (!known) {
                cells.unknownWord(line, "currency", code, List.copyOf(ScorecardCheck.currencies()));
            }
            return known;
        });
    }

    private void workflow(Line line) {
        Optional<String> id = cells.required(line, "id").flatMap(text -> cells.label(line, "id"));
        Optional<Boolean> authorised =
                cells.required(line, "authorised").flatMap(text -> cells.flag(line, "authorised"));
        boolean priority = cells.flag(line, "priority").orElse(false);
        Optional<String> name = cells.label(line, "name");
        Optional<String> owner = cells.label(line, "owner");
        Optional<String> scope = line.text("scope_id").isEmpty() ? Optional.empty() : cells.kebab(line, "scope_id");
        if (id.isPresent() && authorised.isPresent()) {
            Workflow workflow = new Workflow(
                    id.get(),
                    name.orElse(id.get()),
                    authorised.get() ? Workflow.Authorisation.AUTHORISED : Workflow.Authorisation.NOT_AUTHORISED,
                    priority ? Workflow.Priority.PRIORITY : Workflow.Priority.ORDINARY,
                    owner);
            readings.workflow(new WorkflowRow(scope, workflow, line.origin()));
        }
    }

    private void baseline(Line line) {
        Optional<ScopeKey> scope = key(line);
        Optional<String> indicator = cells.required(line, "indicator");
        boolean value = !isEmpty(line, "value");
        boolean unknown = !isEmpty(line, "unknown");
        if (value == unknown) {
            faults.add(
                    value ? ImportFault.CONTRADICTION : ImportFault.EMPTY_CELL,
                    line.place("value"),
                    value ? "unknown-and-figure" : "no-baseline");
            return;
        }
        Optional<NumberText> number =
                value ? cells.number(line, "value", true).filter(text -> isPercentage(line, text)) : Optional.empty();
        if (unknown) {
            unknown(line);
        }
        if (scope.isPresent() && indicator.isPresent() && (unknown || number.isPresent())) {
            readings.baseline(new BaselineRow(
                    scope.get(),
                    indicator.get(),
                    number.map(NumberText::number),
                    cells.text(line, "unit"),
                    cells.text(line, "period"),
                    cells.text(line, "method"),
                    cells.text(line, "definition"),
                    cells.text(line, "note"),
                    line.origin()));
        }
    }

    private void date(Line line) {
        Optional<ScopeKey> scope = key(line);
        Optional<String> name = cells.kebab(line, "name");
        Optional<YearMonth> month = cells.requiredMonth(line, "month");
        if (scope.isPresent() && name.isPresent() && month.isPresent()) {
            readings.date(new DateRow(scope.get(), name.get(), month.get(), line.origin()));
        }
    }

    private void budget(Line line) {
        Optional<ScopeKey> scope = key(line);
        Optional<Exact> amount = cells.required(line, "amount").flatMap(text -> cells.number(line, "amount"));
        Optional<String> period = cells.required(line, "period");
        Optional<String> currency = currency(line);
        if (scope.isPresent() && amount.isPresent() && period.isPresent()) {
            readings.budget(new BudgetRow(scope.get(), amount.get(), currency, period.get(), line.origin()));
        }
    }
}
