package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a decision asks somebody to do.
 *
 * @param text what is to be done; {@value DecisionRecord#MOST_TEXT_CHARACTERS} characters at the most
 * @param owner who answers for it; {@value DecisionRecord#MOST_NAME_CHARACTERS} characters at the most
 * @param due the month in which it is to be done
 * @param aimsAt the indicators it is to move, each once; may be empty
 * @param targets where it is to bring some of them, each at most once; may be empty
 */
public record MonthAction(String text, String owner, YearMonth due, List<IndicatorId> aimsAt, List<Target> targets) {

    /**
     * Checks the texts. {@inheritDoc}
     *
     * @throws InvalidInput when a text is blank, too long, or cannot be kept, with every fault
     */
    public MonthAction {
        requireNonNull(due, "due");
        aimsAt = aimsAt.stream().distinct().toList();
        targets = List.copyOf(targets);
        if (!aimsAt.containsAll(targets.stream().map(Target::indicator).toList())) {
            throw new IllegalArgumentException("targets (%s) must be of what the action aims at".formatted(targets));
        }
        List<Fault> faults = new ArrayList<>();
        RecordText.check(Message.of("the action"), text, DecisionRecord.MOST_TEXT_CHARACTERS, faults);
        RecordText.check(Message.of("the owner of the action"), owner, DecisionRecord.MOST_NAME_CHARACTERS, faults);
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    /**
     * Asks for something without a target.
     *
     * @param text what is to be done
     * @param owner who answers for it
     * @param due the month in which it is to be done
     * @param aimsAt the indicators it is to move, each once; may be empty
     * @throws InvalidInput when a text is blank, too long, or cannot be kept, with every fault
     */
    public MonthAction(String text, String owner, YearMonth due, List<IndicatorId> aimsAt) {
        this(text, owner, due, aimsAt, List.of());
    }

    /**
     * Finds where it is to bring an indicator.
     *
     * @param indicator the indicator
     * @return the target; nothing where the action only is to move it
     */
    public Optional<Target> target(IndicatorId indicator) {
        return targets.stream()
                .filter(target -> target.indicator().equals(indicator))
                .findFirst();
    }
}
