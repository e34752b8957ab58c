package dev.roi.report.page;

import dev.roi.report.layout.Columns;
import dev.roi.report.layout.Inert;
import dev.roi.report.page.Page.Cell;
import dev.roi.report.page.Page.Disclosure;
import dev.roi.report.page.Page.Field;
import dev.roi.report.page.Page.Grouping;
import dev.roi.report.page.Page.Item;
import dev.roi.report.page.Page.Items;
import dev.roi.report.page.Page.Look;
import dev.roi.report.page.Page.Order;
import dev.roi.report.page.Page.Preformatted;
import dev.roi.report.page.Page.Prose;
import dev.roi.report.page.Page.Row;
import dev.roi.report.page.Page.Section;
import dev.roi.report.page.Page.Table;
import dev.roi.report.page.Page.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Writes a page as text of a fixed width, in characters that any terminal has but those of the texts themselves. */
public final class TextRenderer implements Renderer {

    private static final String GAP = " | ";
    private static final String CROSSING = "-+-";
    private static final String STRONG_CROSSING = "=+=";

    private static final int MONTH = 2;

    private final int width;
    private final StringBuilder out = new StringBuilder();

    private TextRenderer(int width) {
        this.width = width;
    }

    /**
     * Writes a page.
     *
     * @param page the page
     * @param width the columns that no line exceeds
     * @return its lines, each ended by a line feed
     */
    public static String render(Page page, int width) {
        return new TextRenderer(width).write(page);
    }

    private String write(Page page) {
        title(page.title(), '=');
        int labels = page.fields().stream()
                .mapToInt(field -> Columns.width(Inert.line(field.label())))
                .max()
                .orElse(0);
        for (Field field : page.fields()) {
            String value = Inert.line(field.value());
            hanging(
                    Columns.padded(Inert.line(field.label()), labels) + "  ",
                    field.weight() == Weight.STRONG
                            ? value.toUpperCase(page.language().locale())
                            : value);
        }
        for (Section section : page.sections()) {
            // a text has no place to fold something up in; `--explain` says it
            List<Page.Content> contents = section.contents().stream()
                    .filter(content -> !(content instanceof Disclosure))
                    .toList();
            if (contents.isEmpty()) {
                continue;
            }
            line("");
            title(section.title(), '-');
            String between = "";
            for (Page.Content content : contents) {
                out.append(between);
                content.renderTo(this);
                between = "\n";
            }
        }
        line("");
        page.colophon().forEach(text -> hanging("", Inert.line(text)));
        return out.toString();
    }

    private void title(String text, char under) {
        List<String> lines = Columns.wrap(Inert.line(text), width);
        lines.forEach(line -> line(Inert.isolated(line)));
        int longest = lines.stream().mapToInt(Columns::width).max().orElse(0);
        line(String.valueOf(under).repeat(longest));
    }

    @Override
    public void prose(Prose prose) {
        hanging("", Inert.line(prose.text()));
    }

    @Override
    public void items(Items items) {
        int number = 0;
        int digits = String.valueOf(items.items().size()).length();
        for (Item item : items.items()) {
            number++;
            String mark = items.order() == Order.NUMBERED ? right(String.valueOf(number), digits) + ". " : "- ";
            String text = Inert.line(item.text());
            hanging(
                    mark,
                    item.label()
                            .map(label -> (Inert.line(label) + " " + text).strip())
                            .orElse(text));
            String indent = " ".repeat(mark.length());
            item.points().forEach(point -> hanging(indent + "- ", Inert.line(point)));
        }
    }

    private static String right(String text, int width) {
        return " ".repeat(width - text.length()) + text;
    }

    @Override
    public void disclosure(Disclosure disclosure) {
        throw new IllegalStateException("a text has no place to fold something up in");
    }

    @Override
    public void preformatted(Preformatted lines) {
        lines.lines().lines().forEach(line -> line(Inert.line(line)));
    }

