package dev.roi.rules;

import static java.util.Objects.requireNonNull;

import dev.roi.core.Language;
import dev.roi.core.PastDecision;
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
    public static final ReviewRequest LATEST = new ReviewRequest(null, null, null);

    private final @Nullable YearMonth month;
    private final @Nullable Language language;
    private final @Nullable List<PastDecision> ledger;

    private ReviewRequest(@Nullable YearMonth month, @Nullable Language language, @Nullable List<PastDecision> ledger) {
        this.month = month;
        this.language = language;
        this.ledger = ledger;
    }

    /**
     * Asks for a month.
     *
     * @param asked a complete month of the scorecard
     * @return this request, for that month
     */
    public ReviewRequest forMonth(YearMonth asked) {
        return new ReviewRequest(requireNonNull(asked, "month"), language, ledger);
    }

    /**
     * Asks for a language.
     *
     * @param asked a language that the policy speaks
     * @return this request, in that language
     */
    public ReviewRequest in(Language asked) {
        return new ReviewRequest(month, requireNonNull(asked, "language"), ledger);
    }

    /**
     * Asks what became of earlier decisions. A review follows up on the decisions on its own scope for months before its own,
     * and knows nothing of others. The recommendation knows of them as far as rules ask for what is on record.
     *
     * @param decided the decisions, on these scopes and others; none for a ledger that is empty
     * @return this request, after those decisions
     */
    public ReviewRequest after(List<PastDecision> decided) {
        return new ReviewRequest(month, language, List.copyOf(decided));
    }

    /**
     * Leaves out what was decided before.
     *
     * @return this request, without a ledger
     */
    public ReviewRequest withoutLedger() {
        return new ReviewRequest(month, language, null);
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

    @Override
    public boolean equals(Object other) {
        return other instanceof ReviewRequest request
                && Objects.equals(month, request.month)
                && Objects.equals(language, request.language)
                && Objects.equals(ledger, request.ledger);
    }

    @Override
    public int hashCode() {
        return Objects.hash(month, language, ledger);
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
