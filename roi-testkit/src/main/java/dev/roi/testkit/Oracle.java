package dev.roi.testkit;

import dev.roi.core.Baseline;
import dev.roi.core.Block;
import dev.roi.core.BlockId;
import dev.roi.core.Breakdown;
import dev.roi.core.DerivedReadings;
import dev.roi.core.Dimension;
import dev.roi.core.Direction;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.IndicatorSet;
import dev.roi.core.Reading;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.ThresholdId;
import dev.roi.core.Unit;
import dev.roi.core.UnknownReason;
import dev.roi.core.Workflow;
import dev.roi.rules.policy.Policy;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a scorecard says, worked out from the scorecard and the laws alone: the second opinion that reviews are held
 * against.
 *
 * <p>Better and worse are held against the whole interval of a reading: {@link Bounds} are where it lies at the least and
 * at the most. What is not known may be anything; what has no baseline can be neither better nor worse.
 */
final class Oracle {

    private final Policy policy;
    private final IndicatorSet indicators;
    private final Scorecard scorecard;
    private final YearMonth month;

    Oracle(Policy policy, Scorecard scorecard, YearMonth month) {
        this.policy = policy;
        this.indicators = policy.indicators();
        this.scorecard = DerivedReadings.complete(scorecard, indicators);
        this.month = month;
    }

    YearMonth month() {
        return month;
    }

    /** Returns the months with what they imply, such as the definition that is meant where none is given. */
    List<Snapshot> snapshots() {
        return scorecard.snapshots();
    }

    Exact limit(ThresholdId id) {
        return policy.limit(id);
    }

    long limitMonths(ThresholdId id) {
        return limit(id).rounded(0).longValue();
    }

    long monthsOfUse(YearMonth at) {
        return ChronoUnit.MONTHS.between(scorecard.firstUse(), at);
    }

    boolean isDue(IndicatorId id) {
        return monthsOfUse(month) >= indicators.indicator(id).lagMonths();
    }

    /** Returns a reading as it counts: nothing in another unit, and not due or without cases only where that is true. */
    Reading reading(IndicatorId id, Snapshot snapshot) {
        Indicator indicator = indicators.indicator(id);
        return snapshot.reading(id)
                .fold(
                        known -> isInUnit(indicator, known)
                                ? known
                                : new Reading.Unknown(UnknownReason.OTHER_UNIT, known.note()),
                        unknown -> new Reading.Unknown(reason(indicator, snapshot, unknown.reason()), unknown.note()));
    }

    private UnknownReason reason(Indicator indicator, Snapshot snapshot, UnknownReason given) {
        boolean isDue = monthsOfUse(snapshot.month()) >= indicator.lagMonths();
        boolean isReported = given != UnknownReason.NOT_REPORTED && !(given == UnknownReason.NOT_DUE && isDue);
        if (isReported) {
            return given;
        }
        return hasNoCases(indicator.id(), snapshot) ? UnknownReason.NO_CASES : UnknownReason.NOT_REPORTED;
    }

    /** Tells whether what an indicator is a share or cost of was 0 in a month. */
    boolean hasNoCases(IndicatorId id, Snapshot snapshot) {
        return indicators
                .indicator(id)
                .casesOf()
                .flatMap(cases -> reading(cases, snapshot).known())
                .filter(cases -> cases.value().isZero() && doubt(cases).isZero())
                .isPresent();
    }

    /** Counts the months of use since an indicator was last known, the reviewed one included, in which it was due. */
    long monthsUnknown(IndicatorId id) {
        long months = 0;
        for (YearMonth at = month; monthsOfUse(at) >= 0 && isUpToNow(at); at = at.minusMonths(1)) {
            Optional<Reading> reading = complete(at).map(snapshot -> reading(id, snapshot));
            if (reading.flatMap(Reading::known).isPresent()) {
                return months;
            }
            months += reading.filter(unknown -> !isUnknown(unknown, UnknownReason.NOT_DUE))
                            .isPresent()
                    ? 1
                    : 0;
        }
        return months;
    }

    private boolean isUpToNow(YearMonth at) {
        return !at.isBefore(scorecard.snapshots().get(0).month());
    }

