package dev.roi.report.page;

import dev.roi.core.Dashboard;
import dev.roi.core.Dashboard.Comparability;
import dev.roi.core.Dashboard.Point;
import dev.roi.core.Exact;
import dev.roi.core.Snapshot.Completeness;
import dev.roi.core.text.Quantities;
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
 * A small picture of an indicator's months, in whole pixels: a line through the known months, broken where one is not
 * known or was measured in another way, a mark of its own shape for each kind of month, and the baseline and the limits
 * as lines of their own. It says the same in words.
 *
 * @param label what it shows, in words
 * @param lines the points of each unbroken run of known months
 * @param marks a mark for each month
 * @param baseline how far down the baseline is
 * @param limits how far down each limit is that lies near the values
 */
record Plot(String label, List<String> lines, List<Mark> marks, Optional<Integer> baseline, List<Integer> limits) {

    static final int WIDTH = 120;
    static final int HEIGHT = 28;
    private static final int EDGE = 4;
    private static final int MOST_MONTHS = 24;

    Plot {
        lines = List.copyOf(lines);
        marks = List.copyOf(marks);
        limits = List.copyOf(limits);
    }

    /**
     * A month.
     *
     * @param x how far right it is
     * @param y how far down it is
     * @param sign what month it is
     */
    record Mark(int x, int y, Sign sign) {}

    /** What a picture may show, in the order of its key. */
    enum Sign {
        REVIEWED,
        COMPLETE,
        PARTIAL,
        OTHER_DEFINITION,
        UNKNOWN,
        BASELINE,
        LIMIT
    }

    /** Returns what it shows, each once. */
    Set<Sign> signs() {
        Set<Sign> signs = EnumSet.noneOf(Sign.class);
        marks.forEach(mark -> signs.add(mark.sign()));
        baseline.ifPresent(line -> signs.add(Sign.BASELINE));
        if (!limits.isEmpty()) {
            signs.add(Sign.LIMIT);
        }
        return signs;
    }

    static Plot of(Dashboard.Cell cell, Words words) {
        List<Point> history = cell.history();
        List<Point> shown = history.subList(Math.max(0, history.size() - MOST_MONTHS), history.size());
        String label = label(cell, shown, words);
        List<Exact> values = Stream.concat(
                        shown.stream().flatMap(point -> point.value().stream()), cell.baseline().stream())
                .toList();
        if (shown.stream().allMatch(point -> point.value().isEmpty())) {
            return new Plot(label, List.of(), List.of(), Optional.empty(), List.of());
        }
        List<Exact> limits = near(cell.limits(), values);
        List<Exact> all = Stream.concat(values.stream(), limits.stream()).toList();
        Scale scale = new Scale(
                Collections.min(all),
                Collections.max(all),
                shown.get(0).month(),
                shown.get(shown.size() - 1).month());
        return new Plot(
                label,
                lines(shown, scale),
                marks(shown, scale),
                cell.baseline().map(scale::y),
                limits.stream().map(scale::y).distinct().toList());
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

    private static List<String> lines(List<Point> shown, Scale scale) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        Optional<Point> before = Optional.empty();
        for (Point point : shown) {
            boolean follows = before.filter(last -> last.month().plusMonths(1).equals(point.month()))
                    .filter(last -> last.comparability() == point.comparability())
                    .isPresent();
            if (point.value().isEmpty() || !follows) {
                end(line, lines);
            }
            point.value()
                    .ifPresent(value -> line.append(line.isEmpty() ? "" : " ")
                            .append(scale.x(point.month()))
                            .append(',')
                            .append(scale.y(value)));
            before = Optional.of(point);
        }
        end(line, lines);
        return lines;
    }

    /** A run of one month is a mark without a line. */
    private static void end(StringBuilder line, List<String> lines) {
        if (line.indexOf(" ") > 0) {
            lines.add(line.toString());
        }
        line.setLength(0);
    }

    private static List<Mark> marks(List<Point> shown, Scale scale) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            Point point = shown.get(i);
            int y = point.value().map(scale::y).orElse(HEIGHT - EDGE);
            marks.add(new Mark(scale.x(point.month()), y, sign(point, i == shown.size() - 1)));
        }
        return marks;
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

    private static String label(Dashboard.Cell cell, List<Point> shown, Words words) {
        Quantities quantities = words.quantities();
        List<String> told = new ArrayList<>();
        for (Point point : shown) {
            String value = point.value()
                    .map(known -> quantities.format(known, cell.unit()))
                    .orElse(words.get("plot.unknown"));
            String key = point.value().isEmpty()
                    ? "plot.month"
                    : switch (sign(point, false)) {
                        case PARTIAL -> "plot.partial-month";
                        case OTHER_DEFINITION -> "plot.other-month";
                        default -> "plot.month";
                    };
            told.add(words.fill(key, Map.of("month", quantities.month(point.month()), "value", value)));
        }
        cell.baseline()
                .ifPresent(baseline -> told.add(
                        words.fill("plot.baseline-at", Map.of("value", quantities.format(baseline, cell.unit())))));
        cell.limits()
                .forEach(limit ->
                        told.add(words.fill("plot.limit-at", Map.of("value", quantities.format(limit, cell.unit())))));
        return words.fill("plot", Map.of("name", cell.name(), "months", String.join(", ", told)));
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
