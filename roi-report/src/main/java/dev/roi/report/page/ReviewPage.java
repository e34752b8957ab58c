package dev.roi.report.page;

import dev.roi.core.AgendaItem;
import dev.roi.core.Dashboard;
import dev.roi.core.Decision;
import dev.roi.core.Effect;
import dev.roi.core.Justification;
import dev.roi.core.Lever;
import dev.roi.core.Questions;
import dev.roi.core.Review;
import dev.roi.core.RuleId;
import dev.roi.core.Snapshot;
import dev.roi.report.page.Page.Cell;
import dev.roi.report.page.Page.Content;
import dev.roi.report.page.Page.Field;
import dev.roi.report.page.Page.Grouping;
import dev.roi.report.page.Page.Item;
import dev.roi.report.page.Page.Items;
import dev.roi.report.page.Page.Order;
import dev.roi.report.page.Page.Row;
import dev.roi.report.page.Page.Section;
import dev.roi.report.page.Page.Table;
import dev.roi.report.page.Page.Weight;
import dev.roi.rules.whatif.WhatIf;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the report of one review says: the decision first, then what it rests on. */
public final class ReviewPage {

    private final Review review;
    private final Repeats repeats;
    private final Optional<WhatIf> whatIf;
    private final Words words;
    private final Set<Said> said = new LinkedHashSet<>();
    private final List<Section> sections = new ArrayList<>();

    private ReviewPage(Review review, Repeats repeats, Optional<WhatIf> whatIf) {
        this.review = review;
        this.repeats = repeats;
        this.whatIf = whatIf;
        this.words = new Words(review.language());
    }

    /**
     * Says what a review says, each reason wherever it counts.
     *
     * @param review the review
     * @return the page
     */
    public static Page of(Review review) {
        return of(review, Repeats.ONE_BY_ONE);
    }

    /**
     * Says what a review says.
     *
     * @param review the review
     * @param repeats how it refers to reasons that it has given already
     * @return the page
     */
    public static Page of(Review review, Repeats repeats) {
        return new ReviewPage(review, repeats, Optional.empty()).page();
    }

    /**
     * Says what a review says and, right after the reasons, what would change it.
     *
     * @param review the review
     * @param whatIf what would change it
     * @return the page
     */
    public static Page of(Review review, WhatIf whatIf) {
        return new ReviewPage(review, Repeats.ONE_BY_ONE, Optional.of(whatIf)).page();
    }

    /** How the page refers to reasons that it has given already. */
    public enum Repeats {
        /** Each in a line of its own. */
        ONE_BY_ONE,
        /** All in one line. */
        GATHERED
    }

    private Page page() {
        addItems("followup", words.get("followup"), followUps());
        add("dashboard", words.get("dashboard"), List.of(dashboard()));
        List<Justification> why = why();
        addItems("why", words.get("why." + review.decision().word()), reasons(why));
        whatIf.ifPresent(found -> {
            addItems("whatif-changes", words.get("whatif.changes"), WhatIfPage.nearest(found));
            addItems("whatif-measure-next", words.get("whatif.measure-next"), WhatIfPage.measureNext(found));
        });
        addItems("blocks", words.get("blocks"), blocks());
        addItems("unknown", words.get("unknown"), UnknownItems.of(review.unknown(), words));
        addItems("rest", words.get("rest"), rest(why));
        addItems(
                "remarks",
                words.get("remarks"),
                review.remarks().stream()
                        .map(remark -> Item.of(remark.text()))
                        .toList());
        addItems("newer", words.get("newer"), newer());
        addItems("questions", words.get("questions"), questions());
        add("agenda", words.get("agenda"), agenda());
        addItems(
                "needs",
                words.get("needs"),
                review.needs().stream().map(Item::of).toList());
        return new Page(
                review.language(),
                Optional.of(review.decision()),
                review.headline(),
                words.named(review.headline(), review.scope(), review.month()),
                fields(),
                sections,
                List.of(words.colophon(review.policy(), review.month())));
    }

    /** What a partial month after this one says so far. */
    private List<Item> newer() {
        return review.partial().stream()
                .map(partial -> new Item(
                        Optional.of(words.label(words.fill(
                                "newer.month",
                                Map.of("month", words.quantities().month(partial.month()))))),
                        partial.readings().isEmpty() ? words.get("newer.nothing") : "",
                        partial.readings().stream()
                                .map(reading -> words.label(reading.name()) + " " + reading.text())
                                .toList()))
                .toList();
    }

