package dev.roi.rules.assessment;

import dev.roi.core.Answer;
import dev.roi.core.Exact;
import dev.roi.core.LeverId;
import dev.roi.core.PastAction;
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
            past.actions().forEach(action -> facts.addAll(of(past, action)));
        }
        return facts;
    }

    /** A decision pulls levers, and what it asks for belongs to all of them; what was dropped is no action any more. */
    private List<Fact> of(PastDecision past, PastAction action) {
        Optional<Answer.Outcome> end = action.end().map(given -> given.answer().outcome());
        if (end.filter(Answer.Outcome.DROPPED::equals).isPresent()) {
            return List.of();
        }
        boolean isOverdue = end.isEmpty() && action.due().isBefore(month);
        State state = end.isPresent() ? State.DONE : isOverdue ? State.OVERDUE : State.OPEN;
        Figure overdue = isOverdue ? monthsSince(action.due()) : Figure.of(Exact.ZERO);
        List<String> levers = past.resolution().closing().levers().stream()
                .map(LeverId::value)
                .toList();
        return (levers.isEmpty() ? List.of("") : levers)
                .stream()
                        .<Fact>map(lever -> new Fact.Action(lever, state, overdue))
                        .toList();
    }

    private Figure monthsSince(YearMonth then) {
        return Figure.of(Exact.of(ChronoUnit.MONTHS.between(then, month)));
    }
}
