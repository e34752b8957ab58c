package dev.roi.report.page;

import dev.roi.core.Decision;
import dev.roi.report.page.Page.Content;
import dev.roi.report.page.Page.Field;
import dev.roi.report.page.Page.Item;
import dev.roi.report.page.Page.Items;
import dev.roi.report.page.Page.Order;
import dev.roi.report.page.Page.Prose;
import dev.roi.report.page.Page.Section;
import dev.roi.report.page.Page.Weight;
import dev.roi.rules.whatif.Span;
import dev.roi.rules.whatif.WhatIf;
import dev.roi.rules.whatif.WhatIf.Change;
import dev.roi.rules.whatif.WhatIf.Measure;
import dev.roi.rules.whatif.WhatIf.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the report of what would change a decision says: what would change it, how sure it is, what keeps it. */
public final class WhatIfPage {

    private final WhatIf found;
    private final Words words;
    private final List<Section> sections = new ArrayList<>();

    private WhatIfPage(WhatIf found) {
        this.found = found;
        this.words = new Words(found.language());
    }

    /**
     * Says what was found.
     *
     * @param found what was found
     * @return the page
     */
    public static Page of(WhatIf found) {
        return new WhatIfPage(found).page();
    }

    private Page page() {
        add("changes", listed(changes()));
        add("worse", answer(Question.WORSE, found.worse().stream().map(WhatIfPage::item)));
        add("sure", sure());
        add("measure-next", answer(Question.MEASURE_NEXT, measureNext(found).stream()));
        add(
                "keeps",
                answer(
                        Question.KEEPS,
                        found.keeps().stream()
                                .filter(keep -> !keep.span().equals(Span.ANY))
                                .map(keep -> Item.of(keep.sentence()))));
        return new Page(
                found.language(),
                Optional.of(found.decision()),
                found.headline(),
                words.named(found.headline(), found.scope(), found.month()),
                List.of(
                        field("decision", words.decision(found.decision()), Weight.STRONG),
                        field("scope", words.scope(found.scope()), Weight.PLAIN),
                        field("month", words.quantities().month(found.month()), Weight.PLAIN)),
                sections,
                List.of(words.colophon(found.policy(), found.month())));
    }

    private Field field(String key, String value, Weight weight) {
        return new Field(words.label(words.get(key)), value, weight);
    }

    private List<Content> answer(Question question, Stream<Item> found) {
        List<Content> answer = new ArrayList<>(listed(found.toList()));
        if (this.found.undecided().contains(question)) {
            answer.add(new Prose(words.get("whatif.given-up." + question.word())));
        }
        return answer;
    }

    private static List<Content> listed(List<Item> items) {
        return items.isEmpty() ? List.of() : List.of(new Items(Order.FREE, items));
    }

    private void add(String name, List<Content> contents) {
        if (!contents.isEmpty()) {
            sections.add(new Section("whatif-" + name, words.get("whatif." + name), contents));
        }
    }

    /** What is worth measuring, as far as it can make a difference. */
    private static List<Item> measureNext(WhatIf found) {
        return found.measureNext().stream()
                .filter(Measure::decisive)
                .map(measure -> Item.of(measure.sentence()))
                .toList();
    }

    /** The ways to each better decision, or why there is none. */
    private List<Item> changes() {
        List<Item> items = new ArrayList<>();
        for (Decision decision : Decision.values()) {
            found.changes().stream()
                    .filter(change -> change.to() == decision)
                    .map(WhatIfPage::item)
                    .forEach(items::add);
            found.impossible().stream()
                    .filter(impossible -> impossible.to() == decision)
                    .map(this::item)
                    .forEach(items::add);
        }
        return items;
    }

    private static Item item(Change change) {
        return Item.of(change.sentence());
    }

    private Item item(WhatIf.Impossible impossible) {
        String key = impossible.decided() ? "whatif.impossible." : "whatif.undecided.";
        return new Item(
                Optional.empty(),
                words.fill(
                        key + impossible.to().word(),
                        Map.of("readings", words.get("whatif.up-to." + impossible.upTo()))),
                impossible.because());
    }

    private List<Content> sure() {
        List<Content> said = new ArrayList<>(List.of(new Prose(found.possible().sentence())));
        found.share().ifPresent(share -> said.add(new Prose(share.sentence() + " " + share.method())));
        if (found.undecided().contains(Question.SHARE)) {
            said.add(new Prose(words.get("whatif.given-up.share")));
        }
        return said;
    }
}
