package dev.roi.testkit;

import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.Reading;
import dev.roi.core.Review;
import dev.roi.core.Scorecard;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.policy.WrongDecisions;
import dev.roi.rules.whatif.WhatIf;
import dev.roi.rules.whatif.WhatIf.Change;
import dev.roi.rules.whatif.WhatIf.Keep;
import dev.roi.rules.whatif.WhatIf.Kind;
import dev.roi.rules.whatif.WhatIf.Move;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Holds what would change a decision against trying it: each change is made in the scorecard and reviewed, and every value
 * of a grid is tried for one that is smaller.
 */
final class WhatIfProof {

    private static final int MOST_CHANGES = 5;
    private static final int MOST_MONTHS = 12;
    private static final int MOST_MEASURES = 5;

    private final WhatIf found;
    private final WhatIfTrials trials;
    private final WhatIfGrid grid;
    private final List<String> breaches = new ArrayList<>();

    private WhatIfProof(Engine engine, Scorecard scorecard) {
        this.found = engine.whatIf(scorecard, ReviewRequest.LATEST);
        this.trials = new WhatIfTrials(engine, scorecard, found.month());
        this.grid = new WhatIfGrid(engine.policy(), trials);
    }

    /**
     * Everything that is not so; empty where all is.
     *
     * @param pairs how many pairs of values are tried at the most; where there are more, so many of them by chance
     */
    static List<String> breaches(Engine engine, Scorecard scorecard, int pairs, Random random) {
        WhatIfProof proof = new WhatIfProof(engine, scorecard);
        proof.found.changes().forEach(proof::checkChange);
        proof.found.worse().forEach(proof::checkChange);
        for (Decision to : Decision.values()) {
            if (to.compareTo(proof.found.decision()) > 0) {
                proof.checkLeast(to, pairs, random);
                proof.checkWaiting(to);
            }
        }
        proof.checkLeastWorse();
        proof.checkKeeps();
        proof.checkMeasures(engine.policy().wrongDecisions());
        return proof.breaches;
    }

    // --- each change

    private void checkChange(Change change) {
        Map<IndicatorId, Exact> now = new TreeMap<>();
        Map<IndicatorId, Exact> half = new TreeMap<>();
        Map<IndicatorId, Exact> later = new TreeMap<>();
        for (Move move : change.moves()) {
            IndicatorId id = move.indicator().orElseThrow();
            if (move.kind() == Kind.WAIT) {
                later.put(id, move.to());
            } else {
                now.put(id, move.to());
                move.from().ifPresent(from -> half.put(id, halfWay(trials.indicator(id), from, move.to())));
                checkProposal(move, change);
            }
        }
        checkKinds(change);
        Review then = trials.review(trials.readings(now), trials.readings(later), change.months());
        if (then.decision() != change.to() || !then.headline().equals(change.headline())) {
            breaches.add("is reviewed as %s: %s".formatted(then.headline(), change));
        }
        if (!now.isEmpty() && isDecidedSo(change, half, Map.of(), change.months())) {
            breaches.add("is decided so half-way back: " + change);
        }
        if (change.months() > 0 && isDecidedSo(change, now, Map.of(), change.months() - 1)) {
            breaches.add("is decided so a month earlier: " + change);
        }
        for (Move move : change.moves()) {
            nearer(move).ifPresent(value -> {
                Map<IndicatorId, Exact> less = new TreeMap<>(now);
                less.put(move.indicator().orElseThrow(), value);
                if (isDecidedSo(change, less, Map.of(), change.months())) {
                    breaches.add("is decided so at %s too: %s".formatted(value, change));
                }
            });
        }
    }

    private boolean isDecidedSo(Change change, Map<IndicatorId, Exact> now, Map<IndicatorId, Exact> later, int months) {
        return trials.decide(trials.readings(now), trials.readings(later), months)
                .filter(change.to()::equals)
                .isPresent();
    }

