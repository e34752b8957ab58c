package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A decision that was recorded, and what became of its actions: what a later review has to ask about.
 *
 * @param entry its number in its ledger
 * @param scope what was decided on
 * @param month the month that was reviewed
 * @param recommended what was recommended
 * @param headline the recommendation and its first reason, in the language of the review that was recorded
 * @param resolution what was decided
 * @param actions what somebody was to do, in order; an action's number is its place among them
 */
public record PastDecision(
        long entry,
        Scope scope,
        YearMonth month,
        Decision recommended,
        String headline,
        Resolution resolution,
        List<PastAction> actions) {

    /** Copies the actions, and checks that they are its own. {@inheritDoc} */
    public PastDecision {
        requireNonNull(scope, "scope");
        requireNonNull(month, "month");
        requireNonNull(recommended, "recommended");
        requireNonNull(headline, "headline");
        requireNonNull(resolution, "resolution");
        actions = List.copyOf(actions);
        for (int i = 0; i < actions.size(); i++) {
            if (!actions.get(i).id().equals(new ActionId(entry, i + 1))) {
                throw new IllegalArgumentException("action (%s) of entry %s has another number"
                        .formatted(actions.get(i).id(), entry));
            }
        }
    }

    /**
     * Returns what a record says, its actions without an answer.
     *
     * @param entry the record's number in its ledger
     * @param record the record
     * @return the decision
     */
    public static PastDecision of(long entry, DecisionRecord record) {
        return new PastDecision(
                entry,
                record.basis().scope(),
                record.basis().month(),
                record.basis().recommended(),
                record.basis().headline(),
                record.resolution(),
                IntStream.range(0, record.actions().size())
                        .mapToObj(at -> new PastAction(
                                new ActionId(entry, at + 1), record.actions().get(at), List.of()))
                        .toList());
    }

    /**
     * Returns the decision with an answer to one of its actions.
     *
     * @param given the answer
     * @return the same decision, answered
     */
    public PastDecision answered(PastAction.Answered given) {
        return with(actions.stream()
                .map(action -> action.id().equals(given.answer().action()) ? action.answered(given) : action)
                .toList());
    }

    /**
     * Returns the decision as it was known before a month was decided on: an answer that was given with that month or a
     * later one falls away.
     *
     * @param reviewed the month
     * @return the decision, answered or not
     */
    public PastDecision asKnownBefore(YearMonth reviewed) {
        return with(
                actions.stream().map(action -> action.asKnownBefore(reviewed)).toList());
    }

    /**
     * Returns the decision as it was known when an entry was added to its ledger: an answer of that entry or a later one
     * falls away.
     *
     * @param number the number of the entry
     * @return the decision, answered or not
     */
    public PastDecision asOfEntry(long number) {
        return with(actions.stream().map(action -> action.asOfEntry(number)).toList());
    }

    private PastDecision with(List<PastAction> changed) {
        return new PastDecision(entry, scope, month, recommended, headline, resolution, changed);
    }

    /**
     * Returns what was decided.
     *
     * @return the decision
     */
    public Decision decision() {
        return resolution.decision();
    }

    /**
     * Tells whether somebody was to do something, and what became of it was not said.
     *
     * @return whether it has an action that is open
     */
    public boolean isOpen() {
        return actions.stream().anyMatch(PastAction::isOpen);
    }

    /**
     * Returns what is still to be done.
     *
     * @return the open actions, in order
     */
    public List<PastAction> open() {
        return actions.stream().filter(PastAction::isOpen).toList();
    }
}
