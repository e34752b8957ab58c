package dev.roi.report.page;

import dev.roi.core.Dashboard;
import dev.roi.core.Dashboard.Comparability;
import dev.roi.core.Dashboard.Point;
import dev.roi.core.Exact;
import dev.roi.core.Snapshot.Completeness;
import dev.roi.core.Unit;
import dev.roi.core.text.Quantities;
import dev.roi.core.trend.ControlChart;
import dev.roi.rules.Series;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The control chart of an indicator as its trend was told, in whole pixels: a line through the known months, broken where
 * one is not known or was measured in another way, a mark of its own shape for each kind of month, whiskers for
 * uncertainty, the mean with its natural limits, the baseline with its tolerance, and the limits of rules. It says the same
 * in words.
 *
 * @param label what it shows, in words
 * @param lines the points of each unbroken run of known months
 * @param marks a mark for each month
 * @param whiskers the uncertainty of each month that has one
 * @param mean how far down the mean is
 * @param natural the natural limits around it
 * @param baseline how far down the baseline is
 * @param tolerated what counts as the same as the baseline
 * @param limits how far down each limit is that lies near the values
 * @param breaks how far right the definition changes
 * @param first the first known value, in short
 * @param last the last known value, in short
 * @param signs what the chart comes to
 */
record Plot(
        String label,
        List<String> lines,
        List<Mark> marks,
        List<Whisker> whiskers,
        Optional<Integer> mean,
        Optional<Span> natural,
        Optional<Integer> baseline,
        Optional<Span> tolerated,
        List<Integer> limits,
        List<Integer> breaks,
        Optional<Value> first,
        Optional<Value> last,
        Signs signs)
        implements Picture {

    /** Where the chart begins, after the first value. */
    static final int LEFT = 50;

    /** Where the chart ends, before the last value. */
    static final int RIGHT = 152;

    static final int WIDTH = 240;
    static final int HEIGHT = 38;
    private static final int EDGE = 5;
    private static final int MOST_MONTHS = 24;

    Plot {
        lines = List.copyOf(lines);
        marks = List.copyOf(marks);
        whiskers = List.copyOf(whiskers);
        limits = List.copyOf(limits);
        breaks = List.copyOf(breaks);
    }

    /**
     * A month.
     *
     * @param x how far right it is
     * @param y how far down it is
     * @param sign what month it is
     */
    record Mark(int x, int y, Sign sign) {}

    /**
     * How far the true value of a month may be away.
     *
     * @param x how far right the month is
     * @param top how far down the upper end is
     * @param bottom how far down the lower end is
     */
    record Whisker(int x, int top, int bottom) {}

    /**
     * What lies between two heights.
     *
     * @param top how far down the upper end is
     * @param bottom how far down the lower end is
     */
    record Span(int top, int bottom) {

        int height() {
            return Math.max(1, bottom - top);
        }
    }

    /**
     * A value beside the chart.
     *
     * @param text the value in short
     * @param y how far down it is written
     */
    record Value(String text, int y) {}

    /** What a picture may show, in the order of its key. */
    enum Sign {
        REVIEWED,
        COMPLETE,
        SIGNAL,
        PARTIAL,
        OTHER_DEFINITION,
        UNKNOWN,
        UNCERTAINTY,
        MEAN,
        NATURAL,
        BASELINE,
        TOLERANCE,
        LIMIT,
        BREAK
    }

    /** Returns what it shows, each once. */
    Set<Sign> shown() {
        Set<Sign> shown = EnumSet.noneOf(Sign.class);
        marks.forEach(mark -> shown.add(mark.sign()));
        mean.ifPresent(line -> shown.add(Sign.MEAN));
        natural.ifPresent(line -> shown.add(Sign.NATURAL));
        baseline.ifPresent(line -> shown.add(Sign.BASELINE));
        tolerated.ifPresent(line -> shown.add(Sign.TOLERANCE));
        if (!whiskers.isEmpty()) {
            shown.add(Sign.UNCERTAINTY);
        }
        if (!limits.isEmpty()) {
            shown.add(Sign.LIMIT);
        }
        if (!breaks.isEmpty()) {
            shown.add(Sign.BREAK);
        }
        return shown;
    }

    /** Tells whether it shows anything at all. */
    boolean isEmpty() {
        return marks.isEmpty();
    }

    /** The month that a series ends with. */
    static Optional<YearMonth> reviewed(Series series) {
        List<Point> history = series.cell().history();
        return history.isEmpty() ? Optional.empty() : Optional.of(history.get(history.size() - 1).month());
    }

    static Plot of(Series series, Words words) {
        Dashboard.Cell cell = series.cell();
        List<Point> history = cell.history();
        List<Point> shown = history.subList(Math.max(0, history.size() - MOST_MONTHS), history.size());
        Signs signs = Signs.of(series, words);
        if (shown.stream().allMatch(point -> point.value().isEmpty())) {
            return new Plot(
                    label(series, shown, signs, words),
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    signs);
        }
        return new Drawing(series, shown, signs, words).plot();
    }

    /** Puts one series where it belongs. */
    private static final class Drawing {

        private final Series series;
        private final List<Point> shown;
        private final Signs signs;
        private final Words words;
        private final List<Exact> limits;
        private final Optional<ControlChart.Limits> chart;
        private final Scale scale;

        Drawing(Series series, List<Point> shown, Signs signs, Words words) {
            this.series = series;
            this.shown = shown;
            this.signs = signs;
            this.words = words;
            List<Exact> drawn = new ArrayList<>();
            for (Point point : shown) {
                Exact doubt = doubt(point);
                point.value().ifPresent(value -> drawn.addAll(List.of(value.minus(doubt), value.plus(doubt))));
            }
            boolean isPositive = drawn.stream().allMatch(value -> value.signum() >= 0);
            this.chart = series.chart().flatMap(ControlChart::limits).map(found -> isPositive
                    ? new ControlChart.Limits(found.centre(), atLeastZero(found.lower()), found.upper())
                    : found);
            chart.ifPresent(found -> drawn.addAll(List.of(found.lower(), found.upper())));
            Exact tolerance = series.tolerance().orElse(Exact.ZERO);
            series.cell()
                    .baseline()
                    .ifPresent(base -> drawn.addAll(List.of(base.minus(tolerance), base.plus(tolerance))));
            this.limits = near(series.cell().limits(), drawn);
            this.scale = Scale.of(
                    Stream.concat(drawn.stream(), limits.stream()).toList());
        }

        private static Exact atLeastZero(Exact value) {
            return value.signum() < 0 ? Exact.ZERO : value;
        }

        private Exact doubt(Point point) {
            return series.uncertainty().getOrDefault(point.month(), Exact.ZERO);
        }

        /** Limits so far off that they would flatten everything else are only told. */
        private static List<Exact> near(List<Exact> limits, List<Exact> values) {
            Exact least = Collections.min(values);
            Exact most = Collections.max(values);
            Exact span = most.minus(least);
            Exact margin = span.isZero() ? most.magnitude() : span;
            return limits.stream()
                    .filter(limit -> !limit.isBelow(least.minus(margin)) && !limit.isAbove(most.plus(margin)))
                    .toList();
        }

        Plot plot() {
            Optional<Exact> tolerance = series.tolerance();
            List<Point> known =
                    shown.stream().filter(point -> point.value().isPresent()).toList();
            return new Plot(
                    label(series, shown, signs, words),
                    lines(),
                    marks(),
                    whiskers(),
                    chart.map(found -> y(found.centre())),
                    chart.map(found -> new Span(y(found.upper()), y(found.lower()))),
                    series.cell().baseline().map(this::y),
                    series.cell()
                            .baseline()
                            .flatMap(base -> tolerance.map(
                                    around -> new Span(y(base.plus(around)), y(base.minus(around))))),
                    limits.stream().map(this::y).distinct().toList(),
                    breaks(),
                    known.size() > 1 ? Optional.of(value(known.get(0))) : Optional.empty(),
                    Optional.of(value(known.get(known.size() - 1))),
                    signs);
        }

        private Value value(Point point) {
            Exact value = point.value().orElseThrow();
            Unit unit = series.cell().unit();
            boolean isShort = unit.isMoney() || unit.equals(Unit.PERCENT);
            String text = isShort
                    ? words.quantities().format(whole(value, unit), unit)
                    : words.quantities().format(value, Unit.COUNT);
            return new Value(text, Math.max(9, Math.min(HEIGHT - 3, y(value) + 3)));
        }

        private static Exact whole(Exact value, Unit unit) {
            return unit.isMoney() && value.magnitude().isAbove(Exact.HUNDRED)
                    ? Exact.of(value.rounded(0).toPlainString())
                    : value;
        }

        private List<String> lines() {
            List<String> lines = new ArrayList<>();
            StringBuilder line = new StringBuilder();
            Optional<Point> before = Optional.empty();
            for (Point point : shown) {
                if (point.value().isEmpty() || !follows(before, point)) {
                    end(line, lines);
                }
                point.value()
                        .ifPresent(value -> line.append(line.isEmpty() ? "" : " ")
                                .append(x(point.month()))
                                .append(',')
                                .append(y(value)));
                before = Optional.of(point);
            }
            end(line, lines);
            return lines;
        }

        private static boolean follows(Optional<Point> before, Point point) {
            return before.filter(last -> last.month().plusMonths(1).equals(point.month()))
                    .filter(last -> last.comparability() == point.comparability())
                    .isPresent();
        }

        /** A run of one month is a mark without a line. */
        private static void end(StringBuilder line, List<String> lines) {
            if (line.indexOf(" ") > 0) {
                lines.add(line.toString());
            }
            line.setLength(0);
        }

        private List<Mark> marks() {
            List<Mark> marks = new ArrayList<>();
            List<YearMonth> signal = series.chart().map(ControlChart::signal).orElse(List.of());
            for (int i = 0; i < shown.size(); i++) {
                Point point = shown.get(i);
                int y = point.value().map(this::y).orElse(HEIGHT - EDGE);
                Sign sign = sign(point, i == shown.size() - 1);
                boolean isSignal = signal.contains(point.month());
                marks.add(new Mark(x(point.month()), y, isSignal ? Sign.SIGNAL : sign));
            }
            return marks;
        }

        private List<Whisker> whiskers() {
            return shown.stream()
                    .filter(point -> point.value().isPresent() && doubt(point).signum() > 0)
                    .map(point -> new Whisker(
                            x(point.month()),
                            y(point.value().orElseThrow().plus(doubt(point))),
                            y(point.value().orElseThrow().minus(doubt(point)))))
                    .toList();
        }

        private List<Integer> breaks() {
            List<Integer> breaks = new ArrayList<>();
            Optional<Point> before = Optional.empty();
            for (Point point : shown) {
                if (point.value().isPresent()) {
                    if (before.filter(last -> last.comparability() != point.comparability())
                            .isPresent()) {
                        breaks.add((x(before.get().month()) + x(point.month())) / 2);
                    }
                    before = Optional.of(point);
                }
            }
            return breaks;
        }

        private int x(YearMonth month) {
            YearMonth first = shown.get(0).month();
            long span = ChronoUnit.MONTHS.between(first, shown.get(shown.size() - 1).month());
            return span == 0
                    ? (LEFT + RIGHT) / 2
                    : LEFT + EDGE + (int) ((RIGHT - LEFT - 2 * EDGE) * ChronoUnit.MONTHS.between(first, month) / span);
        }

        private int y(Exact value) {
            return HEIGHT - EDGE - scale.at(value, HEIGHT - 2 * EDGE);
        }
    }

    private static Sign sign(Point point, boolean last) {
        if (point.value().isEmpty()) {
            return Sign.UNKNOWN;
        }
        if (point.comparability() == Comparability.OTHER_DEFINITION) {
            return Sign.OTHER_DEFINITION;
        }
        if (point.completeness() == Completeness.PARTIAL) {
            return Sign.PARTIAL;
        }
        return last ? Sign.REVIEWED : Sign.COMPLETE;
    }

    private static String label(Series series, List<Point> shown, Signs signs, Words words) {
        Dashboard.Cell cell = series.cell();
        Quantities quantities = words.quantities();
        List<String> told = months(series, shown, words);
        cell.baseline()
                .ifPresent(baseline -> told.add(
                        words.fill("plot.baseline-at", Map.of("value", quantities.format(baseline, cell.unit())))));
        series.chart()
                .flatMap(ControlChart::limits)
                .ifPresent(limits -> told.add(words.fill(
                        "plot.mean-at",
                        Map.of(
                                "value", quantities.format(limits.centre(), cell.unit()),
                                "lower", quantities.format(limits.lower(), cell.unit()),
                                "upper", quantities.format(limits.upper(), cell.unit())))));
        cell.limits()
                .forEach(limit ->
                        told.add(words.fill("plot.limit-at", Map.of("value", quantities.format(limit, cell.unit())))));
        signs.variation().map(Signs.Icon::label).ifPresent(told::add);
        signs.target().map(Signs.Icon::label).ifPresent(told::add);
        return words.fill("plot", Map.of("name", cell.name(), "months", String.join(", ", told)));
    }

    /** Each month; those in a row that are not known together. */
    private static List<String> months(Series series, List<Point> shown, Words words) {
        Quantities quantities = words.quantities();
        List<String> told = new ArrayList<>();
        int i = 0;
        while (i < shown.size()) {
            Point point = shown.get(i);
            int end = i;
            while (point.value().isEmpty()
                    && end + 1 < shown.size()
                    && shown.get(end + 1).value().isEmpty()) {
                end++;
            }
            String month = quantities.month(point.month());
            if (end > i) {
                told.add(words.fill(
                        "plot.unknown-months",
                        Map.of("first", month, "last", quantities.month(shown.get(end).month()))));
            } else {
                String key = point.value().isEmpty()
                        ? "plot.month"
                        : switch (sign(point, false)) {
                            case PARTIAL -> "plot.partial-month";
                            case OTHER_DEFINITION -> "plot.other-month";
                            default -> "plot.month";
                        };
                String value = point.value()
                        .map(known -> quantities.format(known, series.cell().unit()))
                        .orElse(words.get("plot.unknown"));
                told.add(words.fill(key, Map.of("month", month, "value", value)));
            }
            i = end + 1;
        }
        return told;
    }
}
