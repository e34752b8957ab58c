package dev.roi.testkit;

import dev.roi.core.IndicatorSet;
import dev.roi.core.Scorecard;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes a failing scorecard as small as can be, for tests of other packages. */
public final class Shrunken {

    private Shrunken() {}

    /**
     * Looks for the smallest scorecard of which something is still so.
     *
     * @param scorecard a scorecard of which it is so
     * @param indicators what the policy measures
     * @param isSo what has to stay so
     * @return a scorecard of which it is so, and of none that is one step smaller
     */
    public static Scorecard from(Scorecard scorecard, IndicatorSet indicators, Predicate<Scorecard> isSo) {
        ScorecardShrinker smaller = new ScorecardShrinker(indicators);
        Optional<Scorecard> next = Optional.of(scorecard);
        Scorecard smallest = scorecard;
        while (next.isPresent()) {
            smallest = next.get();
            next = smaller.than(smallest).filter(isSo).findFirst();
        }
        return smallest;
    }
}
