package dev.roi.rules.whatif;

import dev.roi.rules.facts.Fact.Comparison.Estimate;
import dev.roi.rules.facts.Fact.Comparison.Result;

/**
 * What outcomes tell of their block. Where one is surely worse, nothing else of it counts.
 *
 * @param isWorse whether one surely is worse
 * @param isBetter whether one surely is better
 * @param isSame whether one surely is the same
 * @param mayBeWorse whether one may be worse
 * @param mayBeBetter whether one may be better
 */
record BlockSide(boolean isWorse, boolean isBetter, boolean isSame, boolean mayBeWorse, boolean mayBeBetter) {

    private static final BlockSide WORSE = new BlockSide(true, false, false, false, false);

    static BlockSide of(Judged judged) {
        if (judged.equals(Judged.NOTHING)) {
            return new BlockSide(false, false, false, true, true);
        }
        return judged.result() == Result.WORSE
                ? WORSE
                : new BlockSide(
                        false,
                        judged.result() == Result.BETTER,
                        judged.result() == Result.SAME || judged.result() == Result.WITHIN_OBJECTIVE,
                        judged.worstCase() == Estimate.WORSE,
                        judged.bestCase() == Estimate.BETTER);
    }

    BlockSide and(BlockSide other) {
        return isWorse || other.isWorse
                ? WORSE
                : new BlockSide(
                        false,
                        isBetter || other.isBetter,
                        isSame || other.isSame,
                        mayBeWorse || other.mayBeWorse,
                        mayBeBetter || other.mayBeBetter);
    }
}
