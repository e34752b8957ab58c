package dev.roi.rules.assessment;

import dev.roi.core.Baseline;
import dev.roi.core.Breakdown;
import dev.roi.core.Direction;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.Keyword;
import dev.roi.core.Objective;
import dev.roi.core.Reading;
import dev.roi.core.Statistic;
import dev.roi.rules.facts.Fact.Comparison.Estimate;
import dev.roi.rules.facts.Fact.Comparison.Result;
import dev.roi.rules.facts.Figure;
import java.util.Map;
import java.util.Optional;

/**
 * A reading held against its baseline.
 *
 * <p>Better and worse mean beyond the tolerance, a percentage of the baseline: at the tolerance exactly, a reading is
 * the same. What would be worse and meets the indicator's objective is within its objective. A reading with an
 * uncertainty is better, worse or the same only where its whole interval is; otherwise the comparison is undetermined,
 * the estimate is where the value itself lies, and the worst and best case are where the ends of the interval lie.
 *
 * @param result what came of it
 * @param estimate what the value alone would say
 * @param worstCase what the worse end of its interval would say
 * @param bestCase what the better end of its interval would say
 * @param change how far the value is from the baseline, in percent of it, exactly; nothing where the baseline is 0, or
 *     where not all of the value counts
 * @param sides whether both sides say how they were measured
 * @param obstacle why they cannot be compared; there exactly when they are not comparable
 */
