package dev.roi.cli;

import dev.roi.core.Keyword;
import dev.roi.core.PolicyDiff;
import dev.roi.core.PortfolioContext;
import dev.roi.core.PortfolioReview;
import dev.roi.core.View;
import dev.roi.core.json.Json;
import dev.roi.report.Report;
import dev.roi.rules.Dossier;

/** How a review is written. */
enum Format implements Keyword {
    /** For a terminal. */
    TEXT,
    /** For a wiki, a ticket or a pull request. */
    MARKDOWN,
    /** For a browser, or to print. */
    HTML,
    /** For programs. */
    JSON;

    String write(Dossier dossier) {
        return switch (this) {
            case TEXT -> Report.of(dossier).text();
            case MARKDOWN -> Report.of(dossier).markdown();
            case HTML -> Report.of(dossier).html();
            case JSON -> Json.write(dossier.review());
        };
    }

    String write(View view) {
        return switch (this) {
            case TEXT -> Report.of(view).text();
            case MARKDOWN -> Report.of(view).markdown();
            case HTML -> Report.of(view).html();
            case JSON -> Json.write(view);
        };
    }

    String write(PortfolioReview reviews, PortfolioContext context) {
        return switch (this) {
            case TEXT -> Report.of(reviews, context).text();
            case MARKDOWN -> Report.of(reviews, context).markdown();
            case HTML -> Report.of(reviews, context).html();
            case JSON -> Json.write(reviews);
        };
    }

    String write(PolicyDiff diff) {
        return switch (this) {
            case TEXT -> Report.of(diff).text();
            case MARKDOWN -> Report.of(diff).markdown();
            case HTML -> Report.of(diff).html();
            case JSON -> Json.write(diff);
        };
    }
}
