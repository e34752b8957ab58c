package dev.roi.rules.whatif;

import dev.roi.core.Block;
import dev.roi.core.BlockId;
import dev.roi.core.Decision;
import dev.roi.core.Effect;
import dev.roi.core.IndicatorId;
import dev.roi.core.IndicatorSet;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Finding;
import dev.roi.rules.language.Rule;
import dev.roi.rules.policy.Policy;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What each of some open readings settles by itself, so that they need not be tried in all combinations: a rule that
 * speaks because of one of them speaks whatever the others are, and only rules that depend on several of them, or on what
 * their blocks did, have to be looked at together.
 */
final class Openness {

    private final Policy policy;
    private final IndicatorSet indicators;
    private final Reach reach;
    private final Set<IndicatorId> open;
    private final List<Condition> shared = new ArrayList<>();
    private final Sight sight;
    private final Map<Effect, BitSet> sharedBy = new EnumMap<>(Effect.class);
    private final Map<Effect, Set<BlockId>> blocksBy = new EnumMap<>(Effect.class);

    Openness(Policy policy, Reach reach, Collection<IndicatorId> open) {
        this.policy = policy;
        this.indicators = policy.indicators();
        this.reach = reach;
        this.open = new LinkedHashSet<>(open);
        for (Rule rule : reach.rules()) {
            take(rule);
        }
        this.sight = new Sight(shared, policy);
    }

    private void take(Rule rule) {
        Effect effect = rule.consequence().effect();
        List<Condition> asking = rule.conditions().stream()
                .filter(condition -> open.stream().anyMatch(id -> reach.reads(condition, id)))
                .toList();
        for (Condition condition : asking) {
            if (condition.type() == FactType.BLOCK || condition.type() == FactType.RUN) {
                for (Block block : indicators.blocks()) {
                    if (block.judgedBy().stream()
                            .map(indicators::indicator)
                            .anyMatch(id -> reach.asksOf(condition, id))) {
                        blocksBy.computeIfAbsent(effect, none -> new HashSet<>())
                                .add(block.id());
                    }
                }
            }
        }
        boolean isShared = asking.size() > 1
                || asking.stream().anyMatch(condition -> condition.presence() == Condition.Presence.ABSENT);
        if (isShared) {
            for (Condition condition : asking) {
                if (!shared.contains(condition)) {
                    shared.add(condition);
                }
                sharedBy.computeIfAbsent(effect, none -> new BitSet())
                        .set(Sight.first(shared.indexOf(condition)), Sight.first(shared.indexOf(condition) + 1));
            }
        }
    }

    /** What an outcome settles because of some of the readings, or of none of the open ones. */
    State settled(Collection<IndicatorId> because, Outcome outcome, List<Fact> facts) {
        Set<IndicatorId> others = new LinkedHashSet<>(open);
        others.removeAll(because);
        Set<Effect> effects = EnumSet.noneOf(Effect.class);
        for (Finding finding : outcome.findings()) {
            if (stays(finding, others)) {
                effects.add(finding.rule().consequence().effect());
            }
        }
        Set<IndicatorId> about = new HashSet<>();
        because.forEach(id -> about.addAll(reach.influencedBy(id)));
        BitSet seen = sight.numbered(
                facts, fact -> fact instanceof Fact.OfIndicator some && about.contains(some.indicator()));
        Map<BlockId, BlockSide> sides = new TreeMap<>();
        for (Block block : indicators.blocks()) {
            for (IndicatorId id : block.judgedBy()) {
                if (about.contains(id)) {
                    sides.merge(
                            block.id(),
                            BlockSide.of(Judged.of(outcome.assessment().indicator(id))),
                            BlockSide::and);
                }
            }
        }
        return reduced(new State(effects, seen, sides));
    }

    private boolean stays(Finding finding, Set<IndicatorId> others) {
        Rule rule = finding.rule();
        boolean isAbsenceOpen = rule.conditions().stream()
                .filter(condition -> condition.presence() == Condition.Presence.ABSENT)
                .anyMatch(condition -> others.stream().anyMatch(id -> reach.reads(condition, id)));
        return !isAbsenceOpen && finding.facts().stream().allMatch(fact -> stays(fact, others));
    }

    private boolean stays(Fact fact, Set<IndicatorId> others) {
        if (fact instanceof Fact.UndeterminedAtLimit) {
            return others.isEmpty();
        }
        return others.stream().noneMatch(id -> reach.bearsOn(id, fact));
    }

    /** Leaves out what can make no difference any more. */
    State reduced(State state) {
        Set<Effect> relevant = relevant(state.effects());
        BitSet seen = new BitSet();
        Set<BlockId> blocks = new HashSet<>();
        for (Effect effect : relevant) {
            seen.or(sharedBy.getOrDefault(effect, new BitSet()));
            blocks.addAll(blocksBy.getOrDefault(effect, Set.of()));
        }
        seen.and(state.seen());
        Map<BlockId, BlockSide> sides = new TreeMap<>(state.blocks());
        sides.keySet().retainAll(blocks);
        return new State(told(state.effects()), seen, sides);
    }

    /** The effects that can still bring about another decision. */
    private Set<Effect> relevant(Set<Effect> effects) {
        Set<Effect> relevant = EnumSet.noneOf(Effect.class);
        for (Decision decision : policy.precedence()) {
            switch (decision) {
                case STOP -> {
                    if (effects.contains(Effect.STOP)) {
                        return relevant;
                    }
                    relevant.add(Effect.STOP);
                }
                case ADJUST -> {
                    if (effects.contains(Effect.ADJUST)) {
                        return relevant;
                    }
                    relevant.add(Effect.ADJUST);
                }
                case EXTEND -> {
                    if (!speaksAgainst(effects)) {
                        relevant.addAll(EnumSet.of(Effect.STOP, Effect.ADJUST, Effect.BLOCKS_EXTEND, Effect.SUPPORTS));
                    }
                }
                case MAINTAIN -> {
                    return relevant;
                }
            }
        }
        return relevant;
    }

    private static boolean speaksAgainst(Set<Effect> effects) {
        return effects.contains(Effect.STOP)
                || effects.contains(Effect.ADJUST)
                || effects.contains(Effect.BLOCKS_EXTEND);
    }

    /** The effects that tell one decision from another: those of which an earlier one leaves nothing to tell are left out. */
    private Set<Effect> told(Set<Effect> effects) {
        for (Decision decision : policy.precedence()) {
            if (decision == Decision.STOP && effects.contains(Effect.STOP)) {
                return EnumSet.of(Effect.STOP);
            }
            if (decision == Decision.ADJUST && effects.contains(Effect.ADJUST)) {
                return EnumSet.of(Effect.ADJUST);
            }
        }
        return effects.contains(Effect.BLOCKS_EXTEND) ? EnumSet.of(Effect.BLOCKS_EXTEND) : effects;
    }
}
