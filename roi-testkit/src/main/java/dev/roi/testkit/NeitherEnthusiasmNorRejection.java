package dev.roi.testkit;

import dev.roi.core.Decision;
import dev.roi.core.Effect;
import dev.roi.core.Justification;
import dev.roi.core.Lever;
import dev.roi.core.LeverId;
import dev.roi.core.Review;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Law 11. */
final class NeitherEnthusiasmNorRejection {

    private NeitherEnthusiasmNorRejection() {}

    static List<Clause> clauses() {
        return List.of(
                clause(
                        "extending follows enough successive complete months that surely were better",
                        NeitherEnthusiasmNorRejection::extendingIsEarned),
                clause("one good month is not enough", NeitherEnthusiasmNorRejection::oneGoodMonth),
                clause(
                        "a missing, partial or unknown month ends a good streak",
                        NeitherEnthusiasmNorRejection::goodStreakEnds),
                clause(
                        "stopping follows enough months that surely were bad, or a critical risk",
                        NeitherEnthusiasmNorRejection::stoppingIsEarned),
                clause("enough months that surely were bad stop", NeitherEnthusiasmNorRejection::badMonthsStop),
                clause("undetermined months ask for instrumentation", NeitherEnthusiasmNorRejection::untoldMonthsAdjust)
                        .where(terms -> terms.months.isPresent() && terms.unknownLever.isPresent()),
                clause(
                        "where the first use is not given, that is said and nothing else changes",
                        NeitherEnthusiasmNorRejection::assumptionIsSaid),
                clause("one bad month is not enough", NeitherEnthusiasmNorRejection::oneBadMonth),
                clause("a dip in the ramp-up is no reason to stop", NeitherEnthusiasmNorRejection::rampUpIsSpared),
                clause(
                        "a missing, partial or unknown month neither ends nor lengthens a bad streak",
                        NeitherEnthusiasmNorRejection::badStreakStays));
    }

    private static Clause clause(String sentence, java.util.function.Consumer<Trial> check) {
        return Clause.of(sentence, check)
                .where(terms -> terms.months
                        .filter(months ->
                                !months.better().isEmpty() && !months.results().isEmpty())
                        .isPresent());
    }

    private static LawTerms.Months months(Trial trial) {
        return trial.terms().months.orElseThrow();
    }

    private static long limit(Trial trial, dev.roi.core.ThresholdId id) {
        return trial.oracle().limitMonths(id);
    }

    private static void extendingIsEarned(Trial trial) {
        long good = trial.oracle().improvedInARow(months(trial).better());
        long needed = limit(trial, months(trial).extend());
        if (good < needed) {
            trial.expectNeverExtend("%s good months in a row, %s are needed".formatted(good, needed));
        }
    }

    private static Scorecard onlyThisMonth(Trial trial) {
        return Edit.firstUse(
                Edit.snapshots(trial.scorecard(), List.of(trial.snapshot())),
                trial.month().minusMonths(36));
    }

    private static void oneGoodMonth(Trial trial) {
        if (limit(trial, months(trial).extend()) > 1) {
            trial.expectNoExtend(
                    onlyThisMonth(trial), () -> "on %s alone, without the months before".formatted(trial.month()));
        }
    }

    private static void goodStreakEnds(Trial trial) {
        if (trial.review().decision() != Decision.EXTEND
                || limit(trial, months(trial).extend()) < 2) {
            return;
        }
        Scorecard good = Edit.upTo(trial.scorecard(), trial.month());
        YearMonth next = trial.month().plusMonths(1);
        Snapshot after = Edit.at(trial.snapshot(), next.plusMonths(1));
        Snapshot partial = Edit.completeness(Edit.at(trial.snapshot(), next), Snapshot.Completeness.PARTIAL);
        expect(trial, Edit.and(good, after), "a missing month, and then one as good");
        expect(trial, Edit.and(good, partial, after), "a partial month, and then one as good");
        expect(trial, Edit.and(good, unknown(next), after), "an unknown month, and then one as good");
        expect(trial, Edit.and(good, unknown(next)), "an unknown month");
    }

    private static void expect(Trial trial, Scorecard later, String what) {
        trial.expectNoExtend(later, () -> "after %s follows %s".formatted(what, trial.month()));
    }

