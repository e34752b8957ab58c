package dev.roi.rules.policy;

import dev.roi.core.Dimension;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.IndicatorSet;
import dev.roi.core.Names;
import dev.roi.core.Unit;
import dev.roi.core.ViewId;
import dev.roi.core.format.Kind;
import dev.roi.core.json.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code views.yaml}. */
final class ViewReader {

    private final Expect expect;
    private final DeclaredNames indicators;
    private final IndicatorSet read;
    private DeclaredNames topicNames = DeclaredNames.unread();
    private DeclaredNames viewNames = DeclaredNames.unread();

    ViewReader(Expect expect, DeclaredNames indicators, IndicatorSet read) {
        this.expect = expect;
        this.indicators = indicators;
        this.read = read;
    }

    Views read(Node root) {
        if (!expect.keys(root, "dashboard", "agenda", "totals", "views")) {
            return new Views(List.of(), List.of(), List.of(), Map.of());
        }
        List<List<IndicatorId>> rows =
                expect.required(root, "dashboard").map(this::rows).orElse(List.of());
        List<Views.Topic> agenda = new ArrayList<>();
        List<String> topics = new ArrayList<>();
        Optional<Node> topicsNode = expect.required(root, "agenda");
        topicsNode.map(expect::items).orElse(List.of()).forEach(item -> {
            topicName(item).ifPresent(name -> {
                if (topics.contains(name)) {
                    expect.fault(
                            PolicyCode.REPEATED_NAME,
                            item,
                            "topic `%s` is there twice.".formatted(name),
                            Optional.empty());
                }
                topics.add(name);
            });
            topic(item).ifPresent(agenda::add);
        });
        topicNames = topicsNode.isPresent() ? DeclaredNames.of(topics) : DeclaredNames.unread();
        Map<String, Node> viewNodes = root.find("views").map(expect::entries).orElse(Map.of());
        viewNames = DeclaredNames.of(viewNodes.keySet());
        Map<ViewId, Views.ReaderView> readers = new LinkedHashMap<>();
        viewNodes.forEach((name, node) -> {
            if (!Names.isKebab(name)) {
                expect.wrong(node, "a view is named in small letters, digits and hyphens; its settings");
            } else if (expect.keys(node, "rows", "parts")) {
                List<Dimension> parts = new ArrayList<>();
                node.find("parts")
                        .map(expect::items)
                        .orElse(List.of())
                        .forEach(item -> expect.word(item, Dimension.class).ifPresent(parts::add));
                List<List<IndicatorId>> shown =
                        expect.required(node, "rows").map(this::rows).orElse(List.of());
                readers.put(new ViewId(name), new Views.ReaderView(shown, parts));
            }
        });
        return new Views(rows, agenda, root.find("totals").map(this::totals).orElse(List.of()), readers);
    }

    private List<IndicatorId> totals(Node list) {
        List<IndicatorId> totals = ids(list);
        if (list.kind() == Kind.ARRAY) {
            list.items().stream()
                    .filter(item -> item.kind() == Kind.TEXT && Names.isKebab(item.text()))
                    .forEach(item -> read.find(new IndicatorId(item.text()))
                            .filter(indicator -> !addsUp(indicator))
                            .ifPresent(indicator -> expect.fault(
                                    PolicyCode.WRONG_VALUE,
                                    item,
                                    "`%s` is %s, and does not add up over scopes."
                                            .formatted(
                                                    indicator.id(),
                                                    indicator.unit().equals(Unit.PERCENT)
                                                            ? "a percentage"
                                                            : "a rate or a mean"),
                                    Optional.of("Total amounts only, such as a cost or hours; or take it out."))));
        }
        return totals;
    }

    private static boolean addsUp(Indicator indicator) {
        return indicator.additivity() == Indicator.Additivity.ADDS_UP
                && !indicator.unit().equals(Unit.PERCENT);
    }

    private List<List<IndicatorId>> rows(Node list) {
        List<List<IndicatorId>> rows = new ArrayList<>();
        for (Node row : expect.items(list)) {
            List<IndicatorId> ids = ids(row);
            if (!ids.isEmpty()) {
                rows.add(ids);
            }
        }
        return rows;
    }

    /** Returns the names of all views for readers, those that could not be read included. */
    DeclaredNames viewNames() {
        return viewNames;
    }

    /** Returns the names of all topics, those that could not be read included. */
    DeclaredNames topicNames() {
        return topicNames;
    }

    private static Optional<String> topicName(Node item) {
        return item.kind() == Kind.OBJECT
                ? item.find("topic").filter(name -> name.kind() == Kind.TEXT).map(Node::text)
                : Optional.empty();
    }

    private Optional<Views.Topic> topic(Node node) {
        if (!expect.keys(node, "topic", "shows", "indicators")) {
            return Optional.empty();
        }
        Views.Shows shows = node.find("shows")
                .flatMap(word -> expect.word(word, Views.Shows.class))
                .orElse(Views.Shows.INDICATORS);
        List<IndicatorId> ids = node.find("indicators").map(this::ids).orElse(List.of());
        return expect.required(node, "topic")
                .flatMap(text -> expect.kebab(text, "a topic"))
                .map(name -> new Views.Topic(name, shows, ids));
    }

    private List<IndicatorId> ids(Node list) {
        return expect.names(list, "indicator", indicators).stream()
                .filter(dev.roi.core.Names::isKebab)
                .map(IndicatorId::new)
                .toList();
    }
}
