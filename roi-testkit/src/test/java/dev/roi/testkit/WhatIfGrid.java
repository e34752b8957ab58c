package dev.roi.testkit;

import dev.roi.core.Baseline;
import dev.roi.core.Decision;
import dev.roi.core.Dimension;
import dev.roi.core.Direction;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.InvalidInput;
import dev.roi.core.Nature;
import dev.roi.core.Range;
import dev.roi.core.Reading;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.Unit;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.assessment.Assessment;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.whatif.WhatIf;
import dev.roi.rules.whatif.WhatIf.Change;
import dev.roi.rules.whatif.WhatIf.Kind;
import dev.roi.rules.whatif.WhatIf.Move;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Holds what would change a decision against trying it: each answer is made in the scorecard and decided, and every value
 * of a grid is tried for one that is smaller. Knows nothing of how the answers were found. For use by one thread.
 */
final class WhatIfGrid {

    private static final int EVENLY = 2;

    private final Engine engine;
    private final Engine quick;
    private final Policy policy;
    private final Scorecard scorecard;
    private final WhatIf found;
    private final Assessment assessment;
    private final Map<IndicatorId, List<Exact>> grid = new LinkedHashMap<>();
    private final Map<Map<IndicatorId, Exact>, Optional<Decision>> tried = new HashMap<>();
    private final List<String> breaches = new ArrayList<>();

    private WhatIfGrid(Engine engine, Scorecard scorecard) {
        this.engine = engine;
        this.quick = Engine.of(engine.policy().withoutNotes());
        this.policy = engine.policy();
        this.scorecard = scorecard;
        this.found = engine.whatIf(scorecard, ReviewRequest.LATEST);
        this.assessment = Assessment.of(policy, scorecard, found.month());
        for (Indicator indicator : policy.indicators().indicators()) {
            List<Exact> values = values(indicator);
            if (!values.isEmpty()) {
                grid.put(indicator.id(), values);
            }
        }
    }

    /** Everything that is not so; empty where all is. */
    static List<String> breaches(Engine engine, Scorecard scorecard, int pairs, Random random) {
        WhatIfGrid grid = new WhatIfGrid(engine, scorecard);
        grid.found.changes().forEach(grid::checkChange);
        grid.found.worse().forEach(grid::checkChange);
        for (Decision to : Decision.values()) {
            if (to.compareTo(grid.found.decision()) > 0) {
                grid.checkLeast(to, pairs, random);
            }
        }
        grid.checkKeeps();
        return grid.breaches;
    }

    /** Decisions that fillings give and that were said not to be possible. */
    static List<String> impossible(Engine engine, Scorecard scorecard, int fillings, Random random) {
        WhatIfGrid grid = new WhatIfGrid(engine, scorecard);
        WhatIf.Possible possible = grid.found.possible();
        List<String> breaches = new ArrayList<>();
        for (int i = 0; i < fillings && possible.proved(); i++) {
            Map<IndicatorId, Reading> readings = new TreeMap<>();
            for (IndicatorId id : possible.over()) {
                readings.put(id, grid.filling(policyIndicator(engine, id), random));
            }
            Optional<Decision> decision = decision(engine, grid.with(readings, Map.of(), 0), grid.found.month());
            if (decision.isPresent() && !possible.decisions().contains(decision.get())) {
                breaches.add("%s is possible: %s".formatted(decision.get(), readings));
                return breaches;
            }
        }
        return breaches;
    }

    /** Returns the decision; nothing where the figures are not allowed together, such as shares of more than a whole. */
    private static Optional<Decision> decision(Engine engine, Scorecard scorecard, YearMonth month) {
        try {
            return Optional.of(engine.decide(scorecard, ReviewRequest.LATEST.of(month)));
        } catch (InvalidInput notAllowed) {
            return Optional.empty();
        }
    }

    private static Indicator policyIndicator(Engine engine, IndicatorId id) {
        return engine.indicators().indicator(id);
    }

