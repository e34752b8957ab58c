package dev.roi.core.trend;

import dev.roi.core.Exact;
import dev.roi.core.trend.ProcessBehaviourChart.MovingRanges;
import java.util.ArrayList;
import java.util.List;

/** The three tests of a latest point that {@link Trends} describes. */
final class LatestPointTests {

    private static final Exact HALF = Exact.of("0.5");

    private final Points points;

    LatestPointTests(Points points) {
        this.points = points;
    }

    /** The first test: 1 for a steady rise, -1 for a steady fall, 0 for neither. */
    int steady() {
        int first = points.firstOf(points.settings().steadyLength());
        if (first < 0) {
            return 0;
        }
        int way = step(points.last());
        for (int i = points.last(); i > first && way != 0; i--) {
            if (step(i) != way || !points.hasRange(i)) {
                return 0;
            }
        }
        return way;
    }

    private int step(int index) {
        return Integer.signum(points.value(index).compareTo(points.value(index - 1)));
    }

    /** The two other tests. */
    Move charted() {
        List<Exact> before = new ArrayList<>();
        for (int i = 1; i < points.last(); i++) {
            if (points.hasRange(i)) {
                before.add(points.range(i));
            }
        }
        Exact unit = points.unit(before);
        List<Exact> counted = new ArrayList<>(MovingRanges.SCREENED.counted(before));
        if (points.countsTheLatest() && points.hasRange(points.last())) {
            counted.add(points.range(points.last()));
        }
        boolean hasLimits = counted.size() >= points.settings().signalPoints() - 1;
        int move = hasLimits ? beyond(counted, unit) : 0;
        if (move == 0) {
            move = run(unit);
        }
        if (move != 0) {
            return Move.to(move);
        }
        return hasLimits ? Move.NONE : Move.UNTOLD;
    }

    private int beyond(List<Exact> ranges, Exact unit) {
        Exact mean = ProcessBehaviourChart.mean(ranges);
        ProcessBehaviourChart chart = new ProcessBehaviourChart(
                centre(points.countsTheLatest() ? points.last() + 1 : points.last()), mean.isBelow(unit) ? unit : mean);
        Exact latest = points.value(points.last());
        if (latest.isAbove(chart.upperLimit())) {
            return 1;
        }
        return latest.isBelow(chart.lowerLimit()) ? -1 : 0;
    }

    private int run(Exact unit) {
        int first = points.firstOf(points.settings().runLength());
        if (first < 0) {
            return 0;
        }
        Exact centre = centre(points.last());
        Exact near = unit.times(HALF);
        int side = 0;
        for (int i = points.last(); i >= first; i--) {
            Exact distance = points.value(i).minus(centre);
            if (!distance.magnitude().isAbove(near) || (side != 0 && distance.signum() != side)) {
                return 0;
            }
            side = distance.signum();
        }
        return side;
    }

    private Exact centre(int count) {
        Exact sum = Exact.ZERO;
        for (int i = 0; i < count; i++) {
            sum = sum.plus(points.value(i));
        }
        return sum.dividedBy(Exact.of(count));
    }
}
