package dev.roi.testkit;

import dev.roi.core.Baseline;
import dev.roi.core.Block;
import dev.roi.core.BlockId;
import dev.roi.core.Decision;
import dev.roi.core.Effect;
import dev.roi.core.Evidence;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.Justification;
import dev.roi.core.Lever;
import dev.roi.core.LeverId;
import dev.roi.core.Reading;
import dev.roi.core.Review;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.UnknownReason;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Law 3. */
final class UnknownBlocks {

    private UnknownBlocks() {}

    static List<Clause> clauses() {
        return List.of(
                Clause.of("every unknown indicator is listed with its reason", UnknownBlocks::isListed),
                Clause.of(
                                "an unknown indicator that extending depends on asks for instrumentation",
                                UnknownBlocks::unknownAdjusts)
                        .where(terms -> terms.unknownLever.isPresent()),
                Clause.of(
                                "an indicator that extending needs compared, and that has nothing to be compared with,"
                                        + " asks for instrumentation",
                                UnknownBlocks::notComparableAdjusts)
                        .where(terms -> terms.unknownLever.isPresent()),
                Clause.of(
                                "an outcome that judges a block and has no baseline is said by name",
                                UnknownBlocks::withoutBaselineIsSaid)
                        .where(terms -> terms.months.isPresent()),
                Clause.of(
                                "an outcome whose baseline is not known blocks extending where its block must not be worse",
                                UnknownBlocks::undefinedBaselineBlocks)
                        .where(terms -> terms.months.isPresent()),
                Clause.of(
                        "nothing to measure blocks extending and, until it lasts, pulls no lever",
                        UnknownBlocks::noCasesBlocks),
                Clause.of("nothing to measure for long asks for instrumentation", UnknownBlocks::noCasesForLongAdjusts)
                        .where(terms -> terms.unknownLever.isPresent() && terms.noCasesMonths.isPresent()),
                Clause.of(
                                "an alarm that may have been missed, and that nothing measured since excludes, asks for"
                                        + " instrumentation",
                                UnknownBlocks::missedAlarmAdjusts)
                        .where(terms -> terms.unknownLever.isPresent() && !terms.alarms.isEmpty()),
                Clause.of("what is truly not due blocks extending and pulls no lever", UnknownBlocks::notDueBlocks),
                Clause.of(
                        "hiding a reading of the reviewed month never helps", UnknownBlocks::hidingThisMonthNeverHelps),
                Clause.of(
                        "hiding a reading of another month, or of all months, never helps",
                        UnknownBlocks::hidingOtherMonthsNeverHelps),
                Clause.of(
                                "hiding readings before one that is uncertain never helps",
                                UnknownBlocks::hidingBeforeUncertainNeverHelps)
                        .where(terms -> terms.unknownLever.isPresent() && !terms.alarms.isEmpty()),
                Clause.of(
                                "a scope that would be extended is asked for instrumentation when a needed reading is"
                                        + " hidden",
                                UnknownBlocks::hidingBlocksExtending)
                        .where(terms -> terms.unknownLever.isPresent()),
                Clause.of("an alarm whose reading goes dark stays an alarm", UnknownBlocks::darkAlarmStays),
                Clause.of("nothing measured is neither extended nor stopped", UnknownBlocks::nothingNeverPasses));
    }

    private static void isListed(Trial trial) {
        Map<IndicatorId, UnknownReason> expected = new LinkedHashMap<>();
        trial.indicators().stream()
                .filter(indicator -> indicator.shown() == Indicator.Shown.ALWAYS)
                .forEach(indicator -> trial.oracle()
                        .reading(indicator.id())
                        .fold(
                                known -> Optional.<UnknownReason>empty(),
                                unknown -> Optional.ofNullable(expected.put(indicator.id(), unknown.reason()))));
        Map<IndicatorId, UnknownReason> came = new LinkedHashMap<>();
        trial.review().unknown().forEach(unknown -> came.put(unknown.indicator(), unknown.reason()));
        trial.expect(
                List.copyOf(came.entrySet()).equals(List.copyOf(expected.entrySet())),
                () -> "these to be unknown: %s, and not these: %s".formatted(expected, came));
    }

