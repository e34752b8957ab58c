package dev.roi.benchmarks.peers;

import dev.roi.core.Decision;
import dev.roi.core.Effect;
import dev.roi.core.LeverId;
import dev.roi.core.RuleId;
import dev.roi.rules.language.Rule;
import dev.roi.rules.policy.Policy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Settles what the rules that fired come to, for peers that have no precedence of their own. Rules are known by their
 * position in the policy.
 */
final class Said {

    private final List<Rule> rules;
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<Decision> precedence;
    private final List<LeverId> levers;
    private final Effect[] effects;
    private final int[] lever;

    Said(Policy policy) {
        rules = List.copyOf(policy.rules().values());
        precedence = policy.precedence();
        levers = policy.levers();
        effects = rules.stream().map(rule -> rule.consequence().effect()).toArray(Effect[]::new);
        lever = new int[rules.size()];
        Arrays.setAll(
                lever,
                i -> rules.get(i).consequence().lever().map(levers::indexOf).orElse(-1));
        for (int i = 0; i < rules.size(); i++) {
            positions.put(rules.get(i).id().value(), i);
        }
    }

    int position(String rule) {
        Integer position = positions.get(rule);
        if (position == null) {
            throw new IllegalArgumentException("no rule (%s)".formatted(rule));
        }
        return position;
    }

    Supplier<Answer> settle(BitSet fired) {
        Set<Effect> said = EnumSet.noneOf(Effect.class);
        boolean[] pulled = new boolean[levers.size()];
        for (int i = fired.nextSetBit(0); i >= 0; i = fired.nextSetBit(i + 1)) {
            said.add(effects[i]);
            if (lever[i] >= 0) {
                pulled[lever[i]] = true;
            }
        }
        List<LeverId> acted = new ArrayList<>();
        for (int i = 0; i < pulled.length; i++) {
            if (pulled[i]) {
                acted.add(levers.get(i));
            }
        }
        Decision decision = decision(said);
        return () -> new Answer(decision, acted, ids(fired));
    }

    private Decision decision(Set<Effect> said) {
        for (Decision candidate : precedence) {
            boolean applies = switch (candidate) {
                case STOP -> said.contains(Effect.STOP);
                case ADJUST -> said.contains(Effect.ADJUST);
                case EXTEND ->
                    said.contains(Effect.SUPPORTS)
                            && !said.contains(Effect.STOP)
                            && !said.contains(Effect.ADJUST)
                            && !said.contains(Effect.BLOCKS_EXTEND);
                case MAINTAIN -> true;
            };
            if (applies) {
                return candidate;
            }
        }
        return Decision.MAINTAIN;
    }

    private Set<RuleId> ids(BitSet fired) {
        Set<RuleId> ids = new LinkedHashSet<>();
        fired.stream().forEach(i -> ids.add(rules.get(i).id()));
        return ids;
    }
}
