package dev.roi.testkit;

import dev.roi.core.Decision;
import dev.roi.core.Effect;
import dev.roi.core.Exact;
import dev.roi.core.Reading;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

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
                Clause.of("a critical risk is not over while nobody can tell", RiskStops::staysWhileNobodyCanTell)
                        .where(terms -> !terms.alarms.isEmpty()));
    }

    private static void overAdjusts(Trial trial) {
        for (LawTerms.Alarm alarm : trial.terms().alarms) {
            Exact limit = trial.sight().limit(alarm.limit());
            Optional<Exact> value = trial.sight().latest(alarm.indicator()).map(Reading.Known::value);
            if (value.filter(number -> number.isAbove(limit)).isPresent()) {
                trial.expectAdjusted(
                        alarm.indicator(),
                        alarm.lever(),
                        "%s was %s at the last count, over %s".formatted(alarm.indicator(), value.get(), limit));
            }
        }
    }

    private static void withinPullsNothing(Trial trial) {
        for (LawTerms.Alarm alarm : trial.terms().alarms) {
            Exact limit = trial.sight().limit(alarm.limit());
            boolean within = trial.sight()
                    .settled(alarm.indicator())
                    .filter(value -> !value.isAbove(limit))
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

    /** At the limit exactly, the threshold's own page decides. */
    static boolean mayBeCritical(Trial trial) {
        return trial.terms().alarms.stream()
                .anyMatch(alarm -> alarm.critical()
                        .map(trial.sight()::limit)
                        .filter(limit -> trial.sight()
                                .latest(alarm.indicator())
                                .filter(known -> !known.value()
                                        .plus(known.uncertainty().orElse(Exact.ZERO))
                                        .isBelow(limit))
                                .isPresent())
                        .isPresent());
    }

    private static boolean isCritical(Trial trial, LawTerms.Alarm alarm) {
        return alarm.critical()
                .map(trial.sight()::limit)
                .filter(limit -> trial.sight()
                        .latest(alarm.indicator())
                        .filter(known -> known.value().isAbove(limit))
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
            Optional<Reading.Known> latest = trial.sight().latest(alarm.indicator());
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

    private static void staysWhileNobodyCanTell(Trial trial) {
        List<YearMonth> complete = trial.scorecard().completeMonths();
        if (complete.size() < 2) {
            return;
        }
        YearMonth before = complete.get(complete.size() - 2);
        for (LawTerms.Alarm alarm : trial.terms().alarms) {
            alarm.critical().map(trial.sight()::limit).ifPresent(limit -> {
                Reading critical = Reading.of(limit.plus(Exact.ONE));
                Reading anything = Reading.of(Exact.ZERO).within(limit.plus(Exact.ONE));
                Scorecard earlier = Edit.month(
                        trial.scorecard(), before, month -> Edit.reading(month, alarm.indicator(), critical));
                Scorecard later =
                        Edit.month(earlier, trial.month(), month -> Edit.reading(month, alarm.indicator(), anything));
                trial.expectDecision(
                        later,
                        decision -> decision == Decision.STOP,
                        () -> "stop, were %s critical in %s and anything in %s"
                                .formatted(alarm.indicator(), before, trial.month()));
            });
        }
    }
}