    private static void unknownAdjusts(Trial trial) {
        LeverId lever = trial.terms().unknownLever.orElseThrow();
        for (Indicator indicator : trial.indicators()) {
            Optional<UnknownReason> reason = reason(trial, indicator.id());
            boolean isHidden = reason.filter(why -> why != UnknownReason.NOT_DUE && why != UnknownReason.NO_CASES)
                    .isPresent();
            if (LawTerms.isNeeded(indicator) && isHidden) {
                trial.expectAdjusted(
                        indicator.id(),
                        lever,
                        "%s is unknown (%s)"
                                .formatted(indicator.id(), reason.get().word()));
            }
        }
    }

    private static boolean isUnknownFor(Oracle oracle, IndicatorId id, UnknownReason reason) {
        return oracle.reading(id).fold(known -> false, unknown -> unknown.reason() == reason);
    }

    private static Optional<UnknownReason> reason(Trial trial, IndicatorId id) {
        return trial.oracle().reading(id).fold(known -> Optional.empty(), unknown -> Optional.of(unknown.reason()));
    }

    private static void notComparableAdjusts(Trial trial) {
        LeverId lever = trial.terms().unknownLever.orElseThrow();
        for (Indicator indicator : trial.indicators()) {
            boolean known = trial.oracle().known(indicator.id()).isPresent();
            if (LawTerms.isNeededCompared(indicator)
                    && indicator.hasBetterSide()
                    && known
                    && trial.oracle().bounds(indicator.id()).isEmpty()) {
                trial.expectAdjusted(indicator.id(), lever, "%s has no comparable baseline".formatted(indicator.id()));
            }
        }
    }

    /** Of a block that no kind of month counts nothing is decided, so that what cannot judge it need not be said. */
    private static void withoutBaselineIsSaid(Trial trial) {
        Set<BlockId> counted = trial.engine().policy().monthKinds().stream()
                .flatMap(kind -> Stream.of(kind.improved(), kind.noneImproved(), kind.oneWorse()))
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        for (Block block : trial.engine().indicators().blocks()) {
            for (IndicatorId id : block.judgedBy()) {
                boolean isSilent = counted.contains(block.id())
                        && trial.indicator(id).hasBetterSide()
                        && trial.oracle().known(id).isPresent()
                        && trial.oracle().baseline(id).isEmpty();
                if (isSilent) {
                    trial.expect(
                            trial.review().justifications().stream().anyMatch(reason -> Trial.names(reason, id)),
                            () -> "a note or reason that names %s, which judges %s and has no baseline"
                                    .formatted(id, block.id()));
                }
            }
        }
    }

    private static void undefinedBaselineBlocks(Trial trial) {
        for (BlockId block : trial.terms().months.orElseThrow().notWorse()) {
            for (IndicatorId id : trial.oracle().judging(block)) {
                boolean isUndefined = trial.baseline(id).stream().anyMatch(Baseline.Undefined.class::isInstance);
                if (isUndefined) {
                    trial.expectBlocked(id, "the baseline of %s is not known".formatted(id));
                }
            }
        }
    }

    private static Stream<IndicatorId> withoutCases(Trial trial) {
        return trial.indicators().stream()
                .filter(LawTerms::isNeeded)
                .map(Indicator::id)
                .filter(id -> reason(trial, id).equals(Optional.of(UnknownReason.NO_CASES)));
    }

    private static boolean isForLong(Trial trial, long months) {
        return trial.terms()
                .noCasesMonths
                .filter(enough -> months >= trial.oracle().limitMonths(enough))
                .isPresent();
    }

