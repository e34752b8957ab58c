package dev.roi.cli;

import dev.roi.core.Fault;
import dev.roi.core.Quoted;
import dev.roi.governance.check.OriginState;
import dev.roi.governance.check.PolicyCheck;
import dev.roi.report.layout.Columns;
import dev.roi.rules.policy.Policy;
import java.util.ArrayList;
import java.util.List;

/** What a check found, for a terminal of 80 columns; a place that is longer stays in one piece. */
final class CheckText {

    private static final int MOST_CHARACTERS = 4_000;

    private final StringBuilder text = new StringBuilder();

    private CheckText() {}

    static String of(PolicyCheck check) {
        CheckText written = new CheckText();
        check.findings().forEach(written::finding);
        check.origin().ifPresent(written::origin);
        written.end(check);
        return written.text.toString();
    }

    private void finding(Fault fault) {
        Fault.Place place = fault.place();
        Fault.Place shown =
                place.line() > 0 ? new Fault.Place(place.source(), place.line(), place.column(), "") : place;
        line("%s: %s %s"
                .formatted(
                        Quoted.visible(shown.toString(), MOST_CHARACTERS),
                        fault.severity().word(),
                        fault.code()));
        String message = fault.message();
        wrapped("  ", message.endsWith(".") ? message : message + ".");
        fault.help().ifPresent(help -> wrapped("  ", help));
        text.append('\n');
    }

    private void origin(OriginState state) {
        String id = state.origin().id().value();
        switch (state.since()) {
            case UNCHANGED -> {
                // nothing to say
            }
            case GONE ->
                note("Note: the built-in policy `%s`, which this one was copied from, is there no more.".formatted(id));
            case MOVED_ON -> {
                note(("Note: the built-in policy `%s` has moved on since this one was copied from it. Compare the two, "
                                + "take over what you want, and write under `origin` in policy.yaml what it is now:")
                        .formatted(id));
                state.today().ifPresent(today -> {
                    line("  version: " + today.version());
                    line("  fingerprint: " + today.fingerprint());
                });
                text.append('\n');
            }
        }
    }

    private void note(String sentence) {
        wrapped("", sentence);
    }

    private void end(PolicyCheck check) {
        int errors = check.errors().size();
        int warnings = check.warnings().size();
        if (check.isClean()) {
            line("%s: nothing is wrong with it.".formatted(Quoted.visible(check.source(), MOST_CHARACTERS)));
            check.policy().ifPresent(policy -> counts(policy, check.scenarios()));
            return;
        }
        List<String> found = new ArrayList<>();
        if (errors > 0) {
            found.add(counted(errors, "error"));
        }
        if (warnings > 0) {
            found.add(counted(warnings, "warning"));
        }
        line("%s: %s.".formatted(Quoted.visible(check.source(), MOST_CHARACTERS), String.join(" and ", found)));
        line("`roi check --explain %s` says more of a code."
                .formatted((check.errors().isEmpty() ? check.findings() : check.errors())
                        .get(0)
                        .code()));
    }

    private void counts(Policy policy, int scenarios) {
        wrapped(
                "",
                "Policy %s %s: %s in %s, %s, %s, %s, %s."
                        .formatted(
                                policy.ref().id(),
                                policy.ref().version(),
                                counted(policy.indicators().indicators().size(), "indicator"),
                                counted(policy.indicators().blocks().size(), "block"),
                                counted(policy.rules().size(), "rule"),
                                counted(policy.thresholds().size(), "threshold"),
                                counted(policy.languages().size(), "language"),
                                counted(scenarios, "scenario")));
        line("Fingerprint " + policy.ref().fingerprint());
    }

    private static String counted(int number, String what) {
        return "%s %s%s".formatted(number, what, number == 1 ? "" : "s");
    }

    private void line(String words) {
        text.append(words).append('\n');
    }

    /** Breaks lines between words. */
    private void wrapped(String indent, String sentence) {
        Columns.wrap(Quoted.visible(sentence, MOST_CHARACTERS), Columns.TERMINAL - indent.length())
                .forEach(line -> line(indent + line));
    }
}
