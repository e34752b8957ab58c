package dev.roi.report.page;

import dev.roi.core.Dashboard;
import dev.roi.core.Decision;
import dev.roi.core.Effect;
import dev.roi.core.Exact;
import dev.roi.core.Justification;
import dev.roi.core.Language;
import dev.roi.core.Money;
import dev.roi.core.PortfolioContext;
import dev.roi.core.PortfolioReview;
import dev.roi.core.Review;
import dev.roi.core.Scope;
import dev.roi.core.Unit;
import dev.roi.core.text.Quantities;
import dev.roi.report.page.Page.Cell;
import dev.roi.report.page.Page.Grouping;
import dev.roi.report.page.Page.Look;
import dev.roi.report.page.Page.Row;
import dev.roi.report.page.Page.Table;
import dev.roi.report.page.Page.Weight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list of a portfolio: a line for each scope, and what its signs mean. */
final class ScopeList {

    private final ReviewedScopes scopes;
    private final PortfolioReview portfolio;
    private final PortfolioContext context;
    private final Words words;
    private final Quantities quantities;
    private final Language language;
    private final Function<Scope, Optional<String>> pages;
    private final Set<Scope> stale;

    ScopeList(ReviewedScopes scopes, Language language, Function<Scope, Optional<String>> pages) {
        this.scopes = scopes;
        this.portfolio = scopes.portfolio();
        this.context = scopes.context();
        this.words = scopes.words();
        this.quantities = words.quantities();
        this.language = language;
        this.pages = pages;
        this.stale = new HashSet<>(portfolio.stale());
    }

    /** A line for each scope: what is recommended, what it costs, what each block says of it, and its months. */
    Table table() {
        List<String> blocks = blocks();
        List<Row> rows = new ArrayList<>();
        for (Review review : scopes.inOrder()) {
            Scope scope = review.scope();
            String month = quantities.month(review.month());
            Optional<Money> money = scopes.money(scope);
            rows.add(new Row(
                    List.of(
                            Cell.of(scopes.name(scope)).leadingTo(pages.apply(scope)),
                            Cell.of(words.level(scope.level())),
                            Cell.of(
                                            stale.contains(scope)
                                                    ? words.fill("portfolio.stale-month", Map.of("month", month))
                                                    : month)
                                    .sortedBy(review.month().toString()),
                            Cell.of(words.decision(review.decision()))
                                    .sortedBy(String.valueOf(
                                            List.of(Decision.values()).indexOf(review.decision()))),
                            amount(scopes.cost(scope), money.map(Money::unit).orElse(Unit.CURRENCY)),
                            amount(money.flatMap(Money::consumed), Unit.PERCENT),
                            Cell.of(grid(review, blocks)),
                            Cell.of(reason(review))),
                    Weight.PLAIN,
                    hasPast()
                            ? List.of(Strip.of(
                                    portfolio.newest(),
                                    context.decisions().getOrDefault(scope, List.of()),
                                    context.decided().getOrDefault(scope, List.of()),
                                    words))
                            : List.of(),
                    Optional.of(review.decision()),
                    Optional.of(PortfolioPage.nameOf(scope))));
        }
        return new Table(
                Look.LIST,
                Grouping.NONE,
                List.of(
                        words.get("scope"),
                        words.get("portfolio.level"),
                        words.get("month"),
                        words.get("decision"),
                        words.get("portfolio.cost"),
                        words.get("portfolio.budget"),
                        blocks.stream().map(this::initial).collect(Collectors.joining(" ")),
                        words.get("portfolio.headline")),
                hasPast()
                        ? Optional.of(words.fill("portfolio.past", Map.of("count", String.valueOf(Strip.MONTHS))))
                        : Optional.empty(),
                rows);
    }

    /** What the signs of the list mean; where no past is drawn, nothing is said of bars. */
    Stream<String> keys() {
        String names = blocks().stream()
                .map(block -> initial(block) + " " + block.toLowerCase(language.locale()))
                .collect(Collectors.joining(", "));
        String signs = words.fill("portfolio.key", names.isEmpty() ? Map.of() : Map.of("blocks", names));
        return hasPast() ? Stream.of(words.get("portfolio.bars"), signs) : Stream.of(signs);
    }

    private boolean hasPast() {
        return !context.decisions().isEmpty() || !context.decided().isEmpty();
    }

    private String initial(String block) {
        return words.capitalised(block).substring(0, 1);
    }

    /** The reason alone, as the decision stands beside it. */
    private String reason(Review review) {
        String decision = words.label(words.decision(review.decision()));
        return review.headline().startsWith(decision)
                ? words.capitalised(
                        review.headline().substring(decision.length()).strip())
                : review.headline();
    }

    private Cell amount(Optional<Exact> value, Unit unit) {
        return value.map(known -> Cell.of(quantities.format(known, unit))
                        .sortedBy(known.rounded(2).toPlainString()))
                .orElseGet(() -> Cell.of(words.get("dashboard.nothing")).sortedBy("-1"));
    }

    private List<String> blocks() {
        return portfolio.reviews().stream()
                .flatMap(review -> review.dashboard().rows().stream())
                .map(Dashboard.Row::blockName)
                .distinct()
                .toList();
    }

    /** A sign for each block: the gravest thing that is said of it. */
    private String grid(Review review, List<String> blocks) {
        Map<String, String> names = new HashMap<>();
        review.dashboard().rows().forEach(row -> names.put(row.block().value(), row.blockName()));
        Map<String, Effect> gravest = new HashMap<>();
        for (Justification reason : review.justifications()) {
            String name = names.get(reason.block().value());
            if (name != null && reason.effect() != Effect.NOTE) {
                gravest.merge(name, reason.effect(), (one, other) -> one.compareTo(other) <= 0 ? one : other);
            }
        }
        return blocks.stream()
                .map(block -> words.get(
                        gravest.containsKey(block)
                                ? "grid." + gravest.get(block).word()
                                : "grid.nothing"))
                .collect(Collectors.joining(" "));
    }
}
