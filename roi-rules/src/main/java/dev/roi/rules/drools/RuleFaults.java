package dev.roi.rules.drools;

import dev.roi.core.Fault;
import dev.roi.core.Fault.Place;
import dev.roi.core.Fault.Severity;
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

    void add(PolicyCode code, Place place, String message, Optional<String> help) {
        found++;
        faults.add(new Fault(code.id(), Severity.ERROR, place, message, help));
    }

    void warn(PolicyCode code, Place place, String message, String help) {
        faults.add(new Fault(code.id(), Severity.WARNING, place, message, Optional.of(help)));
    }

    void notAllowed(Place place, String what) {
        notAllowed(place, what, "Rule files hold comments and rules only.");
    }

    void notAllowedInCondition(Place place, String what) {
        notAllowedInCondition(
                place,
                what,
                "A condition asks for a fact and compares its fields, such as "
                        + "`Latest( indicator == \"name\", value < $limit )`, or begins with `not`.");
    }

    void notAllowedInCondition(Place place, String what, String help) {
        notAllowed(place, "%s in a condition".formatted(what), help);
    }

    void notAllowed(Place place, String what, String help) {
        add(
                PolicyCode.NOT_ALLOWED,
                place,
                "%s is not allowed: a policy can decide, and nothing else.".formatted(what),
                Optional.of(help));
    }

    void bareNumber(Place place, String number) {
        add(
                PolicyCode.BARE_NUMBER,
                place,
                "the number `%s` is no threshold.".formatted(number),
                Optional.of("Give it a name, a range and a reason in thresholds.yaml, and ask for it with "
                        + "`Threshold( id == \"group.name\", $limit : value )`."));
    }

    boolean isKnown(Place place, String what, String name, DeclaredNames known) {
        if (known.has(name)) {
            return true;
        }
        add(
                PolicyCode.UNKNOWN_NAME,
                place,
                "unknown %s `%s`.".formatted(what, name),
                Optional.of(suggest(name, known.names())));
        return false;
    }

    static String suggest(String word, Collection<String> known) {
        return Nearest.to(word, known)
                .map(nearest -> "Did you mean `%s`?".formatted(nearest))
                .orElseGet(() -> known.isEmpty() ? "There are none." : "There are: %s.".formatted(listed(known)));
    }

    private static String listed(Collection<String> known) {
        String first = String.join(", ", known.stream().limit(MOST_LISTED).toList());
        int more = known.size() - MOST_LISTED;
        return more > 0 ? "%s and %s more".formatted(first, more) : first;
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

    /** Returns what stands at a place, for whoever looks for it. */
    String near(Place place) {
        if (place.line() > lineStarts.size()) {
            return "; the file ends too early";
        }
        int start = lineStarts.get(place.line() - 1);
        int end = text.indexOf('\n', start);
        String line = (end < 0 ? text.substring(start) : text.substring(start, end)).strip();
        return line.isEmpty() ? "" : ", near `%s`".formatted(line.length() > MOST_SHOWN ? shortenedLine(line) : line);
    }

    private static String shortenedLine(String line) {
        return line.substring(0, MOST_SHOWN) + "…";
    }
}
