package dev.roi.testkit;

import dev.roi.core.Baseline;
import dev.roi.core.Breakdown;
import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.Reading;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.Workflow;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Law 17. */
final class GuardrailsAreVetoes {

    /** More months than any policy needs to extend. */
    private static final int MONTHS = 13;

    private static final String WORKFLOW = "guarded";

    private GuardrailsAreVetoes() {}

    static List<Clause> clauses() {
        return List.of(Clause.of(
                "with everything else as good as can be, a failed guardrail still forbids what it forbids",
                GuardrailsAreVetoes::goodReadingsElsewhereLiftNoVeto));
    }

    private static void goodReadingsElsewhereLiftNoVeto(Trial trial) {
        failed(trial)
                .forEach((id, most) -> trial.expectDecision(
                        perfectBut(trial, id),
                        decision -> decision.compareTo(most) <= 0,
                        () -> "no better than %s, with everything but %s as good as can be"
                                .formatted(most.word(), id)));
    }

    /** Returns the guardrails that the reviewed month fails, with the best decision that each of them leaves. */
    private static Map<IndicatorId, Decision> failed(Trial trial) {
        Map<IndicatorId, Decision> failed = new LinkedHashMap<>();
        LawTerms.In terms = trial.terms();
        Oracle oracle = trial.oracle();
        for (Indicator indicator : trial.indicators()) {
            IndicatorId id = indicator.id();
            Optional<Reading.Known> known = oracle.known(id);
            boolean mayBeWorse = LawTerms.isNeededCompared(indicator) && oracle.mayBeWorse(id);
            if (LawTerms.isNeeded(indicator) && (known.isEmpty() || mayBeWorse)) {
                failed.put(id, Decision.MAINTAIN);
            }
        }
        terms.hiddenCost.stream().filter(oracle::mayBeWorse).forEach(id -> failed.put(id, Decision.MAINTAIN));
        terms.hiddenWhereGiven.stream().filter(oracle::isSurelyWorse).forEach(id -> failed.put(id, Decision.MAINTAIN));
        terms.openWork
                .map(LawTerms.OpenWork::indicator)
                .filter(oracle::isSurelyWorse)
                .ifPresent(id -> failed.put(id, Decision.MAINTAIN));
        terms.system.ifPresent(system -> system.absorbing().stream()
                .filter(oracle::isSurelyWorse)
                .forEach(id -> failed.put(id, Decision.ADJUST)));
        terms.capacity.ifPresent(capacity -> oracle.known(capacity.indicator())
                .filter(known -> !known.value().isAbove(oracle.limit(capacity.least()))
                        || share(trial, capacity.indicator(), capacity.withoutDestination(), false))
                .ifPresent(known -> failed.put(capacity.indicator(), Decision.MAINTAIN)));
        terms.money.ifPresent(money -> oracle.known(money.indicator())
                .filter(known -> share(trial, money.indicator(), money.limit(), true))
                .ifPresent(known -> failed.put(money.indicator(), Decision.MAINTAIN)));
        terms.alarms.forEach(alarm -> oracle.known(alarm.indicator()).ifPresent(known -> {
            boolean critical = alarm.critical()
                    .filter(limit -> Oracle.Interval.of(known).least().isAbove(oracle.limit(limit)))
                    .isPresent();
            if (critical) {
                failed.put(alarm.indicator(), Decision.STOP);
            } else if (known.value().isAbove(oracle.limit(alarm.limit()))) {
                failed.put(alarm.indicator(), Decision.ADJUST);
            }
        }));
        return failed;
    }

    private static boolean share(Trial trial, IndicatorId id, dev.roi.core.ThresholdId limit, boolean authorisation) {
        if (trial.indicator(id).breakdown().isEmpty()) {
            return false;
        }
        Oracle oracle = trial.oracle();
        return oracle.share(id, name -> authorisation ? !oracle.isAuthorised(name) : name.equals(Breakdown.UNASSIGNED))
                .isAbove(oracle.limit(limit));
    }

