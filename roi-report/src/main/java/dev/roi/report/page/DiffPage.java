package dev.roi.report.page;

import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.Fault;
import dev.roi.core.IndicatorId;
import dev.roi.core.Lever;
import dev.roi.core.PolicyDiff;
import dev.roi.core.PolicyDiff.Aspect;
import dev.roi.core.PolicyDiff.Change;
import dev.roi.core.PolicyDiff.Flip;
import dev.roi.core.PolicyDiff.Happening;
import dev.roi.core.PolicyDiff.Kind;
import dev.roi.core.PolicyDiff.Past;
import dev.roi.core.PolicyDiff.Recency;
import dev.roi.core.PolicyDiff.Refusal;
import dev.roi.core.PolicyDiff.Side;
import dev.roi.core.PolicyDiff.Stay;
import dev.roi.core.PolicyDiff.Subject;
import dev.roi.core.PolicyDiff.Tally;
import dev.roi.core.PolicyRef;
import dev.roi.core.RuleId;
import dev.roi.core.Unit;
import dev.roi.report.page.Page.Content;
import dev.roi.report.page.Page.Field;
import dev.roi.report.page.Page.Grouping;
import dev.roi.report.page.Page.Item;
import dev.roi.report.page.Page.Items;
import dev.roi.report.page.Page.Order;
import dev.roi.report.page.Page.Row;
import dev.roi.report.page.Page.Section;
import dev.roi.report.page.Page.Table;
import dev.roi.report.page.Page.Weight;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the report of a comparison says: what changed, what it does to decisions and what did it, then the words. */
public final class DiffPage {

    // longer texts, and sentences, stand below each other
    private static final int MOST_IN_A_ROW = 30;
    private static final Set<String> SENTENCES = Set.of("because", "condition", "says", "source", "text");

    private final PolicyDiff diff;
    private final Words words;

    private DiffPage(PolicyDiff diff) {
        this.diff = diff;
        this.words = new Words(diff.language());
    }

    /**
     * Says what a comparison says.
     *
     * @param diff the comparison
     * @return the page
     */
    public static Page of(PolicyDiff diff) {
        return new DiffPage(diff).page();
    }

    private Page page() {
        List<Section> sections = new ArrayList<>();
        List<Item> deciding = changes(true);
        List<Item> others = changes(false);
        if (!deciding.isEmpty()) {
            sections.add(section("deciding", new Items(Order.FREE, deciding)));
        }
        diff.past().ifPresent(past -> past(past, sections));
        if (!others.isEmpty()) {
            sections.add(section("others", new Items(Order.FREE, others)));
        }
        return new Page(diff.language(), Optional.empty(), title(), fields(), sections, List.of(colophon()));
    }

    private String colophon() {
        String how = diff.past()
                .map(past -> past.flips().isEmpty() ? "decided" : "flipped")
                .orElse("alone");
        return words.get("diff.colophon." + how);
    }

    private Section section(String name, Content... contents) {
        return new Section(name, words.get("diff." + name), List.of(contents));
    }

    // --- at the top
    // ---------------------------------------------------------------------------------------------------

    private String title() {
        if (diff.past().isEmpty()) {
            return diff.changes().isEmpty()
                    ? words.get("diff.title.same")
                    : counted("diff.title.changes", diff.changes().size(), Map.of());
        }
        Past past = diff.past().get();
        return past.flips().isEmpty()
                ? words.get("diff.title.none")
                : counted("diff.title.flips", past.flips().size(), Map.of("months", number(past.months())));
    }

    private String counted(String key, int count, Map<String, String> more) {
        Map<String, String> values = new HashMap<>(more);
        values.put("count", number(count));
        return words.fill(key + (count == 1 ? ".one" : ".other"), values);
    }

    private static String number(int count) {
        return String.valueOf(count);
    }

