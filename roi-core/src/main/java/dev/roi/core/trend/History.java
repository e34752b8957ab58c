package dev.roi.core.trend;

import static java.util.Objects.requireNonNull;

import dev.roi.core.Exact;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of one indicator of one scope up to a reviewed month: the values that can be compared with each other.
 *
 * <p>It holds complete months only, under the definition and in the unit of the reviewed month. A month that is missing,
 * partial, unknown or not comparable is a gap: it has no point. Points are in order, whatever order they were given in.
 *
 * @param month the reviewed month
 * @param points the known values, none of them after the reviewed month; may be empty
 */
public record History(YearMonth month, List<Point> points) {

    /** Sorts the points and checks that each month is there once and none is later than the reviewed month. {@inheritDoc} */
    public History {
        requireNonNull(month, "month");
        List<Point> sorted = new ArrayList<>(points);
        sorted.sort(Comparator.comparing(Point::month));
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).month().equals(sorted.get(i - 1).month())) {
                throw new IllegalArgumentException(
                        "history has month (%s) twice".formatted(sorted.get(i).month()));
            }
        }
        if (!sorted.isEmpty()) {
            YearMonth last = sorted.get(sorted.size() - 1).month();
            if (last.isAfter(month)) {
                throw new IllegalArgumentException("history of (%s) reads (%s), which is later".formatted(month, last));
            }
        }
        points = List.copyOf(sorted);
    }

    /**
     * Returns the history of some values.
     *
     * @param month the reviewed month
     * @param values the known values by month
     * @return the history
     * @throws IllegalArgumentException when a value is later than the reviewed month
     */
    public static History of(YearMonth month, Map<YearMonth, Exact> values) {
        return new History(
                month,
                values.entrySet().stream()
                        .map(entry -> new Point(entry.getKey(), entry.getValue()))
                        .toList());
    }

    /**
     * Returns the value of the reviewed month.
     *
     * @return its value, if it is known
     */
    public Optional<Exact> latest() {
        return endsAtReviewedMonth() ? Optional.of(points.get(points.size() - 1).value()) : Optional.empty();
    }

    /**
     * Cuts the history at its gaps, as a chart of it needs.
     *
     * @return the values in order, in stretches of successive months; none of them is empty
     */
    public List<List<Exact>> stretches() {
        return stretches(points.stream().map(Point::value).toList());
    }

    /** Cuts values of the first points at the gaps between those points. */
    List<List<Exact>> stretches(List<Exact> values) {
        List<List<Exact>> stretches = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= values.size(); i++) {
            if (i == values.size() || !followsItsPredecessor(i)) {
                stretches.add(values.subList(start, i));
                start = i;
            }
        }
        return List.copyOf(stretches);
    }

    boolean endsAtReviewedMonth() {
        return !points.isEmpty() && points.get(points.size() - 1).month().equals(month);
    }

    /** Whether no month lies between the point at an index, 1 or more, and the point before it. */
    boolean followsItsPredecessor(int index) {
        return count(points.get(index - 1).month()) + 1
                == count(points.get(index).month());
    }

    private static long count(YearMonth month) {
        return month.getLong(ChronoField.PROLEPTIC_MONTH);
    }

    /**
     * The value of a month.
     *
     * @param month the month
     * @param value its value
     */
    public record Point(YearMonth month, Exact value) {

        /** Checks that both are there. {@inheritDoc} */
        public Point {
            requireNonNull(month, "month");
            requireNonNull(value, "value");
        }
    }
}
