package dev.roi.report.page;

import dev.roi.core.Budget;
import dev.roi.core.Dashboard;
import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.Level;
import dev.roi.core.Money;
import dev.roi.core.PortfolioReview;
import dev.roi.core.Review;
import dev.roi.core.Unit;
import dev.roi.core.text.Quantities;
import dev.roi.report.page.Page.Field;
import dev.roi.report.page.Page.Weight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What each decision of a portfolio is about in money, and of which budget. */
final class PortfolioMoney {

    private static final Unit HOURS = new Unit("hours");

    private final ReviewedScopes scopes;
    private final PortfolioReview portfolio;
    private final Words words;
    private final Quantities quantities;

    PortfolioMoney(ReviewedScopes scopes) {
        this.scopes = scopes;
        this.portfolio = scopes.portfolio();
        this.words = scopes.words();
        this.quantities = words.quantities();
    }

    /** What each decision is about in money, and of which budget, by level: two levels may be two views of one bill. */
    List<Field> fields() {
        List<Field> said = new ArrayList<>();
        for (Level level : Level.values()) {
            Map<Unit, List<Review>> byUnit = portfolio.reviews().stream()
                    .filter(review -> review.scope().level() == level)
                    .filter(review -> scopes.cost(review.scope()).isPresent())
                    .collect(Collectors.groupingBy(
                            review -> scopes.money(review.scope()).orElseThrow().unit(),
                            LinkedHashMap::new,
                            Collectors.toList()));
            byUnit.forEach((unit, reviews) -> said.add(new Field(
                    words.label(words.fill(
                            "portfolio.money.of", Map.of("level", words.get("portfolio.levels." + level.word())))),
                    money(level, unit, reviews),
                    Weight.BOX)));
        }
        return said;
    }

    private String money(Level level, Unit unit, List<Review> reviews) {
        Exact all = sum(reviews);
        List<String> parts = new ArrayList<>();
        for (Decision decision : Decision.values()) {
            List<Review> some = reviews.stream()
                    .filter(review -> review.decision() == decision)
                    .toList();
            if (!some.isEmpty() && !all.isZero()) {
                Exact cost = sum(some);
                parts.add(words.fill(
                        "portfolio.money." + decision.word(),
                        Map.of(
                                "cost", quantities.format(cost, unit),
                                "share", share(cost, all))));
            }
        }
        Map<String, String> values = new HashMap<>();
        values.put("cost", quantities.format(all, unit));
        values.put("parts", String.join(", ", parts));
        budget(reviews).ifPresent(budget -> {
            values.put("budget", quantities.format(Words.whole(budget.amount()), unit));
            values.put("share", share(budget.cost(), budget.amount()));
        });
        hour(level, reviews, unit).ifPresent(hour -> values.put("hour", hour));
        return words.fill("portfolio.money", values);
    }

    private String share(Exact some, Exact all) {
        return quantities.format(Words.whole(some.times(Exact.HUNDRED).dividedBy(all)), Unit.PERCENT);
    }

    private Exact sum(List<Review> reviews) {
        return reviews.stream()
                .flatMap(review -> scopes.cost(review.scope()).stream())
                .reduce(Exact.ZERO, Exact::plus);
    }

    private record Spending(Exact cost, Exact amount) {}

    /** The budget of the scopes whose budget follows from their cost and the share of it that is consumed. */
    private Optional<Spending> budget(List<Review> reviews) {
        Exact cost = Exact.ZERO;
        Exact amount = Exact.ZERO;
        for (Review review : reviews) {
            Optional<Money> money = scopes.money(review.scope());
            Optional<Exact> own = money.flatMap(PortfolioMoney::budget);
            if (own.isPresent()) {
                cost = cost.plus(money.flatMap(Money::cost).orElseThrow());
                amount = amount.plus(own.get());
            }
        }
        return amount.isZero() ? Optional.empty() : Optional.of(new Spending(cost, amount));
    }

    /** A month's budget; of one for several months, a month's part of it. */
    private static Optional<Exact> budget(Money money) {
        if (money.plan().isPresent()) {
            Budget given = money.plan().get().budget();
            return money.cost().map(cost -> given.upTo(given.first()));
        }
        return money.budget()
                .or(() -> money.consumed()
                        .filter(share -> !share.isZero())
                        .flatMap(share -> money.cost()
                                .map(cost -> cost.times(Exact.HUNDRED).dividedBy(share))));
    }

    /** What an hour costs that was put to another use: of the scopes that say both. */
    private Optional<String> hour(Level level, List<Review> reviews, Unit unit) {
        Exact hours = Exact.ZERO;
        Exact cost = Exact.ZERO;
        Set<String> totalled = portfolio.totals().stream()
                .filter(total -> total.level() == level && total.unit().equals(HOURS))
                .map(total -> total.indicator().value())
                .collect(Collectors.toSet());
        for (Review review : reviews) {
            Optional<Exact> own = review.dashboard().rows().stream()
                    .flatMap(row -> row.cells().stream())
                    .filter(cell -> totalled.contains(cell.indicator().value()))
                    .findFirst()
                    .flatMap(Dashboard.Cell::value);
            if (own.isPresent()) {
                hours = hours.plus(own.get());
                cost = cost.plus(scopes.cost(review.scope()).orElseThrow());
            }
        }
        return hours.isZero()
                ? Optional.empty()
                : Optional.of(quantities.format(Words.whole(cost.dividedBy(hours)), unit));
    }
}
