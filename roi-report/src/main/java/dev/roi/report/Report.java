package dev.roi.report;

import static java.util.Objects.requireNonNull;

import dev.roi.core.Answer;
import dev.roi.core.Language;
import dev.roi.core.Minutes;
import dev.roi.core.PastDecision;
import dev.roi.core.PolicyDiff;
import dev.roi.core.PolicyLog;
import dev.roi.core.PortfolioContext;
import dev.roi.core.PortfolioReview;
import dev.roi.core.Review;
import dev.roi.core.View;
import dev.roi.report.page.AnswerLines;
import dev.roi.report.page.DiffPage;
import dev.roi.report.page.HistoryPage;
import dev.roi.report.page.HtmlRenderer;
import dev.roi.report.page.LogPage;
import dev.roi.report.page.MarkdownRenderer;
import dev.roi.report.page.MinutesPage;
import dev.roi.report.page.Page;
import dev.roi.report.page.PortfolioPage;
import dev.roi.report.page.ReviewPage;
import dev.roi.report.page.TextRenderer;
import dev.roi.report.page.ViewPage;
import dev.roi.report.page.WhatIfPage;
import dev.roi.rules.Dossier;
import dev.roi.rules.whatif.WhatIf;
import java.util.List;

/**
 * A review, a reader's view of it, the reviews of a portfolio, past decisions, or a comparison of two policies, for people
 * to read: as text for a terminal, as Markdown or as an HTML page, in its own language.
 *
 * <p>The decision comes first, then what it rests on. Names and remarks that come from a scorecard can neither break the
 * layout nor act on what shows it: control characters, bidirectional overrides and markup come out inert. The same
 * review gives the same characters on every machine. Immutable and safe for use by several threads.
 */
public final class Report {

    /** The columns of a terminal that {@link #text()} fits. */
    public static final int USUAL_WIDTH = 80;

    /** The fewest columns that a text can be made to fit. */
    public static final int LEAST_WIDTH = 72;

    private final Page page;

    private Report(Page page) {
        this.page = page;
    }

    /**
     * Returns the report of one review.
     *
     * @param review the review
     * @return its report
     */
    public static Report of(Review review) {
        return of(Dossier.of(requireNonNull(review, "review")));
    }

    /**
     * Returns the report of one review with all that a committee's page shows: months drawn, money, the items of the
     * meeting, what would change the decision, what to measure next, and why each rule spoke or stayed silent.
     *
     * @param dossier the review, and what belongs to it
     * @return its report
     */
    public static Report of(Dossier dossier) {
        return new Report(page(requireNonNull(dossier, "dossier")));
    }

    static Page page(Dossier dossier) {
        return ReviewPage.of(
                dossier,
                dossier.explanation()
                        .map(found -> ExplanationText.of(
                                found, List.of(), dossier.review().language())));
    }

    /**
     * Returns the report of one review that says first what would change the decision and what to measure next.
     *
     * @param review the review
     * @param whatIf what would change it, of the same scope and month and in the same language
     * @return its report
     */
    public static Report of(Review review, WhatIf whatIf) {
        return of(Dossier.of(requireNonNull(review, "review")).with(requireNonNull(whatIf, "whatIf")));
    }

    /**
     * Returns the report of several reviews: what to do and where, the totals, each scope in a line, then why in short.
     *
     * @param reviews the reviews
     * @return their report, in the language of the first of them
     */
    public static Report of(PortfolioReview reviews) {
        return of(reviews, PortfolioContext.NONE);
    }

    /**
     * Returns the report of several reviews, with what they do not say by themselves: their conflicts, and in HTML their
     * past.
     *
     * @param reviews the reviews
     * @param context their past and their conflicts
     * @return their report, in the language of the first of them
     */
    public static Report of(PortfolioReview reviews, PortfolioContext context) {
        requireNonNull(context, "context");
        return new Report(PortfolioPage.alone(requireNonNull(reviews, "reviews"), context));
    }

    /**
     * Returns the report of what was decided: actions without an answer first, then every decision, in the order given.
     *
     * @param decisions the decisions
     * @param language the language of the report
     * @return their report
     */
    public static Report of(List<PastDecision> decisions, Language language) {
        return new Report(HistoryPage.of(requireNonNull(decisions, "decisions"), requireNonNull(language, "language")));
    }

    /**
     * Returns the minutes of a meeting, ready to be sent.
     *
     * @param minutes the minutes
     * @param language their language
     * @return their report
     */
    public static Report of(Minutes minutes, Language language) {
        return new Report(MinutesPage.of(requireNonNull(minutes, "minutes"), requireNonNull(language, "language")));
    }

    /**
     * Says where each indicator went that an action aimed at, and warns where the action ended and none is better.
     *
     * @param answer what became of the action, with what was seen of its indicators
     * @param language the language to say it in
     * @return a line for each indicator, and the warning
     */
    public static List<String> movements(Answer answer, Language language) {
        return AnswerLines.of(answer, language);
    }

    /**
     * Returns the report of a comparison of two policies: what changed, which past decisions change with it, and what did
     * it.
     *
     * @param diff the comparison
     * @return its report, in the comparison's language
     */
    public static Report of(PolicyDiff diff) {
        return new Report(DiffPage.of(requireNonNull(diff, "diff")));
    }

    /**
     * Returns the report of a policy's approved versions: who approved each and why, and what it changed.
     *
     * @param log the log of the policy
     * @return its report, in the log's language
     */
    public static Report of(PolicyLog log) {
        return new Report(LogPage.of(requireNonNull(log, "log")));
    }

    /**
     * Returns the report of one reader's view of a review.
     *
     * @param view the view
     * @return its report
     */
    public static Report of(View view) {
        return new Report(ViewPage.of(requireNonNull(view, "view")));
    }

    /**
     * Returns the report of what would change a decision, what keeps it, and how sure it is.
     *
     * @param found what was found
     * @return its report
     */
    public static Report of(WhatIf found) {
        return new Report(WhatIfPage.of(requireNonNull(found, "found")));
    }

    /**
     * Writes the report as text of at most {@value #USUAL_WIDTH} columns.
     *
     * @return lines that end with a line feed, without colours and trailing spaces
     */
    public String text() {
        return text(USUAL_WIDTH);
    }

    /**
     * Writes the report as text.
     *
     * @param width the columns that no line exceeds, where wide characters take two; {@value #LEAST_WIDTH} or more
     * @return lines that end with a line feed, without colours and trailing spaces
     * @throws IllegalArgumentException when there are too few columns
     */
    public String text(int width) {
        if (width < LEAST_WIDTH) {
            throw new IllegalArgumentException("width (%s) must be %s columns or more".formatted(width, LEAST_WIDTH));
        }
        return TextRenderer.render(page, width);
    }

    /**
     * Writes the report as Markdown (CommonMark, with the tables of GitHub's flavour).
     *
     * @return lines that end with a line feed
     */
    public String markdown() {
        return MarkdownRenderer.render(page);
    }

    /**
     * Writes the report as one HTML page that needs nothing else: nothing is loaded from elsewhere, and the one script there
     * is, which sorts and searches a list of scopes, is its own and is not needed to read it. It
     * follows the reader's choice of light or dark, prints on A4, and says in words what it shows in pictures and colours.
     * A {@link Site} has the pages of a portfolio and of its scopes.
     *
     * @return the page, for UTF-8
     */
    public String html() {
        return HtmlRenderer.render(page);
    }
}
