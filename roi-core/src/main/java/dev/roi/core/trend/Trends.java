package dev.roi.core.trend;

import dev.roi.core.Direction;
import dev.roi.core.Indicator;
import dev.roi.core.Indicator.Counting;
import dev.roi.core.Range;
import dev.roi.core.Trend;
import dev.roi.core.trend.LatestPointTests.Found;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether an indicator moves, by three tests of its latest point on an XmR chart.
 *
 * <p>The first test that finds something decides:
 *
 * <ol>
 *   <li><b>Steady.</b> {@code steadyLength} points of successive months, up to the latest, of which each is above the one
 *       before, or each below it. Equal neighbours and gaps end it. L. S. Nelson, "The Shewhart Control Chart — Tests for
 *       Special Causes", Journal of Quality Technology 16 (1984), test 3: six points.
 *   <li><b>Beyond a limit.</b> The latest point lies above the upper or below the lower natural process limit of a
 *       {@link ProcessBehaviourChart}. With {@code stablePoints} points or more before the latest, the limits come from
 *       those alone: W. A. Shewhart (1931) calls a thing controlled when past experience foretells within which limits it
 *       will vary. With fewer, such limits would take one point of noise in 18 for a trend (six points in all), so that
 *       the latest point counts in them too, and only what stands out even so is found. Moving ranges before the latest
 *       point are screened once (Wheeler 1993: above 3.27 times their mean), so that one odd month, such as an August,
 *       does not hide what follows. Limits need {@code signalPoints} − 1 moving ranges.
 *   <li><b>Run.</b> {@code runLength} points up to the latest, all above or all below the mean of the points before the
 *       latest. A point on the mean ends it. A gap does not, and does not lengthen it either: what the missing month was
 *       does not move the others to the other side. D. J. Wheeler, "Understanding Variation" (1993): eight points.
 * </ol>
 *
 * <p>The steady test comes first because a trend says where an indicator is going, not where it is: six months of
 * recovery are an improvement while they still lie below the mean. Without a signal, {@code stablePoints} points or more
 * are stable; fewer are undetermined, as they have no power to show a move.
 *
 * <p>Rare events and coarse rounding make chunky data, for which limits come out too narrow. So no limit is nearer to the mean than if the values moved by
 * one unit each month, and a point within half a unit of the mean is on neither side of it. The unit of a count is one; of
 * a measurement, the least step between two months before the latest.
 *
 * <p>Making the latest point better never makes the trend worse. Of series that are noise alone, 24 points of a normal
 * distribution or of counts, fewer than 2 in 100 show a trend. Values count to their twelfth decimal; nothing else is
 * rounded.
 */
public final class Trends {

    /** The method's name, for a report to cite. */
    public static final String METHOD = "XmR chart (Shewhart 1931, Nelson 1984, Wheeler 1993)";

    private Trends() {}

    /**
     * Tells where an indicator is going.
     *
     * <p>An indicator with a target range is judged by its distance from the range: towards it is improving, away from it
     * is worsening, and moves inside it are none.
     *
     * @param history the indicator's comparable values up to the reviewed month
     * @param indicator the indicator, with its better side and whether its values are counts
     * @param settings how much evidence is needed
     * @return the trend: undetermined where the reviewed month has no value, where the history is too short, and where
     *     something moves of which neither direction is better
     */
    public static Trend of(History history, Indicator indicator, TrendSettings settings) {
        return of(history, indicator.direction(), indicator.target(), indicator.counting(), settings);
    }

    /**
     * Tells where measured values are going, as {@link #of(History, Indicator, TrendSettings)} does.
     *
     * @param history the comparable values up to the reviewed month
     * @param direction which way they are good
     * @param target where they are wanted; there exactly when the direction is a target range
     * @param settings how much evidence is needed
     * @return the trend
     * @throws IllegalArgumentException when a target is given for another direction, or none for a target range
     */
    public static Trend of(History history, Direction direction, Optional<Range> target, TrendSettings settings) {
        if ((direction == Direction.TARGET_RANGE) != target.isPresent()) {
            throw new IllegalArgumentException(
                    "direction (%s) and target (%s) do not agree".formatted(direction, target));
        }
        return of(history, direction, target, Counting.MEASURED, settings);
    }

    static Trend of(
            History history, Direction direction, Optional<Range> target, Counting counting, TrendSettings settings) {
        Trend.Reason tooLittle = tooLittle(history, settings);
        if (tooLittle != null) {
            return Trend.undetermined(tooLittle);
        }
        Found found = new LatestPointTests(new Points(history, target, counting, settings)).found();
        return found.move().trend(direction, history.points().size() >= settings.stablePoints());
    }

    /**
     * Returns the control chart behind a trend: the same numbers that {@link #of(History, Indicator, TrendSettings)} tells
     * it by, to be drawn.
     *
     * @param history the indicator's comparable values up to the reviewed month
     * @param indicator the indicator, with its better side and whether its values are counts
     * @param settings how much evidence is needed
     * @return the chart
     */
    public static ControlChart chart(History history, Indicator indicator, TrendSettings settings) {
        List<History.Point> shown = history.points();
        Trend.Reason tooLittle = tooLittle(history, settings);
        if (tooLittle != null) {
            return new ControlChart(Trend.undetermined(tooLittle), shown.size(), settings, Optional.empty(), List.of());
        }
        Points points = new Points(history, indicator.target(), indicator.counting(), settings);
        LatestPointTests tests = new LatestPointTests(points);
        Found found = tests.found();
        return new ControlChart(
                found.move().trend(indicator.direction(), shown.size() >= settings.stablePoints()),
                shown.size(),
                settings,
                tests.chart()
                        .filter(chart -> indicator.target().isEmpty())
                        .map(chart -> new ControlChart.Limits(
                                points.asGiven(chart.centre()),
                                points.asGiven(chart.lowerLimit()),
                                points.asGiven(chart.upperLimit()))),
                shown.subList(shown.size() - found.signal(), shown.size()).stream()
                        .map(History.Point::month)
                        .toList());
    }

    private static Trend.@Nullable Reason tooLittle(History history, TrendSettings settings) {
        if (!history.endsAtReviewedMonth()) {
            return Trend.Reason.UNKNOWN_THIS_MONTH;
        }
        return history.points().size() < settings.signalPoints() ? Trend.Reason.INSUFFICIENT_HISTORY : null;
    }
}
