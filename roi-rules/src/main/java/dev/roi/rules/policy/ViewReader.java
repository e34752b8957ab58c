package dev.roi.rules.policy;

import dev.roi.core.IndicatorId;
import dev.roi.core.json.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads {@code views.yaml}. */
final class ViewReader {

    private final Expect expect;
    private final Collection<String> indicators;

    ViewReader(Expect expect, Collection<String> indicators) {
        this.expect = expect;
        this.indicators = indicators;
    }

    Views read(Node root) {
        expect.keys(root, "dashboard", "agenda", "totals");
        List<List<IndicatorId>> rows = new ArrayList<>();
        expect.required(root, "dashboard").map(expect::items).orElse(List.of()).forEach(row -> {
            List<IndicatorId> ids = ids(row);
            if (!ids.isEmpty()) {
                rows.add(ids);
            }
        });
        List<Views.Topic> agenda = new ArrayList<>();
        expect.required(root, "agenda")
                .map(expect::items)
                .orElse(List.of())
                .forEach(item -> topic(item).ifPresent(agenda::add));
        return new Views(rows, agenda, root.find("totals").map(this::ids).orElse(List.of()));
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
                .map(IndicatorId::new)
                .toList();
    }
}