    private Reading filling(Indicator indicator, Random random) {
        Optional<Reading.Known> known = known(indicator);
        if (known.isPresent()) {
            Exact doubt = known.get().uncertainty().orElse(Exact.ZERO);
            Exact part = Exact.of(random.nextInt(2_001) - 1_000L).dividedBy(Exact.of(1_000));
            Exact value = within(indicator.range(), known.get().value().plus(doubt.times(part)));
            return certain(indicator, known.get(), whole(indicator, value));
        }
        List<Exact> values = new ArrayList<>(cuts(indicator));
        Exact value = values.isEmpty() ? Exact.ONE : values.get(random.nextInt(values.size()));
        if (random.nextBoolean()) {
            value = value.times(Exact.of(random.nextInt(300))).dividedBy(Exact.HUNDRED);
        }
        Reading.Known reading = Reading.of(whole(indicator, within(indicator.range(), value)));
        boolean isNamed =
                indicator.breakdown().filter(by -> !by.parts().isEmpty()).isPresent() && random.nextBoolean();
        return isNamed
                ? reading.by(
                        indicator.breakdown().orElseThrow().dimension(),
                        Map.of(indicator.breakdown().get().parts().get(0), Reading.Part.of(reading.value())))
                : reading;
    }

    private static Exact whole(Indicator indicator, Exact value) {
        return indicator.counting() == Indicator.Counting.WHOLE ? Exact.of(value.rounded(0)) : value;
    }

    private static Exact within(Range range, Exact value) {
        Optional<Exact> least = range.least().filter(value::isBelow);
        return least.or(() -> range.most().filter(value::isAbove)).orElse(value);
    }