    private void addItems(String name, String title, List<Item> items) {
        add(name, title, items.isEmpty() ? List.of() : List.of(new Items(Order.FREE, items)));
    }

    private void add(String name, String title, List<Content> contents) {
        if (!contents.isEmpty()) {
            sections.add(new Section(name, title, contents));
        }
    }

    private List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        fields.add(field("decision", words.decision(review.decision()), Weight.STRONG));
        if (!review.assumed().isEmpty()) {
            fields.add(field("assumed", words.assumed(review.assumed()), Weight.PLAIN));
        }
        if (!review.levers().isEmpty()) {
            fields.add(field("levers", leverNames(review.levers().stream()), Weight.PLAIN));
        }
        fields.add(field("scope", words.scope(review.scope()), Weight.PLAIN));
        fields.add(field("month", words.quantities().month(review.month()), Weight.PLAIN));
        List<String> partial = review.dashboard().rows().stream()
                .flatMap(row -> row.cells().stream())
                .flatMap(cell -> cell.history().stream())
                .filter(point -> point.completeness() == Snapshot.Completeness.PARTIAL)
                .map(Dashboard.Point::month)
                .distinct()
                .sorted()
                .map(words.quantities()::month)
                .toList();
        if (!partial.isEmpty()) {
            fields.add(field(
                    "partial",
                    words.fill(
                            "partial.months",
                            Map.of("months", words.quantities().list(partial))),
                    Weight.PLAIN));
        }
        return fields;
    }

    private Field field(String key, String value, Weight weight) {
        return new Field(words.label(words.get(key)), value, weight);
    }

    private String leverNames(Stream<Lever> levers) {
        return words.quantities().list(levers.map(Lever::name).distinct().toList());
    }

    private List<Item> followUps() {
        PastItems items = new PastItems(words);
        return review.followUps().stream()
                .map(followUp -> items.followUp(followUp, review.month()))
                .toList();
    }

    private Table dashboard() {
        List<Row> rows = new ArrayList<>();
        for (Dashboard.Row row : review.dashboard().rows()) {
            rows.add(new Row(
                    List.of(
                            Cell.of(row.blockName()),
                            new Cell(row.cells().stream()
                                    .map(Dashboard.Cell::name)
                                    .toList()),
                            new Cell(row.cells().stream()
                                    .map(Dashboard.Cell::valueText)
                                    .toList()),
                            new Cell(row.cells().stream()
                                    .map(Dashboard.Cell::baselineText)
                                    .toList()),
                            new Cell(row.cells().stream()
                                    .map(cell -> words.trend(cell.trend()))
                                    .toList()),
                            Cell.of(row.note())),
                    Weight.PLAIN,
                    row.cells().stream().map(cell -> Plot.of(cell, words)).toList()));
        }
        String nothing = words.get("dashboard.nothing");
        rows.add(new Row(
                Stream.of(
                                words.get("decision"),
                                words.get("dashboard.choices"),
                                words.decision(review.decision()),
                                nothing,
                                nothing,
                                review.headline())
                        .map(Cell::of)
                        .toList(),
                Weight.STRONG));
        return new Table(
                Grouping.BY_FIRST_CELL,
                Stream.of("block", "indicator", "current", "baseline", "trend", "note")
                        .map(column -> words.get("dashboard." + column))
                        .toList(),
                rows);
    }

    /** The reasons of the decision itself; what is maintained is maintained because something speaks against extending. */
    private List<Justification> why() {
        List<Justification> why = review.justifications(effectOf(review.decision()));
        return why.isEmpty() ? review.justifications().subList(0, 1) : why;
    }

    static Effect effectOf(Decision decision) {
        return switch (decision) {
            case STOP -> Effect.STOP;
            case ADJUST -> Effect.ADJUST;
            case MAINTAIN -> Effect.BLOCKS_EXTEND;
            case EXTEND -> Effect.SUPPORTS;
        };
    }

    private List<Item> reasons(List<Justification> justifications) {
        List<Item> items = new ArrayList<>();
        bySentence(justifications).forEach((sentence, alike) -> {
            items.add(new Item(leverLabel(alike), sentence.text(), List.of()));
            said.add(sentence);
        });
        return underOneLabel(items);
    }

    /** Puts items that follow each other under the same label together. */
    private static List<Item> underOneLabel(List<Item> items) {
        List<Item> together = new ArrayList<>();
        int start = 0;
        while (start < items.size()) {
            Optional<String> label = items.get(start).label();
            int end = start + 1;
            while (end < items.size()
                    && label.isPresent()
                    && items.get(end).label().equals(label)) {
                end++;
            }
            List<String> texts =
                    items.subList(start, end).stream().map(Item::text).toList();
            together.add(texts.size() == 1 ? items.get(start) : new Item(label, "", texts));
            start = end;
        }
        return together;
    }

    private Optional<String> leverLabel(List<Justification> justifications) {
        String names = leverNames(levers(justifications));
        return names.isEmpty() ? Optional.empty() : Optional.of(words.label(words.capitalised(names)));
    }

    private static Stream<Lever> levers(List<Justification> justifications) {
        return justifications.stream().flatMap(justification -> justification.lever().stream());
    }

    /** Every reason against extending; one whose sentence has just been read goes by its headline. */
    private List<Item> blocks() {
        if (effectOf(review.decision()) == Effect.BLOCKS_EXTEND) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        List<String> read = new ArrayList<>();
        bySentence(review.justifications(Effect.BLOCKS_EXTEND)).forEach((sentence, alike) -> {
            if (said.add(sentence)) {
                texts.add(sentence.text());
            } else {
                already(alike.get(0).headline(), texts, read);
            }
        });
        return gathered(texts, read).stream().map(Item::of).toList();
    }

    private List<Item> rest(List<Justification> why) {
        List<Item> items = new ArrayList<>();
        for (Effect effect : List.of(Effect.STOP, Effect.ADJUST, Effect.SUPPORTS, Effect.NOTE)) {
            List<Justification> left = review.justifications(effect).stream()
                    .filter(justification -> !why.contains(justification))
                    .toList();
            bySentence(left).forEach((sentence, alike) -> {
                if (said.add(sentence)) {
                    items.add(new Item(effectLabel(effect, alike), sentence.text(), List.of()));
                }
            });
        }
        return underOneLabel(items);
    }

    private Optional<String> effectLabel(Effect effect, List<Justification> justifications) {
        return switch (effect) {
            case ADJUST ->
                Optional.of(
                        words.label(words.fill("rest.adjust", Map.of("levers", leverNames(levers(justifications))))));
            case STOP, SUPPORTS -> Optional.of(words.label(words.get("rest." + effect.word())));
            case BLOCKS_EXTEND, NOTE -> Optional.empty();
        };
    }

    private static Map<Said, List<Justification>> bySentence(Collection<Justification> justifications) {
        return justifications.stream()
                .collect(Collectors.groupingBy(
                        justification -> new Said(justification.rule(), justification.text()),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    private List<Item> questions() {
        Questions answers = review.questions();
        return List.of(
                Item.labelled(words.get("question.financed"), answers.financed()),
                Item.labelled(words.get("question.obtained"), answers.obtained()),
                Item.labelled(words.get("question.risked"), answers.risked()),
                Item.labelled(words.get("question.decided"), answers.decided()));
    }

    /** The agenda; a reason on it that has been read in full goes by its headline. */
    private List<Content> agenda() {
        Map<String, String> headlines = review.justifications().stream()
                .collect(Collectors.toMap(Justification::text, Justification::headline, (first, second) -> first));
        List<Item> items = new ArrayList<>();
        for (AgendaItem item : review.agenda()) {
            List<String> texts = new ArrayList<>();
            List<String> read = new ArrayList<>();
            for (String point : item.points()) {
                String headline = headlines.get(point);
                if (headline == null) {
                    texts.add(point);
                } else {
                    already(headline, texts, read);
                }
            }
            items.add(new Item(Optional.empty(), item.title(), gathered(texts, read)));
        }
        return items.isEmpty() ? List.of() : List.of(new Items(Order.NUMBERED, items));
    }

    private void already(String headline, List<String> texts, List<String> read) {
        switch (repeats) {
            case ONE_BY_ONE -> texts.add(words.fill("already", Map.of("headline", words.capitalised(headline))));
            case GATHERED -> read.add(headline);
        }
    }

    /** The texts, and what was read already in one more. */
    private List<String> gathered(List<String> texts, List<String> read) {
        if (read.isEmpty()) {
            return texts;
        }
        String headlines = String.join(words.get("portfolio.separator"), read);
        return Stream.concat(texts.stream(), Stream.of(words.fill("already.all", Map.of("headlines", headlines))))
                .toList();
    }

    /** What makes a sentence the same: the rule and its text. */
    private record Said(RuleId rule, String text) {}
}
