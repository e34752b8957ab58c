package dev.roi.report.page;

import dev.roi.report.layout.Columns;
import dev.roi.report.page.Page.Cell;
import dev.roi.report.page.Page.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Decides how wide the columns of a table are, so that it fits a width and takes few lines. Words of usual length are
 * kept whole where there is room for them.
 */
final class TableLayout {

    private static final int USUAL_WORD = 16;
    private static final int LEAST_COLUMN = 4;
    private static final int LINE_COST = 8;

    private final int columns;
    private final List<RowMeasure> rows = new ArrayList<>();
    private final int[] most;
    private final int[] usual;
    private final int[] least;

    private TableLayout(List<Row> table) {
        this.columns = table.get(0).cells().size();
        this.most = new int[columns];
        this.usual = new int[columns];
        this.least = new int[columns];
        Arrays.fill(usual, LEAST_COLUMN);
        Arrays.fill(least, LEAST_COLUMN);
        for (Row row : table) {
            RowMeasure measure = new RowMeasure(row);
            rows.add(measure);
            for (int column = 0; column < columns; column++) {
                for (PartMeasure part : measure.cells.get(column)) {
                    most[column] = Math.max(most[column], part.most());
                    usual[column] = Math.max(usual[column], longest(Columns.words(part.text)));
                    least[column] = Math.max(least[column], longest(Columns.parts(part.text)));
                }
            }
        }
    }

    private static int longest(List<String> words) {
        int longest = words.stream().mapToInt(Columns::width).max().orElse(0);
        return Math.min(USUAL_WORD, longest);
    }

    /**
     * Lays a table out.
     *
     * @param table its rows, the titles of its columns among them; at least one, all of as many cells
     * @param available the columns of the terminal that all its columns may take together
     * @return the width of each column
     */
    static int[] widths(List<Row> table, int available) {
        return new TableLayout(table).widths(available);
    }

    private int[] widths(int available) {
        int[] widths = usual.clone();
        int[] slack = slack(widths);
        for (int excess = sum(widths) - available; excess > 0 && sum(slack) > 0; excess = sum(widths) - available) {
            int column = widest(slack);
            widths[column] -= Math.min(excess, slack[column]);
            slack = slack(widths);
        }
        while (sum(widths) > available) {
            widths[widest(widths)]--;
        }
        for (int room = available - sum(widths); room > 0; room = available - sum(widths)) {
            if (!widened(widths, room)) {
                break;
            }
        }
        return widths;
    }

    /** Widens the one column that saves most for its columns. */
    private boolean widened(int[] widths, int room) {
        int now = cost(widths);
        int best = -1;
        int bestBy = 1;
        int bestSaved = 0;
        for (int column = 0; column < columns; column++) {
            int reach = Math.min(room, most[column] - widths[column]);
            for (int by = 1; by <= reach; by++) {
                widths[column] += by;
                int saved = now - cost(widths);
                widths[column] -= by;
                if (saved * bestBy > bestSaved * by) {
                    best = column;
                    bestBy = by;
                    bestSaved = saved;
                }
            }
        }
        if (best >= 0) {
            widths[best] += bestBy;
        }
        return best >= 0;
    }

    private int cost(int[] widths) {
        int cost = 0;
        for (RowMeasure row : rows) {
            cost += row.cost(widths);
        }
        return cost;
    }

    /** How much narrower each column may become before it breaks a word. */
    private int[] slack(int[] widths) {
        int[] slack = new int[columns];
        for (int column = 0; column < columns; column++) {
            slack[column] = widths[column] - least[column];
        }
        return slack;
    }

    private static int sum(int[] widths) {
        return Arrays.stream(widths).sum();
    }

    private static int widest(int[] widths) {
        int widest = 0;
        for (int column = 1; column < widths.length; column++) {
            if (widths[column] > widths[widest]) {
                widest = column;
            }
        }
        return widest;
    }

    private static final class RowMeasure {

        private final List<List<PartMeasure>> cells = new ArrayList<>();

        RowMeasure(Row row) {
            for (Cell cell : row.cells()) {
                cells.add(cell.parts().stream().map(PartMeasure::new).toList());
            }
        }

        int cost(int[] widths) {
            int lines = 0;
            int height = 0;
            for (int column = 0; column < cells.size(); column++) {
                int own = 0;
                for (PartMeasure part : cells.get(column)) {
                    own += part.lines(widths[column]);
                }
                lines += own;
                height = Math.max(height, own);
            }
            return LINE_COST * height + lines;
        }
    }

    /** How many lines a text takes in each width, measured once. */
    private static final class PartMeasure {

        private final String text;
        private final int[] lines;

        PartMeasure(String text) {
            this.text = text;
            this.lines = new int[Columns.width(text) + 1];
        }

        int most() {
            return lines.length - 1;
        }

        int lines(int width) {
            if (width >= most()) {
                return 1;
            }
            if (lines[width] == 0) {
                lines[width] = Columns.wrap(text, width).size();
            }
            return lines[width];
        }
    }
}
