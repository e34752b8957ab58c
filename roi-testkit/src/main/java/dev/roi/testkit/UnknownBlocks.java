package dev.roi.testkit;

import dev.roi.core.Baseline;
import dev.roi.core.Block;
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

/** Law 3. */
final class UnknownBlocks {

    private static final Reading HIDDEN = Reading.unknown(UnknownReason.NOT_REPORTED);

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
                Clause.of("what is truly not due blocks extending and pulls no lever", UnknownBlocks::notDueBlocks),
                Clause.of(
                        "hiding a reading of the reviewed month never helps", UnknownBlocks::hidingThisMonthNeverHelps),
                Clause.of(
                        "hiding a reading of another month, or of all months, never helps",
                        UnknownBlocks::hidingOtherMonthsNeverHelps),
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
        trial.indicators()
                .forEach(indicator -> trial.sight()
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
            if (LawTerms.isNeeded(indicator) && reason.isPresent() && reason.get() != UnknownReason.NOT_DUE) {
                trial.expectAdjusted(
                        indicator.id(),
                        lever,
                        "%s is unknown (%s)"
                                .formatted(indicator.id(), reason.get().word()));
            }
        }
    }

    private static Optional<UnknownReason> reason(Trial trial, IndicatorId id) {
        return trial.sight().reading(id).fold(known -> Optional.empty(), unknown -> Optional.of(unknown.reason()));
    }

    private static void notComparableAdjusts(Trial trial) {
        LeverId lever = trial.terms().unknownLever.orElseThrow();
        for (Indicator indicator : trial.indicators()) {
            boolean known = trial.sight().known(indicator.id()).isPresent();
            if (LawTerms.isNeededCompared(indicator)
                    && indicator.hasBetterSide()
                    && known
                    && trial.sight().bounds(indicator.id()).isEmpty()) {
                trial.expectAdjusted(indicator.id(), lever, "%s has no comparable baseline".formatted(indicator.id()));
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
            trial.expect(
                    trial.review().justifications(Effect.ADJUST).stream()
                            .noneMatch(adjustment -> restsOnNothingBut(adjustment, id)),
                    () -> "no lever to be pulled for %s, which is not due".formatted(id));
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
            if (trial.sight().known(indicator.id()).isPresent()) {
                expectHidingNeverHelps(
                        trial,
                        Edit.known(trial.scorecard(), trial.month(), indicator.id(), known -> HIDDEN),
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
        int at = 0;
        for (IndicatorId id : judging) {
            // another month for each indicator, so that over many scorecards every month has its turn
            YearMonth month = complete.get(at++ % (complete.size() - 1));
            expectHidingNeverHelps(
                    trial, Edit.known(trial.scorecard(), month, id, known -> HIDDEN), "%s of %s".formatted(id, month));
            expectHidingNeverHelps(
                    trial, Edit.known(trial.scorecard(), id, known -> HIDDEN), "%s of every month".formatted(id));
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
                    UnknownReason.NOT_DUE)) {
                Review after = trial.review(Edit.month(
                        trial.scorecard(),
                        trial.month(),
                        snapshot -> Edit.reading(snapshot, indicator.id(), Reading.unknown(reason))));
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

    /** Tells whether a risk may last have been critical in a month before the reviewed one, so that hiding it stops. */
    private static boolean isCriticalInTheDark(Trial trial, IndicatorId id) {
        YearMonth before = trial.month().minusMonths(1);
        return trial.terms().alarms.stream()
                .filter(alarm -> alarm.indicator().equals(id))
                .flatMap(alarm -> alarm.critical().stream())
                .anyMatch(critical -> trial.sight(trial.scorecard(), before)
                        .latest(id)
                        .filter(known -> !known.value()
                                .plus(known.uncertainty().orElse(Exact.ZERO))
                                .isBelow(trial.sight().limit(critical)))
                        .isPresent());
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
            if (alarms.isEmpty() || trial.sight().known(id).isEmpty()) {
                continue;
            }
            Snapshot dark = Edit.reading(Edit.at(trial.snapshot(), next), id, HIDDEN);
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
