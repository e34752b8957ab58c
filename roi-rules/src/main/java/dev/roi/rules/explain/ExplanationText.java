package dev.roi.rules.explain;

import dev.roi.core.Exact;
import dev.roi.rules.explain.Explanation.OfComparison;
import dev.roi.rules.explain.Explanation.OfCondition;
import dev.roi.rules.explain.Explanation.OfFact;
import dev.roi.rules.explain.Explanation.OfRule;
import dev.roi.rules.explain.Explanation.Outcome;
import dev.roi.rules.policy.Rule.Presence;
import java.util.List;

/** Writes explanations for people, in the words of rule files; do not parse it. */
public final class ExplanationText {

    private ExplanationText() {}

    /**
     * Writes what happened to every rule: those that fired, those that nearly did, and the others.
     *
     * @param explanation the explanation
     * @return lines, each ended by a line feed
     */
    public static String of(Explanation explanation) {
        StringBuilder text = new StringBuilder();
        List<OfRule> near = explanation.nearlyFired();
        section(
                text,
                "Rules that fired",
                explanation.rules().stream()
                        .filter(rule -> rule.outcome() == Outcome.FIRED)
                        .toList());
        section(text, "Rules that nearly fired, the nearest first", near);
        section(
                text,
                "Rules that stayed silent",
                explanation.rules().stream()
                        .filter(rule -> rule.outcome() == Outcome.SILENT && !near.contains(rule))
                        .toList());
        return text.toString();
    }

    private static void section(StringBuilder text, String title, List<OfRule> rules) {
        if (rules.isEmpty()) {
            return;
        }
        if (text.length() > 0) {
            text.append('\n');
        }
        text.append(title).append('\n');
        rules.forEach(rule -> text.append(of(rule)));
    }

    /**
     * Writes what happened to one rule.
     *
     * @param rule the rule's explanation
     * @return lines, each ended by a line feed
     */
    public static String of(OfRule rule) {
        StringBuilder text = new StringBuilder();
        text.append("  ").append(rule.rule()).append(rule.outcome() == Outcome.FIRED ? ": fired\n" : ": silent\n");
        for (OfCondition condition : rule.conditions()) {
            condition(text, condition);
        }
        return text.toString();
    }

    private static void condition(StringBuilder text, OfCondition condition) {
        String asked = "%s%s%s"
                .formatted(
                        condition.presence() == Presence.ABSENT ? "not " : "",
                        condition.type().word(),
                        condition.subject().isEmpty() ? "" : " " + condition.subject());
        text.append("    ").append(condition.holds() ? "yes  " : "no   ").append(asked);
        if (condition.facts().isEmpty()) {
            text.append(": there is none\n");
            return;
        }
        text.append('\n');
        for (OfFact fact : condition.facts()) {
            String label = fact.indicator()
                    .map(id -> fact.name().isEmpty() ? id.value() : id + " " + fact.name())
                    .orElse(fact.name());
            if (fact.comparisons().isEmpty()) {
                text.append("           ")
                        .append(label.isEmpty() ? "there is one" : label)
                        .append('\n');
            }
            for (OfComparison comparison : fact.comparisons()) {
                text.append("           ")
                        .append(label.isEmpty() ? "" : label + ": ")
                        .append(comparison(comparison))
                        .append('\n');
            }
        }
    }

    private static String comparison(OfComparison comparison) {
        return "%s is %s, asked for %s %s%s: %s"
                .formatted(
                        comparison.field(),
                        comparison.actual(),
                        comparison.operator().sign(),
                        comparison.expected(),
                        comparison.threshold().map(id -> " (%s)".formatted(id)).orElse(""),
                        comparison.holds()
                                ? "yes"
                                : "no"
                                        + comparison
                                                .distance()
                                                .map(ExplanationText::distance)
                                                .orElse(""));
    }

    private static String distance(Exact distance) {
        String away = distance.magnitude().rounded(6).toPlainString();
        if (distance.isZero()) {
            return ", exactly at it";
        }
        return distance.signum() > 0 ? ", %s above it".formatted(away) : ", %s below it".formatted(away);
    }
}
