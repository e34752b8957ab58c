package dev.roi.report.page;

import dev.roi.report.layout.Inert;
import dev.roi.report.page.Page.Disclosure;
import dev.roi.report.page.Page.Field;
import dev.roi.report.page.Page.Item;
import dev.roi.report.page.Page.Items;
import dev.roi.report.page.Page.Order;
import dev.roi.report.page.Page.Preformatted;
import dev.roi.report.page.Page.Prose;
import dev.roi.report.page.Page.Row;
import dev.roi.report.page.Page.Section;
import dev.roi.report.page.Page.Table;
import dev.roi.report.page.Page.Weight;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a page as Markdown: CommonMark, with the tables of GitHub's flavour, one line for each paragraph and row. */
public final class MarkdownRenderer implements Renderer {

    private final StringBuilder out = new StringBuilder();

    private MarkdownRenderer() {}

    /**
     * Writes a page.
     *
     * @param page the page
     * @return its lines, each ended by a line feed
     */
    public static String render(Page page) {
        return new MarkdownRenderer().write(page);
    }

    private String write(Page page) {
        line("# " + Inert.markdown(page.title()));
        line("");
        for (Field field : page.fields()) {
            String value = Inert.markdown(field.value());
            line("- %s %s"
                    .formatted(
                            Inert.markdownBlock(field.label()),
                            field.weight() == Weight.STRONG ? strong(value) : value));
        }
        for (Section section : page.sections()) {
            if (section.contents().stream().allMatch(Disclosure.class::isInstance)) {
                continue;
            }
            line("");
            line("## " + Inert.markdown(section.title()));
            for (Page.Content content : section.contents()) {
                line("");
                content.renderTo(this);
            }
        }
        line("");
        line("---");
        for (String text : page.colophon()) {
            line("");
            line(Inert.markdownBlock(text));
        }
        return out.toString();
    }

    @Override
    public void prose(Prose prose) {
        line(Inert.markdownBlock(prose.text()));
    }

    @Override
    public void items(Items items) {
        int number = 0;
        for (Item item : items.items()) {
            number++;
            String mark = items.order() == Order.NUMBERED ? number + ". " : "- ";
            line(mark
                    + item.label()
                            .map(label -> (strong(Inert.markdown(label)) + " " + Inert.markdown(item.text())).strip())
                            .orElseGet(() -> Inert.markdownBlock(item.text())));
            item.points().forEach(point -> line(" ".repeat(mark.length()) + "- " + Inert.markdownBlock(point)));
        }
    }

    @Override
    public void disclosure(Disclosure disclosure) {
        // a text has no place to fold something up in; `--explain` says it
    }

    @Override
    public void preformatted(Preformatted lines) {
        lines.lines().lines().forEach(line -> line("    " + Inert.line(line)));
    }

    @Override
    public void table(Table table) {
        line(row(table.headers().stream().map(Inert::markdown).toList()));
        line(row(table.headers().stream().map(header -> "---").toList()));
        for (Row row : table.rows()) {
            line(row(row.cells().stream()
                    .map(cell -> cell.parts().stream().map(Inert::markdown).collect(Collectors.joining(" / ")))
                    .map(cell -> row.weight() == Weight.STRONG ? strong(cell) : cell)
                    .toList()));
        }
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String strong(String text) {
        return text.isEmpty() ? text : "**" + text + "**";
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
