package dev.roi.rules.assessment;

import dev.roi.core.Baseline;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.Reading;
import dev.roi.core.Snapshot;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.Fact.Change;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.Figure;
import dev.roi.rules.policy.Policy;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes facts of what an indicator was before, as far as rules ask for it. For use by one thread. */
final class PastFacts {

    private static final int YEAR = 12;

    private final Policy policy;
    private final Assessment assessment;
    private final boolean isHistoryAsked;
    private final boolean isBaselineAsked;
    private final boolean isStaleAsked;
    private final boolean isOverBaseline;
    private final boolean isOverPreviousMonth;
    private final boolean isOverYearBefore;

    PastFacts(Policy policy, Assessment assessment) {
        this.policy = policy;
        this.assessment = assessment;
        this.isHistoryAsked = policy.asksFor(FactType.HISTORY);
        this.isBaselineAsked = policy.asksFor(FactType.BASELINE);
        this.isStaleAsked = policy.asksForStale(FactType.CHANGE);
        this.isOverBaseline = isAsked(policy, Change.BASELINE);
        this.isOverPreviousMonth = isAsked(policy, Change.PREVIOUS_MONTH);
        this.isOverYearBefore = isAsked(policy, Change.YEAR_BEFORE);
    }

    private static boolean isAsked(Policy policy, String over) {
        return policy.asksFor(FactType.CHANGE) && policy.mayAskFor(FactType.CHANGE, "over", over);
    }

    List<Fact> of(IndicatorState state) {
        List<Fact> facts = new ArrayList<>();
        Indicator indicator = state.indicator();
        if (isBaselineAsked) {
            state.baselineValue()
                    .ifPresent(
                            value -> facts.add(new Fact.Baseline(indicator.id(), indicator.block(), Figure.of(value))));
        }
        grown(state).ifPresent(facts::add);
        state.lastCount().ifPresent(count -> {
            boolean isSeen = isStaleAsked || !state.isStale();
            boolean isAlike = state.comparison().flatMap(Comparison::obstacle).isEmpty();
            if (isOverBaseline && isSeen && isAlike) {
                state.definedBaseline()
                        .map(Baseline.Defined::value)
                        .ifPresent(value -> facts.add(change(state, count, Change.BASELINE, Figure.of(value))));
            }
            if (isHistoryAsked
                    && policy.mayAskFor(
                            FactType.HISTORY, "indicator", indicator.id().value())) {
                history(state, count, facts);
            }
            if (isOverPreviousMonth && isSeen) {
                past(state, count, 1).ifPresent(then -> facts.add(change(state, count, Change.PREVIOUS_MONTH, then)));
            }
            if (isOverYearBefore && isSeen) {
                past(state, count, YEAR).ifPresent(then -> facts.add(change(state, count, Change.YEAR_BEFORE, then)));
            }
        });
        return facts;
    }

    private static Optional<Fact> grown(IndicatorState state) {
        return state.change()
                .map(growth -> new Change(
                        state.indicator().id(),
                        state.indicator().block(),
                        state.indicator().growsOver().orElseThrow().value(),
                        growth.percent(),
                        growth.amount(),
                        false,
                        growth.obstacle()));
    }

    private void history(IndicatorState state, LastCount count, List<Fact> facts) {
        Indicator indicator = state.indicator();
        List<Reading> readings = assessment.readings(indicator);
        for (int i = 0; i < readings.size(); i++) {
            Snapshot snapshot = assessment.history().get(i);
            Figure monthsAgo = Figure.of(Exact.of(ChronoUnit.MONTHS.between(snapshot.month(), assessment.month())));
            whole(snapshot, readings.get(i), count)
                    .ifPresent(known -> facts.add(new Fact.History(
                            indicator.id(), indicator.block(), monthsAgo, Uncertainty.of(indicator, known))));
        }
    }

    /** Returns what an indicator was some months before it was known last. */
    private Optional<Figure> past(IndicatorState state, LastCount count, int monthsBefore) {
        YearMonth month = count.month().minusMonths(monthsBefore);
        List<Reading> readings = assessment.readings(state.indicator());
        for (int i = 0; i < readings.size(); i++) {
            Snapshot snapshot = assessment.history().get(i);
            if (snapshot.month().equals(month)) {
                return whole(snapshot, readings.get(i), count).map(known -> Uncertainty.of(state.indicator(), known));
            }
        }
        return Optional.empty();
    }

    /** Returns a reading of a whole month, where it was measured as the last one is, as far as both say how. */
    private static Optional<Reading.Known> whole(Snapshot snapshot, Reading reading, LastCount count) {
        Optional<String> now = count.reading().definition();
        return reading.known()
                .filter(known -> snapshot.isComplete() && known.covers().isEmpty())
                .filter(known -> now.isEmpty()
                        || known.definition().isEmpty()
                        || known.definition().equals(now));
    }

    private static Change change(IndicatorState state, LastCount count, String over, Figure base) {
        Figure value = Uncertainty.of(state.indicator(), count.reading());
        Optional<Figure> percent = Uncertainty.change(value, base);
        return new Change(
                state.indicator().id(),
                state.indicator().block(),
                over,
                percent,
                Uncertainty.less(value, base),
                state.isStale(),
                percent.isPresent() ? Change.Obstacle.NONE : Change.Obstacle.NOTHING_BEFORE);
    }
}
