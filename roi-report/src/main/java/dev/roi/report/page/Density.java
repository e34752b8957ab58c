package dev.roi.report.page;

import dev.roi.core.Keyword;
import dev.roi.report.layout.Columns;
import dev.roi.report.page.Page.Content;
import dev.roi.report.page.Page.Item;
import dev.roi.report.page.Page.Items;
import dev.roi.report.page.Page.Prose;
import dev.roi.report.page.Page.Row;
import dev.roi.report.page.Page.Section;
import dev.roi.report.page.Page.Table;

/** How small a page has to be printed for one sheet to hold it, as far as can be told before it is set. */
enum Density implements Keyword {
    /** As large as pages are printed. */
    USUAL(1),
    /** Somewhat smaller. */
    DENSE(0.9),
    /** Smaller. */
    DENSER(0.82),
    /** As small as can be read; what does not fit goes on a second sheet. */
    DENSEST(0.75);

    // measured in the widest usual typeface
    private static final double LINES_OF_A_SHEET = 84;
    private static final double CHARACTERS_OF_A_COLUMN = 60;

    private final double size;

    Density(double size) {
        this.size = size;
    }

    static Density of(Page page) {
        for (Density density : values()) {
            if (density.lines(page) * density.size <= LINES_OF_A_SHEET) {
                return density;
            }
        }
        return DENSEST;
    }

    private double lines(Page page) {
        double across = 6;
        double inColumns = 0;
        for (Section section : page.sections()) {
            for (Content content : section.contents()) {
                if (content instanceof Table table) {
                    across += 3 + table.rows().stream().mapToInt(Row::lines).sum() * 1.35;
                } else if (content instanceof Items items) {
                    inColumns +=
                            2 + items.items().stream().mapToDouble(this::lines).sum();
                } else if (content instanceof Prose prose) {
                    inColumns += 2 + lines(prose.text());
                }
            }
        }
        return across + inColumns / 2;
    }

    private double lines(Item item) {
        String points = String.join(" - ", item.points());
        return lines(item.label().orElse("") + " " + item.text()) + (points.isEmpty() ? 0 : lines(points));
    }

    private double lines(String text) {
        return Math.ceil(Columns.width(text) * size / CHARACTERS_OF_A_COLUMN);
    }
}
