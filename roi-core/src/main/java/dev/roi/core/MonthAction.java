package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * What a decision asks somebody to do.
 *
 * @param text what is to be done; {@value DecisionRecord#MOST_TEXT_CHARACTERS} characters at the most
 * @param owner who answers for it; {@value DecisionRecord#MOST_NAME_CHARACTERS} characters at the most
 * @param due the month in which it is to be done
 * @param aimsAt the indicators it is to move, each once; may be empty
 */
public record MonthAction(String text, String owner, YearMonth due, List<IndicatorId> aimsAt) {

    /**
     * Checks the texts. {@inheritDoc}
     *
     * @throws InvalidInput when a text is blank, too long, or cannot be kept, with every fault
     */
    public MonthAction {
        requireNonNull(due, "due");
        aimsAt = aimsAt.stream().distinct().toList();
        List<Fault> faults = new ArrayList<>();
        RecordText.check(Message.of("the action"), text, DecisionRecord.MOST_TEXT_CHARACTERS, faults);
        RecordText.check(Message.of("the owner of the action"), owner, DecisionRecord.MOST_NAME_CHARACTERS, faults);
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }
}
