package dev.roi.rules;

import dev.roi.core.Language;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Which month is reviewed, and in which language; where nothing is said, each scope's latest complete month, in the
 * policy's first language.
 *
 * @param month the month, where one is asked for
 * @param language the language, where one is asked for
 */
public record ReviewRequest(Optional<YearMonth> month, Optional<Language> language) {

    /** Asks for nothing in particular. */
    public static final ReviewRequest LATEST = new ReviewRequest(Optional.empty(), Optional.empty());

    /**
     * Asks for a month.
     *
     * @param asked a complete month of the scorecard
     * @return this request, for that month
     */
    public ReviewRequest of(YearMonth asked) {
        return new ReviewRequest(Optional.of(asked), language);
    }

    /**
     * Asks for a language.
     *
     * @param asked a language that the policy speaks
     * @return this request, in that language
     */
    public ReviewRequest in(Language asked) {
        return new ReviewRequest(month, Optional.of(asked));
    }
}
