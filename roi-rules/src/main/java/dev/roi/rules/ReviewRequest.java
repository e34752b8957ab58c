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
 * @param ledger what was decided before, on these scopes and others, where there is a ledger, be it empty; a review follows
 *     up on the decisions on its own scope for months before its own, and knows nothing of others. Rules that ask for what
 *     is on record apply only where it is given
 */
public record ReviewRequest(
        Optional<YearMonth> month, Optional<Language> language, Optional<List<PastDecision>> ledger) {

    /** Asks for nothing in particular. */
    public static final ReviewRequest LATEST = new ReviewRequest(Optional.empty(), Optional.empty());

    /** Copies the decisions. {@inheritDoc} */
    public ReviewRequest {
        ledger = ledger.map(List::copyOf);
    }

    /**
     * Asks for a month and a language, after what was decided before.
     *
     * @param month the month, where one is asked for
     * @param language the language, where one is asked for
     * @param decided the decisions
     */
    public ReviewRequest(Optional<YearMonth> month, Optional<Language> language, List<PastDecision> decided) {
        this(month, language, Optional.of(decided));
    }

    /**
     * Asks for a month and a language, after no decision.
     *
     * @param month the month, where one is asked for
     * @param language the language, where one is asked for
     */
    public ReviewRequest(Optional<YearMonth> month, Optional<Language> language) {
        this(month, language, Optional.empty());
    }

    /**
     * Asks for a month.
     *
     * @param asked a complete month of the scorecard
     * @return this request, for that month
     */
    public ReviewRequest of(YearMonth asked) {
        return new ReviewRequest(Optional.of(asked), language, ledger);
    }

    /**
     * Asks for a language.
     *
     * @param asked a language that the policy speaks
     * @return this request, in that language
     */
    public ReviewRequest in(Language asked) {
        return new ReviewRequest(month, Optional.of(asked), ledger);
    }

    /**
     * Returns what was decided before.
     *
     * @return the decisions; none where there is no ledger
     */
    public List<PastDecision> decisions() {
        return ledger.orElse(List.of());
    }

    /**
     * Leaves out what was decided before.
     *
     * @return this request, without a ledger
     */
    public ReviewRequest withoutLedger() {
        return new ReviewRequest(month, language, Optional.empty());
    }

    /**
     * Asks what became of earlier decisions. The recommendation knows of them as far as rules ask for what is on record.
     *
     * @param decided the decisions
     * @return this request, after those decisions
     */
    public ReviewRequest after(List<PastDecision> decided) {
        return new ReviewRequest(month, language, Optional.of(decided));
    }
}
