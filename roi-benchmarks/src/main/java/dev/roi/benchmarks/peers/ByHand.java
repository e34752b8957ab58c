package dev.roi.benchmarks.peers;

import dev.roi.core.Decision;
import dev.roi.core.LeverId;
import dev.roi.core.RuleId;
import dev.roi.core.ThresholdId;
import dev.roi.rules.policy.Policy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The coding-agent policy written by hand in plain Java: one pass over the facts, and what they say together at the end.
 * It is the limit that an engine with rules in files is held against.
 */
final class ByHand implements Peer {

    // in the policy's order; what each rule does is said by the masks below
    private static final List<String> RULES = List.of(
            "critical-sensitive-data",
            "critical-off-policy-usage",
            "going-backwards-too-long",
            "sensitive-data-alerts",
            "off-policy-usage",
            "high-adoption-dispersed-usage",
            "low-adoption",
            "lead-time-worse",
            "review-time-worse",
            "rework-worse",
            "budget-without-results",
            "cost-not-authorised",
            "cost-without-workflow",
            "hidden-cost",
            "open-work-piles-up",
            "forecast-grows",
            "hours-not-reallocated",
            "hours-without-destination",
            "time-to-market-worse",
            "too-few-good-months",
            "needed-indicator-unknown",
            "no-cases-for-long",
            "needed-comparison-unknown",
            "dispersion-unknown",
            "comparison-leans-worse",
            "comparison-undetermined",
            "alarm-not-excluded",
            "limit-undetermined",
            "no-cases",
            "effects-not-due",
            "improvement-undetermined",
            "going-backwards-undetermined",
            "delivery-improved-in-a-row",
            "capacity-reallocated",
            "local-gain-only",
            "perception-above-measurement",
            "gain-not-felt",
            "needed-trend-worsening",
            "uneven-cost-by-team",
            "cost-above-baseline",
            "no-authorised-workflow",
            "definition-on-one-side",
            "measured-otherwise",
            "outcomes-without-baseline",
            "first-use-assumed",
            "months-missing",
            "budget-ahead-of-plan",
            "dispersion-no-cases",
            "forecast-measured-otherwise",
            "forecast-over-nothing",
            "free-for-months",
            "hidden-cost-undetermined",
            "hidden-cost-unknown",
            "open-work-undetermined",
            "open-work-unknown");

