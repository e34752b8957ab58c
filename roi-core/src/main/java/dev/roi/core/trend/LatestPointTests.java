package dev.roi.core.trend;

import dev.roi.core.Exact;
import dev.roi.core.trend.ProcessBehaviourChart.MovingRanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The three tests of a latest point that {@link Trends} describes. */
final class LatestPointTests {

    private static final Exact HALF = Exact.of("0.5");

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
        List<Exact> before = new ArrayList<>();
        for (int i = 1; i < points.last(); i++) {
            if (points.hasRange(i)) {
                before.add(points.range(i));
            }
        }
        Exact unit = points.unit(before);
        Optional<ProcessBehaviourChart> chart = chart(before, unit);
        int steady = steady();
        if (steady != 0) {
            return new Found(Move.to(steady), points.settings().steadyLength(), chart);
        }
        int beyond = chart.map(this::beyond).orElse(0);
        if (beyond != 0) {
            return new Found(Move.to(beyond), 1, chart);
        }
        int run = run(unit);
        if (run != 0) {
            return new Found(Move.to(run), points.settings().runLength(), chart);
        }
        return new Found(chart.isPresent() ? Move.NONE : Move.UNTOLD, 0, chart);
    }

    /**
     * What the tests found.
     *
     * @param move where the latest point went
     * @param signal how many points up to the latest show it
     * @param chart the limits that the latest point was held against, where there are enough points for any
     */
    record Found(Move move, int signal, Optional<ProcessBehaviourChart> chart) {}

    private Optional<ProcessBehaviourChart> chart(List<Exact> before, Exact unit) {
        List<Exact> counted = new ArrayList<>(MovingRanges.SCREENED.counted(before));
        if (points.countsTheLatest() && points.hasRange(points.last())) {
            counted.add(points.range(points.last()));
        }
        if (counted.size() < points.settings().signalPoints() - 1) {
            return Optional.empty();
        }
        Exact mean = ProcessBehaviourChart.mean(counted);
        return Optional.of(new ProcessBehaviourChart(
                centre(points.countsTheLatest() ? points.last() + 1 : points.last()),
                mean.isBelow(unit) ? unit : mean));
    }

    private int beyond(ProcessBehaviourChart chart) {
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
