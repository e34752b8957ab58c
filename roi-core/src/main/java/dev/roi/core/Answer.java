package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of an action of an earlier decision. An action that was neither done nor dropped stays open.
 *
 * @param action the action
 * @param outcome how it went
 * @param text what there is to say of it; there at least where it was not done; {@value
 *     DecisionRecord#MOST_TEXT_CHARACTERS} characters at the most
 * @param due the month that it was moved to; there exactly where it was moved
 * @param movements whether what it aimed at has moved, where somebody looked; values without an end are rounded half up to
 *     six decimals, as the ledger keeps them
 */
public record Answer(
        ActionId action,
        Outcome outcome,
        Optional<String> text,
        Optional<YearMonth> due,
        List<FollowUp.Movement> movements) {

    /**
     * Checks the text. {@inheritDoc}
     *
     * @throws InvalidInput when the text is missing, blank, too long, or cannot be kept
     */
    public Answer {
        requireNonNull(action, "action");
        requireNonNull(outcome, "outcome");
        movements = movements.stream().map(FollowUp.Movement::kept).toList();
        if (due.isPresent() != (outcome == Outcome.MOVED)) {
            throw new IllegalArgumentException(
                    "due (%s) must be there exactly where an action is moved".formatted(due));
        }
        List<Fault> faults = new ArrayList<>();
        Message what = Message.of("the answer to action %s", action);
        text.ifPresent(said -> RecordText.check(what, said, DecisionRecord.MOST_TEXT_CHARACTERS, faults));
        if (text.isEmpty() && outcome != Outcome.DONE) {
            faults.add(RecordFault.NO_REASON.of(
                    outcome == Outcome.DROPPED
                            ? Message.of("action %s is dropped, and no reason is given", action)
                            : Message.of("action %s is moved, and no reason is given", action),
                    Message.of("Say why.")));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    /**
     * Says that an action ended.
     *
     * @param action the action
     * @param outcome how it ended: done or dropped
     * @param text what there is to say of it
     * @return the answer
     * @throws InvalidInput when the text is blank, too long, or cannot be kept
     */
    public static Answer of(ActionId action, Outcome outcome, String text) {
        return new Answer(action, outcome, Optional.of(text), Optional.empty(), List.of());
    }

    /**
     * Says what the action's indicators have done.
     *
     * @param seen one for each indicator that the action aimed at
     * @return the same answer, with that
     */
    public Answer with(List<FollowUp.Movement> seen) {
        return new Answer(action, outcome, text, due, seen);
    }

    /**
     * Tells whether the action needs no answer any more.
     *
     * @return whether it was done or dropped
     */
    public boolean isEnd() {
        return outcome != Outcome.MOVED;
    }

    /** How it went with an action. */
    public enum Outcome implements Keyword {
        /** It was done. */
        DONE,
        /** It was given up. */
        DROPPED,
        /** It is due in another month. */
        MOVED
    }
}