    private static void noCasesBlocks(Trial trial) {
        withoutCases(trial).forEach(id -> {
            trial.expectBlocked(id, "%s had no cases".formatted(id));
            if (!isForLong(trial, trial.oracle().monthsUnknown(id))) {
                expectNoLever(trial, trial.review(), id, "had no cases");
            }
        });
    }

    private static void noCasesForLongAdjusts(Trial trial) {
        LeverId lever = trial.terms().unknownLever.orElseThrow();
        withoutCases(trial)
                .filter(id -> isForLong(trial, trial.oracle().monthsUnknown(id)))
                .forEach(id -> trial.expectAdjusted(
                        id,
                        lever,
                        "%s had no cases for %s months"
                                .formatted(id, trial.oracle().monthsUnknown(id))));
    }

    private static void expectNoLever(Trial trial, Review review, IndicatorId id, String why) {
        trial.expect(
                review.justifications(Effect.ADJUST).stream()
                        .noneMatch(adjustment -> restsOnNothingBut(adjustment, id)),
                () -> "no lever to be pulled for %s, which %s".formatted(id, why),
                review);
    }

    private static void missedAlarmAdjusts(Trial trial) {
        LeverId lever = trial.terms().unknownLever.orElseThrow();
        for (LawTerms.Alarm alarm : trial.terms().alarms) {
            Exact limit = trial.oracle().limit(alarm.limit());
            boolean straddles = trial.oracle()
                    .interval(alarm.indicator())
                    .filter(last -> last.most().isAbove(limit) && !last.least().isAbove(limit))
                    .isPresent();
            if (straddles && trial.oracle().mayHaveBeenMissed(alarm.indicator(), limit)) {
                trial.expectBlocked(alarm.indicator(), "%s may be over %s".formatted(alarm.indicator(), limit));
                trial.expect(
                        Trial.adjusts(trial.review(), lever, alarm.indicator())
                                || Trial.adjusts(trial.review(), alarm.lever(), alarm.indicator()),
                        () -> "the lever %s to be pulled for %s, which may have been over %s in a month that is unknown"
                                .formatted(lever, alarm.indicator(), limit));
            }
        }
    }

    private static void notDueBlocks(Trial trial) {
        for (Indicator indicator : trial.indicators()) {
            IndicatorId id = indicator.id();
            if (!LawTerms.isNeeded(indicator) || !reason(trial, id).equals(Optional.of(UnknownReason.NOT_DUE))) {
                continue;
            }
            trial.expectBlocked(id, "%s is not due".formatted(id));
            expectNoLever(trial, trial.review(), id, "is not due");
        }
    }

    private static boolean restsOnNothingBut(Justification adjustment, IndicatorId id) {
        List<Evidence> evidence = adjustment.evidence();
        return evidence.size() == 1
                && evidence.get(0).indicator().equals(id)
                && evidence.get(0).value().isEmpty()
                && evidence.get(0).latest().isEmpty();
    }

    private static void hidingThisMonthNeverHelps(Trial trial) {
        for (Indicator indicator : trial.indicators()) {
            if (trial.oracle().known(indicator.id()).isPresent()) {
                expectHidingNeverHelps(
                        trial,
                        hidden(trial, trial.scorecard(), indicator.id(), trial.month()::equals),
                        "%s of %s".formatted(indicator.id(), trial.month()));
            }
        }
    }

    private static void hidingOtherMonthsNeverHelps(Trial trial) {
        List<YearMonth> complete = trial.scorecard().completeMonths();
        if (complete.size() < 2) {
            return;
        }
        Set<IndicatorId> judging = new TreeSet<>();
        trial.engine().indicators().blocks().stream().map(Block::judgedBy).forEach(judging::addAll);
        trial.indicators().stream()
                .flatMap(indicator -> indicator.casesOf().stream())
                .forEach(judging::add);
        int at = 0;
        for (IndicatorId id : judging) {
            // another month for each indicator, so that over many scorecards every month has its turn
            YearMonth month = complete.get(at++ % (complete.size() - 1));
            expectHidingNeverHelps(
                    trial, hidden(trial, trial.scorecard(), id, month::equals), "%s of %s".formatted(id, month));
            expectHidingNeverHelps(
                    trial, hidden(trial, trial.scorecard(), id, each -> true), "%s of every month".formatted(id));
        }
    }

