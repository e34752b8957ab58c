package dev.roi.report.page;

import dev.roi.core.Dashboard;
import dev.roi.core.Decision;
import dev.roi.core.Dimension;
import dev.roi.core.Effect;
import dev.roi.core.Exact;
import dev.roi.core.Justification;
import dev.roi.core.Questions;
import dev.roi.core.Review;
import dev.roi.core.Snapshot;
import dev.roi.core.Unit;
import dev.roi.report.page.Page.Cell;
import dev.roi.report.page.Page.Content;
import dev.roi.report.page.Page.Disclosure;
import dev.roi.report.page.Page.Grouping;
import dev.roi.report.page.Page.Item;
import dev.roi.report.page.Page.Items;
import dev.roi.report.page.Page.Look;
import dev.roi.report.page.Page.Order;
import dev.roi.report.page.Page.Preformatted;
import dev.roi.report.page.Page.Row;
import dev.roi.report.page.Page.Section;
import dev.roi.report.page.Page.Table;
import dev.roi.report.page.Page.Weight;
import dev.roi.rules.Dossier;
import dev.roi.rules.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the report of one review says: the decision, its reason and the next step first, then what they rest on. */
public final class ReviewPage {

    private static final int MOST_PARTS = 3;

    private final Dossier dossier;
    private final Review review;
    private final Optional<String> explanation;
    private final Words words;
    private final Findings findings;
    private final List<Section> sections = new ArrayList<>();

    private ReviewPage(Dossier dossier, Optional<String> explanation) {
        this.dossier = dossier;
        this.explanation = explanation;
        this.review = dossier.review();
        this.words = new Words(review.language());
        this.findings = new Findings(dossier, words);
    }

    /**
     * Says what a review and what belongs to it say.
     *
     * @param dossier the review, and what belongs to it
     * @param explanation lines that say why each rule spoke or stayed silent, where that is known
     * @return the page
     */
    public static Page of(Dossier dossier, Optional<String> explanation) {
        return new ReviewPage(dossier, explanation).page();
    }

    private Page page() {
        Justification first = findings.first();
        since();
        add("dashboard", words.get("dashboard"), List.of(dashboard()));
        addItems("why", words.get("why." + review.decision().word()), findings.why());
        addItems("blocks", words.get("blocks"), findings.blocks());
        addItems("missing", words.get("unknown"), UnknownItems.of(review, dossier.whatIf(), words));
        add("stages", words.get("stages"), stages());
        add("limits", words.get("limits"), new LimitTable(dossier, words).contents());
        addItems(
                "remarks",
                words.get("remarks"),
                review.remarks().stream().map(remark -> Item.of(remark.text())).toList());
        addItems("questions", words.get("questions"), questions());
        add("agenda", words.get("agenda"), agenda());
        addItems("rest", words.get("rest"), findings.rest());
        addItems("newer", words.get("newer"), newer());
        addItems("needs", words.get("needs"), needs());
        add("explain", words.get("explain"), explanation());
        return new Page(
                review.language(),
                Optional.of(review.decision()),
                title(first),
                words.named(review.headline(), review.scope(), review.month()),
                new Band(dossier, words).fields(first),
                sections,
                List.of(words.colophon(review.policy(), review.month())));
    }

    /** The headline; where it names one of several figures that are missing, how many more there are. */
    private String title(Justification first) {
        long more = review.justifications(Effect.BLOCKS_EXTEND).stream()
                        .filter(findings::isMissing)
                        .map(Justification::headline)
                        .distinct()
                        .count()
                - 1;
        return findings.isMissing(first) && more > 0
                ? words.fill("title.more", Map.of("headline", review.headline(), "count", String.valueOf(more)))
                : review.headline();
    }