    private static Snapshot unknown(YearMonth month) {
        return Snapshot.complete(month, Map.of());
    }

    private static Oracle.Backward bad(Trial trial) {
        return trial.oracle()
                .backwardInARow(
                        months(trial).results(), limit(trial, months(trial).rampUp()));
    }

    private static void stoppingIsEarned(Trial trial) {
        long needed = limit(trial, months(trial).stop());
        long bad = bad(trial).surely();
        if (bad < needed && !RiskStops.mayStop(trial)) {
            trial.expect(
                    trial.review().decision() != Decision.STOP,
                    () -> "never stop: %s bad months past the ramp-up, %s are needed, and no critical risk"
                            .formatted(bad, needed));
        }
    }

    private static void badMonthsStop(Trial trial) {
        long needed = limit(trial, months(trial).stop());
        long bad = bad(trial).surely();
        if (bad >= needed) {
            trial.expectStop("%s bad months past the ramp-up, where %s are enough".formatted(bad, needed));
        }
    }

    private static void untoldMonthsAdjust(Trial trial) {
        long needed = limit(trial, months(trial).stop());
        Oracle.Backward bad = bad(trial);
        if (bad.surely() < needed && bad.surely() + bad.untold() >= needed) {
            LeverId lever = trial.terms().unknownLever.orElseThrow();
            trial.expect(
                    trial.review().decision().compareTo(Decision.ADJUST) <= 0
                            && trial.review().levers().stream().map(Lever::id).anyMatch(lever::equals),
                    () -> "adjust with the lever %s: %s months surely were bad, %s are undetermined, and %s are enough"
                            .formatted(lever, bad.surely(), bad.untold(), needed));
        }
    }

    /** Where the first use is not given, the review says that it was taken from the earliest month. */
    private static void assumptionIsSaid(Trial trial) {
        if (trial.scorecard().scope().firstUse().isPresent()) {
            return;
        }
        Review given = trial.review(Edit.firstUse(
                trial.scorecard(), trial.scorecard().snapshots().get(0).month()));
        List<Justification> more = new ArrayList<>(trial.review().justifications());
        more.removeAll(given.justifications());
        trial.expect(
                given.decision() == trial.review().decision()
                        && !more.isEmpty()
                        && more.stream().allMatch(reason -> reason.effect() == Effect.NOTE),
                () -> "the same decision, and a note that the first use is not given");
    }

    private static void oneBadMonth(Trial trial) {
        if (limit(trial, months(trial).stop()) > 1 && !RiskStops.mayStop(trial)) {
            trial.expectDecision(
                    onlyThisMonth(trial),
                    decision -> decision != Decision.STOP,
                    () -> "never stop on %s alone, without the months before".formatted(trial.month()));
        }
    }

    private static void rampUpIsSpared(Trial trial) {
        long rampUp = limit(trial, months(trial).rampUp());
        if (rampUp < 1 || RiskStops.mayStop(trial)) {
            return;
        }
        YearMonth firstUse = trial.month().minusMonths(rampUp - 1);
        trial.expectDecision(
                Edit.firstUse(trial.scorecard(), firstUse),
                decision -> decision != Decision.STOP,
                () -> "never stop were %s the month of first use, and %s within the ramp-up"
                        .formatted(firstUse, trial.month()));
    }

    private static void badStreakStays(Trial trial) {
        Scorecard upTo = Edit.upTo(trial.scorecard(), trial.month());
        YearMonth next = trial.month().plusMonths(1);
        Snapshot partial = Edit.completeness(Edit.at(trial.snapshot(), next), Snapshot.Completeness.PARTIAL);
        boolean stops = trial.review().decision() == Decision.STOP;
        List<Scorecard> later = List.of(
                Edit.and(upTo, unknown(next)),
                Edit.and(upTo, unknown(next.plusMonths(1))),
                Edit.and(upTo, partial, unknown(next.plusMonths(1))));
        for (Scorecard each : later) {
            trial.expectDecision(
                    each,
                    decision -> (decision == Decision.STOP) == stops,
                    () -> "%s after months that are unknown, partial or missing follow %s"
                            .formatted(stops ? "stop as before" : "never stop, as before", trial.month()));
        }
    }
}
