package dev.roi.rules;

import dev.roi.core.Language;
import dev.roi.core.PastDecision;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * Which month is reviewed, and in which language; where nothing is said, each scope's latest complete month, in the
 * policy's first language.
 *
 * @param month the month, where one is asked for
 * @param language the language, where one is asked for
 * @param decisions what was decided before, on these scopes and others; a review follows up on the decisions on its own
 *     scope for months before its own, and knows nothing of others
 */
public record ReviewRequest(Optional<YearMonth> month, Optional<Language> language, List<PastDecision> decisions) {

    /** Asks for nothing in particular. */
    public static final ReviewRequest LATEST = new ReviewRequest(Optional.empty(), Optional.empty());

    /** Copies the decisions. {@inheritDoc} */
    public ReviewRequest {
        decisions = List.copyOf(decisions);
    }

    /**
     * Asks for a month and a language, after no decision.
     *
     * @param month the month, where one is asked for
     * @param language the language, where one is asked for
     */
    public ReviewRequest(Optional<YearMonth> month, Optional<Language> language) {
        this(month, language, List.of());
    }

    /**
     * Asks for a month.
     *
     * @param asked a complete month of the scorecard
     * @return this request, for that month
     */
    public ReviewRequest of(YearMonth asked) {
        return new ReviewRequest(Optional.of(asked), language, decisions);
    }

    /**
     * Asks for a language.
     *
     * @param asked a language that the policy speaks
     * @return this request, in that language
     */
    public ReviewRequest in(Language asked) {
        return new ReviewRequest(month, Optional.of(asked), decisions);
    }

    /**
     * Asks what became of earlier decisions, of which the recommendation itself knows nothing.
     *
     * @param decided the decisions
     * @return this request, after those decisions
     */
    public ReviewRequest after(List<PastDecision> decided) {
        return new ReviewRequest(month, language, decided);
    }
}
