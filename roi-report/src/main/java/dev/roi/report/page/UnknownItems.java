package dev.roi.report.page;

import dev.roi.core.Evidence;
import dev.roi.core.IndicatorId;
import dev.roi.core.Review;
import dev.roi.core.UnknownIndicator;
import dev.roi.core.UnknownReason;
import dev.roi.report.page.Page.Item;
import dev.roi.rules.whatif.WhatIf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is not known, by what there is to do about it. */
final class UnknownItems {

    private UnknownItems() {}

    /** What a review does not know: what can decide first, then what a rule asks for; of the rest, how much there is. */
    static List<Item> of(Review review, Optional<WhatIf> whatIf, Words words) {
        Set<IndicatorId> asked = new LinkedHashSet<>();
        whatIf.ifPresent(found -> found.measureNext().stream()
                .filter(WhatIf.Measure::decisive)
                .forEach(measure -> asked.add(measure.indicator())));
        review.justifications().stream()
                .flatMap(reason -> reason.evidence().stream())
                .map(Evidence::indicator)
                .forEach(asked::add);
        List<IndicatorId> order = List.copyOf(asked);
        List<UnknownIndicator> read = review.unknown().stream()
                .filter(missing -> asked.contains(missing.indicator()))
                .sorted(Comparator.comparingInt(missing -> order.indexOf(missing.indicator())))
                .toList();
        List<Item> items = new ArrayList<>(of(read, words));
        int others = review.unknown().size() - read.size();
        if (others > 0) {
            items.add(Item.of(words.fill(
                    others == 1 ? "unknown.others.one" : "unknown.others", Map.of("count", String.valueOf(others)))));
        }
        return items;
    }

    /** Makes one item for each thing to do: the indicators without a remark, then one point for each remark. */
    static List<Item> of(List<UnknownIndicator> unknown, Words words) {
        Map<UnknownReason, Map<Optional<String>, List<String>>> byReason = new LinkedHashMap<>();
        for (UnknownIndicator indicator : unknown) {
            byReason.computeIfAbsent(indicator.reason(), reason -> new LinkedHashMap<>())
                    .computeIfAbsent(indicator.note(), note -> new ArrayList<>())
                    .add(indicator.name());
        }
        List<Item> items = new ArrayList<>();
        byReason.forEach((reason, byNote) -> {
            List<String> points = new ArrayList<>();
            byNote.forEach((note, names) -> note.ifPresent(remark -> points.add(
                    words.fill("and-note", Map.of("text", words.quantities().list(names), "note", remark)))));
            List<String> unremarked = byNote.getOrDefault(Optional.empty(), List.of());
            String names = words.quantities().list(unremarked);
            boolean isOne = names.isEmpty() && points.size() == 1;
            items.add(new Item(
                    Optional.of(words.label(words.reason(reason))),
                    isOne ? points.get(0) : names,
                    isOne ? List.of() : points));
        });
        return items;
    }
}
