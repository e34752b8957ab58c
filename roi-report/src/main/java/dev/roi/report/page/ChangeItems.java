package dev.roi.report.page;

import dev.roi.core.PolicyDiff;
import dev.roi.core.PolicyDiff.Aspect;
import dev.roi.core.PolicyDiff.Change;
import dev.roi.core.PolicyDiff.Happening;
import dev.roi.core.PolicyDiff.Kind;
import dev.roi.core.PolicyDiff.Subject;
import dev.roi.core.RuleId;
import dev.roi.report.page.Page.Item;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What changed between two policies, item by item, and what to call each change. */
final class ChangeItems {

    // longer texts, and sentences, stand below each other
    private static final int MOST_IN_A_ROW = 30;
    private static final Set<String> SENTENCES = Set.of("because", "condition", "says", "source", "text");

    private final PolicyDiff diff;
    private final Words words;

    ChangeItems(PolicyDiff diff, Words words) {
        this.diff = diff;
        this.words = words;
    }

    /** The changes that can change decisions, or the others. */
    List<Item> items(boolean deciding) {
        return diff.changes().stream()
                .filter(change -> change.decides() == deciding)
                .map(this::item)
                .toList();
    }

    private Item item(Change change) {
        List<String> points = new ArrayList<>();
        Optional<Aspect> main = main(change);
        change.aspects().stream()
                .filter(aspect -> !main.equals(Optional.of(aspect)))
                .forEach(aspect -> points.addAll(points(change, aspect)));
        if (!change.rules().isEmpty()) {
            points.add(words.label(words.get("diff.read-by")) + " "
                    + words.quantities()
                            .list(change.rules().stream().map(RuleId::value).toList()));
        }
        String said = main.map(this::fromTo)
                .orElseGet(
                        () -> words.get("diff.happening." + change.happening().word()));
        return new Item(Optional.of(words.label(words.capitalised(called(change)))), said, points);
    }

    /** What is said at once, of a change that is mostly about one thing. */
    private static Optional<Aspect> main(Change change) {
        boolean isThreshold = change.subject().kind() == Kind.THRESHOLD && change.happening() == Happening.CHANGED;
        return isThreshold ? change.find("value").filter(ChangeItems::isShort) : Optional.empty();
    }

    private static boolean isShort(Aspect aspect) {
        return !SENTENCES.contains(aspect.name())
                && Stream.of(before(aspect), after(aspect))
                        .allMatch(text -> text.isPresent() && text.get().length() <= MOST_IN_A_ROW);
    }

    private String called(Change change) {
        String name = subject(change.subject());
        return change.words().isEmpty()
                ? name
                : words.fill("diff.called", Map.of("subject", name, "words", change.words()));
    }

    String subject(Subject subject) {
        String kind = words.get("diff.kind." + subject.kind().word());
        return subject.name().isEmpty()
                ? kind
                : words.fill("diff.subject", Map.of("kind", kind, "name", subject.name()));
    }

    private List<String> points(Change change, Aspect aspect) {
        String name = words.find("diff.aspect." + aspect.name()).orElse(aspect.name());
        Optional<String> before = before(aspect);
        Optional<String> after = after(aspect);
        if (change.happening() != Happening.CHANGED) {
            return List.of(words.label(name) + " " + after.or(() -> before).orElse(""));
        }
        if (isShort(aspect)) {
            return List.of(words.label(name) + " " + fromTo(aspect));
        }
        boolean both = before.isPresent() && after.isPresent();
        List<String> points = new ArrayList<>();
        before.ifPresent(text -> points.add(point(name, both ? "before" : "removed", text)));
        after.ifPresent(text -> points.add(point(name, both ? "after" : "added", text)));
        return points;
    }

    private String point(String name, String side, String text) {
        return words.label(words.fill("diff.point", Map.of("name", name, "side", words.get("diff.side." + side))))
                + " "
                + text;
    }

    private String fromTo(Aspect aspect) {
        return words.fill(
                "diff.from-to",
                Map.of(
                        "before", before(aspect).orElse(""),
                        "after", after(aspect).orElse("")));
    }

    private static Optional<String> before(Aspect aspect) {
        return areTold(aspect) ? aspect.beforeInWords() : aspect.before();
    }

    private static Optional<String> after(Aspect aspect) {
        return areTold(aspect) ? aspect.afterInWords() : aspect.after();
    }

    /** Words that do not tell the two apart give way to what the files say. */
    private static boolean areTold(Aspect aspect) {
        return !aspect.beforeInWords().equals(aspect.afterInWords());
    }

    /** Names changes that it takes together, with what they are where there is room for it. */
    String together(Collection<Subject> subjects, boolean inFull) {
        List<String> named = subjects.stream()
                .sorted()
                .map(subject -> inFull ? inFull(subject) : subject(subject))
                .toList();
        String list = words.quantities().list(named);
        return named.size() > 1 ? words.fill("diff.cause.together", Map.of("changes", list)) : list;
    }

    private String inFull(Subject subject) {
        Change change = diff.change(subject);
        return main(change)
                .map(aspect -> words.fill("diff.called", Map.of("subject", subject(subject), "words", fromTo(aspect))))
                .orElseGet(() -> words.fill(
                        "diff.happened",
                        Map.of(
                                "subject",
                                called(change),
                                "happening",
                                words.get("diff.happening." + change.happening().word()))));
    }
}
