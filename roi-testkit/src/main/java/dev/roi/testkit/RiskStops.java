package dev.roi.testkit;

import dev.roi.core.Decision;
import dev.roi.core.Effect;
import dev.roi.core.Exact;
import dev.roi.core.Reading;
import dev.roi.core.Review;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.UnknownReason;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Law 6. */
final class RiskStops {

    private RiskStops() {}

    static List<Clause> clauses() {
        return List.of(
                Clause.of("a risk over its threshold blocks extending and adjusts", RiskStops::overAdjusts)
                        .where(terms -> !terms.alarms.isEmpty()),
                Clause.of("a risk within its threshold pulls no lever", RiskStops::withinPullsNothing)
                        .where(terms -> !terms.alarms.isEmpty()),
                Clause.of("a critical risk stops at once", RiskStops::criticalStops)
                        .where(terms -> !terms.alarms.isEmpty()),
                Clause.of("a critical risk stops in the first month of use too", RiskStops::stopsInTheFirstMonth)
                        .where(terms -> !terms.alarms.isEmpty()),
                Clause.of("a risk that may be critical stops nothing, and adjusts", RiskStops::whatMayBeStopsNothing)
                        .where(terms -> !terms.alarms.isEmpty()),
                Clause.of("an alarm is not over while nobody can tell", RiskStops::staysWhileNobodyCanTell)
                        .where(terms -> !terms.alarms.isEmpty()));
    }

    private static void overAdjusts(Trial trial) {
        for (LawTerms.Alarm alarm : trial.terms().alarms) {
            Exact limit = trial.oracle().limit(alarm.limit());
            for (Exact count : trial.oracle().counts(alarm.indicator())) {
                if (count.isAbove(limit)) {
                    trial.expectAdjusted(
                            alarm.indicator(),
                            alarm.lever(),
                            "%s counts as %s, over %s".formatted(alarm.indicator(), count, limit));
                }
            }
        }
    }

    private static void withinPullsNothing(Trial trial) {
        for (LawTerms.Alarm alarm : trial.terms().alarms) {
            Exact limit = trial.oracle().limit(alarm.limit());
            boolean within = trial.oracle()
                    .interval(alarm.indicator())
                    .filter(interval -> !interval.most().isAbove(limit))
                    .isPresent();
            if (within) {
                trial.expect(
                        !Trial.adjusts(trial.review(), alarm.lever(), alarm.indicator()),
                        () -> "the lever %s not to be pulled for %s, which is not over %s"
                                .formatted(alarm.lever(), alarm.indicator(), limit));
            }
        }
    }

    static boolean isCritical(Trial trial) {
        return trial.terms().alarms.stream().anyMatch(alarm -> isCritical(trial, alarm));
    }

    /** Tells whether a risk is a reason to stop. At the limit exactly, the threshold's own page decides. */
    static boolean mayStop(Trial trial) {
        return trial.terms().alarms.stream().anyMatch(alarm -> mayStop(alarm, trial.oracle()));
    }

    static boolean mayStop(LawTerms.Alarm alarm, Oracle oracle) {
        return isCritical(alarm, oracle, (least, limit) -> !least.isBelow(limit));
    }

    private static boolean isCritical(Trial trial, LawTerms.Alarm alarm) {
        return isCritical(alarm, trial.oracle(), Exact::isAbove);
    }

    /** What is uncertain is critical only where all of it is. */
    private static boolean isCritical(LawTerms.Alarm alarm, Oracle oracle, BiPredicate<Exact, Exact> over) {
        return alarm.critical()
                .map(oracle::limit)
                .filter(limit -> oracle.interval(alarm.indicator())
                        .filter(interval -> over.test(interval.least(), limit))
                        .isPresent())
                .isPresent();
    }