    private static final long CRITICAL_DATA = bit("critical-sensitive-data");
    private static final long CRITICAL_USAGE = bit("critical-off-policy-usage");
    private static final long TOO_LONG = bit("going-backwards-too-long");
    private static final long DATA_ALERTS = bit("sensitive-data-alerts");
    private static final long OFF_POLICY = bit("off-policy-usage");
    private static final long DISPERSED = bit("high-adoption-dispersed-usage");
    private static final long LOW_ADOPTION = bit("low-adoption");
    private static final long LEAD_TIME = bit("lead-time-worse");
    private static final long REVIEW_TIME = bit("review-time-worse");
    private static final long REWORK = bit("rework-worse");
    private static final long BUDGET = bit("budget-without-results");
    private static final long NOT_AUTHORISED = bit("cost-not-authorised");
    private static final long WITHOUT_WORKFLOW = bit("cost-without-workflow");
    private static final long HIDDEN_COST = bit("hidden-cost");
    private static final long PILES_UP = bit("open-work-piles-up");
    private static final long FORECAST = bit("forecast-grows");
    private static final long NOT_REALLOCATED = bit("hours-not-reallocated");
    private static final long WITHOUT_DESTINATION = bit("hours-without-destination");
    private static final long TIME_TO_MARKET = bit("time-to-market-worse");
    private static final long TOO_FEW = bit("too-few-good-months");
    private static final long UNKNOWN = bit("needed-indicator-unknown");
    private static final long NO_CASES_FOR_LONG = bit("no-cases-for-long");
    private static final long NOT_COMPARABLE = bit("needed-comparison-unknown");
    private static final long DISPERSION_UNKNOWN = bit("dispersion-unknown");
    private static final long LEANS_WORSE = bit("comparison-leans-worse");
    private static final long UNDETERMINED = bit("comparison-undetermined");
    private static final long NOT_EXCLUDED = bit("alarm-not-excluded");
    private static final long AT_LIMIT = bit("limit-undetermined");
    private static final long NO_CASES = bit("no-cases");
    private static final long NOT_DUE = bit("effects-not-due");
    private static final long IMPROVEMENT_UNDETERMINED = bit("improvement-undetermined");
    private static final long BACKWARDS_UNDETERMINED = bit("going-backwards-undetermined");
    private static final long IN_A_ROW = bit("delivery-improved-in-a-row");
    private static final long REALLOCATED = bit("capacity-reallocated");
    private static final long LOCAL_GAIN = bit("local-gain-only");
    private static final long PERCEPTION = bit("perception-above-measurement");
    private static final long NOT_FELT = bit("gain-not-felt");
    private static final long TREND = bit("needed-trend-worsening");
    private static final long UNEVEN = bit("uneven-cost-by-team");
    private static final long COST = bit("cost-above-baseline");
    private static final long NO_WORKFLOW = bit("no-authorised-workflow");
    private static final long ONE_SIDE = bit("definition-on-one-side");
    private static final long OTHERWISE = bit("measured-otherwise");
    private static final long NO_BASELINE = bit("outcomes-without-baseline");
    private static final long FIRST_USE = bit("first-use-assumed");
    private static final long MISSING = bit("months-missing");
    private static final long AHEAD_OF_PLAN = bit("budget-ahead-of-plan");
    private static final long DISPERSION_NO_CASES = bit("dispersion-no-cases");
    private static final long FORECAST_OTHERWISE = bit("forecast-measured-otherwise");
    private static final long FORECAST_OVER_NOTHING = bit("forecast-over-nothing");
    private static final long FREE = bit("free-for-months");
    private static final long HIDDEN_COST_UNDETERMINED = bit("hidden-cost-undetermined");
    private static final long HIDDEN_COST_UNKNOWN = bit("hidden-cost-unknown");
    private static final long OPEN_WORK_UNDETERMINED = bit("open-work-undetermined");
    private static final long OPEN_WORK_UNKNOWN = bit("open-work-unknown");

    private static final long STOP = CRITICAL_DATA | CRITICAL_USAGE | TOO_LONG;
    private static final long SUPPORT = IN_A_ROW | REALLOCATED;
    private static final long BLOCK = NOT_AUTHORISED
            | WITHOUT_WORKFLOW
            | HIDDEN_COST
            | PILES_UP
            | FORECAST
            | NOT_REALLOCATED
            | WITHOUT_DESTINATION
            | TIME_TO_MARKET
            | TOO_FEW
            | UNDETERMINED
            | AT_LIMIT
            | NO_CASES
            | NOT_DUE
            | IMPROVEMENT_UNDETERMINED
            | DISPERSION_NO_CASES
            | FORECAST_OTHERWISE
            | FORECAST_OVER_NOTHING
            | HIDDEN_COST_UNDETERMINED
            | HIDDEN_COST_UNKNOWN
            | OPEN_WORK_UNDETERMINED
            | OPEN_WORK_UNKNOWN;

    private static final Set<String> ALARMS = Set.of(
            "sensitive-data-alerts",
            "off-policy-usage",
            "adoption-rate",
            "traceability-rate",
            "priority-usage-share",
            "budget-consumed");

    private static final LeverId[] LEVERS = {
        new LeverId("workflow"),
        new LeverId("budget"),
        new LeverId("training"),
        new LeverId("review"),
        new LeverId("data-policy"),
        new LeverId("instrumentation")
    };
    private static final long[] PULLED = {
        DISPERSED,
        BUDGET | AHEAD_OF_PLAN,
        LOW_ADOPTION,
        LEAD_TIME | REVIEW_TIME | REWORK | LEANS_WORSE,
        DATA_ALERTS | OFF_POLICY,
        UNKNOWN | NO_CASES_FOR_LONG | NOT_COMPARABLE | NOT_EXCLUDED | DISPERSION_UNKNOWN | BACKWARDS_UNDETERMINED
    };
    private static final long ADJUST = PULLED[0] | PULLED[1] | PULLED[2] | PULLED[3] | PULLED[4] | PULLED[5];

