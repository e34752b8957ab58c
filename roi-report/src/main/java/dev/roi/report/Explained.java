package dev.roi.report;

import dev.roi.core.Review;
import dev.roi.core.RuleId;
import dev.roi.core.Unit;
import dev.roi.core.json.Json;
import dev.roi.report.layout.Columns;
import dev.roi.rules.explain.Explanation;
import dev.roi.rules.explain.Explanation.OfRule;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A review, and why every rule fired in it or stayed silent.
 *
 * @param review the review
 * @param explanation every rule held against the same scope and month
 */
public record Explained(Review review, Explanation explanation) {

    private static final String FORMAT = "roi-explanation/1";

    /**
     * Writes the explanation for people.
     *
     * @param rule the rule to explain in full; where none is named, all are explained
     * @return lines, each ended by a line feed; do not parse them
     */
    public String text(Optional<RuleId> rule) {
        String month = review.month().getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        String title = "%s, %s %s"
                .formatted(review.scope().name(), month, review.month().getYear());
        return "%s%s\n%s\n%s"
                .formatted(
                        Columns.paragraph("", "", title),
                        "=".repeat(Math.min(Columns.width(title), Columns.TERMINAL)),
                        Columns.paragraph("", "", review.headline()),
                        rule.map(id -> ExplanationText.of(explanation.rule(id)))
                                .orElseGet(() -> ExplanationText.of(explanation)));
    }

    /**
     * Writes explanations for programs.
     *
     * @param explained what to write, in order
     * @param rule the rule to write; where none is named, all are
     * @return a JSON document in the format {@code roi-explanation/1}
     */
    public static String json(List<Explained> explained, Optional<RuleId> rule) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("format", FORMAT);
        document.put(
                "explanations",
                explained.stream().map(each -> each.fields(rule)).toList());
        return Json.write(document);
    }

    private Map<String, Object> fields(Optional<RuleId> wanted) {
        Map<String, Object> policy = new LinkedHashMap<>();
        policy.put("id", review.policy().id().value());
        policy.put("version", review.policy().version());
        policy.put("fingerprint", review.policy().fingerprint().value());
        Map<String, Object> scope = new LinkedHashMap<>();
        scope.put("level", review.scope().level().word());
        scope.put("id", review.scope().id());
        scope.put("name", review.scope().name());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("policy", policy);
        fields.put("scope", scope);
        fields.put("month", review.month().toString());
        fields.put("decision", review.decision().word());
        fields.put("headline", review.headline());
        fields.put(
                "nearlyFired",
                explanation.nearlyFired().stream()
                        .map(OfRule::rule)
                        .map(RuleId::value)
                        .toList());
        fields.put(
                "rules",
                explanation.rules().stream()
                        .filter(rule -> wanted.isEmpty() || wanted.get().equals(rule.rule()))
                        .map(Explained::rule)
                        .toList());
        return fields;
    }

    private static Map<String, Object> rule(OfRule rule) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("rule", rule.rule().value());
        fields.put("outcome", rule.outcome().word());
        fields.put("nearness", rule.nearness());
        fields.put(
                "conditions",
                rule.conditions().stream().map(Explained::condition).toList());
        if (!rule.others().isEmpty()) {
            fields.put(
                    "others",
                    rule.others().stream()
                            .map(other -> Map.of("written", other.written(), "holds", other.holds()))
                            .toList());
        }
        return fields;
    }

    private static Map<String, Object> condition(Explanation.OfCondition condition) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("presence", condition.presence().word());
        fields.put("type", condition.type().word());
        fields.put("subject", condition.subject());
        fields.put("holds", condition.holds());
        fields.put("facts", condition.facts().stream().map(Explained::fact).toList());
        return fields;
    }

    private static Map<String, Object> fact(Explanation.OfFact fact) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("indicator", fact.indicator().map(id -> id.value()));
        fields.put("name", fact.name());
        fields.put("unit", fact.measured().map(measured -> measured.unit().id()));
        fields.put("value", fact.measured().map(Explanation.Measured::value));
        fields.put("baseline", fact.measured().map(Explanation.Measured::baseline));
        fields.put("tolerance", fact.measured().map(Explanation.Measured::tolerance));
        fields.put(
                "comparisons",
                fact.comparisons().stream().map(Explained::comparison).toList());
        return fields;
    }

    private static Map<String, Object> comparison(Explanation.OfComparison comparison) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("field", comparison.field());
        fields.put("operator", comparison.operator().sign());
        fields.put("expected", comparison.expected());
        fields.put("actual", comparison.actual());
        fields.put("threshold", comparison.threshold().map(id -> id.value()));
        fields.put("limit", comparison.limit());
        fields.put("distance", comparison.distance());
        fields.put("unit", comparison.unit().map(Unit::id));
        fields.put("holds", comparison.holds());
        return fields;
    }
}