    /** Hides readings of months; what had no cases is hidden as if there had been some. */
    private static Scorecard hidden(Trial trial, Scorecard scorecard, IndicatorId id, Predicate<YearMonth> when) {
        return Edit.months(
                scorecard,
                snapshot -> when.test(snapshot.month())
                                && snapshot.reading(id).known().isPresent()
                        ? Edit.reading(snapshot, id, hidden(trial, id, snapshot))
                        : snapshot);
    }

    private static Reading hidden(Trial trial, IndicatorId id, Snapshot snapshot) {
        return Reading.unknown(
                trial.oracle().hasNoCases(id, snapshot) ? UnknownReason.NOT_INSTRUMENTED : UnknownReason.NOT_REPORTED);
    }

    /**
     * What an uncertain reading cannot exclude is not forgotten, and no more so where nobody knows what it was: one month
     * before, or all of them, is hidden, once from the scorecard as it is and once with its last reading made uncertain.
     */
    private static void hidingBeforeUncertainNeverHelps(Trial trial) {
        for (Indicator indicator : trial.indicators()) {
            IndicatorId id = indicator.id();
            Optional<Reading.Known> last = trial.oracle().known(id);
            List<YearMonth> earlier = trial.scorecard().completeMonths().stream()
                    .filter(month -> month.isBefore(trial.month()))
                    .filter(month -> trial.scorecard()
                            .find(month)
                            .flatMap(snapshot -> snapshot.reading(id).known())
                            .isPresent())
                    .toList();
            if (last.isEmpty() || earlier.isEmpty()) {
                continue;
            }
            Exact doubt = last.get()
                    .uncertainty()
                    .orElse(last.get().value().magnitude().plus(Exact.ONE));
            Scorecard uncertain = Edit.known(trial.scorecard(), trial.month(), id, known -> known.within(doubt));
            Decision before = trial.decision(uncertain);
            YearMonth one = earlier.get((id.value().length() + earlier.size()) % earlier.size());
            for (Predicate<YearMonth> when :
                    List.<Predicate<YearMonth>>of(one::equals, month -> month.isBefore(trial.month()))) {
                Scorecard hidden = hidden(trial, uncertain, id, when);
                trial.expectDecision(
                        hidden,
                        after -> after.compareTo(Decision.ADJUST) <= 0 || after.compareTo(before) <= 0,
                        () ->
                                "no better than adjust when %s before %s is hidden, since it was %s when it was known, with %s ± %s"
                                        .formatted(
                                                id,
                                                trial.month(),
                                                before.word(),
                                                last.get().value(),
                                                doubt));
            }
        }
    }

    private static void expectHidingNeverHelps(Trial trial, Scorecard hidden, String what) {
        if (hidden.equals(trial.scorecard())) {
            return;
        }
        Decision before = trial.review().decision();
        trial.expectDecision(
                hidden,
                after -> after.compareTo(Decision.ADJUST) <= 0 || after.compareTo(before) <= 0,
                () -> "no better than adjust when %s is hidden, since it was %s when it was known"
                        .formatted(what, before.word()));
    }