    private final BigDecimal budget;
    private final BigDecimal forecast;
    private final BigDecimal withoutWorkflow;
    private final BigDecimal teamShare;
    private final BigDecimal enough;
    private final BigDecimal tooLong;
    private final BigDecimal claimed;
    private final BigDecimal felt;
    private final BigDecimal dataCritical;
    private final BigDecimal usageCritical;
    private final BigDecimal data;
    private final BigDecimal usage;
    private final BigDecimal high;
    private final BigDecimal dispersed;
    private final BigDecimal low;
    private final BigDecimal workflows;
    private final BigDecimal hours;
    private final BigDecimal withoutDestination;
    private final BigDecimal noCases;
    private final BigDecimal pace;
    private final BigDecimal free;
    private final BigDecimal freeMonths;

    ByHand(Policy policy) {
        budget = limit(policy, "budget.consumed");
        forecast = limit(policy, "forecast.growth");
        withoutWorkflow = limit(policy, "cost.without-workflow");
        teamShare = limit(policy, "cost.team-share");
        enough = limit(policy, "extend.months");
        tooLong = limit(policy, "stop.months");
        claimed = limit(policy, "perception.speedup");
        felt = limit(policy, "perception.felt");
        dataCritical = limit(policy, "risk.sensitive-data-critical");
        usageCritical = limit(policy, "risk.off-policy-critical");
        data = limit(policy, "risk.sensitive-data");
        usage = limit(policy, "risk.off-policy");
        high = limit(policy, "adoption.high");
        dispersed = limit(policy, "usage.dispersed");
        low = limit(policy, "adoption.low");
        workflows = limit(policy, "usage.authorised-workflows");
        hours = limit(policy, "reallocation.hours");
        withoutDestination = limit(policy, "reallocation.without-destination");
        noCases = limit(policy, "no-cases.months");
        pace = limit(policy, "budget.pace");
        free = limit(policy, "cost.free");
        freeMonths = limit(policy, "cost.free-months");
    }

    private static long bit(String rule) {
        return 1L << RULES.indexOf(rule);
    }

    private static BigDecimal limit(Policy policy, String id) {
        return policy.limit(new ThresholdId(id)).comparable();
    }

    @Override
    public Supplier<Answer> decide(MonthFacts month) {
        Seen seen = new Seen();
        for (PlainFact fact : month.plain()) {
            if (fact instanceof PlainFact.Latest latest) {
                latest(latest, seen);
            } else if (fact instanceof PlainFact.Reading reading) {
                reading(reading, seen);
            } else if (fact instanceof PlainFact.Comparison comparison) {
                comparison(comparison, seen);
            } else if (fact instanceof PlainFact.Unknown unknown) {
                unknown(unknown, seen);
            } else if (fact instanceof PlainFact.Part part) {
                part(part, seen);
            } else if (fact instanceof PlainFact.Trend trend) {
                seen.fire(trend.neededToExtend() && trend.course().equals("worsening"), TREND);
            } else if (fact instanceof PlainFact.Block block) {
                block(block, seen);
            } else if (fact instanceof PlainFact.Run run) {
                run(run, seen);
            } else if (fact instanceof PlainFact.Change change) {
                change(change, seen);
            } else if (fact instanceof PlainFact.History history) {
                seen.paid |= history.indicator().equals("monthly-cost")
                        && history.monthsAgo().compareTo(freeMonths) < 0
                        && history.value().compareTo(free) > 0;
            } else if (fact instanceof PlainFact.NotDue notDue) {
                seen.fire(notDue.neededToExtend(), NOT_DUE);
            } else if (fact instanceof PlainFact.UndeterminedAtLimit undetermined) {
                seen.fired |= AT_LIMIT;
                seen.fire(undetermined.afterUnknown() && ALARMS.contains(undetermined.indicator()), NOT_EXCLUDED);
            } else if (fact instanceof PlainFact.Scope scope) {
                seen.isTeam = scope.level().equals("team");
                seen.isOneMonthsBudget = !scope.budget().equals("months");
                seen.usedForLong = scope.monthsOfUse().compareTo(freeMonths) >= 0;
                seen.fire(scope.firstUseAssumed(), FIRST_USE);
                seen.fire(scope.gap(), MISSING);
            }
        }
        return together(seen);
    }

