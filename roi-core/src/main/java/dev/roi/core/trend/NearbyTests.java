package dev.roi.core.trend;

import java.util.Optional;

/**
 * The tests of {@link ExactTests} in floating point, some thirty times as fast. It says nothing where rounding could have
 * changed its answer, so that what it says is always what exact arithmetic says.
 */
final class NearbyTests {

    /** More than floating point can err in a sum of this many terms and what is made of it, for each term. */
    private static final double ERROR_PER_POINT = 0x1p-45;

    private static final double LIMIT_FACTOR = ProcessBehaviourChart.LIMIT_FACTOR.nearby();
    private static final double RANGE_LIMIT_FACTOR = ProcessBehaviourChart.RANGE_LIMIT_FACTOR.nearby();

    private final Points points;
    private final int last;
    private final double[] values;
    private final double doubt;
    private boolean inDoubt;

    NearbyTests(Points points) {
        this.points = points;
        this.last = points.last();
        this.values = new double[last + 1];
        double greatest = 1;
        for (int i = 0; i <= last; i++) {
            values[i] = points.value(i).nearby();
            greatest = Math.max(greatest, Math.abs(values[i]));
        }
        this.doubt = greatest * values.length * ERROR_PER_POINT;
    }

    /** The two tests that need a mean; nothing where they are too near to call. */
    Optional<Move> charted() {
        double sum = 0;
        double rangeSum = 0;
        double unit = Double.POSITIVE_INFINITY;
        int ranges = 0;
        for (int i = 0; i < last; i++) {
            sum += values[i];
            if (points.hasRange(i)) {
                ranges++;
                rangeSum += range(i);
                unit = isNought(i) ? unit : Math.min(unit, range(i));
            }
        }
        if (points.isCount()) {
            unit = 1;
        } else if (unit == Double.POSITIVE_INFINITY) {
            unit = 0;
        }
        double most = rangeSum / ranges * RANGE_LIMIT_FACTOR;
        int counted = 0;
        double countedSum = 0;
        for (int i = 1; i < last; i++) {
            if (points.hasRange(i) && (isNought(i) || !isAbove(range(i), most))) {
                counted++;
                countedSum += range(i);
            }
        }
        double centre = sum / last;
        double chartCentre = centre;
        if (points.countsTheLatest()) {
            chartCentre = (sum + values[last]) / values.length;
            if (points.hasRange(last)) {
                counted++;
                countedSum += range(last);
            }
        }
        boolean hasLimits = counted >= points.settings().signalPoints() - 1;
        int move = 0;
        if (!points.areConstant()) {
            move = hasLimits
                    ? side(values[last] - chartCentre, Math.max(countedSum / counted, unit) * LIMIT_FACTOR)
                    : 0;
            move = move != 0 ? move : run(centre, unit / 2);
        }
        if (inDoubt) {
            return Optional.empty();
        }
        if (move != 0) {
            return Optional.of(Move.to(move));
        }
        return Optional.of(hasLimits ? Move.NONE : Move.UNTOLD);
    }

    private int run(double centre, double near) {
        int first = points.firstOf(points.settings().runLength());
        if (first < 0) {
            return 0;
        }
        int side = side(values[last] - centre, near);
        for (int i = last - 1; i >= first && side != 0; i--) {
            if (side(values[i] - centre, near) != side) {
                return 0;
            }
        }
        return side;
    }

    private double range(int index) {
        return Math.abs(values[index] - values[index - 1]);
    }

    private boolean isNought(int index) {
        return points.value(index).equals(points.value(index - 1)) || !isAbove(range(index), 0);
    }

    /** 1 above the centre by more than a distance, -1 below it by more, 0 neither. */
    private int side(double distance, double near) {
        return isAbove(Math.abs(distance), near) ? (distance > 0 ? 1 : -1) : 0;
    }

    private boolean isAbove(double value, double limit) {
        double excess = value - limit;
        if (!(Math.abs(excess) > doubt)) {
            inDoubt = true;
        }
        return excess > 0;
    }
}
