package dev.roi.core.trend;

import dev.roi.core.Exact;
import dev.roi.core.trend.ProcessBehaviourChart.MovingRanges;
import java.util.ArrayList;
import java.util.List;

/**
 * The three tests of a latest point that {@link Trends} describes. Means are never divided out: what is held against one is
 * multiplied instead, so that all numbers stay whole.
 */
final class LatestPointTests {

    private static final Exact TWO = Exact.of(2);

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
        Exact sum = ProcessBehaviourChart.sum(ranges);
        Exact count = Exact.of(ranges.size());
        Exact units = unit.times(count);
        int charted = points.countsTheLatest() ? points.last() + 1 : points.last();
        return ProcessBehaviourChart.side(
                points.value(points.last()), sum(charted), Exact.of(charted), sum.isBelow(units) ? units : sum, count);
    }

    private int run(Exact unit) {
        int first = points.firstOf(points.settings().runLength());
        if (first < 0) {
            return 0;
        }
        Exact count = Exact.of(points.last());
        Exact sum = sum(points.last());
        Exact near = unit.times(count);
        int side = 0;
        for (int i = points.last(); i >= first; i--) {
            Exact distance = points.value(i).times(count).minus(sum);
            if (!distance.magnitude().times(TWO).isAbove(near) || (side != 0 && distance.signum() != side)) {
                return 0;
            }
            side = distance.signum();
        }
        return side;
    }

    private Exact sum(int count) {
        Exact sum = Exact.ZERO;
        for (int i = 0; i < count; i++) {
            sum = sum.plus(points.value(i));
        }
        return sum;
    }
}