    private void latest(PlainFact.Latest latest, Seen seen) {
        BigDecimal value = latest.value();
        switch (latest.indicator()) {
            case "budget-consumed" -> seen.overBudget |= value.compareTo(budget) >= 0;
            case "budget-pace" -> seen.aheadOfPlan |= value.compareTo(pace) > 0;
            case "sensitive-data-alerts" -> {
                seen.fire(value.compareTo(dataCritical) >= 0, CRITICAL_DATA);
                seen.fire(value.compareTo(data) > 0, DATA_ALERTS);
            }
            case "off-policy-usage" -> {
                seen.fire(value.compareTo(usageCritical) >= 0, CRITICAL_USAGE);
                seen.fire(value.compareTo(usage) > 0, OFF_POLICY);
            }
            case "adoption-rate" -> {
                seen.highAdoption |= value.compareTo(high) >= 0;
                seen.fire(value.compareTo(low) < 0, LOW_ADOPTION);
            }
            case "traceability-rate", "priority-usage-share" -> seen.dispersed |= value.compareTo(dispersed) < 0;
            default -> {}
        }
    }

    private void change(PlainFact.Change change, Seen seen) {
        if (change.indicator().equals("forecast-next-month") && change.over().equals("monthly-cost")) {
            seen.fire(change.percent().compareTo(forecast) > 0, FORECAST);
            seen.fire(change.obstacle().equals("other-definition"), FORECAST_OTHERWISE);
            seen.fire(change.obstacle().equals("nothing-before"), FORECAST_OVER_NOTHING);
        }
    }

    private void reading(PlainFact.Reading reading, Seen seen) {
        BigDecimal value = reading.value();
        switch (reading.indicator()) {
            case "perceived-speedup" -> {
                seen.claimed |= value.compareTo(claimed) > 0;
                seen.notFelt |= value.compareTo(felt) <= 0;
            }
            case "monthly-cost" -> seen.free |= value.compareTo(free) <= 0;
            case "active-authorised-workflows" -> seen.fire(value.compareTo(workflows) < 0, NO_WORKFLOW);
            case "reallocated-hours" -> {
                boolean some = value.compareTo(hours) > 0;
                seen.reallocated |= some;
                seen.fire(!some, NOT_REALLOCATED);
            }
            default -> {}
        }
    }