    /** A year of use in which all is as good as can be, but one reading of the reviewed month is as it was. */
    static Scorecard perfectBut(Trial trial, IndicatorId kept) {
        Map<IndicatorId, Reading> perfect = new TreeMap<>();
        Map<IndicatorId, Baseline> baselines = new TreeMap<>();
        for (Indicator indicator : trial.indicators()) {
            Exact value = value(trial, indicator);
            if (!follows(indicator)) {
                perfect.put(
                        indicator.id(),
                        isSource(trial, indicator.id())
                                ? Reading.of(value)
                                : Values.perfect(indicator, value, WORKFLOW));
            }
            baselines.put(indicator.id(), Baseline.of(worse(indicator, value)));
        }
        Optional.ofNullable(trial.scorecard().baselines().get(kept))
                .ifPresentOrElse(baseline -> baselines.put(kept, baseline), () -> baselines.remove(kept));
        Map<IndicatorId, Reading> last = new TreeMap<>(perfect);
        last.put(kept, trial.snapshot().reading(kept));
        // what the reading is part of, or read against, belongs to it
        Indicator indicator = trial.indicator(kept);
        indicator.partOf().ifPresent(whole -> last.put(whole, trial.snapshot().reading(whole)));
        indicator
                .computed()
                .ifPresent(computation -> trial.indicators().stream()
                        .filter(other -> other.computed()
                                .filter(also -> also.sources().equals(computation.sources()))
                                .isPresent())
                        .forEach(other -> last.put(other.id(), trial.snapshot().reading(other.id()))));
        List<Snapshot> snapshots = new ArrayList<>();
        for (YearMonth month = trial.month().minusMonths(MONTHS - 1);
                month.isBefore(trial.month());
                month = month.plusMonths(1)) {
            snapshots.add(Snapshot.complete(month, perfect));
        }
        snapshots.add(Snapshot.complete(trial.month(), last));
        List<Workflow> workflows = new ArrayList<>(trial.scorecard().workflows());
        workflows.add(new Workflow(
                WORKFLOW, WORKFLOW, Workflow.Authorisation.AUTHORISED, Workflow.Priority.PRIORITY, Optional.empty()));
        Scorecard scorecard = trial.scorecard();
        return Edit.firstUse(
                scorecard.withWorkflows(workflows).withBaselines(baselines).withSnapshots(snapshots),
                trial.month().minusMonths(3 * MONTHS));
    }

    /** Tells whether an indicator is not given, since what is spent and gained gives it. */
    private static boolean follows(Indicator indicator) {
        return indicator
                .computed()
                .filter(computation -> computation.fold(share -> false, gain -> true, ratio -> true))
                .isPresent();
    }

    private static boolean isSource(Trial trial, IndicatorId id) {
        return trial.indicators().stream()
                .anyMatch(indicator -> indicator
                        .computed()
                        .filter(computation -> computation.sources().contains(id))
                        .isPresent());
    }

    private static Exact value(Trial trial, Indicator indicator) {
        boolean money = indicator.growsOver().isPresent()
                || indicator.partOf().isPresent()
                || trial.indicators().stream()
                        .anyMatch(other -> other.growsOver().equals(Optional.of(indicator.id()))
                                || other.partOf().equals(Optional.of(indicator.id())));
        Exact ten = Exact.of(10);
        return money && indicator.range().contains(ten) ? ten : Values.best(indicator, Exact.HUNDRED);
    }

    private static Exact worse(Indicator indicator, Exact best) {
        Exact hundred = Exact.HUNDRED;
        Exact worse = switch (indicator.direction()) {
            case HIGHER_IS_BETTER -> best.dividedBy(Exact.of(2));
            case LOWER_IS_BETTER -> best.plus(hundred);
            case TARGET_RANGE, CONTEXT -> best;
        };
        return indicator.range().contains(worse) ? worse : best;
    }
}
