package dev.roi.core.trend;

import dev.roi.core.Exact;
import dev.roi.core.trend.ProcessBehaviourChart.MovingRanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    private int steady() {
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

    /** All three tests, of which the first that finds something decides. */
    Found found() {
        int steady = steady();
        if (steady != 0) {
            return new Found(Move.to(steady), points.settings().steadyLength());
        }
        Moves moves = moves();
        int beyond = moves.areEnough() ? beyond(moves) : 0;
        if (beyond != 0) {
            return new Found(Move.to(beyond), 1);
        }
        int run = run(moves.unit());
        if (run != 0) {
            return new Found(Move.to(run), points.settings().runLength());
        }
        return new Found(moves.areEnough() ? Move.NONE : Move.UNTOLD, 0);
    }

    /**
     * What the tests found.
     *
     * @param move where the latest point went
     * @param signal how many points up to the latest show it
     */
    record Found(Move move, int signal) {}

    /** The limits that the latest point is held against; nothing where there are too few points for any. */
    Optional<ProcessBehaviourChart> chart() {
        Moves moves = moves();
        if (!moves.areEnough()) {
            return Optional.empty();
        }
        int charted = charted();
        return Optional.of(new ProcessBehaviourChart(
                sum(charted).dividedBy(Exact.of(charted)), moves.sum().dividedBy(moves.count())));
    }

    /** The moving ranges that count: their sum, at least a unit for each, how many they are, and whether limits need no more. */
    private record Moves(Exact sum, Exact count, Exact unit, boolean areEnough) {}

    private Moves moves() {
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
        Exact sum = ProcessBehaviourChart.sum(counted);
        Exact count = Exact.of(counted.size());
        Exact units = unit.times(count);
        return new Moves(
                sum.isBelow(units) ? units : sum,
                count,
                unit,
                counted.size() >= points.settings().signalPoints() - 1);
    }

    private int charted() {
        return points.countsTheLatest() ? points.last() + 1 : points.last();
    }

    private int beyond(Moves moves) {
        int charted = charted();
        return ProcessBehaviourChart.side(
                points.value(points.last()), sum(charted), Exact.of(charted), moves.sum(), moves.count());
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
