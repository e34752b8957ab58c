package dev.roi.testkit;

import dev.roi.core.Breakdown;
import dev.roi.core.Dashboard;
import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.Reading;
import dev.roi.core.Snapshot;
import dev.roi.core.Trend;
import dev.roi.core.trend.TrendSettings;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Law 15. */
final class FewPointsHaveNoPower {

    private FewPointsHaveNoPower() {}

    static List<Clause> clauses() {
        return List.of(
                Clause.of(
                        "with too little history a trend is undetermined, never stable", FewPointsHaveNoPower::trends),
                Clause.of(
                                "a comparison that may be worse blocks extending",
                                FewPointsHaveNoPower::straddlingBaselineBlocks)
                        .where(terms -> terms.policy().indicators().indicators().stream()
                                .anyMatch(LawTerms::isNeededCompared)),
                Clause.of(
                                "a value that may be over its limit blocks extending",
                                FewPointsHaveNoPower::straddlingLimitBlocks)
                        .where(terms ->
                                !terms.alarms.isEmpty() || terms.uptake.isPresent() || terms.capacity.isPresent()),
                Clause.of(
                                "where two limits have to be met, both being possible blocks extending",
                                FewPointsHaveNoPower::straddlingTogetherBlocks)
                        .where(terms ->
                                terms.months.isPresent() && (terms.spending.isPresent() || terms.uptake.isPresent())),
                Clause.of("growth that may be beyond its limit blocks extending", FewPointsHaveNoPower::growthBlocks)
                        .where(terms -> !terms.growth.isEmpty()),
                Clause.of("uncertainty never helps", FewPointsHaveNoPower::uncertaintyNeverHelps),
                Clause.of(
                        "what may still change, is a bound or is of some days only never helps, and is not extended"
                                + " from",
                        SaidOfReadings::neverHelps));
    }

    private static void trends(Trial trial) {
        TrendSettings settings = trial.policy().trend();
        for (Dashboard.Row row : trial.review().dashboard().rows()) {
            for (Dashboard.Cell cell : row.cells()) {
                long points = points(trial, figure(trial, cell));
                Trend trend = cell.trend();
                trial.expect(
                        points >= settings.stablePoints() || trend.course() != Trend.Course.STABLE,
                        () -> "%s never to be stable on %s comparable points".formatted(cell.indicator(), points));
                boolean unknown = cell.value().isEmpty();
                trial.expect(
                        points >= settings.signalPoints()
                                || trend.equals(Trend.undetermined(
                                        unknown ? Trend.Reason.UNKNOWN_THIS_MONTH : Trend.Reason.INSUFFICIENT_HISTORY)),
                        () -> "the trend of %s to be undetermined on %s comparable points"
                                .formatted(cell.indicator(), points));
            }
        }
    }

    /** Tells whose figure a cell shows: what breaks another one down, and is as much, goes where that one goes. */
    private static IndicatorId figure(Trial trial, Dashboard.Cell cell) {
        return trial.policy()
                .indicators()
                .indicator(cell.indicator())
                .partOf()
                .filter(whole -> cell.value().isPresent()
                        && cell.value().equals(trial.oracle().known(whole).map(Reading.Known::value)))
                .orElse(cell.indicator());
    }

    /** Counts the complete months whose reading may be read together with the reviewed month's. */
    private static long points(Trial trial, IndicatorId id) {
        Optional<Reading.Known> now = trial.oracle().known(id);
        return trial.oracle().snapshots().stream()
                .filter(Snapshot::isComplete)
                .filter(snapshot -> !snapshot.month().isAfter(trial.month()))
                .flatMap(snapshot -> trial.oracle().reading(id, snapshot).known().stream())
                .filter(known -> now.filter(current -> current.definition().equals(known.definition()))
                        .isPresent())
                .count();
    }

    private static void straddlingBaselineBlocks(Trial trial) {
        for (Indicator indicator : trial.indicators()) {
            boolean straddles = trial.oracle()
                    .bounds(indicator.id())
                    .filter(bounds -> bounds.mayBeWorse() && !bounds.isSurelyWorse())
                    .isPresent();
            if (LawTerms.isNeededCompared(indicator) && straddles) {
                trial.expectBlocked(indicator.id(), "with its uncertainty %s may be worse".formatted(indicator.id()));
            }
        }
    }

    private static void straddlingLimitBlocks(Trial trial) {
        trial.terms().alarms.forEach(alarm -> {
            Exact limit = trial.oracle().limit(alarm.limit());
            expectBlockedWhere(
                    trial, alarm.indicator(), most(trial, alarm.indicator()).filter(most -> most.isAbove(limit)));
        });
        trial.terms().uptake.ifPresent(adoption -> {
            Exact limit = trial.oracle().limit(adoption.low());
            expectBlockedWhere(
                    trial,
                    adoption.indicator(),
                    least(trial, adoption.indicator()).filter(least -> least.isBelow(limit)));
        });
        trial.terms().capacity.ifPresent(capacity -> {
            Exact limit = trial.oracle().limit(capacity.least());
            expectBlockedWhere(
                    trial,
                    capacity.indicator(),
                    least(trial, capacity.indicator()).filter(least -> !least.isAbove(limit)));
            expectDestinations(trial, capacity);
        });
    }

