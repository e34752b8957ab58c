package dev.roi.report;

import dev.roi.core.Language;
import dev.roi.core.Review;
import dev.roi.core.RuleId;
import dev.roi.core.json.Json;
import dev.roi.core.text.Quantities;
import dev.roi.report.layout.Columns;
import dev.roi.rules.explain.Explanation;
import java.util.List;
import java.util.Optional;

/**
 * A review, and why every rule fired in it or stayed silent.
 *
 * @param review the review
 * @param explanation every rule held against the same scope and month
 */
public record Explained(Review review, Explanation explanation) {

    /**
     * Writes the explanation for people.
     *
     * @param rule the rule to explain in full; where none is named, all are explained
     * @return lines, each ended by a line feed; do not parse them
     */
    public String text(Optional<RuleId> rule) {
        Language language = review.language();
        String title = "%s, %s"
                .formatted(review.scope().name(), Quantities.of(language).month(review.month()));
        return "%s%s\n%s\n%s"
                .formatted(
                        Columns.paragraph("", "", title),
                        "=".repeat(Math.min(Columns.width(title), Columns.TERMINAL)),
                        Columns.paragraph("", "", review.headline()),
                        rule.map(id -> ExplanationText.of(explanation.rule(id), language))
                                .orElseGet(() -> ExplanationText.of(explanation, language)));
    }

    /**
     * Writes explanations for programs.
     *
     * @param explained what to write, in order
     * @param rule the rule to write; where none is named, all are
     * @return a JSON document in the format {@code roi-explanation/1}
     */
    public static String json(List<Explained> explained, Optional<RuleId> rule) {
        return Json.write(
                ExplanationFormat.FORMAT,
                explained.stream()
                        .map(each -> new ExplanationFormat.Written(each, rule))
                        .toList());
    }
}
