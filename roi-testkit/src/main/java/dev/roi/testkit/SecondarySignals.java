package dev.roi.testkit;

import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.Lever;
import dev.roi.core.LeverId;
import dev.roi.core.Nature;
import dev.roi.core.Reading;
import dev.roi.core.Review;
import dev.roi.core.Scorecard;
import java.util.List;
import java.util.Optional;

/** Law 2. */
final class SecondarySignals {

    private SecondarySignals() {}

    static List<Clause> clauses() {
        return List.of(
                Clause.of(
                        "raising one activity or perception reading never makes the decision better",
                        SecondarySignals::oneAlone),
                Clause.of(
                        "raising all activity and perception readings never makes the decision better",
                        SecondarySignals::allTogether),
                Clause.of(
                                "adoption that leaves the low zone clears the training adjustment and nothing else",
                                SecondarySignals::clearsTrainingOnly)
                        .where(terms -> terms.uptake.isPresent()));
    }

    static boolean isSecondary(Indicator indicator) {
        return indicator.nature() == Nature.ACTIVITY || indicator.nature() == Nature.PERCEPTION;
    }

    private static void oneAlone(Trial trial) {
        for (Indicator indicator : trial.indicators()) {
            Optional<Reading.Known> known = trial.oracle().known(indicator.id());
            if (!isSecondary(indicator) || known.isEmpty() || !indicator.hasBetterSide()) {
                continue;
            }
            for (Exact value :
                    Values.better(trial.policy(), indicator, trial.oracle().baseline(indicator.id()), known.get())) {
                if (leavesLowZone(trial, indicator.id(), value)) {
                    continue;
                }
                Scorecard raised = Edit.known(
                        trial.scorecard(), trial.month(), indicator.id(), from -> Edit.value(indicator, from, value));
                trial.expectNoBetter(
                        raised,
                        () -> "with %s of %s raised from %s to %s"
                                .formatted(
                                        indicator.id(),
                                        trial.month(),
                                        known.get().value(),
                                        value));
            }
        }
    }

    private static void allTogether(Trial trial) {
        Scorecard raised = trial.scorecard();
        for (Indicator indicator : trial.indicators()) {
            if (isSecondary(indicator) && indicator.hasBetterSide()) {
                raised = Edit.known(raised, indicator.id(), from -> {
                    Exact best = Values.best(indicator, from.value().magnitude().plus(Exact.HUNDRED));
                    return leavesLowZone(trial, indicator.id(), best) ? from : Edit.value(indicator, from, best);
                });
            }
        }
        trial.expectNoBetter(raised, () -> "with every activity and perception reading as high as can be");
    }

    /** Adoption that may be low is in the low zone until it surely is not. */
    private static boolean leavesLowZone(Trial trial, IndicatorId id, Exact value) {
        return trial.terms()
                .uptake
                .filter(adoption -> adoption.indicator().equals(id))
                .map(adoption -> trial.oracle().limit(adoption.low()))
                .filter(low -> trial.oracle()
                        .known(id)
                        .filter(known -> least(known).isBelow(low)
                                && !least(known)
                                        .plus(value.minus(known.value()))
                                        .isBelow(low))
                        .isPresent())
                .isPresent();
    }

    private static Exact least(Reading.Known known) {
        return known.value().minus(known.uncertainty().orElse(Exact.ZERO));
    }

    private static void clearsTrainingOnly(Trial trial) {
        LawTerms.Uptake adoption = trial.terms().uptake.orElseThrow();
        Indicator indicator = trial.indicator(adoption.indicator());
        Optional<Reading.Known> known = trial.oracle().known(indicator.id());
        Exact low = trial.oracle().limit(adoption.low());
        if (known.isEmpty()
                || !least(known.get()).isBelow(low)
                || !indicator.range().contains(low)) {
            return;
        }
        Scorecard raised = Edit.known(
                trial.scorecard(), trial.month(), indicator.id(), from -> Edit.value(indicator, from.certain(), low));
        Review after = trial.review(raised);
        Review before = trial.review();
        List<LeverId> levers = before.levers().stream().map(Lever::id).toList();
        boolean better = after.decision().compareTo(before.decision()) > 0;
        boolean onlyTraining = before.decision() == Decision.ADJUST && levers.equals(List.of(adoption.train()));
        boolean onlyDoubt = !known.get().value().isBelow(low)
                && levers.stream()
                        .allMatch(lever -> lever.equals(adoption.train())
                                || trial.terms().unknownLever.equals(Optional.of(lever)));
        trial.expect(
                !better || onlyTraining || onlyDoubt,
                () ->
                        "no better than %s with levers %s, with %s at %s instead of %s, since more than training was asked for"
                                .formatted(
                                        before.decision().word(),
                                        levers,
                                        indicator.id(),
                                        low,
                                        known.get().value()),
                after);
    }
}