    /** What became of earlier decisions, and what changed since the last one. */
    private void since() {
        PastItems items = new PastItems(words);
        addItems(
                "followup",
                words.get("followup"),
                review.followUps().stream()
                        .map(followUp -> items.followUp(followUp, review.month()))
                        .toList());
        dossier.lastMeeting()
                .ifPresent(before -> addItems("since", words.get("since"), SinceItems.of(dossier, before, words)));
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

    private Table dashboard() {
        List<Row> rows = new ArrayList<>();
        for (Dashboard.Row row : review.dashboard().rows()) {
            List<Series> shown = row.cells().stream().map(this::series).toList();
            rows.add(new Row(
                    List.of(
                            Cell.of(row.blockName()),
                            cell(shown, series -> series.cell().name()),
                            cell(shown, this::current),
                            cell(shown, this::baseline),
                            cell(shown, series -> words.trend(series)),
                            Cell.of(row.note())),
                    Weight.PLAIN,
                    shown.stream()
                            .<Picture>map(series -> Plot.of(series, words))
                            .toList()));
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
                Look.FIGURES,
                Grouping.BY_FIRST_CELL,
                Stream.of("block", "indicator", "current", "baseline", "trend", "note")
                        .map(column -> words.get("dashboard." + column))
                        .toList(),
                rows.stream().anyMatch(row -> row.pictures().stream().anyMatch(ReviewPage::shows))
                        ? Optional.of(words.get("plot.column"))
                        : Optional.empty(),
                rows);
    }

    private static boolean shows(Picture picture) {
        return picture instanceof Plot plot && !plot.isEmpty();
    }

    private static Cell cell(List<Series> shown, java.util.function.Function<Series, String> text) {
        return new Cell(shown.stream().map(text).toList());
    }

    private Series series(Dashboard.Cell cell) {
        Series series = dossier.series().get(cell.indicator());
        return series == null ? Series.of(cell) : series;
    }

    /** This month's value with its largest parts, and what it was a month before. */
    private String current(Series series) {
        Dashboard.Cell cell = series.cell();
        if (cell.value().isEmpty()) {
            return cell.valueText();
        }
        String value = breaksDown(series) ? parts(series) : cell.valueText();
        return previous(cell)
                .filter(before -> !before.equals(cell.value().get()))
                .map(before -> words.fill(
                        "dashboard.was",
                        Map.of("value", value, "before", words.quantities().format(before, cell.unit()))))
                .orElse(value);
    }

    /** What breaks another figure of the dashboard down says its parts; the figure itself stands beside it. */
    private boolean breaksDown(Series series) {
        boolean isMoney = series.cell().unit().isMoney() || series.cell().unit().equals(Unit.CURRENCY);
        return isMoney && series.parts().size() > 0;
    }

    private String parts(Series series) {
        List<Series.Part> parts = series.parts();
        int named = parts.size() <= MOST_PARTS + 1 ? parts.size() : MOST_PARTS;
        List<String> said = new ArrayList<>();
        for (Series.Part part : parts.subList(0, named)) {
            said.add("%s %s"
                    .formatted(
                            part.name(),
                            words.quantities()
                                    .format(part.value(), series.cell().unit())));
        }
        if (named < parts.size()) {
            Exact rest = parts.subList(named, parts.size()).stream()
                    .map(Series.Part::value)
                    .reduce(Exact.ZERO, Exact::plus);
            said.add(words.fill(
                    "dashboard.parts-more",
                    Map.of(
                            "count", String.valueOf(parts.size() - named),
                            "value",
                                    words.quantities()
                                            .format(rest, series.cell().unit()))));
        }
        return String.join(", ", said);
    }

    private static Optional<Exact> previous(Dashboard.Cell cell) {
        List<Dashboard.Point> history = cell.history();
        if (history.size() < 2) {
            return Optional.empty();
        }
        Dashboard.Point before = history.get(history.size() - 2);
        Dashboard.Point now = history.get(history.size() - 1);
        return before.month().plusMonths(1).equals(now.month())
                        && before.completeness() == Snapshot.Completeness.COMPLETE
                        && before.comparability() == now.comparability()
                ? before.value()
                : Optional.empty();
    }

    private String baseline(Series series) {
        return series.cell().baseline().isEmpty()
                ? words.get("dashboard.nothing")
                : series.cell().baselineText();
    }

    /** Where the time of each stage went since the first month that tells. */
    private List<Content> stages() {
        List<Content> contents = new ArrayList<>();
        for (Series series : dossier.series().values()) {
            List<Series.Part> stages = series.parts().stream()
                    .filter(part -> part.dimension() == Dimension.STAGE)
                    .toList();
            stages.stream().flatMap(part -> part.since().stream()).findFirst().ifPresent(since -> {
                List<Row> rows =
                        stages.stream().map(part -> stage(series, part)).toList();
                contents.add(new Table(
                        Grouping.NONE,
                        List.of(
                                words.fill(
                                        "stages.of",
                                        Map.of("name", series.cell().name())),
                                words.quantities().month(review.month()),
                                words.quantities().month(since),
                                words.get("stages.change")),
                        rows));
            });
        }
        return contents;
    }

    private Row stage(Series series, Series.Part part) {
        Unit unit = series.cell().unit();
        return Row.of(
                words.capitalised(part.name()),
                words.quantities().format(part.value(), unit),
                part.before()
                        .map(before -> words.quantities().format(before, unit))
                        .orElseGet(() -> words.get("dashboard.nothing")),
                part.before()
                        .map(before -> words.quantities().change(part.value().minus(before), unit))
                        .orElseGet(() -> words.get("dashboard.nothing")));
    }

    private List<Item> questions() {
        Questions answers = review.questions();
        return List.of(
                Item.labelled(words.get("question.financed"), answers.financed()),
                Item.labelled(words.get("question.obtained"), answers.obtained()),
                Item.labelled(words.get("question.risked"), answers.risked()),
                Item.labelled(words.get("question.decided"), answers.decided()));
    }

    /** Each item of the meeting: one question, one picture, one note. */
    private List<Content> agenda() {
        List<Row> rows = new ArrayList<>();
        for (Dossier.Topic topic : dossier.agenda()) {
            Optional<Series> looked = topic.picture()
                    .flatMap(id -> Optional.ofNullable(dossier.series().get(id)));
            String figure = looked.map(
                            series -> series.cell().name() + " " + series.cell().valueText())
                    .orElse("");
            String note = topic.note().orElse("");
            rows.add(new Row(
                    List.of(
                            Cell.of(topic.minutes()
                                    .map(minutes -> words.fill(
                                            "agenda.minutes",
                                            Map.of("title", topic.title(), "minutes", String.valueOf(minutes))))
                                    .orElse(topic.title())),
                            Cell.of(topic.question().orElseGet(() -> words.get("question.decided"))),
                            Cell.of(
                                    note.isEmpty() || figure.isEmpty()
                                            ? note + figure
                                            : words.fill("and-note", Map.of("text", figure, "note", note)))),
                    Weight.PLAIN,
                    looked.<Picture>map(series -> Plot.of(series, words)).stream()
                            .toList()));
        }
        boolean hasPictures = rows.stream().anyMatch(row -> !row.pictures().isEmpty());
        return rows.isEmpty()
                ? List.of()
                : List.of(new Table(
                        Look.TEXT,
                        Grouping.NONE,
                        Stream.of("item", "question", "note")
                                .map(column -> words.get("agenda." + column))
                                .toList(),
                        hasPictures ? Optional.of(words.get("plot.column")) : Optional.empty(),
                        rows));
    }

    /** What the decision still needs; what would allow more stands first on the page where it is known. */
    private List<Item> needs() {
        return review.decision() == Decision.MAINTAIN && dossier.whatIf().isPresent()
                ? List.of()
                : review.needs().stream()
                        .map(need -> Item.of(words.capitalised(need)))
                        .toList();
    }

    private List<Content> explanation() {
        return explanation.stream()
                .<Content>map(lines -> new Disclosure(words.get("explain.summary"), List.of(new Preformatted(lines))))
                .toList();
    }
}
