package dev.roi.report.page;

import dev.roi.core.Decision;
import dev.roi.core.Language;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a report says, in order; how that looks is for a {@link Renderer} to say. Its texts are as they were given, so a
 * renderer has to make them inert.
 *
 * @param language its language
 * @param mood the decision that it tells of, for a page about one
 * @param title the first thing to read
 * @param named what a window or a list of pages calls it
 * @param fields what is to be known before reading on
 * @param sections the rest
 * @param colophon what it was made with; one line each
 */
public record Page(
        Language language,
        Optional<Decision> mood,
        String title,
        String named,
        List<Field> fields,
        List<Section> sections,
        List<String> colophon) {

    Page(
            Language language,
            Optional<Decision> mood,
            String title,
            List<Field> fields,
            List<Section> sections,
            List<String> colophon) {
        this(language, mood, title, title, fields, sections, colophon);
    }

    /** Copies the lists. {@inheritDoc} */
    public Page {
        fields = List.copyOf(fields);
        sections = List.copyOf(sections);
        colophon = List.copyOf(colophon);
    }

    /** How much something stands out. */
    enum Weight {
        /** Beside others, in a line. */
        PLAIN,
        /** More than anything beside it. */
        STRONG,
        /** Right after the title. */
        LEAD,
        /** In a box of its own. */
        BOX
    }

    /**
     * Returns the fields that stand out so much.
     *
     * @param weights how much
     * @return the fields, in order
     */
    List<Field> fields(Weight... weights) {
        List<Weight> wanted = List.of(weights);
        return fields.stream().filter(field -> wanted.contains(field.weight())).toList();
    }

    /**
     * One short statement.
     *
     * @param label what it is about, with its own punctuation
     * @param value what it says
     * @param weight how much the value stands out
     */
    record Field(String label, String value, Weight weight) {}

    /**
     * One part of the page under its own title.
     *
     * @param name its name, the same in every language
     * @param title its title
     * @param contents what it says, in order
     */
    record Section(String name, String title, List<Content> contents) {

        Section {
            contents = List.copyOf(contents);
        }
    }

    /** A piece of a section. */
    sealed interface Content permits Prose, Items, Table, Disclosure, Preformatted {

        /**
         * Lets the renderer write it.
         *
         * @param renderer writes it
         */
        void renderTo(Renderer renderer);
    }

    /**
     * A sentence or a few.
     *
     * @param text the sentences
     */
    record Prose(String text) implements Content {

        @Override
        public void renderTo(Renderer renderer) {
            renderer.prose(this);
        }
    }

    /**
     * A list.
     *
     * @param order whether the order of the items has a meaning
     * @param items the items
     */
    record Items(Order order, List<Item> items) implements Content {

        Items {
            items = List.copyOf(items);
        }

        @Override
        public void renderTo(Renderer renderer) {
            renderer.items(this);
        }
    }

    /** Whether the order of a list's items has a meaning. */
    enum Order {
        FREE,
        NUMBERED
    }

    /**
     * An item of a list.
     *
     * @param label what the item is about, with its own punctuation
     * @param text what it says
     * @param points what belongs to it
     */
    record Item(Optional<String> label, String text, List<String> points) {

        Item {
            points = List.copyOf(points);
        }

        static Item of(String text) {
            return new Item(Optional.empty(), text, List.of());
        }

        static Item labelled(String label, String text) {
            return new Item(Optional.of(label), text, List.of());
        }
    }

    /**
     * What is there for who asks: folded up where something can be, left out elsewhere.
     *
     * @param summary what is behind it
     * @param contents what it says
     */
    record Disclosure(String summary, List<Content> contents) implements Content {

        Disclosure {
            contents = List.copyOf(contents);
        }

        @Override
        public void renderTo(Renderer renderer) {
            renderer.disclosure(this);
        }
    }

    /**
     * Lines that are set already.
     *
     * @param lines the lines, each ended by a line feed
     */
    record Preformatted(String lines) implements Content {

        @Override
        public void renderTo(Renderer renderer) {
            renderer.preformatted(this);
        }
    }

    /** What a table is for. */
    enum Look {
        /** To be read. */
        TEXT,
        /** Figures of indicators, with a picture for each where anything is known. */
        FIGURES,
        /** A long list, to be sorted and searched. */
        LIST
    }

    /**
     * A table.
     *
     * @param look what it is for
     * @param grouping whether rows with the same first cell belong together
     * @param headers the titles of its columns
     * @param pictures the title of the column of pictures, which comes before the last one; nothing where there are none
     * @param rows the rows, each with a cell for every column
     */
    record Table(Look look, Grouping grouping, List<String> headers, Optional<String> pictures, List<Row> rows)
            implements Content {

        Table {
            headers = List.copyOf(headers);
            rows = List.copyOf(rows);
            for (Row row : rows) {
                if (row.cells().size() != headers.size()) {
                    throw new IllegalArgumentException("row of %s cells in a table of %s columns"
                            .formatted(row.cells().size(), headers.size()));
                }
            }
        }

        Table(Grouping grouping, List<String> headers, List<Row> rows) {
            this(Look.TEXT, grouping, headers, Optional.empty(), rows);
        }

        /** Returns what its charts show, each once. */
        Set<Plot.Sign> signs() {
            Set<Plot.Sign> signs = EnumSet.noneOf(Plot.Sign.class);
            for (Row row : rows) {
                for (Picture picture : row.pictures()) {
                    if (picture instanceof Plot plot) {
                        signs.addAll(plot.shown());
                    }
                }
            }
            return signs;
        }

        @Override
        public void renderTo(Renderer renderer) {
            renderer.table(this);
        }
    }

    /** Whether rows with the same first cell belong together. */
    enum Grouping {
        NONE,
        BY_FIRST_CELL
    }

    /**
     * A row of a table.
     *
     * @param cells its cells
     * @param weight how much it stands out
     * @param pictures a picture for each of its lines, for those who can see one; may be empty
     * @param mood the decision that it is about, where it is about one
     * @param anchor its name, where a link leads to it
     */
    record Row(
            List<Cell> cells, Weight weight, List<Picture> pictures, Optional<Decision> mood, Optional<String> anchor) {

        Row {
            cells = List.copyOf(cells);
            pictures = List.copyOf(pictures);
        }

        Row(List<Cell> cells, Weight weight, List<Picture> pictures) {
            this(cells, weight, pictures, Optional.empty(), Optional.empty());
        }

        Row(List<Cell> cells, Weight weight) {
            this(cells, weight, List.of());
        }

        /** Returns how many lines it has. */
        int lines() {
            return Math.max(
                    pictures.size(),
                    cells.stream().mapToInt(cell -> cell.parts().size()).max().orElse(1));
        }

        static Row of(String... cells) {
            return new Row(List.of(cells).stream().map(Cell::of).toList(), Weight.PLAIN);
        }
    }

    /**
     * A cell: one text for the whole row, or several that are read line by line with the other cells of as many.
     *
     * @param parts the texts; at least one
     * @param href where it leads; nothing where it leads nowhere
     * @param key what it is sorted by; nothing where it is its text
     */
    record Cell(List<String> parts, Optional<String> href, Optional<String> key) {

        Cell {
            parts = List.copyOf(parts);
        }

        Cell(List<String> parts) {
            this(parts, Optional.empty(), Optional.empty());
        }

        static Cell of(String text) {
            return new Cell(List.of(text));
        }

        Cell sortedBy(String other) {
            return new Cell(parts, href, Optional.of(other));
        }

        Cell leadingTo(Optional<String> where) {
            return new Cell(parts, where, key);
        }
    }
}