    private void checkKinds(Change change) {
        Set<Kind> kinds = new TreeSet<>();
        change.moves().forEach(move -> kinds.add(move.kind()));
        if (change.months() > 0) {
            kinds.add(Kind.WAIT);
        }
        boolean isWorse = change.to().compareTo(found.decision()) < 0;
        Set<Kind> allowed = isWorse ? Set.of(Kind.WORSEN) : Set.of(Kind.IMPROVE, Kind.MEASURE, Kind.WAIT);
        if (!kinds.equals(new TreeSet<>(change.kinds()))
                || !allowed.containsAll(kinds)
                || !change.earliest().equals(found.month().plusMonths(change.months()))) {
            breaches.add("says of itself what is not so: " + change);
        }
    }

    private void checkProposal(Move move, Change change) {
        IndicatorId id = move.indicator().orElseThrow();
        Indicator indicator = trials.indicator(id);
        boolean isInSense = switch (move.kind()) {
            case IMPROVE -> WhatIfGrid.isImproved(indicator, move.from().orElseThrow(), move.to());
            case WORSEN -> WhatIfGrid.isWorse(indicator, move.from().orElseThrow(), move.to());
            case MEASURE -> move.from().isEmpty() && trials.known(id).isEmpty();
            case WAIT -> true;
            case POLICY -> false;
        };
        if (!isInSense) {
            breaches.add("proposes what is none to propose: " + change);
        }
        boolean isFraction =
                indicator.counting() == Indicator.Counting.WHOLE && !move.to().isWhole();
        if (!indicator.range().contains(move.to()) || isFraction) {
            breaches.add("proposes what cannot be: " + change);
        }
    }

    /** Half-way, as near to what it is now as the reading can be written down. */
    private static Exact halfWay(Indicator indicator, Exact from, Exact to) {
        Exact middle = from.plus(to).dividedBy(Exact.of(2));
        int decimals = indicator.counting() == Indicator.Counting.WHOLE
                ? 0
                : Math.max(WhatIfGrid.decimals(from), WhatIfGrid.decimals(to));
        RoundingMode towards = to.isAbove(from) ? RoundingMode.FLOOR : RoundingMode.CEILING;
        return Exact.of(middle.comparable().setScale(decimals, towards));
    }

    /** The next value towards what it is now, at the decimals of the proposal; nothing where that is what it is now. */
    private Optional<Exact> nearer(Move move) {
        if (move.kind() == Kind.WAIT || move.from().isEmpty()) {
            return Optional.empty();
        }
        Exact from = move.from().get();
        Exact unit = Exact.of(BigDecimal.valueOf(1, WhatIfGrid.decimals(move.to())));
        boolean isWhole = trials.indicator(move.indicator().orElseThrow()).counting() == Indicator.Counting.WHOLE;
        Exact step = isWhole ? Exact.ONE : unit;
        Exact value =
                move.to().isAbove(from) ? move.to().minus(step) : move.to().plus(step);
        boolean isPast = move.to().isAbove(from) ? !value.isAbove(from) : !value.isBelow(from);
        return Optional.of(value).filter(nearer -> !isPast);
    }

    // --- none is smaller

    /** Tries one reading with each of its values, then pairs of readings, for less than what was found. */
    private void checkLeast(Decision to, int pairs, Random random) {
        boolean isGivenUp =
                found.impossible().stream().anyMatch(impossible -> impossible.to() == to && !impossible.decided());
        if (isGivenUp) {
            return;
        }
        List<Change> now = found.changes().stream()
                .filter(change -> change.to() == to && change.months() == 0)
                .toList();
        List<IndicatorId> ids = new ArrayList<>();
        grid.better().forEach((id, values) -> {
            boolean isAlone = false;
            for (Exact value : values) {
                if (isSo(Map.of(id, value), to)) {
                    isAlone = true;
                    checkNotLess(to, now, Map.of(id, value));
                }
            }
            if (!isAlone) {
                ids.add(id);
            }
        });
        for (Map<IndicatorId, Exact> both : pairs(ids, pairs, random)) {
            if (isSo(both, to)) {
                checkNotLess(to, now, both);
            }
        }
    }

