package dev.roi.rules.drools;

import dev.roi.core.Exact;
import dev.roi.core.ThresholdId;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.FieldKind;
import dev.roi.rules.facts.Figure;
import dev.roi.rules.language.Accumulate;
import dev.roi.rules.language.AnyOf;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Condition.Presence;
import dev.roi.rules.language.Constraint;
import dev.roi.rules.language.Either;
import dev.roi.rules.language.Element;
import dev.roi.rules.language.Exists;
import dev.roi.rules.language.Expression;
import dev.roi.rules.language.ForAll;
import dev.roi.rules.language.Item;
import dev.roi.rules.language.Not;
import dev.roi.rules.language.Operator;
import dev.roi.rules.language.Relation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What elements mean where every number is certain, worked out by trying everything, one element after another: the second
 * opinion on what Drools finds. It shares no comparison and no arithmetic with the engine.
 */
final class PlainRules {

    private final List<Fact> facts;
    private final Map<ThresholdId, Exact> limits;

    PlainRules(List<Fact> facts, Map<ThresholdId, Exact> limits) {
        this.facts = facts;
        this.limits = limits;
    }

    /** One way to hold: the facts of conditions in their order, and those that were counted or have to exist. */
    record Match(List<Fact> facts, Set<Fact> counted) {}

    private record State(List<Fact> facts, Set<Fact> counted, Map<String, Object> names) {

        State with(Fact fact, Map<String, Object> given) {
            List<Fact> longer = new ArrayList<>(facts);
            longer.add(fact);
            return new State(longer, counted, given);
        }

        State counting(Set<Fact> more, Map<String, Object> given) {
            Set<Fact> both = new LinkedHashSet<>(counted);
            both.addAll(more);
            return new State(facts, both, given);
        }
    }

    Set<Match> run(List<Element> elements) {
        Set<Match> matches = new HashSet<>();
        all(elements, new State(List.of(), Set.of(), Map.of()), true)
                .forEach(state -> matches.add(new Match(state.facts(), state.counted())));
        return matches;
    }

    private List<State> all(List<Element> elements, State start, boolean top) {
        List<State> states = List.of(start);
        for (Element element : elements) {
            List<State> next = new ArrayList<>();
            states.forEach(state -> next.addAll(one(element, state, top)));
            states = next;
        }
        return states;
    }

    private List<State> one(Element element, State state, boolean top) {
        if (element instanceof Condition condition) {
            List<State> found = matching(condition, state);
            return condition.presence() == Presence.PRESENT ? found : found.isEmpty() ? List.of(state) : List.of();
        }
        if (element instanceof Either either) {
            List<State> found = new ArrayList<>();
            either.branches()
                    .forEach(branch -> all(branch, state, top)
                            .forEach(held -> found.add(new State(held.facts(), held.counted(), state.names()))));
            return found;
        }
        if (element instanceof Not not) {
            return all(not.elements(), state, false).isEmpty() ? List.of(state) : List.of();
        }
        if (element instanceof Exists exists) {
            return exists(exists.elements(), state, top);
        }
        if (element instanceof ForAll forAll) {
            return forAll(forAll, state);
        }
        return accumulate((Accumulate) element, state);
    }

    /** Of alternatives within it, each by itself is evidence. */
    private List<State> exists(List<Element> elements, State state, boolean top) {
        List<State> found = new ArrayList<>();
        for (List<Element> way : Variants.of(elements)) {
            List<State> held = all(way, new State(List.of(), Set.of(), state.names()), false);
            Set<Fact> counted = new LinkedHashSet<>();
            held.forEach(one -> counted.addAll(one.facts()));
            if (!held.isEmpty()) {
                found.add(top && RuleModel.canBeCounted(way) ? state.counting(counted, state.names()) : state);
            }
        }
        return found;
    }

    private List<State> forAll(ForAll element, State state) {
        Condition meant = element.asked().isEmpty() ? element.of().with(List.of()) : element.of();
        List<Element> asked = element.asked().isEmpty() ? List.of() : List.copyOf(element.asked());
        List<State> found = matching(meant, new State(List.of(), Set.of(), state.names()));
        boolean holds = !found.isEmpty()
                && (element.asked().isEmpty()
                        ? matching(element.of(), state).size() == found.size()
                        : found.stream().noneMatch(one -> all(asked, one, false).isEmpty()));
        if (!holds || !isKnown(meant, state)) {
            return List.of();
        }
        Set<Fact> counted = new LinkedHashSet<>();
        found.forEach(one -> counted.addAll(one.facts()));
        return List.of(state.counting(counted, state.names()));
    }

