package dev.roi.core.trend;

import static java.util.Objects.requireNonNull;

import dev.roi.core.Exact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The centre line of a series of single values and the natural process limits around it: an XmR chart. Values between
 * the limits differ by noise alone, as far as the chart can tell.
 *
 * <p>The limits are the mean plus and minus {@link #LIMIT_FACTOR} times the mean moving range; a moving range is the
 * distance between two successive values. Source: W. A. Shewhart, "Economic Control of Quality of Manufactured Product"
 * (1931), for the limits; D. J. Wheeler, "Understanding Variation" (1993), appendix, for the chart of single values, its
 * two factors, and five or six values as the least that make useful limits. Nothing is rounded. The limits may lie
 * outside the values that are possible, as a lower limit below 0 does.
 *
 * @param centre the mean of the values
 * @param averageMovingRange the mean of the moving ranges that count; 0 or more
 */
public record ProcessBehaviourChart(Exact centre, Exact averageMovingRange) {

    /** How many mean moving ranges the limits lie from the centre: 2.66, three times the noise that they stand for. */
    public static final Exact LIMIT_FACTOR = Exact.of("2.66");

    /** How many mean moving ranges make a moving range exceptional: 3.27. */
    public static final Exact RANGE_LIMIT_FACTOR = Exact.of("3.27");

    /** Checks that the mean moving range is possible. {@inheritDoc} */
    public ProcessBehaviourChart {
        requireNonNull(centre, "centre");
        if (averageMovingRange.signum() < 0) {
            throw new IllegalArgumentException(
                    "average moving range (%s) must not be negative".formatted(averageMovingRange));
        }
    }

    /**
     * Draws the chart of a series that may have gaps. All values count for the centre; a moving range is taken only
     * between neighbours of one stretch, never across a gap.
     *
     * @param stretches the values, in order, in stretches without a gap
     * @param movingRanges which moving ranges count
     * @return the chart; nothing where no value follows another, since one value shows no noise
     */
    public static Optional<ProcessBehaviourChart> of(List<List<Exact>> stretches, MovingRanges movingRanges) {
        requireNonNull(movingRanges, "movingRanges");
        int points = 0;
        Exact sum = Exact.ZERO;
        List<Exact> ranges = new ArrayList<>();
        for (List<Exact> stretch : stretches) {
            for (int i = 0; i < stretch.size(); i++) {
                points++;
                sum = sum.plus(stretch.get(i));
                if (i > 0) {
                    ranges.add(stretch.get(i).minus(stretch.get(i - 1)).magnitude());
                }
            }
        }
        if (ranges.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new ProcessBehaviourChart(sum.dividedBy(Exact.of(points)), mean(movingRanges.counted(ranges))));
    }

    /**
     * Returns the lower natural process limit.
     *
     * @return centre − 2.66 × mean moving range
     */
    public Exact lowerLimit() {
        return centre.minus(averageMovingRange.times(LIMIT_FACTOR));
    }

    /**
     * Returns the upper natural process limit.
     *
     * @return centre + 2.66 × mean moving range
     */
    public Exact upperLimit() {
        return centre.plus(averageMovingRange.times(LIMIT_FACTOR));
    }

    /**
     * Tells on which side of the limits a value lies, from sums instead of means: -1 below the lower one, 1 above the upper
     * one, 0 within them.
     */
    static int side(Exact value, Exact sum, Exact points, Exact movingRanges, Exact ranges) {
        Exact distance = value.times(points).minus(sum).times(ranges);
        Exact allowed = movingRanges.times(points).times(LIMIT_FACTOR);
        return distance.magnitude().isAbove(allowed) ? distance.signum() : 0;
    }

    static Exact sum(List<Exact> values) {
        Exact sum = Exact.ZERO;
        for (Exact value : values) {
            sum = sum.plus(value);
        }
        return sum;
    }

    private static Exact mean(List<Exact> values) {
        return sum(values).dividedBy(Exact.of(values.size()));
    }

    /** Which moving ranges count for the limits. */
    public enum MovingRanges {
        /** All of them. */
        ALL {
            @Override
            List<Exact> counted(List<Exact> ranges) {
                return ranges;
            }
        },

        /**
         * Those not above 3.27 times the mean of all of them, screened once, so that a single spike does not widen the
         * limits.
         */
        SCREENED {
            @Override
            List<Exact> counted(List<Exact> ranges) {
                if (ranges.isEmpty()) {
                    return ranges;
                }
                Exact count = Exact.of(ranges.size());
                Exact most = sum(ranges).times(RANGE_LIMIT_FACTOR);
                List<Exact> counted = new ArrayList<>();
                for (Exact range : ranges) {
                    if (!range.times(count).isAbove(most)) {
                        counted.add(range);
                    }
                }
                return counted;
            }
        };

        abstract List<Exact> counted(List<Exact> ranges);
    }
}
