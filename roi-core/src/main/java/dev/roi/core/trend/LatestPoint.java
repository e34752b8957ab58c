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
    private static final double RANGE_LIMIT_FACTOR = ProcessBehaviourChart.RANGE_LIMIT_FACTOR.nearby();

    private final History history;
    private final List<Exact> values;
    private final TrendSettings settings;
    private final int last;
    private final double[] nearby;
    private final double doubt;
    private final boolean constant;

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
        this.constant = values.stream().allMatch(values.get(last)::equals);
    }

    Trend trend(Direction direction) {
        int steady = steady();
        if (steady != 0) {
            return moved(steady, direction);
        }
        // the points that the limits come from: without the latest, where there are enough of them
        int base = last >= settings.stablePoints() ? last : last + 1;
        boolean[] counted = countedRanges(base);
        boolean hasLimits = count(counted) >= settings.signalPoints() - 1;
        if (!constant) {
            int beyond = hasLimits ? beyond(base, counted) : 0;
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

    /** Marks the moving ranges that the limits come from; the one at an index ends at the point of that index. */
    private boolean[] countedRanges(int base) {
        boolean[] counted = new boolean[last + 1];
        double sum = 0;
        int ranges = 0;
        for (int i = 1; i < last; i++) {
            counted[i] = history.followsItsPredecessor(i);
            if (counted[i]) {
                sum += nearbyRange(i);
                ranges++;
            }
        }
        if (ranges > 0 && !constant) {
            screen(counted, sum / ranges * RANGE_LIMIT_FACTOR);
        }
        counted[last] = base > last && history.followsItsPredecessor(last);
        return counted;
    }

    private void screen(boolean[] counted, double most) {
        for (int i = 1; i < last; i++) {
            if (counted[i] && !(Math.abs(nearbyRange(i) - most) > doubt)) {
                screenExactly(counted);
                return;
            }
        }
        for (int i = 1; i < last; i++) {
            counted[i] = counted[i] && nearbyRange(i) < most;
        }
    }

    private void screenExactly(boolean[] counted) {
        Exact most = meanRange(counted).times(ProcessBehaviourChart.RANGE_LIMIT_FACTOR);
        for (int i = 1; i < last; i++) {
            counted[i] = counted[i] && !range(i).isAbove(most);
        }
    }

    private int beyond(int base, boolean[] counted) {
        double sum = nearby[0];
        double rangeSum = 0;
        for (int i = 1; i < base; i++) {
            sum += nearby[i];
            if (counted[i]) {
                rangeSum += nearbyRange(i);
            }
        }
        double distance = nearby[last] - sum / base;
        double room = rangeSum / count(counted) * LIMIT_FACTOR - Math.abs(distance);
        if (room > doubt) {
            return 0;
        }
        if (room < -doubt && Math.abs(distance) > doubt) {
            return distance > 0 ? 1 : -1;
        }
        return new ProcessBehaviourChart(mean(base), meanRange(counted)).beyond(values.get(last));
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
        Exact centre = mean(last);
        int side = compare(values.get(last), centre);
        for (int i = first; i < last; i++) {
            if (compare(values.get(i), centre) != side) {
                return 0;
            }
        }
        return side;
    }

    private double nearbyRange(int index) {
        return Math.abs(nearby[index] - nearby[index - 1]);
    }

    private Exact range(int index) {
        return values.get(index).minus(values.get(index - 1)).magnitude();
    }

    private Exact mean(int count) {
        Exact sum = Exact.ZERO;
        for (int i = 0; i < count; i++) {
            sum = sum.plus(values.get(i));
        }
        return sum.dividedBy(Exact.of(count));
    }

    private Exact meanRange(boolean[] counted) {
        Exact sum = Exact.ZERO;
        for (int i = 1; i <= last; i++) {
            if (counted[i]) {
                sum = sum.plus(range(i));
            }
        }
        return sum.dividedBy(Exact.of(count(counted)));
    }

    private static int count(boolean[] marks) {
        int count = 0;
        for (boolean mark : marks) {
            count += mark ? 1 : 0;
        }
        return count;
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
