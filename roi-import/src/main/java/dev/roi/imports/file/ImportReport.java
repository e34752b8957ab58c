package dev.roi.imports.file;

import dev.roi.core.Breakdown;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.IndicatorSet;
import dev.roi.core.Language;
import dev.roi.core.Reading;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.Unit;
import dev.roi.core.json.Json;
import dev.roi.core.text.Quantities;
import dev.roi.imports.ReadingRow;
import dev.roi.imports.Restated;
import dev.roi.imports.ScopeKey;
import dev.roi.imports.source.Figure;
import dev.roi.imports.text.Words;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.Texts;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an import knows of a month, what it does not, what it left out, and which figures only people can give. Unchanging.
 */
public final class ImportReport {

    private final Imported imported;
    private final Function<? super Scorecard, Policy> policies;
    private final Optional<YearMonth> month;

    private ImportReport(Imported imported, Function<? super Scorecard, Policy> policies, Optional<YearMonth> month) {
        this.imported = imported;
        this.policies = policies;
        this.month = month;
    }

    /**
     * Returns the report of an import.
     *
     * @param imported what came of it
     * @param policies the policy of each scorecard
     * @param month the month that it is about; nothing for each scope's latest
     * @return the report
     */
    public static ImportReport of(
            Imported imported, Function<? super Scorecard, Policy> policies, Optional<YearMonth> month) {
        return new ImportReport(imported, policies, month);
    }

    /**
     * Writes the report for a terminal.
     *
     * @param language its language
     * @return the text; do not parse it
     */
    public String text(Language language) {
        return new ReportText(new Words(language), ReportText.Form.TEXT).of(this, language);
    }

    /**
     * Writes the report as Markdown.
     *
     * @param language its language
     * @return the Markdown
     */
    public String markdown(Language language) {
        return new ReportText(new Words(language), ReportText.Form.MARKDOWN).of(this, language);
    }

