package dev.roi.report.page;

import dev.roi.core.Budget;
import dev.roi.core.Dashboard;
import dev.roi.core.Decision;
import dev.roi.core.Effect;
import dev.roi.core.Exact;
import dev.roi.core.FollowUp;
import dev.roi.core.Justification;
import dev.roi.core.Language;
import dev.roi.core.Level;
import dev.roi.core.Lever;
import dev.roi.core.Money;
import dev.roi.core.PastAction;
import dev.roi.core.PortfolioContext;
import dev.roi.core.PortfolioReview;
import dev.roi.core.Review;
import dev.roi.core.Scope;
import dev.roi.core.Unit;
import dev.roi.core.UnknownIndicator;
import dev.roi.core.text.Quantities;
import dev.roi.report.page.Page.Cell;
import dev.roi.report.page.Page.Content;
import dev.roi.report.page.Page.Field;
import dev.roi.report.page.Page.Grouping;
import dev.roi.report.page.Page.Item;
import dev.roi.report.page.Page.Items;
import dev.roi.report.page.Page.Look;
import dev.roi.report.page.Page.Order;
import dev.roi.report.page.Page.Prose;
import dev.roi.report.page.Page.Row;
import dev.roi.report.page.Page.Section;
import dev.roi.report.page.Page.Table;
import dev.roi.report.page.Page.Weight;
import dev.roi.rules.Dossier;
import dev.roi.rules.Portfolios;
import dev.roi.rules.whatif.WhatIf;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    // longer lists of names are cut, since each scope has a line of its own further down
    private static final int MOST_NAMES = 6;
    private static final int MOST_NAMES_OF_AN_ACTION = 12;
    private static final int MOST_CHANGES = 2;
    private static final Unit HOURS = new Unit("hours");

    private final PortfolioReview portfolio;
    private final PortfolioContext context;
    private final Function<Scope, Optional<String>> pages;
    private final Map<Scope, WhatIf> changes;
    private final boolean isUnsearched;
    private final Language language;
    private final Words words;
    private final Quantities quantities;
    private final Set<Scope> stale;
    private final Map<String, Long> taken;

    private PortfolioPage(
            PortfolioReview portfolio,
            PortfolioContext context,
            Function<Scope, Optional<String>> pages,
            List<Dossier> dossiers) {
        this.portfolio = portfolio;
        this.context = context;
        this.pages = pages;
        this.changes = new HashMap<>();
        dossiers.forEach(dossier ->
                dossier.whatIf().ifPresent(found -> changes.put(dossier.review().scope(), found)));
        this.isUnsearched = dossiers.size() > Portfolios.MOST_SEARCHED && changes.isEmpty();
        this.language =
                portfolio.reviews().stream().map(Review::language).findFirst().orElse(Language.ENGLISH);
        this.words = new Words(language);
        this.quantities = words.quantities();
        this.stale = new HashSet<>(portfolio.stale());
        this.taken = portfolio.reviews().stream()
                .collect(Collectors.groupingBy(review -> review.scope().name(), Collectors.counting()));
    }

    /**
     * Says what several reviews say, on a page that stands alone.
     *
     * @param portfolio the reviews
     * @param context what they do not say by themselves
     * @return the page
     */
    public static Page alone(PortfolioReview portfolio, PortfolioContext context) {
        PortfolioPage page = new PortfolioPage(portfolio, context, scope -> Optional.empty(), List.of());
        return page.page(page.reasons());
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
        return new PortfolioPage(portfolio, context, scope -> Optional.of(fileOf(scope)), dossiers).page(List.of());
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

    private Page page(List<Item> reasons) {
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
                    Stream.<Content>concat(Stream.of(scopes()), keys().map(Prose::new))
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
        return new Page(language, Optional.empty(), portfolio.headline(), fields(), sections, colophon());
    }

    private Section section(String name, Content... contents) {
        return new Section(name, words.get("portfolio." + name), List.of(contents));
    }

    /** What the signs of the list mean; where no past is drawn, nothing is said of bars. */
    private Stream<String> keys() {
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

    private static void add(List<Section> sections, String name, String title, List<Item> items) {
        if (!items.isEmpty()) {
            sections.add(new Section(name, title, List.of(new Items(Order.FREE, items))));
        }
    }

    private List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        fields.add(field("portfolio.newest", quantities.month(portfolio.newest()), Weight.PLAIN));
        portfolio.reviews().stream()
                .map(Review::assumed)
                .filter(assumed -> !assumed.isEmpty())
                .findFirst()
                .ifPresent(assumed -> fields.add(field("assumed", words.assumed(assumed), Weight.PLAIN)));
        if (!portfolio.stale().isEmpty()) {
            fields.add(field(
                    "portfolio.stale",
                    words.fill("portfolio.stale-scopes", Map.of("scopes", some(portfolio.stale()))),
                    Weight.PLAIN));
        }
        gravest().ifPresent(review -> {
            fields.add(field("portfolio.first", first(review), Weight.LEAD));
            fields.add(field("band.step", step(review), Weight.BOX));
        });
        fields.addAll(money());
        String change = nearestChanges();
        if (!change.isEmpty()) {
            fields.add(field("band.change", change, Weight.BOX));
        }
        if (!portfolio.reviews().isEmpty()) {
            fields.add(field("band.measure", unknown(), Weight.BOX));
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

    private Field field(String key, String value, Weight weight) {
        return new Field(words.label(words.get(key)), value, weight);
    }

    /** In order of decision, the gravest first, then of money. */
    private List<Review> inOrder() {
        return portfolio.reviews().stream()
                .sorted(Comparator.comparing(Review::decision)
                        .thenComparing(review -> cost(review.scope()).orElse(Exact.ZERO), Comparator.reverseOrder())
                        .thenComparing(Review::scope))
                .toList();
    }

    private Optional<Exact> cost(Scope scope) {
        return Optional.ofNullable(context.money().get(scope)).flatMap(Money::cost);
    }

    private Optional<Review> gravest() {
        return inOrder().stream().findFirst();
    }

    private String first(Review review) {
        return words.fill(
                "portfolio.first.reason",
                Map.of(
                        "decision", words.decision(review.decision()),
                        "scope", name(review.scope()),
                        "reason", review.justifications().get(0).text()));
    }

    private String step(Review review) {
        String action = portfolio.actions().stream()
                .findFirst()
                .map(found -> words.fill(
                        "portfolio.step",
                        Map.of(
                                "what", words.capitalised(found.title()),
                                "scopes", some(found.scopes(), 2))))
                .orElseGet(() -> words.get("band.step." + review.decision().word()));
        String who = Optional.ofNullable(context.owners().get(review.scope()))
                .map(owner -> words.fill("band.owner.proposed", Map.of("owner", owner)))
                .orElseGet(() -> words.get("band.owner.open"));
        return words.fill(
                "band.step.said",
                Map.of(
                        "what",
                        action,
                        "who",
                        who,
                        "month",
                        quantities.month(portfolio.newest().plusMonths(1))));
    }

    /** What each decision is about in money, and of which budget, by level: two levels may be two views of one bill. */
    private List<Field> money() {
        List<Field> said = new ArrayList<>();
        for (Level level : Level.values()) {
            Map<Unit, List<Review>> byUnit = portfolio.reviews().stream()
                    .filter(review -> review.scope().level() == level)
                    .filter(review -> cost(review.scope()).isPresent())
                    .collect(Collectors.groupingBy(
                            review -> Objects.requireNonNull(context.money().get(review.scope()))
                                    .unit(),
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
        return reviews.stream().flatMap(review -> cost(review.scope()).stream()).reduce(Exact.ZERO, Exact::plus);
    }

    private record Spending(Exact cost, Exact amount) {}

    /** The budget of the scopes whose budget follows from their cost and the share of it that is consumed. */
    private Optional<Spending> budget(List<Review> reviews) {
        Exact cost = Exact.ZERO;
        Exact amount = Exact.ZERO;
        for (Review review : reviews) {
            Optional<Money> money = Optional.ofNullable(context.money().get(review.scope()));
            Optional<Exact> own = money.flatMap(PortfolioPage::budget);
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
                cost = cost.plus(cost(review.scope()).orElseThrow());
            }
        }
        return hours.isZero()
                ? Optional.empty()
                : Optional.of(quantities.format(Words.whole(cost.dividedBy(hours)), unit));
    }

    /** The nearest better decisions, those that take fewest readings first; of many scopes, where to ask for them. */
    private String nearestChanges() {
        if (isUnsearched) {
            return words.fill("portfolio.searched", Map.of("count", String.valueOf(Portfolios.MOST_SEARCHED)));
        }
        return inOrder().stream()
                .flatMap(review -> Optional.ofNullable(changes.get(review.scope())).stream()
                        .flatMap(found -> found.changes().stream().limit(1))
                        .map(change -> words.label(name(review.scope())) + " " + change.sentence()))
                .limit(MOST_CHANGES)
                .collect(Collectors.joining(" "));
    }

    /** What is missing in most scopes of what a rule asks for. */
    private String unknown() {
        Map<String, Long> counts = new LinkedHashMap<>();
        int scopes = 0;
        for (Review review : portfolio.reviews()) {
            Set<String> asked = review.justifications().stream()
                    .filter(reason -> reason.effect() == Effect.BLOCKS_EXTEND)
                    .flatMap(reason -> reason.evidence().stream())
                    .map(evidence -> evidence.indicator().value())
                    .collect(Collectors.toSet());
            List<UnknownIndicator> missing = review.unknown().stream()
                    .filter(one -> asked.contains(one.indicator().value()))
                    .toList();
            scopes += missing.isEmpty() ? 0 : 1;
            missing.forEach(one -> counts.merge(one.name(), 1L, Long::sum));
        }
        if (counts.isEmpty()) {
            return words.get("portfolio.unknown.none");
        }
        List<String> most = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
        return words.fill(
                scopes == 1 ? "portfolio.unknown.one" : "portfolio.unknown.some",
                Map.of("count", String.valueOf(scopes), "names", list(most, 3)));
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
                        some(action.scopes(), MOST_NAMES_OF_AN_ACTION)))
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
                    total.unknown().isEmpty() ? words.get("dashboard.nothing") : some(total.unknown())));
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

    /** What to call a scope, so that it cannot be taken for another one. */
    private String name(Scope scope) {
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
            return quantities.list(names);
        }
        return words.fill(
                "portfolio.more",
                Map.of(
                        "some",
                        String.join(", ", names.subList(0, most)),
                        "count",
                        String.valueOf(names.size() - most)));
    }

    /** A line for each scope: what is recommended, what it costs, what each block says of it, and its months. */
    private Table scopes() {
        List<String> blocks = blocks();
        List<Row> rows = new ArrayList<>();
        for (Review review : inOrder()) {
            Scope scope = review.scope();
            String month = quantities.month(review.month());
            Money money = context.money().get(scope);
            rows.add(new Row(
                    List.of(
                            Cell.of(name(scope)).leadingTo(pages.apply(scope)),
                            Cell.of(words.level(scope.level())),
                            Cell.of(
                                            stale.contains(scope)
                                                    ? words.fill("portfolio.stale-month", Map.of("month", month))
                                                    : month)
                                    .sortedBy(review.month().toString()),
                            Cell.of(words.decision(review.decision()))
                                    .sortedBy(String.valueOf(
                                            List.of(Decision.values()).indexOf(review.decision()))),
                            amount(cost(scope), money == null ? Unit.CURRENCY : money.unit()),
                            amount(money == null ? Optional.empty() : money.consumed(), Unit.PERCENT),
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
                    Optional.of(nameOf(scope))));
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

    private List<Item> reasons() {
        return inOrder().stream().map(this::reasons).toList();
    }

    /** A scope's headline, and the headlines of the reasons that it leaves out. */
    private Item reasons(Review review) {
        List<String> told = new ArrayList<>(List.of(review.headline()));
        List<String> points = new ArrayList<>();
        if (!review.levers().isEmpty()) {
            String levers =
                    quantities.list(review.levers().stream().map(Lever::name).toList());
            points.add(words.label(words.get("levers")) + " " + levers);
        }
        points.addAll(also("portfolio.because", review, Findings.effectOf(review.decision()), told));
        if (review.decision() != Decision.STOP) {
            points.addAll(also("portfolio.blocks", review, Effect.BLOCKS_EXTEND, told));
        }
        if (!review.partial().isEmpty()) {
            points.add(words.label(words.get("newer")) + " "
                    + quantities.list(review.partial().stream()
                            .map(partial -> quantities.month(partial.month()))
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
                : List.of(words.label(words.get(key)) + " " + list(headlines, MOST_NAMES));
    }

    private List<String> colophon() {
        return portfolio.reviews().stream()
                .map(Review::policy)
                .distinct()
                .map(policy -> words.colophon(policy, portfolio.newest()))
                .toList();
    }
}
