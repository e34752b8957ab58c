package dev.roi.cli;

import dev.roi.core.Fault;
import dev.roi.core.Language;
import dev.roi.core.Message;
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

    private final Language language;

    private CheckText(Language language) {
        this.language = language;
    }

    static String of(PolicyCheck check, Language language) {
        CheckText written = new CheckText(language);
        check.findings().forEach(written::finding);
        check.origin().ifPresent(written::origin);
        written.end(check);
        return written.text.toString();
    }

    private void finding(Fault fault) {
        Fault.Place place = fault.place();
        Fault.Place shown =
                place.line() > 0 ? new Fault.Place(place.source(), place.line(), place.column(), "") : place;
        line(Message.of(
                "%s: %s %s",
                Quoted.visible(shown.toString(), MOST_CHARACTERS),
                fault.severity() == Fault.Severity.ERROR ? Message.of("error") : Message.of("warning"),
                fault.code()));
        String message = fault.message(language);
        wrapped("  ", message.endsWith(".") ? message : message + ".");
        fault.help(language).ifPresent(help -> wrapped("  ", help));
        text.append('\n');
    }

    private void origin(OriginState state) {
        String id = state.origin().id().value();
        switch (state.since()) {
            case UNCHANGED -> {
                // nothing to say
            }
            case GONE ->
                note(Message.of(
                        "Note: the built-in policy `%s`, which this one was copied from, is there no more.", id));
            case MOVED_ON -> {
                note(Message.of(
                        "Note: the built-in policy `%s` has moved on since this one was copied from it. Compare the two, "
                                + "take over what you want, and write under `origin` in policy.yaml what it is now:",
                        id));
                state.today().ifPresent(today -> {
                    text("  version: " + today.version());
                    text("  fingerprint: " + today.fingerprint());
                });
                text.append('\n');
            }
        }
    }

    private void note(Message sentence) {
        wrapped("", sentence.in(language));
    }

    private void end(PolicyCheck check) {
        int errors = check.errors().size();
        int warnings = check.warnings().size();
        if (check.isClean()) {
            line(Message.of("%s: nothing is wrong with it.", Quoted.visible(check.source(), MOST_CHARACTERS)));
            check.policy().ifPresent(policy -> counts(policy, check.scenarios()));
            return;
        }
        List<Message> found = new ArrayList<>();
        if (errors > 0) {
            found.add(errors == 1 ? Message.of("1 error") : Message.of("%s errors", errors));
        }
        if (warnings > 0) {
            found.add(warnings == 1 ? Message.of("1 warning") : Message.of("%s warnings", warnings));
        }
        line(Message.of("%s: %s.", Quoted.visible(check.source(), MOST_CHARACTERS), Message.all(found)));
        line(Message.of(
                "`roi check --explain %s` says more of a code.",
                (check.errors().isEmpty() ? check.findings() : check.errors())
                        .get(0)
                        .code()));
    }

    private void counts(Policy policy, int scenarios) {
        wrapped(
                "",
                Message.of(
                                "Policy %s %s: %s in %s, %s, %s, %s, %s.",
                                policy.ref().id(),
                                policy.ref().version(),
                                counted(
                                        policy.indicators().indicators().size(),
                                        Message.of("1 indicator"),
                                        Message.of(
                                                "%s indicators",
                                                policy.indicators().indicators().size())),
                                counted(
                                        policy.indicators().blocks().size(),
                                        Message.of("1 block"),
                                        Message.of(
                                                "%s blocks",
                                                policy.indicators().blocks().size())),
                                counted(
                                        policy.allRules().size(),
                                        Message.of("1 rule"),
                                        Message.of("%s rules", policy.allRules().size())),
                                counted(
                                        policy.thresholds().size(),
                                        Message.of("1 threshold"),
                                        Message.of(
                                                "%s thresholds",
                                                policy.thresholds().size())),
                                counted(
                                        policy.languages().size(),
                                        Message.of("1 language"),
                                        Message.of(
                                                "%s languages",
                                                policy.languages().size())),
                                counted(scenarios, Message.of("1 scenario"), Message.of("%s scenarios", scenarios)))
                        .in(language));
        line(Message.of("Fingerprint %s", policy.ref().fingerprint()));
    }

    private static Message counted(int number, Message one, Message several) {
        return number == 1 ? one : several;
    }

    private void line(Message words) {
        text(words.in(language));
    }

    private void text(String words) {
        text.append(words).append('\n');
    }

    /** Breaks lines between words. */
    private void wrapped(String indent, String sentence) {
        Columns.wrap(Quoted.visible(sentence, MOST_CHARACTERS), Columns.TERMINAL - indent.length())
                .forEach(line -> text(indent + line));
    }
}