    private static boolean isUnknown(Reading reading, UnknownReason reason) {
        return reading.fold(known -> false, unknown -> unknown.reason() == reason);
    }

    private Optional<Snapshot> complete(YearMonth at) {
        return scorecard.find(at).filter(Snapshot::isComplete);
    }

    private boolean isInUnit(Indicator indicator, Reading.Known known) {
        Unit given = known.unit().orElse(indicator.unit());
        boolean ownMoney = indicator.unit().equals(Unit.CURRENCY)
                && scorecard.currency().map(Unit::new).equals(Optional.of(given));
        return given.equals(indicator.unit()) || ownMoney;
    }

    /** Returns the reviewed month's reading. */
    Reading reading(IndicatorId id) {
        return scorecard.find(month).map(snapshot -> reading(id, snapshot)).orElseThrow();
    }

    Optional<Reading.Known> known(IndicatorId id) {
        return reading(id).known();
    }

    /** Returns the last known reading of a complete month, up to the reviewed one; nothing where it had no cases since. */
    Optional<Reading.Known> latest(IndicatorId id) {
        List<Reading.Known> standing = sinceLastWithoutCases(id);
        return standing.isEmpty() ? Optional.empty() : Optional.of(standing.get(standing.size() - 1));
    }

    private List<Reading.Known> sinceLastWithoutCases(IndicatorId id) {
        List<Reading.Known> known = new ArrayList<>();
        for (Snapshot snapshot : scorecard.snapshots()) {
            if (snapshot.isComplete() && !snapshot.month().isAfter(month)) {
                Reading reading = reading(id, snapshot);
                if (isUnknown(reading, UnknownReason.NO_CASES)) {
                    known.clear();
                }
                reading.known().ifPresent(known::add);
            }
        }
        return known;
    }

    /**
     * Returns what an indicator counts as: its last known value and, where that is uncertain, what it cannot exclude of the
     * values before it.
     */
    List<Exact> counts(IndicatorId id) {
        List<Exact> counts = new ArrayList<>();
        latest(id).map(Reading.Known::value).ifPresent(counts::add);
        Indicator indicator = indicators.indicator(id);
        sinceLastWithoutCases(id).stream()
                .map(Interval::of)
                .reduce((before, since) -> narrowed(indicator, before, since))
                .map(Interval::value)
                .filter(value -> counts.stream().anyMatch(last -> isWorse(indicator, value, last)))
                .ifPresent(counts::add);
        return counts;
    }

    private static boolean isWorse(Indicator indicator, Exact value, Exact than) {
        return switch (indicator.direction()) {
            case HIGHER_IS_BETTER -> value.isBelow(than);
            case LOWER_IS_BETTER -> value.isAbove(than);
            case TARGET_RANGE, CONTEXT -> false;
        };
    }

    /** What was known before stands as far as what was measured since allows, and counts where it is worse. */
    private static Interval narrowed(Indicator indicator, Interval before, Interval since) {
        Exact value = before.value();
        Exact nearest =
                value.isBelow(since.least()) ? since.least() : value.isAbove(since.most()) ? since.most() : value;
        return isWorse(indicator, nearest, since.value()) ? new Interval(nearest, since.least(), since.most()) : since;
    }

    /** Returns where the last known reading may lie. */
    Optional<Interval> interval(IndicatorId id) {
        return latest(id).map(Interval::of);
    }

    /**
     * Tells whether a month is unknown after which no reading excludes that an indicator was over a limit, though it was
     * measured since.
     */
    boolean mayHaveBeenMissed(IndicatorId id, Exact limit) {
        boolean open = false;
        boolean missed = false;
        for (YearMonth at = scorecard.snapshots().get(0).month(); !at.isAfter(month); at = at.plusMonths(1)) {
            Optional<Reading> reading = complete(at).map(snapshot -> reading(id, snapshot));
            Optional<Reading.Known> known = reading.flatMap(Reading::known);
            if (known.isPresent()) {
                open &= Interval.of(known.get()).most().isAbove(limit);
                missed = open;
            } else if (reading.filter(given -> isUnknown(given, UnknownReason.NO_CASES))
                    .isPresent()) {
                open = false;
                missed = false;
            } else {
                open |= reading.filter(given -> isUnknown(given, UnknownReason.NOT_DUE))
                        .isEmpty();
            }
        }
        return missed;
    }

