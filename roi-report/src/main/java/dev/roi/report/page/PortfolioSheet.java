package dev.roi.report.page;

import dev.roi.core.Dashboard;
import dev.roi.core.Decision;
import dev.roi.core.IndicatorId;
import dev.roi.core.MonthDecision;
import dev.roi.core.PortfolioContext;
import dev.roi.core.PortfolioReview;
import dev.roi.core.Review;
import dev.roi.core.Scope;
import dev.roi.report.page.Page.Item;
import dev.roi.report.page.Page.Items;
import dev.roi.report.page.Page.Order;
import dev.roi.report.page.Page.Section;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the HTML page of a portfolio shows: open actions and conflicts, where to stop, adjust and extend, what adds up, then
 * a line for each scope, those to be stopped first.
 *
 * @param page what is said above the table of scopes
 * @param words the words of its language
 * @param actions what to do, and where; the gravest decision first
 * @param amounts the titles of what each scope is asked for beside its decision
 * @param groups the scopes by decision; the gravest first
 * @param details what is said of each scope, where no page of its own does
 */
public record PortfolioSheet(
        Page page, Words words, List<Action> actions, List<String> amounts, List<Group> groups, List<Section> details) {

    /** The months that a strip shows. */
    static final int MONTHS = 12;

    // a longer list is folded up
    private static final int MOST_LINKS = 20;
    private static final int MOST_AMOUNTS = 2;

    /**
     * A scope to go to.
     *
     * @param name what it is called
     * @param href where it is, where that is known
     */
    record Link(String name, Optional<String> href) {}

    /**
     * What to do, and where.
     *
     * @param title what to do, with the number of scopes
     * @param decision the decision that it comes from
     * @param first the first scopes
     * @param more the others; may be empty
     */
    record Action(String title, Decision decision, List<Link> first, List<Link> more) {}

    /**
     * The scopes with one decision.
     *
     * @param decision the decision
     * @param name the decision in words
     * @param lines the scopes; may be empty
     */
    record Group(Decision decision, String name, List<Line> lines) {}

    /**
     * A scope.
     *
     * @param anchor its name on this page
     * @param name what it is called
     * @param href its own page, where it has one
     * @param level its level
     * @param month the reviewed month
     * @param stale whether that is before the newest
     * @param headline the decision and its first reason
     * @param strip its decisions month by month
     * @param amounts what it spends and frees, in the order of the titles
     */
    record Line(
            String anchor,
            String name,
            Optional<String> href,
            String level,
            String month,
            boolean stale,
            String headline,
            Strip strip,
            List<String> amounts) {}

    /**
     * The decisions of the last months: a bar for each, the higher the better the decision.
     *
     * @param label the same in words
     * @param bars the bars; a month that was not decided has none
     */
    record Strip(String label, List<Bar> bars) {}

    /**
     * A month.
     *
     * @param x how far right it is
     * @param height how high it is
     * @param decision the decision
     */
    record Bar(int x, int height, Decision decision) {}

    /**
     * Says what a portfolio says on a page that stands alone.
     *
     * @param portfolio the reviews
     * @param context what they do not say by themselves
     * @return the page
     */
    public static PortfolioSheet alone(PortfolioReview portfolio, PortfolioContext context) {
        return new Maker(portfolio, context, false).sheet();
    }

    /**
     * Says what a portfolio says on a page among the pages of its scopes.
     *
     * @param portfolio the reviews
     * @param context what they do not say by themselves
     * @return the page
     */
    public static PortfolioSheet linking(PortfolioReview portfolio, PortfolioContext context) {
        return new Maker(portfolio, context, true).sheet();
    }

    /**
     * Returns the name of the file of a scope's page.
     *
     * @param scope the scope
     * @return the name, which no other scope has
     */
    public static String fileOf(Scope scope) {
        return nameOf(scope) + ".html";
    }

    /** No level begins as another does, so that no two scopes have the same name. */
    private static String nameOf(Scope scope) {
        return scope.level().word() + "-" + scope.id();
    }

    private static final class Maker {

        private static final int BAR_WIDTH = 8;
        private static final int BAR_STEP = 5;

        private final PortfolioReview portfolio;
        private final PortfolioContext context;
        private final boolean linked;
        private final PortfolioPage text;
        private final Words words;

        Maker(PortfolioReview portfolio, PortfolioContext context, boolean linked) {
            this.portfolio = portfolio;
            this.context = context;
            this.linked = linked;
            this.text = new PortfolioPage(portfolio, context);
            this.words = text.words();
        }

        PortfolioSheet sheet() {
            Map<IndicatorId, String> amounts = new LinkedHashMap<>();
            portfolio.totals().stream()
                    .filter(total -> amounts.size() < MOST_AMOUNTS || amounts.containsKey(total.indicator()))
                    .forEach(total -> amounts.putIfAbsent(total.indicator(), total.name()));
            return new PortfolioSheet(
                    new Page(
                            text.language(),
                            Optional.empty(),
                            portfolio.headline(),
                            text.fields(),
                            sections(),
                            text.colophon()),
                    words,
                    actions(),
                    List.copyOf(amounts.values()),
                    groups(List.copyOf(amounts.keySet())),
                    details());
        }

        private List<Section> sections() {
            List<Section> sections = new ArrayList<>();
            add(sections, "open", words.get("history.open-actions"), text.openActions());
            add(sections, "conflicts", words.get("portfolio.conflicts"), text.conflicts());
            if (!portfolio.totals().isEmpty()) {
                sections.add(new Section("totals", words.get("portfolio.totals"), List.of(text.totals())));
            }
            return sections;
        }

        private static void add(List<Section> sections, String name, String title, List<Item> items) {
            if (!items.isEmpty()) {
                sections.add(new Section(name, title, List.of(new Items(Order.FREE, items))));
            }
        }

        private List<Action> actions() {
            return portfolio.actions().stream().map(this::action).toList();
        }

        private Action action(PortfolioReview.Action action) {
            List<Link> links = action.scopes().stream()
                    .map(scope -> new Link(text.name(scope), Optional.of(place(scope))))
                    .toList();
            int first = links.size() <= MOST_LINKS + 1 ? links.size() : MOST_LINKS;
            String title = words.fill(
                    "portfolio.action",
                    Map.of("title", words.capitalised(action.title()), "count", String.valueOf(links.size())));
            return new Action(title, action.decision(), links.subList(0, first), links.subList(first, links.size()));
        }

        private String place(Scope scope) {
            return href(scope).orElseGet(() -> "#" + nameOf(scope));
        }

        private Optional<String> href(Scope scope) {
            return linked ? Optional.of(fileOf(scope)) : Optional.empty();
        }

        private List<Group> groups(List<IndicatorId> amounts) {
            Map<Decision, List<Review>> byDecision =
                    portfolio.reviews().stream().collect(Collectors.groupingBy(Review::decision));
            return Stream.of(Decision.values())
                    .map(decision -> new Group(
                            decision,
                            words.decision(decision),
                            byDecision.getOrDefault(decision, List.of()).stream()
                                    .map(review -> line(review, amounts))
                                    .toList()))
                    .toList();
        }

        private Line line(Review review, List<IndicatorId> amounts) {
            Scope scope = review.scope();
            boolean stale = text.isStale(scope);
            String month = words.quantities().month(review.month());
            Map<IndicatorId, String> values = review.dashboard().rows().stream()
                    .flatMap(row -> row.cells().stream())
                    .collect(Collectors.toMap(
                            Dashboard.Cell::indicator, Dashboard.Cell::valueText, (first, second) -> first));
            return new Line(
                    nameOf(scope),
                    text.name(scope),
                    href(scope),
                    words.level(scope.level()),
                    stale ? words.fill("portfolio.stale-month", Map.of("month", month)) : month,
                    stale,
                    review.headline(),
                    strip(review),
                    amounts.stream()
                            .map(id -> values.getOrDefault(id, words.get("dashboard.nothing")))
                            .toList());
        }

        private Strip strip(Review review) {
            Map<YearMonth, Decision> decided = context.decisions().getOrDefault(review.scope(), List.of()).stream()
                    .collect(
                            Collectors.toMap(MonthDecision::month, MonthDecision::decision, (first, second) -> second));
            List<Bar> bars = new ArrayList<>();
            List<String> told = new ArrayList<>();
            for (int i = 0; i < MONTHS; i++) {
                YearMonth month = portfolio.newest().minusMonths(MONTHS - 1L - i);
                Decision decision = decided.get(month);
                if (decision != null) {
                    bars.add(new Bar(i * BAR_WIDTH, height(decision), decision));
                    told.add(words.fill(
                            "plot.month",
                            Map.of("month", words.quantities().month(month), "value", words.decision(decision))));
                }
            }
            return new Strip(String.join(", ", told), bars);
        }

        private static int height(Decision decision) {
            return BAR_STEP
                    * switch (decision) {
                        case STOP -> 1;
                        case ADJUST -> 2;
                        case MAINTAIN -> 3;
                        case EXTEND -> 4;
                    };
        }

        private List<Section> details() {
            List<Section> details = new ArrayList<>();
            if (!linked) {
                add(details, "reasons", words.get("portfolio.reasons"), text.reasons());
            }
            return details;
        }
    }

    /** Tells whether any scope has a past. */
    boolean hasPast() {
        return groups.stream()
                .flatMap(group -> group.lines().stream())
                .anyMatch(line -> !line.strip().bars().isEmpty());
    }

    /** Returns how many columns the table of scopes has. */
    int columns() {
        return 4 + amounts.size() + (hasPast() ? 1 : 0);
    }

    /** Returns how many scopes there are. */
    int scopes() {
        return groups.stream().map(Group::lines).mapToInt(List::size).sum();
    }
}
