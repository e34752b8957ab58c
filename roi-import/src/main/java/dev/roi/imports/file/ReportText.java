package dev.roi.imports.file;

import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.Language;
import dev.roi.core.Reading;
import dev.roi.core.Scorecard;
import dev.roi.core.Unit;
import dev.roi.core.text.Quantities;
import dev.roi.imports.ReadingRow;
import dev.roi.imports.file.ImportReport.FromTool;
import dev.roi.imports.file.ImportReport.Item;
import dev.roi.imports.file.ImportReport.OfScope;
import dev.roi.imports.text.Words;
import dev.roi.rules.policy.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The report of an import in words. */
final class ReportText {

    private final Words words;
    private final Form form;
    private final StringBuilder text = new StringBuilder();

    /** How headings and lists look. */
    enum Form {
        /** Lines for a terminal. */
        TEXT("", "", "  "),
        /** Markdown. */
        MARKDOWN("## ", "### ", "- ");

        private final String scope;
        private final String section;
        private final String item;

        Form(String scope, String section, String item) {
            this.scope = scope;
            this.section = section;
            this.item = item;
        }
    }

    ReportText(Words words, Form form) {
        this.words = words;
        this.form = form;
    }

    String of(ImportReport report, Language language) {
        report.scopes().forEach(scope -> scope(scope, language));
        sources(report);
        return text.toString();
    }

    private void scope(OfScope of, Language language) {
        Scorecard scorecard = of.scorecard();
        // words for units are the policy's; how numbers look is the language's
        Quantities quantities = of.policy().texts(language).quantities();
        String month = quantities.month(of.snapshot().month());
        heading(
                form.scope,
                words.say(
                        of.snapshot().isComplete() ? "report.scope" : "report.scope-partial",
                        "scope",
                        inert(scorecard.scope().name()),
                        "month",
                        month));
        section(
                "known",
                of.known().stream()
                        .map(item -> {
                            String value = item.value(scorecard, quantities);
                            Reading.Known known = item.reading().known().orElseThrow();
                            String said = known.sample().isPresent()
                                    ? words.say(
                                            "report.value-of",
                                            "value",
                                            value,
                                            "sample",
                                            quantities.format(known.sample().get(), Unit.COUNT))
                                    : value;
                            return line(
                                    item.name(of.policy(), language),
                                    known.source()
                                            .map(source -> words.say(
                                                    "report.value-from", "value", said, "source", inert(source)))
                                            .orElse(said));
                        })
                        .toList());
        section(
                "partial",
                of.partial().stream()
                        .map(row -> line(name(of, row.indicator(), language), preliminary(row)))
                        .toList());
        section(
                "restated",
                of.restated().stream()
                        .map(each -> words.say(
                                "report.restated",
                                "indicator",
                                name(of, each.after().indicator(), language),
                                "month",
                                quantities.month(each.after().month()),
                                "before",
                                each.before().figure().toString(),
                                "after",
                                each.after().figure().toString()))
                        .toList());
        section(
                "ask",
                of.ask().stream().map(item -> item.name(of.policy(), language)).toList());
        section(
                "tools",
                of.tools().stream().map(tool -> tool(of, tool, language)).toList());
        section(
                "without-baseline",
                of.withoutBaseline().stream()
                        .map(item -> item.name(of.policy(), language))
                        .toList());
        unknown(of, language);
    }

    /** What is not known, by reason; what was asked for above is not said again. */
    private void unknown(OfScope of, Language language) {
        List<String> lines = new ArrayList<>();
        List<Item> said = new ArrayList<>(of.ask());
        of.tools().forEach(tool -> said.add(tool.item()));
        of.unknown().stream()
                .filter(item -> !said.contains(item))
                .collect(Collectors.groupingBy(ReportText::reason, TreeMap::new, Collectors.toList()))
                .forEach((reason, items) -> lines.add(line(
                        words.say("unknown." + reason),
                        items.stream()
                                .map(item -> item.name(of.policy(), language))
                                .collect(Collectors.joining(", ")))));
        section("unknown", lines);
    }

    private static String reason(Item item) {
        return item.reading().fold(known -> "", unknown -> unknown.reason().word());
    }

    private String tool(OfScope of, FromTool tool, Language language) {
        return line(tool.item().name(of.policy(), language), String.join(", ", tool.readers()));
    }

    private static String name(OfScope of, String indicator, Language language) {
        Texts.IndicatorWords found = of.policy().texts(language).indicators().get(new IndicatorId(indicator));
        return found == null ? indicator : found.name();
    }

    private String preliminary(ReadingRow row) {
        String figure = words.say(
                "note." + row.said().bound().word(), "figure", row.figure().toString());
        if (row.said().status() == Reading.Status.PROVISIONAL) {
            figure = words.say("note.provisional", "figure", figure);
        }
        return row.said().isPartial(row.month())
                ? words.say(
                        "note.partial",
                        "figure",
                        figure,
                        "from",
                        row.said().from().orElse(row.month().atDay(1)).toString(),
                        "to",
                        row.said().to().orElse(row.month().atEndOfMonth()).toString())
                : figure;
    }

    private void sources(ImportReport report) {
        if (!report.sources().isEmpty()) {
            heading(form.scope, words.say("report.sources"));
        }
        for (Imported.SourceOutcome source : report.sources()) {
            heading(
                    form.section,
                    words.say(
                            "report.source",
                            "reader",
                            source.reader(),
                            "files",
                            count(source.files()),
                            "records",
                            count(source.records())));
            source.leftOut().forEach(reason -> item(counted("left-out.", reason)));
            source.remarks().forEach(remark -> item(counted("remark.", remark)));
        }
    }

    private String counted(String prefix, Imported.Counted counted) {
        return words.say(
                "report.counted",
                "what",
                words.say(prefix + counted.reason()),
                "count",
                count(counted.count()),
                "example",
                inert(counted.example()));
    }

    private String count(long number) {
        return words.quantities().format(Exact.of(number), Unit.COUNT);
    }

    private void section(String key, List<String> lines) {
        if (!lines.isEmpty()) {
            heading(form.section, words.say("report.section." + key, "count", String.valueOf(lines.size())));
            lines.forEach(this::item);
        }
    }

    private String line(String name, String said) {
        return words.say("report.line", "name", name, "said", said);
    }

    private void heading(String mark, String words) {
        boolean first = text.length() == 0;
        boolean open = !first && text.charAt(text.length() - 1) == '\n' && text.indexOf("\n\n", text.length() - 2) >= 0;
        if (!first && !open) {
            text.append('\n');
        }
        text.append(mark).append(words).append('\n');
        if (form == Form.MARKDOWN) {
            text.append('\n');
        }
    }

    private void item(String line) {
        text.append(form.item).append(line).append('\n');
    }

    /** Markdown does nothing with what a person wrote. */
    private String inert(String written) {
        return form == Form.MARKDOWN ? written.replaceAll("([\\\\`*_{}\\[\\]<>#|])", "\\\\$1") : written;
    }
}
