package dev.roi.cli;

import dev.roi.core.IndicatorId;
import dev.roi.core.MonthAction;
import dev.roi.core.Target;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An action as it is given, before it is known whether it is whole.
 *
 * @param text what is to be done
 * @param owner who answers for it
 * @param due the month in which it is to be done
 * @param aimsAt the indicators it is to move
 * @param targets where it is to bring them
 */
record ActionDraft(
        Optional<String> text,
        Optional<String> owner,
        Optional<YearMonth> due,
        List<IndicatorId> aimsAt,
        List<Target> targets) {

    static final ActionDraft NOTHING =
            new ActionDraft(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of());

    boolean isNothing() {
        return equals(NOTHING);
    }

    /** Takes from another what is not given here. */
    ActionDraft or(ActionDraft other) {
        return new ActionDraft(
                text.or(other::text),
                owner.or(other::owner),
                due.or(other::due),
                aimsAt.isEmpty() ? other.aimsAt() : aimsAt,
                targets.isEmpty() ? other.targets() : targets);
    }

    ActionDraft ownedBy(Optional<String> name) {
        return new ActionDraft(text, name, due, aimsAt, targets);
    }

    /** The action, with something in the place of what is missing, so that the rest can be looked at. */
    MonthAction action(YearMonth next) {
        return new MonthAction(
                text.orElse("?"),
                owner.orElse("?"),
                due.orElse(next),
                aimsAt,
                targets.stream()
                        .filter(target -> aimsAt.contains(target.indicator()))
                        .toList());
    }

    /** Puts one together; tells of each value whether there was none before. */
    static final class Builder {

        private Optional<String> text = Optional.empty();
        private Optional<String> owner = Optional.empty();
        private Optional<YearMonth> due = Optional.empty();
        private final List<IndicatorId> aimsAt = new ArrayList<>();

        boolean text(String given) {
            boolean isNew = text.isEmpty();
            text = Optional.of(given);
            return isNew;
        }

        boolean owner(String given) {
            boolean isNew = owner.isEmpty();
            owner = Optional.of(given);
            return isNew;
        }

        boolean due(YearMonth given) {
            boolean isNew = due.isEmpty();
            due = Optional.of(given);
            return isNew;
        }

        boolean aim(IndicatorId given) {
            return aimsAt.add(given);
        }

        ActionDraft draft() {
            return new ActionDraft(text, owner, due, List.copyOf(aimsAt), List.of());
        }
    }
}
