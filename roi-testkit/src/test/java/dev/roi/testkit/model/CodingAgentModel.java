package dev.roi.testkit.model;

import dev.roi.core.Dimension;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.Reading;
import dev.roi.core.Workflow;
import dev.roi.rules.Engine;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The decisions on AI coding agents. */
final class CodingAgentModel extends DecisionModel {

    private static final IndicatorId COST = id("monthly-cost");
    private static final IndicatorId COST_BY_WORKFLOW = id("cost-by-workflow");
    private static final IndicatorId FORECAST = id("forecast-next-month");
    private static final IndicatorId ADOPTION = id("adoption-rate");
    private static final IndicatorId LEAD_TIME = id("lead-time");
    private static final IndicatorId CYCLE_TIME = id("cycle-time");
    private static final IndicatorId WORK_IN_PROGRESS = id("work-in-progress");
    private static final IndicatorId CHANGE_FAILURES = id("change-failure-rate");
    private static final IndicatorId HOURS = id("reallocated-hours");

    CodingAgentModel(Engine policy) {
        super(policy);
    }

    @Override
    Map<IndicatorId, IndicatorId> cases() {
        return Map.of(id("rework-rate"), id("deployments"), CHANGE_FAILURES, id("deployments"));
    }

    @Override
    Month month(Sheet sheet, YearMonth month) {
        return new Reviewed(sheet, month);
    }

    private final class Reviewed extends Month {

        Reviewed(Sheet sheet, YearMonth month) {
            super(sheet, month);
        }

        @Override
        List<String> judgedBlocks() {
            return List.of("delivery", "quality", "value");
        }

        @Override
        String leadingBlock() {
            return "delivery";
        }

        @Override
        void judgeByThePolicy() {
            judgeSystem();
            judgeHiddenCost();
            judgeRisk("sensitive-data-alerts", "risk.sensitive-data", "risk.sensitive-data-critical");
            judgeRisk("off-policy-usage", "risk.off-policy", "risk.off-policy-critical");
            judgeUsage();
            judgeBudget();
            judgeForecast();
            judgeHours();
            judgeMoney();
        }

        /** Hours count as far as somebody saw where they went, whatever their baseline is. */
        @Override
        Optional<Figure> comparable(YearMonth at, IndicatorId id) {
            return id.equals(HOURS)
                    ? sheet.known(at, id)
                            .map(known -> sheet.figure(known, Sheet.named(known, Dimension.DESTINATION), id))
                    : super.comparable(at, id);
        }

        // law 4

        private void judgeSystem() {
            for (IndicatorId id : List.of(LEAD_TIME, id("review-time"), id("rework-rate"))) {
                if (latestWorse(id).apparent()) {
                    adjust("review", Obstacle.SLOWER_SYSTEM, id);
                }
            }
        }

        // law 5, as far as extending does not depend on the indicator anyway

        private void judgeHiddenCost() {
            compare(month, CHANGE_FAILURES).ifPresent(compared -> judgeCost(CHANGE_FAILURES, compared.worse()));
            Told faster = better(LEAD_TIME).or(better(CYCLE_TIME));
            compare(month, WORK_IN_PROGRESS)
                    .ifPresent(compared ->
                            judgeCost(WORK_IN_PROGRESS, compared.worse().and(faster)));
        }

        private void judgeCost(IndicatorId id, Told worse) {
            if (worse.possible() && !worse.apparent()) {
                block(
                        switch (sheet.absence(month, id).map(Absence::name).orElse("")) {
                            case "NO_CASES" -> Obstacle.NO_CASES;
                            case "UNKNOWN" -> Obstacle.UNKNOWN;
                            default -> Obstacle.UNDETERMINED;
                        },
                        id);
            } else {
                block(worse, Obstacle.WORSE_THAN_BASELINE, id);
            }
        }

        private Told better(IndicatorId id) {
            return compare(month, id).map(Comparison::better).orElse(Told.NO);
        }

        // law 6

        private void judgeRisk(String indicator, String limit, String critical) {
            IndicatorId id = id(indicator);
            Told over = latest(id, figure -> figure.isAbove(limit(limit)));
            if (over.apparent()) {
                adjust("data-policy", Obstacle.RISK, id);
            }
            block(over, Obstacle.RISK, id);
            if (latest(id, figure -> figure.isAtLeast(limit(critical))).sure()) {
                stop(Obstacle.CRITICAL_RISK, id);
            }
        }

        // law 7

