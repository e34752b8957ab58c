package dev.roi.rules.policy;

import static dev.roi.core.format.Field.field;
import static dev.roi.core.format.Field.maybe;
import static dev.roi.core.format.Field.usually;
import static dev.roi.core.format.Shape.list;
import static dev.roi.core.format.Shape.map;
import static dev.roi.core.format.Shape.object;
import static dev.roi.core.format.Shape.set;
import static dev.roi.core.format.Shape.whole;
import static dev.roi.rules.policy.PolicyObjections.objection;
import static dev.roi.rules.policy.PolicyShapes.kebab;
import static dev.roi.rules.policy.PolicyShapes.kebabKey;
import static dev.roi.rules.policy.PolicyShapes.known;
import static dev.roi.rules.policy.PolicyShapes.knownList;
import static dev.roi.rules.policy.PolicyShapes.twice;
import static dev.roi.rules.policy.PolicyShapes.word;

import dev.roi.core.Dimension;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.IndicatorSet;
import dev.roi.core.Message;
import dev.roi.core.Names;
import dev.roi.core.Quoted;
import dev.roi.core.Unit;
import dev.roi.core.ViewId;
import dev.roi.core.format.Field;
import dev.roi.core.format.Format;
import dev.roi.core.format.Kind;
import dev.roi.core.format.Objection;
import dev.roi.core.format.Objections;
import dev.roi.core.format.Read;
import dev.roi.core.format.Shape;
import dev.roi.core.format.Spot;
import dev.roi.core.json.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code views.yaml}. */
final class ViewFile {

    private static final Field<Views.Topic, String> TOPIC =
            field("topic", "Its name, which texts/ have words for.", kebab(Message.of("a topic")));
    private static final Field<Views.Topic, Views.Shows> SHOWS = usually(
            "shows",
            "What else it shows: the register of workflows, or the decision; nothing where it is left out.",
            word(Views.Shows.class),
            Views.Shows.INDICATORS);
    private static final Field<Views.ReaderView, List<Dimension>> PARTS = usually(
            "parts",
            "What is shown by its parts too, where a reading has them.",
            list(word(Dimension.class)),
            List.of());

    private static final Field<Views.Topic, Integer> MINUTES = usually(
            "minutes",
            "How many minutes a meeting gives it; 5 where it is left out.",
            whole(1, 240).as(Long::intValue, Integer::longValue),
            Views.Topic.USUAL_MINUTES);

    private final Optional<Node> root;
    private final IndicatorSet indicators;
    private final Set<String> topics = new HashSet<>();

    private final Field<Views.Topic, List<IndicatorId>> goesThrough;
    private final Field<Views, List<List<IndicatorId>>> dashboard;
    private final Field<Views, List<Views.Topic>> agenda;
    private final Field<Views, List<IndicatorId>> totals;
    private final Field<Views, Map<ViewId, Views.ReaderView>> views;
    private final Field<Views, Optional<Views.MoneyView>> money;
    private final Shape<Views> shape;

