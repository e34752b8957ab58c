package dev.roi.rules.policy;

import dev.roi.core.Fault;
import dev.roi.core.Fault.Severity;
import dev.roi.core.Message;
import dev.roi.core.json.Faults;
import dev.roi.core.json.Node;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for texts that end before a number sign which was meant to be part of them: YAML begins a comment with it. */
final class CutTexts {

    /** A sentence, and what stands right behind a sign: a comment has a space there. */
    private static final Pattern CUT = Pattern.compile("[^\"'|>\\[{#\\s].*\\S\\s+(#[^\\s#].*)");

    private static final int MOST_SHOWN = 30;

    private final List<String> lines;
    private final Faults faults;

    CutTexts(byte[] bytes, Faults faults) {
        this.lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        this.faults = faults;
    }

    void check(Node node) {
        switch (node.kind()) {
            case TEXT -> text(node);
            case ARRAY -> node.items().forEach(this::check);
            case OBJECT -> node.fields().values().forEach(this::check);
            case NUMBER, BOOLEAN, NULL -> {}
        }
    }

    private void text(Node node) {
        if (node.line() < 1 || node.line() > lines.size() || node.text().indexOf(' ') < 0) {
            return;
        }
        String line = lines.get(node.line() - 1);
        Matcher cut = CUT.matcher(line.substring(Math.min(line.length(), Math.max(0, node.column() - 1))));
        if (cut.matches() && !node.text().contains(cut.group(1))) {
            String rest =
                    cut.group(1).length() > MOST_SHOWN ? cut.group(1).substring(0, MOST_SHOWN) + "…" : cut.group(1);
            faults.add(new Fault(
                    PolicyCode.LIKELY_TYPED.id(),
                    Severity.WARNING,
                    node.place(),
                    Message.of("the text ends before `%s`: a comment begins there.", rest),
                    Optional.of(Message.of("Put the whole text in double quotes."))));
        }
    }
}