    private static void criticalStops(Trial trial) {
        for (LawTerms.Alarm alarm : trial.terms().alarms) {
            if (isCritical(trial, alarm)) {
                trial.expectStop("%s is critical".formatted(alarm.indicator()));
                trial.expect(
                        Trial.names(trial.review(), Effect.STOP, alarm.indicator()),
                        () -> "a reason to stop that names %s".formatted(alarm.indicator()));
            }
        }
    }

    private static void stopsInTheFirstMonth(Trial trial) {
        if (!isCritical(trial)) {
            return;
        }
        Snapshot only = trial.snapshot();
        for (LawTerms.Alarm alarm : trial.terms().alarms) {
            Optional<Reading.Known> latest = trial.oracle().latest(alarm.indicator());
            if (latest.isPresent()) {
                only = Edit.reading(only, alarm.indicator(), latest.get());
            }
        }
        Scorecard first = Edit.firstUse(Edit.snapshots(trial.scorecard(), List.of(only)), trial.month());
        trial.expectDecision(
                first,
                decision -> decision == Decision.STOP,
                () -> "stop, were it the first month and the month of first use");
    }

    /** A critical value that is not certain, as it would be if nothing else were a reason to stop. */
    private static void whatMayBeStopsNothing(Trial trial) {
        for (LawTerms.Alarm alarm : trial.terms().alarms) {
            alarm.critical().map(trial.oracle()::limit).ifPresent(critical -> {
                Reading anything = Reading.of(critical.plus(Exact.ONE)).within(critical.plus(Exact.ONE));
                Scorecard only = Edit.firstUse(
                        Edit.snapshots(
                                trial.scorecard(),
                                List.of(Edit.reading(trial.snapshot(), alarm.indicator(), anything))),
                        trial.month());
                boolean others = trial.terms().alarms.stream()
                        .filter(other -> !other.indicator().equals(alarm.indicator()))
                        .anyMatch(other -> mayStop(other, trial.oracle(only, trial.month())));
                trial.expectDecision(
                        only,
                        decision -> decision == (others ? Decision.STOP : Decision.ADJUST),
                        () -> "adjust, were %s critical or not in the first month".formatted(alarm.indicator()));
            });
        }
    }

    private static void staysWhileNobodyCanTell(Trial trial) {
        List<YearMonth> complete = trial.scorecard().completeMonths();
        if (complete.size() < 2) {
            return;
        }
        YearMonth before = complete.get(complete.size() - 2);
        for (LawTerms.Alarm alarm : trial.terms().alarms) {
            Exact limit = trial.oracle().limit(alarm.limit());
            List<Exact> over = new ArrayList<>(List.of(limit.plus(Exact.ONE)));
            alarm.critical().map(trial.oracle()::limit).map(Exact.ONE::plus).ifPresent(over::add);
            for (Exact count : over) {
                Scorecard earlier = with(trial.scorecard(), before, alarm, Reading.of(count));
                Reading anything = Reading.of(Exact.ZERO).within(count);
                Review later = trial.review(with(earlier, trial.month(), alarm, anything));
                trial.expect(
                        later.decision() == Decision.STOP || Trial.adjusts(later, alarm.lever(), alarm.indicator()),
                        () -> "the lever %s to be pulled, were %s %s in %s and anything in %s"
                                .formatted(alarm.lever(), alarm.indicator(), count, before, trial.month()),
                        later);
                Scorecard hidden = with(
                        with(trial.scorecard(), before, alarm, Reading.unknown(UnknownReason.NOT_REPORTED)),
                        trial.month(),
                        alarm,
                        anything);
                trial.expectDecision(
                        hidden,
                        decision -> decision.compareTo(Decision.ADJUST) <= 0,
                        () -> "no better than adjust, were %s hidden in %s and anything in %s"
                                .formatted(alarm.indicator(), before, trial.month()));
            }
        }
    }

    private static Scorecard with(Scorecard scorecard, YearMonth at, LawTerms.Alarm alarm, Reading reading) {
        return Edit.month(scorecard, at, month -> Edit.reading(month, alarm.indicator(), reading));
    }
}
