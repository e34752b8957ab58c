package dev.roi.testkit;

import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.Nature;
import dev.roi.core.Reading;
import dev.roi.core.Scorecard;
import java.util.List;
import java.util.Optional;

/** Law 12. */
final class BetterIsNeverWorse {

    private BetterIsNeverWorse() {}

    static List<Clause> clauses() {
        return List.of(
                Clause.of(
                        "a better outcome of the reviewed month never makes the decision worse",
                        trial -> improve(trial, Nature.OUTCOME)),
                Clause.of(
                        "less spent in the reviewed month never makes the decision worse, unless growth is read over it",
                        trial -> improve(trial, Nature.RESOURCE)));
    }

    private static void improve(Trial trial, Nature nature) {
        for (Indicator indicator : trial.indicators()) {
            Optional<Reading.Known> known = trial.oracle().known(indicator.id());
            if (indicator.nature() != nature
                    || !indicator.hasBetterSide()
                    || known.isEmpty()
                    || isGrownOver(trial, indicator.id())) {
                continue;
            }
            List<Exact> values =
                    Values.better(trial.policy(), indicator, trial.oracle().baseline(indicator.id()), known.get());
            for (Exact value : values) {
                Scorecard better = Edit.known(
                        trial.scorecard(), trial.month(), indicator.id(), from -> Edit.value(indicator, from, value));
                if (!trial.isValid(better)) {
                    continue;
                }
                trial.expectNoWorse(
                        better,
                        () -> "with %s of %s at %s instead of %s"
                                .formatted(
                                        indicator.id(),
                                        trial.month(),
                                        value,
                                        known.get().value()));
            }
        }
    }

    private static boolean isGrownOver(Trial trial, IndicatorId id) {
        return trial.indicators().stream()
                .anyMatch(indicator -> indicator.growsOver().equals(Optional.of(id)));
    }
}
