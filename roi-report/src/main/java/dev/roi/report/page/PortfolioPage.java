package dev.roi.report.page;

import dev.roi.core.Decision;
import dev.roi.core.Effect;
import dev.roi.core.Justification;
import dev.roi.core.Language;
import dev.roi.core.Lever;
import dev.roi.core.PastAction;
import dev.roi.core.PortfolioContext;
import dev.roi.core.PortfolioReview;
import dev.roi.core.Review;
import dev.roi.core.Scope;
import dev.roi.core.UnknownIndicator;
import dev.roi.report.page.Page.Content;
import dev.roi.report.page.Page.Field;
import dev.roi.report.page.Page.Grouping;
import dev.roi.report.page.Page.Item;
import dev.roi.report.page.Page.Items;
import dev.roi.report.page.Page.Order;
import dev.roi.report.page.Page.Prose;
import dev.roi.report.page.Page.Row;
import dev.roi.report.page.Page.Section;
import dev.roi.report.page.Page.Table;
import dev.roi.report.page.Page.Weight;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the report of several reviews says: what to do and where first, every scope in a line, then why in short. */
public final class PortfolioPage {

    // longer lists of names are cut, since each scope says the same of itself further down
    private static final int MOST_NAMES = 6;
    private static final int MOST_NAMES_OF_AN_ACTION = 20;

    private final PortfolioReview portfolio;
    private final PortfolioContext context;
    private final Language language;
    private final Words words;
    private final Set<Scope> stale;
    private final Map<String, Long> taken;

    PortfolioPage(PortfolioReview portfolio, PortfolioContext context) {
        this.portfolio = portfolio;
        this.context = context;
        this.language =
                portfolio.reviews().stream().map(Review::language).findFirst().orElse(Language.ENGLISH);
        this.words = new Words(language);
        this.stale = new HashSet<>(portfolio.stale());
        this.taken = portfolio.reviews().stream()
                .collect(Collectors.groupingBy(review -> review.scope().name(), Collectors.counting()));
    }

    /**
     * Says what several reviews say.
     *
     * @param portfolio the reviews
     * @param context what they do not say by themselves
     * @return the page
     */
    public static Page of(PortfolioReview portfolio, PortfolioContext context) {
        return new PortfolioPage(portfolio, context).page();
    }

    Language language() {
        return language;
    }

    Words words() {
        return words;
    }

    boolean isStale(Scope scope) {
        return stale.contains(scope);
    }

    private Page page() {
        List<Section> sections = new ArrayList<>();
        List<Item> open = openActions();
        if (!open.isEmpty()) {
            sections.add(new Section("open", words.get("history.open-actions"), List.of(new Items(Order.FREE, open))));
        }
        List<Item> conflicts = conflicts();
        if (!conflicts.isEmpty()) {
            sections.add(section("conflicts", new Items(Order.FREE, conflicts)));
        }
        if (!portfolio.actions().isEmpty()) {
            sections.add(section("actions", new Items(Order.FREE, actions())));
        }
        if (!portfolio.totals().isEmpty()) {
            sections.add(section("totals", totals()));
        }
        if (portfolio.reviews().isEmpty()) {
            sections.add(section("all", new Prose(words.get("portfolio.empty"))));
        } else {
            sections.add(section("all", scopes()));
            sections.add(
                    section("reasons", new Prose(words.get("portfolio.in-full")), new Items(Order.FREE, reasons())));
        }
        return new Page(language, Optional.empty(), portfolio.headline(), fields(), sections, colophon());
    }

    private Section section(String name, Content... contents) {
        return new Section(name, words.get("portfolio." + name), List.of(contents));
    }

