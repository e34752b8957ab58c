package dev.roi.rules.assessment;

import dev.roi.core.Baseline;
import dev.roi.core.Breakdown;
import dev.roi.core.Dimension;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.IndicatorSet;
import dev.roi.core.Reading;
import dev.roi.core.ScorecardCheck;
import dev.roi.core.Snapshot;
import dev.roi.core.UnknownReason;
import dev.roi.core.Workflow;
import dev.roi.rules.assessment.IndicatorState.Earlier;
import dev.roi.rules.assessment.IndicatorState.PartState;
import dev.roi.rules.facts.Fact.Part.Authorised;
import dev.roi.rules.facts.Figure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds out what the reviewed month says of each indicator. For use by one thread. */
final class IndicatorStates {

    private final IndicatorSet indicators;
    private final Months months;
    private final Set<String> authorised = new HashSet<>();

    IndicatorStates(IndicatorSet indicators, Months months) {
        this.indicators = indicators;
        this.months = months;
        for (Workflow workflow : months.scorecard().workflows()) {
            if (workflow.authorisation() == Workflow.Authorisation.AUTHORISED) {
                authorised.add(workflow.id());
            }
        }
    }

    /** The states, in the policy's order. */
    Map<IndicatorId, IndicatorState> all() {
        Map<IndicatorId, IndicatorState> states = new LinkedHashMap<>();
        for (Indicator indicator : indicators.indicators()) {
            states.put(indicator.id(), state(indicator));
        }
        return Collections.unmodifiableMap(states);
    }

    /** The same, taken over from a scorecard whose first months are the same where all that a state is about is. */
    Map<IndicatorId, IndicatorState> all(Months other, int same, Map<IndicatorId, IndicatorState> known) {
        Set<IndicatorId> moved = new HashSet<>();
        for (Indicator indicator : indicators.indicators()) {
            if (!months.isAlike(indicator, other, same)) {
                moved.add(indicator.id());
            }
        }
        Map<IndicatorId, IndicatorState> states = new LinkedHashMap<>(known);
        for (Indicator indicator : indicators.indicators()) {
            boolean isMoved = moved.contains(indicator.id())
                    || indicator.partOf().filter(moved::contains).isPresent()
                    || indicator.growsOver().filter(moved::contains).isPresent();
            if (isMoved) {
                states.put(indicator.id(), state(indicator));
            }
        }
        return Collections.unmodifiableMap(states);
    }

    private IndicatorState state(Indicator indicator) {
        Reading reading = months.reading(indicator, months.current());
        Optional<LastCount> lastCount = LastCount.of(months, indicator);
        Optional<Baseline> baseline =
                Optional.ofNullable(months.scorecard().baselines().get(indicator.id()));
        return new IndicatorState(
                indicator,
                reading,
                reading.fold(known -> 0, unknown -> unknownMonths(indicator, unknown.reason())),
                lastCount,
                baseline,
                lastCount.map(count -> Comparison.of(indicator, count.reading(), baseline)),
                lastCount
                        .filter(count -> count.reading().covers().isPresent())
                        .flatMap(count -> lastWhole(indicator, baseline)),
                months.isDue(indicator, months.month()),
                reading.known().map(known -> parts(indicator, known)).orElse(List.of()),
                reading.known().isPresent()
                        ? List.of()
                        : lastCount
                                .map(count -> parts(indicator, count.reading()))
                                .orElse(List.of()),
                change(indicator, reading));
    }

    /** What a part of a month does not clear stands as it was in the last month that is whole. */
    private Optional<Earlier> lastWhole(Indicator indicator, Optional<Baseline> baseline) {
        List<Snapshot> history = months.history();
        List<Reading> readings = months.readings(indicator);
        for (int i = history.size() - 1; i >= 0; i--) {
            Optional<Reading.Known> whole =
                    readings.get(i).known().filter(known -> known.covers().isEmpty());
            if (history.get(i).isComplete() && whole.isPresent()) {
                return Optional.of(new Earlier(
                        whole.get(), history.get(i).month(), Comparison.of(indicator, whole.get(), baseline)));
            }
        }
        return Optional.empty();
    }

    /** Counts since it was last known; what is missing or partial neither ends nor lengthens it. */
    private int unknownMonths(Indicator indicator, UnknownReason reason) {
        List<Snapshot> history = months.history();
        List<Reading> readings = months.readings(indicator);
        int count = 0;
        for (int i = history.size() - 1;
                i >= 0 && months.monthsOfUse(history.get(i).month()) >= 0;
                i--) {
            if (history.get(i).isComplete()) {
                if (readings.get(i).known().isPresent()) {
                    break;
                }
                count += counts(readings.get(i), reason) ? 1 : 0;
            }
        }
        return count;
    }

