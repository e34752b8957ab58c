package dev.roi.rules.whatif;

import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.rules.policy.WrongDecisions;
import dev.roi.rules.whatif.Fillings.Option;
import dev.roi.rules.whatif.Fillings.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What it is worth to know readings: by how much it lowers the expected cost of a wrong decision. The right decision is
 * the one that the rules give when all is known.
 *
 * <p>So it is never below 0, never more than knowing everything is worth, and never less for more readings.
 */
final class Worth {

    private final Fillings fillings;
    private final WrongDecisions costs;
    private final Map<Decision, Exact> likelihood;

    Worth(Fillings fillings, WrongDecisions costs) {
        this.fillings = fillings;
        this.costs = costs;
        this.likelihood = fillings.likelihood(fillings.together(fillings.sources()));
    }

    /** The decisions that are possible, the worst first. */
    List<Decision> decisions() {
        return List.copyOf(EnumSet.copyOf(likelihood.keySet()));
    }

    boolean isComplete() {
        return fillings.isComplete();
    }

    /** What knowing some readings is worth. */
    Exact of(Collection<IndicatorId> known) {
        List<Source> asked = fillings.sources().stream()
                .filter(source -> source.ids().stream().anyMatch(known::contains))
                .toList();
        List<Source> rest = new ArrayList<>(fillings.sources());
        rest.removeAll(asked);
        Collection<Option> left = fillings.together(rest);
        return least(likelihood).minus(expected(asked, 0, new Option(Map.of(), State.NOTHING, Exact.ONE), left));
    }

    /** What the decision may be expected to cost once some readings are known, each as it turns out to be. */
    private Exact expected(List<Source> asked, int at, Option taken, Collection<Option> left) {
        if (at == asked.size()) {
            return least(fillings.likelihood(
                    left.stream().map(other -> fillings.joined(other, taken)).toList()));
        }
        Exact sum = Exact.ZERO;
        for (Option option : asked.get(at).options()) {
            sum = sum.plus(expected(asked, at + 1, fillings.joined(taken, option), left));
        }
        return sum;
    }

    /** The cost of the decision that may be expected to cost least. */
    private Exact least(Map<Decision, Exact> of) {
        Exact least = cost(Decision.STOP, of);
        for (Decision taken : Decision.values()) {
            Exact cost = cost(taken, of);
            if (cost.isBelow(least)) {
                least = cost;
            }
        }
        return least;
    }

    private Exact cost(Decision taken, Map<Decision, Exact> of) {
        Exact cost = Exact.ZERO;
        for (Map.Entry<Decision, Exact> right : of.entrySet()) {
            cost = cost.plus(costs.of(taken, right.getKey()).times(right.getValue()));
        }
        return cost;
    }

    /** The decisions between which a reading makes a difference, with the others as they may be; the worst first. */
    List<Decision> between(IndicatorId id) {
        Set<Decision> between = EnumSet.noneOf(Decision.class);
        for (Source source : fillings.sources()) {
            if (source.ids().contains(id)) {
                List<Source> rest = new ArrayList<>(fillings.sources());
                rest.remove(source);
                for (Option others : fillings.together(rest)) {
                    Set<Decision> here = EnumSet.noneOf(Decision.class);
                    source.options()
                            .forEach(option -> fillings.decision(fillings.joined(others, option))
                                    .ifPresent(here::add));
                    if (here.size() > 1) {
                        between.addAll(here);
                    }
                }
            }
        }
        return List.copyOf(between);
    }
}
