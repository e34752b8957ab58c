package dev.roi.report.page;

import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.Fault;
import dev.roi.core.Lever;
import dev.roi.core.PolicyDiff;
import dev.roi.core.PolicyDiff.Change;
import dev.roi.core.PolicyDiff.Flip;
import dev.roi.core.PolicyDiff.Past;
import dev.roi.core.PolicyDiff.Recency;
import dev.roi.core.PolicyDiff.Refusal;
import dev.roi.core.PolicyDiff.Stay;
import dev.roi.core.PolicyDiff.Subject;
import dev.roi.core.PolicyDiff.Tally;
import dev.roi.core.RuleId;
import dev.roi.core.Unit;
import dev.roi.report.page.Page.Grouping;
import dev.roi.report.page.Page.Item;
import dev.roi.report.page.Page.Items;
import dev.roi.report.page.Page.Order;
import dev.roi.report.page.Page.Row;
import dev.roi.report.page.Page.Section;
import dev.roi.report.page.Page.Table;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a comparison does to past decisions: how many move, what moved them, and which stay for other reasons. */
final class PastSections {

    private final PolicyDiff diff;
    private final Words words;
    private final ChangeItems changes;

    PastSections(PolicyDiff diff, Words words, ChangeItems changes) {
        this.diff = diff;
        this.words = words;
        this.changes = changes;
    }

    List<Section> of(Past past) {
        List<Section> sections = new ArrayList<>();
        if (!past.flips().isEmpty()) {
            sections.add(DiffPage.section(words, "moves", tallies(past), new Items(Order.FREE, moves(past))));
            sections.add(DiffPage.section(words, "causes", new Items(Order.FREE, causes(past))));
            sections.add(DiffPage.section(words, "flips", flips(past)));
            sections.add(DiffPage.section(words, "one-by-one", new Items(Order.FREE, oneByOne(past))));
        }
        if (!past.stays().isEmpty()) {
            sections.add(DiffPage.section(words, "stays", stayed(past)));
        }
        if (!past.notes().isEmpty()) {
            sections.add(DiffPage.section(words, "notes", notes(past)));
        }
        if (!past.refusals().isEmpty()) {
            sections.add(DiffPage.section(
                    words,
                    "refusals",
                    new Items(
                            Order.FREE,
                            past.refusals().stream().map(this::refusal).toList())));
        }
        return sections;
    }

    private Table tallies(Past past) {
        List<Row> rows = Stream.of(Decision.values())
                .map(decision -> {
                    Tally tally = past.tallies().getOrDefault(decision, Tally.NONE);
                    return Row.of(
                            words.decision(decision), DiffPage.number(tally.before()), DiffPage.number(tally.after()));
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
                ? DiffPage.number(months)
                : words.fill(
                        "diff.moved-money",
                        Map.of(
                                "count",
                                DiffPage.number(months),
                                "money",
                                words.quantities().list(sums)));
    }

    private List<Item> causes(Past past) {
        List<Item> items = new ArrayList<>();
        past.causes()
                .forEach((subjects, count) -> items.add(Item.labelled(
                        words.label(words.capitalised(changes.together(subjects, true))), DiffPage.number(count))));
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
                    words.quantities().list(idle.stream().map(changes::subject).toList())));
        }
        return items;
    }

    private String cause(Flip flip) {
        if (flip.causes().isEmpty()) {
            return words.get("diff.cause.unknown");
        }
        List<String> each = flip.causes().stream()
                .map(cause -> changes.together(cause, false))
                .toList();
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