        private void judgeUsage() {
            Told low = latest(ADOPTION, figure -> figure.isBelow(limit("adoption.low")));
            if (low.apparent()) {
                adjust("training", Obstacle.LOW_ADOPTION, ADOPTION);
            }
            block(low, Obstacle.LOW_ADOPTION, ADOPTION);
            Told high = latest(ADOPTION, figure -> figure.isAtLeast(limit("adoption.high")));
            List<IndicatorId> focus = List.of(id("traceability-rate"), id("priority-usage-share"));
            for (IndicatorId id : focus) {
                Told dispersed = high.and(isDispersed(id));
                if (dispersed.apparent()) {
                    adjust("workflow", Obstacle.DISPERSED_USAGE, ADOPTION, id);
                }
                block(dispersed, Obstacle.DISPERSED_USAGE, id);
            }
            if (high.apparent()) {
                focus.forEach(id -> sheet.absence(month, id).ifPresent(absence -> miss(id, absence)));
            }
        }

        /** Tells whether few uses are tied to what matters; not known where it was never measured. */
        private Told isDispersed(IndicatorId id) {
            Told latest = latest(id, figure -> figure.isBelow(limit("usage.dispersed")));
            return sheet.figure(month, id).isPresent() ? latest : latest.or(Told.UNKNOWN);
        }

        // law 8

        private void judgeForecast() {
            Optional<Figure> cost = sheet.figure(month, COST);
            Optional<Figure> forecast = sheet.figure(month, FORECAST);
            if (cost.isEmpty() || forecast.isEmpty()) {
                return;
            }
            Figure next = forecast.get();
            Figure now = cost.get();
            Told grows = new Told(
                    next.least().isAbove(grown(now.most())),
                    next.value().isAbove(grown(now.value())),
                    next.most().isAbove(grown(now.least())));
            block(grows, Obstacle.GROWING_FORECAST, FORECAST);
        }

        private Exact grown(Exact cost) {
            return cost.times(Exact.HUNDRED.plus(limit("forecast.growth"))).dividedBy(Exact.HUNDRED);
        }

        // law 9

        private void judgeHours() {
            Optional<Reading.Known> reading = sheet.known(month, HOURS);
            if (reading.isEmpty()) {
                return;
            }
            Figure hours = sheet.figure(reading.get(), reading.get().value(), HOURS);
            block(hours.isAtMost(limit("reallocation.hours")), Obstacle.HOURS_NOT_REALLOCATED, HOURS);
            block(
                    isMoreThanAccounted(
                            hours,
                            Sheet.named(reading.get(), Dimension.DESTINATION),
                            Exact.ZERO,
                            limit("reallocation.without-destination")),
                    Obstacle.HOURS_NOT_REALLOCATED,
                    HOURS);
        }

        // law 10

        private void judgeMoney() {
            Optional<Reading.Known> reading = sheet.known(month, COST_BY_WORKFLOW);
            if (reading.isEmpty()) {
                return;
            }
            Figure parts = sheet.figure(reading.get(), reading.get().value(), COST_BY_WORKFLOW);
            Figure whole = sheet.figure(month, COST).orElse(parts);
            block(
                    isMoreThanAccounted(
                            whole,
                            authorised(reading.get()),
                            parts.value().minus(parts.least()),
                            limit("cost.without-workflow")),
                    Obstacle.MONEY_WITHOUT_WORKFLOW,
                    COST_BY_WORKFLOW);
        }

        private Exact authorised(Reading.Known costs) {
            Set<String> authorised = sheet.scorecard().workflows().stream()
                    .filter(workflow -> workflow.authorisation() == Workflow.Authorisation.AUTHORISED)
                    .map(Workflow::id)
                    .collect(Collectors.toSet());
            return costs.by().getOrDefault(Dimension.WORKFLOW, Map.of()).entrySet().stream()
                    .filter(part -> authorised.contains(part.getKey()))
                    .map(part -> part.getValue().value())
                    .reduce(Exact.ZERO, Exact::plus);
        }

        /** Tells whether a greater share of an amount is left than a percentage, beside what is accounted for. */
        private Told isMoreThanAccounted(Figure whole, Exact accounted, Exact doubt, Exact percent) {
            Exact counted = Exact.HUNDRED.minus(percent).dividedBy(Exact.HUNDRED);
            return new Told(
                    whole.least().times(counted).isAbove(accounted.plus(doubt)),
                    whole.value().times(counted).isAbove(accounted),
                    whole.most().times(counted).isAbove(accounted.minus(doubt)));
        }
    }
}
