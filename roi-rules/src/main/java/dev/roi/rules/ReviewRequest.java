package dev.roi.rules;

import static java.util.Objects.requireNonNull;

import dev.roi.core.Language;
import dev.roi.core.PastDecision;
import dev.roi.core.PastScorecard;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which month is reviewed, in which language, and after which decisions. Where nothing is said, that is each scope's latest
 * complete month, in the policy's first language, without a ledger. Begin with {@link #LATEST}. Immutable.
 */
public final class ReviewRequest {

    /** Asks for nothing in particular. */
    public static final ReviewRequest LATEST = new ReviewRequest(null, null, null, List.of());

    private final @Nullable YearMonth month;
    private final @Nullable Language language;
    private final @Nullable List<PastDecision> ledger;
    private final List<PastScorecard> recorded;

    private ReviewRequest(
            @Nullable YearMonth month,
            @Nullable Language language,
            @Nullable List<PastDecision> ledger,
            List<PastScorecard> recorded) {
        this.month = month;
        this.language = language;
        this.ledger = ledger;
        this.recorded = recorded;
    }

    /**
     * Asks for a month.
     *
     * @param asked a complete month of the scorecard
     * @return this request, for that month
     */
    public ReviewRequest forMonth(YearMonth asked) {
        return new ReviewRequest(requireNonNull(asked, "month"), language, ledger, recorded);
    }

    /**
     * Asks for a language.
     *
     * @param asked a language that the policy speaks
     * @return this request, in that language
     */
    public ReviewRequest in(Language asked) {
        return new ReviewRequest(month, requireNonNull(asked, "language"), ledger, recorded);
    }

    /**
     * Asks what became of earlier decisions. A review follows up on the decisions on its own scope for months before its own,
     * and knows nothing of others. The recommendation knows of them as far as rules ask for what is on record.
     *
     * @param decided the decisions, on these scopes and others; none for a ledger that is empty
     * @return this request, after those decisions
     */
    public ReviewRequest after(List<PastDecision> decided) {
        return new ReviewRequest(month, language, List.copyOf(decided), recorded);
    }

    /**
     * Asks which figures of past months are others than they were when somebody decided on them. A review remarks on them, by
     * the last decision on its own scope for a month before its own; no recommendation rests on it.
     *
     * @param scorecards what decisions rested on, of these scopes and others
     * @return this request, held against those scorecards
     */
    public ReviewRequest heldAgainst(List<PastScorecard> scorecards) {
        return new ReviewRequest(month, language, ledger, List.copyOf(scorecards));
    }

    /**
     * Leaves out what was decided before, and what it rested on.
     *
     * @return this request, without a ledger
     */
    public ReviewRequest withoutLedger() {
        return new ReviewRequest(month, language, null, List.of());
    }

    /**
     * Returns which month is reviewed.
     *
     * @return the month, where one was asked for
     */
    public Optional<YearMonth> month() {
        return Optional.ofNullable(month);
    }

    /**
     * Returns in which language.
     *
     * @return the language, where one was asked for
     */
    public Optional<Language> language() {
        return Optional.ofNullable(language);
    }

    /**
     * Returns what was decided before, where there is a ledger, be it empty: rules that ask for what is on record apply only
     * there.
     *
     * @return the decisions; nothing without a ledger
     */
    public Optional<List<PastDecision>> ledger() {
        return Optional.ofNullable(ledger);
    }

    /**
     * Returns what was decided before.
     *
     * @return the decisions; none where there is no ledger
     */
    public List<PastDecision> decisions() {
        return ledger().orElse(List.of());
    }

    /**
     * Returns what earlier decisions rested on.
     *
     * @return the scorecards; none where none was given
     */
    public List<PastScorecard> recorded() {
        return recorded;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReviewRequest request
                && Objects.equals(month, request.month)
                && Objects.equals(language, request.language)
                && Objects.equals(ledger, request.ledger)
                && recorded.equals(request.recorded);
    }

    @Override
    public int hashCode() {
        return Objects.hash(month, language, ledger, recorded);
    }

    @Override
    public String toString() {
        return "%s%s%s"
                .formatted(
                        month == null ? "the latest month" : month,
                        language == null ? "" : " in " + language,
                        ledger == null ? "" : " after %s decisions".formatted(ledger.size()));
    }
}