    @Override
    public void table(Table table) {
        write(table.look() == Look.LIST ? narrow(table) : table);
    }

    /** A long list without its month and its reason, which follow: a terminal is narrow. */
    private static Table narrow(Table table) {
        int last = table.headers().size() - 1;
        return new Table(
                table.grouping(),
                kept(table.headers(), last),
                table.rows().stream()
                        .map(row -> new Row(kept(row.cells(), last), row.weight()))
                        .toList());
    }

    private static <T> List<T> kept(List<T> all, int last) {
        return IntStream.range(0, last)
                .filter(i -> i != MONTH)
                .mapToObj(all::get)
                .toList();
    }

    private void write(Table table) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(table.headers().stream().map(Cell::of).toList(), Weight.PLAIN));
        table.rows().forEach(row -> rows.add(inert(row)));
        int[] widths =
                TableLayout.widths(rows, width - GAP.length() * (table.headers().size() - 1));
        row(rows.get(0), widths);
        for (int i = 1; i < rows.size(); i++) {
            Row row = rows.get(i);
            boolean group = table.grouping() == Grouping.BY_FIRST_CELL
                    && !row.cells().get(0).equals(rows.get(i - 1).cells().get(0));
            if (i == 1 || group || row.weight() == Weight.STRONG) {
                rule(widths, row.weight());
            }
            row(row, widths);
        }
    }

    private static Row inert(Row row) {
        return new Row(
                row.cells().stream()
                        .map(cell ->
                                new Cell(cell.parts().stream().map(Inert::line).toList()))
                        .toList(),
                row.weight());
    }

    private void rule(int[] widths, Weight weight) {
        StringBuilder rule = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            if (column > 0) {
                rule.append(weight == Weight.STRONG ? STRONG_CROSSING : CROSSING);
            }
            rule.append((weight == Weight.STRONG ? "=" : "-").repeat(widths[column]));
        }
        line(rule.toString());
    }

    private void row(Row row, int[] widths) {
        List<List<String>> cells = aligned(row, widths);
        int height = cells.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < height; i++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                if (column > 0) {
                    line.append(GAP);
                }
                List<String> cell = cells.get(column);
                line.append(Columns.padded(i < cell.size() ? cell.get(i) : "", widths[column]));
            }
            line(line.toString());
        }
    }

    /** The lines of each cell; the parts of cells with as many parts begin on the same line. */
    private static List<List<String>> aligned(Row row, int[] widths) {
        int parts =
                row.cells().stream().mapToInt(cell -> cell.parts().size()).max().orElse(1);
        List<List<String>> cells = new ArrayList<>();
        for (int column = 0; column < widths.length; column++) {
            cells.add(new ArrayList<>());
        }
        for (int part = 0; part < parts; part++) {
            int reached = 0;
            for (int column = 0; column < widths.length; column++) {
                List<String> texts = row.cells().get(column).parts();
                if (part < texts.size()) {
                    cells.get(column).addAll(Columns.wrap(texts.get(part), widths[column]));
                }
                if (texts.size() == parts) {
                    reached = Math.max(reached, cells.get(column).size());
                }
            }
            for (int column = 0; column < widths.length; column++) {
                while (part < parts - 1
                        && row.cells().get(column).parts().size() == parts
                        && cells.get(column).size() < reached) {
                    cells.get(column).add("");
                }
            }
        }
        return cells;
    }

    /** Writes a text after a mark, its further lines below its first. */
    private void hanging(String mark, String text) {
        int indent = Columns.width(mark);
        String before = mark;
        for (String piece : Columns.wrap(text, width - indent)) {
            line(before + Inert.isolated(piece));
            before = " ".repeat(indent);
        }
    }

    private void line(String text) {
        int end = text.length();
        while (end > 0 && Inert.isSpace(text.charAt(end - 1))) {
            end--;
        }
        out.append(text, 0, end).append('\n');
    }
}
