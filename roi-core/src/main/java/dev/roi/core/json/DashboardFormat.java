package dev.roi.core.json;

import static dev.roi.core.format.Field.field;
import static dev.roi.core.format.Field.maybe;
import static dev.roi.core.format.Field.usually;
import static dev.roi.core.format.Shape.flag;
import static dev.roi.core.format.Shape.number;
import static dev.roi.core.format.Shape.object;
import static dev.roi.core.format.Shape.wholeList;
import static dev.roi.core.format.Shape.word;
import static dev.roi.core.json.Nouns.BLOCK;
import static dev.roi.core.json.Nouns.INDICATOR;
import static dev.roi.core.json.Nouns.MONTH;
import static dev.roi.core.json.Nouns.TEXT;
import static dev.roi.core.json.Nouns.UNIT;
import static dev.roi.core.json.Nouns.made;

import dev.roi.core.BlockId;
import dev.roi.core.Dashboard.Cell;
import dev.roi.core.Dashboard.Comparability;
import dev.roi.core.Dashboard.Point;
import dev.roi.core.Dashboard.Row;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.Snapshot.Completeness;
import dev.roi.core.Trend;
import dev.roi.core.Unit;
import dev.roi.core.format.Field;
import dev.roi.core.format.Read;
import dev.roi.core.format.Shape;
import dev.roi.core.format.Text;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The rows of a dashboard. What a row says of its indicators stands in lists, one item for each. */
final class DashboardFormat {

    private static final Shape<Optional<Exact>> MAYBE_NUMBER = number().orNull();
    private static final Text<Trend.Course> COURSE = word(Trend.Course.class);
    private static final Shape<Optional<Trend.Reason>> NO_TREND =
            word(Trend.Reason.class).orNull();

    // months

    private static final Field<Point, YearMonth> OF_MONTH = field("month", "The month.", MONTH, Point::month);
    private static final Field<Point, Boolean> IS_COMPLETE = field(
            "complete",
            "Whether it is over and fully reported.",
            flag(),
            point -> point.completeness() == Completeness.COMPLETE);
    private static final Field<Point, Optional<Exact>> SHOWED =
            field("value", "Its value; null where not known.", MAYBE_NUMBER, Point::value);
    private static final Field<Point, Optional<Boolean>> OTHER_DEFINITION = maybe(
            "otherDefinition",
            "True where it was measured under another definition than the baseline or, without one, than the latest known "
                    + "month. Otherwise left out.",
            flag(),
            point -> Optional.of(true).filter(is -> point.comparability() == Comparability.OTHER_DEFINITION));

    private static final Shape<Point> POINT = object(
                    "One month.",
                    read -> made(
                            read,
                            () -> new Point(
                                    read.get(OF_MONTH),
                                    read.get(IS_COMPLETE) ? Completeness.COMPLETE : Completeness.PARTIAL,
                                    read.get(SHOWED),
                                    read.get(OTHER_DEFINITION).orElse(false)
                                            ? Comparability.OTHER_DEFINITION
                                            : Comparability.COMPARABLE)),
                    OF_MONTH,
                    IS_COMPLETE,
                    SHOWED,
                    OTHER_DEFINITION)
            .named("point");

    // rows

