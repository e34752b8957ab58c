package dev.roi.report.page;

import dev.roi.core.UnknownIndicator;
import dev.roi.core.UnknownReason;
import dev.roi.report.page.Page.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is not known, and why. */
final class UnknownItems {

    private UnknownItems() {}

    /** Makes one item for each reason: the indicators without a remark, then one point for each remark. */
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
            items.add(new Item(
                    Optional.of(words.label(words.reason(reason))),
                    words.quantities().list(unremarked),
                    points));
        });
        return items;
    }
}
