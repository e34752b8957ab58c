package dev.roi.report.page;

import dev.roi.core.Dashboard;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.Justification;
import dev.roi.core.Review;
import dev.roi.report.page.Page.Item;
import dev.roi.rules.Dossier;
import dev.roi.rules.Series;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What changed since the month that was decided on last. */
final class SinceItems {

    private static final int MOST = 4;

    private SinceItems() {}

    static List<Item> of(Dossier dossier, Review before, Words words) {
        List<Item> items = new ArrayList<>();
        Review now = dossier.review();
        items.add(Item.of(words.fill(
                now.decision() == before.decision() ? "since.same" : "since.other",
                Map.of(
                        "before", words.decision(before.decision()),
                        "now", words.decision(now.decision()),
                        "month", words.quantities().month(before.month())))));
        add(items, "since.new", without(headlines(now), headlines(before)), words);
        add(items, "since.gone", without(headlines(before), headlines(now)), words);
        add(items, "since.moved", moved(dossier, before, words), words);
        return items;
    }

    private static Set<String> headlines(Review review) {
        return review.justifications().stream()
                .map(Justification::headline)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<String> without(Set<String> some, Set<String> others) {
        return some.stream().filter(headline -> !others.contains(headline)).toList();
    }

    /** The figures of the dashboard that moved beyond their tolerance. */
    private static List<String> moved(Dossier dossier, Review before, Words words) {
        Map<IndicatorId, Dashboard.Cell> then = before.dashboard().rows().stream()
                .flatMap(row -> row.cells().stream())
                .collect(Collectors.toMap(Dashboard.Cell::indicator, cell -> cell, (first, second) -> first));
        return dossier.review().dashboard().rows().stream()
                .flatMap(row -> row.cells().stream())
                .flatMap(cell -> Optional.ofNullable(then.get(cell.indicator()))
                        .filter(old -> hasMoved(dossier, old, cell))
                        .map(old -> words.fill(
                                "since.figure",
                                Map.of("name", cell.name(), "before", old.valueText(), "now", cell.valueText())))
                        .stream())
                .toList();
    }

    private static boolean hasMoved(Dossier dossier, Dashboard.Cell old, Dashboard.Cell now) {
        if (old.value().isEmpty() || now.value().isEmpty()) {
            return old.value().isPresent() != now.value().isPresent();
        }
        Exact tolerance = Optional.ofNullable(dossier.series().get(now.indicator()))
                .flatMap(Series::tolerance)
                .orElse(Exact.ZERO);
        return now.value().get().minus(old.value().get()).magnitude().isAbove(tolerance);
    }

    private static void add(List<Item> items, String key, List<String> said, Words words) {
        if (!said.isEmpty()) {
            String more = said.size() > MOST
                    ? words.fill("since.more", Map.of("count", String.valueOf(said.size() - MOST)))
                    : "";
            items.add(Item.labelled(
                    words.label(words.get(key)),
                    String.join(words.get("separator"), said.subList(0, Math.min(MOST, said.size()))) + more));
        }
    }
}
