package dev.roi.imports.source;

import static dev.roi.core.format.Field.field;
import static dev.roi.core.format.Field.maybe;
import static dev.roi.core.format.Shape.object;
import static dev.roi.core.format.Shape.text;

import dev.roi.core.Breakdown;
import dev.roi.core.Dimension;
import dev.roi.core.Fault;
import dev.roi.core.format.Field;
import dev.roi.core.format.Kind;
import dev.roi.core.json.JsonRecord;
import dev.roi.core.json.Node;
import dev.roi.imports.ScopeKey;
import dev.roi.imports.table.Line;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Issues of Jira with their changelog, from REST or from the tables of a warehouse. What a status means is the user's to
 * say: {@code started} and {@code done} name statuses.
 *
 * @see <a href="https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/">Issue search</a>
 */
final class JiraChangelog implements Reader {

    static final String NAME = "jira-changelog";
    private static final List<Field<Object, ?>> OF_MARK = List.of(
            maybe("label", "The label that marks them; this or `field`.", text()),
            maybe("field", "The field that marks them; this or `label`.", text()),
            maybe("is", "The values of the field that do; any unless said.", SourcesFormat.names()));

    static final List<Field<Object, ?>> FIELDS = List.of(
            field("started", "The statuses in which work is under way.", SourcesFormat.names()),
            field("done", "The statuses in which it is done.", SourcesFormat.names()),
            maybe("stages", "The statuses of each stage, for the parts of lead time.", SourcesFormat.namesByName()),
            maybe(
                    "escaped",
                    "How defects found in production are marked.",
                    object("A mark.", OF_MARK).named("mark")),
            maybe(
                    "debt",
                    "How work on debt is marked.",
                    object("A mark.", OF_MARK).named("mark")));

    private final Source source;
    private final Set<String> started;
    private final Set<String> done;
    private final Map<String, String> stages = new HashMap<>();
    private final Optional<Settings> escaped;
    private final Optional<Settings> debt;
    private final Map<String, Issue> issues = new TreeMap<>();

    JiraChangelog(Source source) {
        this.source = source;
        Settings settings = source.settings();
        settings.require("started");
        settings.require("done");
        this.started = folded(settings.texts("started"));
        this.done = folded(settings.texts("done"));
        settings.fields("stages").forEach((stage, node) -> {
            List<Node> items = node.kind() == Kind.ARRAY ? node.items() : List.of(node);
            items.stream()
                    .filter(item -> item.kind() == Kind.TEXT)
                    .forEach(item -> stages.put(fold(item.text()), stage));
        });
        this.escaped = settings.object("escaped", SourcesFormat.keys(OF_MARK));
        this.debt = settings.object("debt", SourcesFormat.keys(OF_MARK));
    }

    private static Set<String> folded(Collection<String> names) {
        Set<String> folded = new HashSet<>();
        names.forEach(name -> folded.add(fold(name)));
        return folded;
    }

