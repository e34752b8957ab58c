package dev.roi.report.page;

import dev.roi.core.Language;
import dev.roi.core.PastDecision;
import dev.roi.report.page.Page.Field;
import dev.roi.report.page.Page.Item;
import dev.roi.report.page.Page.Items;
import dev.roi.report.page.Page.Order;
import dev.roi.report.page.Page.Section;
import dev.roi.report.page.Page.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the list of recorded decisions says: open actions first, then every decision in the order of the ledger. */
public final class HistoryPage {

    private HistoryPage() {}

    /**
     * Says what was decided.
     *
     * @param decisions the decisions
     * @param language the language to say it in
     * @return the page
     */
    public static Page of(List<PastDecision> decisions, Language language) {
        Words words = new Words(language);
        PastItems items = new PastItems(words);
        List<PastDecision> open =
                decisions.stream().filter(PastDecision::isOpen).toList();
        List<Section> sections = new ArrayList<>();
        add(
                sections,
                "open",
                words.get("history.open-actions"),
                open.stream().map(items::recorded).toList());
        add(
                sections,
                "decisions",
                words.get(open.isEmpty() ? "history.decisions" : "history.others"),
                decisions.stream()
                        .filter(past -> !past.isOpen())
                        .map(items::recorded)
                        .toList());
        return new Page(
                language,
                Optional.empty(),
                words.get("history.title"),
                List.of(
                        field(words, "history.count", decisions.size()),
                        field(
                                words,
                                "history.open-count",
                                open.stream()
                                        .mapToInt(past -> past.open().size())
                                        .sum())),
                sections,
                List.of(words.get(decisions.isEmpty() ? "history.none" : "history.in-full")));
    }

    private static Field field(Words words, String key, int count) {
        return new Field(words.label(words.get(key)), String.valueOf(count), Weight.PLAIN);
    }

    private static void add(List<Section> sections, String name, String title, List<Item> items) {
        if (!items.isEmpty()) {
            sections.add(new Section(name, title, List.of(new Items(Order.FREE, items))));
        }
    }
}
