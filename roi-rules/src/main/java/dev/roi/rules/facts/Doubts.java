package dev.roi.rules.facts;

import dev.roi.core.Effect;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.Reading;
import dev.roi.core.ThresholdId;
import dev.roi.rules.policy.FactType;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.Rule;
import dev.roi.rules.policy.Rule.Condition;
import dev.roi.rules.policy.Rule.Constraint;
import dev.roi.rules.policy.Rule.Presence;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the readings whose uncertainty leaves open whether a rule speaks. A limit matters only where it decides: where
 * all else that the rule asks for is so, or may be, and where the rule is more than a note.
 */
final class Doubts {

    private final Policy policy;
    private final Map<String, Interval> values = new HashMap<>();
    private final Map<String, Interval> growths = new HashMap<>();

    Doubts(Policy policy, Map<IndicatorId, IndicatorState> states) {
        this.policy = policy;
        states.forEach((id, state) -> {
            state.reading()
                    .known()
                    .filter(known -> known.uncertainty().isPresent())
                    .ifPresent(known -> values.put(id.value(), Interval.of(known)));
            if (!state.leastGrowth().equals(state.mostGrowth())) {
                growths.put(
                        id.value(),
                        new Interval(
                                state.leastGrowth().orElseThrow(),
                                state.mostGrowth().orElseThrow()));
            }
        });
    }

    /** Returns the indicators whose reading leaves open whether a rule speaks. */
    Set<String> straddling(List<Fact> facts) {
        Set<String> straddling = new HashSet<>();
        if (values.isEmpty() && growths.isEmpty()) {
            return straddling;
        }
        Map<FactType, List<Fact>> byType = new EnumMap<>(FactType.class);
        facts.forEach(fact ->
                byType.computeIfAbsent(fact.type(), type -> new ArrayList<>()).add(fact));
        List<Fact> uncertain = facts.stream().filter(this::isUncertain).toList();
        for (Rule rule : policy.rules().values()) {
            if (rule.consequence().effect() != Effect.NOTE && mayBeDoubted(rule, uncertain)) {
                straddling.addAll(doubted(rule, byType));
            }
        }
        return straddling;
    }

    private boolean isUncertain(Fact fact) {
        return interval(fact).isPresent();
    }

    /** Most rules ask for nothing that is uncertain, and need not be held against all facts. */
    private boolean mayBeDoubted(Rule rule, List<Fact> uncertain) {
        for (Condition condition : rule.conditions()) {
            for (Fact fact : uncertain) {
                if (fact.type() == condition.type() && told(fact, condition) == Told.CANNOT_BE_TOLD) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns the indicators that leave open whether a rule speaks; none where something else keeps it silent. */
    private Set<String> doubted(Rule rule, Map<FactType, List<Fact>> byType) {
        Set<String> doubted = new HashSet<>();
        for (Condition condition : rule.conditions()) {
            Told told = Told.NO;
            Set<String> here = new HashSet<>();
            for (Fact fact : byType.getOrDefault(condition.type(), List.of())) {
                Told one = told(fact, condition);
                told = told.or(one);
                if (one == Told.CANNOT_BE_TOLD && fact instanceof Fact.OfIndicator about) {
                    here.add(about.indicator());
                }
            }
            Told silent = condition.presence() == Presence.PRESENT ? Told.NO : Told.YES;
            if (told == silent) {
                return Set.of();
            }
            if (told == Told.CANNOT_BE_TOLD) {
                doubted.addAll(here);
            }
        }
        return doubted;
    }

    private Told told(Fact fact, Condition condition) {
        Told told = Told.YES;
        for (Constraint constraint : condition.constraints()) {
            told = told.and(told(fact, constraint));
        }
        return told;
    }

    private Told told(Fact fact, Constraint constraint) {
        Optional<Interval> interval = constraint.limit().isPresent() ? interval(fact) : Optional.empty();
        if (interval.isPresent()) {
            boolean atLeast = isMet(constraint, interval.get().least());
            boolean atMost = isMet(constraint, interval.get().most());
            if (atLeast != atMost) {
                return Told.CANNOT_BE_TOLD;
            }
        }
        return FieldValue.holds(policy, fact, constraint) ? Told.YES : Told.NO;
    }

    private boolean isMet(Constraint constraint, Exact value) {
        ThresholdId limit = constraint.limit().orElseThrow();
        return constraint.operator().isMetBy(value.compareTo(policy.limit(limit)));
    }

    /** Returns where the number of a fact may lie, where that is not certain. */
    private Optional<Interval> interval(Fact fact) {
        if (!(fact instanceof Fact.OfIndicator about)) {
            return Optional.empty();
        }
        return switch (fact.type()) {
            case READING, LATEST -> Optional.ofNullable(values.get(about.indicator()));
            case GROWTH -> Optional.ofNullable(growths.get(about.indicator()));
            case THRESHOLD, UNKNOWN, NOT_DUE, COMPARISON, STRADDLING, BLOCK, RUN, PART, TREND, SCOPE ->
                Optional.empty();
        };
    }

    private record Interval(Exact least, Exact most) {

        static Interval of(Reading.Known known) {
            return new Interval(Doubt.LEAST.end(known), Doubt.MOST.end(known));
        }
    }
}
