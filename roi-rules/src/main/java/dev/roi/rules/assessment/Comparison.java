package dev.roi.rules.assessment;

import dev.roi.core.Baseline;
import dev.roi.core.Direction;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.Reading;
import dev.roi.core.Worded;
import dev.roi.rules.facts.Fact.Comparison.Leaning;
import dev.roi.rules.facts.Fact.Comparison.Result;
import java.util.Optional;

/**
 * A reading held against its baseline.
 *
 * <p>Better and worse mean beyond the tolerance, a percentage of the baseline: at the tolerance exactly, a reading is
 * the same. A reading with an uncertainty is better, worse or the same only where its whole interval is; otherwise the
 * comparison is undetermined, {@code leaning} is where the value itself lies, and {@code atWorst} and {@code atBest} are
 * where the ends of the interval lie.
 *
 * @param result what came of it
 * @param leaning what the value alone would say
 * @param atWorst what the worse end of its interval would say
 * @param atBest what the better end of its interval would say
 * @param change how far the value is from the baseline, in percent of it, exactly; nothing where the baseline is 0
 * @param sides whether both sides say how they were measured
 * @param obstacle why they cannot be compared; there exactly when they are not comparable
 */
public record Comparison(
        Result result,
        Leaning leaning,
        Leaning atWorst,
        Leaning atBest,
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
        Sides sides = reading.definition().isPresent() == base.definition().isPresent() ? Sides.ALIKE : Sides.ONE_SIDED;
        Exact difference = reading.value().minus(base.value());
        Optional<Exact> change = base.value().isZero()
                ? Optional.empty()
                : Optional.of(
                        difference.times(Exact.HUNDRED).dividedBy(base.value().magnitude()));
        if (!indicator.hasBetterSide()) {
            return new Comparison(
                    Result.UNDETERMINED, Leaning.NONE, Leaning.NONE, Leaning.NONE, change, sides, Optional.empty());
        }
        Exact gain = indicator.direction() == Direction.HIGHER_IS_BETTER ? difference : difference.negated();
        Exact tolerated = base.value().magnitude().times(indicator.tolerance()).dividedBy(Exact.HUNDRED);
        Exact doubt = reading.uncertainty().orElse(Exact.ZERO);
        Leaning leaning = lean(gain, tolerated);
        Leaning atWorst = lean(gain.minus(doubt), tolerated);
        Leaning atBest = lean(gain.plus(doubt), tolerated);
        Result result = atWorst == atBest ? result(leaning) : Result.UNDETERMINED;
        return new Comparison(result, leaning, atWorst, atBest, change, sides, Optional.empty());
    }

    private static Leaning lean(Exact gain, Exact tolerated) {
        if (gain.isAbove(tolerated)) {
            return Leaning.BETTER;
        }
        return gain.negated().isAbove(tolerated) ? Leaning.WORSE : Leaning.SAME;
    }

    private static Comparison notComparable(Obstacle obstacle) {
        return new Comparison(
                Result.NOT_COMPARABLE,
                Leaning.NONE,
                Leaning.NONE,
                Leaning.NONE,
                Optional.empty(),
                Sides.ALIKE,
                Optional.of(obstacle));
    }

    private static Result result(Leaning leaning) {
        return switch (leaning) {
            case BETTER -> Result.BETTER;
            case SAME -> Result.SAME;
            case WORSE -> Result.WORSE;
            case NONE -> Result.UNDETERMINED;
        };
    }

    /** Whether a definition is given on both sides, or on neither, or on one only. */
    public enum Sides implements Worded {
        /** On both, and the same, or on neither. */
        ALIKE,
        /** On one only: comparable, and worth a note. */
        ONE_SIDED
    }

    /** Why a reading and its baseline cannot be compared. */
    public enum Obstacle implements Worded {
        /** There is no baseline, or it was said to be undefined. */
        NO_BASELINE,
        /** They were measured under two definitions. */
        OTHER_DEFINITION
    }
}