    private static void comparison(PlainFact.Comparison comparison, Seen seen) {
        String result = comparison.result();
        boolean worse = result.equals("worse");
        boolean undetermined = result.equals("undetermined");
        boolean notComparable = result.equals("not-comparable");
        boolean leansWorse = undetermined && comparison.estimate().equals("worse");
        boolean mayBeWorse = comparison.baseline().equals("defined")
                && (undetermined || notComparable)
                && (comparison.worstCase().equals("worse")
                        || comparison.worstCase().equals("none"));
        switch (comparison.indicator()) {
            case "lead-time" -> {
                seen.fire(worse, LEAD_TIME);
                seen.fire(leansWorse, LEANS_WORSE);
                seen.leadTimeStays |= !comparison.stale() && (worse || result.equals("same"));
                seen.shorter |= result.equals("better");
            }
            case "review-time" -> {
                seen.fire(worse, REVIEW_TIME);
                seen.fire(leansWorse, LEANS_WORSE);
            }
            case "rework-rate" -> {
                seen.fire(worse, REWORK);
                seen.fire(leansWorse, LEANS_WORSE);
            }
            case "cycle-time" -> seen.shorterCycle |= result.equals("better");
            case "work-in-progress" -> {
                seen.moreOpenWork |= worse;
                seen.openWorkUndetermined |= mayBeWorse;
            }
            case "monthly-cost" -> seen.fire(worse && !comparison.stale(), COST);
            case "escaped-defects", "incidents", "review-load" -> seen.fire(worse, HIDDEN_COST);
            case "change-failure-rate" -> {
                seen.fire(worse, HIDDEN_COST);
                seen.fire(mayBeWorse, HIDDEN_COST_UNDETERMINED);
            }
            case "time-to-market" -> seen.fire(worse, TIME_TO_MARKET);
            default -> {}
        }
        if (comparison.neededToExtend()) {
            boolean partial = comparison.caveat().equals("partial");
            boolean provisional = comparison.caveat().equals("provisional");
            seen.fire(notComparable && !partial, NOT_COMPARABLE);
            seen.fire(undetermined && comparison.worstCase().equals("worse") && !partial && !provisional, UNDETERMINED);
            seen.fire(comparison.oneSided(), ONE_SIDE);
        } else if (comparison.judges()) {
            boolean defined = comparison.baseline().equals("defined");
            seen.fire(defined && notComparable, OTHERWISE);
            seen.fire(!defined, NO_BASELINE);
        }
    }

    private void unknown(PlainFact.Unknown unknown, Seen seen) {
        boolean withoutCases = unknown.reason().equals("no-cases");
        if (unknown.neededToExtend()) {
            boolean forLong = unknown.months().compareTo(noCases) >= 0;
            seen.fire(withoutCases && !forLong, NO_CASES);
            seen.fire(withoutCases && forLong, NO_CASES_FOR_LONG);
            seen.fire(!withoutCases && !unknown.reason().equals("not-due"), UNKNOWN);
        }
        boolean compared = unknown.baseline().equals("defined");
        switch (unknown.indicator()) {
            case "traceability-rate", "priority-usage-share" -> {
                seen.dispersionUnknown |= !withoutCases;
                seen.dispersionNoCases |= withoutCases;
            }
            case "change-failure-rate" -> seen.fire(compared, HIDDEN_COST_UNKNOWN);
            case "work-in-progress" -> seen.openWorkUnknown |= compared;
            default -> {}
        }
    }

    private void part(PlainFact.Part part, Seen seen) {
        switch (part.indicator()) {
            case "cost-by-workflow" -> {
                if (part.dimension().equals("workflow") && part.outside().compareTo(withoutWorkflow) > 0) {
                    seen.fire(part.name().equals("unassigned"), WITHOUT_WORKFLOW);
                    seen.fire(part.authorised().equals("no"), NOT_AUTHORISED);
                }
            }
            case "cost-by-team" ->
                seen.uneven |= part.dimension().equals("team")
                        && !part.name().equals("unassigned")
                        && part.share().compareTo(teamShare) > 0;
            case "reallocated-hours" ->
                seen.fire(
                        part.dimension().equals("destination")
                                && part.name().equals("unassigned")
                                && part.share().compareTo(withoutDestination) > 0,
                        WITHOUT_DESTINATION);
            default -> {}
        }
    }

    private static void block(PlainFact.Block block, Seen seen) {
        boolean improved = block.state().equals("improved");
        switch (block.id()) {
            case "delivery" -> {
                seen.improved |= improved;
                seen.deliveryImproved = improved;
                seen.deliveryStays =
                        block.state().equals("same") || block.state().equals("worse");
            }
            case "quality", "value" -> seen.improved |= improved;
            default -> {}
        }
    }

