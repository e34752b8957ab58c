package dev.roi.governance.scenario;

import static dev.roi.core.format.Field.field;
import static dev.roi.core.format.Field.usually;
import static dev.roi.core.format.Shape.anyText;
import static dev.roi.core.format.Shape.list;
import static dev.roi.core.format.Shape.object;

import dev.roi.core.IndicatorSet;
import dev.roi.core.Message;
import dev.roi.core.format.Cursor;
import dev.roi.core.format.Field;
import dev.roi.core.format.Kind;
import dev.roi.core.format.Objection;
import dev.roi.core.format.Read;
import dev.roi.core.format.Shape;
import dev.roi.rules.policy.DeclaredNames;
import dev.roi.rules.policy.PolicyCode;
import dev.roi.rules.policy.PolicyDraft;
import dev.roi.rules.policy.PolicyObjections;
import dev.roi.rules.policy.PolicyShapes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tables of scenarios: one for each row; a column is an indicator of the reviewed month, or something expected. */
final class Tables {

    private static final Shape<List<Cursor>> ROW = list(anyText()
            .later()
            .also("type", List.of("string", "number", "object", "array", "null"))
            .also(
                    "description",
                    "A reading, a decision, a headline, or names of levers or rules, as the column says; null"
                            + " for nothing."));

    private static final Field<Table, String> NAME =
            usually("table", "What the rows show.", anyText().also("minLength", 1), "table");
    private static final Field<Table, List<Cursor>> ROWS = field(
            "rows",
            "The rows, each a list.",
            list(ROW.also("minItems", 1).later()).also("minItems", 1).suchAs("[[12, adjust], [30, maintain]]"));

    private final IndicatorSet indicators;
    private final PolicyObjections objections;
    private final Expectations<ScenarioReader.Draft> expectations;
    private final GivenFields<Table> given;
    private final Shape<String> column;
    private final Field<Table, List<Cursor>> columns;
    private final Shape<Table> shape;

    Tables(
            Cases cases,
            IndicatorSet indicators,
            PolicyDraft.Names known,
            Expectations<ScenarioReader.Draft> expectations,
            PolicyObjections objections) {
        this.indicators = indicators;
        this.objections = objections;
        this.expectations = expectations;
        this.given = new GivenFields<>("case", cases, indicators, known.indicators(), objections);
        this.column = PolicyShapes.known(
                Message.of("column"), DeclaredNames.of(Expectations.KEYS).and(known.indicators()));
        this.columns = field(
                "columns",
                "Indicators of the reviewed month, and what is expected.",
                list(column.also("pattern", PolicyShapes.KEBAB).later())
                        .also("minItems", 1)
                        .suchAs("[indicator, decision]"));
        List<Field<Table, ?>> fields = new ArrayList<>(List.of(NAME));
        fields.addAll(given.fields());
        fields.add(columns);
        fields.add(ROWS);
        this.shape = object("Scenarios that differ in a few readings.", this::table, fields);
    }

    Shape<Table> shape() {
        return shape;
    }

    /** A table as it is written; a column that could not be read has no name. */
    record Table(String name, BaseCase given, Optional<String> base, List<String> columns, List<Cursor> rows) {}

    private Optional<Table> table(Read<Table> read) {
        List<String> named = new ArrayList<>();
        read.find(columns).orElse(List.of()).forEach(value -> {
            Optional<String> name = column.read(value, objections);
            boolean isTwice = name.filter(named::contains).isPresent();
            if (isTwice) {
                objections.at(value.spot(), PolicyShapes.twice(Message.of("column `%s`", name.orElseThrow())));
            }
            named.add(isTwice ? "" : name.orElse(""));
        });
        return Optional.of(new Table(
                read.get(NAME),
                given.given(read),
                given.base(read),
                named,
                read.find(ROWS).orElse(List.of())));
    }

    /** Reads a row, which is a scenario. */
    Optional<ScenarioReader.Draft> row(Table table, Cursor row) {
        return ROW.read(row, objections)
                .filter(cells -> !table.columns().isEmpty()
                        && hasCells(row, cells, table.columns().size()))
                .map(cells -> draft(table, cells));
    }

    private boolean hasCells(Cursor row, List<Cursor> written, int columns) {
        int cells = written.size();
        if (cells != columns) {
            objections.at(
                    row.spot(),
                    new Objection(
                            PolicyCode.WRONG_VALUE.id(),
                            Message.of(
                                    "the row has %s for %s.",
                                    cells == 1 ? Message.of("1 value") : Message.of("%s values", cells),
                                    columns == 1 ? Message.of("1 column") : Message.of("%s columns", columns)),
                            cells < columns
                                    ? Message.of("Write `null` for a cell that says nothing.")
                                    : partedNumber(written)
                                            .orElse(Message.of(
                                                    "Take out what is too many, or name its column; several words"
                                                            + " stand in brackets, `[one, other]`."))));
        }
        return cells == columns;
    }

    /** Finds a number that a decimal comma has parted in two: no space stands between its halves. */
    private static Optional<Message> partedNumber(List<Cursor> cells) {
        for (int i = 1; i < cells.size(); i++) {
            Cursor before = cells.get(i - 1);
            Cursor after = cells.get(i);
            if (before.kind() == Kind.NUMBER
                    && after.kind() == Kind.NUMBER
                    && before.spot().place().line() == after.spot().place().line()
                    && after.spot().place().column() - before.spot().place().column()
                            == before.digits().length() + 1) {
                return Optional.of(
                        Message.of("Decimals stand behind a full stop: `%s.%s`.", before.digits(), after.digits()));
            }
        }
        return Optional.empty();
    }

    private ScenarioReader.Draft draft(Table table, List<Cursor> row) {
        Map<String, Cursor> cells = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
            if (row.get(i).kind() != Kind.NULL) {
                cells.put(table.columns().get(i), row.get(i));
            }
        }
        Map<String, Cursor> measured = new LinkedHashMap<>(cells);
        measured.keySet().removeAll(Expectations.KEYS);
        List<String> shown = new ArrayList<>();
        measured.forEach((name, cell) -> shown.add("%s %s".formatted(name, shown(cell))));
        measured.keySet().removeIf(name -> !BaseCase.isOf(indicators, name));
        return new ScenarioReader.Draft(
                shown.isEmpty() ? table.name() : "%s: %s".formatted(table.name(), String.join(", ", shown)),
                table.given().with(measured),
                table.base(),
                measured,
                expectations.expected(cells, objections),
                table.columns().contains("") || expectations.isSaid(cells));
    }

    private static String shown(Cursor cell) {
        return switch (cell.kind()) {
            case NUMBER -> cell.number().toString();
            case TEXT -> cell.text();
            case OBJECT, ARRAY, BOOLEAN, NULL -> "…";
        };
    }
}
