package dev.roi.rules;

import dev.roi.core.Baseline;
import dev.roi.core.Dashboard.Cell;
import dev.roi.core.Dashboard.Comparability;
import dev.roi.core.Dashboard.Point;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.Reading;
import dev.roi.core.Snapshot;
import dev.roi.core.Trend;
import dev.roi.rules.assessment.Assessment;
import dev.roi.rules.assessment.IndicatorState;
import dev.roi.rules.policy.Phrase;
import dev.roi.rules.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes what a table shows of one indicator. For use by one thread. */
final class Cells {

    private final Policy policy;
    private final Assessment assessment;
    private final Sentences sentences;

    Cells(Policy policy, Assessment assessment, Sentences sentences) {
        this.policy = policy;
        this.assessment = assessment;
        this.sentences = sentences;
    }

    Cell of(IndicatorId id) {
        IndicatorState state = assessment.indicator(id);
        return new Cell(
                id,
                sentences.fullName(state),
                state.reading().known().map(Reading.Known::value),
                sentences.unit(state.indicator()),
                state.baselineValue(),
                trend(state),
                sentences.readingText(state),
                sentences.baselineText(state).orElseGet(() -> sentences.phrase(Phrase.NO_BASELINE)),
                history(state),
                limits(id),
                state.reading().known().flatMap(Reading.Known::definition));
    }

    /** What breaks another figure down, and is that figure, goes where that one goes: one trend for one figure. */
    private Trend trend(IndicatorState state) {
        Optional<Exact> value = state.reading().known().map(Reading.Known::value);
        return state.indicator()
                .partOf()
                .filter(whole -> value.isPresent()
                        && value.equals(
                                assessment.indicator(whole).reading().known().map(Reading.Known::value)))
                .map(assessment::trend)
                .orElseGet(() -> assessment.trend(state.indicator().id()));
    }

    private List<Point> history(IndicatorState state) {
        Optional<String> definition = definition(state);
        List<Reading> readings = assessment.readings(state.indicator());
        List<Point> points = new ArrayList<>(readings.size());
        for (int i = 0; i < readings.size(); i++) {
            Snapshot snapshot = assessment.history().get(i);
            Optional<Reading.Known> known = readings.get(i).known();
            boolean differs = definition.isPresent()
                    && known.flatMap(Reading.Known::definition)
                            .filter(other -> !other.equals(definition.get()))
                            .isPresent();
            points.add(new Point(
                    snapshot.month(),
                    snapshot.completeness(),
                    known.map(Reading.Known::value),
                    differs ? Comparability.OTHER_DEFINITION : Comparability.COMPARABLE));
        }
        return points;
    }

    /** How the baseline was measured or, where that is not said, the latest known reading. */
    private static Optional<String> definition(IndicatorState state) {
        return state.baseline()
                .flatMap(given -> given.fold(Baseline.Defined::definition, undefined -> Optional.<String>empty()))
                .or(() -> state.latest().flatMap(Reading.Known::definition));
    }

    private List<Exact> limits(IndicatorId id) {
        return policy.limitsOn(id).stream()
                .map(Policy.Limit::value)
                .distinct()
                .sorted()
                .toList();
    }
}
