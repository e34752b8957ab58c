package dev.roi.rules.whatif;

import dev.roi.core.Breakdown;
import dev.roi.core.Decision;
import dev.roi.core.Dimension;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.Reading;
import dev.roi.core.Workflow;
import dev.roi.rules.policy.Policy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All that open readings may turn out to be: what is unknown anything that it can be, what is uncertain anything within its
 * uncertainty. For use by one thread.
 */
final class Fillings {

    /** How many kinds of fillings are told apart at the most. */
    private static final int MOST_STATES = 5_000;

    private final Policy policy;
    private final Reach reach;
    private final Trials trials;
    private final Axes axes;
    private final Openness openness;
    private final List<Source> sources = new ArrayList<>();
    private final State base;
    private final Map<State, Decision> decided = new HashMap<>();
    private boolean isComplete = true;

    Fillings(Policy policy, Reach reach, Trials trials, Axes axes, Collection<IndicatorId> open) {
        this.policy = policy;
        this.reach = reach;
        this.trials = trials;
        this.axes = axes;
        List<IndicatorId> asked = open.stream().filter(reach::matters).toList();
        this.openness = new Openness(policy, reach, asked);
        this.base = openness.settled(List.of(), trials.asItIs(), trials.facts(Variation.NONE));
        for (List<IndicatorId> cluster : clusters(asked)) {
            List<Option> options = options(cluster);
            if (!options.isEmpty()) {
                sources.add(new Source(cluster, options));
            }
        }
    }

    /**
     * Readings that have to be looked at together, and what they may be.
     *
     * @param ids their indicators
     * @param options what they may be, as far as it makes a difference
     */
    record Source(List<IndicatorId> ids, List<Option> options) {}

    /**
     * One thing that some readings may be.
     *
     * @param readings an example of it
     * @param state what it settles
     * @param weight how likely it is, of 1
     */
    record Option(Map<IndicatorId, Reading> readings, State state, Exact weight) {

        Option and(Option other, State both) {
            Map<IndicatorId, Reading> all = new TreeMap<>(readings);
            all.putAll(other.readings);
            return new Option(all, both, weight.times(other.weight));
        }

        Option plus(Exact more) {
            return new Option(readings, state, weight.plus(more));
        }
    }

    List<Source> sources() {
        return sources;
    }

    /** Tells whether every filling is like one of the options. */
    boolean isComplete() {
        return isComplete;
    }

    /** What some sources may settle together. */
    Collection<Option> together(Collection<Source> some) {
        Map<State, Option> states = new LinkedHashMap<>();
        states.put(base, new Option(Map.of(), base, Exact.ONE));
        for (Source source : some) {
            Map<State, Option> next = new LinkedHashMap<>();
            for (Option before : states.values()) {
                for (Option option : source.options()) {
                    Option both = joined(before, option);
                    next.merge(both.state(), both, (one, other) -> one.plus(other.weight()));
                }
                if (next.size() > MOST_STATES) {
                    throw trials.spent();
                }
            }
            states = next;
        }
        return states.values();
    }

    Option joined(Option one, Option other) {
        return one.and(other, openness.reduced(one.state().and(other.state())));
    }

    /** The decision for a filling; nothing where its scorecard would not be allowed. */
    Optional<Decision> decision(Option option) {
        Decision known = decided.get(option.state());
        if (known != null) {
            return Optional.of(known);
        }
        Variation variation = Variation.NONE;
        for (Map.Entry<IndicatorId, Reading> reading : option.readings().entrySet()) {
            variation = variation.with(reading.getKey(), reading.getValue());
        }
        Optional<Decision> decision = trials.of(variation).map(Outcome::decision);
        decision.ifPresent(found -> decided.put(option.state(), found));
        return decision;
    }

    /** How likely each decision is, of 1, for some fillings. */
    Map<Decision, Exact> likelihood(Collection<Option> options) {
        Map<Decision, Exact> likelihood = new EnumMap<>(Decision.class);
        for (Option option : options) {
            decision(option).ifPresent(found -> likelihood.merge(found, option.weight(), Exact::plus));
        }
        return likelihood;
    }

    /** Readings that facts depend on together; each cluster begins with the one that all others are linked with. */
    private List<List<IndicatorId>> clusters(List<IndicatorId> asked) {
        List<List<IndicatorId>> clusters = new ArrayList<>();
        Set<IndicatorId> placed = new LinkedHashSet<>();
        for (IndicatorId id : asked) {
            if (!placed.add(id)) {
                continue;
            }
            List<IndicatorId> cluster = new ArrayList<>(List.of(id));
            for (int i = 0; i < cluster.size(); i++) {
                for (IndicatorId other : asked) {
                    if (reach.areLinked(cluster.get(i), other) && placed.add(other)) {
                        cluster.add(other);
                    }
                }
            }
            clusters.add(centred(cluster));
        }
        return clusters;
    }

    private List<IndicatorId> centred(List<IndicatorId> cluster) {
        for (IndicatorId centre : cluster) {
            boolean isCentre = cluster.stream()
                    .filter(other -> !other.equals(centre))
                    .allMatch(other -> cluster.stream()
                            .filter(third -> !third.equals(centre))
                            .noneMatch(third -> reach.areLinked(other, third)));
            if (isCentre) {
                List<IndicatorId> ordered = new ArrayList<>(cluster);
                ordered.remove(centre);
                ordered.add(0, centre);
                return ordered;
            }
        }
        isComplete = false;
        return cluster;
    }