    /** What was hidden may have been the same; what was truly not due was not hidden. */
    private static boolean counts(Reading reading, UnknownReason reason) {
        return reading.fold(
                known -> false, unknown -> unknown.reason() == reason || unknown.reason() != UnknownReason.NOT_DUE);
    }

    private Optional<Growth> change(Indicator indicator, Reading reading) {
        Optional<Reading.Known> now = reading.known();
        Optional<Indicator> over = indicator.growsOver().map(indicators::indicator);
        Optional<Reading.Known> base = over.flatMap(other -> known(other.id()));
        return now.isEmpty() || base.isEmpty()
                ? Optional.empty()
                : Optional.of(Growth.of(indicator, now.get(), over.get(), base.get()));
    }

    private Optional<Reading.Known> known(IndicatorId id) {
        return months.reading(indicators.indicator(id), months.current()).known();
    }

    private List<PartState> parts(Indicator indicator, Reading.Known reading) {
        Figure own = Uncertainty.of(indicator, reading);
        Optional<Figure> larger = indicator
                .partOf()
                .flatMap(id -> known(id).map(known -> Uncertainty.of(indicators.indicator(id), known)));
        Figure whole = larger.orElse(own);
        Map<Dimension, Map<String, Figure>> values = new TreeMap<>();
        reading.by().forEach((dimension, parts) -> {
            Map<String, Figure> named = new TreeMap<>();
            parts.forEach((name, part) -> named.put(name, figure(indicator, reading, name, part)));
            values.put(dimension, named);
        });
        indicator.breakdown().map(Breakdown::dimension).ifPresent(dimension -> {
            Map<String, Figure> named =
                    values.computeIfAbsent(dimension, missing -> new TreeMap<>(Map.of(Breakdown.UNASSIGNED, own)));
            larger.map(known -> Uncertainty.rest(known, own))
                    .filter(rest -> rest.most().signum() > 0 && !isRounding(indicator, reading, rest))
                    .ifPresent(rest -> named.merge(Breakdown.UNASSIGNED, rest, Uncertainty::plus));
        });
        List<PartState> states = new ArrayList<>();
        values.forEach((dimension, named) -> named.forEach((name, figure) -> states.add(
                new PartState(dimension, name, figure, share(indicator, figure, whole), authorised(dimension, name)))));
        return states;
    }

    /** Sums of rounded money miss their total: what is missing of it is no money without an owner. */
    private boolean isRounding(Indicator indicator, Reading.Known reading, Figure rest) {
        Exact rounding =
                ScorecardCheck.roundingOfSum(months.unit(indicator), ScorecardCheck.partCount(indicator, reading));
        return rest.isCertain() && !rest.estimate().isAbove(rounding);
    }

    /**
     * What is uncertain as a whole is so in each of its parts, none of which is below what the indicator can be; but that
     * nothing is unassigned is as good as if it were not said.
     */
    private static Figure figure(Indicator indicator, Reading.Known reading, String name, Reading.Part part) {
        Figure whole = Uncertainty.of(indicator, reading);
        if (whole.isCertain()
                || (name.equals(Breakdown.UNASSIGNED) && part.value().isZero())
                || indicator.additivity() == Indicator.Additivity.ENCLOSES) {
            return Figure.of(part.value());
        }
        Figure figure = new Figure(
                part.value(),
                part.value().minus(whole.estimate().minus(whole.least())),
                part.value().plus(whole.most().minus(whole.estimate())),
                whole.kind());
        return indicator
                .range()
                .least()
                .filter(least -> figure.least().isBelow(least) && !part.value().isBelow(least))
                .map(least -> new Figure(part.value(), least, figure.most(), figure.kind()))
                .orElse(figure);
    }

    private static Figure share(Indicator indicator, Figure part, Figure whole) {
        return indicator.additivity() == Indicator.Additivity.ENCLOSES ? part : Uncertainty.share(part, whole);
    }

    private Authorised authorised(Dimension dimension, String name) {
        if (dimension != Dimension.WORKFLOW || name.equals(Breakdown.UNASSIGNED)) {
            return Authorised.NOT_APPLICABLE;
        }
        return authorised.contains(name) ? Authorised.YES : Authorised.NO;
    }
}
