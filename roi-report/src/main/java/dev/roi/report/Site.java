package dev.roi.report;

import static java.util.Objects.requireNonNull;

import dev.roi.core.PortfolioContext;
import dev.roi.core.PortfolioReview;
import dev.roi.core.Review;
import dev.roi.core.Scope;
import dev.roi.report.page.HtmlRenderer;
import dev.roi.report.page.PortfolioSheet;
import dev.roi.report.page.ReviewPage;
import dev.roi.report.page.ReviewPage.Repeats;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A portfolio as HTML pages that link to each other: one for the portfolio, and one for each scope. Every page is as
 * {@link Report#html()} promises. Immutable and safe for use by several threads.
 */
public final class Site {

    /** The file of the portfolio's page. */
    public static final String INDEX = "index.html";

    /** What every page has near its beginning, so that pages can be told from other files. */
    public static final String MARK = "<meta name=\"generator\" content=\"roi\">";

    private final Map<String, String> pages;

    private Site(Map<String, String> pages) {
        this.pages = Collections.unmodifiableMap(pages);
    }

    /**
     * Writes the pages of a portfolio.
     *
     * @param reviews the reviews
     * @param context what they do not say by themselves; {@link PortfolioContext#NONE} where nothing is known
     * @return the pages
     */
    public static Site of(PortfolioReview reviews, PortfolioContext context) {
        requireNonNull(context, "context");
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put(INDEX, HtmlRenderer.render(PortfolioSheet.linking(reviews, context)));
        for (Review review : reviews.reviews()) {
            pages.put(fileOf(review.scope()), HtmlRenderer.render(ReviewPage.of(review, Repeats.GATHERED), INDEX));
        }
        return new Site(pages);
    }

    /**
     * Returns the pages.
     *
     * @return the text of each page, for UTF-8, by the name of its file: the portfolio first, then the scopes in order.
     *     A name is of small ASCII letters, digits, hyphens and one full stop, and of 114 characters at the most, since
     *     ids are so, too
     */
    public Map<String, String> pages() {
        return pages;
    }

    /**
     * Returns the name of the file of a scope's page: its level and its id.
     *
     * @param scope the scope
     * @return the name, which no other scope has, also where small and capital letters are the same
     */
    public static String fileOf(Scope scope) {
        return PortfolioSheet.fileOf(scope);
    }
}
