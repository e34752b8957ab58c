package dev.roi.rules.whatif;

import dev.roi.core.Computation;
import dev.roi.core.Dimension;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.Indicator.Additivity;
import dev.roi.core.Indicator.Counting;
import dev.roi.core.IndicatorId;
import dev.roi.core.Reading;
import dev.roi.core.Unit;
import dev.roi.rules.assessment.Assessment;
import dev.roi.rules.assessment.IndicatorState;
import dev.roi.rules.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds out which values of a reading rules can tell apart. For use by one thread. */
final class Axes {

    /** What a rate is written with where its counts give no end of decimals. */
    private static final int RATE_DECIMALS = 1;

    private final Policy policy;
    private final Reach reach;
    private final Trials trials;
    private final Cuts cuts;

    Axes(Policy policy, Reach reach, Trials trials) {
        this.policy = policy;
        this.reach = reach;
        this.trials = trials;
        this.cuts = new Cuts(policy, reach, trials);
    }

    /** The axis of a reading that keeps its uncertainty where it is known. */
    Optional<Axis> moving(IndicatorId id, Variation at) {
        return axis(id, at, known -> known, Optional.empty(), List.of());
    }

    /** The axis of a reading that becomes known and certain, cut as it would be in other variations too. */
    Optional<Axis> settled(IndicatorId id, Variation at, List<Variation> also) {
        return axis(id, at, Moved::certain, Optional.empty(), also);
    }

    /** The axis of a reading that becomes known, and belongs to a named part. */
    Optional<Axis> assigned(IndicatorId id, Variation at, Dimension dimension, String part) {
        return axis(
                id,
                at,
                Moved::certain,
                Optional.of(value -> Reading.of(value).by(dimension, Map.of(part, Reading.Part.of(value)))),
                List.of());
    }

    private Optional<Axis> axis(
            IndicatorId id,
            Variation at,
            Function<Reading.Known, Reading.Known> kept,
            Optional<Function<Exact, Reading>> instead,
            List<Variation> also) {
        Assessment assessment = trials.of(at).orElseThrow().assessment();
        IndicatorState state = assessment.indicator(id);
        Indicator indicator = state.indicator();
        Optional<Reading.Known> known = state.reading().known().map(kept);
        Grid grid = grid(state);
        Function<Exact, Reading> making = instead.orElseGet(
                () -> known.<Function<Exact, Reading>>map(reading -> value -> Moved.to(value, indicator, reading))
                        .orElse(Reading::of));
        Span range = range(assessment, indicator, known);
        Cuts.Asked asked = new Cuts.Asked(indicator, at, assessment, known, range, grid, making);
        if (!isBelieved(asked)) {
            return Optional.empty();
        }
        List<Zone> zones = zones(asked, also);
        return zones.isEmpty()
                ? Optional.empty()
                : Optional.of(new Axis(
                        indicator,
                        known.map(Reading.Known::value),
                        grid,
                        step(assessment, indicator, known),
                        zones,
                        making));
    }

    /** What is computed from other readings of the month is no reading of its own. */
    private boolean isBelieved(Cuts.Asked asked) {
        if (asked.indicator().computed().isEmpty()) {
            return true;
        }
        return asked.grid()
                .inside(asked.range())
                .flatMap(value -> trials.of(asked.with(value))
                        .flatMap(outcome -> outcome.assessment()
                                .indicator(asked.indicator().id())
                                .reading()
                                .known())
                        .filter(reading -> reading.value().equals(value)))
                .isPresent();
    }

    private static Grid grid(IndicatorState state) {
        if (state.indicator().counting() == Counting.WHOLE) {
            return Grid.whole();
        }
        Optional<Integer> own = state.reading()
                .known()
                .map(known -> Grid.decimals(known.value()).orElse(RATE_DECIMALS));
        return Grid.decimal(own.orElseGet(
                () -> Stream.of(state.latest().map(Reading.Known::value), state.baselineValue())
                        .flatMap(Optional::stream)
                        .flatMap(value -> Grid.decimals(value).stream())
                        .max(Integer::compare)
                        .orElse(0)));
    }

    /** A point of a percentage, one of what is counted, and otherwise a hundredth of the baseline or of the value. */
    private static Exact step(Assessment assessment, Indicator indicator, Optional<Reading.Known> known) {
        if (indicator.counting() == Counting.WHOLE || indicator.unit().equals(Unit.PERCENT)) {
            return Exact.ONE;
        }
        return Stream.of(assessment.indicator(indicator.id()).baselineValue(), known.map(Reading.Known::value))
                .flatMap(Optional::stream)
                .filter(value -> !value.isZero())
                .map(value -> value.magnitude().dividedBy(Exact.HUNDRED))
                .findFirst()
                .orElse(Exact.ONE);
    }

