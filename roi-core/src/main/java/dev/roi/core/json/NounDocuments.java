package dev.roi.core.json;

import dev.roi.core.DocumentWriter;
import dev.roi.core.PortfolioReview;
import dev.roi.core.Review;
import dev.roi.core.View;

/** The documents of nouns, for any Jackson to write. */
public final class NounDocuments implements DocumentWriter {

    /** Makes what is looked up as a service. */
    public NounDocuments() {}

    @Override
    public Object document(Object noun) {
        if (noun instanceof Review review) {
            return Json.tree(ReviewFormat.REVIEW, review);
        }
        if (noun instanceof PortfolioReview reviews) {
            return Json.tree(PortfolioFormat.PORTFOLIO, reviews);
        }
        if (noun instanceof View view) {
            return Json.tree(ViewFormat.VIEW, view);
        }
        throw new IllegalArgumentException(
                "noun (%s) has no document".formatted(noun.getClass().getName()));
    }
}
