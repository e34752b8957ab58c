package dev.roi.testkit;

import dev.roi.core.Dimension;
import dev.roi.core.Effect;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.Justification;
import dev.roi.core.Reading;
import dev.roi.core.Review;
import dev.roi.core.Scorecard;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Law 4. */
final class SystemNotTool {

    private SystemNotTool() {}

    static List<Clause> clauses() {
        return List.of(
                Clause.of(
                                "a shorter local time counts for nothing while the system does not follow",
                                SystemNotTool::localGainCountsForNothing)
                        .where(terms -> terms.system
                                .filter(system -> system.local().isPresent())
                                .isPresent()),
                Clause.of("what absorbs the gain is adjusted", SystemNotTool::absorbingAdjusts)
                        .where(terms -> terms.system.isPresent()),
                Clause.of(
                                "what may absorb the gain, and by its own value does, is adjusted",
                                SystemNotTool::leaningAdjusts)
                        .where(terms -> terms.system.isPresent()),
                Clause.of("the text says where the gain went, by stage", SystemNotTool::saysWhereItWent)
                        .where(terms -> terms.system.isPresent()));
    }

    private static LawTerms.SystemTerms system(Trial trial) {
        return trial.terms().system.orElseThrow();
    }

    private static void localGainCountsForNothing(Trial trial) {
        IndicatorId whole = system(trial).indicator();
        IndicatorId id = system(trial).local().orElseThrow();
        if (trial.oracle().bounds(whole).filter(Oracle.Bounds::isSurelyBetter).isPresent()) {
            return;
        }
        Indicator local = trial.indicator(id);
        Exact best = Values.best(local, Exact.HUNDRED);
        Scorecard faster = Edit.months(
                trial.scorecard(), snapshot -> Edit.reading(snapshot, id, Values.perfect(local, best, "any")));
        trial.expectNoBetter(
                faster, () -> "with %s at %s in every month, since %s does not follow".formatted(id, best, whole));
    }

    private static void absorbingAdjusts(Trial trial) {
        for (IndicatorId id : system(trial).absorbing()) {
            if (trial.oracle().isSurelyWorse(id)) {
                trial.expectAdjusted(id, system(trial).lever(), "%s is worse than its baseline".formatted(id));
            }
        }
    }

    /** Uncertainty is no excuse. */
    private static void leaningAdjusts(Trial trial) {
        for (IndicatorId id : system(trial).absorbing()) {
            boolean leans = trial.oracle()
                    .bounds(id)
                    .filter(bounds -> bounds.own() == Oracle.Side.WORSE && !bounds.isSurelyWorse())
                    .isPresent();
            if (leans) {
                trial.expectBlocked(id, "%s may be worse than its baseline".formatted(id));
                trial.expectAdjusted(id, system(trial).lever(), "%s is worse by its own value".formatted(id));
            }
        }
    }

    private static void saysWhereItWent(Trial trial) {
        IndicatorId id = system(trial).indicator();
        boolean staged = trial.oracle()
                .known(id)
                .filter(known ->
                        !known.by().getOrDefault(Dimension.STAGE, Map.of()).isEmpty())
                .isPresent();
        if (!staged || !trial.oracle().isSurelyWorse(id)) {
            return;
        }
        Review unstaged = trial.review(Edit.known(trial.scorecard(), id, SystemNotTool::withoutParts));
        trial.expect(
                !text(trial, trial.review()).equals(text(trial, unstaged)),
                () -> "the text about %s to say more than it does without stages".formatted(id));
    }

    private static List<String> text(Trial trial, Review review) {
        return review.justifications(Effect.ADJUST).stream()
                .filter(reason -> Trial.hasLever(reason, system(trial).lever()))
                .filter(reason -> Trial.names(reason, system(trial).indicator()))
                .map(Justification::text)
                .toList();
    }

    private static Reading withoutParts(Reading.Known known) {
        return known.by(new EnumMap<>(Dimension.class));
    }
}
