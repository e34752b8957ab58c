package dev.roi.governance.scenario;

import dev.roi.core.Fault.Place;
import dev.roi.core.PolicyRef;
import dev.roi.core.json.Json;
import dev.roi.governance.scenario.Coverage.Covered;
import dev.roi.governance.scenario.Coverage.Kind;
import dev.roi.rules.explain.Explanation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes test reports in the format {@code roi-test/1}. */
final class TestReportJson {

    static final String FORMAT = "roi-test/1";

    private TestReportJson() {}

    static String of(TestReport report) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("format", FORMAT);
        document.put("policy", policy(report.policy()));
        document.put("only", report.only());
        document.put(
                "failUnder",
                report.failUnder().isPresent() ? Optional.of(report.failUnder().getAsInt()) : Optional.empty());
        document.put("passed", report.isPassed());
        document.put("problems", report.problems());
        document.put(
                "outcomes",
                report.outcomes().stream().map(TestReportJson::outcome).toList());
        document.put("coverage", report.coverage().map(TestReportJson::coverage));
        document.put("mutation", report.mutation().map(TestReportJson::mutation));
        return Json.write(document);
    }

    private static Map<String, Object> policy(PolicyRef policy) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", policy.id().value());
        fields.put("version", policy.version());
        fields.put("fingerprint", policy.fingerprint().value());
        return fields;
    }

    private static Map<String, Object> outcome(Outcome outcome) {
        Place place = outcome.scenario().place();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("scenario", outcome.scenario().name());
        fields.put("file", place.source());
        fields.put("line", place.line());
        fields.put("column", place.column());
        fields.put("passed", outcome.isPassed());
        fields.put("decision", outcome.review().decision().word());
        fields.put("headline", outcome.review().headline());
        fields.put(
                "levers",
                outcome.review().levers().stream()
                        .map(lever -> lever.id().value())
                        .toList());
        fields.put(
                "fired",
                outcome.explanation().rules().stream()
                        .filter(rule -> rule.outcome() == Explanation.Outcome.FIRED)
                        .map(rule -> rule.rule().value())
                        .toList());
        fields.put(
                "nearlyFired",
                outcome.explanation().nearlyFired().stream()
                        .map(rule -> rule.rule().value())
                        .toList());
        fields.put(
                "differences",
                outcome.differences().stream()
                        .map(difference -> {
                            Map<String, Object> of = new LinkedHashMap<>();
                            of.put("key", difference.key());
                            of.put("expected", difference.expected());
                            of.put("actual", difference.actual());
                            return of;
                        })
                        .toList());
        return fields;
    }

    private static Map<String, Object> coverage(Coverage coverage) {
        List<Map<String, Object>> kinds = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            int covered = coverage.count(kind, Covered.YES);
            Map<String, Object> of = new LinkedHashMap<>();
            of.put("kind", kind.word());
            of.put("covered", covered);
            of.put("of", covered + coverage.count(kind, Covered.NO));
            of.put("percent", coverage.percent(kind));
            kinds.add(of);
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("percent", coverage.percent());
        fields.put("kinds", kinds);
        fields.put(
                "missing",
                coverage.missing().stream()
                        .map(item -> {
                            Map<String, Object> of = new LinkedHashMap<>();
                            of.put("kind", item.key().kind().word());
                            of.put("subject", item.key().subject());
                            of.put("aspect", item.key().aspect());
                            return of;
                        })
                        .toList());
        return fields;
    }

    private static Map<String, Object> mutation(Mutation mutation) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("percent", mutation.percent());
        for (Mutation.Fate fate : Mutation.Fate.values()) {
            fields.put(fate.word(), mutation.count(fate));
        }
        fields.put(
                "results",
                mutation.results().stream()
                        .map(result -> {
                            Map<String, Object> of = new LinkedHashMap<>();
                            of.put("mutant", result.mutant());
                            of.put("change", result.change());
                            of.put("fate", result.fate().word());
                            of.put("by", result.by());
                            of.put("suggestion", result.suggestion());
                            return of;
                        })
                        .toList());
        return fields;
    }
}
