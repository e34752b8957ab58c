package dev.roi.report.page;

import dev.roi.core.FollowUp;
import dev.roi.core.Language;
import dev.roi.core.PastAction;
import dev.roi.core.PortfolioContext;
import dev.roi.core.PortfolioReview;
import dev.roi.core.Review;
import dev.roi.core.Scope;
import dev.roi.report.page.Page.Content;
import dev.roi.report.page.Page.Grouping;
import dev.roi.report.page.Page.Item;
import dev.roi.report.page.Page.Items;
import dev.roi.report.page.Page.Order;
import dev.roi.report.page.Page.Prose;
import dev.roi.report.page.Page.Row;
import dev.roi.report.page.Page.Section;
import dev.roi.report.page.Page.Table;
import dev.roi.rules.Dossier;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the report of several reviews says: what to do and where first, the money of each decision, what pulls against each
 * other, then every scope in a line.
 */
public final class PortfolioPage {

    private static final int MOST_NAMES_OF_AN_ACTION = 12;

    private final ReviewedScopes scopes;
    private final PortfolioReview portfolio;
    private final Language language;
    private final Words words;

    private PortfolioPage(PortfolioReview portfolio, PortfolioContext context) {
        this.portfolio = portfolio;
        this.language =
                portfolio.reviews().stream().map(Review::language).findFirst().orElse(Language.ENGLISH);
        this.words = new Words(language);
        this.scopes = new ReviewedScopes(portfolio, context, words);
    }

    /**
     * Says what several reviews say, on a page that stands alone.
     *
     * @param portfolio the reviews
     * @param context what they do not say by themselves
     * @return the page
     */
    public static Page alone(PortfolioReview portfolio, PortfolioContext context) {
        PortfolioPage page = new PortfolioPage(portfolio, context);
        return page.page(List.of(), scope -> Optional.empty(), new ScopeReasons(page.scopes).items());
    }

    /**
     * Says what several reviews say, on a page among the pages of its scopes.
     *
     * @param portfolio the reviews
     * @param context what they do not say by themselves
     * @param dossiers what belongs to the reviews
     * @return the page
     */
    public static Page linking(PortfolioReview portfolio, PortfolioContext context, List<Dossier> dossiers) {
        return new PortfolioPage(portfolio, context).page(dossiers, scope -> Optional.of(fileOf(scope)), List.of());
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
    static String nameOf(Scope scope) {
        return scope.level().word() + "-" + scope.id();
    }

    private Page page(List<Dossier> dossiers, Function<Scope, Optional<String>> pages, List<Item> reasons) {
        ScopeList list = new ScopeList(scopes, language, pages);
        List<Section> sections = new ArrayList<>();
        add(sections, "open", words.get("history.open-actions"), openActions());
        add(sections, "together", words.get("portfolio.together"), notes());
        add(sections, "actions", words.get("portfolio.actions"), actions());
        if (portfolio.reviews().isEmpty()) {
            sections.add(section("all", new Prose(words.get("portfolio.empty"))));
        } else {
            sections.add(new Section(
                    "all",
                    words.get("portfolio.all"),
                    Stream.<Content>concat(Stream.of(list.table()), list.keys().map(Prose::new))
                            .toList()));
        }
        if (!portfolio.totals().isEmpty()) {
            List<Content> totals = new ArrayList<>(List.of(totals()));
            if (hasTwoViewsOfOneBill()) {
                totals.add(new Prose(words.get("portfolio.two-views")));
            }
            sections.add(new Section("totals", words.get("portfolio.totals"), totals));
        }
        if (!reasons.isEmpty()) {
            sections.add(section("reasons", new Prose(words.get("portfolio.in-full")), new Items(Order.FREE, reasons)));
        }
        return new Page(
                language,
                Optional.empty(),
                portfolio.headline(),
                new PortfolioBand(scopes, dossiers).fields(),
                sections,
                colophon());
    }

    private Section section(String name, Content... contents) {
        return new Section(name, words.get("portfolio." + name), List.of(contents));
    }

    private static void add(List<Section> sections, String name, String title, List<Item> items) {
        if (!items.isEmpty()) {
            sections.add(new Section(name, title, List.of(new Items(Order.FREE, items))));
        }
    }

    /** What is overdue comes first. */
    private List<Item> openActions() {
        PastItems items = new PastItems(words);
        record Open(FollowUp asked, Item item, boolean overdue) {}
        Stream<Open> reviewed = portfolio.reviews().stream()
                .flatMap(review -> review.followUps().stream()
                        .filter(asked ->
                                asked.action().filter(PastAction::isOpen).isPresent())
                        .map(asked ->
                                new Open(asked, items.open(asked, review.month()), isOverdue(asked, review.month()))));
        Set<Scope> reviewedScopes = reviewed();
        Stream<Open> unasked = portfolio.unasked().stream()
                .map(asked -> new Open(
                        asked,
                        items.unasked(
                                asked,
                                portfolio.newest(),
                                reviewedScopes.contains(asked.decision().scope())),
                        isOverdue(asked, portfolio.newest())));
        return Stream.concat(reviewed, unasked)
                .sorted(Comparator.comparing((Open open) -> !open.overdue())
                        .thenComparing(
                                open -> open.asked().action().orElseThrow().due()))
                .map(Open::item)
                .toList();
    }

    private static boolean isOverdue(FollowUp asked, YearMonth reviewed) {
        return !asked.action().orElseThrow().due().isAfter(reviewed);
    }

    /** What portfolio rules say of several scopes. */
    private List<Item> notes() {
        return portfolio.notes().stream()
                .map(note -> Item.labelled(words.label(words.capitalised(note.headline())), note.text()))
                .toList();
    }

    private Set<Scope> reviewed() {
        return portfolio.reviews().stream().map(Review::scope).collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Item> actions() {
        return portfolio.actions().stream()
                .map(action -> Item.labelled(
                        words.label(words.fill(
                                "portfolio.action",
                                Map.of(
                                        "title",
                                        words.capitalised(action.title()),
                                        "count",
                                        String.valueOf(action.scopes().size())))),
                        scopes.some(action.scopes(), MOST_NAMES_OF_AN_ACTION)))
                .toList();
    }

    private Table totals() {
        List<Row> rows = new ArrayList<>();
        for (PortfolioReview.Total total : portfolio.totals()) {
            int all = total.known() + total.unknown().size();
            rows.add(Row.of(
                    words.level(total.level()),
                    total.name(),
                    total.known() == 0 ? words.get("portfolio.unknown-sum") : total.sumText(),
                    words.fill(
                            "portfolio.known-of",
                            Map.of("known", String.valueOf(total.known()), "all", String.valueOf(all))),
                    total.unknown().isEmpty() ? words.get("dashboard.nothing") : scopes.some(total.unknown())));
        }
        return new Table(
                Grouping.NONE,
                Stream.of("level", "indicator", "sum", "known", "unknown")
                        .map(column -> words.get("portfolio." + column))
                        .toList(),
                rows);
    }

    private boolean hasTwoViewsOfOneBill() {
        return portfolio.totals().stream()
                        .filter(total -> total.unit().isMoney() && total.known() > 0)
                        .map(PortfolioReview.Total::level)
                        .distinct()
                        .count()
                > 1;
    }

    private List<String> colophon() {
        return portfolio.reviews().stream()
                .map(Review::policy)
                .distinct()
                .map(policy -> words.colophon(policy, portfolio.newest()))
                .toList();
    }
}
