package dev.roi.core.trend;

import dev.roi.core.Direction;
import dev.roi.core.Exact;
import dev.roi.core.Trend;
import java.util.List;

/**
 * The latest point of a series, and the three tests of it that {@link Trends} describes. Each test says 1 for a move up,
 * -1 for a move down, 0 for none.
 *
 * <p>Comparisons with a mean or a limit are made in floating point first, which settles all but near ties, and exactly
 * where that leaves a doubt: the outcome is always that of exact arithmetic.
 */
final class LatestPoint {

    /** More than floating point can err in a sum of this many terms and what is made of it, for each term. */
    private static final double ERROR_PER_POINT = 0x1p-45;

    private static final double LIMIT_FACTOR = ProcessBehaviourChart.LIMIT_FACTOR.nearby();

    private final History history;
    private final List<Exact> values;
    private final TrendSettings settings;
    private final int last;
    private final double[] nearby;
    private final double doubt;

    LatestPoint(History history, List<Exact> values, TrendSettings settings) {
        this.history = history;
        this.values = values;
        this.settings = settings;
        this.last = values.size() - 1;
        this.nearby = new double[values.size()];
        double greatest = 0;
        for (int i = 0; i <= last; i++) {
            nearby[i] = values.get(i).nearby();
            greatest = Math.max(greatest, Math.abs(nearby[i]));
        }
        this.doubt = greatest * values.size() * ERROR_PER_POINT + Double.MIN_NORMAL;
    }

    Trend trend(Direction direction) {
        int steady = steady();
        if (steady != 0) {
            return moved(steady, direction);
        }
        // the points that the limits come from: without the latest, where there are enough of them
        int base = last >= settings.stablePoints() ? last : last + 1;
        int ranges = countRanges(base);
        boolean hasLimits = ranges >= settings.signalPoints() - 1;
        if (!isConstant()) {
            int beyond = hasLimits ? beyond(base, ranges) : 0;
            int move = beyond != 0 ? beyond : run();
            if (move != 0) {
                return moved(move, direction);
            }
        }
        return hasLimits && values.size() >= settings.stablePoints()
                ? Trend.of(Trend.Course.STABLE)
                : Trend.undetermined(Trend.Reason.INSUFFICIENT_HISTORY);
    }

    private int steady() {
        int first = last - settings.steadyLength() + 1;
        if (first < 0) {
            return 0;
        }
        int way = compare(values.get(last), values.get(last - 1));
        for (int i = last; i > first && way != 0; i--) {
            if (compare(values.get(i), values.get(i - 1)) != way || !history.followsItsPredecessor(i)) {
                return 0;
            }
        }
        return way;
    }

    private boolean isConstant() {
        Exact latest = values.get(last);
        for (Exact value : values) {
            if (!value.equals(latest)) {
                return false;
            }
        }
        return true;
    }

    private int countRanges(int base) {
        int ranges = 0;
        for (int i = 1; i < base; i++) {
            if (history.followsItsPredecessor(i)) {
                ranges++;
            }
        }
        return ranges;
    }

    private int beyond(int base, int ranges) {
        double sum = nearby[0];
        double rangeSum = 0;
        for (int i = 1; i < base; i++) {
            sum += nearby[i];
            if (history.followsItsPredecessor(i)) {
                rangeSum += Math.abs(nearby[i] - nearby[i - 1]);
            }
        }
        double distance = Math.abs(nearby[last] - sum / base);
        double room = rangeSum / ranges * LIMIT_FACTOR - distance;
        if (room > doubt) {
            return 0;
        }
        if (room < -doubt && distance > doubt) {
            return nearby[last] > sum / base ? 1 : -1;
        }
        return ProcessBehaviourChart.of(
                        history.stretches(values.subList(0, base)), ProcessBehaviourChart.MovingRanges.ALL)
                .map(chart -> chart.beyond(values.get(last)))
                .orElse(0);
    }

    private int run() {
        int first = last - settings.runLength() + 1;
        if (first < 0) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < last; i++) {
            sum += nearby[i];
        }
        double centre = sum / last;
        int side = 0;
        for (int i = last; i >= first; i--) {
            double distance = nearby[i] - centre;
            if (!(Math.abs(distance) > doubt)) {
                return exactRun(first);
            }
            int sideHere = distance > 0 ? 1 : -1;
            if (side != 0 && sideHere != side) {
                return 0;
            }
            side = sideHere;
        }
        return side;
    }

    private int exactRun(int first) {
        Exact sum = Exact.ZERO;
        for (int i = 0; i < last; i++) {
            sum = sum.plus(values.get(i));
        }
        Exact centre = sum.dividedBy(Exact.of(last));
        int side = compare(values.get(last), centre);
        for (int i = first; i < last; i++) {
            if (compare(values.get(i), centre) != side) {
                return 0;
            }
        }
        return side;
    }

    private static int compare(Exact one, Exact other) {
        return Integer.signum(one.compareTo(other));
    }

    private static Trend moved(int way, Direction direction) {
        return switch (direction) {
            case HIGHER_IS_BETTER -> Trend.of(way > 0 ? Trend.Course.IMPROVING : Trend.Course.WORSENING);
            case LOWER_IS_BETTER, TARGET_RANGE -> Trend.of(way < 0 ? Trend.Course.IMPROVING : Trend.Course.WORSENING);
            case CONTEXT -> Trend.undetermined(Trend.Reason.NO_BETTER_SIDE);
        };
    }
}
