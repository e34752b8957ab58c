package dev.roi.core.report;

import dev.roi.core.Dashboard;
import dev.roi.core.Exact;
import dev.roi.core.Unit;
import dev.roi.core.text.Quantities;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A small picture of an indicator's months, in whole pixels: a line through the known months, broken where one is not
 * known, a hollow mark where one is partial, and the baseline as a line of its own.
 *
 * @param label what it shows, in words
 * @param lines the points of each unbroken run of known months
 * @param marks a mark for each known month
 * @param baseline how far down the baseline is
 */
record Plot(String label, List<String> lines, List<Mark> marks, Optional<Integer> baseline) {

    static final int WIDTH = 120;
    static final int HEIGHT = 28;
    private static final int EDGE = 4;
    private static final int MOST_MONTHS = 24;

    Plot {
        lines = List.copyOf(lines);
        marks = List.copyOf(marks);
    }

    /**
     * A month.
     *
     * @param x how far right it is
     * @param y how far down it is
     * @param kind what month it is
     */
    record Mark(int x, int y, Kind kind) {}

    /** What month a mark stands for. */
    enum Kind {
        COMPLETE,
        PARTIAL,
        REVIEWED
    }

    static Plot of(Dashboard.Cell cell, Words words) {
        List<Dashboard.Point> history = cell.history();
        List<Dashboard.Point> shown = history.subList(Math.max(0, history.size() - MOST_MONTHS), history.size());
        List<Exact> values = new ArrayList<>();
        shown.forEach(point -> point.value().ifPresent(values::add));
        if (values.isEmpty()) {
            return new Plot(label(cell, shown, words), List.of(), List.of(), Optional.empty());
        }
        cell.baseline().ifPresent(values::add);
        Scale scale = new Scale(
                Collections.min(values),
                Collections.max(values),
                shown.get(0).month(),
                shown.get(shown.size() - 1).month());
        List<String> lines = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        Optional<YearMonth> before = Optional.empty();
        for (int i = 0; i < shown.size(); i++) {
            Dashboard.Point point = shown.get(i);
            boolean follows = before.filter(month -> month.plusMonths(1).equals(point.month()))
                    .isPresent();
            if (point.value().isEmpty() || !follows) {
                end(line, lines);
            }
            if (point.value().isPresent()) {
                int x = scale.x(point.month());
                int y = scale.y(point.value().get());
                line.append(line.isEmpty() ? "" : " ").append(x).append(',').append(y);
                boolean last = i == shown.size() - 1;
                marks.add(new Mark(
                        x,
                        y,
                        point.completeness() == dev.roi.core.Snapshot.Completeness.PARTIAL
                                ? Kind.PARTIAL
                                : last ? Kind.REVIEWED : Kind.COMPLETE));
            }
            before = Optional.of(point.month());
        }
        end(line, lines);
        return new Plot(label(cell, shown, words), lines, marks, cell.baseline().map(scale::y));
    }

    /** A run of one month is a mark without a line. */
    private static void end(StringBuilder line, List<String> lines) {
        if (line.indexOf(" ") > 0) {
            lines.add(line.toString());
        }
        line.setLength(0);
    }

    private static String label(Dashboard.Cell cell, List<Dashboard.Point> shown, Words words) {
        Quantities quantities = words.quantities();
        List<String> months = new ArrayList<>();
        for (Dashboard.Point point : shown) {
            String value = point.value()
                    .map(known -> quantities.format(known, Unit.COUNT))
                    .orElse(words.get("plot.unknown"));
            boolean partial = point.completeness() == dev.roi.core.Snapshot.Completeness.PARTIAL;
            months.add(words.fill(
                    partial ? "plot.partial" : "plot.month",
                    Map.of("month", quantities.month(point.month()), "value", value)));
        }
        return words.fill("plot", Map.of("name", cell.name(), "months", String.join(", ", months)));
    }

    /** Where values and months lie in the picture. */
    private record Scale(Exact least, Exact most, YearMonth first, YearMonth last) {

        int x(YearMonth month) {
            long span = ChronoUnit.MONTHS.between(first, last);
            if (span == 0) {
                return WIDTH / 2;
            }
            return EDGE + (int) ((WIDTH - 2 * EDGE) * ChronoUnit.MONTHS.between(first, month) / span);
        }

        int y(Exact value) {
            if (least.equals(most)) {
                return HEIGHT / 2;
            }
            Exact share = value.minus(least).dividedBy(most.minus(least));
            return HEIGHT
                    - EDGE
                    - share.times(Exact.of(HEIGHT - 2L * EDGE)).rounded(0).intValueExact();
        }
    }
}
