package dev.roi.rules.drools;

import dev.roi.core.Fault;
import dev.roi.core.Fault.Place;
import dev.roi.core.Fault.Severity;
import dev.roi.core.Message;
import dev.roi.core.Nearest;
import dev.roi.core.json.Faults;
import dev.roi.rules.policy.DeclaredNames;
import dev.roi.rules.policy.PolicyCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.drools.drl.ast.descr.BaseDescr;

/** What is wrong with one rule file, and where in it. For use by one thread. */
final class RuleFaults {

    private static final int MOST_SHOWN = 60;
    private static final int MOST_LISTED = 30;

    private final String path;
    private final String text;
    private final Faults faults;
    private final List<Integer> lineStarts = new ArrayList<>();
    private int found;

    RuleFaults(String path, String text, Faults faults) {
        this.path = path;
        this.text = text;
        this.faults = faults;
        lineStarts.add(0);
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                lineStarts.add(i + 1);
            }
        }
    }

    String text() {
        return text;
    }

    /** How many errors were found in the file so far. */
    int found() {
        return found;
    }

    void add(PolicyCode code, Place place, Message message, Optional<Message> help) {
        found++;
        faults.add(new Fault(code.id(), Severity.ERROR, place, message, help));
    }

    void warn(PolicyCode code, Place place, Message message, Message help) {
        faults.add(new Fault(code.id(), Severity.WARNING, place, message, Optional.of(help)));
    }

    void notAllowed(Place place, Message what) {
        notAllowed(place, what, Message.of("Rule files hold comments and rules only."));
    }

    void notAllowedInCondition(Place place, Message what) {
        notAllowedInCondition(
                place,
                what,
                Message.of("A condition asks for a fact and compares its fields, such as "
                        + "`Latest( indicator == \"name\", value < $limit )`, or begins with `not`."));
    }

    void notAllowedInCondition(Place place, Message what, Message help) {
        notAllowed(place, Message.of("%s in a condition", what), help);
    }

    void notAllowed(Place place, Message what, Message help) {
        add(
                PolicyCode.NOT_ALLOWED,
                place,
                Message.of("%s is not allowed: a policy can decide, and nothing else.", what),
                Optional.of(help));
    }

    void bareNumber(Place place, String number) {
        add(
                PolicyCode.BARE_NUMBER,
                place,
                Message.of("the number `%s` is no threshold.", number),
                Optional.of(Message.of("Give it a name, a range and a reason in thresholds.yaml, and ask for it with "
                        + "`Threshold( id == \"group.name\", $limit : value )`.")));
    }

    boolean isKnown(Place place, Message what, String name, DeclaredNames known) {
        if (known.has(name)) {
            return true;
        }
        add(
                PolicyCode.UNKNOWN_NAME,
                place,
                Message.of("unknown %s `%s`.", what, name),
                Optional.of(suggest(name, known.names())));
        return false;
    }

    static Message suggest(String word, Collection<String> known) {
        return Nearest.to(word, known)
                .map(Nearest::meant)
                .orElseGet(() ->
                        known.isEmpty() ? Message.of("There are none.") : Message.of("There are: %s.", listed(known)));
    }

    /** Returns names in quotes; of many, how many more there are. */
    static Message listed(Collection<String> known) {
        String first = String.join(", ", known.stream().limit(MOST_LISTED).toList());
        int more = known.size() - MOST_LISTED;
        return more > 0 ? Message.of("%s and %s more", first, more) : Message.verbatim(first);
    }

    static String shortened(String expression) {
        String line = expression.replaceAll("\\s+", " ");
        return line.length() > MOST_SHOWN ? line.substring(0, MOST_SHOWN) + "…" : line;
    }

    Place place(BaseDescr descr) {
        return descr.getStartCharacter() >= 0
                ? at(Math.min(descr.getStartCharacter(), text.length()))
                : located(Math.max(1, descr.getLine()), Math.max(1, descr.getColumn() + 1));
    }

    Place located(int line, int column) {
        return new Place(path, line, column, "");
    }

    Place at(int offset) {
        int index = Collections.binarySearch(lineStarts, offset);
        int line = index >= 0 ? index : -index - 2;
        return located(line + 1, offset - lineStarts.get(line) + 1);
    }

    /** Says that nothing can be made of a place, and what stands there. */
    Message unreadable(Place place) {
        if (place.line() > lineStarts.size()) {
            return Message.of("something here is not written as rules are; the file ends too early.");
        }
        int start = lineStarts.get(place.line() - 1);
        int end = text.indexOf('\n', start);
        String line = (end < 0 ? text.substring(start) : text.substring(start, end)).strip();
        return line.isEmpty()
                ? Message.of("something here is not written as rules are.")
                : Message.of(
                        "something here is not written as rules are, near `%s`.",
                        line.length() > MOST_SHOWN ? shortenedLine(line) : line);
    }

    private static String shortenedLine(String line) {
        return line.substring(0, MOST_SHOWN) + "…";
    }
}