    private void run(PlainFact.Run run, Seen seen) {
        switch (run.of()) {
            case "delivery-improved" -> {
                boolean surely = run.months().compareTo(enough) >= 0;
                boolean possibly = run.possible().compareTo(enough) >= 0;
                seen.fire(surely, IN_A_ROW);
                seen.fire(!possibly, TOO_FEW);
                seen.fire(!surely && possibly, IMPROVEMENT_UNDETERMINED);
            }
            case "going-backwards" -> {
                boolean surely = run.months().compareTo(tooLong) >= 0;
                seen.fire(surely, TOO_LONG);
                seen.fire(!surely && run.possible().compareTo(tooLong) >= 0, BACKWARDS_UNDETERMINED);
            }
            default -> {}
        }
    }

    private static Supplier<Answer> together(Seen seen) {
        seen.fire(seen.overBudget && seen.isOneMonthsBudget && !seen.improved, BUDGET);
        seen.fire(seen.aheadOfPlan && !seen.improved, AHEAD_OF_PLAN);
        seen.fire(seen.highAdoption && seen.dispersionNoCases, DISPERSION_NO_CASES);
        seen.fire(seen.openWorkUndetermined && (seen.shorter || seen.shorterCycle), OPEN_WORK_UNDETERMINED);
        seen.fire(seen.openWorkUnknown && (seen.shorter || seen.shorterCycle), OPEN_WORK_UNKNOWN);
        seen.fire(seen.free && seen.usedForLong && !seen.paid, FREE);
        seen.fire(seen.uneven && !seen.isTeam, UNEVEN);
        seen.fire(seen.highAdoption && seen.dispersed, DISPERSED);
        seen.fire(seen.highAdoption && seen.dispersionUnknown, DISPERSION_UNKNOWN);
        seen.fire(seen.shorterCycle && seen.leadTimeStays, LOCAL_GAIN);
        seen.fire(seen.moreOpenWork && (seen.shorter || seen.shorterCycle), PILES_UP);
        seen.fire(seen.claimed && seen.deliveryStays, PERCEPTION);
        seen.fire(seen.notFelt && seen.deliveryImproved, NOT_FELT);
        seen.fire(seen.reallocated && (seen.fired & WITHOUT_DESTINATION) == 0, REALLOCATED);
        long fired = seen.fired;
        Decision decision = decision(fired);
        List<LeverId> levers = new ArrayList<>(LEVERS.length);
        for (int i = 0; i < LEVERS.length; i++) {
            if ((fired & PULLED[i]) != 0) {
                levers.add(LEVERS[i]);
            }
        }
        return () -> new Answer(decision, levers, ids(fired));
    }

    private static Decision decision(long fired) {
        if ((fired & STOP) != 0) {
            return Decision.STOP;
        }
        if ((fired & ADJUST) != 0) {
            return Decision.ADJUST;
        }
        return (fired & SUPPORT) != 0 && (fired & BLOCK) == 0 ? Decision.EXTEND : Decision.MAINTAIN;
    }

    private static Set<RuleId> ids(long fired) {
        Set<RuleId> ids = new LinkedHashSet<>();
        for (int i = 0; i < RULES.size(); i++) {
            if ((fired & (1L << i)) != 0) {
                ids.add(new RuleId(RULES.get(i)));
            }
        }
        return ids;
    }

    /** What was seen so far. */
    private static final class Seen {

        private long fired;
        private boolean isTeam;
        private boolean isOneMonthsBudget;
        private boolean usedForLong;
        private boolean aheadOfPlan;
        private boolean free;
        private boolean paid;
        private boolean dispersionNoCases;
        private boolean openWorkUndetermined;
        private boolean openWorkUnknown;
        private boolean overBudget;
        private boolean improved;
        private boolean deliveryImproved;
        private boolean deliveryStays;
        private boolean highAdoption;
        private boolean dispersed;
        private boolean dispersionUnknown;
        private boolean shorterCycle;
        private boolean shorter;
        private boolean moreOpenWork;
        private boolean leadTimeStays;
        private boolean claimed;
        private boolean notFelt;
        private boolean uneven;
        private boolean reallocated;

        private void fire(boolean holds, long rule) {
            if (holds) {
                fired |= rule;
            }
        }
    }
}