    Optional<Baseline.Defined> baseline(IndicatorId id) {
        return Optional.ofNullable(scorecard.baselines().get(id))
                .flatMap(baseline -> baseline.fold(Optional::of, undefined -> Optional.empty()));
    }

    /** Holds the reviewed month's reading against its baseline; nothing where that cannot be done. */
    Optional<Bounds> bounds(IndicatorId id) {
        return known(id).flatMap(known -> bounds(id, known));
    }

    private Optional<Bounds> bounds(IndicatorId id, Reading.Known known) {
        Indicator indicator = indicators.indicator(id);
        Optional<Baseline.Defined> baseline = baseline(id);
        if (baseline.isEmpty() || !indicator.hasBetterSide()) {
            return Optional.empty();
        }
        Optional<String> before = baseline.get().definition();
        if (before.isPresent() && known.definition().isPresent() && !before.equals(known.definition())) {
            return Optional.empty();
        }
        Exact base = baseline.get().value();
        Exact room = base.magnitude().times(indicator.tolerance()).dividedBy(Exact.HUNDRED);
        Exact counted = counted(indicator, known);
        Exact doubt = doubt(known);
        boolean up = indicator.direction() == Direction.HIGHER_IS_BETTER;
        return Optional.of(new Bounds(
                side(indicator, up ? counted.minus(doubt) : counted.plus(doubt), base, room),
                side(indicator, counted, base, room),
                side(indicator, up ? counted.plus(doubt) : counted.minus(doubt), base, room)));
    }

    /** What has to have a destination counts as far as it has one. */
    private static Exact counted(Indicator indicator, Reading.Known known) {
        Optional<Dimension> needed = indicator
                .breakdown()
                .filter(breakdown -> breakdown.counting() == Breakdown.Counting.ASSIGNED)
                .map(Breakdown::dimension);
        return needed.map(dimension -> known.by().getOrDefault(dimension, Map.of()).entrySet().stream()
                        .filter(part -> !part.getKey().equals(Breakdown.UNASSIGNED))
                        .map(part -> part.getValue().value())
                        .reduce(Exact.ZERO, Exact::plus))
                .orElse(known.value());
    }

    private static Side side(Indicator indicator, Exact value, Exact base, Exact room) {
        boolean isBelow = value.isBelow(base.minus(room));
        if (!isBelow && !value.isAbove(base.plus(room))) {
            return Side.SAME;
        }
        if (isBelow == (indicator.direction() == Direction.LOWER_IS_BETTER)) {
            return Side.BETTER;
        }
        boolean meetsObjective = indicator
                .objective()
                .filter(objective -> objective.isMetBy(value))
                .isPresent();
        return meetsObjective ? Side.SAME : Side.WORSE;
    }

    boolean isSurelyWorse(IndicatorId id) {
        return bounds(id).filter(Bounds::isSurelyWorse).isPresent();
    }

    boolean isSurelyBetter(IndicatorId id) {
        return bounds(id).filter(Bounds::isSurelyBetter).isPresent();
    }

    /** Tells whether a reading was not shown not to be worse. */
    boolean mayBeWorse(IndicatorId id) {
        return bounds(id).map(Bounds::mayBeWorse).orElse(true);
    }

    /** Tells whether a block surely improved in the reviewed month. */
    boolean improved(BlockId block) {
        return improved(block, scorecard.find(month).orElseThrow());
    }

    boolean improved(BlockId block, Snapshot snapshot) {
        return isSome(block, snapshot, Bounds::isSurelyBetter) && !mayBeWorse(block, snapshot);
    }

    /** Tells whether what judges a block was told in the reviewed month, and nothing of it was better. */
    boolean isToldNotImproved(BlockId block) {
        Snapshot snapshot = scorecard.find(month).orElseThrow();
        return isSome(block, snapshot, bounds -> bounds.worst() == bounds.best())
                && !isSome(block, snapshot, Bounds::isSurelyBetter);
    }

