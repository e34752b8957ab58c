package dev.roi.report.page;

import dev.roi.core.Exact;
import dev.roi.core.Money;
import dev.roi.core.PortfolioContext;
import dev.roi.core.PortfolioReview;
import dev.roi.core.Review;
import dev.roi.core.Scope;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The scopes of a portfolio: in which order, and under which names, a page lists them. */
final class ReviewedScopes {

    // longer lists of names are cut, since each scope has a line of its own further down
    private static final int MOST_NAMES = 6;

    private final PortfolioReview portfolio;
    private final PortfolioContext context;
    private final Words words;
    private final Map<String, Long> taken;

    ReviewedScopes(PortfolioReview portfolio, PortfolioContext context, Words words) {
        this.portfolio = portfolio;
        this.context = context;
        this.words = words;
        this.taken = portfolio.reviews().stream()
                .collect(Collectors.groupingBy(review -> review.scope().name(), Collectors.counting()));
    }

    PortfolioReview portfolio() {
        return portfolio;
    }

    PortfolioContext context() {
        return context;
    }

    Words words() {
        return words;
    }

    /** What is known of a scope's money. */
    Optional<Money> money(Scope scope) {
        return Optional.ofNullable(context.money().get(scope));
    }

    /** In order of decision, the gravest first, then of money. */
    List<Review> inOrder() {
        return portfolio.reviews().stream()
                .sorted(Comparator.comparing(Review::decision)
                        .thenComparing(review -> cost(review.scope()).orElse(Exact.ZERO), Comparator.reverseOrder())
                        .thenComparing(Review::scope))
                .toList();
    }

    Optional<Exact> cost(Scope scope) {
        return money(scope).flatMap(Money::cost);
    }

    /** What to call a scope, so that it cannot be taken for another one. */
    String name(Scope scope) {
        return taken.getOrDefault(scope.name(), 0L) > 1 ? words.scope(scope) : scope.name();
    }

    String some(List<Scope> scopes) {
        return some(scopes, MOST_NAMES);
    }

    String some(List<Scope> scopes, int most) {
        return list(scopes.stream().map(this::name).toList(), most);
    }

    String list(List<String> names, int most) {
        if (names.size() <= most) {
            return words.quantities().list(names);
        }
        return words.fill(
                "portfolio.more",
                Map.of(
                        "some",
                        String.join(", ", names.subList(0, most)),
                        "count",
                        String.valueOf(names.size() - most)));
    }

    /** Some names, and how many more there are. */
    String list(List<String> names) {
        return list(names, MOST_NAMES);
    }
}
