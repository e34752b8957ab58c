package dev.roi.governance.scenario;

import dev.roi.core.Fault.Place;
import dev.roi.core.Language;
import dev.roi.core.Message;
import dev.roi.core.RuleId;
import dev.roi.report.ExplanationText;
import dev.roi.report.layout.Columns;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes what came of a scenario. */
final class OutcomeText {

    private OutcomeText() {}

    static String of(Outcome outcome, Language language) {
        return of("", outcome, language);
    }

    static String of(String mark, PortfolioScenario.Came came, Language language) {
        return head(mark, came.scenario().name(), came.scenario().place(), came.differences(), language);
    }

    private static String head(String mark, String name, Place place, List<Difference> differences, Language language) {
        StringBuilder text = new StringBuilder();
        text.append(Columns.paragraph(mark, "  ", name));
        if (place.line() > 0) {
            text.append("  ").append(place).append('\n');
        }
        text.append('\n');
        return text.append(sideBySide(differences, language)).toString();
    }

    static String of(String mark, Outcome outcome, Language language) {
        StringBuilder text = new StringBuilder(
                head(mark, outcome.scenario().name(), outcome.scenario().place(), outcome.differences(), language));
        text.append('\n')
                .append(Columns.paragraph(
                        "",
                        "  ",
                        Message.of("Came to `%s`", outcome.review().headline()).in(language)))
                .append('\n');
        Set<RuleId> named = new LinkedHashSet<>(outcome.scenario().expected().because());
        named.addAll(outcome.scenario().expected().notBecause());
        return text.append(ExplanationText.of(outcome.explanation(), named, language))
                .toString();
    }

    /** Expected and actual in two columns, or one above the other where they are too wide for that. */
    static String sideBySide(List<Difference> differences, Language language) {
        String wanted = Message.of("expected").in(language);
        String came = Message.of("actual").in(language);
        int key = width(differences.stream().map(Difference::key).toList(), 0);
        int expected = width(
                differences.stream().map(each -> each.expected().in(language)).toList(), wanted.length());
        int actual = width(
                differences.stream().map(each -> each.actual().in(language)).toList(), came.length());
        StringBuilder text = new StringBuilder();
        if (2 + key + 2 + expected + 2 + actual <= Columns.TERMINAL) {
            line(text, pad("", key), pad(wanted, expected), came);
            differences.forEach(difference -> line(
                    text,
                    pad(difference.key(), key),
                    pad(difference.expected().in(language), expected),
                    difference.actual().in(language)));
        } else {
            int both = Math.max(wanted.length(), came.length());
            differences.forEach(difference -> {
                line(
                        text,
                        pad(difference.key(), key),
                        pad(wanted, both),
                        difference.expected().in(language));
                line(text, pad("", key), pad(came, both), difference.actual().in(language));
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