    private boolean isSome(BlockId block, Snapshot snapshot, Predicate<Bounds> kind) {
        return judging(block).stream()
                .flatMap(id -> reading(id, snapshot).known().flatMap(known -> bounds(id, known)).stream())
                .anyMatch(kind);
    }

    /** Tells whether something that judges a block may be worse: what has a baseline and is not shown not to be. */
    private boolean mayBeWorse(BlockId block, Snapshot snapshot) {
        return may(compared(block).filter(id -> !surelyMeetsObjective(id, snapshot)), snapshot, Bounds::mayBeWorse);
    }

    private boolean surelyMeetsObjective(IndicatorId id, Snapshot snapshot) {
        Optional<Interval> known = reading(id, snapshot).known().map(Interval::of);
        return indicators
                .indicator(id)
                .objective()
                .filter(objective -> known.filter(
                                interval -> objective.isMetBy(interval.least()) && objective.isMetBy(interval.most()))
                        .isPresent())
                .isPresent();
    }

    /** Tells whether something that judges a block is of a kind, or may be for all that is known. */
    private boolean may(Stream<IndicatorId> judging, Snapshot snapshot, Predicate<Bounds> kind) {
        return judging.anyMatch(id -> reading(id, snapshot)
                .known()
                .flatMap(known -> bounds(id, known))
                .map(kind::test)
                .orElse(true));
    }

    /** Returns what judges a block and has a baseline; without one it can be neither better nor worse. */
    private Stream<IndicatorId> compared(BlockId block) {
        return judging(block).stream()
                .filter(id ->
                        baseline(id).isPresent() && indicators.indicator(id).hasBetterSide());
    }

    List<IndicatorId> judging(BlockId id) {
        return indicators.blocks().stream()
                .filter(block -> block.id().equals(id))
                .findFirst()
                .map(Block::judgedBy)
                .orElse(List.of());
    }

    /** Counts the complete months up to the reviewed one, without a gap, in which all these blocks surely improved. */
    long improvedInARow(List<BlockId> blocks) {
        long months = 0;
        for (YearMonth at = month; ; at = at.minusMonths(1)) {
            Optional<Snapshot> snapshot = complete(at);
            boolean improved =
                    snapshot.isPresent() && blocks.stream().allMatch(block -> improved(block, snapshot.get()));
            if (!improved) {
                return months;
            }
            months++;
        }
    }

    /**
     * Counts the months past the ramp-up, back from the reviewed one, in which none of these blocks improved and one was
     * worse. An undetermined month is passed over; one that surely was not such a month ends the count.
     */
    Backward backwardInARow(List<BlockId> blocks, long rampUp) {
        long surely = 0;
        long untold = 0;
        YearMonth earliest = scorecard.snapshots().get(0).month();
        for (YearMonth at = month; !at.isBefore(earliest) && monthsOfUse(at) >= rampUp; at = at.minusMonths(1)) {
            Optional<Snapshot> snapshot = complete(at);
            if (snapshot.isEmpty()) {
                continue;
            }
            Snapshot given = snapshot.get();
            boolean isCleared = blocks.stream().anyMatch(block -> improved(block, given))
                    || blocks.stream().noneMatch(block -> mayBeWorse(block, given));
            if (isCleared) {
                break;
            }
            boolean surelyBackward = blocks.stream().noneMatch(block -> mayHaveImproved(block, given))
                    && blocks.stream().anyMatch(block -> isSome(block, given, Bounds::isSurelyWorse));
            surely += surelyBackward ? 1 : 0;
            untold += surelyBackward ? 0 : 1;
        }
        return new Backward(surely, untold);
    }

    /** Tells whether a block may have improved: nothing surely was worse, and something was better, or may have been. */
    private boolean mayHaveImproved(BlockId block, Snapshot snapshot) {
        return !isSome(block, snapshot, Bounds::isSurelyWorse) && may(compared(block), snapshot, Bounds::mayBeBetter);
    }

