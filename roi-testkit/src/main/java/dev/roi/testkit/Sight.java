package dev.roi.testkit;

import dev.roi.core.Baseline;
import dev.roi.core.Block;
import dev.roi.core.BlockId;
import dev.roi.core.Breakdown;
import dev.roi.core.Dimension;
import dev.roi.core.Direction;
import dev.roi.core.Exact;
import dev.roi.core.Implied;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a scorecard says, worked out from the scorecard and the laws alone: the second opinion that reviews are held
 * against.
 *
 * <p>Better and worse are held against the whole interval of a reading: {@link Bounds} are where it lies at the least and
 * at the most. What is not known may be anything; what has no baseline can be neither better nor worse.
 */
final class Sight {

    private final Policy policy;
    private final IndicatorSet indicators;
    private final Scorecard scorecard;
    private final YearMonth month;

    Sight(Policy policy, Scorecard scorecard, YearMonth month) {
        this.policy = policy;
        this.indicators = policy.indicators();
        this.scorecard = Implied.in(scorecard, indicators);
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

    /** Returns a reading as it counts: nothing in another unit, and not due only where that is true. */
    Reading reading(IndicatorId id, Snapshot snapshot) {
        Indicator indicator = indicators.indicator(id);
        return snapshot.reading(id)
                .fold(
                        known -> isInUnit(indicator, known)
                                ? known
                                : new Reading.Unknown(UnknownReason.OTHER_UNIT, known.note()),
                        unknown -> unknown.reason() == UnknownReason.NOT_DUE
                                        && monthsOfUse(snapshot.month()) >= indicator.lagMonths()
                                ? new Reading.Unknown(UnknownReason.NOT_REPORTED, unknown.note())
                                : unknown);
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

    /** Returns the last known reading of a complete month, up to the reviewed one. */
    Optional<Reading.Known> latest(IndicatorId id) {
        return scorecard.snapshots().stream()
                .filter(Snapshot::isComplete)
                .filter(snapshot -> !snapshot.month().isAfter(month))
                .flatMap(snapshot -> reading(id, snapshot).known().stream())
                .reduce((earlier, later) -> later);
    }

    /** Returns the last known reading where it is certain, so that nothing earlier can still count beside it. */
    Optional<Exact> settled(IndicatorId id) {
        return latest(id).filter(known -> known.uncertainty().isEmpty()).map(Reading.Known::value);
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
        Exact up = known.value().minus(base);
        Exact gain = indicator.direction() == Direction.HIGHER_IS_BETTER ? up : up.negated();
        Exact doubt = known.uncertainty().orElse(Exact.ZERO);
        return Optional.of(new Bounds(side(gain.minus(doubt), room), side(gain.plus(doubt), room)));
    }

    private static Side side(Exact gain, Exact room) {
        if (gain.magnitude().compareTo(room) <= 0) {
            return Side.SAME;
        }
        return gain.signum() > 0 ? Side.BETTER : Side.WORSE;
    }

    boolean isSurelyWorse(IndicatorId id) {
        return bounds(id).filter(Bounds::isSurelyWorse).isPresent();
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
        return isSome(block, snapshot, bounds -> bounds.least() == bounds.most())
                && !isSome(block, snapshot, Bounds::isSurelyBetter);
    }

    private boolean isSome(BlockId block, Snapshot snapshot, java.util.function.Predicate<Bounds> kind) {
        return judging(block).stream()
                .flatMap(id -> reading(id, snapshot).known().flatMap(known -> bounds(id, known)).stream())
                .anyMatch(kind);
    }

    /** Tells whether something that judges a block may be worse: what has a baseline and is not shown not to be. */
    private boolean mayBeWorse(BlockId block, Snapshot snapshot) {
        return judging(block).stream()
                .filter(id ->
                        baseline(id).isPresent() && indicators.indicator(id).hasBetterSide())
                .anyMatch(id -> reading(id, snapshot)
                        .known()
                        .flatMap(known -> bounds(id, known))
                        .map(Bounds::mayBeWorse)
                        .orElse(true));
    }

    private List<IndicatorId> judging(BlockId id) {
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
            Optional<Snapshot> snapshot = scorecard.find(at).filter(Snapshot::isComplete);
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
     * worse. A month that cannot be told is passed over; one that surely was not such a month ends the count.
     */
    long backwardInARow(List<BlockId> blocks, long rampUp) {
        long months = 0;
        YearMonth earliest = scorecard.snapshots().get(0).month();
        for (YearMonth at = month; !at.isBefore(earliest) && monthsOfUse(at) >= rampUp; at = at.minusMonths(1)) {
            Optional<Snapshot> snapshot = scorecard.find(at).filter(Snapshot::isComplete);
            if (snapshot.isEmpty()) {
                continue;
            }
            Snapshot given = snapshot.get();
            boolean worse = blocks.stream().anyMatch(block -> isSome(block, given, Bounds::isSurelyWorse));
            boolean mayBeWorse = worse || blocks.stream().anyMatch(block -> mayBeWorse(block, given));
            if (!mayBeWorse || blocks.stream().anyMatch(block -> improved(block, given))) {
                return months;
            }
            boolean mayHaveImproved = blocks.stream()
                    .anyMatch(block -> isSome(block, given, Bounds::isSurelyBetter)
                            && !isSome(block, given, Bounds::isSurelyWorse));
            if (worse && !mayHaveImproved) {
                months++;
            }
        }
        return months;
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
    Exact share(IndicatorId id, java.util.function.Predicate<String> named) {
        Exact sum = parts(id).entrySet().stream()
                .filter(part -> named.test(part.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Exact.ZERO, Exact::plus);
        Exact whole = whole(id);
        return whole.isZero() ? Exact.ZERO : sum.times(Exact.HUNDRED).dividedBy(whole);
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

    /** Where a reading lies at the least and at the most, with its uncertainty. */
    record Bounds(Side least, Side most) {

        boolean isSurelyBetter() {
            return least == Side.BETTER;
        }

        boolean isSurelyWorse() {
            return most == Side.WORSE;
        }

        boolean mayBeWorse() {
            return least == Side.WORSE;
        }
    }
}
