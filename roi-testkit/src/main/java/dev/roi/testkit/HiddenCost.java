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
                Clause.of(
                                "a hidden cost that need not be given blocks extending where it may be worse",
                                HiddenCost::givenBlocks)
                        .where(terms -> !terms.hiddenWhereGiven.isEmpty()),
                Clause.of(
                                "work that piles up blocks extending while it is not known how long it takes",
                                HiddenCost::openWorkBlocks)
                        .where(terms -> terms.openWork.isPresent()),
                Clause.of("no speed pays for a hidden cost", HiddenCost::whateverTheSpeed)
                        .where(terms -> !terms.hiddenCost.isEmpty() && terms.system.isPresent()),
                Clause.of("nothing is extended before late effects are due", HiddenCost::lateEffectsBlock));
    }

    private static void worseBlocks(Trial trial) {
        for (IndicatorId id : trial.terms().hiddenCost) {
            if (trial.oracle().isSurelyWorse(id)) {
                trial.expectBlocked(id, "%s is worse than its baseline".formatted(id));
            }
        }
    }

    private static void unshownBlocks(Trial trial) {
        for (IndicatorId id : trial.terms().hiddenCost) {
            if (trial.oracle().mayBeWorse(id) && !trial.oracle().isSurelyWorse(id)) {
                trial.expectBlocked(id, "%s is not shown not to be worse".formatted(id));
            }
        }
    }

    private static void givenBlocks(Trial trial) {
        for (IndicatorId id : trial.terms().hiddenWhereGiven) {
            if (trial.oracle().bounds(id).filter(Oracle.Bounds::mayBeWorse).isPresent()) {
                trial.expectBlocked(id, "%s is worse than its baseline, or may be".formatted(id));
            }
        }
    }

    private static void openWorkBlocks(Trial trial) {
        LawTerms.OpenWork work = trial.terms().openWork.orElseThrow();
        boolean pilesUp = trial.oracle()
                .bounds(work.indicator())
                .filter(Oracle.Bounds::mayBeWorse)
                .isPresent();
        for (IndicatorId faster : work.faster()) {
            if (pilesUp && trial.oracle().isSurelyBetter(faster)) {
                trial.expectBlocked(
                        work.indicator(),
                        "%s is worse than its baseline, or may be, and %s is better"
                                .formatted(work.indicator(), faster));
            }
        }
    }

    private static void whateverTheSpeed(Trial trial) {
        IndicatorId id = trial.terms().system.orElseThrow().indicator();
        boolean hidden = trial.terms().hiddenCost.stream().anyMatch(trial.oracle()::mayBeWorse)
                || trial.terms().hiddenWhereGiven.stream().anyMatch(trial.oracle()::isSurelyWorse)
                || trial.terms().openWork.stream()
                        .map(LawTerms.OpenWork::indicator)
                        .anyMatch(trial.oracle()::isSurelyWorse);
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
            if (LawTerms.isNeeded(indicator) && !trial.oracle().isDue(indicator.id())) {
                trial.expectBlocked(
                        indicator.id(),
                        "effects on %s are due %s months after the first use"
                                .formatted(indicator.id(), indicator.lagMonths()));
            }
        }
    }
}