    /** Returns what the parts of the reviewed month's reading are worth, with what is missing of the whole. */
    Map<String, Exact> parts(IndicatorId id) {
        Indicator indicator = indicators.indicator(id);
        Dimension dimension = indicator.breakdown().orElseThrow().dimension();
        Reading.Known known = known(id).orElseThrow();
        Map<String, Exact> parts = new TreeMap<>();
        known.by().getOrDefault(dimension, Map.of()).forEach((name, part) -> parts.put(name, part.value()));
        if (!known.by().containsKey(dimension)) {
            parts.put(Breakdown.UNASSIGNED, known.value());
        }
        Exact rest = whole(id).minus(known.value());
        if (rest.signum() > 0) {
            parts.merge(Breakdown.UNASSIGNED, rest, Exact::plus);
        }
        return parts;
    }

    /** Returns what the parts of the reviewed month's reading are parts of. */
    Exact whole(IndicatorId id) {
        return indicators
                .indicator(id)
                .partOf()
                .flatMap(this::known)
                .or(() -> known(id))
                .orElseThrow()
                .value();
    }

    /** Returns the share of the whole, in percent, that parts have; 0 where there is no whole. */
    Exact share(IndicatorId id, Predicate<String> named) {
        Exact sum = parts(id).entrySet().stream()
                .filter(part -> named.test(part.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Exact.ZERO, Exact::plus);
        Exact whole = whole(id);
        return whole.isZero() ? Exact.ZERO : sum.times(Exact.HUNDRED).dividedBy(whole);
    }

    /**
     * Returns the greatest share, in percent, that may be outside parts with these names: where the whole is as large as it
     * may be, and what is inside as small. Nothing where it is not known what they are parts of.
     */
    Optional<Exact> mostOutside(IndicatorId id, Predicate<String> inside) {
        Reading.Known known = known(id).orElseThrow();
        Optional<Reading.Known> whole = indicators.indicator(id).partOf().flatMap(this::known);
        Exact named = parts(id).entrySet().stream()
                .filter(part -> inside.test(part.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Exact.ZERO, Exact::plus);
        Exact least = named.minus(doubt(known)).signum() < 0 ? Exact.ZERO : named.minus(doubt(known));
        return whole.map(all -> all.value().plus(doubt(all)))
                .filter(most -> most.signum() > 0)
                .map(most -> most.minus(least).times(Exact.HUNDRED).dividedBy(most));
    }

    boolean isAuthorised(String workflow) {
        return scorecard.workflows().stream()
                .anyMatch(entry ->
                        entry.id().equals(workflow) && entry.authorisation() == Workflow.Authorisation.AUTHORISED);
    }

    /** Returns how much an indicator grows over its base, in percent, at the least and at the most. */
    Optional<Growth> growth(IndicatorId id) {
        Optional<Reading.Known> base = indicators.indicator(id).growsOver().flatMap(this::known);
        return known(id)
                .flatMap(known -> base.map(over -> new Growth(
                        growth(known.value(), over.value()),
                        growth(known.value().plus(doubt(known)), over.value().minus(doubt(over))))));
    }

    private static Exact doubt(Reading.Known known) {
        return known.uncertainty().orElse(Exact.ZERO);
    }

    // growth from less than 1 counts as growth from 1
    private static Exact growth(Exact value, Exact base) {
        Exact divisor = base.isBelow(Exact.ONE) ? Exact.ONE : base;
        return value.minus(base).times(Exact.HUNDRED).dividedBy(divisor);
    }

    record Growth(Exact percent, Exact most) {}

    /** Where a reading lies against its baseline. */
    enum Side {
        WORSE,
        SAME,
        BETTER
    }

    /** How many months surely went backwards, and how many of those between them are undetermined. */
    record Backward(long surely, long untold) {}

    /** Where a number may lie. */
    record Interval(Exact value, Exact least, Exact most) {

        static Interval of(Reading.Known known) {
            Exact doubt = doubt(known);
            return new Interval(
                    known.value(), known.value().minus(doubt), known.value().plus(doubt));
        }
    }

    /** Where a reading lies at the worst, by its own value and at the best. */
    record Bounds(Side worst, Side own, Side best) {

        boolean isSurelyBetter() {
            return worst == Side.BETTER;
        }

        boolean isSurelyWorse() {
            return best == Side.WORSE;
        }

        boolean mayBeBetter() {
            return best == Side.BETTER;
        }

        boolean mayBeWorse() {
            return worst == Side.WORSE;
        }
    }
}
