package dev.roi.governance.scenario;

import dev.roi.core.Language;
import dev.roi.core.Message;
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

    private final Language language;

    TestReportText(Language language) {
        this.language = language;
    }

    private String say(Message message) {
        return message.in(language);
    }

    String of(TestReport report) {
        StringBuilder text = new StringBuilder();
        int failed = report.failed();
        int run = report.run();
        Message outcome = failed > 0
                ? Message.of("%s failed", failed)
                : run == 0 ? Message.of("nothing tested") : Message.of("all passed");
        String title = say(Message.of(
                "%s %s: %s, %s",
                report.policy().id(),
                report.policy().version(),
                run == 1 ? Message.of("1 scenario") : Message.of("%s scenarios", run),
                outcome));
        text.append(title).append('\n').append("=".repeat(title.length())).append('\n');
        report.failures()
                .forEach(one ->
                        text.append('\n').append(OutcomeText.of(say(Message.of("FAILED")) + "  ", one, language)));
        report.failuresTogether()
                .forEach(came ->
                        text.append('\n').append(OutcomeText.of(say(Message.of("FAILED")) + "  ", came, language)));
        report.coverage()
                .ifPresent(
                        coverage -> coverage(text, coverage, report.mutation().isPresent()));
        report.mutation()
                .ifPresentOrElse(
                        mutation -> mutation(text, mutation),
                        () -> report.coverage()
                                .ifPresent(whole -> text.append('\n')
                                        .append(say(
                                                failed > 0
                                                        ? Message.of(
                                                                "Mutation was not tried: scenarios have to pass before"
                                                                        + " it says anything.")
                                                        : Message.of("Mutation was not tried.")))
                                        .append('\n')));
        text.append('\n');
        List<Message> problems = report.problems();
        if (problems.isEmpty()) {
            text.append(say(Message.of("Passed."))).append('\n');
        }
        problems.forEach(problem ->
                text.append(Columns.paragraph(say(Message.of("Not passed: ")), "  ", say(Message.of("%s.", problem)))));
        return text.toString();
    }

    private void coverage(StringBuilder text, Coverage coverage, boolean settings) {
        title(text, Message.of("Covered by scenarios"));
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
            title(text, Message.of("Not covered"));
            missing(text, coverage);
        }
    }

    /** One line for each subject; the conditions of a rule that itself is missing go without saying. */
    private void missing(StringBuilder text, Coverage coverage) {
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
            aspects.computeIfAbsent(say(kind(key.kind())) + " " + key.subject(), subject -> new ArrayList<>())
                    .add(key.aspect().in(language));
        }
        aspects.forEach((subject, sides) ->
                text.append(Columns.paragraph("  ", "      ", subject + " - " + String.join(", ", sides))));
        if (unsaid > 0) {
            text.append("  ")
                    .append(say(Message.of("and %s of the conditions of these rules", unsaid)))
                    .append('\n');
        }
    }

    private static Message kind(Kind kind) {
        return switch (kind) {
            case DECISION -> Message.of("decision");
            case RULE -> Message.of("rule");
            case CONDITION -> Message.of("condition");
            case THRESHOLD -> Message.of("threshold");
            case SETTING -> Message.of("setting");
        };
    }

    private void title(StringBuilder text, Message words) {
        text.append('\n').append(say(words)).append('\n');
    }

    private static Message words(Kind kind) {
        return switch (kind) {
            case DECISION -> Message.of("decisions reached");
            case RULE -> Message.of("rules fired, and silent");
            case CONDITION -> Message.of("conditions true, and false");
            case THRESHOLD -> Message.of("thresholds just below, at, just above");
            case SETTING -> Message.of("settings, noticed when moved");
        };
    }

    private void row(StringBuilder text, Message words, int covered, int of, int percent) {
        String what = say(words);
        String share = say(Message.of("%s of %s", covered, of));
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

    private void mutation(StringBuilder text, Mutation mutation) {
        int all = mutation.results().size();
        title(text, Message.of("Small changes of the policy that scenarios notice"));
        row(
                text,
                Message.of("noticed, or accepted with a reason"),
                all - mutation.count(Fate.SURVIVED),
                all,
                mutation.percent());
        List<Mutation.Result> accepted = mutation.results().stream()
                .filter(result -> result.fate() == Fate.ACCEPTED)
                .toList();
        if (!accepted.isEmpty()) {
            title(text, Message.of("Accepted with a reason"));
            Map<String, List<String>> byReason = new LinkedHashMap<>();
            accepted.forEach(result -> byReason.computeIfAbsent(result.by(), reason -> new ArrayList<>())
                    .add(say(result.change())));
            byReason.forEach((reason, changes) -> {
                changes.forEach(change -> text.append(Columns.paragraph("  ", "    ", change)));
                text.append(Columns.paragraph("      ", "      ", reason));
            });
        }
        if (!mutation.survivors().isEmpty()) {
            title(text, Message.of("Noticed by no scenario; what would, for `scenarios:` or `portfolios:`"));
            text.append(survivors(mutation));
        }
    }

    /** Several changes that one scenario would notice stand above it together. */
    String survivors(Mutation mutation) {
        StringBuilder text = new StringBuilder();
        Map<String, List<Mutation.Result>> bySuggestion = new LinkedHashMap<>();
        mutation.survivors()
                .forEach(result -> bySuggestion
                        .computeIfAbsent(result.suggested().orElse(""), body -> new ArrayList<>())
                        .add(result));
        bySuggestion.values().forEach(results -> {
            text.append('\n');
            results.forEach(result -> text.append(heading(result)));
            text.append('\n')
                    .append(results.get(0)
                            .suggestion(language)
                            .orElseGet(() -> Columns.paragraph(
                                    "  ",
                                    "  ",
                                    say(Message.of("No case near the scenarios there are tells the"
                                            + " two apart. Write one that does, or a"
                                            + " reason why none has to, under"
                                            + " `accepted:`.")))));
        });
        return text.toString();
    }

    private String heading(Mutation.Result result) {
        String name = "[%s]".formatted(result.mutant());
        String change = say(result.change());
        String line = change + "  " + name;
        return Columns.width(line) <= Columns.TERMINAL
                ? line + '\n'
                : Columns.paragraph("", "  ", change) + Columns.paragraph("  ", "  ", name);
    }
}
