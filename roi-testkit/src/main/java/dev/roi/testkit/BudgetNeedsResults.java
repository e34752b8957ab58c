package dev.roi.testkit;

import dev.roi.core.BlockId;
import dev.roi.core.Breakdown;
import dev.roi.core.Effect;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.Reading;
import dev.roi.core.Review;
import dev.roi.core.UnknownReason;
import java.util.List;
import java.util.Optional;

/** Law 8. */
final class BudgetNeedsResults {

    private BudgetNeedsResults() {}

    static List<Clause> clauses() {
        return List.of(
                Clause.of(
                                "a budget at its limit without observable improvement is adjusted",
                                BudgetNeedsResults::adjusts)
                        .where(terms -> terms.spending.isPresent() && terms.months.isPresent()),
                Clause.of(
                                "a budget at its limit is fine while something improves, and so is one below it",
                                BudgetNeedsResults::isFine)
                        .where(terms -> terms.spending.isPresent() && terms.months.isPresent()),
                Clause.of(
                                "a forecast that grows beyond its threshold blocks extending",
                                BudgetNeedsResults::growthBlocks)
                        .where(terms -> !terms.growth.isEmpty()),
                Clause.of("uneven cost is a note and nothing else", BudgetNeedsResults::unevenIsANote)
                        .where(terms -> !terms.uneven.isEmpty()));
    }

    private static LawTerms.Spending budget(Trial trial) {
        return trial.terms().spending.orElseThrow();
    }

    private static boolean hasResults(Trial trial) {
        List<BlockId> results = trial.terms().months.orElseThrow().results();
        return results.stream().anyMatch(trial.oracle()::improved);
    }

    private static void adjusts(Trial trial) {
        Exact limit = trial.oracle().limit(budget(trial).limit());
        Optional<Exact> consumed = trial.oracle().counts(budget(trial).indicator()).stream()
                .filter(share -> !share.isBelow(limit))
                .findFirst();
        if (consumed.isPresent() && !hasResults(trial)) {
            trial.expectAdjusted(
                    budget(trial).indicator(),
                    budget(trial).lever(),
                    "%s is %s, and nothing improved".formatted(budget(trial).indicator(), consumed.get()));
        }
    }

    private static void isFine(Trial trial) {
        Exact limit = trial.oracle().limit(budget(trial).limit());
        Optional<Exact> consumed =
                trial.oracle().interval(budget(trial).indicator()).map(Oracle.Interval::most);
        if (consumed.isPresent() && (consumed.get().isBelow(limit) || hasResults(trial))) {
            trial.expect(
                    !Trial.adjusts(
                            trial.review(), budget(trial).lever(), budget(trial).indicator()),
                    () -> "the lever %s not to be pulled: %s is %s at the most%s"
                            .formatted(
                                    budget(trial).lever(),
                                    budget(trial).indicator(),
                                    consumed.get(),
                                    hasResults(trial) ? ", and something improved" : ""));
        }
    }

    private static void growthBlocks(Trial trial) {
        for (LawTerms.Held held : trial.terms().growth) {
            Exact limit = trial.oracle().limit(held.limit());
            boolean grows = trial.oracle()
                    .growth(held.indicator())
                    .filter(growth -> growth.percent().isAbove(limit))
                    .isPresent();
            if (grows) {
                trial.expectBlocked(held.indicator(), "%s grows by more than %s".formatted(held.indicator(), limit));
            }
        }
    }

    /** A scope that is itself a team has no uneven teams. */
    private static boolean isOneOfThem(Trial trial, IndicatorId id) {
        String level = trial.scorecard().scope().level().word();
        return level.equals(
                trial.indicator(id).breakdown().orElseThrow().dimension().word());
    }

    private static void unevenIsANote(Trial trial) {
        for (LawTerms.Held held : trial.terms().uneven) {
            IndicatorId id = held.indicator();
            if (trial.oracle().known(id).isEmpty()) {
                continue;
            }
            Review without = trial.review(
                    Edit.known(trial.scorecard(), id, known -> Reading.unknown(UnknownReason.NOT_INSTRUMENTED)));
            trial.expect(
                    without.decision() == trial.review().decision()
                            && without.levers().equals(trial.review().levers()),
                    () -> "the same decision and levers without %s".formatted(id),
                    without);
            if (trial.indicator(id).breakdown().isEmpty() || isOneOfThem(trial, id)) {
                continue;
            }
            Exact limit = trial.oracle().limit(held.limit());
            boolean uneven = trial.oracle().parts(id).keySet().stream()
                    .filter(name -> !name.equals(Breakdown.UNASSIGNED))
                    .anyMatch(name -> trial.oracle().share(id, name::equals).isAbove(limit));
            if (uneven) {
                trial.expect(
                        Trial.names(trial.review(), Effect.NOTE, id),
                        () -> "a note that names %s, of which one part has more than %s %%".formatted(id, limit));
            }
        }
    }
}