    /** Hours that are uncertain may be those without a destination. */
    private static void expectDestinations(Trial trial, LawTerms.Capacity capacity) {
        IndicatorId id = capacity.indicator();
        Exact doubt =
                trial.oracle().known(id).flatMap(Reading.Known::uncertainty).orElse(Exact.ZERO);
        if (doubt.isZero() || trial.indicator(id).breakdown().isEmpty()) {
            return;
        }
        Exact unassigned = trial.oracle().parts(id).getOrDefault(Breakdown.UNASSIGNED, Exact.ZERO);
        Exact whole = trial.oracle().whole(id);
        Exact most = unassigned.plus(doubt).isAbove(whole) ? whole : unassigned.plus(doubt);
        Exact limit = trial.oracle().limit(capacity.withoutDestination());
        boolean mayBe = unassigned.signum() > 0 && most.times(Exact.HUNDRED).isAbove(whole.times(limit));
        if (mayBe) {
            trial.expectBlocked(id, "%s of %s may have no destination".formatted(most, id));
        }
    }

    private static void expectBlockedWhere(Trial trial, IndicatorId id, Optional<Exact> end) {
        end.ifPresent(value -> trial.expectBlocked(id, "with its uncertainty %s may be %s".formatted(id, value)));
    }

    private static Optional<Exact> least(Trial trial, IndicatorId id) {
        return trial.oracle()
                .known(id)
                .map(known -> known.value().minus(known.uncertainty().orElse(Exact.ZERO)));
    }

    private static Optional<Exact> most(Trial trial, IndicatorId id) {
        return trial.oracle()
                .known(id)
                .map(known -> known.value().plus(known.uncertainty().orElse(Exact.ZERO)));
    }

    private static void straddlingTogetherBlocks(Trial trial) {
        boolean results = trial.terms().months.orElseThrow().results().stream().anyMatch(trial.oracle()::improved);
        trial.terms().spending.filter(budget -> !results).ifPresent(budget -> {
            Exact limit = trial.oracle().limit(budget.limit());
            expectBlockedWhere(
                    trial, budget.indicator(), most(trial, budget.indicator()).filter(most -> !most.isBelow(limit)));
        });
        trial.terms()
                .uptake
                .ifPresent(adoption -> adoption.direction().ifPresent(direction -> {
                    Exact high = trial.oracle().limit(direction.high());
                    Exact floor = trial.oracle().limit(direction.dispersed());
                    boolean mayBeHigh = most(trial, adoption.indicator())
                            .filter(most -> most.isAbove(high))
                            .isPresent();
                    for (IndicatorId focus : direction.focus()) {
                        if (mayBeHigh) {
                            expectBlockedWhere(trial, focus, least(trial, focus).filter(least -> least.isBelow(floor)));
                        }
                    }
                }));
    }

    private static void growthBlocks(Trial trial) {
        for (LawTerms.Held held : trial.terms().growth) {
            Exact limit = trial.oracle().limit(held.limit());
            trial.oracle()
                    .growth(held.indicator())
                    .filter(growth -> growth.most().isAbove(limit))
                    .ifPresent(growth -> trial.expectBlocked(
                            held.indicator(),
                            "with its uncertainty %s may grow by %s %%".formatted(held.indicator(), growth.most())));
        }
    }

    private static void uncertaintyNeverHelps(Trial trial) {
        List<YearMonth> complete = trial.scorecard().completeMonths();
        int turn = complete.size();
        for (Indicator indicator : trial.indicators()) {
            // another month for each indicator, so that over many scorecards every month has its turn
            YearMonth other = complete.get(turn % complete.size());
            boolean little = turn++ % 2 == 0;
            expectNoHelp(trial, indicator.id(), trial.month(), little);
            if (!other.equals(trial.month())) {
                expectNoHelp(trial, indicator.id(), other, !little);
            }
        }
    }

    private static void expectNoHelp(Trial trial, IndicatorId id, YearMonth month, boolean little) {
        Optional<Reading.Known> known = trial.oracle()
                .reading(id, trial.scorecard().find(month).orElseThrow())
                .known();
        if (known.isEmpty()) {
            return;
        }
        Exact size = known.get().value().magnitude();
        Exact more =
                little ? size.dividedBy(Exact.of(8)) : size.times(Exact.of(9)).plus(Exact.HUNDRED);
        Exact uncertainty =
                known.get().uncertainty().orElse(Exact.ZERO).plus(more).plus(Exact.ONE);
        Decision was = trial.review().decision();
        trial.expectDecision(
                Edit.known(trial.scorecard(), month, id, from -> from.within(uncertainty)),
                after -> after.compareTo(was) <= 0 || (was == Decision.STOP && after == Decision.ADJUST),
                () -> "no better than %s, with %s of %s uncertain by %s".formatted(was.word(), id, month, uncertainty));
    }
}
