package dev.roi.core.trend;

import dev.roi.core.Exact;
import dev.roi.core.Indicator.Counting;
import dev.roi.core.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A series, of which the latest point is tested. Its values are counted in units of their twelfth decimal place, so that
 * they are whole numbers, which are exact and need no common denominator, however many there are.
 */
final class Points {

    private static final int DECIMALS = 12;

    private final List<Exact> values;
    private final boolean[] follows;
    private final Counting counting;
    private final TrendSettings settings;

    Points(History history, Optional<Range> target, Counting counting, TrendSettings settings) {
        this.values = new ArrayList<>(history.points().size());
        this.follows = new boolean[history.points().size()];
        for (int i = 0; i < follows.length; i++) {
            Exact value = history.points().get(i).value();
            values.add((target.isPresent() ? distance(value, target.get()) : value).inUnitsOf(DECIMALS));
            follows[i] = i > 0 && history.followsItsPredecessor(i);
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
                ? Exact.ONE.inUnitsOf(DECIMALS)
                : ranges.stream()
                        .filter(range -> range.signum() > 0)
                        .min(Exact::compareTo)
                        .orElse(Exact.ZERO);
    }

    TrendSettings settings() {
        return settings;
    }

    /** The index of the first of so many points up to the latest; negative where there are fewer. */
    int firstOf(int length) {
        return last() - length + 1;
    }
}
