package dev.roi.rules.assessment;

import dev.roi.rules.facts.BlockState;
import dev.roi.rules.facts.Fact.Comparison.Leaning;
import dev.roi.rules.facts.Fact.Comparison.Result;

/**
 * What a block did in a month, as far as what judges it can be told.
 *
 * @param better whether something surely was better
 * @param same whether something surely was the same
 * @param worse whether something surely was worse
 * @param mayBeBetter whether something may have been better
 * @param mayBeWorse whether something may have been worse
 */
record Judgement(boolean better, boolean same, boolean worse, boolean mayBeBetter, boolean mayBeWorse) {

    /** Of a block that nothing judges yet. */
    static final Judgement NONE = new Judgement(false, false, false, false, false);

    Judgement and(Comparison comparison) {
        return new Judgement(
                better || comparison.result() == Result.BETTER,
                same || comparison.result() == Result.SAME,
                worse || comparison.result() == Result.WORSE,
                mayBeBetter || comparison.atBest() == Leaning.BETTER,
                mayBeWorse || comparison.atWorst() == Leaning.WORSE);
    }

    Judgement andUnknown() {
        return new Judgement(better, same, worse, true, true);
    }

    BlockState state() {
        if (worse) {
            return BlockState.WORSE;
        }
        if (better) {
            return mayBeWorse ? BlockState.UNDETERMINED : BlockState.IMPROVED;
        }
        return same ? BlockState.SAME : BlockState.UNDETERMINED;
    }

    Told improved() {
        if (state() == BlockState.IMPROVED) {
            return Told.YES;
        }
        boolean untold = mayBeBetter || (state() == BlockState.UNDETERMINED && !mayBeWorse);
        return untold && !worse ? Told.CANNOT_BE_TOLD : Told.NO;
    }

    /** Tells whether it did not improve: what nothing shows to be better did not. */
    Told notImproved() {
        if (state() == BlockState.IMPROVED) {
            return Told.NO;
        }
        return better && !worse ? Told.CANNOT_BE_TOLD : Told.YES;
    }

    Told becameWorse() {
        if (worse) {
            return Told.YES;
        }
        return mayBeWorse ? Told.CANNOT_BE_TOLD : Told.NO;
    }
}
