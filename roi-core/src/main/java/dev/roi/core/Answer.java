package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of the action of an earlier decision. An action without an answer stays open.
 *
 * @param entry the earlier decision's number in its ledger
 * @param outcome how it ended
 * @param text what there is to say of it; {@value DecisionRecord#MOST_TEXT_CHARACTERS} characters at the most
 */
public record Answer(long entry, Outcome outcome, String text) {

    /**
     * Checks the number and the text. {@inheritDoc}
     *
     * @throws InvalidInput when the text is blank, too long, or cannot be kept
     */
    public Answer {
        requireNonNull(outcome, "outcome");
        if (entry < 1) {
            throw new IllegalArgumentException("entry (%s) must be 1 or more".formatted(entry));
        }
        List<Fault> faults = new ArrayList<>();
        RecordText.check("the answer to entry %s".formatted(entry), text, DecisionRecord.MOST_TEXT_CHARACTERS, faults);
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    /** How an action ended. */
    public enum Outcome implements Keyword {
        /** It was done. */
        DONE,
        /** It was given up. */
        DROPPED
    }
}