    private List<Map<IndicatorId, Exact>> pairs(List<IndicatorId> ids, int most, Random random) {
        List<Map<IndicatorId, Exact>> pairs = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            for (int j = i + 1; j < ids.size(); j++) {
                for (Exact one : values(ids.get(i))) {
                    for (Exact other : values(ids.get(j))) {
                        pairs.add(Map.of(ids.get(i), one, ids.get(j), other));
                    }
                }
            }
        }
        if (pairs.size() <= most) {
            return pairs;
        }
        List<Map<IndicatorId, Exact>> some = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            some.add(pairs.get(random.nextInt(pairs.size())));
        }
        return some;
    }

    private List<Exact> values(IndicatorId id) {
        return grid.better().getOrDefault(id, List.of());
    }

    private boolean isSo(Map<IndicatorId, Exact> values, Decision to) {
        return trials.decide(values).filter(to::equals).isPresent();
    }

    private void checkNotLess(Decision to, List<Change> told, Map<IndicatorId, Exact> values) {
        Optional<Change> same = told.stream()
                .filter(change -> values.keySet().equals(moved(change)))
                .findFirst();
        if (same.isEmpty()) {
            boolean doFewer = told.stream().anyMatch(change -> values.keySet().containsAll(moved(change)));
            if (!doFewer && !isBeyondTheLast(told, values)) {
                breaches.add("to %s: not found: %s".formatted(to, values));
            }
        } else if (grid.isAsFine(values) && movement(same.get(), values).isBelow(movement(same.get(), Map.of()))) {
            breaches.add("to %s: less does: %s instead of %s".formatted(to, values, same.get()));
        }
    }

    /** Only the least are told: those of more readings, or of more movement, than the last of them are not. */
    private boolean isBeyondTheLast(List<Change> told, Map<IndicatorId, Exact> values) {
        if (told.size() < MOST_CHANGES) {
            return false;
        }
        if (!grid.isAsFine(values)) {
            return true; // what is proposed for it may be further
        }
        Change last = told.stream()
                .max(Comparator.<Change>comparingInt(change -> moved(change).size())
                        .thenComparing(change -> movement(change, Map.of())))
                .orElseThrow();
        int more = Integer.compare(values.size(), moved(last).size());
        return more > 0 || (more == 0 && !movement(values).isBelow(movement(last, Map.of())));
    }

    /** How far a change moves what is known, with some values instead of its own. */
    private Exact movement(Change change, Map<IndicatorId, Exact> instead) {
        Map<IndicatorId, Exact> values = new TreeMap<>();
        change.moves()
                .forEach(move -> values.put(
                        move.indicator().orElseThrow(),
                        instead.getOrDefault(move.indicator().get(), move.to())));
        return movement(values);
    }

    private Exact movement(Map<IndicatorId, Exact> values) {
        Exact movement = Exact.ZERO;
        for (Map.Entry<IndicatorId, Exact> value : values.entrySet()) {
            Optional<Exact> from = trials.known(value.getKey()).map(Reading.Known::value);
            if (from.isPresent()) {
                movement = movement.plus(grid.movement(value.getKey(), from.get(), value.getValue()));
            }
        }
        return movement;
    }

    private static Set<IndicatorId> moved(Change change) {
        Set<IndicatorId> moved = new TreeSet<>();
        change.moves().forEach(move -> moved.add(move.indicator().orElseThrow()));
        return moved;
    }

    /** Where months that pass are enough, the first month that is decided so is told. */
    private void checkWaiting(Decision to) {
        boolean isTold =
                found.changes().stream().filter(change -> change.to() == to).count() == MOST_CHANGES
                        || found.impossible().stream()
                                .anyMatch(impossible -> impossible.to() == to && !impossible.decided());
        for (int months = 1; months <= MOST_MONTHS && !isTold; months++) {
            if (trials.decide(Map.of(), Map.of(), months).filter(to::equals).isPresent()) {
                int earliest = months;
                boolean isFound = found.changes().stream()
                        .filter(change -> change.to() == to)
                        .anyMatch(change -> change.months() == earliest
                                && change.moves().stream().allMatch(move -> move.kind() == Kind.WAIT));
                if (!isFound) {
                    breaches.add("to %s: waiting for %s months is not found".formatted(to, months));
                }
                return;
            }
        }
    }

    /** The next worse decision by one reading is told wherever there is one, with the least movement. */
    private void checkLeastWorse() {
        if (found.decision() == Decision.STOP || found.undecided().contains(WhatIf.Question.WORSE)) {
            return;
        }
        List<Decision> all = List.of(Decision.values());
        Decision next = all.get(all.indexOf(found.decision()) - 1);
        grid.worse()
                .forEach((id, values) -> values.stream()
                        .map(value -> Map.of(id, value))
                        .filter(one -> isSo(one, next))
                        .forEach(one -> checkNotLess(next, found.worse(), one)));
    }

    // --- what keeps it

    /** Within what keeps the decision it stays, and beyond it does not. */
    private void checkKeeps() {
        for (Keep keep : found.keeps()) {
            Indicator indicator = trials.indicator(keep.indicator());
            boolean isWhole = indicator.counting() == Indicator.Counting.WHOLE;
            trials.known(keep.indicator())
                    .filter(known -> !keep.span().contains(known.value()))
                    .ifPresent(known -> breaches.add("%s is not among what keeps it: %s".formatted(known, keep)));
            for (Exact value : grid.cuts(indicator)) {
                if ((!isWhole || value.isWhole()) && keep.span().contains(value)) {
                    trials.decide(Map.of(keep.indicator(), value))
                            .filter(decision -> decision != found.decision())
                            .ifPresent(decision -> breaches.add("%s at %s: %s".formatted(decision, value, keep)));
                }
            }
            keep.span()
                    .least()
                    .ifPresent(end -> checkEnd(keep, isWhole, end, keep.span().leastIncluded(), -1));
            keep.span()
                    .most()
                    .ifPresent(end -> checkEnd(keep, isWhole, end, keep.span().mostIncluded(), 1));
        }
    }

    private void checkEnd(Keep keep, boolean isWhole, Exact end, boolean included, int side) {
        Exact small = isWhole ? Exact.ONE : Exact.of("0.000001");
        Exact beyond = included ? end.plus(small.times(Exact.of(side))) : end;
        Exact value = isWhole ? Exact.of(beyond.rounded(0)) : beyond;
        if (!keep.span().contains(value)
                && trials.decide(Map.of(keep.indicator(), value))
                        .filter(found.decision()::equals)
                        .isPresent()) {
            breaches.add("%s stays beyond %s, at %s".formatted(found.decision(), keep, value));
        }
    }

    // --- what to measure

    /** What measuring is worth is never below 0, nothing where it decides nothing, and never more than the worst mistake. */
    private void checkMeasures(WrongDecisions costs) {
        Exact worst = Stream.of(Decision.values())
                .flatMap(taken -> Stream.of(Decision.values()).map(right -> costs.of(taken, right)))
                .max(Exact::compareTo)
                .orElseThrow();
        Exact before = worst;
        for (WhatIf.Measure measure : found.measureNext()) {
            boolean isSo = measure.worth().signum() >= 0
                    && !measure.worth().isAbove(before)
                    && (measure.decisive() || measure.worth().isZero())
                    && (measure.decisive()
                            ? measure.decisions().size() > 1
                            : measure.decisions().equals(found.possible().decisions()))
                    && found.possible().decisions().containsAll(measure.decisions())
                    && found.possible().over().contains(measure.indicator());
            if (!isSo) {
                breaches.add("is not worth that: " + measure);
            }
            before = measure.worth();
        }
        if (found.measureNext().size() > MOST_MEASURES) {
            breaches.add("names too many: " + found.measureNext());
        }
    }
}