    List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        fields.add(field("scopes", String.valueOf(portfolio.reviews().size())));
        fields.add(field("newest", words.quantities().month(portfolio.newest())));
        portfolio.reviews().stream()
                .map(Review::assumed)
                .filter(assumed -> !assumed.isEmpty())
                .findFirst()
                .ifPresent(assumed ->
                        fields.add(new Field(words.label(words.get("assumed")), words.assumed(assumed), Weight.PLAIN)));
        if (!portfolio.stale().isEmpty()) {
            String scopes = some(portfolio.stale());
            fields.add(field("stale", words.fill("portfolio.stale-scopes", Map.of("scopes", scopes))));
        }
        List<String> stopped = stopped();
        if (!stopped.isEmpty()) {
            fields.add(new Field(
                    words.label(words.get("stopped")), words.quantities().list(stopped), Weight.PLAIN));
        }
        return fields;
    }

    /** The scopes that the committee has stopped, whatever is recommended. */
    private List<String> stopped() {
        PastItems items = new PastItems(words);
        return portfolio.reviews().stream()
                .flatMap(review -> review
                        .stopped()
                        .map(since -> words.fill(
                                "stopped.scope",
                                Map.of("scope", words.scope(review.scope()), "since", items.stopped(since))))
                        .stream())
                .toList();
    }

    private Field field(String key, String value) {
        return new Field(words.label(words.get("portfolio." + key)), value, Weight.PLAIN);
    }

    List<Item> openActions() {
        PastItems items = new PastItems(words);
        Stream<Item> reviewed = portfolio.reviews().stream()
                .flatMap(review -> review.followUps().stream()
                        .filter(asked ->
                                asked.action().filter(PastAction::isOpen).isPresent())
                        .map(asked -> items.open(asked, review.month())));
        Set<Scope> reviewedScopes = reviewed();
        Stream<Item> unasked = portfolio.unasked().stream()
                .map(asked -> items.unasked(
                        asked,
                        portfolio.newest(),
                        reviewedScopes.contains(asked.decision().scope())));
        return Stream.concat(reviewed, unasked).toList();
    }

    /** The scopes that pull against each other; of scopes that were not reviewed nothing is said. */
    List<Item> conflicts() {
        Set<Scope> reviewed = reviewed();
        return context.conflicts().stream()
                .filter(conflict -> reviewed.contains(conflict.holder()) && reviewed.contains(conflict.held()))
                .map(conflict -> Item.of(words.fill(
                        "conflict." + conflict.kind().word(),
                        Map.of("holder", words.scope(conflict.holder()), "held", words.scope(conflict.held())))))
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
                        some(action.scopes(), MOST_NAMES_OF_AN_ACTION)))
                .toList();
    }

    Table totals() {
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
                    total.unknown().isEmpty() ? words.get("dashboard.nothing") : some(total.unknown())));
        }
        return new Table(
                Grouping.NONE,
                Stream.of("level", "indicator", "sum", "known", "unknown")
                        .map(column -> words.get("portfolio." + column))
                        .toList(),
                rows);
    }

    /** What to call a scope, so that it cannot be taken for another one. */
    String name(Scope scope) {
        return taken.getOrDefault(scope.name(), 0L) > 1 ? words.scope(scope) : scope.name();
    }

    private String some(List<Scope> scopes) {
        return some(scopes, MOST_NAMES);
    }

    private String some(List<Scope> scopes, int most) {
        return list(scopes.stream().map(this::name).toList(), most);
    }

    private String list(List<String> names, int most) {
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

    private Table scopes() {
        List<Row> rows = new ArrayList<>();
        for (Review review : portfolio.reviews()) {
            String month = review.month().toString();
            rows.add(Row.of(
                    name(review.scope()),
                    words.level(review.scope().level()),
                    stale.contains(review.scope())
                            ? words.fill("portfolio.stale-month", Map.of("month", month))
                            : month,
                    words.decision(review.decision()),
                    review.headline()));
        }
        return new Table(
                Grouping.NONE,
                List.of(
                        words.get("scope"),
                        words.get("portfolio.level"),
                        words.get("month"),
                        words.get("decision"),
                        words.get("portfolio.headline")),
                rows);
    }

    List<Item> reasons() {
        return portfolio.reviews().stream().map(this::reasons).toList();
    }

    /** A scope's headline, and the headlines of the reasons that it leaves out. */
    private Item reasons(Review review) {
        List<String> told = new ArrayList<>(List.of(review.headline()));
        List<String> points = new ArrayList<>();
        if (!review.levers().isEmpty()) {
            String levers = words.quantities()
                    .list(review.levers().stream().map(Lever::name).toList());
            points.add(words.label(words.get("levers")) + " " + levers);
        }
        points.addAll(also("portfolio.because", review, ReviewPage.effectOf(review.decision()), told));
        if (review.decision() != Decision.STOP) {
            points.addAll(also("portfolio.blocks", review, Effect.BLOCKS_EXTEND, told));
        }
        if (!review.unknown().isEmpty()) {
            List<String> names =
                    review.unknown().stream().map(UnknownIndicator::name).toList();
            points.add(words.label(words.get("portfolio.not-known")) + " " + list(names, MOST_NAMES));
        }
        if (!review.partial().isEmpty()) {
            points.add(words.label(words.get("newer")) + " "
                    + words.quantities()
                            .list(review.partial().stream()
                                    .map(partial -> words.quantities().month(partial.month()))
                                    .toList()));
        }
        String decision = words.decision(review.decision());
        String headline = review.headline().startsWith(decision)
                ? review.headline()
                : words.fill("and-note", Map.of("text", decision, "note", review.headline()));
        return new Item(Optional.of(words.label(words.scope(review.scope()))), headline, points);
    }

    private List<String> also(String key, Review review, Effect effect, List<String> told) {
        List<String> headlines = review.justifications(effect).stream()
                .map(Justification::headline)
                .distinct()
                .filter(headline -> told.stream().noneMatch(text -> text.contains(headline)))
                .toList();
        told.addAll(headlines);
        return headlines.isEmpty()
                ? List.of()
                : List.of(words.label(words.get(key)) + " " + String.join(words.get("portfolio.separator"), headlines));
    }

    List<String> colophon() {
        return portfolio.reviews().stream()
                .map(Review::policy)
                .distinct()
                .map(policy -> words.colophon(policy, portfolio.newest()))
                .toList();
    }
}
