package dev.roi.report.page;

import dev.roi.core.Dashboard;
import dev.roi.core.Justification;
import dev.roi.core.View;
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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The page of one reader: the figures that were asked for, the answers, and what of the review is about them. */
public final class ViewPage {

    private final View view;
    private final Words words;
    private final List<Section> sections = new ArrayList<>();

    private ViewPage(View view) {
        this.view = view;
        this.words = new Words(view.language());
    }

    /**
     * Says what a view says.
     *
     * @param view the view
     * @return the page
     */
    public static Page of(View view) {
        return new ViewPage(view).page();
    }

    private Page page() {
        sections.add(new Section("figures", words.get("view.figures"), List.of(figures())));
        List<Row> parts = parts();
        if (!parts.isEmpty()) {
            Table table = new Table(
                    Grouping.BY_FIRST_CELL,
                    Stream.of("dashboard.indicator", "view.by", "view.part", "dashboard.current")
                            .map(words::get)
                            .toList(),
                    parts);
            sections.add(new Section("parts", words.get("view.parts"), List.of(table)));
        }
        addItems("questions", words.get("view.questions"), questions());
        addItems("reasons", words.get("view.reasons"), reasons());
        addItems("unknown", words.get("unknown"), UnknownItems.of(view.unknown(), words));
        String title = words.fill("view.headline", Map.of("title", view.title(), "headline", view.headline()));
        return new Page(
                view.language(),
                Optional.of(view.decision()),
                title,
                words.named(title, view.scope(), view.month()),
                fields(),
                sections,
                List.of(words.colophon(view.policy(), view.month())));
    }

    private void addItems(String name, String title, List<Item> items) {
        if (!items.isEmpty()) {
            List<Content> contents = List.of(new Items(Order.FREE, items));
            sections.add(new Section(name, title, contents));
        }
    }

    private List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        fields.add(field("decision", words.decision(view.decision()), Weight.STRONG));
        view.stopped()
                .ifPresent(since -> fields.add(field("stopped", new PastItems(words).stopped(since), Weight.PLAIN)));
        fields.add(field("view.because", view.decided(), Weight.PLAIN));
        fields.add(field("scope", words.scope(view.scope()), Weight.PLAIN));
        fields.add(field("month", words.quantities().month(view.month()), Weight.PLAIN));
        return fields;
    }

    private Field field(String key, String value, Weight weight) {
        return new Field(words.label(words.get(key)), value, weight);
    }

    private Table figures() {
        List<Row> rows = new ArrayList<>();
        for (View.Line line : view.lines()) {
            List<Dashboard.Cell> cells = line.row().cells();
            rows.add(new Row(
                    List.of(
                            new Cell(cells.stream().map(Dashboard.Cell::name).toList()),
                            new Cell(cells.stream()
                                    .map(Dashboard.Cell::valueText)
                                    .toList()),
                            new Cell(cells.stream()
                                    .map(Dashboard.Cell::baselineText)
                                    .toList()),
                            new Cell(cells.stream()
                                    .map(cell -> words.trend(cell.trend()))
                                    .toList()),
                            Cell.of(line.row().note())),
                    Weight.PLAIN));
        }
        return new Table(
                Grouping.NONE,
                Stream.of("indicator", "current", "baseline", "trend", "note")
                        .map(column -> words.get("dashboard." + column))
                        .toList(),
                rows);
    }

    private List<Row> parts() {
        List<Row> rows = new ArrayList<>();
        for (View.Line line : view.lines()) {
            for (View.Part part : line.parts()) {
                String indicator = line.row().cells().stream()
                        .filter(cell -> cell.indicator().equals(part.indicator()))
                        .map(Dashboard.Cell::name)
                        .findFirst()
                        .orElse(part.indicator().value());
                rows.add(Row.of(
                        indicator, words.get("dimension." + part.dimension().word()), part.name(), part.valueText()));
            }
        }
        return rows;
    }

    private List<Item> questions() {
        return view.questions().stream()
                .map(asked -> Item.labelled(asked.question(), asked.answer()))
                .toList();
    }

    private List<Item> reasons() {
        Set<String> texts = new LinkedHashSet<>();
        view.reasons().stream().map(Justification::text).forEach(texts::add);
        return texts.stream().map(Item::of).toList();
    }
}
