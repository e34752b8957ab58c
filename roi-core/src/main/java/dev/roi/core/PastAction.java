package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An action that a recorded decision asked for, and what was said of it since.
 *
 * @param id which action it is
 * @param asked what was asked for
 * @param answers what was said of it, in the order of the ledger; nothing follows an end
 */
public record PastAction(ActionId id, MonthAction asked, List<Answered> answers) {

    /** Copies the answers. {@inheritDoc} */
    public PastAction {
        requireNonNull(id, "id");
        requireNonNull(asked, "asked");
        answers = List.copyOf(answers);
    }

    /**
     * Returns how it ended.
     *
     * @return the answer that it was done or dropped; nothing while it is open
     */
    public Optional<Answered> end() {
        return answers.stream().filter(given -> given.answer().isEnd()).findFirst();
    }

    /**
     * Tells whether it needs an answer.
     *
     * @return whether it was neither done nor dropped
     */
    public boolean isOpen() {
        return end().isEmpty();
    }

    /**
     * Returns when it is due.
     *
     * @return the month that it was asked for, or moved to last
     */
    public YearMonth due() {
        return answers.stream()
                .flatMap(given -> given.answer().due().stream())
                .reduce((earlier, later) -> later)
                .orElse(asked.due());
    }

    /**
     * Returns the action with one more answer.
     *
     * @param given the answer
     * @return the same action, answered
     */
    PastAction answered(Answered given) {
        return new PastAction(
                id, asked, Stream.concat(answers.stream(), Stream.of(given)).toList());
    }

    PastAction asKnownBefore(YearMonth reviewed) {
        return new PastAction(
                id,
                asked,
                answers.stream()
                        .filter(given -> given.month().isBefore(reviewed))
                        .toList());
    }

    PastAction asOfEntry(long number) {
        return new PastAction(
                id,
                asked,
                answers.stream().filter(given -> given.entry() < number).toList());
    }

    /**
     * What was said of an action, and when.
     *
     * @param entry the number of the record that said it
     * @param month the last month that had been decided on for the scope, with that record or before it
     * @param at when it was said
     * @param by who recorded it
     * @param answer what was said
     */
    public record Answered(long entry, YearMonth month, Instant at, String by, Answer answer) {

        /** Checks that everything is there. {@inheritDoc} */
        public Answered {
            requireNonNull(month, "month");
            requireNonNull(at, "at");
            requireNonNull(by, "by");
            requireNonNull(answer, "answer");
        }
    }
}
