package dev.roi.core.trend;

import dev.roi.core.Exact;
import dev.roi.core.Indicator.Counting;
import dev.roi.core.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A series, of which the latest point is tested. Its values are counted in units of their last decimal place, the twelfth at
 * most, so that they are whole numbers, which are exact and need no common denominator, however many there are.
 */
final class Points {

    private static final int MOST_DECIMALS = 12;

    private final List<Exact> values;
    private final boolean[] follows;
    private final Counting counting;
    private final TrendSettings settings;
    private final int decimals;

    Points(History history, Optional<Range> target, Counting counting, TrendSettings settings) {
        List<Exact> measured = new ArrayList<>(history.points().size());
        int most = 0;
        for (History.Point point : history.points()) {
            Exact value = target.isEmpty() ? point.value() : distance(point.value(), target.get());
            measured.add(value);
            most = Math.max(most, value.decimals(MOST_DECIMALS));
        }
        this.decimals = most;
        measured.replaceAll(value -> value.inUnitsOf(decimals));
        this.values = measured;
        this.follows = new boolean[measured.size()];
        for (int i = 1; i < follows.length; i++) {
            follows[i] = history.followsItsPredecessor(i);
        }
        this.counting = counting;
        this.settings = settings;
    }

    private static Exact distance(Exact value, Range range) {
        Exact below = range.least().map(end -> end.minus(value)).orElse(Exact.ZERO);
        Exact above = range.most().map(value::minus).orElse(Exact.ZERO);
        if (below.signum() > 0) {
            return below;
        }
        return above.signum() > 0 ? above : Exact.ZERO;
    }

    Exact value(int index) {
        return values.get(index);
    }

    /** Whether a moving range ends at a point: no month lies between it and the point before it. */
    boolean hasRange(int index) {
        return follows[index];
    }

    Exact range(int index) {
        return value(index).minus(value(index - 1)).magnitude();
    }

    /** The index of the latest point. */
    int last() {
        return follows.length - 1;
    }

    /** Whether the latest point counts in its own limits, as there are too few before it. */
    boolean countsTheLatest() {
        return last() < settings.stablePoints();
    }

    /** The least step that values take: of counts one; of measurements the least one that they are known to take. */
    Exact unit(List<Exact> ranges) {
        return counting == Counting.WHOLE
                ? Exact.ONE.inUnitsOf(decimals)
                : ranges.stream()
                        .filter(range -> range.signum() > 0)
                        .min(Exact::compareTo)
                        .orElse(Exact.ZERO);
    }

    TrendSettings settings() {
        return settings;
    }

    /** A number of these points as the history has it. */
    Exact asGiven(Exact inUnits) {
        return inUnits.dividedBy(Exact.ONE.inUnitsOf(decimals));
    }

    /** The index of the first of so many points up to the latest; negative where there are fewer. */
    int firstOf(int length) {
        return last() - length + 1;
    }
}