    private static String fold(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** A change of an issue's status. */
    private record Move(Instant at, String id, String to) implements Comparable<Move> {
        @Override
        public int compareTo(Move other) {
            int byTime = at.compareTo(other.at);
            int byId = byTime != 0 ? byTime : id.compareTo(other.id);
            return byId != 0 ? byId : to.compareTo(other.to);
        }
    }

    /** What is known of an issue; several files may each know some of it. */
    private static final class Issue {
        private final Set<Move> moves = new TreeSet<>();
        private final Set<String> names = new TreeSet<>();
        private Optional<Instant> created = Optional.empty();
        private Optional<Fault.Place> place = Optional.empty();
        private boolean escaped;
        private boolean debt;

        void at(Fault.Place other) {
            place = place.isPresent() && place.get().compareTo(other) <= 0 ? place : Optional.of(other);
        }
    }

    @Override
    public boolean take(JsonRecord record) {
        Optional<List<JsonRecord>> page = record.list("issues");
        if (page.isPresent()) {
            page.get().forEach(this::issue);
            return true;
        }
        return record.has("key") && record.has("fields") && issue(record);
    }

    private boolean issue(JsonRecord record) {
        String key = record.text("key").orElse("");
        Issue issue = issues.computeIfAbsent(record.text("id").orElse(key), none -> new Issue());
        issue.at(record.place());
        name(issue, key);
        record.text("fields", "project", "key").ifPresent(issue.names::add);
        issue.created = record.text("fields", "created").flatMap(Moments::of);
        List<String> labels = record.texts("fields", "labels");
        issue.escaped |= isMarked(escaped, labels, record);
        issue.debt |= isMarked(debt, labels, record);
        for (JsonRecord history : record.list("changelog", "histories").orElse(List.of())) {
            Optional<Instant> at = history.text("created").flatMap(Moments::of);
            if (at.isEmpty()) {
                source.leftOut().add("no-moment", record.place());
                continue;
            }
            String id = history.text("id").orElse("");
            history.list("items").orElse(List.of()).stream()
                    .filter(item -> item.text("field").filter("status"::equals).isPresent())
                    .forEach(item ->
                            item.text("toString").ifPresent(to -> issue.moves.add(new Move(at.get(), id, fold(to)))));
        }
        return true;
    }

    private static void name(Issue issue, String key) {
        int hyphen = key.lastIndexOf('-');
        if (hyphen > 0) {
            issue.names.add(key.substring(0, hyphen));
        }
    }

    private static boolean isMarked(Optional<Settings> mark, List<String> labels, JsonRecord record) {
        if (mark.isEmpty()) {
            return false;
        }
        Optional<String> label = mark.get().text("label");
        if (label.isPresent()) {
            return labels.contains(label.get());
        }
        Optional<String> field = mark.get().text("field");
        List<String> is = mark.get().texts("is");
        return field.flatMap(name -> record.text("fields", name)
                        .or(() -> record.text("fields", name, "value"))
                        .or(() -> record.text("fields", name, "name")))
                .filter(value -> is.isEmpty() || is.contains(value))
                .isPresent();
    }

    @Override
    public List<String> missing(Set<String> columns) {
        boolean issue = columns.containsAll(Set.of("id", "key", "created"));
        boolean history = columns.containsAll(Set.of("issue_id", "field_id", "time", "value"));
        return issue || history ? List.of() : List.of("issue_id", "field_id", "time", "value");
    }

    @Override
    public void take(Line line) {
        if (line.has("field_id")) {
            Optional<Instant> at = line.text("time").flatMap(Moments::of);
            Optional<String> to = line.text("value");
            boolean status = line.text("field_id").filter("status"::equals).isPresent();
            if (status && at.isPresent() && to.isPresent()) {
                Issue issue = issues.computeIfAbsent(line.text("issue_id").orElse(""), none -> new Issue());
                issue.at(line.origin().place());
                issue.moves.add(new Move(at.get(), "", fold(to.get())));
            }
            return;
        }
        Issue issue = issues.computeIfAbsent(line.text("id").orElse(""), none -> new Issue());
        issue.at(line.origin().place());
        name(issue, line.text("key").orElse(""));
        line.text("project").ifPresent(issue.names::add);
        issue.created = line.text("created").flatMap(Moments::of);
    }

    @Override
    public void finish() {
        if (escaped.isEmpty()) {
            source.withoutFigure("escaped");
        }
        if (debt.isEmpty()) {
            source.withoutFigure("debt");
        }
        source.scopes(Claims.Kind.PROJECTS).forEach(source.tally()::expects);
        issues.values().forEach(this::tally);
    }

    private void tally(Issue issue) {
        Fault.Place place = issue.place.orElseThrow();
        Optional<ScopeKey> scope = source.scope(Claims.Kind.PROJECTS, place, List.copyOf(issue.names));
        issue.created.ifPresent(source.coverage()::sees);
        issue.moves.forEach(move -> source.coverage().sees(move.at()));
        if (scope.isEmpty()) {
            return;
        }
        if (issue.escaped && issue.created.isPresent()) {
            source.tally()
                    .of(scope.get(), month(issue.created.get()), "escaped")
                    .hit(true);
        }
        List<Move> moves = new ArrayList<>(issue.moves);
        int firstDone = first(moves, done);
        if (firstDone < 0) {
            return;
        }
        boolean reopened = moves.subList(firstDone, moves.size()).stream().anyMatch(move -> !done.contains(move.to()));
        source.tally()
                .of(scope.get(), month(moves.get(firstDone).at()), "reopened")
                .hit(reopened);
        if (!done.contains(moves.get(moves.size() - 1).to())) {
            source.leftOut().add("reopened", place);
            return;
        }
        int last = moves.size() - 1;
        while (last > 0 && done.contains(moves.get(last - 1).to())) {
            last--;
        }
        Instant end = moves.get(last).at();
        if (issue.debt) {
            source.tally().of(scope.get(), month(end), "debt").hit(true);
        }
        int begin = first(moves, started);
        if (begin < 0 || moves.get(begin).at().isAfter(end)) {
            source.leftOut().add("never-started", place);
            return;
        }
        lead(scope.get(), moves.subList(begin, last + 1));
    }

    private static int first(List<Move> moves, Set<String> statuses) {
        for (int i = 0; i < moves.size(); i++) {
            if (statuses.contains(moves.get(i).to())) {
                return i;
            }
        }
        return -1;
    }

    /** From the first time that it was started to the last time that it was done, with whatever lay between. */
    private void lead(ScopeKey scope, List<Move> moves) {
        Instant begin = moves.get(0).at();
        Instant end = moves.get(moves.size() - 1).at();
        YearMonth month = month(end);
        boolean mean =
                Observed.Statistic.of(source.definition(Figure.of(NAME, "lead")).orElse("")) == Observed.Statistic.MEAN;
        if (stages.isEmpty() || !mean) {
            source.tally().of(scope, month, "lead").duration(end.toEpochMilli() - begin.toEpochMilli());
            return;
        }
        Map<String, Long> spent = new TreeMap<>();
        stages.values().forEach(stage -> spent.put(stage, 0L));
        spent.put(Breakdown.UNASSIGNED, 0L);
        for (int i = 0; i + 1 < moves.size(); i++) {
            String stage = stages.getOrDefault(moves.get(i).to(), Breakdown.UNASSIGNED);
            spent.merge(
                    stage,
                    moves.get(i + 1).at().toEpochMilli() - moves.get(i).at().toEpochMilli(),
                    Long::sum);
        }
        // means of parts add up to the mean of the whole; medians do not
        spent.forEach((stage, time) ->
                source.tally().of(scope, month, "lead", Dimension.STAGE, stage).duration(time));
    }

    private YearMonth month(Instant moment) {
        return source.moments().month(moment);
    }
}
