package dev.roi.governance.scenario;

import dev.roi.governance.scenario.Coverage.Covered;
import dev.roi.governance.scenario.Coverage.Kind;
import dev.roi.governance.scenario.Mutation.Fate;
import dev.roi.report.layout.Columns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes test reports for a terminal of 80 columns; only what is there to be pasted may be wider. */
final class TestReportText {

    private TestReportText() {}

    static String of(TestReport report) {
        StringBuilder text = new StringBuilder();
        int failed = report.failures().size();
        int run = report.outcomes().size();
        String title = "%s %s: %s, %s"
                .formatted(
                        report.policy().id(),
                        report.policy().version(),
                        run == 1 ? "1 scenario" : run + " scenarios",
                        failed == 0 ? (run == 0 ? "nothing tested" : "all passed") : failed + " failed");
        text.append(title).append('\n').append("=".repeat(title.length())).append('\n');
        report.failures().forEach(outcome -> text.append('\n').append(OutcomeText.of("FAILED  ", outcome)));
        report.coverage()
                .ifPresent(
                        coverage -> coverage(text, coverage, report.mutation().isPresent()));
        report.mutation()
                .ifPresentOrElse(
                        mutation -> mutation(text, mutation),
                        () -> report.coverage()
                                .ifPresent(whole -> text.append("\nMutation was not tried")
                                        .append(
                                                failed > 0
                                                        ? ": scenarios have to pass before it says anything.\n"
                                                        : ".\n")));
        text.append('\n');
        List<String> problems = report.problems();
        if (problems.isEmpty()) {
            text.append("Passed.\n");
        }
        problems.forEach(problem -> text.append(Columns.paragraph("Not passed: ", "  ", problem + ".")));
        return text.toString();
    }

    private static void coverage(StringBuilder text, Coverage coverage, boolean settings) {
        text.append("\nCovered by scenarios\n");
        for (Kind kind : Kind.values()) {
            if (kind != Kind.SETTING || settings) {
                row(
                        text,
                        words(kind),
                        coverage.count(kind, Covered.YES),
                        coverage.count(kind, Covered.YES) + coverage.count(kind, Covered.NO),
                        coverage.percent(kind));
            }
        }
        if (!coverage.missing().isEmpty()) {
            text.append("\nNot covered\n");
            missing(text, coverage);
        }
    }

    /** One line for each subject; the conditions of a rule that itself is missing go without saying. */
    private static void missing(StringBuilder text, Coverage coverage) {
        Map<String, List<String>> aspects = new LinkedHashMap<>();
        Set<String> rules = new HashSet<>();
        int unsaid = 0;
        for (Coverage.Item item : coverage.missing()) {
            Coverage.Key key = item.key();
            if (key.kind() == Kind.RULE) {
                rules.add(key.subject());
            }
            if (key.kind() == Kind.CONDITION && rules.contains(key.subject().split(":", 2)[0])) {
                unsaid++;
                continue;
            }
            aspects.computeIfAbsent(key.kind().word() + " " + key.subject(), subject -> new ArrayList<>())
                    .add(key.aspect());
        }
        aspects.forEach((subject, sides) ->
                text.append(Columns.paragraph("  ", "      ", subject + " - " + String.join(", ", sides))));
        if (unsaid > 0) {
            text.append("  and ").append(unsaid).append(" of the conditions of these rules\n");
        }
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case DECISION -> "decisions reached";
            case RULE -> "rules fired, and silent";
            case CONDITION -> "conditions true, and false";
            case THRESHOLD -> "thresholds just below, at, just above";
            case SETTING -> "settings, noticed when moved";
        };
    }

    private static void row(StringBuilder text, String what, int covered, int of, int percent) {
        String share = "%s of %s".formatted(covered, of);
        String percents = "%s %%".formatted(percent);
        text.append("  ")
                .append(what)
                .append(" ".repeat(Math.max(1, 40 - what.length())))
                .append(" ".repeat(Math.max(1, 14 - share.length())))
                .append(share)
                .append(" ".repeat(Math.max(1, 8 - percents.length())))
                .append(percents)
                .append('\n');
    }

    private static void mutation(StringBuilder text, Mutation mutation) {
        int all = mutation.results().size();
        text.append("\nSmall changes of the policy that scenarios notice\n");
        row(text, "noticed, or accepted with a reason", all - mutation.count(Fate.SURVIVED), all, mutation.percent());
        List<Mutation.Result> accepted = mutation.results().stream()
                .filter(result -> result.fate() == Fate.ACCEPTED)
                .toList();
        if (!accepted.isEmpty()) {
            text.append("\nAccepted with a reason\n");
            Map<String, List<String>> byReason = new LinkedHashMap<>();
            accepted.forEach(result -> byReason.computeIfAbsent(result.by(), reason -> new ArrayList<>())
                    .add(result.change()));
            byReason.forEach((reason, changes) -> {
                changes.forEach(change -> text.append(Columns.paragraph("  ", "    ", change)));
                text.append(Columns.paragraph("      ", "      ", reason));
            });
        }
        if (!mutation.survivors().isEmpty()) {
            text.append("\nNoticed by no scenario; what would is ready to paste under `scenarios:`\n");
            text.append(survivors(mutation));
        }
    }

    /** Several changes that one scenario would notice stand above it together. */
    static String survivors(Mutation mutation) {
        StringBuilder text = new StringBuilder();
        Map<String, List<Mutation.Result>> bySuggestion = new LinkedHashMap<>();
        mutation.survivors()
                .forEach(result -> bySuggestion
                        .computeIfAbsent(
                                result.suggestion().map(Suggestion::unnamed).orElse(""), body -> new ArrayList<>())
                        .add(result));
        bySuggestion.values().forEach(results -> {
            text.append('\n');
            results.forEach(result -> text.append(heading(result)));
            text.append('\n')
                    .append(results.get(0)
                            .suggestion()
                            .orElse("  No case near the scenarios there are tells the two apart. Write one that\n"
                                    + "  does, or a reason why none has to, under `accepted:`.\n"));
        });
        return text.toString();
    }

    private static String heading(Mutation.Result result) {
        String name = "[%s]".formatted(result.mutant());
        String line = result.change() + "  " + name;
        return Columns.width(line) <= Columns.TERMINAL
                ? line + '\n'
                : Columns.paragraph("", "  ", result.change()) + Columns.paragraph("  ", "  ", name);
    }
}
