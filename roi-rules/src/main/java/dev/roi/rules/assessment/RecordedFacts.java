package dev.roi.rules.assessment;

import dev.roi.core.Answer;
import dev.roi.core.Exact;
import dev.roi.core.MonthAction;
import dev.roi.core.PastDecision;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.Fact.Action.State;
import dev.roi.rules.facts.Figure;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes facts of what was recorded before a month was decided on. */
final class RecordedFacts {

    private final YearMonth month;

    RecordedFacts(YearMonth month) {
        this.month = month;
    }

    List<Fact> of(List<PastDecision> decisions) {
        List<Fact> facts = new ArrayList<>();
        for (PastDecision past : decisions) {
            facts.add(new Fact.Decided(
                    past.decision(), monthsSince(past.month()), past.decision() != past.recommended()));
            past.action().flatMap(action -> action(past, action)).ifPresent(facts::add);
        }
        return facts;
    }

    private Optional<Fact> action(PastDecision past, MonthAction action) {
        boolean isDropped = past.answer()
                .filter(answer -> answer.outcome() == Answer.Outcome.DROPPED)
                .isPresent();
        if (isDropped) {
            return Optional.empty();
        }
        boolean isOverdue = past.answer().isEmpty() && action.due().isBefore(month);
        State state = past.answer().isPresent() ? State.DONE : isOverdue ? State.OVERDUE : State.OPEN;
        return Optional.of(new Fact.Action("", state, isOverdue ? monthsSince(action.due()) : Figure.of(Exact.ZERO)));
    }

    private Figure monthsSince(YearMonth then) {
        return Figure.of(Exact.of(ChronoUnit.MONTHS.between(then, month)));
    }
}
