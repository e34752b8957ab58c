package dev.roi.testkit.model;

import dev.roi.core.IndicatorId;
import dev.roi.rules.Engine;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The decisions on an AI assistant. */
final class AssistantModel extends DecisionModel {

    private static final IndicatorId AUTOMATION = id("automation-rate");
    private static final IndicatorId RESPONSE_TIME = id("response-time");
    private static final IndicatorId SATISFACTION = id("csat");
    private static final IndicatorId HANDOVER = id("handover-rate");
    private static final IndicatorId ADOPTION = id("weekly-active-rate");
    private static final IndicatorId PRECISION = id("answer-precision");
    private static final IndicatorId REQUESTS = id("request-volume");

    AssistantModel(Engine policy) {
        super(policy);
    }

    @Override
    Map<IndicatorId, IndicatorId> cases() {
        return Map.of(
                AUTOMATION,
                REQUESTS,
                RESPONSE_TIME,
                REQUESTS,
                HANDOVER,
                REQUESTS,
                SATISFACTION,
                REQUESTS,
                PRECISION,
                REQUESTS,
                id("cost-per-interaction"),
                REQUESTS);
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
            return List.of("efficiency", "experience");
        }

        @Override
        String leadingBlock() {
            return "efficiency";
        }

        @Override
        void judgeByThePolicy() {
            judgeObjectives();
            judgeHandover();
            judgeAdoption();
            judgeExperience();
            judgeBudget();
            // of efficiency something with a baseline has to be better: no hours or tickets were saved before an
            // assistant
            judgeUnknownBaselines("experience");
        }

        /** An answer is to come in under so many seconds. */
        @Override
        Optional<Told> missesObjective(YearMonth at, IndicatorId id) {
            return id.equals(RESPONSE_TIME)
                    ? Optional.of(Optional.of(at)
                            .filter(sheet::isComplete)
                            .flatMap(complete -> sheet.figure(complete, id))
                            .map(figure -> figure.isAtLeast(limit("response.most")))
                            .orElse(Told.UNKNOWN))
                    : Optional.empty();
        }

        private void judgeObjectives() {
            sheet.figure(month, AUTOMATION)
                    .ifPresent(figure ->
                            block(figure.isBelow(limit("automation.least")), Obstacle.OBJECTIVE_MISSED, AUTOMATION));
            sheet.figure(month, RESPONSE_TIME)
                    .ifPresent(figure ->
                            block(figure.isAtLeast(limit("response.most")), Obstacle.OBJECTIVE_MISSED, RESPONSE_TIME));
            sheet.figure(month, SATISFACTION)
                    .ifPresent(figure ->
                            block(figure.isAtMost(limit("csat.least")), Obstacle.OBJECTIVE_MISSED, SATISFACTION));
        }

        private void judgeHandover() {
            alarm(
                    "training",
                    Obstacle.HANDOVER_OUTSIDE_RANGE,
                    HANDOVER,
                    figure -> figure.isAbove(limit("handover.most")));
            alarm(
                    "review",
                    Obstacle.HANDOVER_OUTSIDE_RANGE,
                    HANDOVER,
                    figure -> figure.isBelow(limit("handover.least")));
        }

        /** Few users are no alarm before they are due. */
        private void judgeAdoption() {
            if (sheet.isDue(month, ADOPTION)) {
                alarm("training", Obstacle.LOW_ADOPTION, ADOPTION, figure -> figure.isBelow(limit("adoption.target")));
            }
        }

        /** Answers may not have become worse. */
        private void judgeExperience() {
            Run worse = run(0, at -> worse(at, "experience"));
            if (worse.possible() >= months("experience.worse-months")) {
                boolean surely = worse.sure() >= months("experience.worse-months");
                block(surely ? Obstacle.WORSE_THAN_BASELINE : Obstacle.UNDETERMINED, PRECISION);
            }
        }
    }
}