    private Reading certain(Indicator indicator, Reading.Known known, Exact value) {
        Reading.Known moved = moved(indicator, known, value);
        return new Reading.Known(
                moved.value(),
                moved.rate(),
                moved.by(),
                moved.definition(),
                moved.unit(),
                moved.source(),
                moved.sample(),
                Optional.empty(),
                moved.note());
    }

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
                move.from().ifPresent(from -> half.put(id, halfWay(policyIndicator(engine, id), from, move.to())));
                checkProposal(move, change);
            }
        }
        expect(change, now, later, change.months(), true, "is not decided so");
        if (!now.isEmpty()) {
            expect(change, half, Map.of(), change.months(), false, "is decided so half-way back");
        }
        if (change.months() > 0) {
            expect(change, now, Map.of(), change.months() - 1, false, "is decided so a month earlier");
        }
    }

    private void checkProposal(Move move, Change change) {
        Indicator indicator = policyIndicator(engine, move.indicator().orElseThrow());
        if (move.kind() == Kind.IMPROVE
                && indicator.nature() != Nature.OUTCOME
                && indicator.nature() != Nature.RESOURCE) {
            breaches.add("proposes what is none to propose: " + change);
        }
        if (!indicator.range().contains(move.to())
                || (indicator.counting() == Indicator.Counting.WHOLE
                        && !move.to().isWhole())) {
            breaches.add("proposes what cannot be: " + change);
        }
    }

    /** Half-way, as near to what it is now as the reading can be written down. */
    private static Exact halfWay(Indicator indicator, Exact from, Exact to) {
        Exact middle = from.plus(to).dividedBy(Exact.of(2));
        int decimals = indicator.counting() == Indicator.Counting.WHOLE
                ? 0
                : Math.max(from.rounded(6).scale(), to.rounded(6).scale());
        RoundingMode towards = to.isAbove(from) ? RoundingMode.FLOOR : RoundingMode.CEILING;
        return Exact.of(middle.comparable().setScale(Math.max(0, decimals), towards));
    }

    private void expect(
            Change change,
            Map<IndicatorId, Exact> now,
            Map<IndicatorId, Exact> later,
            int months,
            boolean isSo,
            String breach) {
        Scorecard tried = with(readings(now), readings(later), months);
        Decision decision =
                engine.decide(tried, ReviewRequest.LATEST.of(found.month().plusMonths(months)));
        if ((decision == change.to()) != isSo) {
            breaches.add("%s: %s".formatted(breach, change));
        }
    }

    private Map<IndicatorId, Reading> readings(Map<IndicatorId, Exact> values) {
        Map<IndicatorId, Reading> readings = new TreeMap<>();
        values.forEach((id, value) -> readings.put(
                id,
                known(policyIndicator(engine, id))
                        .<Reading>map(known -> moved(policyIndicator(engine, id), known, value))
                        .orElseGet(() -> Reading.of(value))));
        return readings;
    }

    private Optional<Reading.Known> known(Indicator indicator) {
        return assessment.indicator(indicator.id()).reading().known();
    }

    private static Reading.Known moved(Indicator indicator, Reading.Known known, Exact value) {
        Exact distance = value.minus(known.value());
        if (distance.isZero()) {
            return known;
        }
        Map<Dimension, Map<String, Reading.Part>> by = new EnumMap<>(Dimension.class);
        known.by().forEach((dimension, parts) -> {
            Map<String, Reading.Part> moved = new TreeMap<>(parts);
            if (indicator.additivity() == Indicator.Additivity.ADDS_UP) {
                Map.Entry<String, Reading.Part> largest = parts.entrySet().stream()
                        .min(Comparator.comparing((Map.Entry<String, Reading.Part> part) ->
                                        part.getValue().value())
                                .reversed()
                                .thenComparing(Map.Entry::getKey))
                        .orElseThrow();
                moved.put(
                        largest.getKey(),
                        Reading.Part.of(largest.getValue().value().plus(distance)));
            } else {
                moved.replaceAll((name, part) ->
                        Reading.Part.of(within(indicator.range(), part.value().plus(distance))));
            }
            by.put(dimension, moved);
        });
        return new Reading.Known(
                value,
                Optional.empty(),
                by,
                known.definition(),
                known.unit(),
                known.source(),
                known.sample(),
                known.uncertainty(),
                known.note());
    }

    private Scorecard with(Map<IndicatorId, Reading> now, Map<IndicatorId, Reading> later, int months) {
        List<Snapshot> snapshots = new ArrayList<>();
        for (Snapshot snapshot : scorecard.snapshots()) {
            if (snapshot.month().isBefore(found.month())) {
                snapshots.add(snapshot);
            } else if (snapshot.month().equals(found.month())) {
                Snapshot changed = changed(snapshot, now, found.month());
                snapshots.add(changed);
                for (int i = 1; i <= months; i++) {
                    snapshots.add(changed(changed, later, found.month().plusMonths(i)));
                }
            }
        }
        return new Scorecard(
                scorecard.policy(),
                scorecard.scope(),
                scorecard.currency(),
                scorecard.workflows(),
                scorecard.baselines(),
                snapshots);
    }

    private static Snapshot changed(Snapshot snapshot, Map<IndicatorId, Reading> readings, YearMonth month) {
        Map<IndicatorId, Reading> all = new TreeMap<>(snapshot.readings());
        all.putAll(readings);
        return Snapshot.complete(month, all);
    }

    /** Tries one reading with each of its values, then pairs of readings, for less than what was found. */
    private void checkLeast(Decision to, int pairs, Random random) {
        List<Change> now = found.changes().stream()
                .filter(change -> change.to() == to && change.months() == 0)
                .toList();
        if (now.size() == 5
                || found.impossible().stream().anyMatch(impossible -> impossible.to() == to && !impossible.decided())) {
            return; // more may have been found than are told
        }
        List<IndicatorId> ids = new ArrayList<>(grid.keySet());
        Set<IndicatorId> alone = new TreeSet<>();
        for (IndicatorId id : ids) {
            for (Exact value : values(id)) {
                if (isSo(Map.of(id, value), to)) {
                    alone.add(id);
                    checkNotLess(to, now, Map.of(id, value));
                }
            }
        }
        ids.removeAll(alone);
        for (int i = 0; i < pairs && ids.size() > 1; i++) {
            IndicatorId one = ids.get(random.nextInt(ids.size()));
            IndicatorId other = ids.get(random.nextInt(ids.size()));
            if (!one.equals(other)) {
                Map<IndicatorId, Exact> both = Map.of(one, any(values(one), random), other, any(values(other), random));
                if (isSo(both, to)) {
                    checkNotLess(to, now, both);
                }
            }
        }
    }

    private static Exact any(List<Exact> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    private List<Exact> values(IndicatorId id) {
        return grid.getOrDefault(id, List.of());
    }

    private void checkNotLess(Decision to, List<Change> now, Map<IndicatorId, Exact> values) {
        Optional<Change> same = now.stream()
                .filter(change -> values.keySet().equals(moved(change)))
                .findFirst();
        if (same.isEmpty()) {
            if (now.stream().noneMatch(change -> values.keySet().containsAll(moved(change)))) {
                breaches.add("to %s: not found: %s".formatted(to, values));
            }
            return; // fewer readings do
        }
        if (!isAsFine(values)) {
            return; // a reading is proposed with its own decimals
        }
        Exact least = Exact.ZERO;
        Exact tried = Exact.ZERO;
        for (Move move : same.get().moves()) {
            IndicatorId id = move.indicator().orElseThrow();
            if (move.from().isPresent()) {
                least = least.plus(movement(id, move.from().get(), move.to()));
                tried = tried.plus(movement(id, move.from().get(), values.getOrDefault(id, move.to())));
            }
        }
        if (tried.isBelow(least)) {
            breaches.add("to %s: less does: %s instead of %s".formatted(to, values, same.get()));
        }
    }

    private static Set<IndicatorId> moved(Change change) {
        Set<IndicatorId> moved = new TreeSet<>();
        change.moves().forEach(move -> moved.add(move.indicator().orElseThrow()));
        return moved;
    }

    private boolean isAsFine(Map<IndicatorId, Exact> values) {
        return values.entrySet().stream()
                .allMatch(value -> known(policyIndicator(engine, value.getKey()))
                        .filter(known -> decimals(value.getValue()) > decimals(known.value()))
                        .isEmpty());
    }

    private static int decimals(Exact value) {
        return Math.max(0, value.rounded(12).scale());
    }

    private Exact movement(IndicatorId id, Exact from, Exact to) {
        Indicator indicator = policyIndicator(engine, id);
        Exact step = Exact.ONE;
        if (indicator.counting() != Indicator.Counting.WHOLE
                && !indicator.unit().equals(Unit.PERCENT)) {
            step = baseline(indicator)
                    .filter(value -> !value.isZero())
                    .or(() -> Optional.of(from).filter(value -> !value.isZero()))
                    .map(value -> value.magnitude().dividedBy(Exact.HUNDRED))
                    .orElse(Exact.ONE);
        }
        return to.minus(from).magnitude().dividedBy(step);
    }

    private boolean isSo(Map<IndicatorId, Exact> values, Decision to) {
        return tried.computeIfAbsent(values, this::decide).filter(to::equals).isPresent();
    }

    private Optional<Decision> decide(Map<IndicatorId, Exact> values) {
        try {
            return Optional.of(
                    quick.decide(with(readings(values), Map.of(), 0), ReviewRequest.LATEST.of(found.month())));
        } catch (InvalidInput notAllowed) {
            return Optional.empty();
        }
    }

    /** The values that may be proposed, of those that something may be held against and those just beside them. */
    private List<Exact> values(Indicator indicator) {
        Optional<Reading.Known> known = known(indicator);
        boolean isResult = indicator.nature() == Nature.OUTCOME || indicator.nature() == Nature.RESOURCE;
        boolean isOwn = indicator.computed().isEmpty();
        if (!isOwn || (known.isPresent() && !(isResult && indicator.direction() != Direction.CONTEXT))) {
            return List.of();
        }
        NavigableSet<Exact> values = new TreeSet<>();
        Exact unit = indicator.counting() == Indicator.Counting.WHOLE
                ? Exact.ONE
                : Exact.of(BigDecimal.valueOf(1, decimals(known)));
        for (Exact cut : cuts(indicator)) {
            values.add(cut);
            values.add(Exact.of(cut.minus(unit).rounded(6)));
            values.add(Exact.of(cut.plus(unit).rounded(6)));
        }
        List<Exact> usable = values.stream()
                .filter(indicator.range()::contains)
                .filter(value -> indicator.counting() != Indicator.Counting.WHOLE || value.isWhole())
                .filter(value ->
                        known.isEmpty() || isBetter(indicator, known.get().value(), value))
                .toList();
        return usable;
    }

    private static int decimals(Optional<Reading.Known> known) {
        return known.map(reading -> reading.value().rounded(6).scale())
                .filter(scale -> scale > 0 && scale < 6)
                .orElse(1);
    }

    private static boolean isBetter(Indicator indicator, Exact from, Exact to) {
        return switch (indicator.direction()) {
            case HIGHER_IS_BETTER -> to.isAbove(from);
            case LOWER_IS_BETTER -> to.isBelow(from);
            case CONTEXT -> false;
            case TARGET_RANGE -> {
                Range target = indicator.target().orElseThrow();
                boolean isUp = target.least().filter(from::isBelow).isPresent()
                        && to.isAbove(from)
                        && target.most().filter(to::isAbove).isEmpty();
                boolean isDown = target.most().filter(from::isAbove).isPresent()
                        && to.isBelow(from)
                        && target.least().filter(to::isBelow).isEmpty();
                yield isUp || isDown;
            }
        };
    }

    private Optional<Exact> baseline(Indicator indicator) {
        return Optional.ofNullable(assessment.scorecard().baselines().get(indicator.id()))
                .flatMap(given -> given.fold(Optional::of, undefined -> Optional.<Baseline.Defined>empty()))
                .map(Baseline.Defined::value);
    }

    private NavigableSet<Exact> cuts(Indicator indicator) {
        NavigableSet<Exact> plain = new TreeSet<>(List.of(Exact.ZERO));
        policy.limitsOn(indicator.id()).forEach(limit -> plain.add(limit.value()));
        indicator.range().most().ifPresent(plain::add);
        indicator.target().flatMap(Range::least).ifPresent(plain::add);
        indicator.target().flatMap(Range::most).ifPresent(plain::add);
        indicator.objective().ifPresent(objective -> {
            objective.range().least().ifPresent(plain::add);
            objective.range().most().ifPresent(plain::add);
        });
        baseline(indicator).ifPresent(value -> {
            Exact tolerated = value.magnitude().times(indicator.tolerance()).dividedBy(Exact.HUNDRED);
            plain.add(value.minus(tolerated));
            plain.add(value);
            plain.add(value.plus(tolerated));
        });
        known(indicator).ifPresent(known -> {
            for (int i = 1; i < EVENLY; i++) {
                plain.add(Exact.of(known.value()
                        .times(Exact.of(i))
                        .dividedBy(Exact.of(EVENLY))
                        .rounded(1)));
                plain.add(Exact.of(known.value()
                        .times(Exact.of(EVENLY + i))
                        .dividedBy(Exact.of(EVENLY))
                        .rounded(1)));
            }
        });
        NavigableSet<Exact> cuts = new TreeSet<>(plain);
        known(indicator)
                .flatMap(Reading.Known::uncertainty)
                .ifPresent(doubt -> plain.forEach(value -> {
                    cuts.add(value.minus(doubt));
                    cuts.add(value.plus(doubt));
                }));
        return cuts;
    }

    /** Within what keeps the decision it stays, and beyond it does not. */
    private void checkKeeps() {
        for (WhatIf.Keep keep : found.keeps()) {
            Indicator indicator = policyIndicator(engine, keep.indicator());
            for (Exact value : cuts(indicator)) {
                if (indicator.counting() == Indicator.Counting.WHOLE && !value.isWhole()) {
                    continue;
                }
                Optional<Decision> decision = tried.computeIfAbsent(Map.of(keep.indicator(), value), this::decide);
                boolean isKept = decision.map(found.decision()::equals).orElse(true);
                if (keep.span().contains(value) && !isKept) {
                    breaches.add("%s does not stay within %s: %s".formatted(found.decision(), keep, value));
                }
            }
            keep.span()
                    .least()
                    .ifPresent(end -> checkEnd(keep, indicator, end, keep.span().leastIncluded(), -1));
            keep.span()
                    .most()
                    .ifPresent(end -> checkEnd(keep, indicator, end, keep.span().mostIncluded(), 1));
        }
    }

    private void checkEnd(WhatIf.Keep keep, Indicator indicator, Exact end, boolean included, int side) {
        boolean isWhole = indicator.counting() == Indicator.Counting.WHOLE;
        Exact small = isWhole ? Exact.ONE : Exact.of("0.000001");
        Exact beyond = included ? end.plus(small.times(Exact.of(side))) : end;
        Exact value = isWhole ? Exact.of(beyond.rounded(0)) : beyond;
        if (keep.span().contains(value)) {
            return;
        }
        boolean isKept = decide(Map.of(keep.indicator(), value))
                .filter(found.decision()::equals)
                .isPresent();
        if (isKept) {
            breaches.add("%s stays beyond %s, at %s".formatted(found.decision(), keep, value));
        }
    }
}
