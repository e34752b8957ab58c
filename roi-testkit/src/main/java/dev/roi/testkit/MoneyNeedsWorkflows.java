package dev.roi.testkit;

import dev.roi.core.Breakdown;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.Scorecard;
import dev.roi.core.Workflow;
import java.util.List;

/** Law 10. */
final class MoneyNeedsWorkflows {

    private MoneyNeedsWorkflows() {}

    static List<Clause> clauses() {
        return List.of(
                Clause.of("money that is tied to no authorised workflow blocks extending", MoneyNeedsWorkflows::blocks)
                        .where(terms -> terms.money.isPresent()),
                Clause.of(
                                "money that may be tied to no authorised workflow blocks extending",
                                MoneyNeedsWorkflows::mayBlock)
                        .where(terms -> terms.money.isPresent()),
                Clause.of(
                                "money blocks extending once its workflows are not authorised",
                                MoneyNeedsWorkflows::withdrawn)
                        .where(terms -> terms.money.isPresent()));
    }

    private static void blocks(Trial trial) {
        IndicatorId id = trial.terms().money.orElseThrow().indicator();
        if (!isBrokenDown(trial, id)) {
            return;
        }
        Exact limit = trial.oracle().limit(trial.terms().money.orElseThrow().limit());
        Exact share = trial.oracle().share(id, name -> !trial.oracle().isAuthorised(name));
        if (share.isAbove(limit)) {
            Exact rest = trial.oracle().share(id, Breakdown.UNASSIGNED::equals);
            trial.expectBlocked(
                    id,
                    "%s %% of the money is tied to no authorised workflow, %s %% to none at all"
                            .formatted(share, rest));
        }
    }

    /** Money that is uncertain is so in its parts. */
    private static void mayBlock(Trial trial) {
        IndicatorId id = trial.terms().money.orElseThrow().indicator();
        if (!isBrokenDown(trial, id)) {
            return;
        }
        Exact limit = trial.oracle().limit(trial.terms().money.orElseThrow().limit());
        trial.oracle()
                .mostOutside(id, trial.oracle()::isAuthorised)
                .filter(share -> share.isAbove(limit))
                .ifPresent(share -> trial.expectBlocked(
                        id, "%s %% of the money may be tied to no authorised workflow".formatted(share)));
    }

    private static boolean isBrokenDown(Trial trial, IndicatorId id) {
        return trial.oracle().known(id).isPresent()
                && trial.indicator(id).breakdown().isPresent();
    }

    private static void withdrawn(Trial trial) {
        IndicatorId id = trial.terms().money.orElseThrow().indicator();
        if (!isBrokenDown(trial, id) || trial.oracle().whole(id).isZero()) {
            return;
        }
        List<Workflow> withdrawn = trial.scorecard().workflows().stream()
                .map(workflow -> new Workflow(
                        workflow.id(),
                        workflow.name(),
                        Workflow.Authorisation.NOT_AUTHORISED,
                        workflow.priority(),
                        workflow.owner()))
                .toList();
        for (List<Workflow> register : List.of(withdrawn, List.<Workflow>of())) {
            Scorecard without = Edit.workflows(trial.scorecard(), register);
            String how = register.isEmpty() ? "with an empty register" : "with no workflow that is authorised";
            trial.expectNoExtend(without, () -> how);
            trial.expectNoBetter(without, () -> how);
        }
    }
}
