package dev.roi.benchmarks.peers;

import dev.roi.core.Decision;
import dev.roi.core.LeverId;
import dev.roi.core.RuleId;
import dev.roi.core.ThresholdId;
import dev.roi.rules.facts.Fact;
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
            "forecast-grows",
            "hours-not-reallocated",
            "hours-without-destination",
            "time-to-market-worse",
            "too-few-good-months",
            "needed-indicator-unknown",
            "needed-comparison-unknown",
            "dispersion-unknown",
            "comparison-leans-worse",
            "comparison-undetermined",
            "limit-undetermined",
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
            "months-missing");

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
    private static final long FORECAST = bit("forecast-grows");
    private static final long NOT_REALLOCATED = bit("hours-not-reallocated");
    private static final long WITHOUT_DESTINATION = bit("hours-without-destination");
    private static final long TIME_TO_MARKET = bit("time-to-market-worse");
    private static final long TOO_FEW = bit("too-few-good-months");
    private static final long UNKNOWN = bit("needed-indicator-unknown");
    private static final long NOT_COMPARABLE = bit("needed-comparison-unknown");
    private static final long DISPERSION_UNKNOWN = bit("dispersion-unknown");
    private static final long LEANS_WORSE = bit("comparison-leans-worse");
    private static final long UNDETERMINED = bit("comparison-undetermined");
    private static final long STRADDLING = bit("limit-undetermined");
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
    private static final long MISSING = bit("months-missing");

    private static final long STOP = CRITICAL_DATA | CRITICAL_USAGE | TOO_LONG;
    private static final long SUPPORT = IN_A_ROW | REALLOCATED;
    private static final long BLOCK = NOT_AUTHORISED
            | WITHOUT_WORKFLOW
            | HIDDEN_COST
            | FORECAST
            | NOT_REALLOCATED
            | WITHOUT_DESTINATION
            | TIME_TO_MARKET
            | TOO_FEW
            | UNDETERMINED
            | STRADDLING
            | NOT_DUE
            | IMPROVEMENT_UNDETERMINED;

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
        BUDGET,
        LOW_ADOPTION,
        LEAD_TIME | REVIEW_TIME | REWORK,
        DATA_ALERTS | OFF_POLICY,
        UNKNOWN | NOT_COMPARABLE | DISPERSION_UNKNOWN | LEANS_WORSE | BACKWARDS_UNDETERMINED
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
    }

    private static long bit(String rule) {
        return 1L << RULES.indexOf(rule);
    }

    private static BigDecimal limit(Policy policy, String id) {
        return policy.limit(new ThresholdId(id)).comparable();
    }

    @Override
    public Supplier<Answer> decide(List<Fact> facts) {
        Month month = new Month();
        for (Fact fact : facts) {
            if (fact instanceof Fact.LatestFact latest) {
                latest(latest, month);
            } else if (fact instanceof Fact.ReadingFact reading) {
                reading(reading, month);
            } else if (fact instanceof Fact.ComparisonFact comparison) {
                comparison(comparison, month);
            } else if (fact instanceof Fact.UnknownFact unknown) {
                unknown(unknown, month);
            } else if (fact instanceof Fact.PartFact part) {
                part(part, month);
            } else if (fact instanceof Fact.TrendFact trend) {
                month.fire(trend.needed() && trend.course().equals("worsening"), TREND);
            } else if (fact instanceof Fact.BlockFact block) {
                block(block, month);
            } else if (fact instanceof Fact.RunFact run) {
                run(run, month);
            } else if (fact instanceof Fact.GrowthFact growth) {
                month.fire(
                        growth.indicator().equals("forecast-next-month")
                                && growth.percent().compareTo(forecast) > 0,
                        FORECAST);
            } else if (fact instanceof Fact.NotDueFact notDue) {
                month.fire(notDue.needed(), NOT_DUE);
            } else if (fact instanceof Fact.StraddlingFact) {
                month.fired |= STRADDLING;
            } else if (fact instanceof Fact.ScopeFact scope) {
                month.isTeam = scope.level().equals("team");
                month.fire(scope.gap(), MISSING);
            }
        }
        return together(month);
    }

    private void latest(Fact.LatestFact latest, Month month) {
        BigDecimal value = latest.value();
        switch (latest.indicator()) {
            case "budget-consumed" -> month.overBudget |= value.compareTo(budget) >= 0;
            case "sensitive-data-alerts" -> {
                month.fire(value.compareTo(dataCritical) >= 0, CRITICAL_DATA);
                month.fire(value.compareTo(data) > 0, DATA_ALERTS);
            }
            case "off-policy-usage" -> {
                month.fire(value.compareTo(usageCritical) >= 0, CRITICAL_USAGE);
                month.fire(value.compareTo(usage) > 0, OFF_POLICY);
            }
            case "adoption-rate" -> {
                month.highAdoption |= value.compareTo(high) >= 0;
                month.fire(value.compareTo(low) < 0, LOW_ADOPTION);
            }
            case "traceability-rate", "priority-usage-share" -> month.dispersed |= value.compareTo(dispersed) < 0;
            default -> {}
        }
    }

    private void reading(Fact.ReadingFact reading, Month month) {
        BigDecimal value = reading.value();
        switch (reading.indicator()) {
            case "perceived-speedup" -> {
                month.claimed |= value.compareTo(claimed) > 0;
                month.notFelt |= value.compareTo(felt) <= 0;
            }
            case "active-authorised-workflows" -> month.fire(value.compareTo(workflows) < 0, NO_WORKFLOW);
            case "reallocated-hours" -> {
                boolean some = value.compareTo(hours) > 0;
                month.reallocated |= some;
                month.fire(!some, NOT_REALLOCATED);
            }
            default -> {}
        }
    }

    private static void comparison(Fact.ComparisonFact comparison, Month month) {
        boolean worse = comparison.result().equals("worse");
        boolean undetermined = comparison.result().equals("undetermined");
        boolean leansWorse = undetermined && comparison.leaning().equals("worse");
        switch (comparison.indicator()) {
            case "lead-time" -> {
                month.fire(worse, LEAD_TIME);
                month.fire(leansWorse, LEANS_WORSE);
                month.leadTimeStays |=
                        !comparison.dark() && (worse || comparison.result().equals("same"));
            }
            case "review-time" -> {
                month.fire(worse, REVIEW_TIME);
                month.fire(leansWorse, LEANS_WORSE);
            }
            case "rework-rate" -> {
                month.fire(worse, REWORK);
                month.fire(leansWorse, LEANS_WORSE);
            }
            case "cycle-time" -> month.shorterCycle |= comparison.result().equals("better");
            case "monthly-cost" -> month.fire(worse && !comparison.dark(), COST);
            case "escaped-defects", "incidents", "review-load" -> month.fire(worse, HIDDEN_COST);
            case "time-to-market" -> month.fire(worse, TIME_TO_MARKET);
            default -> {}
        }
        if (comparison.needed()) {
            month.fire(comparison.result().equals("not-comparable"), NOT_COMPARABLE);
            month.fire(undetermined && comparison.atWorst().equals("worse"), UNDETERMINED);
            month.fire(comparison.oneSided(), ONE_SIDE);
        }
    }

    private static void unknown(Fact.UnknownFact unknown, Month month) {
        month.fire(unknown.needed() && !unknown.reason().equals("not-due"), UNKNOWN);
        month.dispersionUnknown |= unknown.indicator().equals("traceability-rate")
                || unknown.indicator().equals("priority-usage-share");
    }

    private void part(Fact.PartFact part, Month month) {
        switch (part.indicator()) {
            case "cost-by-workflow" -> {
                if (part.dimension().equals("workflow") && part.outside().compareTo(withoutWorkflow) > 0) {
                    month.fire(part.name().equals("unassigned"), WITHOUT_WORKFLOW);
                    month.fire(part.authorised().equals("no"), NOT_AUTHORISED);
                }
            }
            case "cost-by-team" ->
                month.uneven |= part.dimension().equals("team")
                        && !part.name().equals("unassigned")
                        && part.share().compareTo(teamShare) > 0;
            case "reallocated-hours" ->
                month.fire(
                        part.dimension().equals("destination")
                                && part.name().equals("unassigned")
                                && part.share().compareTo(withoutDestination) > 0,
                        WITHOUT_DESTINATION);
            default -> {}
        }
    }

    private static void block(Fact.BlockFact block, Month month) {
        boolean improved = block.state().equals("improved");
        switch (block.id()) {
            case "delivery" -> {
                month.improved |= improved;
                month.deliveryImproved = improved;
                month.deliveryStays =
                        block.state().equals("same") || block.state().equals("worse");
            }
            case "quality", "value" -> month.improved |= improved;
            default -> {}
        }
    }

    private void run(Fact.RunFact run, Month month) {
        switch (run.of()) {
            case "delivery-improved" -> {
                boolean surely = run.months().compareTo(enough) >= 0;
                boolean possibly = run.possible().compareTo(enough) >= 0;
                month.fire(surely, IN_A_ROW);
                month.fire(!possibly, TOO_FEW);
                month.fire(!surely && possibly, IMPROVEMENT_UNDETERMINED);
            }
            case "going-backwards" -> {
                boolean surely = run.months().compareTo(tooLong) >= 0;
                month.fire(surely, TOO_LONG);
                month.fire(!surely && run.possible().compareTo(tooLong) >= 0, BACKWARDS_UNDETERMINED);
            }
            default -> {}
        }
    }

    private static Supplier<Answer> together(Month month) {
        month.fire(month.overBudget && !month.improved, BUDGET);
        month.fire(month.uneven && !month.isTeam, UNEVEN);
        month.fire(month.highAdoption && month.dispersed, DISPERSED);
        month.fire(month.highAdoption && month.dispersionUnknown, DISPERSION_UNKNOWN);
        month.fire(month.shorterCycle && month.leadTimeStays, LOCAL_GAIN);
        month.fire(month.claimed && month.deliveryStays, PERCEPTION);
        month.fire(month.notFelt && month.deliveryImproved, NOT_FELT);
        month.fire(month.reallocated && (month.fired & WITHOUT_DESTINATION) == 0, REALLOCATED);
        long fired = month.fired;
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
    private static final class Month {

        private long fired;
        private boolean isTeam;
        private boolean overBudget;
        private boolean improved;
        private boolean deliveryImproved;
        private boolean deliveryStays;
        private boolean highAdoption;
        private boolean dispersed;
        private boolean dispersionUnknown;
        private boolean shorterCycle;
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
