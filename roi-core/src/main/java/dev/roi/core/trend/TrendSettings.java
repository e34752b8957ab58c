package dev.roi.core.trend;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * How much evidence a trend needs: numbers that a policy's owners may change, each a number of points.
 *
 * @param signalPoints the least points for any trend; {@value #LEAST_SIGNAL_POINTS} or more, since no point of a shorter
 *     series can lie beyond the limits of its own chart
 * @param stablePoints the least points to dare say that nothing moves, since few points have no power to show a move; not
 *     below {@code signalPoints}
 * @param runLength how many successive points on one side of the centre line are a shift; 2 or more
 * @param steadyLength how many successive points, each above or each below the one before, are a drift; 3 or more
 */
public record TrendSettings(int signalPoints, int stablePoints, int runLength, int steadyLength) {

    /** The least {@code signalPoints} that make sense. */
    public static final int LEAST_SIGNAL_POINTS = 5;

    /**
     * The settings of the literature: 6 points for a trend and 12 to call it stable (Wheeler 1993: limits need five or
     * six values and firm up with more), a run of 8 (Wheeler 1993) and 6 steady points (Nelson 1984, test 3).
     */
    public static final TrendSettings STANDARD = new TrendSettings(6, 12, 8, 6);

    /** Checks each number. {@inheritDoc} */
    public TrendSettings {
        tooLow(signalPoints, stablePoints, runLength, steadyLength).ifPresent(low -> {
            throw new IllegalArgumentException(
                    "%s (%s) must be %s or more".formatted(low.name(), low.value(), low.least()));
        });
    }

    /**
     * Finds the first of the numbers that is too low.
     *
     * @param signalPoints as of the settings
     * @param stablePoints as of the settings
     * @param runLength as of the settings
     * @param steadyLength as of the settings
     * @return the number; nothing where they make settings
     */
    public static Optional<TooLow> tooLow(int signalPoints, int stablePoints, int runLength, int steadyLength) {
        return Stream.of(
                        new TooLow("signalPoints", signalPoints, LEAST_SIGNAL_POINTS),
                        new TooLow("stablePoints", stablePoints, signalPoints),
                        new TooLow("runLength", runLength, 2),
                        new TooLow("steadyLength", steadyLength, 3))
                .filter(number -> number.value() < number.least())
                .findFirst();
    }

    /**
     * A number that is too low.
     *
     * @param name which of them it is
     * @param value the number
     * @param least the least that it may be
     */
    public record TooLow(String name, int value, int least) {}
}