    /**
     * Writes the report as {@code roi-import/1}.
     *
     * @return the document
     */
    public String json() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("format", "roi-import/1");
        document.put("scopes", scopes().stream().map(ImportReport::json).toList());
        document.put(
                "sources", imported.sources().stream().map(ImportReport::json).toList());
        return Json.write(document);
    }

    List<Imported.SourceOutcome> sources() {
        return imported.sources();
    }

    /** What is known of each scope. */
    List<OfScope> scopes() {
        return imported.readings().scorecards().stream().map(this::scope).toList();
    }

    private OfScope scope(Scorecard scorecard) {
        Policy policy = policies.apply(scorecard);
        IndicatorSet indicators = policy.indicators();
        Snapshot snapshot = month.flatMap(scorecard::find).orElseGet(() -> latest(scorecard));
        ScopeKey key = new ScopeKey(scorecard.scope().level(), scorecard.scope().id());
        List<Item> known = new ArrayList<>();
        List<Item> unknown = new ArrayList<>();
        List<Item> ask = new ArrayList<>();
        List<FromTool> tools = new ArrayList<>();
        List<Item> withoutBaseline = new ArrayList<>();
        for (Indicator indicator : indicators.indicators()) {
            Reading reading = snapshot.reading(indicator.id());
            Item item = new Item(indicator, reading, row(key, snapshot.month(), indicator.id()));
            if (reading.known().isPresent()) {
                known.add(item);
            } else if (indicator.computed().isEmpty()) {
                unknown.add(item);
            }
            boolean needed = indicator.extendNeed() == Indicator.ExtendNeed.NEEDED;
            List<String> readers = Figure.readersOf(indicator.id().value());
            if (needed && reading.known().isEmpty() && indicator.computed().isEmpty()) {
                if (readers.isEmpty()) {
                    ask.add(item);
                } else {
                    tools.add(new FromTool(item, readers));
                }
            }
            boolean compared = indicator.baselineNeed() == Indicator.BaselineNeed.NEEDED;
            if (compared && !scorecard.baselines().containsKey(indicator.id())) {
                withoutBaseline.add(item);
            }
        }
        List<ReadingRow> partial = imported.readings().rows().stream()
                .filter(row -> row.scope().equals(key) && row.month().equals(snapshot.month()))
                .filter(row -> row.part().isEmpty() && isPreliminary(row))
                .toList();
        List<Restated> restated = imported.readings().restated().stream()
                .filter(each -> each.after().scope().equals(key))
                .toList();
        return new OfScope(scorecard, policy, snapshot, known, partial, restated, unknown, ask, tools, withoutBaseline);
    }

    /** The month that a review would be of; of a scope without a complete month the last there is. */
    private static Snapshot latest(Scorecard scorecard) {
        List<YearMonth> complete = scorecard.completeMonths();
        List<Snapshot> all = scorecard.snapshots();
        return complete.isEmpty()
                ? all.get(all.size() - 1)
                : scorecard.find(complete.get(complete.size() - 1)).orElseThrow();
    }

    private static boolean isPreliminary(ReadingRow row) {
        return row.said().isPartial(row.month())
                || row.said().status() == Reading.Status.PROVISIONAL
                || row.said().bound() != Reading.Bound.EXACT;
    }

    private Optional<ReadingRow> row(ScopeKey scope, YearMonth when, IndicatorId indicator) {
        return imported.readings().rows().stream()
                .filter(row -> row.scope().equals(scope)
                        && row.month().equals(when)
                        && row.indicator().equals(indicator.value()))
                .findFirst();
    }

    /** One indicator in the month. */
    record Item(Indicator indicator, Reading reading, Optional<ReadingRow> row) {

        String name(Policy policy, Language language) {
            Texts.IndicatorWords words = policy.texts(language).indicators().get(indicator.id());
            return words == null ? indicator.id().value() : words.name();
        }

        Unit unit(Scorecard scorecard) {
            Unit unit = reading.known().flatMap(Reading.Known::unit).orElse(indicator.unit());
            return unit.equals(Unit.CURRENCY)
                    ? scorecard.currency().map(Unit::new).orElse(Unit.CURRENCY)
                    : unit;
        }

        String value(Scorecard scorecard, Quantities quantities) {
            return quantities.format(reading.known().orElseThrow().value(), unit(scorecard));
        }

        long unassigned() {
            return reading.known()
                    .map(known -> known.by().values().stream()
                            .filter(parts -> parts.containsKey(Breakdown.UNASSIGNED))
                            .count())
                    .orElse(0L);
        }
    }

    /** A figure that a tool gives. */
    record FromTool(Item item, List<String> readers) {}

    /** One scope in its month. */
    record OfScope(
            Scorecard scorecard,
            Policy policy,
            Snapshot snapshot,
            List<Item> known,
            List<ReadingRow> partial,
            List<Restated> restated,
            List<Item> unknown,
            List<Item> ask,
            List<FromTool> tools,
            List<Item> withoutBaseline) {}

    private static Map<String, Object> json(OfScope of) {
        Map<String, Object> document = new LinkedHashMap<>();
        Scope scope = of.scorecard().scope();
        Map<String, Object> who = new LinkedHashMap<>();
        who.put("level", scope.level().word());
        who.put("id", scope.id());
        who.put("name", scope.name());
        document.put("scope", who);
        document.put("month", of.snapshot().month().toString());
        document.put("complete", of.snapshot().isComplete());
        document.put(
                "known",
                of.known().stream()
                        .map(item -> {
                            Reading.Known known = item.reading().known().orElseThrow();
                            Map<String, Object> said = named(item);
                            said.put("value", known.value());
                            said.put("unit", item.unit(of.scorecard()).id());
                            said.put("sample", known.sample());
                            said.put("definition", known.definition());
                            said.put("source", known.source());
                            return said;
                        })
                        .toList());
        document.put("partial", of.partial().stream().map(ImportReport::json).toList());
        document.put(
                "restated",
                of.restated().stream()
                        .map(each -> {
                            Map<String, Object> said = new LinkedHashMap<>();
                            said.put("month", each.after().month().toString());
                            said.put("indicator", each.after().indicator());
                            said.put("before", each.before().figure().toString());
                            said.put("after", each.after().figure().toString());
                            return said;
                        })
                        .toList());
        document.put(
                "unknown",
                of.unknown().stream()
                        .map(item -> {
                            Map<String, Object> said = named(item);
                            item.reading()
                                    .fold(
                                            known -> said,
                                            unknown -> said.put(
                                                    "reason", unknown.reason().word()));
                            said.put("note", item.reading().note());
                            return said;
                        })
                        .toList());
        document.put(
                "ask",
                of.ask().stream().map(item -> item.indicator().id().value()).toList());
        document.put(
                "tools",
                of.tools().stream()
                        .map(tool -> {
                            Map<String, Object> said = named(tool.item());
                            said.put("readers", tool.readers());
                            return said;
                        })
                        .toList());
        document.put(
                "withoutBaseline",
                of.withoutBaseline().stream()
                        .map(item -> item.indicator().id().value())
                        .toList());
        return document;
    }

    private static Map<String, Object> named(Item item) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("indicator", item.indicator().id().value());
        return said;
    }

    private static Map<String, Object> json(ReadingRow row) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("indicator", row.indicator());
        said.put("figure", row.figure().toString());
        said.put("status", row.said().status().word());
        said.put("bound", row.said().bound().word());
        said.put("from", row.said().from().map(Object::toString));
        said.put("to", row.said().to().map(Object::toString));
        return said;
    }

    private static Map<String, Object> json(Imported.SourceOutcome source) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("reader", source.reader());
        said.put("files", source.files());
        said.put("records", source.records());
        said.put("leftOut", source.leftOut().stream().map(ImportReport::json).toList());
        said.put("remarks", source.remarks().stream().map(ImportReport::json).toList());
        return said;
    }

    private static Map<String, Object> json(Imported.Counted counted) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("reason", counted.reason());
        said.put("count", counted.count());
        said.put("example", counted.example());
        return said;
    }
}
