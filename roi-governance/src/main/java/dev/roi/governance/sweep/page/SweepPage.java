package dev.roi.governance.sweep.page;

import java.util.List;

/**
 * A page about a threshold that moves through its range: how many months are decided how at which of its values.
 *
 * @param language the language's tag
 * @param title what moved
 * @param summary what came of it
 * @param heads the heads of the columns
 * @param rows one row for each interval
 * @param sections which months are decided otherwise in which interval
 */
public record SweepPage(
        String language, String title, String summary, List<String> heads, List<Row> rows, List<Section> sections) {

    /** Copies the lists. {@inheritDoc} */
    public SweepPage {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
        sections = List.copyOf(sections);
    }

    /**
     * An interval.
     *
     * @param values its values
     * @param holdsToday whether today's value is one of them
     * @param label the decisions and how many months have each, in words
     * @param bars the same as bars, side by side
     * @param cells the same as numbers, and how many are otherwise than today
     */
    public record Row(String values, boolean holdsToday, String label, List<Bar> bars, List<String> cells) {

        /** Copies the lists. {@inheritDoc} */
        public Row {
            bars = List.copyOf(bars);
            cells = List.copyOf(cells);
        }
    }

    /**
     * A bar.
     *
     * @param decision the decision's word
     * @param x where it begins, of {@value #WIDTH}
     * @param width how wide it is
     */
    public record Bar(String decision, int x, int width) {

        /** How wide all bars of a row are together. */
        public static final int WIDTH = 240;
    }

    /**
     * The months that are decided otherwise in an interval.
     *
     * @param heading which interval, and how many
     * @param changes one line for each
     */
    public record Section(String heading, List<String> changes) {

        /** Copies the list. {@inheritDoc} */
        public Section {
            changes = List.copyOf(changes);
        }
    }
}