    private static final Field<Row, BlockId> ABOUT = field("block", "The block it is about.", BLOCK, Row::block);
    private static final Field<Row, List<IndicatorId>> INDICATORS = field(
            "indicators",
            "The indicators that are read together.",
            wholeList(INDICATOR).also("minItems", 1),
            each(Cell::indicator));
    private static final Field<Row, List<Optional<Exact>>> VALUES = field(
            "values",
            "This month's values, in the order of `indicators`; null where not known.",
            wholeList(MAYBE_NUMBER),
            each(Cell::value));
    private static final Field<Row, List<Optional<Exact>>> BASELINES = field(
            "baselines",
            "The baselines, in the order of `indicators`; null where there is none.",
            wholeList(MAYBE_NUMBER),
            each(Cell::baseline));
    private static final Field<Row, Trend.Course> WORST_TREND = field(
            "trend",
            "The worst trend among the indicators.",
            COURSE,
            row -> row.trend().course());
    private static final Field<Row, Optional<Trend.Reason>> NO_WORST_TREND = field(
            "trendReason",
            "Why the trend is undetermined.",
            NO_TREND,
            row -> row.trend().reason());
    private static final Field<Row, String> NOTE =
            field("note", "What the row says for the decision.", TEXT, Row::note);
    private static final Field<Row, String> BLOCK_NAME =
            field("blockName", "What people call the block.", TEXT, Row::blockName);
    private static final Field<Row, List<String>> NAMES =
            field("names", "What people call the indicators.", wholeList(TEXT), each(Cell::name));
    private static final Field<Row, List<Unit>> UNITS =
            field("units", "What their numbers count.", wholeList(UNIT), each(Cell::unit));
    private static final Field<Row, List<String>> VALUE_TEXTS =
            field("valueTexts", "The values with their units, in words.", wholeList(TEXT), each(Cell::valueText));
    private static final Field<Row, List<String>> BASELINE_TEXTS = field(
            "baselineTexts", "The baselines with their units, in words.", wholeList(TEXT), each(Cell::baselineText));
    private static final Field<Row, List<Trend.Course>> TRENDS = field(
            "trends",
            "The trend of each indicator.",
            wholeList(COURSE),
            each(cell -> cell.trend().course()));
    private static final Field<Row, List<Optional<Trend.Reason>>> NO_TRENDS = field(
            "trendReasons",
            "Why a trend is undetermined.",
            wholeList(NO_TREND),
            each(cell -> cell.trend().reason()));
    private static final Field<Row, List<List<Point>>> HISTORY = field(
            "history",
            "The months of each indicator up to the reviewed one, in order.",
            wholeList(wholeList(POINT)),
            each(Cell::history));
    private static final Field<Row, List<Optional<String>>> DEFINITIONS = field(
            "definitions",
            "How this month's values were measured; null where nobody says.",
            wholeList(TEXT.orNull()),
            each(Cell::definition));
    private static final Field<Row, List<List<Exact>>> LIMITS = usually(
            "limits",
            "What rules hold each value against, each number once from the least. Left out where there is nothing for any.",
            wholeList(wholeList(number())).also("minItems", 1),
            List.of(),
            row -> row.cells().stream().allMatch(cell -> cell.limits().isEmpty())
                    ? List.of()
                    : row.cells().stream().map(Cell::limits).toList());

    static final Shape<Row> ROW = object(
                    "One line of the dashboard: one indicator, or a few that are read together.",
                    read -> made(
                            read,
                            () -> new Row(
                                    read.get(ABOUT),
                                    read.get(BLOCK_NAME),
                                    cells(read),
                                    new Trend(read.get(WORST_TREND), read.get(NO_WORST_TREND)),
                                    read.get(NOTE))),
                    ABOUT,
                    INDICATORS,
                    VALUES,
                    BASELINES,
                    WORST_TREND,
                    NO_WORST_TREND,
                    NOTE,
                    BLOCK_NAME,
                    NAMES,
                    UNITS,
                    VALUE_TEXTS,
                    BASELINE_TEXTS,
                    TRENDS,
                    NO_TRENDS,
                    HISTORY,
                    DEFINITIONS,
                    LIMITS)
            .named("row");

    private static <T> Function<Row, List<T>> each(Function<Cell, T> value) {
        return row -> row.cells().stream().map(value).toList();
    }

    private static List<Cell> cells(Read<Row> read) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < read.get(INDICATORS).size(); i++) {
            cells.add(new Cell(
                    read.get(INDICATORS).get(i),
                    item(read, NAMES, i),
                    item(read, VALUES, i),
                    item(read, UNITS, i),
                    item(read, BASELINES, i),
                    new Trend(item(read, TRENDS, i), item(read, NO_TRENDS, i)),
                    item(read, VALUE_TEXTS, i),
                    item(read, BASELINE_TEXTS, i),
                    item(read, HISTORY, i),
                    read.get(LIMITS).isEmpty() ? List.of() : item(read, LIMITS, i),
                    item(read, DEFINITIONS, i)));
        }
        return cells;
    }

    private static <T> T item(Read<Row> read, Field<Row, List<T>> field, int index) {
        List<T> items = read.get(field);
        int indicators = read.get(INDICATORS).size();
        if (items.size() != indicators) {
            throw new IllegalArgumentException("`%s` has %s items, and `%s` has %s"
                    .formatted(field.key(), items.size(), INDICATORS.key(), indicators));
        }
        return items.get(index);
    }

    private DashboardFormat() {}
}