    private boolean isKnown(Condition meant, State state) {
        if (!meant.type().fields().containsKey("indicator") || meant.type() == FactType.UNKNOWN) {
            return true;
        }
        List<Constraint> naming = meant.items().stream()
                .filter(Constraint.class::isInstance)
                .map(Constraint.class::cast)
                .filter(constraint -> List.of("indicator", "block", "neededToExtend")
                        .contains(constraint.field().name()))
                .toList();
        return facts.stream()
                .filter(Fact.Unknown.class::isInstance)
                .map(Fact.Unknown.class::cast)
                .filter(unknown -> naming.stream()
                        .allMatch(constraint -> isMet(
                                constraint.operator(),
                                FactType.UNKNOWN
                                        .field(constraint.field().name())
                                        .of(unknown),
                                constraint,
                                state.names())))
                .allMatch(unknown -> facts.stream()
                        .anyMatch(fact -> fact.type() == meant.type()
                                && naming.stream().allMatch(constraint -> holds(constraint, fact, state.names()))
                                && ((Fact.OfIndicator) fact).indicator().equals(unknown.indicator())));
    }

    private List<State> accumulate(Accumulate element, State state) {
        List<State> found = all(element.source(), new State(List.of(), Set.of(), state.names()), false);
        Set<Fact> counted = new LinkedHashSet<>();
        found.forEach(one -> counted.addAll(one.facts()));
        Map<String, Object> names = new HashMap<>(state.names());
        for (Accumulate.Result result : element.results()) {
            List<Exact> numbers = new ArrayList<>();
            result.over()
                    .ifPresent(over ->
                            found.forEach(one -> numbers.add((Exact) one.names().getOrDefault(over, Exact.ZERO))));
            Optional<Exact> outcome = switch (result.function()) {
                case COUNT -> Optional.of(Exact.of(found.size()));
                case SUM -> Optional.of(numbers.stream().reduce(Exact.ZERO, Exact::plus));
                case AVERAGE ->
                    numbers.isEmpty()
                            ? Optional.empty()
                            : Optional.of(numbers.stream()
                                    .reduce(Exact.ZERO, Exact::plus)
                                    .dividedBy(Exact.of(numbers.size())));
                case MIN -> numbers.stream().min(Exact::compareTo);
                case MAX -> numbers.stream().max(Exact::compareTo);
            };
            outcome.ifPresent(number -> names.put(result.name(), number));
        }
        return element.asked().stream().allMatch(relation -> holds(relation, names))
                ? List.of(state.counting(counted, names))
                : List.of();
    }

    private List<State> matching(Condition condition, State state) {
        List<State> found = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact.type() == condition.type()) {
                Map<String, Object> names = new HashMap<>(state.names());
                condition
                        .bindings()
                        .forEach(binding -> names.put(
                                binding.name(),
                                binding.field().kind() == FieldKind.NUMBER
                                        ? ((Figure) binding.field().of(fact)).estimate()
                                        : binding.field().of(fact)));
                if (condition.items().stream().allMatch(item -> holds(item, fact, names))) {
                    found.add(state.with(fact, names));
                }
            }
        }
        return found;
    }

    private boolean holds(Item item, Fact fact, Map<String, Object> names) {
        if (item instanceof AnyOf any) {
            return any.items().stream().anyMatch(one -> holds(one, fact, names));
        }
        if (item instanceof Relation relation) {
            return holds(relation, names);
        }
        Constraint constraint = (Constraint) item;
        return isMet(constraint.operator(), constraint.field().of(fact), constraint, names);
    }

    private boolean isMet(Operator operator, Object held, Constraint constraint, Map<String, Object> names) {
        if (held instanceof Figure figure) {
            Optional<Exact> other =
                    constraint.expressions().findFirst().flatMap(expression -> value(expression, names));
            return other.isPresent() && isMet(operator, figure.estimate(), other.get());
        }
        boolean isAsked = constraint.isPlain()
                ? constraint.words().stream()
                        .anyMatch(word -> constraint.field().value(word).equals(Optional.of(held)))
                : held.equals(names.get(constraint.names().iterator().next()));
        return isAsked == List.of("==", "in").contains(operator.sign());
    }

    private boolean holds(Relation relation, Map<String, Object> names) {
        Optional<Exact> left = value(relation.left(), names);
        Optional<Exact> right = value(relation.right(), names);
        return left.isPresent() && right.isPresent() && isMet(relation.operator(), left.get(), right.get());
    }

    private static boolean isMet(Operator operator, Exact held, Exact other) {
        return switch (operator.sign()) {
            case "<" -> held.isBelow(other);
            case "<=" -> !held.isAbove(other);
            case ">" -> held.isAbove(other);
            case ">=" -> !held.isBelow(other);
            case "==" -> held.equals(other);
            default -> !held.equals(other);
        };
    }

    private Optional<Exact> value(Expression expression, Map<String, Object> names) {
        if (expression instanceof Expression.Limit limit) {
            return Optional.ofNullable(limits.get(limit.threshold()));
        }
        if (expression instanceof Expression.Named named) {
            return Optional.ofNullable((Exact) names.get(named.name()));
        }
        Expression.Arithmetic both = (Expression.Arithmetic) expression;
        Optional<Exact> left = value(both.left(), names);
        Optional<Exact> right = value(both.right(), names);
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        return switch (both.sign().sign()) {
            case "+" -> Optional.of(left.get().plus(right.get()));
            case "-" -> Optional.of(left.get().minus(right.get()));
            case "*" -> Optional.of(left.get().times(right.get()));
            default ->
                right.get().isZero() ? Optional.empty() : Optional.of(left.get().dividedBy(right.get()));
        };
    }
}
