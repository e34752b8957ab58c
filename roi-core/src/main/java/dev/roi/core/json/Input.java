package dev.roi.core.json;

import static java.util.Objects.requireNonNull;

import dev.roi.core.Portfolio;
import dev.roi.core.Scorecard;
import java.util.List;
import java.util.function.Function;

/** What was read: one scope to review, or several. */
public sealed interface Input permits Input.One, Input.Several {

    /**
     * Treats the two cases apart.
     *
     * @param ifOne what to do with one scope
     * @param ifSeveral what to do with several
     * @param <T> the type of the result
     * @return the result of the case that applies
     */
    <T> T fold(Function<? super Scorecard, ? extends T> ifOne, Function<? super Portfolio, ? extends T> ifSeveral);

    /**
     * Returns the scopes.
     *
     * @return all scorecards, in the order of level and scope id; at least one
     */
    default List<Scorecard> scorecards() {
        return fold(List::of, Portfolio::scorecards);
    }

    /**
     * A document that is one scorecard.
     *
     * @param scorecard the scorecard
     */
    record One(Scorecard scorecard) implements Input {

        /** Checks that it is there. {@inheritDoc} */
        public One {
            requireNonNull(scorecard, "scorecard");
        }

        @Override
        public <T> T fold(
                Function<? super Scorecard, ? extends T> ifOne, Function<? super Portfolio, ? extends T> ifSeveral) {
            return ifOne.apply(scorecard);
        }
    }

    /**
     * A portfolio document, a directory, or several documents; it may still hold one scorecard only.
     *
     * @param portfolio the scorecards
     */
    record Several(Portfolio portfolio) implements Input {

        /** Checks that it is there. {@inheritDoc} */
        public Several {
            requireNonNull(portfolio, "portfolio");
        }

        @Override
        public <T> T fold(
                Function<? super Scorecard, ? extends T> ifOne, Function<? super Portfolio, ? extends T> ifSeveral) {
            return ifSeveral.apply(portfolio);
        }
    }
}
