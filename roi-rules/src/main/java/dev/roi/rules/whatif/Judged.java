package dev.roi.rules.whatif;

import dev.roi.rules.assessment.IndicatorState;
import dev.roi.rules.facts.Fact.Comparison.Estimate;
import dev.roi.rules.facts.Fact.Comparison.Result;

/**
 * How this month's reading compares with its baseline, as far as its block is judged by that.
 *
 * @param result what came of it
 * @param worstCase what the worse end of its interval would say
 * @param bestCase what the better end of its interval would say
 */
record Judged(Result result, Estimate worstCase, Estimate bestCase) {

    /** Of what is not known this month. */
    static final Judged NOTHING = new Judged(Result.NOT_COMPARABLE, Estimate.NONE, Estimate.NONE);

    static Judged of(IndicatorState state) {
        return state.comparison()
                .filter(comparison -> !state.isStale())
                .map(comparison -> new Judged(comparison.result(), comparison.worstCase(), comparison.bestCase()))
                .orElse(NOTHING);
    }
}