    private List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        fields.add(field("before", side(diff.before())));
        fields.add(field("after", side(diff.after())));
        if (!diff.changes().isEmpty()) {
            long deciding =
                    diff.changes().stream().filter(change -> change.decides()).count();
            fields.add(field(
                    "changes",
                    words.fill(
                            "diff.changes-deciding",
                            Map.of("count", number(diff.changes().size()), "deciding", String.valueOf(deciding)))));
        }
        diff.past().ifPresent(past -> pastFields(past, fields));
        if (haveTheSameName()) {
            fields.add(field("note", words.get("diff.same-name")));
        }
        return fields;
    }

    /** Reviews made with either would be told apart by their fingerprints only. */
    private boolean haveTheSameName() {
        PolicyRef one = diff.before().policy();
        PolicyRef other = diff.after().policy();
        return one.id().equals(other.id())
                && one.version().equals(other.version())
                && !one.fingerprint().equals(other.fingerprint());
    }

    private String side(Side side) {
        return words.fill(
                "diff.side",
                Map.of(
                        "policy", side.policy().id().value(),
                        "version", side.policy().version(),
                        "title", side.title(),
                        "fingerprint", words.fingerprint(side.policy())));
    }

    private Field field(String key, String value) {
        return new Field(words.label(words.get("diff." + key)), value, Weight.PLAIN);
    }

    private void pastFields(Past past, List<Field> fields) {
        fields.add(field("scopes", number(past.scopes())));
        fields.add(field(
                "months",
                past.first().isEmpty() || past.last().isEmpty()
                        ? number(past.months())
                        : words.fill(
                                "diff.months-from-to",
                                Map.of(
                                        "count",
                                        number(past.months()),
                                        "first",
                                        words.quantities().month(past.first().get()),
                                        "last",
                                        words.quantities().month(past.last().get())))));
        long latest = past.flips().stream()
                .filter(flip -> flip.recency() == Recency.LATEST)
                .count();
        fields.add(new Field(
                words.label(words.get("diff.changed")),
                past.flips().isEmpty()
                        ? number(0)
                        : words.fill(
                                "diff.changed-latest",
                                Map.of("count", number(past.flips().size()), "latest", String.valueOf(latest))),
                Weight.PLAIN));
        fields.add(field("other-reasons", stays(past)));
        if (!past.refusals().isEmpty()) {
            fields.add(field("refused", number(past.refusals().size())));
        }
        if (!past.leftOut().isEmpty()) {
            fields.add(field(
                    "left-out",
                    words.fill(
                            "diff.left-out-readings",
                            Map.of(
                                    "indicators",
                                    words.quantities()
                                            .list(past.leftOut().stream()
                                                    .map(IndicatorId::value)
                                                    .toList())))));
        }
    }

    private String stays(Past past) {
        long others = past.stays().stream().filter(Stay::changesLevers).count();
        return others == 0
                ? number(past.stays().size())
                : words.fill(
                        "diff.stays-levers",
                        Map.of("count", number(past.stays().size()), "levers", String.valueOf(others)));
    }

    // --- changes
    // ------------------------------------------------------------------------------------------------------

    private List<Item> changes(boolean deciding) {
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
        return isThreshold ? change.find("value").filter(DiffPage::isShort) : Optional.empty();
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

    private String subject(Subject subject) {
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

    // --- past decisions
    // -----------------------------------------------------------------------------------------------

    private void past(Past past, List<Section> sections) {
        if (!past.flips().isEmpty()) {
            sections.add(section("moves", tallies(past), new Items(Order.FREE, moves(past))));
            sections.add(section("causes", new Items(Order.FREE, causes(past))));
            sections.add(section("flips", flips(past)));
            sections.add(section("one-by-one", new Items(Order.FREE, oneByOne(past))));
        }
        if (!past.stays().isEmpty()) {
            sections.add(section("stays", stayed(past)));
        }
        if (!past.notes().isEmpty()) {
            sections.add(section("notes", notes(past)));
        }
        if (!past.refusals().isEmpty()) {
            sections.add(section(
                    "refusals",
                    new Items(
                            Order.FREE,
                            past.refusals().stream().map(this::refusal).toList())));
        }
    }

    private Table tallies(Past past) {
        List<Row> rows = Stream.of(Decision.values())
                .map(decision -> {
                    Tally tally = past.tallies().getOrDefault(decision, Tally.NONE);
                    return Row.of(words.decision(decision), number(tally.before()), number(tally.after()));
                })
                .toList();
        return new Table(
                Grouping.NONE,
                Stream.of("decision", "diff.before", "diff.after")
                        .map(words::get)
                        .toList(),
                rows);
    }

    private List<Item> moves(Past past) {
        return past.moves().entrySet().stream()
                .map(move -> new Item(
                        Optional.of(words.label(words.fill("diff.from-to-decision", decisions(move.getKey())))),
                        counted(move.getValue(), past.money().getOrDefault(move.getKey(), Map.of())),
                        mistakes(past, move.getKey(), move.getValue())))
                .toList();
    }

    private Map<String, String> decisions(PolicyDiff.Move move) {
        return Map.of("before", words.decision(move.before()), "after", words.decision(move.after()));
    }

    /** What the change costs if it is wrong, and what it costs to leave it. */
    private List<String> mistakes(Past past, PolicyDiff.Move move, int months) {
        return Optional.ofNullable(past.mistakes().get(move)).stream()
                .flatMap(mistake -> Stream.of(
                        mistake("diff.mistake.changing", move, mistake.changing(), months),
                        mistake("diff.mistake.staying", move, mistake.staying(), months)))
                .toList();
    }

    private String mistake(String key, PolicyDiff.Move move, Exact each, int months) {
        Map<String, String> values = new HashMap<>(decisions(move));
        values.put("each", words.quantities().format(each, Unit.COUNT));
        values.put("all", words.quantities().format(each.times(Exact.of(months)), Unit.COUNT));
        return words.fill(key, values);
    }

    /** How many months there are, and what they cost where that is known. */
    private String counted(int months, Map<Unit, Exact> money) {
        List<String> sums = money.entrySet().stream()
                .map(sum -> words.quantities().format(sum.getValue(), sum.getKey()))
                .toList();
        return sums.isEmpty()
                ? number(months)
                : words.fill(
                        "diff.moved-money",
                        Map.of(
                                "count",
                                number(months),
                                "money",
                                words.quantities().list(sums)));
    }

    private List<Item> causes(Past past) {
        List<Item> items = new ArrayList<>();
        past.causes()
                .forEach((subjects, count) -> items.add(
                        Item.labelled(words.label(words.capitalised(together(subjects, true))), number(count))));
        long unknown =
                past.flips().stream().filter(flip -> flip.causes().isEmpty()).count();
        if (unknown > 0) {
            items.add(Item.labelled(
                    words.label(words.capitalised(words.get("diff.cause.unknown"))), String.valueOf(unknown)));
        }
        List<Subject> idle = diff.changes().stream()
                .filter(Change::decides)
                .map(Change::subject)
                .filter(subject -> past.causes().keySet().stream().noneMatch(cause -> cause.contains(subject)))
                .toList();
        if (!idle.isEmpty()) {
            items.add(Item.labelled(
                    words.label(words.get("diff.cause.none")),
                    words.quantities().list(idle.stream().map(this::subject).toList())));
        }
        return items;
    }

    /** Names changes that it takes together, with what they are where there is room for it. */
    private String together(Collection<Subject> subjects, boolean inFull) {
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

    private String cause(Flip flip) {
        if (flip.causes().isEmpty()) {
            return words.get("diff.cause.unknown");
        }
        List<String> each =
                flip.causes().stream().map(cause -> together(cause, false)).toList();
        return each.size() == 1
                ? each.get(0)
                : words.fill(
                        "diff.cause.each", Map.of("changes", words.quantities().list(each)));
    }

    private Table flips(Past past) {
        List<Row> rows = past.flips().stream()
                .map(flip -> Row.of(
                        flip.scope().name(),
                        month(flip.month(), flip.recency()),
                        words.decision(flip.move().before()),
                        words.decision(flip.move().after()),
                        cause(flip)))
                .toList();
        return new Table(
                Grouping.BY_FIRST_CELL,
                Stream.of("scope", "month", "diff.before", "diff.after", "diff.cause")
                        .map(words::get)
                        .toList(),
                rows);
    }

    private String month(YearMonth month, Recency recency) {
        return recency == Recency.LATEST
                ? words.fill("diff.latest", Map.of("month", month.toString()))
                : month.toString();
    }

    private Table stayed(Past past) {
        List<Row> rows = past.stays().stream()
                .map(stay -> Row.of(
                        stay.scope().name(),
                        month(stay.month(), stay.recency()),
                        words.decision(stay.decision()),
                        otherwise(stay)))
                .toList();
        return new Table(
                Grouping.BY_FIRST_CELL,
                Stream.of("scope", "month", "decision", "diff.otherwise")
                        .map(words::get)
                        .toList(),
                rows);
    }

    private Table notes(Past past) {
        List<Row> rows = past.notes().stream()
                .map(note -> Row.of(
                        words.quantities().month(note.month()),
                        words.get("diff.happening." + note.happening().word()),
                        note.text()))
                .toList();
        return new Table(
                Grouping.BY_FIRST_CELL,
                Stream.of("month", "diff.change", "diff.note").map(words::get).toList(),
                rows);
    }

    private String otherwise(Stay stay) {
        List<String> parts = new ArrayList<>();
        if (stay.changesLevers()) {
            parts.add(words.fill(
                    "diff.otherwise.levers",
                    Map.of("before", levers(stay.leversBefore()), "after", levers(stay.leversAfter()))));
        }
        rules("silenced", stay.silenced()).ifPresent(parts::add);
        rules("raised", stay.raised()).ifPresent(parts::add);
        rules("altered", stay.altered()).ifPresent(parts::add);
        return parts.stream()
                .reduce((first, second) -> words.fill("diff.otherwise.both", Map.of("first", first, "second", second)))
                .orElse("");
    }

    private String levers(List<Lever> levers) {
        return levers.isEmpty()
                ? words.get("diff.otherwise.no-lever")
                : words.quantities().list(levers.stream().map(Lever::name).toList());
    }

    private Optional<String> rules(String key, List<RuleId> rules) {
        return Optional.of(rules)
                .filter(some -> !some.isEmpty())
                .map(some -> words.label(words.get("diff.otherwise." + key)) + " "
                        + words.quantities()
                                .list(some.stream().map(RuleId::value).toList()));
    }

    private List<Item> oneByOne(Past past) {
        return past.flips().stream()
                .map(flip -> new Item(
                        Optional.of(words.label(words.fill(
                                "diff.when",
                                Map.of(
                                        "scope",
                                        flip.scope().name(),
                                        "month",
                                        words.quantities().month(flip.month()))))),
                        "",
                        List.of(
                                words.label(words.get("diff.before")) + " " + flip.headlineBefore(),
                                words.label(words.get("diff.after")) + " " + flip.headlineAfter())))
                .toList();
    }

    private Item refusal(Refusal refusal) {
        return new Item(
                Optional.of(words.label(refusal.scope().name())),
                words.fill(
                        "diff.refused-by",
                        Map.of(
                                "policy", refusal.policy().id().value(),
                                "version", refusal.policy().version())),
                refusal.faults().stream().map(Fault::toString).toList());
    }
}
