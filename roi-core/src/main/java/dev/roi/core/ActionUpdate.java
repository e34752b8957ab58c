package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of an action, said without a new decision.
 *
 * @param scope what the action was decided on
 * @param at when it was said
 * @param by who recorded it; {@value DecisionRecord#MOST_NAME_CHARACTERS} characters at the most
 * @param answer what became of the action
 */
public record ActionUpdate(Scope scope, Instant at, String by, Answer answer) {

    /**
     * Checks the name and the month. {@inheritDoc}
     *
     * @throws InvalidInput when the name is blank, too long, or cannot be kept, or the action is moved to a month that is
     *     over
     */
    public ActionUpdate {
        scope = new Scope(scope.level(), scope.id(), scope.name(), Optional.empty());
        requireNonNull(at, "at");
        requireNonNull(answer, "answer");
        List<Fault> faults = new ArrayList<>();
        RecordText.check(Message.of("the name of who records it"), by, DecisionRecord.MOST_NAME_CHARACTERS, faults);
        YearMonth now = YearMonth.from(at.atOffset(ZoneOffset.ofHours(-12)));
        answer.due()
                .filter(due -> due.isBefore(now))
                .ifPresent(due -> faults.add(RecordFault.DUE_TOO_EARLY.of(
                        Message.of("the action is moved to %s, which is over", due),
                        Message.of("Move it to this month or a later one."))));
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }
}
