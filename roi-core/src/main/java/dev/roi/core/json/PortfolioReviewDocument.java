package dev.roi.core.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.roi.core.Exact;
import dev.roi.core.LeverId;
import dev.roi.core.PastDecision;
import dev.roi.core.PortfolioReview;
import dev.roi.core.Scope;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reviews of a portfolio as their document has them: components in the order of the keys. */
record PortfolioReviewDocument(
        String format,
        List<ReviewDocument> reviews,
        String headline,
        YearMonth newest,
        Map<String, Integer> decisions,
        List<ReviewDocument.ScopeOf> stale,
        List<Total> totals,
        List<Action> actions,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Open> unasked) {

    static final String FORMAT = "roi-portfolio-review/1";

    static PortfolioReviewDocument of(PortfolioReview review) {
        Map<String, Integer> decisions = new LinkedHashMap<>();
        review.decisions().forEach((decision, count) -> decisions.put(decision.word(), count));
        return new PortfolioReviewDocument(
                FORMAT,
                review.reviews().stream().map(ReviewDocument::of).toList(),
                review.headline(),
                review.newest(),
                decisions,
                scopes(review.stale()),
                review.totals().stream().map(Total::of).toList(),
                review.actions().stream().map(Action::of).toList(),
                review.unasked().stream().map(Open::of).toList());
    }

    private static List<ReviewDocument.ScopeOf> scopes(List<Scope> scopes) {
        return scopes.stream().map(ReviewDocument.ScopeOf::of).toList();
    }

    record Total(
            String level,
            String indicator,
            String name,
            String unit,
            Optional<Exact> sum,
            Optional<String> sumText,
            int known,
            List<ReviewDocument.ScopeOf> unknown) {
        static Total of(PortfolioReview.Total total) {
            return new Total(
                    total.level().word(),
                    total.indicator().value(),
                    total.name(),
                    total.unit().id(),
                    Optional.of(total.sum()).filter(sum -> total.known() > 0),
                    Optional.of(total.sumText()).filter(text -> total.known() > 0),
                    total.known(),
                    scopes(total.unknown()));
        }
    }

    record Action(String decision, Optional<String> lever, String title, List<ReviewDocument.ScopeOf> scopes) {
        static Action of(PortfolioReview.Action action) {
            return new Action(
                    action.decision().word(),
                    action.lever().map(LeverId::value),
                    action.title(),
                    PortfolioReviewDocument.scopes(action.scopes()));
        }
    }

    record Open(
            long entry,
            ReviewDocument.ScopeOf scope,
            YearMonth month,
            Instant at,
            String by,
            String recommended,
            String decision,
            Optional<String> reason,
            Optional<String> second,
            Optional<LedgerDocument.ActionOf> action) {
        static Open of(PastDecision past) {
            return new Open(
                    past.entry(),
                    ReviewDocument.ScopeOf.of(past.scope()),
                    past.month(),
                    past.at(),
                    past.by(),
                    past.recommended().word(),
                    past.decision().word(),
                    past.reason(),
                    past.second(),
                    past.action().map(LedgerDocument.ActionOf::of));
        }
    }
}
