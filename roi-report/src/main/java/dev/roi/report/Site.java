package dev.roi.report;

import static java.util.Objects.requireNonNull;

import dev.roi.core.PortfolioContext;
import dev.roi.core.PortfolioReview;
import dev.roi.core.Scope;
import dev.roi.report.page.HtmlRenderer;
import dev.roi.report.page.PortfolioPage;
import dev.roi.rules.Dossier;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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
        return of(reviews, context, List.of());
    }

    /**
     * Writes the pages of a portfolio with all that a committee's page shows.
     *
     * @param reviews the reviews
     * @param context what they do not say by themselves; {@link PortfolioContext#NONE} where nothing is known
     * @param dossiers what belongs to the reviews; a review without a dossier says what it knows by itself
     * @return the pages
     */
    public static Site of(PortfolioReview reviews, PortfolioContext context, List<Dossier> dossiers) {
        requireNonNull(context, "context");
        Map<Scope, Dossier> byScope = new HashMap<>();
        dossiers.forEach(dossier -> byScope.put(dossier.review().scope(), dossier));
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put(INDEX, HtmlRenderer.render(PortfolioPage.linking(reviews, context, dossiers)));
        // pages do not depend on each other: as many are written at the same time as there are processors
        List<String> scopes = reviews.reviews().parallelStream()
                .map(review -> byScope.getOrDefault(review.scope(), Dossier.of(review)))
                .map(dossier -> HtmlRenderer.render(Report.page(dossier), INDEX))
                .toList();
        for (int i = 0; i < scopes.size(); i++) {
            pages.put(fileOf(reviews.reviews().get(i).scope()), scopes.get(i));
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
        return PortfolioPage.fileOf(scope);
    }
}