    private static void hidingBlocksExtending(Trial trial) {
        if (trial.review().decision() != Decision.EXTEND) {
            return;
        }
        LeverId lever = trial.terms().unknownLever.orElseThrow();
        for (Indicator indicator : trial.indicators()) {
            if (!LawTerms.isNeeded(indicator)) {
                continue;
            }
            for (UnknownReason reason : List.of(
                    UnknownReason.NOT_REPORTED,
                    UnknownReason.NOT_INSTRUMENTED,
                    UnknownReason.SCATTERED,
                    UnknownReason.NOT_DUE,
                    UnknownReason.NO_CASES)) {
                Scorecard hidden = Edit.month(
                        trial.scorecard(),
                        trial.month(),
                        snapshot -> Edit.reading(snapshot, indicator.id(), Reading.unknown(reason)));
                Review after = trial.review(hidden);
                Oracle oracle = trial.oracle(hidden, trial.month());
                if (isUnknownFor(oracle, indicator.id(), UnknownReason.NO_CASES)) {
                    trial.expect(
                            after.decision() != Decision.EXTEND
                                    && Trial.names(after, Effect.BLOCKS_EXTEND, indicator.id()),
                            () -> "extending to be blocked when %s has no cases".formatted(indicator.id()),
                            after);
                    continue;
                }
                List<LeverId> levers = after.levers().stream().map(Lever::id).toList();
                boolean nothingElse = levers.equals(List.of(lever));
                boolean adjusts = after.decision() == Decision.ADJUST
                        || (after.decision() == Decision.STOP && isCriticalInTheDark(trial, indicator.id()));
                trial.expect(
                        adjusts
                                && levers.contains(lever)
                                && (!nothingElse || DecisionsAreComplete.saysExtendBlocked(after)),
                        () -> "extending to be blocked, and %s to be asked for, when %s is %s"
                                .formatted(lever, indicator.id(), reason.word()),
                        after);
            }
        }
    }

    /** Tells whether a risk was critical in a month before the reviewed one, so that hiding it stops. */
    private static boolean isCriticalInTheDark(Trial trial, IndicatorId id) {
        Oracle before = trial.oracle(trial.scorecard(), trial.month().minusMonths(1));
        return trial.terms().alarms.stream()
                .filter(alarm -> alarm.indicator().equals(id))
                .anyMatch(alarm -> RiskStops.mayStop(alarm, before));
    }

    /** What made a scope stop or adjust does so the month after too, when everything stays and its reading is hidden. */
    private static void darkAlarmStays(Trial trial) {
        YearMonth next = trial.month().plusMonths(1);
        Scorecard known = Edit.upTo(trial.scorecard(), trial.month());
        for (Indicator indicator : trial.indicators()) {
            IndicatorId id = indicator.id();
            List<Justification> alarms = trial.review().justifications().stream()
                    .filter(reason -> reason.effect() == Effect.STOP || reason.effect() == Effect.ADJUST)
                    .filter(reason -> Trial.names(reason, id))
                    .toList();
            if (alarms.isEmpty() || trial.oracle().known(id).isEmpty()) {
                continue;
            }
            Snapshot dark = Edit.reading(Edit.at(trial.snapshot(), next), id, hidden(trial, id, trial.snapshot()));
            Review after = trial.review(Edit.and(known, dark));
            for (Justification alarm : alarms) {
                boolean stays = after.decision() == Decision.STOP
                        || alarm.lever()
                                .filter(lever -> Trial.adjusts(after, lever.id(), id))
                                .isPresent();
                trial.expect(
                        stays,
                        () -> "the alarm %s (%s) to stay in %s, where all is as it was and %s is hidden"
                                .formatted(alarm.rule(), alarm.effect().word(), next, id),
                        after);
            }
        }
    }

    private static void nothingNeverPasses(Trial trial) {
        Scorecard hidden = Edit.months(
                trial.scorecard(), snapshot -> new Snapshot(snapshot.month(), snapshot.completeness(), Map.of()));
        trial.expectDecision(
                hidden, decision -> decision == Decision.ADJUST, () -> "adjust where nothing at all is reported");
        Map<IndicatorId, Baseline> none = Map.of();
        trial.expectDecision(
                Edit.baselines(hidden, none),
                decision -> decision == Decision.ADJUST,
                () -> "adjust where nothing at all is reported, not even a baseline");
    }
}