public record Comparison(
        Result result,
        Estimate estimate,
        Estimate worstCase,
        Estimate bestCase,
        Optional<Exact> change,
        Sides sides,
        Optional<Obstacle> obstacle) {

    /** Checks that an obstacle is there when, and only when, it is needed. {@inheritDoc} */
    public Comparison {
        if ((result == Result.NOT_COMPARABLE) != obstacle.isPresent()) {
            throw new IllegalArgumentException(
                    "result (%s) and obstacle (%s) do not agree".formatted(result, obstacle));
        }
    }

    /**
     * Compares a reading with its baseline.
     *
     * @param indicator the indicator of both
     * @param reading the reading, in the indicator's unit
     * @param baseline the baseline, if there is one
     * @return what came of it
     */
    public static Comparison of(Indicator indicator, Reading.Known reading, Optional<Baseline> baseline) {
        Optional<Baseline.Defined> defined =
                baseline.flatMap(given -> given.fold(Optional::of, undefined -> Optional.empty()));
        if (defined.isEmpty()) {
            return notComparable(Obstacle.NO_BASELINE);
        }
        Baseline.Defined base = defined.get();
        boolean bothDefined =
                reading.definition().isPresent() && base.definition().isPresent();
        if (bothDefined && !reading.definition().equals(base.definition())) {
            return notComparable(Obstacle.OTHER_DEFINITION);
        }
        if (Statistic.contradict(base.method(), reading.definition())
                || (!bothDefined && Statistic.contradict(base.method(), base.definition()))) {
            return notComparable(Obstacle.OTHER_STATISTIC);
        }
        if (reading.covers().isPresent()) {
            return notComparable(Obstacle.PARTIAL);
        }
        Sides sides = reading.definition().isPresent() == base.definition().isPresent() ? Sides.ALIKE : Sides.ONE_SIDED;
        Exact counted = counted(indicator, reading);
        Optional<Exact> change = base.value().isZero() || !counted.equals(reading.value())
                ? Optional.empty()
                : Optional.of(reading.value()
                        .minus(base.value())
                        .times(Exact.HUNDRED)
                        .dividedBy(base.value().magnitude()));
        if (!indicator.hasBetterSide()) {
            return new Comparison(
                    Result.UNDETERMINED, Estimate.NONE, Estimate.NONE, Estimate.NONE, change, sides, Optional.empty());
        }
        Figure figure = Uncertainty.of(indicator, reading);
        boolean isHigherBetter = indicator.direction() == Direction.HIGHER_IS_BETTER;
        Estimate least = estimate(indicator, counted.minus(reading.value().minus(figure.least())), base);
        Estimate most = figure.isCertain()
                ? least
                : estimate(indicator, counted.plus(figure.most().minus(reading.value())), base);
        Estimate worstCase = isHigherBetter ? least : most;
        Estimate bestCase = isHigherBetter ? most : least;
        boolean isTold = !figure.isBound() || isAlike(worstCase, bestCase);
        Estimate estimate = isTold ? estimate(indicator, counted, base) : Estimate.NONE;
        Result result = isAlike(worstCase, bestCase) ? result(estimate) : Result.UNDETERMINED;
        return new Comparison(result, estimate, worstCase, bestCase, change, sides, Optional.empty());
    }

    /** Returns how much of a reading counts: where that is asked for, what belongs to no named part proves nothing. */
    private static Exact counted(Indicator indicator, Reading.Known reading) {
        Optional<Breakdown> breakdown =
                indicator.breakdown().filter(by -> by.counting() == Breakdown.Counting.ASSIGNED);
        if (breakdown.isEmpty()) {
            return reading.value();
        }
        Map<String, Reading.Part> parts =
                reading.by().getOrDefault(breakdown.get().dimension(), Map.of());
        Exact assigned = Exact.ZERO;
        for (Map.Entry<String, Reading.Part> part : parts.entrySet()) {
            if (!part.getKey().equals(Breakdown.UNASSIGNED)) {
                assigned = assigned.plus(part.getValue().value());
            }
        }
        return assigned;
    }

    private static Estimate estimate(Indicator indicator, Exact value, Baseline.Defined base) {
        Exact difference = value.minus(base.value());
        Exact gain = indicator.direction() == Direction.HIGHER_IS_BETTER ? difference : difference.negated();
        Exact tolerated = base.value().magnitude().times(indicator.tolerance()).dividedBy(Exact.HUNDRED);
        if (gain.isAbove(tolerated)) {
            return Estimate.BETTER;
        }
        if (!gain.negated().isAbove(tolerated)) {
            return Estimate.SAME;
        }
        Optional<Objective> met = indicator.objective().filter(objective -> objective.isMetBy(value));
        return met.isPresent() ? Estimate.WITHIN_OBJECTIVE : Estimate.WORSE;
    }

    /** Whether it is the same or, inside its objective, a little less than that, nobody has to know. */
    private static boolean isAlike(Estimate one, Estimate other) {
        return one == other || (isNeither(one) && isNeither(other));
    }

    private static boolean isNeither(Estimate estimate) {
        return estimate == Estimate.SAME || estimate == Estimate.WITHIN_OBJECTIVE;
    }

    private static Comparison notComparable(Obstacle obstacle) {
        return new Comparison(
                Result.NOT_COMPARABLE,
                Estimate.NONE,
                Estimate.NONE,
                Estimate.NONE,
                Optional.empty(),
                Sides.ALIKE,
                Optional.of(obstacle));
    }

    private static Result result(Estimate estimate) {
        return switch (estimate) {
            case BETTER -> Result.BETTER;
            case SAME -> Result.SAME;
            case WITHIN_OBJECTIVE -> Result.WITHIN_OBJECTIVE;
            case WORSE -> Result.WORSE;
            case NONE -> Result.UNDETERMINED;
        };
    }

    /** Whether a definition is given on both sides, or on neither, or on one only. */
    public enum Sides implements Keyword {
        /** On both, and the same, or on neither. */
        ALIKE,
        /** On one only: comparable, and worth a note. */
        ONE_SIDED
    }

    /** Why a reading and its baseline cannot be compared. */
    public enum Obstacle implements Keyword {
        /** There is no baseline, or it was said to be undefined. */
        NO_BASELINE,
        /** They were measured under two definitions. */
        OTHER_DEFINITION,
        /** One is said to be a mean and the other a median, or the like. */
        OTHER_STATISTIC,
        /** The reading is of some days of the month only. */
        PARTIAL
    }
}
