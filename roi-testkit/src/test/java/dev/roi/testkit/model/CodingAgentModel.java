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
        IndicatorId deliveries = id("deployments");
        return Map.of(LEAD_TIME, deliveries, id("rework-rate"), deliveries, CHANGE_FAILURES, deliveries);
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
            if (isFaster(LEAD_TIME) || isFaster(CYCLE_TIME)) {
                compare(month, WORK_IN_PROGRESS).ifPresent(compared -> judgeCost(WORK_IN_PROGRESS, compared.worse()));
            }
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

        /** Where it is not sure, delivery has not surely improved either, which blocks by itself. */
        private boolean isFaster(IndicatorId id) {
            return compare(month, id).map(compared -> compared.better().sure()).orElse(false);
        }

        // law 6

        private void judgeRisk(String indicator, String limit, String critical) {
            IndicatorId id = id(indicator);
            alarm("data-policy", Obstacle.RISK, id, figure -> figure.isAbove(limit(limit)));
            Sheet.Alarm stop = sheet.alarm(month, id, figure -> figure.isAtLeast(limit(critical)));
            if (stop.told().sure()) {
                stop(Obstacle.CRITICAL_RISK, id);
            } else if (stop.told().possible() && stop.mayBeHidden()) {
                adjust("instrumentation", Obstacle.UNDETERMINED, id);
            }
        }

        // law 7

        private void judgeUsage() {
            alarm("training", Obstacle.LOW_ADOPTION, ADOPTION, figure -> figure.isBelow(limit("adoption.low")));
            Told high = latest(ADOPTION, figure -> figure.isAtLeast(limit("adoption.high")));
            boolean mayBeHidden =
                    !high.sure() && sheet.alarm(month, ADOPTION, figure -> high).mayBeHidden();
            List.of(id("traceability-rate"), id("priority-usage-share"))
                    .forEach(id -> judgeFocus(id, high, mayBeHidden));
        }

        /**
         * Where many use it, few uses that are tied to what matters are dispersed, and not to know is no excuse. That many
         * use it is no alarm of its own: of adoption the last figure counts.
         */
        private void judgeFocus(IndicatorId id, Told high, boolean mayBeHidden) {
            Sheet.Alarm few = sheet.alarm(month, id, figure -> figure.isBelow(limit("usage.dispersed")));
            Optional<Absence> absence = sheet.absence(month, id);
            Told dispersed = high.and(few.told());
            if (dispersed.apparent()) {
                adjust("workflow", Obstacle.DISPERSED_USAGE, ADOPTION, id);
            } else if (dispersed.possible() || (high.possible() && absence.isPresent())) {
                if (mayBeHidden || (few.mayBeHidden() && !few.told().sure())) {
                    adjust("instrumentation", Obstacle.UNDETERMINED);
                }
                block(Obstacle.UNDETERMINED);
            }
            if (high.apparent()) {
                absence.ifPresent(reason -> missFocus(id, reason));
            }
        }

        /** Without uses there is nothing to tie to anything, however long. */
        private void missFocus(IndicatorId id, Absence absence) {
            if (absence == Absence.NO_CASES) {
                block(Obstacle.NO_CASES, id);
            } else {
                miss(id, absence);
            }
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

        /** Where all of the hours have a destination, their uncertainty is of hours that have one. */
        private void judgeHours() {
            Optional<Reading.Known> reading = sheet.known(month, HOURS);
            if (reading.isEmpty()) {
                return;
            }
            Figure hours = sheet.figure(reading.get(), reading.get().value(), HOURS);
            block(hours.isAtMost(limit("reallocation.hours")), Obstacle.HOURS_NOT_REALLOCATED, HOURS);
            Exact named = Sheet.named(reading.get(), Dimension.DESTINATION);
            if (!named.equals(hours.value())) {
                block(
                        isMoreThanAccounted(hours, named, Exact.ZERO, limit("reallocation.without-destination")),
                        Obstacle.HOURS_NOT_REALLOCATED,
                        HOURS);
            }
        }

        // law 10

        private void judgeMoney() {
            Optional<Reading.Known> reading = sheet.known(month, COST_BY_WORKFLOW);
            if (reading.isEmpty()) {
                return;
            }
            Figure parts = sheet.figure(reading.get(), reading.get().value(), COST_BY_WORKFLOW);
            Exact authorised = authorised(reading.get());
            Optional<Figure> cost = sheet.figure(month, COST);
            if (cost.isPresent() || !authorised.equals(parts.value())) {
                block(
                        isMoreThanAccounted(
                                cost.orElse(parts),
                                authorised,
                                reading.get().uncertainty().orElse(Exact.ZERO),
                                limit("cost.without-workflow")),
                        Obstacle.MONEY_WITHOUT_WORKFLOW,
                        COST_BY_WORKFLOW);
            }
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
