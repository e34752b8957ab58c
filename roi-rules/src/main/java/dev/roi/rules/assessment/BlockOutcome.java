package dev.roi.rules.assessment;

import dev.roi.rules.facts.BlockState;
import dev.roi.rules.facts.Fact.Comparison.Estimate;
import dev.roi.rules.facts.Fact.Comparison.Result;

/**
 * What a block did in a month, as far as the outcomes that judge it can be told. Only outcomes with a baseline judge; one
 * of them that is not known, not comparable or too uncertain may have been anything.
 *
 * @param better whether something surely was better
 * @param same whether something surely was the same
 * @param worse whether something surely was worse
 * @param mayBeBetter whether something may have been better
 * @param mayBeWorse whether something may have been worse
 */
record BlockOutcome(boolean better, boolean same, boolean worse, boolean mayBeBetter, boolean mayBeWorse) {

    /** Of a block that nothing judges. */
    static final BlockOutcome NONE = new BlockOutcome(false, false, false, false, false);

    /** Takes in an outcome that can be compared with its baseline. */
    BlockOutcome and(Comparison comparison) {
        return new BlockOutcome(
                better || comparison.result() == Result.BETTER,
                same || comparison.result() == Result.SAME || comparison.result() == Result.WITHIN_OBJECTIVE,
                worse || comparison.result() == Result.WORSE,
                mayBeBetter || comparison.bestCase() == Estimate.BETTER,
                mayBeWorse || comparison.worstCase() == Estimate.WORSE);
    }

    /** Takes in an outcome with a baseline that it cannot be compared with this month. */
    BlockOutcome andUnknown() {
        return new BlockOutcome(better, same, worse, true, true);
    }

    /** Takes in an outcome that cannot be compared with its baseline, and that surely meets its own objective. */
    BlockOutcome andNotWorse() {
        return new BlockOutcome(better, same, worse, true, mayBeWorse);
    }

    BlockState state() {
        if (worse) {
            return BlockState.WORSE;
        }
        if (better) {
            return mayBeWorse ? BlockState.UNDETERMINED : BlockState.IMPROVED;
        }
        return same && !mayBeBetter && !mayBeWorse ? BlockState.SAME : BlockState.UNDETERMINED;
    }

    /** Tells whether it improved; undetermined where nothing judges the block. */
    Truth improved() {
        if (this.equals(NONE)) {
            return Truth.UNKNOWN;
        }
        if (worse || !mayBeBetter) {
            return Truth.NO;
        }
        return state() == BlockState.IMPROVED ? Truth.YES : Truth.UNKNOWN;
    }

    /** Tells whether it did not improve; a block that nothing judges does not count. */
    Truth notImproved() {
        return this.equals(NONE) ? Truth.YES : improved().not();
    }

    Truth becameWorse() {
        if (worse) {
            return Truth.YES;
        }
        return mayBeWorse ? Truth.UNKNOWN : Truth.NO;
    }
}
