package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Several scopes that are read together, each by itself. A scorecard of an id that a scope had before gives that scope's
 * earlier months, and is not there by itself.
 *
 * @param scorecards one for each scope, in the order of level and scope id
 */
public record Portfolio(List<Scorecard> scorecards) {

    /** Puts former ids with those of today, sorts the scopes, and checks that there is one at least, and each once. {@inheritDoc} */
    public Portfolio {
        if (requireNonNull(scorecards, "scorecards").isEmpty()) {
            throw new IllegalArgumentException("portfolio has no scorecard");
        }
        requireOnce(scorecards);
        List<Scorecard> sorted = new ArrayList<>(FormerScopes.together(scorecards));
        sorted.sort(Comparator.comparing(Scorecard::scope));
        scorecards = Collections.unmodifiableList(sorted);
    }

    private static void requireOnce(List<Scorecard> scorecards) {
        List<Scorecard> sorted = new ArrayList<>(scorecards);
        sorted.sort(Comparator.comparing(Scorecard::scope));
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).scope().compareTo(sorted.get(i - 1).scope()) == 0) {
                throw new IllegalArgumentException("portfolio has scope (%s %s) twice"
                        .formatted(
                                sorted.get(i).scope().level().word(),
                                sorted.get(i).scope().id()));
            }
        }
    }
}
