package dev.roi.core;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Scorecards of ids that a scope had before, put together with that of its id today. */
public final class FormerScopes {

    private final Map<Key, Scorecard> byKey = new HashMap<>();
    private final Map<Key, Key> today = new HashMap<>();
    private final List<Wrong> wrong = new ArrayList<>();

    private record Key(Level level, String id) {}

    /**
     * What does not go together.
     *
     * @param scope the scope whose former id it is
     * @param former the former id
     * @param month the month that both have; nothing where two scopes claim the id, or each other's
     */
    public record Wrong(Scope scope, String former, Optional<YearMonth> month) {

        @Override
        public String toString() {
            return month.map(both -> "month (%s) is there for (%s) and for its former id (%s)"
                            .formatted(both, scope.id(), former))
                    .orElseGet(() -> "(%s) is the former id of (%s), and of another, or (%s) of it"
                            .formatted(former, scope.id(), scope.id()));
        }
    }

    private FormerScopes(List<Scorecard> scorecards) {
        scorecards.forEach(
                scorecard -> byKey.put(key(scorecard.scope(), scorecard.scope().id()), scorecard));
        for (Scorecard scorecard : scorecards) {
            Scope scope = scorecard.scope();
            for (String former : scope.formerIds()) {
                Key of = key(scope, former);
                Key first = today.putIfAbsent(of, key(scope, scope.id()));
                if (first != null || isCircle(of)) {
                    wrong.add(new Wrong(scope, former, Optional.empty()));
                }
            }
        }
    }

    private static Key key(Scope scope, String id) {
        return new Key(scope.level(), id);
    }

    private boolean isCircle(Key from) {
        Set<Key> seen = new HashSet<>();
        for (Key at = from; at != null; at = today.get(at)) {
            if (!seen.add(at)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Finds what does not go together.
     *
     * @param scorecards scorecards of scopes, each once
     * @return months that are there under two ids of one scope, and ids that are claimed twice; empty where nothing is wrong
     */
    public static List<Wrong> faults(List<Scorecard> scorecards) {
        if (scorecards.stream()
                .allMatch(scorecard -> scorecard.scope().formerIds().isEmpty())) {
            return List.of();
        }
        FormerScopes scopes = new FormerScopes(scorecards);
        if (scopes.wrong.isEmpty()) {
            scopes.merged(scorecards);
        }
        return List.copyOf(scopes.wrong);
    }

    /** Returns one scorecard for each scope of today. */
    static List<Scorecard> together(List<Scorecard> scorecards) {
        if (scorecards.stream()
                .allMatch(scorecard -> scorecard.scope().formerIds().isEmpty())) {
            return scorecards;
        }
        FormerScopes scopes = new FormerScopes(scorecards);
        List<Scorecard> merged = scopes.wrong.isEmpty() ? scopes.merged(scorecards) : scorecards;
        if (!scopes.wrong.isEmpty()) {
            throw new IllegalArgumentException(scopes.wrong.get(0).toString());
        }
        return merged;
    }

    private List<Scorecard> merged(List<Scorecard> scorecards) {
        return scorecards.stream()
                .filter(scorecard -> !today.containsKey(
                        key(scorecard.scope(), scorecard.scope().id())))
                .map(this::withFormer)
                .toList();
    }

    private Scorecard withFormer(Scorecard scorecard) {
        Scope scope = scorecard.scope();
        List<Snapshot> snapshots = new ArrayList<>(scorecard.snapshots());
        Set<String> ids = new TreeSet<>(scope.formerIds());
        YearMonth first = scorecard.firstUse();
        boolean isSaid = scope.firstUse().isPresent();
        for (String former : scope.formerIds()) {
            Scorecard own = byKey.get(key(scope, former));
            if (own == null) {
                continue;
            }
            Scorecard earlier = withFormer(own);
            Set<YearMonth> months = new HashSet<>();
            snapshots.forEach(snapshot -> months.add(snapshot.month()));
            earlier.snapshots().stream()
                    .filter(snapshot -> months.contains(snapshot.month()))
                    .forEach(both -> wrong.add(new Wrong(scope, former, Optional.of(both.month()))));
            earlier.snapshots().stream()
                    .filter(snapshot -> !months.contains(snapshot.month()))
                    .forEach(snapshots::add);
            ids.addAll(earlier.scope().formerIds());
            isSaid |= earlier.scope().firstUse().isPresent();
            first = earlier.firstUse().isBefore(first) ? earlier.firstUse() : first;
        }
        return scorecard
                .withSnapshots(snapshots)
                .withScope(scope.usedSince(isSaid ? Optional.of(first) : Optional.empty())
                        .formerly(List.copyOf(ids)));
    }
}