    private List<Option> options(List<IndicatorId> cluster) {
        List<Variation> also = new ArrayList<>();
        for (IndicatorId other : cluster.subList(1, cluster.size())) {
            axes.settled(other, Variation.NONE, List.of()).ifPresent(axis -> also.addAll(extremes(axis)));
        }
        Map<State, Option> options = new LinkedHashMap<>();
        extend(cluster, 0, Variation.NONE, Exact.ONE, also, options);
        return equallyLikely(cluster, new ArrayList<>(options.values()));
    }

    /** A value well inside each zone, and its ends: what the others are held against lies between them. */
    private static List<Variation> extremes(Axis axis) {
        return axis.zones().stream()
                .flatMap(zone -> Stream.of(
                                Optional.of(zone.sample()),
                                axis.grid().first(zone.span()),
                                axis.grid().last(zone.span()))
                        .flatMap(Optional::stream)
                        .filter(zone.span()::contains))
                .distinct()
                .map(value -> Variation.NONE.with(axis.id(), axis.reading(value)))
                .toList();
    }

    private void extend(
            List<IndicatorId> cluster,
            int at,
            Variation variation,
            Exact weight,
            List<Variation> also,
            Map<State, Option> options) {
        if (at == cluster.size()) {
            Optional<Outcome> outcome = trials.of(variation);
            if (outcome.isPresent()) {
                State state = openness.settled(cluster, outcome.get(), trials.facts(variation));
                Option option = new Option(variation.readings(), state, weight);
                options.merge(state, option, (one, other) -> one.plus(other.weight()));
            }
            return;
        }
        IndicatorId id = cluster.get(at);
        for (Choice choice : choices(id, variation, at == 0 ? also : List.of())) {
            extend(cluster, at + 1, variation.with(id, choice.reading()), weight.times(choice.weight()), also, options);
        }
    }

    /** Nothing says how likely the values of an unknown reading are, so that all that differs counts alike. */
    private List<Option> equallyLikely(List<IndicatorId> cluster, List<Option> options) {
        boolean isUncertain = cluster.stream().allMatch(id -> known(id).isPresent());
        Exact sum = options.stream().map(Option::weight).reduce(Exact.ZERO, Exact::plus);
        return options.stream()
                .map(option -> new Option(
                        option.readings(),
                        option.state(),
                        isUncertain && !sum.isZero()
                                ? option.weight().dividedBy(sum)
                                : Exact.ONE.dividedBy(Exact.of(options.size()))))
                .toList();
    }

    private Optional<Reading.Known> known(IndicatorId id) {
        return trials.asItIs().assessment().indicator(id).reading().known();
    }

    /** A reading and how likely it is. */
    private record Choice(Reading reading, Exact weight) {}

    private List<Choice> choices(IndicatorId id, Variation at, List<Variation> also) {
        List<Choice> choices = new ArrayList<>();
        Optional<Reading.Known> known = known(id);
        axes.settled(id, at, also).ifPresent(axis -> {
            for (Zone zone : axis.zones()) {
                known.flatMap(Reading.Known::uncertainty)
                        .map(doubt -> within(
                                axis,
                                zone,
                                known.get().value().minus(doubt),
                                known.get().value().plus(doubt)))
                        .orElseGet(() -> Optional.of(new Choice(axis.reading(zone.sample()), Exact.ONE)))
                        .ifPresent(choices::add);
            }
        });
        if (known.isEmpty()) {
            part(policy.indicators().indicator(id))
                    .flatMap(part -> axes.assigned(
                            id,
                            at,
                            policy.indicators()
                                    .indicator(id)
                                    .breakdown()
                                    .orElseThrow()
                                    .dimension(),
                            part))
                    .ifPresent(axis -> axis.zones()
                            .forEach(zone -> choices.add(new Choice(axis.reading(zone.sample()), Exact.ONE))));
        }
        return choices;
    }

    private static Optional<Choice> within(Axis axis, Zone zone, Exact from, Exact to) {
        return zone.span().within(from, to).flatMap(span -> {
            if (axis.grid().mostDecimals() == 0) {
                Optional<Exact> first = axis.grid().first(span).filter(span::contains);
                return first.map(value -> new Choice(
                        axis.reading(value),
                        axis.grid().last(span).orElse(value).minus(value).plus(Exact.ONE)));
            }
            Exact middle = span.middle();
            Exact width = span.most().orElseThrow().minus(span.least().orElseThrow());
            return Optional.of(new Choice(axis.reading(middle), from.equals(to) ? Exact.ONE : width));
        });
    }

    /** A part that an unknown reading may belong to: a named one, or an authorised workflow. */
    private Optional<String> part(Indicator indicator) {
        return indicator
                .breakdown()
                .flatMap(breakdown -> breakdown.parts().isEmpty()
                        ? workflow(breakdown)
                        : Optional.of(breakdown.parts().get(0)));
    }

    private Optional<String> workflow(Breakdown breakdown) {
        return trials.asItIs().assessment().scorecard().workflows().stream()
                .filter(workflow -> breakdown.dimension() == Dimension.WORKFLOW
                        && workflow.authorisation() == Workflow.Authorisation.AUTHORISED)
                .map(Workflow::id)
                .findFirst();
    }
}
