package dev.roi.testkit;

import dev.roi.core.Decision;
import dev.roi.core.Lever;
import dev.roi.core.LeverId;
import dev.roi.core.Portfolio;
import dev.roi.core.PortfolioReview;
import dev.roi.core.Review;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.json.Json;
import dev.roi.rules.ReviewRequest;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Law 16. */
final class PortfolioIsItsScopes {

    private PortfolioIsItsScopes() {}

    static List<Clause> clauses() {
        return List.of(
                Clause.of("each scope is reviewed as if it were alone", PortfolioIsItsScopes::asIfAlone),
                Clause.of("another scope changes no review", PortfolioIsItsScopes::othersDoNotMatter),
                Clause.of(
                        "no decision is hidden, and scopes behind the newest are said",
                        PortfolioIsItsScopes::nothingHidden),
                Clause.of(
                        "where to extend, adjust, maintain and stop is listed", PortfolioIsItsScopes::actionsAreListed),
                Clause.of("the order of scopes does not matter", PortfolioIsItsScopes::orderDoesNotMatter));
    }

    /** Reads a scorecard that stands alone together with itself at earlier months, as scopes of their own. */
    private static Portfolio portfolio(Trial trial) {
        if (trial.portfolio().scorecards().size() > 1) {
            return trial.portfolio();
        }
        List<Scorecard> scorecards = new ArrayList<>(List.of(trial.scorecard()));
        List<YearMonth> complete = trial.scorecard().completeMonths();
        for (int i = 0; i < complete.size(); i += Math.max(1, complete.size() / 3)) {
            Scope scope = trial.scorecard().scope();
            String id = "%s-%s".formatted(scope.id(), i);
            scorecards.add(Edit.scope(
                    Edit.upTo(trial.scorecard(), complete.get(i)),
                    new Scope(
                            scope.level(), id, id, Optional.of(trial.scorecard().firstUse()))));
        }
        return new Portfolio(scorecards);
    }

    private static PortfolioReview together(Trial trial) {
        return trial.together(() -> portfolio(trial));
    }

    private static PortfolioReview review(Trial trial, Portfolio portfolio) {
        return trial.engine().review(portfolio, ReviewRequest.LATEST);
    }

    private static void asIfAlone(Trial trial) {
        Portfolio portfolio = portfolio(trial);
        List<Review> together = together(trial).reviews();
        for (int i = 0; i < together.size(); i++) {
            Scorecard scorecard = portfolio.scorecards().get(i);
            Review came = together.get(i);
            trial.expect(
                    came.equals(trial.review(scorecard)),
                    () -> "scope %s to be reviewed as if it were alone"
                            .formatted(scorecard.scope().id()),
                    came);
        }
        trial.expect(together.size() == portfolio.scorecards().size(), () -> "one review for each scope");
    }

    private static void othersDoNotMatter(Trial trial) {
        List<Scorecard> scorecards = portfolio(trial).scorecards();
        List<Review> together = together(trial).reviews();
        for (int i = 0; i < scorecards.size() && scorecards.size() > 1; i++) {
            List<Scorecard> fewer = new ArrayList<>(scorecards);
            fewer.remove(i);
            List<Review> expected = new ArrayList<>(together);
            expected.remove(i);
            String gone = scorecards.get(i).scope().id();
            List<Review> came = review(trial, new Portfolio(fewer)).reviews();
            trial.expect(came.equals(expected), () -> "the other reviews to stay without scope " + gone, came.get(0));
        }
    }

    private static void nothingHidden(Trial trial) {
        PortfolioReview together = together(trial);
        for (Decision decision : Decision.values()) {
            long expected = together.reviews().stream()
                    .filter(review -> review.decision() == decision)
                    .count();
            trial.expect(
                    together.decisions().getOrDefault(decision, 0) == expected,
                    () -> "%s scopes to %s".formatted(expected, decision.word()));
            trial.expect(
                    expected == 0 || together.headline().contains(String.valueOf(expected)),
                    () -> "the headline to count %s scopes to %s, and not: %s"
                            .formatted(expected, decision.word(), together.headline()));
        }
        YearMonth newest = together.reviews().stream()
                .map(Review::month)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        List<Scope> stale = together.reviews().stream()
                .filter(review -> review.month().isBefore(newest))
                .map(Review::scope)
                .toList();
        trial.expect(
                together.newest().equals(newest) && together.stale().equals(stale),
                () -> "%s as the newest month, and these scopes as stale: %s".formatted(newest, stale));
    }

    private static void actionsAreListed(Trial trial) {
        PortfolioReview together = together(trial);
        for (Review review : together.reviews()) {
            List<Optional<LeverId>> expected = review.decision() == Decision.ADJUST
                    ? review.levers().stream().map(Lever::id).map(Optional::of).toList()
                    : List.of(Optional.empty());
            for (Optional<LeverId> lever : expected) {
                trial.expect(
                        together.actions().stream()
                                .anyMatch(action -> action.decision() == review.decision()
                                        && action.lever().equals(lever)
                                        && action.scopes().contains(review.scope())),
                        () -> "scope %s to be listed where to %s%s"
                                .formatted(
                                        review.scope().id(),
                                        review.decision().word(),
                                        lever.map(id -> " " + id).orElse("")),
                        review);
            }
        }
        int listed = together.actions().stream()
                .mapToInt(action -> action.scopes().size())
                .sum();
        int expected = together.reviews().stream()
                .mapToInt(review ->
                        review.decision() == Decision.ADJUST ? review.levers().size() : 1)
                .sum();
        trial.expect(listed == expected, () -> "%s entries in the lists, and not %s".formatted(expected, listed));
    }

    private static void orderDoesNotMatter(Trial trial) {
        Portfolio portfolio = portfolio(trial);
        List<Scorecard> backwards = new ArrayList<>(portfolio.scorecards());
        Collections.reverse(backwards);
        PortfolioReview again = review(trial, new Portfolio(backwards));
        trial.expect(
                Json.write(again).equals(Json.write(together(trial))),
                () -> "the same bytes with the scopes in reverse order");
    }
}
