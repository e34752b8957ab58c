package dev.roi.imports.source;

import dev.roi.core.Exact;
import dev.roi.core.Fault;
import dev.roi.imports.ScopeKey;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Pull and merge requests, each once whatever number of times it was read, and what they come to. */
final class Changes {

    private static final long DAY = 86_400_000;
    private static final List<Long> AGES = List.of(30L, 90L);

    private final Source source;
    private final Claims.Kind claimed;
    private final Map<Change, Change> changes = new HashMap<>();
    private final Map<String, Integer> names = new HashMap<>();
    private final List<String> repositories = new ArrayList<>();
    private final List<Optional<ScopeKey>> scopes = new ArrayList<>();
    private final Map<String, Integer> people = new HashMap<>();
    private final Map<Long, Change> beside = new HashMap<>();
    private final Set<String> files = new HashSet<>();
    private boolean reviewsKnown;
    private boolean anyOpen;

    /** @param claimed what scopes claim them by */
    Changes(Source source, Claims.Kind claimed) {
        this.source = source;
        this.claimed = claimed;
    }

    /** Somebody, by name and kind; forgotten as soon as told apart from others. */
    record Who(Optional<String> name, Optional<String> type) {}

    /** Begins a change; nothing where it is left out, which is counted. */
    Optional<Change> begin(Fault.Place place, String repository, long number, String created, Who author) {
        Optional<Instant> opened = Moments.of(created);
        if (opened.isEmpty()) {
            source.leftOut().add("no-moment", place);
            return Optional.empty();
        }
        if (source.people().isBot(author.name(), author.type())) {
            source.leftOut().add("bot", place);
            return Optional.empty();
        }
        int index = repository(repository);
        if (scopes.get(index).isEmpty()) {
            source.scope(claimed, place, List.of(repository, shortName(repository)));
            return Optional.empty();
        }
        Change change = new Change(index, number, opened.get().toEpochMilli(), person(author));
        change.line = place.line();
        files.add(place.source());
        return Optional.of(change);
    }

    private static String shortName(String repository) {
        return repository.substring(repository.lastIndexOf('/') + 1);
    }

    private int repository(String name) {
        Integer known = names.get(name);
        if (known != null) {
            return known;
        }
        names.put(name, repositories.size());
        repositories.add(name);
        scopes.add(source.find(claimed, List.of(name, shortName(name))));
        return repositories.size() - 1;
    }

    /** Nobody is a person of its own, who is never the same as another. */
    private int person(Who who) {
        return who.name()
                .map(name -> people.computeIfAbsent(name, unseen -> people.size()))
                .orElse(-2);
    }

    void reviewsAreKnown() {
        reviewsKnown = true;
    }

    void reviewed(Change change, Who by, long at) {
        if (!source.people().isBot(by.name(), by.type())) {
            change.reviewed(person(by), at);
        }
    }

    void reviewedBeside(String repository, long number, Who by, long at) {
        long key = (long) repository(repository) << 40 ^ number;
        Change reviews = beside.computeIfAbsent(key, unseen -> new Change(0, number, 0, -1));
        reviewed(reviews, by, at);
    }

    void add(Change change) {
        Change other = changes.putIfAbsent(change, change);
        see(change.created);
        see(change.updated);
        see(change.merged);
        see(change.closed);
        if (other == null) {
            return;
        }
        boolean later = change.isLaterThan(other);
        Change kept = later ? change : other;
        kept.reviewsOf(later ? other : change);
        changes.remove(other);
        changes.put(kept, kept);
    }

    private void see(long moment) {
        if (moment != Change.NEVER) {
            source.coverage().sees(Instant.ofEpochMilli(moment));
        }
    }

    void finish() {
        source.scopes(claimed).forEach(source.tally()::expects);
        for (Change change : changes.values()) {
            tally(change);
        }
        if (!reviewsKnown) {
            source.withoutFigure("first-review");
            remark("reviews-unknown", 1);
        }
        if (anyOpen) {
            levels();
        } else if (!changes.isEmpty()) {
            source.withoutFigure("open");
            remark("none-open", 1);
        }
    }

    private void remark(String key, int line) {
        source.remarks().add(key, place(line));
    }

    private void leftOut(String key, int line) {
        source.leftOut().add(key, place(line));
    }

    private Fault.Place place(int line) {
        return new Fault.Place(files.stream().sorted().findFirst().orElse(""), line, 1, "");
    }

    private void tally(Change change) {
        ScopeKey scope = scopes.get(change.repository).orElseThrow();
        Change reviews = beside.get((long) change.repository << 40 ^ change.number);
        if (reviews != null) {
            change.reviewsOf(reviews);
        }
        long begun = change.ready != Change.NEVER ? change.ready : change.created;
        long review = change.firstReview();
        if (review != Change.NEVER) {
            source.tally().of(scope, month(review), "first-review").duration(Math.max(0, review - begun));
        }
        if (change.merged != Change.NEVER && change.merged < change.created) {
            leftOut("ends-first", change.line);
        } else if (change.merged != Change.NEVER) {
            source.tally().of(scope, month(change.merged), "merge-time").duration(change.merged - change.created);
            if (reviewsKnown && review == Change.NEVER) {
                remark("merged-without-review", change.line);
            }
        } else if (change.closed != Change.NEVER) {
            remark("closed-without-merge", change.line);
        } else {
            anyOpen = true;
            remark(age(change), change.line);
        }
    }

    private String age(Change change) {
        long end = source.coverage().end().map(Instant::toEpochMilli).orElse(change.created);
        long days = (end - change.created) / DAY;
        return days < AGES.get(0) ? "open" : days < AGES.get(1) ? "open-30-days" : "open-90-days";
    }

    private YearMonth month(long moment) {
        return source.moments().month(Instant.ofEpochMilli(moment));
    }

    /** What was open at the last moment of each month that is over. */
    private void levels() {
        Optional<YearMonth> first = source.coverage().firstMonth();
        Optional<YearMonth> last = source.coverage().lastMonth();
        if (first.isEmpty() || last.isEmpty()) {
            return;
        }
        for (YearMonth month = first.get(); !month.isAfter(last.get()); month = month.plusMonths(1)) {
            if (!source.coverage().isWhole(month)) {
                continue;
            }
            long end = source.moments().end(month).toEpochMilli();
            Map<ScopeKey, Long> open = new HashMap<>();
            scopes.forEach(scope -> scope.ifPresent(one -> open.put(one, 0L)));
            for (Change change : changes.values()) {
                if (!change.draft && change.isOpenAt(end)) {
                    open.merge(scopes.get(change.repository).orElseThrow(), 1L, Long::sum);
                }
            }
            for (Map.Entry<ScopeKey, Long> each : open.entrySet()) {
                source.tally().of(each.getKey(), month, "open").amount(Exact.of(each.getValue()));
            }
        }
    }
}
