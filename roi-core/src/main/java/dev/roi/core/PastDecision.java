package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A decision that was recorded, and what became of its action: what a later review has to ask about.
 *
 * @param entry its number in its ledger
 * @param scope what was decided on
 * @param month the month that was reviewed
 * @param at when it was decided
 * @param by who recorded it
 * @param recommended what was recommended
 * @param decision what was decided
 * @param reason why, where that was said
 * @param second the second person, where one was named
 * @param action what somebody was to do
 * @param answer what became of that, where it was said
 */
public record PastDecision(
        long entry,
        Scope scope,
        YearMonth month,
        Instant at,
        String by,
        Decision recommended,
        Decision decision,
        Optional<String> reason,
        Optional<String> second,
        Optional<MonthAction> action,
        Optional<Answered> answer) {

    /** Checks that only an action is answered. {@inheritDoc} */
    public PastDecision {
        requireNonNull(scope, "scope");
        requireNonNull(month, "month");
        if (answer.isPresent() && action.isEmpty()) {
            throw new IllegalArgumentException("entry (%s) has an answer, and no action".formatted(entry));
        }
    }

    /**
     * Returns what a record says, its action without an answer.
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
                record.at(),
                record.by(),
                record.basis().recommended(),
                record.decision(),
                record.reason(),
                record.second(),
                record.action(),
                Optional.empty());
    }

    /**
     * Returns the decision with an answer to its action.
     *
     * @param given the answer
     * @return the same decision, answered
     */
    public PastDecision answered(Answered given) {
        return withAnswer(Optional.of(given));
    }

    /**
     * Returns the decision as it was known before a month was decided on: an answer that was given with that month or a
     * later one falls away.
     *
     * @param reviewed the month
     * @return the decision, answered or not
     */
    public PastDecision asKnownBefore(YearMonth reviewed) {
        return withAnswer(answer.filter(given -> given.month().isBefore(reviewed)));
    }

    /**
     * Returns the decision as it was known when an entry was added to its ledger: an answer of that entry or a later one
     * falls away.
     *
     * @param number the number of the entry
     * @return the decision, answered or not
     */
    public PastDecision asOfEntry(long number) {
        return withAnswer(answer.filter(given -> given.entry() < number));
    }

    private PastDecision withAnswer(Optional<Answered> given) {
        return new PastDecision(entry, scope, month, at, by, recommended, decision, reason, second, action, given);
    }

    /**
     * Tells whether somebody was to do something, and what became of it was not said.
     *
     * @return whether it has an action without an answer
     */
    public boolean isOpen() {
        return action.isPresent() && answer.isEmpty();
    }

    /**
     * What was said of an action.
     *
     * @param entry the number of the record that said it
     * @param month the month which that record decided on
     * @param outcome how the action ended
     * @param text what there was to say
     */
    public record Answered(long entry, YearMonth month, Answer.Outcome outcome, String text) {}
}