    /** The values that the reading may have while all others stay as they are. */
    private Span range(Assessment assessment, Indicator indicator, Optional<Reading.Known> known) {
        List<Exact> least = new ArrayList<>(indicator.range().least().stream().toList());
        List<Exact> most = new ArrayList<>(indicator.range().most().stream().toList());
        if (indicator.additivity() == Additivity.ADDS_UP) {
            known.ifPresent(reading -> reading.by()
                    .values()
                    .forEach(parts -> Moved.largest(parts)
                            .map(parts::get)
                            .ifPresent(part -> least.add(reading.value().minus(part.value())))));
        }
        for (Indicator other : policy.indicators().indicators()) {
            other.partOf()
                    .filter(indicator.id()::equals)
                    .flatMap(whole -> value(assessment, other))
                    .ifPresent(least::add);
        }
        indicator
                .partOf()
                .map(policy.indicators()::indicator)
                .flatMap(whole -> value(assessment, whole))
                .ifPresent(most::add);
        rest(assessment, indicator).ifPresent(most::add);
        Optional<Exact> from = least.stream().max(Exact::compareTo);
        Optional<Exact> to = most.stream().min(Exact::compareTo);
        return new Span(from, true, to, true);
    }

    private static Optional<Exact> value(Assessment assessment, Indicator indicator) {
        return assessment.indicator(indicator.id()).reading().known().map(Reading.Known::value);
    }

    /** What the other shares of the same whole leave. */
    private Optional<Exact> rest(Assessment assessment, Indicator indicator) {
        Optional<IndicatorId> whole = indicator.computed().flatMap(Axes::whole);
        return whole.map(id -> policy.indicators().indicators().stream()
                .filter(other -> !other.equals(indicator))
                .filter(other -> other.computed().flatMap(Axes::whole).equals(whole))
                .flatMap(other -> value(assessment, other).stream())
                .reduce(Exact.HUNDRED, Exact::minus));
    }

    private static Optional<IndicatorId> whole(Computation computation) {
        return computation.fold(
                share -> Optional.of(share.whole()), gain -> Optional.<IndicatorId>empty(), ratio -> Optional.empty());
    }

    private List<Zone> zones(Cuts.Asked asked, List<Variation> also) {
        NavigableSet<Exact> ends = cuts.of(asked);
        for (Variation other : also) {
            trials.of(other).ifPresent(outcome -> ends.addAll(cuts.of(asked.in(other, outcome.assessment()))));
        }
        List<Zone> zones = new ArrayList<>();
        for (Span span : spans(asked.range(), ends)) {
            zone(asked, span).ifPresent(zone -> {
                int last = zones.size() - 1;
                if (also.isEmpty() && last >= 0 && zones.get(last).isLike(zone)) {
                    zones.set(last, zones.get(last).with(zone));
                } else {
                    zones.add(zone);
                }
            });
        }
        return zones;
    }

    private static List<Span> spans(Span range, NavigableSet<Exact> cuts) {
        List<Span> spans = new ArrayList<>();
        Optional<Exact> before = Optional.empty();
        for (Exact cut : cuts) {
            if (before.isPresent() || range.least().isEmpty()) {
                spans.add(Span.between(before, Optional.of(cut)));
            }
            spans.add(Span.of(cut));
            before = Optional.of(cut);
        }
        if (range.most().isEmpty()) {
            spans.add(Span.between(before, Optional.empty()));
        }
        return spans;
    }

    private Optional<Zone> zone(Cuts.Asked asked, Span span) {
        Optional<Exact> own = asked.known().map(Reading.Known::value);
        Optional<Exact> sample = own.filter(span::contains)
                .or(() -> own.map(value -> asked.grid().nearest(span, value))
                        .orElseGet(() -> asked.grid().inside(span)));
        return sample.flatMap(value -> trials.of(asked.with(value))
                .map(outcome -> new Zone(span, value, outcome.seen(), judged(asked.indicator(), outcome))));
    }

    /** How the reading, and what is computed from it, compare with what judges a block. */
    private List<Object> judged(Indicator indicator, Outcome outcome) {
        List<Object> judged = new ArrayList<>();
        for (IndicatorId id : reach.influencedBy(indicator.id())) {
            if (reach.judges(id)) {
                judged.add(Judged.of(outcome.assessment().indicator(id)));
            }
        }
        return judged;
    }
}
