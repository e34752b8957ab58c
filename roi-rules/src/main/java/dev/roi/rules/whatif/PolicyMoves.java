package dev.roi.rules.whatif;

import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.ThresholdId;
import dev.roi.core.Unit;
import dev.roi.rules.drools.CompiledRules;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Constraint;
import dev.roi.rules.language.Item;
import dev.roi.rules.language.Rule;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.Threshold;
import dev.roi.rules.whatif.WhatIf.Bound;
import dev.roi.rules.whatif.WhatIf.Kind;
import dev.roi.rules.whatif.WhatIf.Move;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Finds the one threshold, of those that rules compare with, whose other value would give a decision. */
final class PolicyMoves {

    private final Policy policy;
    private final CompiledRules rules;
    private final Judge judge;
    private final Reach reach;
    private final List<Fact> facts;

    PolicyMoves(Policy policy, CompiledRules rules, Judge judge, Reach reach, List<Fact> facts) {
        this.policy = policy;
        this.rules = rules;
        this.judge = judge;
        this.reach = reach;
        this.facts = facts;
    }

    /** For each threshold that does it, its nearest value that does; the least moved first. */
    List<Move> to(Decision wanted) {
        List<Move> moves = new ArrayList<>();
        for (Threshold threshold : policy.thresholds().values()) {
            nearest(threshold, wanted).ifPresent(moves::add);
        }
        moves.sort(Comparator.comparing(PolicyMoves::movement));
        return moves;
    }

    private static Exact movement(Move move) {
        return move.to().minus(move.from().orElseThrow()).magnitude();
    }

    private Optional<Move> nearest(Threshold threshold, Decision wanted) {
        boolean isCounted =
                threshold.unit().equals(Unit.MONTHS) || threshold.unit().equals(Unit.COUNT);
        Grid grid = isCounted
                ? Grid.whole()
                : Grid.decimal(Grid.decimals(threshold.value()).orElse(0));
        NavigableSet<Exact> values = new TreeSet<>();
        for (Exact cut : compared(threshold.id())) {
            values.add(cut);
            grid.first(Span.between(Optional.of(cut), Optional.empty())).ifPresent(values::add);
            grid.last(Span.between(Optional.empty(), Optional.of(cut))).ifPresent(values::add);
        }
        return values.stream()
                .filter(value -> grid.holds(value) && threshold.range().contains(value))
                .filter(value -> !value.equals(threshold.value()))
                .sorted(Comparator.comparing(
                        value -> value.minus(threshold.value()).magnitude()))
                .filter(value -> decision(threshold.id(), value) == wanted)
                .findFirst()
                .map(value -> new Move(
                        Optional.empty(),
                        Optional.of(threshold.id()),
                        Kind.POLICY,
                        Optional.of(threshold.value()),
                        value,
                        Optional.of(value.isAbove(threshold.value()) ? Bound.AT_LEAST : Bound.AT_MOST),
                        Optional.of(value),
                        threshold.unit()));
    }

    private NavigableSet<Exact> compared(ThresholdId id) {
        NavigableSet<Exact> cuts = new TreeSet<>();
        for (Rule rule : reach.rules()) {
            for (Condition condition : rule.allConditions().toList()) {
                for (Constraint constraint :
                        condition.items().stream().flatMap(Item::constraints).toList()) {
                    if (constraint.limit().filter(id::equals).isPresent()) {
                        facts.stream()
                                .filter(fact -> fact.type() == condition.type())
                                .flatMap(fact -> constraint.field().number(fact).stream())
                                .forEach(figure ->
                                        cuts.addAll(List.of(figure.estimate(), figure.least(), figure.most())));
                    }
                }
            }
        }
        return cuts;
    }

    private Decision decision(ThresholdId id, Exact value) {
        CompiledRules adapted = rules.adaptedTo(policy.with(id, value, UnaryOperator.identity()));
        return judge.decide(adapted.run(adapted.complete(facts)));
    }
}
