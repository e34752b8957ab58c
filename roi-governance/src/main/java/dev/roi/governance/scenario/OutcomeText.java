package dev.roi.governance.scenario;

import dev.roi.core.RuleId;
import dev.roi.report.ExplanationText;
import dev.roi.report.layout.Columns;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes what came of a scenario. */
final class OutcomeText {

    private OutcomeText() {}

    static String of(Outcome outcome) {
        return of("", outcome);
    }

    static String of(String mark, Outcome outcome) {
        StringBuilder text = new StringBuilder();
        text.append(Columns.paragraph(mark, "  ", outcome.scenario().name()));
        if (outcome.scenario().place().line() > 0) {
            text.append("  ").append(outcome.scenario().place()).append('\n');
        }
        text.append('\n');
        text.append(sideBySide(outcome.differences()));
        text.append('\n')
                .append(Columns.paragraph(
                        "", "  ", "Came to `" + outcome.review().headline() + "`"))
                .append('\n');
        Set<RuleId> named = new LinkedHashSet<>(outcome.scenario().expected().because());
        named.addAll(outcome.scenario().expected().notBecause());
        return text.append(ExplanationText.of(outcome.explanation(), named)).toString();
    }

    /** Expected and actual in two columns, or one above the other where they are too wide for that. */
    static String sideBySide(List<Difference> differences) {
        int key = width(differences.stream().map(Difference::key).toList(), 0);
        int expected = width(differences.stream().map(Difference::expected).toList(), "expected".length());
        int actual = width(differences.stream().map(Difference::actual).toList(), "actual".length());
        StringBuilder text = new StringBuilder();
        if (2 + key + 2 + expected + 2 + actual <= Columns.TERMINAL) {
            line(text, pad("", key), pad("expected", expected), "actual");
            differences.forEach(difference ->
                    line(text, pad(difference.key(), key), pad(difference.expected(), expected), difference.actual()));
        } else {
            differences.forEach(difference -> {
                line(text, pad(difference.key(), key), "expected", difference.expected());
                line(text, pad("", key), "actual  ", difference.actual());
            });
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String key, String middle, String last) {
        String before = "  " + key + "  " + middle + "  ";
        text.append(Columns.paragraph(before, " ".repeat(Columns.width(before)), last));
    }

    private static int width(List<String> words, int least) {
        return words.stream().mapToInt(String::length).reduce(least, Math::max);
    }

    private static String pad(String word, int width) {
        return word + " ".repeat(width - word.length());
    }
}
