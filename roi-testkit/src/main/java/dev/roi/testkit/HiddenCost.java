package dev.roi.testkit;

import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.Scorecard;
import java.util.List;

/** Law 5. */
final class HiddenCost {

    private HiddenCost() {}

    static List<Clause> clauses() {
        return List.of(
                Clause.of("a hidden cost that is worse blocks extending", HiddenCost::worseBlocks)
                        .where(terms -> !terms.hiddenCost.isEmpty()),
                Clause.of("a hidden cost that is not shown not to be worse blocks extending", HiddenCost::unshownBlocks)
                        .where(terms -> !terms.hiddenCost.isEmpty()),
                Clause.of("no speed pays for a hidden cost", HiddenCost::whateverTheSpeed)
                        .where(terms -> !terms.hiddenCost.isEmpty() && terms.system.isPresent()),
                Clause.of("nothing is extended before late effects are due", HiddenCost::lateEffectsBlock));
    }

    private static void worseBlocks(Trial trial) {
        for (IndicatorId id : trial.terms().hiddenCost) {
            if (trial.sight().isSurelyWorse(id)) {
                trial.expectBlocked(id, "%s is worse than its baseline".formatted(id));
            }
        }
    }

    private static void unshownBlocks(Trial trial) {
        for (IndicatorId id : trial.terms().hiddenCost) {
            if (trial.sight().mayBeWorse(id) && !trial.sight().isSurelyWorse(id)) {
                trial.expectBlocked(id, "%s is not shown not to be worse".formatted(id));
            }
        }
    }

    private static void whateverTheSpeed(Trial trial) {
        IndicatorId id = trial.terms().system.orElseThrow().indicator();
        boolean hidden = trial.terms().hiddenCost.stream().anyMatch(trial.sight()::mayBeWorse);
        if (!hidden) {
            return;
        }
        Indicator system = trial.indicator(id);
        Exact best = Values.best(system, Exact.HUNDRED);
        Scorecard faster = Edit.known(trial.scorecard(), id, known -> Edit.value(system, known, best));
        trial.expectNoExtend(
                faster,
                () -> "with %s at %s in every month, since there is a hidden cost, or may be".formatted(id, best));
    }

    private static void lateEffectsBlock(Trial trial) {
        for (Indicator indicator : trial.indicators()) {
            if (LawTerms.isNeeded(indicator) && !trial.sight().isDue(indicator.id())) {
                trial.expectBlocked(
                        indicator.id(),
                        "effects on %s are due %s months after the first use"
                                .formatted(indicator.id(), indicator.lagMonths()));
            }
        }
    }
}
