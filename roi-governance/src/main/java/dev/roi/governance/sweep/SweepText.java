package dev.roi.governance.sweep;

import dev.roi.core.Decision;
import dev.roi.core.Language;
import dev.roi.core.text.Bundle;
import dev.roi.core.text.Quantities;
import dev.roi.core.text.Template;
import dev.roi.governance.sweep.Sweep.Change;
import dev.roi.governance.sweep.Sweep.Interval;
import dev.roi.governance.sweep.page.SweepPage;
import dev.roi.governance.sweep.page.SweepPage.Bar;
import dev.roi.governance.sweep.page.SweepPage.Row;
import dev.roi.governance.sweep.page.SweepPage.Section;
import dev.roi.report.html.HtmlTemplates;
import dev.roi.report.layout.Columns;
import dev.roi.report.layout.Inert;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a sweep for people: a table of its intervals, then which months are decided otherwise in each. */
final class SweepText {

    /** The most months that are named of one interval; the others are counted. */
    private static final int MOST_NAMED = 12;

    private static final HtmlTemplates TEMPLATES =
            HtmlTemplates.of(SweepText.class.getClassLoader(), "dev.roi.governance.catalogue.page");

    private final Sweep sweep;
    private final Language language;
    private final Bundle bundle;
    private final Quantities quantities;

    SweepText(Sweep sweep, Language language) {
        this.sweep = sweep;
        this.language = language;
        this.bundle = Bundle.of(SweepText.class, "sweep", language);
        this.quantities = Quantities.of(language);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append(Columns.paragraph("", "", title()));
        text.append("=".repeat(Math.min(Columns.width(title()), Columns.TERMINAL)))
                .append('\n');
        text.append(Columns.paragraph("", "", summary())).append('\n');
        int width = sweep.intervals().stream()
                .mapToInt(interval -> Columns.width(values(interval)))
                .max()
                .orElse(0);
        for (Interval interval : sweep.intervals()) {
            text.append(Columns.paragraph(
                    "%s %s  "
                            .formatted(
                                    interval.contains(sweep.value()) ? "*" : " ",
                                    Columns.padded(values(interval), width)),
                    "    ",
                    counts(interval)));
        }
        for (Interval interval : changed()) {
            text.append('\n').append(Columns.paragraph("", "", heading(interval)));
            changes(interval).forEach(change -> text.append(Columns.paragraph("- ", "  ", Inert.line(change))));
        }
        return text.toString();
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        text.append("# ").append(Inert.markdown(title())).append("\n\n");
        text.append(Inert.markdownBlock(summary())).append("\n\n");
        List<String> header = new ArrayList<>(List.of(bundle.get("values")));
        for (Decision decision : Decision.values()) {
            header.add(bundle.get("decision." + decision.word()));
        }
        header.add(bundle.get("otherwise"));
        text.append(row(header));
        text.append(row(header.stream().map(same -> "---").toList()));
        for (Interval interval : sweep.intervals()) {
            List<String> cells = new ArrayList<>();
            String values = Inert.markdown(values(interval));
            cells.add(interval.contains(sweep.value()) ? "**" + values + "**" : values);
            interval.decisions().values().forEach(count -> cells.add(String.valueOf(count)));
            cells.add(String.valueOf(interval.changes().size()));
            text.append(row(cells));
        }
        for (Interval interval : changed()) {
            text.append("\n## ").append(Inert.markdown(heading(interval))).append("\n\n");
            changes(interval)
                    .forEach(change -> text.append("- ")
                            .append(Inert.markdownBlock(change))
                            .append('\n'));
        }
        return text.toString();
    }

    String html() {
        List<String> heads = new ArrayList<>(List.of(bundle.get("values"), bundle.get("months")));
        for (Decision decision : Decision.values()) {
            heads.add(bundle.get("decision." + decision.word()));
        }
        heads.add(bundle.get("otherwise"));
        return TEMPLATES.render(
                "sweep.jte",
                new SweepPage(
                        language.tag(),
                        title(),
                        summary(),
                        heads,
                        sweep.intervals().stream().map(this::row).toList(),
                        changed().stream()
                                .map(interval -> new Section(heading(interval), changes(interval)))
                                .toList()));
    }

    private Row row(Interval interval) {
        List<String> cells = new ArrayList<>();
        interval.decisions().values().forEach(count -> cells.add(String.valueOf(count)));
        cells.add(String.valueOf(interval.changes().size()));
        String values = values(interval);
        boolean holdsToday = interval.contains(sweep.value());
        return new Row(holdsToday ? values + " *" : values, holdsToday, counts(interval), bars(interval), cells);
    }

    /** As wide together in every interval, since each decides the same months. */
    private static List<Bar> bars(Interval interval) {
        int months = interval.decisions().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        List<Bar> bars = new ArrayList<>();
        int counted = 0;
        for (Map.Entry<Decision, Integer> count : interval.decisions().entrySet()) {
            int begin = Bar.WIDTH * counted / Math.max(1, months);
            counted += count.getValue();
            int end = Bar.WIDTH * counted / Math.max(1, months);
            if (end > begin) {
                bars.add(new Bar(count.getKey().word(), begin, end - begin));
            }
        }
        return bars;
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private List<Interval> changed() {
        return sweep.intervals().stream()
                .filter(interval -> !interval.changes().isEmpty())
                .toList();
    }

    private String fill(String key, Map<String, String> values) {
        return Template.parse(bundle.get(key)).render(name -> Optional.ofNullable(values.get(name)));
    }

    private String title() {
        return fill("title", Map.of("threshold", sweep.threshold().value(), "policy", policy()));
    }

    private String policy() {
        return "%s %s".formatted(sweep.policy().id(), sweep.policy().version());
    }

    private String summary() {
        int months = sweep.intervals().get(0).decisions().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        long cuts = sweep.intervals().size() - 1L;
        return fill(
                cuts == 0 ? "summary.never" : "summary",
                Map.of(
                        "value", quantities.limit(sweep.value(), sweep.unit()),
                        "months", String.valueOf(months),
                        "intervals", String.valueOf(sweep.intervals().size())));
    }

    private String values(Interval interval) {
        String key = interval.least().equals(interval.most())
                ? "interval.one"
                : "interval.%s.%s"
                        .formatted(
                                interval.leastIncluded() ? "from" : "above", interval.mostIncluded() ? "to" : "below");
        return fill(
                key,
                Map.of(
                        "least", quantities.limit(interval.least(), sweep.unit()),
                        "most", quantities.limit(interval.most(), sweep.unit())));
    }

    private String counts(Interval interval) {
        return interval.decisions().entrySet().stream()
                .map(count -> "%s %s"
                        .formatted(bundle.get("decision." + count.getKey().word()), count.getValue()))
                .collect(Collectors.joining(", "));
    }

    private String heading(Interval interval) {
        return fill(
                interval.changes().size() == 1 ? "heading.one" : "heading",
                Map.of(
                        "values",
                        values(interval),
                        "count",
                        String.valueOf(interval.changes().size())));
    }

    private List<String> changes(Interval interval) {
        List<String> said = new ArrayList<>();
        for (Change change : interval.changes()
                .subList(0, Math.min(MOST_NAMED, interval.changes().size()))) {
            said.add(fill(
                    "change",
                    Map.of(
                            "scope", change.scope().name(),
                            "month", quantities.month(change.month()),
                            "from", bundle.get("decision." + change.from().word()),
                            "to", bundle.get("decision." + change.to().word()))));
        }
        int more = interval.changes().size() - said.size();
        if (more > 0) {
            said.add(fill("more", Map.of("count", String.valueOf(more))));
        }
        return said;
    }
}
