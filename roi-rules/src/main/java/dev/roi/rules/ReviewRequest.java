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
 * complete month, in the policy's first language, after none. Begin with {@link #LATEST}. Immutable.
 */
public final class ReviewRequest {

    /** Asks for nothing in particular. */
    public static final ReviewRequest LATEST = new ReviewRequest(null, null, List.of());

    private final @Nullable YearMonth month;
    private final @Nullable Language language;
    private final List<PastDecision> decisions;

    private ReviewRequest(
            @Nullable YearMonth month, @Nullable Language language, List<PastDecision> decisions) {
        this.month = month;
        this.language = language;
        this.decisions = decisions;
    }

    /**
     * Asks for a month.
     *
     * @param asked a complete month of the scorecard
     * @return this request, for that month
     */
    public ReviewRequest forMonth(YearMonth asked) {
        return new ReviewRequest(requireNonNull(asked, "month"), language, decisions);
    }

    /**
     * Asks for a language.
     *
     * @param asked a language that the policy speaks
     * @return this request, in that language
     */
    public ReviewRequest in(Language asked) {
        return new ReviewRequest(month, requireNonNull(asked, "language"), decisions);
    }

    /**
     * Asks what became of earlier decisions, of which the recommendation itself knows nothing. A review follows up on the
     * decisions on its own scope for months before its own, and knows nothing of others.
     *
     * @param decided the decisions, on these scopes and others
     * @return this request, after those decisions
     */
    public ReviewRequest after(List<PastDecision> decided) {
        return new ReviewRequest(month, language, List.copyOf(decided));
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
     * Returns what was decided before.
     *
     * @return the decisions; empty where none were named
     */
    public List<PastDecision> decisions() {
        return decisions;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReviewRequest request
                && Objects.equals(month, request.month)
                && Objects.equals(language, request.language)
                && decisions.equals(request.decisions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(month, language, decisions);
    }

    @Override
    public String toString() {
        return "%s%s%s"
                .formatted(
                        month == null ? "the latest month" : month,
                        language == null ? "" : " in " + language,
                        decisions.isEmpty() ? "" : " after %s decisions".formatted(decisions.size()));
    }
}
