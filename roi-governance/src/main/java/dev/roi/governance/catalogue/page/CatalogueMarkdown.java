package dev.roi.governance.catalogue.page;

import dev.roi.governance.catalogue.page.CataloguePage.Entry;
import dev.roi.governance.catalogue.page.CataloguePage.OfIndicator;
import dev.roi.governance.catalogue.page.CataloguePage.OfRule;
import dev.roi.governance.catalogue.page.CataloguePage.OfThreshold;
import dev.roi.governance.catalogue.page.CataloguePage.Spoken;
import dev.roi.report.layout.Inert;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a catalogue as Markdown. For use by one thread, once. */
public final class CatalogueMarkdown {

    private final CataloguePage page;
    private final Words words;
    private final StringBuilder text = new StringBuilder();

    /**
     * Begins to write a page.
     *
     * @param page the page
     */
    public CatalogueMarkdown(CataloguePage page) {
        this.page = page;
        this.words = page.words();
    }

    /**
     * Writes it.
     *
     * @return GitHub Flavored Markdown
     */
    public String text() {
        line("# %s %s".formatted(words.label(words.get("catalogue")), Inert.markdown(page.title())));
        entries(page.about());
        chapters();
        indicators();
        section("months", page.months());
        thresholds();
        views();
        section("levers", page.levers());
        section("laws", page.laws());
        section("sources", page.sources());
        return text.toString().stripTrailing() + "\n";
    }

    private void line(String line) {
        text.append(line).append("\n\n");
    }

    private void section(String key, List<Entry> entries) {
        if (!entries.isEmpty()) {
            line("## " + words.get(key));
            entries(entries);
        }
    }

    private void entries(List<Entry> entries) {
        for (Entry entry : entries) {
            text.append("- **%s** %s\n".formatted(Inert.markdown(entry.name()), Inert.markdown(entry.text())));
        }
        text.append('\n');
    }

    private void chapters() {
        line("## " + words.get("rules"));
        int rules = page.chapters().stream()
                .mapToInt(chapter -> chapter.rules().size())
                .sum();
        line(words.get("rules.about", Map.of("rules", Integer.toString(rules))));
        page.chapters().forEach(chapter -> {
            line("### " + Inert.markdown(chapter.question().isEmpty() ? chapter.file() : chapter.question()));
            line(code("rules/" + chapter.file() + ".drl"));
            chapter.rules().forEach(this::rule);
        });
    }

    private void rule(OfRule rule) {
        line("#### " + code(rule.id()));
        item(words.get("then"), Inert.markdown(rule.says()));
        rule.conditions().forEach(condition -> item(words.get("when"), Inert.markdown(condition)));
        for (OfThreshold used : rule.thresholds()) {
            item(
                    words.get("threshold"),
                    "%s %s (%s) — %s"
                            .formatted(
                                    words.label(code(used.id())),
                                    Inert.markdown(used.value()),
                                    Inert.markdown(used.range()),
                                    spoken(used.because())));
        }
        if (!rule.law().isEmpty()) {
            item(words.get("law"), Inert.markdown(rule.law()));
        }
        rule.source().ifPresent(source -> item(words.get("source"), spoken(source)));
        rule.sentences()
                .forEach(said -> item(
                        said.language(),
                        "%s — %s".formatted(Inert.markdown(said.headline()), Inert.markdown(said.text()))));
        text.append('\n');
    }

    private static String spoken(Spoken said) {
        return Inert.markdown(said.in().isEmpty() ? said.text() : said.text() + " " + said.in());
    }

    private void item(String name, String value) {
        text.append("- ").append(words.label(name)).append(' ').append(value).append('\n');
    }

    private void indicators() {
        line("## " + words.get("indicators"));
        line(words.get("indicators.about"));
        if (!page.generalRules().isEmpty()) {
            line(words.get("general-rules", Map.of("rules", codes(page.generalRules()))));
        }
        page.blocks().forEach(block -> {
            line("### %s %s".formatted(words.label(Inert.markdown(block.name())), Inert.markdown(block.question())));
            row("indicator", "range", "direction", "nature", "extending", "due", "read-by", "shown");
            block.indicators().forEach(this::indicator);
            text.append('\n');
        });
    }

    private void indicator(OfIndicator indicator) {
        List<String> readers = new ArrayList<>();
        readers.add(codes(indicator.rules()));
        if (indicator.isNeeded() && !page.generalRules().isEmpty()) {
            readers.add(words.get("each-needed"));
        }
        cells(
                "%s (%s)".formatted(Inert.markdown(indicator.name()), code(indicator.id())),
                Inert.markdown(indicator.unit()),
                indicator.direction(),
                indicator.nature(),
                indicator.extending(),
                indicator.due(),
                String.join("; ", readers),
                Inert.markdown(String.join(", ", indicator.shown())));
    }

    private void thresholds() {
        line("## " + words.get("thresholds"));
        line(words.get("thresholds.about"));
        row("threshold", "value", "range", "because", "used-by");
        page.thresholds()
                .forEach(each -> cells(
                        code(each.id()),
                        Inert.markdown(each.value()),
                        Inert.markdown(each.range() + ", " + each.step()),
                        spoken(each.because()),
                        each.rules().isEmpty() ? words.get("settings") : codes(each.rules())));
        text.append('\n');
    }

    private void views() {
        if (page.views().isEmpty()) {
            return;
        }
        line("## " + words.get("views"));
        line(words.get("views.about"));
        page.views().forEach(view -> {
            line("### %s (%s)".formatted(Inert.markdown(view.title()), code(view.id())));
            view.shown().forEach(entry -> item(Inert.markdown(entry.name()), Inert.markdown(entry.text())));
            text.append('\n');
        });
    }

    private void row(String... keys) {
        List<String> heads = new ArrayList<>();
        List<String> rules = new ArrayList<>();
        for (String key : keys) {
            heads.add(words.get(key));
            rules.add("---");
        }
        cells(heads.toArray(String[]::new));
        cells(rules.toArray(String[]::new));
    }

    private void cells(String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private String codes(List<String> ids) {
        return ids.isEmpty()
                ? words.get("no-rule")
                : ids.stream().map(CatalogueMarkdown::code).collect(Collectors.joining(", "));
    }

    /** Names of rules, indicators and thresholds have no character that would end it. */
    private static String code(String id) {
        return "`" + Inert.line(id).replace("`", "") + "`";
    }
}