    ViewFile(DeclaredNames names, IndicatorSet indicators, Optional<Node> root) {
        this.root = root.filter(node -> node.kind() == Kind.OBJECT);
        this.indicators = indicators;
        Shape<List<List<IndicatorId>>> rows = list(knownList(Message.of("indicator"), names, IndicatorId::new)
                .taken((row, at, to) -> Optional.of(row).filter(ids -> !ids.isEmpty())));
        this.goesThrough = usually(
                "indicators",
                "The indicators that it goes through, with what was found about them.",
                knownList(Message.of("indicator"), names, IndicatorId::new),
                List.of());
        Field<Views.ReaderView, List<List<IndicatorId>>> shown =
                field("rows", "The rows of the view; a row is a list of indicators that are read together.", rows);
        this.dashboard = field(
                "dashboard", "The rows of the main view; a row is a list of indicators that are read together.", rows);
        this.agenda = field(
                "agenda",
                "The topics of the committee's agenda, in order.",
                list(object("A topic.", this::topic, TOPIC, SHOWS, goesThrough, MINUTES)
                        .named("topic")));
        this.totals = usually(
                "totals",
                "The indicators that a portfolio adds up.",
                set(
                                known(Message.of("indicator"), names).taken(this::total),
                                (name, at) -> twice(Message.of("indicator %s", Quoted.of(name))))
                        .taken((known, at, to) -> Optional.of(known.stream()
                                .filter(Names::isKebab)
                                .map(IndicatorId::new)
                                .toList())),
                List.of());
        this.views = usually(
                "views",
                "What each reader sees of a review, by the names of the views.",
                map(
                        kebabKey(name -> Message.of("the name `%s` of a view", name), ViewId::new, ViewId::value),
                        object(
                                        "What one reader sees of a review.",
                                        read -> Optional.of(new Views.ReaderView(
                                                read.find(shown).orElse(List.of()), read.get(PARTS))),
                                        shown,
                                        PARTS)
                                .named("view")),
                Map.of());
        Shape<IndicatorId> indicator = known(Message.of("indicator"), names, Names::isKebab, IndicatorId::new);
        Field<Views.MoneyView, IndicatorId> cost = field("cost", "What the month costs, an amount.", indicator);
        Field<Views.MoneyView, Optional<IndicatorId>> budget =
                maybe("budget", "How much of the month's budget is consumed, in percent.", indicator);
        Field<Views.MoneyView, Optional<IndicatorId>> forecast =
                maybe("forecast", "What the next month is expected to cost, an amount.", indicator);
        this.money = maybe(
                "money",
                "Which indicators a page takes its money from: the first thing it says after the reason.",
                object(
                        "Where the money is.",
                        read -> read.find(cost)
                                .map(found -> new Views.MoneyView(found, read.get(budget), read.get(forecast))),
                        cost,
                        budget,
                        forecast));
        this.shape = object(
                "views.yaml: what is shown, and in which order.",
                read -> Optional.of(new Views(
                        read.find(dashboard).orElse(List.of()),
                        read.find(agenda).orElse(List.of()),
                        read.get(totals),
                        read.get(views),
                        read.get(money))),
                dashboard,
                agenda,
                totals,
                views,
                money);
    }

    /** What the file looks like, whatever there is besides. */
    static Format<Views> format() {
        return Format.strict(
                "roi-views/1",
                "Views",
                new ViewFile(DeclaredNames.unread(), new IndicatorSet(List.of(), List.of()), Optional.empty()).shape);
    }

    Views read(Node document, PolicyObjections objections) {
        return shape.read(document, objections).orElse(Views.NONE);
    }

    private Optional<Views.Topic> topic(Read<Views.Topic> read) {
        Optional<String> name = read.find(TOPIC);
        name.filter(known -> !topics.add(known))
                .ifPresent(known -> read.object(
                        new Objection(PolicyCode.REPEATED_NAME.id(), Message.of("topic `%s` is there twice.", known))));
        return name.map(known -> new Views.Topic(known, read.get(SHOWS), read.get(goesThrough), read.get(MINUTES)));
    }

    /** An indicator that does not add up is named all the same. */
    private Optional<String> total(String name, Spot at, Objections to) {
        Optional.of(name)
                .filter(Names::isKebab)
                .flatMap(known -> indicators.find(new IndicatorId(known)))
                .filter(indicator -> !addsUp(indicator))
                .ifPresent(indicator -> to.at(
                        at,
                        objection(
                                PolicyCode.WRONG_VALUE,
                                Message.of(
                                        "`%s` is %s, and does not add up over scopes.",
                                        indicator.id(),
                                        indicator.unit().equals(Unit.PERCENT)
                                                ? Message.of("a percentage")
                                                : Message.of("a rate or a mean")),
                                Message.of("Total amounts only, such as a cost or hours; or take it out."))));
        return Optional.of(name);
    }

    private static boolean addsUp(Indicator indicator) {
        return indicator.additivity() == Indicator.Additivity.ADDS_UP
                && !indicator.unit().equals(Unit.PERCENT);
    }

    /** Returns the names of all views for readers, those that could not be read included. */
    DeclaredNames viewNames() {
        return root.isEmpty()
                ? DeclaredNames.unread()
                : DeclaredNames.of(find("views", Kind.OBJECT)
                        .map(object -> object.fields().keySet())
                        .orElse(Set.of()));
    }

    /** Returns the names of all topics, those that could not be read included. */
    DeclaredNames topicNames() {
        return root.flatMap(node -> node.find("agenda")).isEmpty()
                ? DeclaredNames.unread()
                : DeclaredNames.of(find("agenda", Kind.ARRAY).stream()
                        .flatMap(list -> list.items().stream())
                        .filter(item -> item.kind() == Kind.OBJECT)
                        .flatMap(item -> item.find("topic").stream())
                        .filter(name -> name.kind() == Kind.TEXT)
                        .map(Node::text)
                        .toList());
    }

    private Optional<Node> find(String key, Kind kind) {
        return root.flatMap(node -> node.find(key)).filter(node -> node.kind() == kind);
    }
}
